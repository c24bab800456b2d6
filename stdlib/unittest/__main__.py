"""python -m unittest"""

import sys

if sys.argv[0].endswith("__main__.py"):
    # usage: shall show the command, not the file
    import os.path
    sys.argv[0] = os.path.basename(sys.executable) + " -m unittest"

__unittest = True

from .main import main

main(module=None)
