# linecache: lines of source files.

import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    names = list(cache) if filename is None else [filename]
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        size, mtime, lines, fullname = entry
        try:
            stat = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    cache_entry = cache.pop(filename, None)
    if not filename:
        return []
    if filename.startswith("<") and filename.endswith(">"):
        import _traceback
        lines = _traceback.source_lines(filename)
        if lines:
            return lines
        if not _lazy(filename, module_globals, cache_entry):
            return []
        return _from_loader(filename) or []
    fullname = filename
    try:
        stat = os.stat(fullname)
    except OSError:
        if _lazy(filename, module_globals, cache_entry):
            lines = _from_loader(filename)
            if lines is not None:
                return lines
        lines = _from_archive(filename)
        if lines is not None or os.path.isabs(filename):
            return lines or []
        for dirname in sys.path:
            try:
                fullname = os.path.join(dirname, filename)
                stat = os.stat(fullname)
                break
            except (TypeError, AttributeError, OSError, ValueError):
                pass
        else:
            return []
    except ValueError:
        return []
    try:
        lines = _read(fullname)
    except (OSError, LookupError, UnicodeDecodeError, SyntaxError):
        return []
    return _keep(filename, "".join(lines), stat.st_size, stat.st_mtime, fullname)


def _read(path):
    """The lines of a source file, decoded as it says."""
    with open(path, "rb") as f:
        data = f.read()
    if b"coding" not in data[:400]:
        if data.startswith(b"\xef\xbb\xbf"):
            data = data[3:]
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").splitlines(True)
    from importlib.util import decode_source
    return decode_source(data).splitlines(True)


def _keep(filename, text, size, mtime, fullname):
    lines = [line + "\n" for line in text.split("\n")]
    if text.endswith("\n"):
        lines.pop()
    cache[filename] = size, mtime, lines, fullname
    return lines


def _lazy(filename, module_globals, entry):
    """Whether a loader can be asked for the source."""
    if entry is not None and len(entry) == 1:
        cache[filename] = entry
        return True
    return lazycache(filename, module_globals)


def _from_loader(filename):
    """The lines that a module's loader gives: none if it has no source; None if it fails."""
    try:
        data = cache.pop(filename)[0]()
    except (ImportError, OSError):
        return None
    if data is None:
        return []
    return _keep(filename, data, len(data), None, filename)


def _from_archive(filename):
    """The lines of a file that is in a ZIP file on sys.path, or None."""
    importers = vars(sys).get("path_importer_cache")
    if not importers:
        return None
    path = filename
    while True:
        parent = os.path.dirname(path)
        if parent == path:
            return None
        path = parent
        get_data = getattr(importers.get(path), "get_data", None)
        if get_data is None:
            continue
        try:
            data = get_data(filename)
        except (ImportError, OSError):
            continue
        from importlib.util import decode_source
        try:
            return _keep(filename, decode_source(data), len(data), None, filename)
        except (UnicodeDecodeError, SyntaxError):
            return None


def lazycache(filename, module_globals):
    """Note that the loader of a module can be asked for the source of filename, if it is not known already."""
    entry = cache.get(filename)
    if entry is not None:
        return len(entry) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if not module_globals or "__name__" not in module_globals:
        return False
    name = module_globals["__name__"]
    spec = module_globals.get("__spec__")
    if "__loader__" not in module_globals and "path_importer_cache" not in vars(sys):
        return False  # a file that the interpreter loaded by itself
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    name = getattr(spec, "name", name)
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False

    def get_lines(name=name, *args, **kwargs):
        return get_source(name, *args, **kwargs)

    cache[filename] = (get_lines,)
    return True
