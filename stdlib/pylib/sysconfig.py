# sysconfig: where things are installed and how the interpreter was built
# (library reference, "sysconfig").

import os
import sys

__all__ = [
    "get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path",
    "get_path_names", "get_paths", "get_platform", "get_python_version", "get_scheme_names", "parse_config_h",
]


def _scheme(lib, base, scripts, purelib=None, platlib=None, include=None, data="{base}"):
    return {
        "stdlib": base.replace("{base}", "{installed_base}") + lib,
        "platstdlib": base.replace("{base}", "{platbase}") + lib,
        "purelib": purelib or base + lib + "/site-packages",
        "platlib": platlib or base.replace("{base}", "{platbase}") + lib + "/site-packages",
        "include": include or base.replace("{base}", "{installed_base}") + "/include/python{py_version_short}{abi_thread}",
        "platinclude": include or base.replace("{base}", "{installed_platbase}") + "/include/python{py_version_short}{abi_thread}",
        "scripts": base + scripts,
        "data": data,
    }


def _nt(base):
    return {
        "stdlib": base + "/Lib", "platstdlib": base + "/Lib", "purelib": base + "/Lib/site-packages",
        "platlib": base + "/Lib/site-packages", "include": base + "/Include", "platinclude": base + "/Include",
        "scripts": base + "/Scripts", "data": base,
    }


_LIB = "/lib/python{py_version_short}{abi_thread}"
_POSIX = _scheme(_LIB, "{base}", "/bin")
_USER = {
    "stdlib": "{userbase}" + _LIB, "platstdlib": "{userbase}" + _LIB, "purelib": "{userbase}" + _LIB + "/site-packages",
    "platlib": "{userbase}" + _LIB + "/site-packages", "include": "{userbase}/include/python{py_version_short}{abi_thread}",
    "scripts": "{userbase}/bin", "data": "{userbase}",
}
_NT_USER = {
    "stdlib": "{userbase}/Python{py_version_nodot}", "platstdlib": "{userbase}/Python{py_version_nodot}",
    "purelib": "{userbase}/Python{py_version_nodot}/site-packages", "platlib": "{userbase}/Python{py_version_nodot}/site-packages",
    "include": "{userbase}/Python{py_version_nodot}/Include", "scripts": "{userbase}/Python{py_version_nodot}/Scripts",
    "data": "{userbase}",
}
_HOME = {
    "stdlib": "{installed_base}/lib/python", "platstdlib": "{base}/lib/python", "purelib": "{base}/lib/python",
    "platlib": "{base}/lib/python", "include": "{installed_base}/include/python", "platinclude": "{installed_base}/include/python",
    "scripts": "{base}/bin", "data": "{base}",
}

_INSTALL_SCHEMES = {
    "posix_prefix": _POSIX,
    "posix_home": _HOME,
    "nt": _nt("{base}"),
    "posix_venv": _POSIX,
    "nt_venv": _nt("{base}"),
    "venv": _nt("{base}") if os.name == "nt" else _POSIX,
    "nt_user": _NT_USER,
    "posix_user": _USER,
    "osx_framework_user": _USER | {"purelib": "{userbase}/lib/python/site-packages", "platlib": "{userbase}/lib/python/site-packages"},
}
_SCHEME_KEYS = ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")

_PY_VERSION = sys.version.split()[0]
_PY_VERSION_SHORT = f"{sys.version_info[0]}.{sys.version_info[1]}"
_PY_VERSION_SHORT_NO_DOT = f"{sys.version_info[0]}{sys.version_info[1]}"
_CONFIG_VARS = None
_HAS_USER_BASE = sys.platform not in ("emscripten", "wasi")


def is_python_build(check_home=None):
    """Whether the interpreter runs where it was built: never."""
    return False


def _getuserbase():
    base = os.environ.get("PYTHONUSERBASE")
    if base:
        return base
    if os.name == "nt":
        return os.path.join(os.environ.get("APPDATA") or "~", "Python")
    return os.path.join(os.path.expanduser("~"), ".local")


def get_config_vars(*args):
    """The variables as a dict, or the values of those whose names are given."""
    global _CONFIG_VARS
    if _CONFIG_VARS is None:
        _CONFIG_VARS = _make_vars()
    if args:
        return [_CONFIG_VARS.get(name) for name in args]
    return _CONFIG_VARS


def _make_vars():
    import _sysconfig
    prefix, exec_prefix = os.path.normpath(sys.prefix), os.path.normpath(sys.exec_prefix)
    lib = os.path.join(prefix, "lib", "python" + _PY_VERSION_SHORT)
    v = {
        "prefix": prefix, "exec_prefix": exec_prefix, "py_version": _PY_VERSION,
        "py_version_short": _PY_VERSION_SHORT, "py_version_nodot": _PY_VERSION_SHORT_NO_DOT,
        "installed_base": os.path.normpath(sys.base_prefix), "base": prefix,
        "installed_platbase": os.path.normpath(sys.base_exec_prefix), "platbase": exec_prefix,
        "projectbase": os.path.dirname(sys.executable), "platlibdir": sys.platlibdir,
        "implementation": sys.implementation.name.capitalize(), "implementation_lower": sys.implementation.name,
        "abiflags": getattr(sys, "abiflags", ""), "abi_thread": "", "py_version_nodot_plat": "",
        "userbase": _getuserbase(), "srcdir": lib, "EXT_SUFFIX": ".gopy-314.so", "SOABI": "gopy-314", "SHLIB_SUFFIX": ".so",
        "LIBDIR": os.path.join(exec_prefix, "lib"), "LIBDEST": lib, "BINDIR": os.path.join(exec_prefix, "bin"),
        "BINLIBDEST": lib, "INCLUDEPY": os.path.join(prefix, "include", "python" + _PY_VERSION_SHORT),
        "VERSION": _PY_VERSION_SHORT, "EXE": ".exe" if os.name == "nt" else "", "WITH_DOC_STRINGS": 1, "HAVE_FORK": 0,
        "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    }
    v.update(_sysconfig.config_vars())
    return v


def get_config_var(name):
    """The value of a variable, or None."""
    return get_config_vars().get(name)


def get_scheme_names():
    """The names of the schemes."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the paths in a scheme."""
    return _SCHEME_KEYS


def get_preferred_scheme(key):
    """The scheme for 'prefix', 'home' or 'user' on this system."""
    if key == "prefix" and sys.prefix != sys.base_prefix:
        return "venv"
    if os.name == "nt":
        schemes = {"prefix": "nt", "home": "posix_home", "user": "nt_user"}
    else:
        schemes = {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}
    if key not in schemes:
        raise ValueError(f"{key!r} returned {None!r}, which is not a valid scheme on this platform")
    return schemes[key]


def get_default_scheme():
    """The scheme that is used if none is named."""
    return get_preferred_scheme("prefix")


def _subst_vars(s, local_vars):
    try:
        return s.format(**local_vars)
    except KeyError as var:
        try:
            return s.format(**os.environ)
        except KeyError:
            raise AttributeError(f"{var}") from None


def _expand_vars(scheme, vars):
    known = dict(get_config_vars())
    known.update(vars or {})
    if os.name == "nt":
        known = {k: v for k, v in known.items()}
    if scheme not in _INSTALL_SCHEMES:
        raise KeyError(scheme)
    return {key: os.path.normpath(_subst_vars(os.path.expanduser(value), known))
            for key, value in _INSTALL_SCHEMES[scheme].items()}


def get_paths(scheme=None, vars=None, expand=True):
    """The paths of a scheme; vars overrides variables."""
    if scheme is None:
        scheme = get_default_scheme()
    return _expand_vars(scheme, vars) if expand else _INSTALL_SCHEMES[scheme]


def get_path(name, scheme=None, vars=None, expand=True):
    """One path of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def get_platform():
    """The system and the kind of machine, as in names of built packages."""
    if os.name == "nt":
        return "win-amd64"
    name, _, release, _, machine = os.uname()
    name = name.lower().replace("/", "")
    machine = machine.replace(" ", "_").replace("/", "-")
    if name == "linux":
        return f"linux-{machine}"
    if name == "darwin":
        return f"macosx-{'.'.join(release.split('.')[:1])}.0-{machine}"
    return f"{name}-{release}-{machine}"


def get_python_version():
    """The version without the micro number."""
    return _PY_VERSION_SHORT


def get_config_h_filename():
    """The path of pyconfig.h, which gopy does not have."""
    return os.path.join(get_path("platinclude"), "pyconfig.h")


def get_makefile_filename():
    """The path of the Makefile, which gopy does not have."""
    return os.path.join(get_path("stdlib"), f"config-{_PY_VERSION_SHORT}", "Makefile")


def parse_config_h(fp, vars=None):
    """The names that a pyconfig.h defines, as a dict; numbers are ints."""
    import re
    if vars is None:
        vars = {}
    for line in fp:
        m = re.match("#define ([A-Z][A-Za-z0-9_]+) (.*)\n", line)
        if m:
            name, value = m.groups()
            try:
                vars[name] = value if name in ("IPHONEOS_DEPLOYMENT_TARGET", "MACOSX_DEPLOYMENT_TARGET") else int(value)
            except ValueError:
                vars[name] = value
            continue
        m = re.match("/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n", line)
        if m:
            vars[m.group(1)] = 0
    return vars


def _main():
    print(f'Platform: "{get_platform()}"')
    print(f'Python version: "{get_python_version()}"')
    print(f'Current installation scheme: "{get_default_scheme()}"')
    for title, values in ("Paths", get_paths()), ("Variables", get_config_vars()):
        print(f"\n{title}: ")
        for key, value in sorted(values.items()):
            print(f'\t{key} = "{value}"')


if __name__ == "__main__":
    _main()
