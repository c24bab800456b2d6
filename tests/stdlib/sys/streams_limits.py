# sys: variables of the standard streams, traceback limits, single instances.
import os
import subprocess
import sys


def run(code, *opts, **env):
    env = {**os.environ, **env}
    p = subprocess.run([sys.executable, *opts, "-c", code], capture_output=True, env=env)
    print(p.returncode, p.stdout, p.stderr)


names = "import sys; print(*[(f.encoding, f.errors) for f in (sys.stdin, sys.stdout, sys.stderr)])"
for value in ("ascii", "ascii:replace", ":ignore", "latin-1:", ":"):
    run(names, PYTHONIOENCODING=value, LC_ALL="C.UTF-8")
run(names, "-E", PYTHONIOENCODING="ascii", LC_ALL="C.UTF-8")
run("print(chr(0xe9))", PYTHONIOENCODING="ascii:replace")
run("import sys; sys.exit('h\\xe9')", PYTHONIOENCODING="latin-1")
code = """
import sys
def f(): 1 / 0
def g(): f()
sys.tracebacklimit = %r
g()
"""
for limit in (10, 2, 1, 0, -1, 1 << 200, -1 << 200, None):
    run(code % limit)
run("""
import sys
class End:
    def __del__(self, show=print, final=sys.is_finalizing):
        show(final(), flush=True)
end = End()
end.self = end
""")
for v in (sys.flags, sys.version_info):
    for make in (lambda: type(v)(), lambda: type(v)(v)):
        try:
            make()
        except TypeError as e:
            print(e)
old = sys.getdlopenflags()
sys.setdlopenflags(old + 1)
print(sys.getdlopenflags() - old)
sys.stderr = sys.stdout
sys.excepthook(1, "x", None)
try:
    raise SyntaxError("msg", (b"name", 3, 0, "text"))
except SyntaxError:
    sys.__excepthook__(*sys.exc_info())
