# The part of the import system that knows no files (language reference,
# chapter 5): specs, locks, the importers of gopy's own modules, __import__.
#
# It runs when a program looks at the import system or changes it; until then
# the interpreter imports by itself, in the same way.

import _imp
import _thread
import sys

from _imp import _DeadlockError, _ModuleLock, _ModuleSpec as ModuleSpec

_bootstrap_external = None


def _object_name(obj):
    return getattr(obj, "__qualname__", None) or type(obj).__qualname__


def _warn(message, category, stacklevel=1):
    import warnings
    warnings.warn(message, category, stacklevel=stacklevel + 1)


def _wrap(new, old):
    """Make function new look like old."""
    for attr in ("__module__", "__name__", "__qualname__", "__doc__"):
        if hasattr(old, attr):
            setattr(new, attr, getattr(old, attr))
    new.__dict__.update(old.__dict__)


def _new_module(name):
    return type(sys)(name)


# Locks

class _ModuleLockManager:
    """Holds the lock of a module while its block runs."""

    def __init__(self, name):
        self._name = name
        self._lock = None

    def __enter__(self):
        self._lock = _get_module_lock(self._name)
        self._lock.acquire()

    def __exit__(self, *args):
        self._lock.release()


class _ModuleLocks:
    """The names of the modules whose locks are in use."""

    def __contains__(self, name):
        return name in _imp._locked_modules()

    def __len__(self):
        return len(_imp._locked_modules())

    def __repr__(self):
        return repr(_imp._locked_modules())


_module_locks = _ModuleLocks()
_blocking_on = {}  # the interpreter has its own


def _get_module_lock(name):
    """The lock of module name; it lives as long as someone uses it."""
    return _imp._module_lock(name)


def _lock_unlock_module(name):
    """Wait until no thread imports module name."""
    lock = _get_module_lock(name)
    try:
        lock.acquire()
    except _DeadlockError:
        return  # a circular import: the caller gets the unfinished module
    lock.release()


class _ImportLockContext:
    """Holds the lock of the import system."""

    def __enter__(self):
        _imp.acquire_lock()

    def __exit__(self, exc_type, exc_value, exc_traceback):
        _imp.release_lock()


def _call_with_frames_removed(f, *args, **kwds):
    """Call f; tracebacks do not show this file's functions above a call of this one."""
    return f(*args, **kwds)


def _verbose_message(message, *args, verbosity=1):
    """Print a message to stderr if -v was given."""
    if sys.flags.verbose >= verbosity:
        if not message.startswith(("#", "import ")):
            message = "# " + message
        print(message.format(*args), file=sys.stderr)


def _requires_builtin(fxn):
    """Decorate a loader's method that takes names of built-in modules only."""
    def _requires_builtin_wrapper(self, fullname):
        if fullname not in sys.builtin_module_names:
            raise ImportError(f"{fullname!r} is not a built-in module", name=fullname)
        return fxn(self, fullname)
    _wrap(_requires_builtin_wrapper, fxn)
    return _requires_builtin_wrapper


def _requires_frozen(fxn):
    """Decorate a loader's method that takes names of frozen modules only."""
    def _requires_frozen_wrapper(self, fullname):
        if not _imp.is_frozen(fullname):
            raise ImportError(f"{fullname!r} is not a frozen module", name=fullname)
        return fxn(self, fullname)
    _wrap(_requires_frozen_wrapper, fxn)
    return _requires_frozen_wrapper


def _load_module_shim(self, fullname):
    """load_module() of loaders that have exec_module(); deprecated."""
    _warn("the load_module() method is deprecated and slated for removal in Python 3.15; "
          "use exec_module() instead", DeprecationWarning, 2)
    spec = spec_from_loader(fullname, self)
    if fullname not in sys.modules:
        return _load(spec)
    module = sys.modules[fullname]
    _exec(spec, module)
    return sys.modules[fullname]


# Specs

def _module_repr(module):
    """The repr of a module."""
    spec = getattr(module, "__spec__", None)
    if spec:
        return _module_repr_from_spec(spec)
    name = getattr(module, "__name__", "?")
    loader = getattr(module, "__loader__", None)
    if hasattr(module, "__file__"):
        return f"<module {name!r} from {module.__file__!r}>"
    return f"<module {name!r}>" if loader is None else f"<module {name!r} ({loader!r})>"


def _module_repr_from_spec(spec):
    name = "?" if spec.name is None else spec.name
    if spec.origin is not None:
        return f"<module {name!r} from {spec.origin!r}>" if spec.has_location else f"<module {spec.name!r} ({spec.origin})>"
    loader = spec.loader
    if loader is None:
        return f"<module {name!r}>"
    if _bootstrap_external is not None and isinstance(loader, _bootstrap_external.NamespaceLoader):
        return f"<module {name!r} (namespace) from {list(loader._path)}>"
    return f"<module {name!r} ({loader!r})>"


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Make the spec of a module from what its loader tells."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if not origin and hasattr(loader, "get_filename"):
        if _bootstrap_external is None:
            raise NotImplementedError
        from_file = _bootstrap_external.spec_from_file_location
        if is_package is None:
            return from_file(name, loader=loader)
        return from_file(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def _spec_from_module(module, loader=None, origin=None):
    """The spec of a module, made from its attributes if it has none."""
    spec = getattr(module, "__spec__", None)
    if spec is not None:
        return spec
    if loader is None:
        loader = getattr(module, "__loader__", None)
    location = getattr(module, "__file__", None)
    if origin is None:
        origin = (getattr(loader, "_ORIGIN", None) if loader is not None else None) or location
    spec = ModuleSpec(module.__name__, loader, origin=origin)
    spec._set_fileattr = location is not None and origin == location
    spec.cached = getattr(module, "__cached__", None)
    try:
        spec.submodule_search_locations = list(module.__path__)
    except AttributeError:
        spec.submodule_search_locations = None
    return spec


def _init_module_attrs(spec, module, *, override=False):
    """Give module what its spec says; a module that takes no attributes goes without."""
    def put(attr, value):
        if override or getattr(module, attr, None) is None:
            try:
                setattr(module, attr, value)
            except AttributeError:
                pass

    put("__name__", spec.name)
    if override or getattr(module, "__loader__", None) is None:
        loader = spec.loader
        if loader is None and spec.submodule_search_locations is not None:
            if _bootstrap_external is None:
                raise NotImplementedError
            cls = _bootstrap_external.NamespaceLoader
            loader = cls.__new__(cls)
            loader._path = spec.submodule_search_locations
            spec.loader = loader
            module.__file__ = None  # a namespace package is nowhere
        put("__loader__", loader)
    put("__package__", spec.parent)
    try:
        module.__spec__ = spec
    except AttributeError:
        pass
    if spec.submodule_search_locations is not None:
        put("__path__", spec.submodule_search_locations)
    if spec.has_location:
        put("__file__", spec.origin)
        if spec.cached is not None:
            put("__cached__", spec.cached)
    return module


def module_from_spec(spec):
    """Make the module that spec describes, without running its code."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = _new_module(spec.name)
    return _init_module_attrs(spec, module)


# Loading

def _move_to_end(name):
    """Make a module the last of sys.modules, where it was put when it was ready."""
    module = sys.modules.pop(name)
    sys.modules[name] = module
    return module


def _warn_load_module(loader):
    _warn(f"{_object_name(loader)}.exec_module() not found; falling back to load_module()", ImportWarning, 2)


def _exec(spec, module):
    """Run the code of spec in the existing module; reload() does."""
    name = spec.name
    with _ModuleLockManager(name):
        if sys.modules.get(name) is not module:
            raise ImportError(f"module {name!r} not in sys.modules", name=name)
        try:
            if spec.loader is None and spec.submodule_search_locations is None:
                raise ImportError("missing loader", name=spec.name)
            namespace = spec.loader is None
            _init_module_attrs(spec, module, override=True)
            if namespace:
                pass
            elif hasattr(spec.loader, "exec_module"):
                spec.loader.exec_module(module)
            else:
                _warn_load_module(spec.loader)
                spec.loader.load_module(name)
        finally:
            module = _move_to_end(spec.name)
    return module


def _load_backward_compatible(spec):
    """Load a module by a loader that has only load_module()."""
    try:
        spec.loader.load_module(spec.name)
    except:
        if spec.name in sys.modules:
            _move_to_end(spec.name)
        raise
    module = _move_to_end(spec.name)
    package = spec.name
    if getattr(module, "__package__", None) is None and hasattr(module, "__name__"):
        package = module.__name__ if hasattr(module, "__path__") else spec.name.rpartition(".")[0]
    for attr, value in (("__loader__", spec.loader), ("__package__", package), ("__spec__", spec)):
        if getattr(module, attr, None) is None:
            try:
                setattr(module, attr, value)
            except AttributeError:
                pass
    return module


def _load_unlocked(spec):
    if spec.loader is not None and not hasattr(spec.loader, "exec_module"):
        _warn_load_module(spec.loader)
        return _load_backward_compatible(spec)
    module = module_from_spec(spec)
    spec._initializing = True  # before others can find the module
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is not None:
                spec.loader.exec_module(module)
            elif spec.submodule_search_locations is None:
                raise ImportError("missing loader", name=spec.name)
        except:
            sys.modules.pop(spec.name, None)
            raise
        # The module may have put something else into its place.
        module = _move_to_end(spec.name)
        _verbose_message("import {!r} # {!r}", spec.name, spec.loader)
    finally:
        spec._initializing = False
    return module


def _load(spec):
    """Load a module and put it into sys.modules, in place of one that is there."""
    with _ModuleLockManager(spec.name):
        return _load_unlocked(spec)


# Importers of gopy's own modules

class BuiltinImporter:
    """Finds and loads modules that are written in Go."""

    _ORIGIN = "built-in"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if not _imp.is_builtin(fullname):
            return None
        return spec_from_loader(fullname, cls, origin=cls._ORIGIN)

    @staticmethod
    def create_module(spec):
        """Create a built-in module."""
        if spec.name not in sys.builtin_module_names:
            raise ImportError(f"{spec.name!r} is not a built-in module", name=spec.name)
        return _call_with_frames_removed(_imp.create_builtin, spec)

    @staticmethod
    def exec_module(module):
        """Fill a built-in module."""
        _call_with_frames_removed(_imp.exec_builtin, module)

    @classmethod
    @_requires_builtin
    def get_code(cls, fullname):
        """Built-in modules have no code object: None."""
        return None

    @classmethod
    @_requires_builtin
    def get_source(cls, fullname):
        """Built-in modules have no source: None."""
        return None

    @classmethod
    @_requires_builtin
    def is_package(cls, fullname):
        """Built-in modules are no packages: False."""
        return False

    load_module = classmethod(_load_module_shim)


class FrozenImporter:
    """Finds and loads the library's modules that no file may shadow."""

    _ORIGIN = "frozen"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        info = _call_with_frames_removed(_imp.find_frozen, fullname)
        return None if info is None else cls._spec(fullname, info)

    @classmethod
    def _spec(cls, fullname, info):
        _, package, origname = info
        spec = spec_from_loader(fullname, FrozenImporter, origin=cls._ORIGIN, is_package=package)
        spec.loader_state = type(sys.implementation)(filename=None, origname=origname)
        return spec

    @staticmethod
    def create_module(spec):
        """Create a library module."""
        return _imp._create_library(spec)

    @staticmethod
    def exec_module(module):
        """Run a library module."""
        _call_with_frames_removed(_imp._exec_library, module, module.__spec__.name)

    load_module = classmethod(_load_module_shim)

    @classmethod
    @_requires_frozen
    def get_code(cls, fullname):
        """Return the code object of a library module."""
        return _imp.get_frozen_object(fullname)

    @classmethod
    @_requires_frozen
    def get_source(cls, fullname):
        """The library's sources are not given away: None."""
        return None

    @classmethod
    @_requires_frozen
    def is_package(cls, fullname):
        """Whether the library module is a package."""
        return _imp.is_frozen_package(fullname)


class LibraryImporter(FrozenImporter):
    """Finds the library's other modules, for which files on sys.path come first."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        info = _imp._find_library(fullname)
        return None if info is None else cls._spec(fullname, info)


# Import itself

def _resolve_name(name, package, level):
    """Make a relative module name absolute."""
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name}" if name else bits[0]


def _find_spec(name, path, target=None):
    """Ask the finders of sys.meta_path for a module."""
    if sys.meta_path is None:
        raise ImportError("sys.meta_path is None, Python is likely shutting down")
    finders = list(sys.meta_path)
    if not finders:
        _warn("sys.meta_path is empty", ImportWarning)
    reloading = name in sys.modules
    for finder in finders:
        with _ImportLockContext():
            try:
                find_spec = finder.find_spec
            except AttributeError:
                continue
            spec = find_spec(name, path, target)
        if spec is None:
            continue
        if not reloading and name in sys.modules:
            # The finder has imported it.
            try:
                known = sys.modules[name].__spec__
            except AttributeError:
                return spec
            return spec if known is None else known
        return spec
    return None


def _sanity_check(name, package, level):
    if not isinstance(name, str):
        raise TypeError(f"module name must be str, not {type(name)}")
    if level < 0:
        raise ValueError("level must be >= 0")
    if level > 0:
        if not isinstance(package, str):
            raise TypeError("__package__ not set to a string")
        if not package:
            raise ImportError("attempted relative import with no known parent package")
    if not name and level == 0:
        raise ValueError("Empty module name")


_ERR_MSG_PREFIX = "No module named "


def _find_and_load_unlocked(name, import_):
    path = parent_spec = None
    parent, _, child = name.rpartition(".")
    if parent:
        if parent not in sys.modules:
            _call_with_frames_removed(import_, parent)
        if sys.modules.get(name) is not None:
            return sys.modules[name]  # the parent has imported it
        parent_module = sys.modules[parent]
        try:
            path = parent_module.__path__
        except AttributeError:
            raise ModuleNotFoundError(f"{_ERR_MSG_PREFIX}{name!r}; {parent!r} is not a package", name=name) from None
        parent_spec = parent_module.__spec__
        if getattr(parent_spec, "_initializing", False):
            _call_with_frames_removed(import_, parent)
        if sys.modules.get(name) is not None:
            return sys.modules[name]
    spec = _find_spec(name, path)
    if spec is None:
        raise ModuleNotFoundError(f"{_ERR_MSG_PREFIX}{name!r}", name=name)
    if parent_spec:
        parent_spec._uninitialized_submodules.append(child)
    try:
        module = _load_unlocked(spec)
    finally:
        if parent_spec:
            parent_spec._uninitialized_submodules.pop()
    if parent:
        try:
            setattr(sys.modules[parent], child, module)
        except AttributeError:
            _warn(f"Cannot set an attribute on {parent!r} for child module {child!r}", ImportWarning)
    return module


_NEEDS_LOADING = object()


def _find_and_load(name, import_):
    """The module called name, loaded if it is not there or not finished."""
    module = sys.modules.get(name, _NEEDS_LOADING)
    if module is _NEEDS_LOADING or getattr(getattr(module, "__spec__", None), "_initializing", False):
        with _ModuleLockManager(name):
            module = sys.modules.get(name, _NEEDS_LOADING)
            if module is _NEEDS_LOADING:
                return _find_and_load_unlocked(name, import_)
        _lock_unlock_module(name)
    elif sys.modules.get(name) is not module:
        return _find_and_load(name, import_)  # its import failed meanwhile
    if module is None:
        raise ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
    return module


def _gcd_import(name, package=None, level=0):
    """Import and return module name, which is relative to package if level says so."""
    _sanity_check(name, package, level)
    if level > 0:
        name = _resolve_name(name, package, level)
    return _find_and_load(name, _gcd_import)


def _handle_fromlist(module, fromlist, import_, *, recursive=False):
    """Import the submodules that a from list names."""
    for x in fromlist:
        if not isinstance(x, str):
            where = module.__name__ + ".__all__" if recursive else "``from list''"
            raise TypeError(f"Item in {where} must be str, not {type(x).__name__}")
        if x == "*":
            if not recursive and hasattr(module, "__all__"):
                _handle_fromlist(module, module.__all__, import_, recursive=True)
        elif not hasattr(module, x):
            name = f"{module.__name__}.{x}"
            try:
                _call_with_frames_removed(import_, name)
            except ModuleNotFoundError as exc:
                if exc.name != name or sys.modules.get(name, _NEEDS_LOADING) is None:
                    raise
    return module


def _calc___package__(globals):
    """The package that relative imports in a module with globals start from."""
    package, spec = globals.get("__package__"), globals.get("__spec__")
    if package is not None:
        if spec is not None and package != spec.parent:
            _warn(f"__package__ != __spec__.parent ({package!r} != {spec.parent!r})", DeprecationWarning, 3)
        return package
    if spec is not None:
        return spec.parent
    _warn("can't resolve package from __spec__ or __package__, falling back on __name__ and __path__", ImportWarning, 3)
    package = globals["__name__"]
    return package if "__path__" in globals else package.rpartition(".")[0]


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    """Import a module, as the import statement does.

    globals tells where a relative import starts, locals is not used. The
    result is the top package of name, or the module itself if fromlist is not
    empty. level is the number of leading dots."""
    if level == 0:
        module = _gcd_import(name)
    else:
        module = _gcd_import(name, _calc___package__({} if globals is None else globals), level)
    if fromlist:
        return _handle_fromlist(module, fromlist, _gcd_import) if hasattr(module, "__path__") else module
    first = name.partition(".")[0]
    if level == 0:
        return _gcd_import(first)
    if not name:
        return module
    return sys.modules[module.__name__[:len(module.__name__) - len(name) + len(first)]]


def _builtin_from_name(name):
    spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ImportError("no built-in module named " + name)
    return _load_unlocked(spec)


def _load_from_path(name, path):
    """Load a module that is found on path, or return None; the interpreter calls this."""
    spec = _bootstrap_external.PathFinder.find_spec(name, path)
    return None if spec is None else _load_unlocked(spec)


def _setup(sys_module, _imp_module):
    pass


def _start():
    """Put the usual finders into sys; the interpreter calls this once."""
    global _bootstrap_external
    import _frozen_importlib_external as external
    this = sys.modules[__name__]
    _bootstrap_external = external
    external._set_bootstrap_module(this)
    meta = [BuiltinImporter, FrozenImporter, external.PathFinder, LibraryImporter]
    hooks = [external._zip_hook, external.FileFinder.path_hook(*external._get_supported_file_loaders())]
    for name, value in ("meta_path", meta), ("path_hooks", hooks), ("path_importer_cache", {}):
        vars(sys).setdefault(name, value)
    _imp._set_finders(meta, hooks, this)
    for module in list(sys.modules.values()):
        if isinstance(module, type(sys)):
            getattr(module, "__loader__", None)  # it is made now
