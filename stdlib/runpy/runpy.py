# runpy: run modules and scripts by their names.
#
# Tracebacks show two lines of this file, as CPython's do of its own: those of
# _run_code and _run_module_as_main must stay where they are.

import os
import sys

from _runpy import library_source, make_spec

__all__ = ["run_module", "run_path"]


class _Error(Exception):
    """A module cannot be run."""


def _named(error, name):
    """Tell the module in an error."""
    error.name = name
    return error


class _TempModule:
    """Puts a new module into sys.modules for a time."""

    def __init__(self, mod_name):
        import types
        self.mod_name = mod_name
        self.module = types.ModuleType(mod_name)

    def __enter__(self):
        self.saved = sys.modules.get(self.mod_name)
        sys.modules[self.mod_name] = self.module
        return self

    def __exit__(self, *args):
        if self.saved is not None:
            sys.modules[self.mod_name] = self.saved
        else:
            del sys.modules[self.mod_name]


def _temporary_argv(value):
    """Set sys.argv[0]; the result is the old one."""
    saved, sys.argv[0] = sys.argv[0], value
    return saved































def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Run code in run_globals, which get what a module's globals have."""
    if init_globals is not None:
        run_globals.update(init_globals)
    spec_origin = script_name if mod_spec is None else mod_spec.origin
    package = pkg_name if mod_spec is None or pkg_name is not None else mod_spec.parent
    run_globals.update(__name__=mod_name, __file__=spec_origin, __cached__=getattr(mod_spec, "cached", None), __doc__=None,
                       __loader__=None if mod_spec is None else mod_spec.loader, __package__=package,
                       __spec__=mod_spec)
    exec(code, run_globals)
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Run code as a module of its own that is in sys.modules meanwhile."""
    fname = script_name if mod_spec is None else mod_spec.origin
    with _TempModule(mod_name) as temp:
        saved = _temporary_argv(fname)
        try:
            mod_globals = temp.module.__dict__
            _run_code(code, mod_globals, init_globals, mod_name, mod_spec, pkg_name, script_name)
        finally:
            sys.argv[0] = saved
    # Code may go on using the globals of the module, which is gone.
    return mod_globals.copy()


_ELSEWHERE = object()


def _find(name):
    """The spec of a module and, if that has been read, its source; or None."""
    parent = name.rpartition(".")[0]
    path = sys.path
    if parent:
        __import__(parent)
        known = sys.modules.get(name)
        if known is not None and not hasattr(known, "__path__"):
            import warnings
            warnings.warn(f"{name!r} found in sys.modules after import of package {parent!r}, but prior to execution of "
                          f"{name!r}; this may result in unpredictable behaviour", RuntimeWarning)
        path = getattr(sys.modules[parent], "__path__", None)
        if path is None:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}",
                                      name=name)
    found = _ELSEWHERE
    if "meta_path" not in vars(sys) and name not in sys.modules:
        # The import system is as it was: it need not be asked.
        core = library_source(name, True)
        found = None if core else _search(name, path)
        if not found or found is not _ELSEWHERE and found[0] is None:
            found = core or library_source(name, False) or found
            if found is not None and found[0] is not None:
                return make_spec("frozen" if found[0] else "built-in", name, None, found[1]), found[0]
    if found is _ELSEWHERE or found and found[0] is None:
        import importlib.util
        spec = importlib.util.find_spec(name)
        return None if spec is None else (spec, None)
    if found is None:
        return None
    file, package = found
    with open(file, "rb") as f:
        return make_spec("file", name, file, package), f.read()


def _get_module_details(mod_name, error=ImportError):
    """The name, spec and code of the module to run; of a package that is its __main__."""
    if mod_name.startswith("."):
        raise _named(error("Relative module names not supported"), mod_name)
    try:
        found = _find(mod_name)
    except (ImportError, AttributeError, TypeError, ValueError) as ex:
        parent = mod_name.rpartition(".")[0]
        if isinstance(ex, ModuleNotFoundError) and (ex.name == parent or parent.startswith((ex.name or "") + ".")):
            raise _named(error(f"Error while finding module specification for {mod_name!r} ({type(ex).__name__}: {ex})"), mod_name) from ex
        if not isinstance(ex, ModuleNotFoundError) or ex.name != mod_name:
            raise
        hint = ""
        if mod_name.endswith(".py"):
            hint = f". Try using '{mod_name[:-3]}' instead of '{mod_name}' as the module name."
        raise _named(error(f"Error while finding module specification for {mod_name!r} "
                           f"({type(ex).__name__}: {ex}){hint}"), mod_name) from ex
    if found is None:
        raise _named(error("No module named %s" % mod_name), mod_name)
    spec, source = found
    if spec.submodule_search_locations is not None:
        return _package_details(mod_name, error)
    if source is None:
        if spec.loader is None:
            raise _named(error("%r is a namespace package and cannot be executed" % mod_name), mod_name)
        try:
            code = spec.loader.get_code(mod_name)
        except ImportError as e:
            raise error(format(e)) from e
    elif not source and spec.origin == "built-in":
        code = None
    else:
        code = compile(source, spec.origin if spec.has_location else f"<frozen {mod_name}>", "exec", dont_inherit=True)
    if code is None:
        raise _named(error("No code object available for %s" % mod_name), mod_name)
    return mod_name, spec, code










def _run_module_as_main(mod_name, alter_argv=True):
    """Run a module in the namespace of __main__, for the option -m."""
    main_globals = sys.modules["__main__"].__dict__
    saved = _temporary_argv("-m") if alter_argv else None
    try:
        if alter_argv or mod_name != "__main__":
            mod_name, mod_spec, code = _get_module_details(mod_name, _Error)
        else:
            mod_name, mod_spec, code = _get_main_module_details(_Error)
    except _Error as exc:
        sys.exit("%s: %s" % (sys.executable, exc))
    if alter_argv:
        sys.argv[0] = mod_spec.origin
    return _run_code(code, main_globals, None, "__main__", mod_spec)


def _search(name, path):
    """The file of a module and whether it is a package; a folder without __init__.py has no file."""
    last = name.rpartition(".")[2]
    folder = None
    for entry in path:
        base = os.path.join(entry or os.getcwd(), last)
        init = os.path.join(base, "__init__.py")
        if os.path.isfile(init):
            return init, True
        if os.path.isfile(base + ".py"):
            return base + ".py", False
        if os.path.isdir(base):
            folder = base
        elif entry and os.path.isfile(entry):
            return _ELSEWHERE
    return None if folder is None else (None, True)


def _package_details(mod_name, error):
    if mod_name == "__main__" or mod_name.endswith(".__main__"):
        raise _named(error("Cannot use package as __main__ module"), mod_name)
    main = mod_name + ".__main__"
    if mod_name not in sys.modules:
        __import__(mod_name)
    try:
        if _find(main) is None:
            raise _named(error("No module named %s" % main), main)
        return _get_module_details(main, error)
    except error as e:
        if mod_name not in sys.modules:
            raise
        raise _named(error("%s; %r is a package and cannot be directly executed" % (e, mod_name)), mod_name)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module; the result is its globals."""
    mod_name, mod_spec, code = _get_module_details(mod_name)
    if run_name is None:
        run_name = mod_name
    if alter_sys:
        return _run_module_code(code, init_globals, run_name, mod_spec)
    return _run_code(code, {}, init_globals, run_name, mod_spec)


def _get_main_module_details(error=ImportError):
    """The __main__ of a folder that is in sys.path."""
    main = "__main__"
    saved = sys.modules.pop(main)
    try:
        return _get_module_details(main)
    except ImportError as exc:
        if main in str(exc):
            raise _named(error("can't find %r module in %r" % (main, sys.path[0])), main) from exc
        raise
    finally:
        sys.modules[main] = saved


def _is_zip(path):
    with open(path, "rb") as f:
        return f.read(4) == b"PK\x03\x04"


def _file_code(path):
    """The code in a file, compiled or source."""
    with open(path, "rb") as f:
        data = f.read()
    if data[2:4] == b"\r\n":
        import io
        import pkgutil
        code = pkgutil.read_code(io.BytesIO(data))
        if code is not None:
            return code
    return compile(data, path, "exec", dont_inherit=True)


def run_path(path_name, init_globals=None, run_name=None):
    """Run a script, or the __main__.py of a folder; the result is its globals."""
    if run_name is None:
        run_name = "<run_path>"
    pkg_name = run_name.rpartition(".")[0]
    path_name = os.fsdecode(path_name)
    if not os.path.isdir(path_name) and not _is_zip(path_name):
        code = _file_code(path_name)
        return _run_module_code(code, init_globals, run_name, pkg_name=pkg_name, script_name=path_name)
    sys.path.insert(0, path_name)
    try:
        mod_name, mod_spec, code = _get_main_module_details()
        with _TempModule(run_name) as temp:
            saved = _temporary_argv(path_name)
            try:
                mod_globals = temp.module.__dict__
                return _run_code(code, mod_globals, init_globals, run_name, mod_spec, pkg_name).copy()
            finally:
                sys.argv[0] = saved
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("No module specified for execution", file=sys.stderr)
    else:
        del sys.argv[0]
        _run_module_as_main(sys.argv[0])
