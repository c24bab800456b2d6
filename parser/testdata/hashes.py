"""Print the hash of the tree of every file below a folder, or the error."""

import ast
import hashlib
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    try:
        tree = ast.parse(path.read_bytes())
    except FileNotFoundError:
        continue
    except (SyntaxError, ValueError) as e:
        print(path, "error", type(e).__name__)
        continue
    dump = ast.dump(tree, include_attributes=True)
    print(path, hashlib.sha256(dump.encode("utf-8", "surrogatepass")).hexdigest())
