# Records with CPython: runs the script named first under the start method
# "fork", which unguarded scripts need there.
import multiprocessing
import runpy
import sys

multiprocessing.set_start_method("fork")
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
