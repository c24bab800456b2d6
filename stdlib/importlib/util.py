# importlib.util: tools for those who import by themselves (library reference,
# "importlib.util").

import _imp
import sys
import types

from ._abc import Loader
from ._bootstrap import _find_spec, _resolve_name, module_from_spec, spec_from_loader
from ._bootstrap_external import (
    MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache, spec_from_file_location,
)

__all__ = ["LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec",
           "module_from_spec", "resolve_name", "source_from_cache", "source_hash", "spec_from_file_location",
           "spec_from_loader"]


def source_hash(source_bytes):
    """The hash of a source file in compiled files that are checked by it."""
    return _imp.source_hash(_imp.pyc_magic_number_token, source_bytes)


def resolve_name(name, package):
    """Make a relative module name absolute."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    rest = name.lstrip(".")
    return _resolve_name(rest, package, len(name) - len(rest))


def _spec_of(fullname, name):
    """The spec of a module of sys.modules."""
    module = sys.modules[fullname]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec


def _find_spec_from_path(name, path=None):
    """Find a module without importing its parents; path is where to look."""
    return _spec_of(name, name) if name in sys.modules else _find_spec(name, path)


def find_spec(name, package=None):
    """Find a module; its parent packages are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        return _spec_of(fullname, name)
    path = None
    parent_name = fullname.rpartition(".")[0]
    if parent_name:
        parent = __import__(parent_name, fromlist=["__path__"])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {fullname!r}",
                                      name=fullname) from e
    return _find_spec(fullname, path)


class _incompatible_extension_module_restrictions:
    """Sets whether extension modules are checked in subinterpreters; gopy has none."""

    def __init__(self, *, disable_check):
        self.disable_check = bool(disable_check)

    def __enter__(self):
        self.old = _imp._override_multi_interp_extensions_check(self.override)
        return self

    def __exit__(self, *args):
        old = self.old
        del self.old
        _imp._override_multi_interp_extensions_check(old)

    @property
    def override(self):
        return -1 if self.disable_check else 1


class _LazyModule(types.ModuleType):
    """A module that is loaded when an attribute of it is asked for."""

    def __getattribute__(self, attr):
        get = object.__getattribute__
        spec = get(self, "__spec__")
        state = spec.loader_state
        with state["lock"]:
            if get(self, "__class__") is _LazyModule:
                cls = state["__class__"]
                if state["is_loading"]:
                    return cls.__getattribute__(self, attr)  # the module's own code asks
                state["is_loading"] = True
                _LazyModule._load(self, spec, cls.__getattribute__(self, "__dict__"), state["__dict__"])
                if isinstance(self, _LazyModule):
                    object.__setattr__(self, "__class__", cls)
        return getattr(self, attr)

    def _load(self, spec, now, then):
        # What was set on the module before it was loaded stays.
        changed = {k: v for k, v in now.items() if k not in then or v is not then[k]}
        name = spec.name
        spec.loader.exec_module(self)
        if name in sys.modules and sys.modules[name] is not self:
            raise ValueError(f"module object for {name!r} substituted in sys.modules during a lazy load")
        now.update(changed)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader(Loader):
    """A loader whose modules are loaded by another loader when they are used."""

    @staticmethod
    def __check_eager_loader(loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")

    @classmethod
    def factory(cls, loader):
        """Make a callable that makes lazy loaders around loaders of class loader."""
        cls.__check_eager_loader(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def __init__(self, loader):
        self.__check_eager_loader(loader)
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Make the module load itself later."""
        import threading
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {
            "__dict__": module.__dict__.copy(),
            "__class__": module.__class__,
            "lock": threading.RLock(),
            "is_loading": False,
        }
        module.__class__ = _LazyModule
