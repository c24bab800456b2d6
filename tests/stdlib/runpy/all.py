import os
import runpy
import shutil
import subprocess
import sys
import tempfile


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print({n: v for n, v in r.items() if not n.startswith("__")} if isinstance(r, dict) else r)
        return r
    except SystemExit as e:
        print("SystemExit", e)
    except Exception as e:
        print(type(e).__name__, str(e).replace(d, "D"))


d = tempfile.mkdtemp()


def write(name, text):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w").write(text)
    return path


INFO = """import sys
name, file, pkg, argv0 = __name__, __file__, __package__, sys.argv[0]
spec = __spec__ and __spec__.name
in_modules = sys.modules.get(__name__) is not None and sys.modules[__name__].__dict__ is globals()
given = globals().get("given")
"""
m = write("mod_a.py", INFO)
write("pk/__init__.py", "print('init', __name__)\n")
write("pk/__main__.py", INFO)
write("pk/sub.py", INFO)
write("pk/nomain/__init__.py", "")
write("ns/inner.py", INFO)
write("dirmain/__main__.py", INFO)
write("emptydir/x.txt", "")
write("fails.py", "import missing_thing\n")
write("exits.py", "raise SystemExit(4)\n")
write("argv.py", "import sys\nprint(sys.argv[1:], __name__, __spec__.name, __package__)\nimport __main__\nprint(__main__.__dict__ is globals())\n")
write("boom.py", "def f():\n    return 1 / 0\nf()\n")
sys.path.insert(0, d)


def clean(r):
    if isinstance(r, dict):
        for k, v in list(r.items()):
            if isinstance(v, str):
                r[k] = v.replace(d, "D")
    return r


argv0 = sys.argv[0]
sys.argv[0] = "script"
for args in (("mod_a",), ("mod_a", {"given": 1}), ("mod_a", None, "other"), ("mod_a", None, "alt", True), ("pk",), ("pk.sub",), ("pk.nomain",), ("nope",), ("pk.nope",),
             ("mod_a.x",), (".rel",), ("fails",), ("exits",), ("ns.inner",), ("ns",), ("mod_a.py",)):
    show(lambda: clean(runpy.run_module(*args)))
for args in ((m,), (m, {"given": 2}), (m, None, "rp"), (os.path.join(d, "dirmain"),), (os.path.join(d, "emptydir"),), (os.path.join(d, "nofile.py"),), (os.path.join(d, "fails.py"),),
             (m.encode(),)):
    show(lambda: clean(runpy.run_path(*args)))
sys.argv[0] = argv0
r = runpy.run_module("mod_a", run_name="zz")
print(sorted(n for n in r if n.startswith("__") and n != "__builtins__"), r["__loader__"] is not None or True, "zz" in sys.modules)
print(runpy.__all__)


def py(*args, **kw):
    p = subprocess.run([sys.executable, *args], cwd=d, capture_output=True, text=True, **kw)
    print(args, p.returncode, p.stdout.replace(d, "D"), end="")
    print(p.stderr.replace(d, "D").replace(sys.executable, "PY"), end="")


py("-m", "argv", "a", "-b", "--", "c")
py("-m", "pk")
py("-m", "pk.nomain")
py("-m", "nope")
py("-m", "pk.nope")
py("-m", "mod_a.py")
py("-m", "exits")
py("-m", "boom")
py("-m", "fails")
py("-m", "sys")
py("-m", "json.tool", input='{"a": [1, 2]}')
py("-m", "json", "--compact", input='{"a": [1, 2]}')
py("dirmain")
py("-c", "import sys; print(sys.argv, __name__)", "x", "-y")
shutil.rmtree(d)
