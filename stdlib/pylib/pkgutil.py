# pkgutil: tools for packages (library reference, "pkgutil").

import importlib
import importlib.machinery
import importlib.util
import os
import os.path
import sys
from collections import namedtuple
from functools import singledispatch

__all__ = [
    "get_importer", "iter_importers", "walk_packages", "iter_modules", "get_data", "read_code", "extend_path",
    "ModuleInfo",
]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A namedtuple with minimal info about a module."


def read_code(stream):
    """The code object in a compiled file, or None if it is for another version."""
    import marshal
    if stream.read(4) != importlib.util.MAGIC_NUMBER:
        return None
    stream.read(12)
    return marshal.load(stream)


def walk_packages(path=None, prefix="", onerror=None):
    """Tell the modules on path, or all, and those in the packages among them.

    Packages are imported for that; a failure is told to onerror, or raised if
    there is none, unless it is an ImportError."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            folders = []
            for p in getattr(sys.modules[info.name], "__path__", None) or []:
                if p not in seen:
                    seen.add(p)
                    folders.append(p)
            yield from walk_packages(folders, info.name + ".", onerror)


def iter_modules(path=None, prefix=""):
    """Tell the modules on path, or those on sys.path."""
    if path is None:
        importers = iter_importers()
    elif isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    else:
        importers = map(get_importer, path)
    yielded = set()
    for importer in importers:
        for name, ispkg in iter_importer_modules(importer, prefix):
            if name not in yielded:
                yielded.add(name)
                yield ModuleInfo(importer, name, ispkg)


@singledispatch
def iter_importer_modules(importer, prefix=""):
    if hasattr(importer, "iter_modules"):
        return importer.iter_modules(prefix)
    return _iter_zip_modules(importer, prefix) if type(importer).__module__ == "zipimport" else []


def _iter_file_finder_modules(importer, prefix=""):
    if importer.path is None or not os.path.isdir(importer.path):
        return
    try:
        names = sorted(os.listdir(importer.path))
    except OSError:
        return
    from inspect import getmodulename
    yielded = set()
    for entry in names:
        name = getmodulename(entry)
        if name == "__init__" or name in yielded:
            continue
        path = os.path.join(importer.path, entry)
        ispkg = False
        if not name and os.path.isdir(path) and "." not in entry:
            name = entry
            try:
                inside = os.listdir(path)
            except OSError:
                inside = []
            ispkg = any(getmodulename(n) == "__init__" for n in inside)
            if not ispkg:
                continue
        if name and "." not in name:
            yielded.add(name)
            yield prefix + name, ispkg


def _iter_zip_modules(importer, prefix):
    from inspect import getmodulename
    yielded = set()
    for path in sorted(importer._files):
        if not path.startswith(importer.prefix):
            continue
        parts = path[len(importer.prefix):].split(os.sep)
        if len(parts) == 2 and parts[1].startswith("__init__.py"):
            name, ispkg = parts[0], True
        elif len(parts) == 1:
            name, ispkg = getmodulename(parts[0]), False
        else:
            continue
        if name and name != "__init__" and "." not in name and name not in yielded:
            yielded.add(name)
            yield prefix + name, ispkg


iter_importer_modules.register(importlib.machinery.FileFinder, _iter_file_finder_modules)


def get_importer(path_item):
    """The finder for an entry of a path, or None."""
    path_item = os.fsdecode(path_item)
    try:
        return sys.path_importer_cache[path_item]
    except KeyError:
        pass
    for hook in sys.path_hooks:
        try:
            importer = hook(path_item)
        except ImportError:
            continue
        sys.path_importer_cache.setdefault(path_item, importer)
        return importer
    return None


def iter_importers(fullname=""):
    """Tell the finders for a module: those of its package, or all of sys.meta_path and sys.path."""
    if fullname.startswith("."):
        raise ImportError("Relative module name {!r} not supported".format(fullname))
    if "." in fullname:
        package = importlib.import_module(fullname.rpartition(".")[0])
        path = getattr(package, "__path__", None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def extend_path(path, name):
    """Add to a package's __path__ the folders of that name on sys.path, and those in files NAME.pkg there."""
    if not isinstance(path, list):
        return path
    pkg_file = name + ".pkg"
    path = path[:]
    parent, _, last = name.rpartition(".")
    if parent:
        try:
            search = sys.modules[parent].__path__
        except (KeyError, AttributeError):
            return path
    else:
        search = sys.path
    for folder in search:
        if not isinstance(folder, str):
            continue
        finder = get_importer(folder)
        portions = []
        if finder is not None and hasattr(finder, "find_spec"):
            spec = finder.find_spec(last)
            if spec is not None:
                portions = spec.submodule_search_locations or []
        for portion in portions:
            if portion not in path:
                path.append(portion)
        listed = os.path.join(folder, pkg_file)
        if not os.path.isfile(listed):
            continue
        try:
            f = open(listed, encoding="utf-8")
        except OSError as msg:
            sys.stderr.write("Can't open %s: %s\n" % (listed, msg))
            continue
        with f:
            for line in f:
                line = line.rstrip("\n")
                if line and not line.startswith("#"):
                    path.append(line)
    return path


def get_data(package, resource):
    """The bytes of a file in a package, or None if its loader gives none."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.loader is None or not hasattr(spec.loader, "get_data"):
        return None
    module = sys.modules.get(package) or importlib._bootstrap._load(spec)
    if module is None or not hasattr(module, "__file__"):
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split("/")))


_name_pattern = None


def resolve_name(name):
    """The object that a name like package.module:attribute.attribute means.

    Without a colon the module is the longest beginning that can be imported."""
    global _name_pattern
    if _name_pattern is None:
        import re
        words = r"(?!\d)(\w+)(\.(?!\d)(\w+))*"
        _name_pattern = re.compile(f"^(?P<pkg>{words})(?P<cln>:(?P<obj>{words})?)?$")
    m = _name_pattern.match(name)
    if not m:
        raise ValueError(f"invalid format: {name!r}")
    if m["cln"]:
        result = importlib.import_module(m["pkg"])
        parts = m["obj"].split(".") if m["obj"] else []
    else:
        parts = name.split(".")
        module = parts.pop(0)
        result = importlib.import_module(module)
        while parts:
            try:
                result = importlib.import_module(f"{module}.{parts[0]}")
            except ImportError:
                break
            module += "." + parts.pop(0)
    for part in parts:
        result = getattr(result, part)
    return result
