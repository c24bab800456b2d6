import os
import pkgutil
import sys
import tempfile

d = tempfile.mkdtemp()
sys.path.insert(1, d)


def write(name, text=""):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


write("pka/__init__.py", "class C:\n    attr = 1\n    def f(self): pass\n")
write("pka/m.py", "value = 5\n")
write("pka/sub/__init__.py")
write("pka/sub/deep.py")
write("pka/data.bin", "data")
write("bad/__init__.py", "1/0\n")
write("plain.py")
print([(x.name, x.ispkg) for x in pkgutil.iter_modules([d])])
print([(x.name, x.ispkg) for x in pkgutil.iter_modules([d + "/pka"], "pka.")])
errors = []
print([x.name for x in pkgutil.walk_packages([d], onerror=errors.append)], errors)
try:
    list(pkgutil.walk_packages([d]))
except ZeroDivisionError as e:
    print(e)
print(pkgutil.get_data("pka", "data.bin"), type(pkgutil.get_importer(d)).__name__, pkgutil.get_importer(d + "/nosuch"))
for n in ("pka:C.attr", "pka.m.value", "pka.m:value", "pka.m", "pka:", "pka.C.f", "1a", "pka:nosuch", "nosuch.x", "a b"):
    try:
        r = pkgutil.resolve_name(n)
        print(n, getattr(r, "__name__", r))
    except Exception as e:
        print(n, type(e).__name__, e)
try:
    list(pkgutil.iter_modules("abc"))
except ValueError as e:
    print(e)
print(pkgutil.extend_path(["x"], "nosuch_package"), pkgutil.extend_path("x", "y"))
write("more/ext/__init__.py")
write("ext/__init__.py", "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n")
write("more/ext/inner.py", "v = 1\n")
sys.path.append(d + "/more")
import ext.inner
print(ext.inner.v, len(ext.__path__))
