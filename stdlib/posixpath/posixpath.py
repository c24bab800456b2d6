import os
import sys
import genericpath
from genericpath import *
from genericpath import _check_arg_types

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
           "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
           "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
           "isjunction", "isdevdrive", "ALLOW_MISSING"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = sys.platform == "darwin"


class _AllowMissing:
    def __repr__(self):
        return "os.path.ALLOW_MISSING"


ALLOW_MISSING = _AllowMissing()


def _get_sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def abspath(path):
    """Return an absolute path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def ismount(path):
    """Test whether a path is a mount point."""
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if here.st_mode & 0o170000 == 0o120000:
        return False
    path = os.fspath(path)
    try:
        above = os.lstat(realpath(join(path, b".." if isinstance(path, bytes) else "..")))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    """Expand ~ and ~user constructions."""
    path = os.fspath(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    slash = _get_sep(path)
    i = path.find(slash, 1)
    if i < 0:
        i = len(path)
    if i == 1:
        home = os.environ.get("HOME")
        if home is None:
            home = os._home(None)
    else:
        home = os._home(os.fsdecode(path[1:i]))
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[i:]) or slash


def expandvars(path):
    """Expand shell variables of form $var and ${var}; unknown ones stay."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(_expand(os.fsdecode(path)))
    return _expand(path)


def _expand(path):
    out = []
    i, n = 0, len(path)
    while i < n:
        j = path.find("$", i)
        if j < 0:
            break
        out.append(path[i:j])
        k = j + 1
        if k < n and path[k] == "{":
            end = path.find("}", k)
            name = path[k + 1:end] if end >= 0 else ""
            i = end + 1
        else:
            while k < n and (path[k] == "_" or path[k].isascii() and path[k].isalnum()):
                k += 1
            name, i = path[j + 1:k], k
        if name and name in os.environ:
            out.append(os.environ[name])
        else:
            i = max(i, j + 1)
            out.append(path[j:i])
    return "".join(out) + path[i:]


def realpath(filename, *, strict=False):
    """Return the canonical path, with symbolic links resolved."""
    filename = os.fspath(filename)
    slash = _get_sep(filename)
    dot, dotdot, empty = (b".", b"..", b"") if isinstance(filename, bytes) else (".", "..", "")
    if strict is ALLOW_MISSING:
        ignored = FileNotFoundError
    elif strict:
        ignored = ()
    else:
        ignored = OSError
    path = slash if filename.startswith(slash) else (os.getcwdb() if isinstance(filename, bytes) else os.getcwd())
    # rest is a stack of names to do; a pair marks the end of a link's target.
    rest = filename.split(slash)[::-1]
    seen = {}
    while rest:
        name = rest.pop()
        if isinstance(name, tuple):
            seen[name[0]] = path
            continue
        if not name or name == dot:
            continue
        if name == dotdot:
            path = path[:path.rindex(slash)] or slash
            continue
        new = path + name if path == slash else path + slash + name
        try:
            if os.lstat(new).st_mode & 0o170000 != 0o120000:
                if strict and rest and strict is not ALLOW_MISSING and not os.stat(new).st_mode & 0o170000 == 0o040000:
                    os.stat(new + slash)
                path = new
                continue
            if new in seen:
                path = seen[new]
                if path is not None:
                    continue
                if strict:
                    os.stat(new)
                path = new
                continue
            target = os.readlink(new)
        except ignored:
            path = new
            continue
        seen[new] = None
        if target.startswith(slash):
            path = slash
        rest.append((new,))
        rest.extend(target.split(slash)[::-1])
    return path


def relpath(path, start=None):
    """Return a relative version of a path."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    if isinstance(path, bytes):
        dot, slash, dotdot = b".", b"/", b".."
    else:
        dot, slash, dotdot = ".", "/", ".."
    start = dot if start is None else os.fspath(start)
    _check_arg_types("relpath", path, start)
    start_parts = [x for x in abspath(start).split(slash) if x]
    path_parts = [x for x in abspath(path).split(slash) if x]
    i = 0
    while i < len(start_parts) and i < len(path_parts) and start_parts[i] == path_parts[i]:
        i += 1
    parts = [dotdot] * (len(start_parts) - i) + path_parts[i:]
    return slash.join(parts) if parts else dot


def commonpath(paths):
    """Return the longest path that all paths begin with."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_arg_types("commonpath", *paths)
    slash = _get_sep(paths[0])
    dot = b"." if isinstance(paths[0], bytes) else "."
    absolute = {p.startswith(slash) for p in paths}
    if len(absolute) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[c for c in p.split(slash) if c and c != dot] for p in paths]
    common = commonprefix(split_paths) if all(split_paths) else []
    return (slash if True in absolute else slash[:0]) + slash.join(common)
