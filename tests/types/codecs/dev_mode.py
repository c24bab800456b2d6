# The development mode looks error handlers up before they are needed.
import subprocess
import sys

code = """
for f in (lambda: b"a".decode("utf-8", "odd"), lambda: str(b"", errors="odd"), lambda: "a".encode("ascii", "odd"),
          lambda: bytes("", "latin-1", errors="odd"), lambda: "".encode(errors="namereplace")):
    try:
        print(f())
    except LookupError as e:
        print(e)
"""
for opts in ([], ["-X", "dev"]):
    print(subprocess.run([sys.executable, *opts, "-c", code], capture_output=True, text=True).stdout)
