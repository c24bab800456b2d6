"""Lines of source files, for tracebacks and the like."""

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: size, time of change, lines and full name; or only a function
# that returns the source.
cache = {}
_interactive_cache = {}


def clearcache():
    """Forget all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Return a line of a file, or '' if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Return the lines of a file, or an empty list."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _code_key(code):
    return code.co_name, code.co_qualname, code.co_filename, code.co_firstlineno


def _getline_from_code(code, lineno):
    lines = _getlines_from_code(code)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def _getlines_from_code(code):
    entry = _interactive_cache.get(_code_key(code))
    return entry[2] if entry is not None and len(entry) != 1 else []


def _register_code(code, string, name):
    # Keeps the source of a code object that no file has.
    entry = len(string), None, [line + '\n' for line in string.splitlines()], name
    todo = [code]
    while todo:
        code = todo.pop()
        todo.extend(c for c in code.co_consts if isinstance(c, type(code)))
        _interactive_cache[_code_key(code)] = entry


def _in_brackets(filename):
    return filename.startswith('<') and filename.endswith('>')


def checkcache(filename=None):
    """Forget the lines of files (or of one) that have changed."""
    import os
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, lines, fullname = entry
        if mtime is None:
            continue  # not from a file
        try:
            stat = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read the lines of a file again and return them."""
    import os
    import sys
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename, None)
    if not filename:
        return []
    fullname = filename
    if filename.startswith('<frozen ') and module_globals is not None and module_globals.get('__file__'):
        fullname = module_globals['__file__']
    elif _in_brackets(filename):
        import _traceback
        return _traceback.source_lines(filename) or []
    try:
        stat = os.stat(fullname)
    except OSError:
        if (lines := _from_loader(filename, fullname, module_globals)) is not None:
            return lines
        if (lines := _from_archive(filename)) is not None:
            return lines
        if os.path.isabs(filename):
            return []
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
    lines = _read(fullname)
    if lines is None:
        return []
    if not lines:
        lines = ['\n']
    elif not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
    return lines


def _from_loader(filename, fullname, module_globals):
    # The lines that a module's loader has, or None.
    if not lazycache(filename, module_globals):
        return None
    try:
        data = cache[filename][0]()
    except (ImportError, OSError):
        return None
    if data is None:
        return []
    cache[filename] = len(data), None, [line + '\n' for line in data.splitlines()], fullname
    return cache[filename][2]


def _from_archive(filename):
    # The lines of a file that is in a ZIP file on sys.path, or None.
    import os
    import sys
    importers = vars(sys).get('path_importer_cache')
    path = filename
    while importers and os.path.dirname(path) != path:
        path = os.path.dirname(path)
        get_data = getattr(importers.get(path), 'get_data', None)
        if get_data is None:
            continue
        from importlib.util import decode_source
        try:
            data = decode_source(get_data(filename))
        except (ImportError, OSError, UnicodeDecodeError, SyntaxError):
            return None
        cache[filename] = len(data), None, [line + '\n' for line in data.splitlines()], filename
        return cache[filename][2]
    return None


def _read(fullname):
    try:
        with open(fullname, 'rb') as file:
            data = file.read()
        if data.isascii() and b'coding' not in data:
            text = data.decode()
            if '\r' in text:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            return text.splitlines(True) if not _breaks(text) else _split(text)
        import tokenize
        with tokenize.open(fullname) as file:
            return file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return None


def _breaks(text):
    # Whether splitlines would see more ends of lines than files have.
    return any(c in text for c in '\v\f\x1c\x1d\x1e')


def _split(text):
    lines = [line + '\n' for line in text.split('\n')]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def lazycache(filename, module_globals):
    """Prepare the lines of a module without reading them; tell whether its loader has them."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or _in_brackets(filename):
        return False
    if module_globals is not None and '__name__' in module_globals:
        entry = _make_lazycache_entry(filename, module_globals)
        if entry is not None:
            cache[filename] = entry
            return True
    return False


def _make_lazycache_entry(filename, module_globals):
    if not filename or _in_brackets(filename):
        return None
    import sys
    if '__loader__' not in module_globals and 'path_importer_cache' not in vars(sys):
        return None  # a file: the interpreter loaded it by itself, and would have to make a loader
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals.get('__name__')
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return None

    def get_lines(name=name, *args, **kwargs):
        return get_source(name, *args, **kwargs)
    return get_lines,
