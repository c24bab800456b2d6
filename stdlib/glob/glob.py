import os
import sys
from _fnmatch import fnmatchcase

__all__ = ["escape", "glob", "iglob", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return a list of the paths that match a pattern."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator of the paths that match a pattern."""
    sys.audit("glob.glob", pathname, recursive)
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _iglob(pathname, root, dir_fd, recursive, False, include_hidden)
    if not pathname or recursive and _isrecursive(pathname[:2]):
        for first in found:
            if first:
                return _chain(first, found)
            break
    return found


def _chain(first, rest):
    yield first
    yield from rest


def has_magic(s):
    if isinstance(s, bytes):
        return b"*" in s or b"?" in s or b"[" in s
    return "*" in s or "?" in s or "[" in s


def _isrecursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def _ishidden(name):
    return name[:1] in (".", b".")


def _join(a, b):
    if not a or not b:
        return a or b
    return os.path.join(a, b)


def _lexists(path, dir_fd):
    if dir_fd is None:
        return os.path.lexists(path)
    try:
        os.lstat(path, dir_fd=dir_fd)
    except (OSError, ValueError):
        return False
    return True


def _isdir(path, dir_fd):
    if dir_fd is None:
        return os.path.isdir(path)
    try:
        return os.stat(path, dir_fd=dir_fd).st_mode & 0o170000 == 0o040000
    except (OSError, ValueError):
        return False


def _iglob(pathname, root_dir, dir_fd, recursive, dironly, hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if _lexists(_join(root_dir, pathname), dir_fd):
                yield pathname
        elif _isdir(_join(root_dir, dirname), dir_fd):
            yield pathname
        return
    if not dirname:
        if recursive and _isrecursive(basename):
            yield from _glob2(root_dir, basename, dir_fd, dironly, hidden)
        else:
            yield from _glob1(root_dir, basename, dir_fd, dironly, hidden)
        return
    if dirname != pathname and has_magic(dirname):
        dirs = _iglob(dirname, root_dir, dir_fd, recursive, True, hidden)
    else:
        dirs = [dirname]
    if not has_magic(basename):
        find = _glob0
    elif recursive and _isrecursive(basename):
        find = _glob2
    else:
        find = _glob1
    for dirname in dirs:
        for name in find(_join(root_dir, dirname), basename, dir_fd, dironly, hidden):
            yield os.path.join(dirname, name)


def _glob0(dirname, basename, dir_fd, dironly, hidden):
    if basename:
        if _lexists(_join(dirname, basename), dir_fd):
            return [basename]
    elif _isdir(dirname, dir_fd):
        return [basename]
    return []


def _glob1(dirname, pattern, dir_fd, dironly, hidden):
    names = _listdir(dirname, pattern, dir_fd, dironly)
    if not hidden and not _ishidden(pattern):
        names = [n for n in names if not _ishidden(n)]
    return [n for n in names if fnmatchcase(n, pattern)]


def _glob2(dirname, pattern, dir_fd, dironly, hidden):
    if not dirname or _isdir(dirname, dir_fd):
        yield pattern[:0]
    yield from _rlistdir(dirname, pattern, dir_fd, dironly, hidden)


def _listdir(dirname, like, dir_fd, dironly):
    fd = None
    try:
        if dir_fd is not None:
            fd = arg = os.open(dirname or ".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=dir_fd)
        else:
            arg = dirname or (b"." if isinstance(like, bytes) else ".")
        out = []
        with os.scandir(arg) as entries:
            for entry in entries:
                try:
                    if not dironly or entry.is_dir():
                        out.append(os.fsencode(entry.name) if isinstance(like, bytes) else entry.name)
                except OSError:
                    pass
        return out
    except OSError:
        return []
    finally:
        if fd is not None:
            os.close(fd)


def _rlistdir(dirname, like, dir_fd, dironly, hidden):
    for x in _listdir(dirname, like, dir_fd, dironly):
        if hidden or not _ishidden(x):
            yield x
            path = _join(dirname, x) if dirname else x
            for y in _rlistdir(path, like, dir_fd, dironly, hidden):
                yield _join(x, y)


def escape(pathname):
    """Make a path match only itself as a pattern."""
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + b"".join(b"[%c]" % c if c in b"*?[" else bytes([c]) for c in rest)
    return drive + "".join(f"[{c}]" if c in "*?[" else c for c in rest)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """Return the regular expression of a pattern of paths."""
    from fnmatch import _parts, _escape
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(_escape, seps))
    any_sep = f"[{escaped}]" if len(seps) > 1 else escaped
    not_sep = f"[^{escaped}]"
    if include_hidden:
        one, segment, tail = f"{not_sep}+", f"{not_sep}+{any_sep}", ".*"
        segments = f"(?:.+{any_sep})?"
    else:
        one = f"[^{escaped}.]{not_sep}*"
        segment = f"{one}{any_sep}"
        segments = f"(?:{segment})*"
        tail = f"{segments}(?:{one})?"
    out = []
    text = pat
    for s in seps[1:]:
        text = text.replace(s, seps[0])
    parts = text.split(seps[0])
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        if part == "*":
            out.append(one if last else segment)
        elif recursive and part == "**":
            if last:
                out.append(tail)
            elif parts[i + 1] != "**":
                out.append(segments)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    out.append(r"(?!\.)")
                out.extend(_parts(part, f"{not_sep}*", not_sep))
            if not last:
                out.append(any_sep)
    return rf"(?s:{''.join(out)})\z"
