# Specs, loaders, finders, reload, namespace packages, lazy modules.
import importlib
import importlib.abc
import importlib.machinery
import importlib.resources
import importlib.util
import os
import sys
import tempfile
import types

sys.dont_write_bytecode = True
d = tempfile.mkdtemp()
sys.path.insert(1, d)


def write(name, text):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def p(*a):
    print(*[str(x).replace(d, "D").replace(sys.implementation.cache_tag, "TAG") for x in a])


write("m1.py", "x = 1\nseen = __name__, __package__, __spec__.name, __spec__.parent, type(__loader__).__name__\n")
import m1
p(m1, m1.seen, m1.__file__, m1.__cached__, m1.__spec__.origin, m1.__spec__.has_location, m1.__spec__.cached)
p(type(m1.__loader__).__name__, m1.__loader__.name, m1.__loader__.path, m1.__loader__ is m1.__spec__.loader)
p(m1.__loader__.get_source("m1"), m1.__loader__.is_package("m1"), m1.__loader__.get_data(m1.__file__))
try:
    m1.__loader__.get_source("other")
except ImportError as e:
    p(e)
m1.y = 2
write("m1.py", "x = 10\n")
p(importlib.reload(m1) is m1, m1.x, m1.y)
for bad in (1, types.ModuleType("nosuch")):
    try:
        importlib.reload(bad)
    except (TypeError, ImportError) as e:
        p(type(e).__name__, e)

# Namespace packages in two folders.
write("one/ns/a.py", "v = 'a'\n")
write("two/ns/b.py", "v = 'b'\n")
sys.path += [d + "/one", d + "/two"]
import ns.a
import ns.b
p(ns, list(ns.__path__), ns.a.v, ns.b.v, ns.__spec__.origin, type(ns.__loader__).__name__, hasattr(ns, "__file__"))

# A package.
write("pk/__init__.py", "from .sub import v\n")
write("pk/sub.py", "v = __name__\n")
write("pk/data.txt", "some data\n")
import pk
p(pk.v, pk.__path__, pk.__spec__.submodule_search_locations, pk.__spec__.parent, pk.sub)
p(importlib.resources.read_text("pk", "data.txt"), importlib.resources.files("pk") / "data.txt")
p(importlib.import_module(".sub", "pk").v, importlib.util.resolve_name("..x", "a.b.c"), importlib.util.find_spec("pk.sub").name)
p(importlib.util.find_spec("nosuch"))
for f, a in ((importlib.import_module, (".sub",)), (importlib.util.resolve_name, (".x", None)), (importlib.util.find_spec, ("nosuch.x",)),
             (importlib.util.resolve_name, ("...x", "a"))):
    try:
        f(*a)
    except Exception as e:
        p(type(e).__name__, e)


# A finder of one's own.
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("virt"):
            return importlib.util.spec_from_loader(name, Loader(), origin="nowhere", is_package=name == "virt")


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.made = module.__name__
        if module.__name__ == "virt.bad":
            raise ValueError("bad module")


finder = Finder()
sys.meta_path.insert(0, finder)
import virt.sub
p(virt, virt.sub.made, virt.__path__, virt.__spec__.origin, virt.sub.__package__)
try:
    import virt.bad
except ValueError as e:
    p(e, "virt.bad" in sys.modules)
import json.tool
p(json.tool.__name__)
sys.meta_path.remove(finder)

# By hand.
spec = importlib.util.spec_from_file_location("byhand", d + "/pk/sub.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
p(module, module.v, "byhand" in sys.modules, importlib.util.spec_from_file_location("x", d + "/x.unknown"))
s = importlib.machinery.ModuleSpec("n.m", None, origin="o", is_package=True)
p(s, s.parent, s.cached, s == importlib.machinery.ModuleSpec("n.m", None, origin="o", is_package=True), s != s, s.has_location, s.loader_state)
s.loader_state, s.extra = 1, 2
p(s.loader_state, s.extra)
p(importlib.util.cache_from_source("/a/b.py"), importlib.util.cache_from_source("/a/b.py", optimization=1))
for a in ("/a/b.pyc", "/a/__pycache__/b.pyc", "/a/__pycache__/b.x.y.pyc"):
    try:
        p(importlib.util.source_from_cache(a))
    except ValueError as e:
        p(e)
p(importlib.util.source_from_cache("/a/__pycache__/b.tag.opt-1.pyc"), importlib.util.decode_source(b"# coding: latin-1\r\n'\xe9'\r\n"))
p(len(importlib.util.MAGIC_NUMBER), len(importlib.util.source_hash(b"x")), importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.BYTECODE_SUFFIXES)

# Lazy modules.
write("lazy.py", "print('lazy runs')\nz = 3\n")
spec = importlib.util.find_spec("lazy")
spec.loader = importlib.util.LazyLoader(spec.loader)
lazy = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lazy)
p("not yet")
p(lazy.z, type(lazy).__name__)
try:
    importlib.util.LazyLoader(object())
except TypeError as e:
    p(e)

# Compiled files.
import py_compile
write("comp.py", "val = 'compiled'\n")
pyc = py_compile.compile(d + "/comp.py")
p(pyc)
os.rename(pyc, d + "/comp.pyc")
os.remove(d + "/comp.py")
import comp
p(comp.val, comp.__file__, type(comp.__loader__).__name__)
write("broken.py", "def\n")
try:
    py_compile.compile(d + "/broken.py", doraise=True)
except py_compile.PyCompileError as e:
    p(e.exc_type_name, e.file)

# Modules with attributes of their own.
write("attrs.py", "def __getattr__(n):\n    if n == 'dyn':\n        return 'made'\n    raise AttributeError(n)\ndef __dir__():\n    return ['dyn']\n")
import attrs
p(attrs.dyn, dir(attrs), hasattr(attrs, "other"))
from attrs import dyn
p(dyn)
p(sys.path_importer_cache.get(d).__class__.__name__, [f.__name__ for f in sys.meta_path[:3]], len(sys.path_hooks) >= 1)
importlib.invalidate_caches()
p([issubclass(a, b) for a, b in ((importlib.machinery.FileFinder, importlib.abc.PathEntryFinder), (importlib.machinery.PathFinder, importlib.abc.MetaPathFinder),
                                (importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader))])
