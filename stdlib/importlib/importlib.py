# importlib: import by name and the parts of the import system (library
# reference, "importlib").

import _imp
import sys

try:
    import _frozen_importlib as _bootstrap
except ImportError:
    from . import _bootstrap
    _bootstrap._setup(sys, _imp)
else:
    # It is one module under two names.
    _bootstrap.__name__ = "importlib._bootstrap"
    _bootstrap.__package__ = "importlib"
    sys.modules["importlib._bootstrap"] = _bootstrap

try:
    import _frozen_importlib_external as _bootstrap_external
except ImportError:
    from . import _bootstrap_external
    _bootstrap_external._set_bootstrap_module(_bootstrap)
    _bootstrap._bootstrap_external = _bootstrap_external
else:
    _bootstrap_external.__name__ = "importlib._bootstrap_external"
    _bootstrap_external.__package__ = "importlib"
    sys.modules["importlib._bootstrap_external"] = _bootstrap_external

from ._bootstrap import __import__

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]


def invalidate_caches():
    """Make the finders of sys.meta_path forget what they know about files."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Import and return a module; a name with leading dots is relative to package."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
    return _bootstrap._gcd_import(name[level:], package, level)


_RELOADING = {}


def reload(module):
    """Run the code of an imported module again, in the same module object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _RELOADING:
        return _RELOADING[name]
    _RELOADING[name] = module
    try:
        return _reload(name, module)
    finally:
        _RELOADING.pop(name, None)


def _reload(name, module):
    path = None
    parent = name.rpartition(".")[0]
    if parent:
        if parent not in sys.modules:
            raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
        path = sys.modules[parent].__path__
    spec = module.__spec__ = _bootstrap._find_spec(name, path, module)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    _bootstrap._exec(spec, module)
    return sys.modules[name]
