import getpass
import io
import os
import sys
import warnings

for n in ("LOGNAME", "USER", "LNAME", "USERNAME"):
    os.environ.pop(n, None)
os.environ["USER"] = "fred"
print(getpass.getuser())
os.environ["LOGNAME"] = "first"
print(getpass.getuser(), getpass.__all__, issubclass(getpass.GetPassWarning, UserWarning))
sys.stdin = io.StringIO("secret\nnext\n")
out = io.StringIO()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(getpass.fallback_getpass("Pw: ", out), [str(x.message) for x in w], repr(out.getvalue()))
print(getpass._raw_input("p", out, sys.stdin))
try:
    getpass._raw_input("p", out, sys.stdin)
except EOFError:
    print("EOFError")
