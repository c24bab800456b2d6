import errno
import io
import os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
           "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_text_openflags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
_bin_openflags = _text_openflags
_characters = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _random_name():
    out = ""
    while len(out) < 8:
        out += "".join(_characters[b % 37] for b in os.urandom(16) if b < 222)
    return out[:8]


def gettempprefix():
    return template


def gettempprefixb():
    return os.fsencode(template)


def _candidates():
    dirs = [d for d in map(os.getenv, ("TMPDIR", "TEMP", "TMP")) if d]
    dirs += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        dirs.append(os.getcwd())
    except OSError:
        dirs.append(os.curdir)
    return dirs


def _default_tempdir():
    dirs = _candidates()
    for d in dirs:
        d = os.path.abspath(d) if d != os.curdir else d
        try:
            name = os.path.join(d, _random_name())
            os.close(os.open(name, _bin_openflags, 0o600))
            os.unlink(name)
            return d
        except OSError:
            pass
    raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in %s" % dirs)


def gettempdir():
    """Return the directory for temporary files."""
    global tempdir
    if tempdir is None:
        tempdir = _default_tempdir()
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def _names(prefix, suffix, dir):
    """Complete the three parts of a name; all are str or all are bytes."""
    kinds = set()
    for arg in (dir, suffix, prefix):
        if arg is None:
            continue
        if isinstance(arg, os.PathLike):
            arg = os.fspath(arg)
        kinds.add(bytes if isinstance(arg, bytes) else str)
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = kinds.pop() if kinds else str
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _make(dir, prefix, suffix, kind, make):
    """Call make with random names until it does not complain that one exists."""
    for _ in range(TMP_MAX):
        name = _random_name()
        path = os.path.join(dir, prefix + (name if kind is str else os.fsencode(name)) + suffix)
        try:
            return make(os.path.abspath(path)), os.path.abspath(path)
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Create a temporary file; return (descriptor, path)."""
    prefix, suffix, dir, kind = _names(prefix, suffix, dir)
    return _make(dir, prefix, suffix, kind, lambda path: os.open(path, _bin_openflags, 0o600))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Create a temporary directory and return its path."""
    prefix, suffix, dir, kind = _names(prefix, suffix, dir)
    return _make(dir, prefix, suffix, kind, lambda path: os.mkdir(path, 0o700))[1]


def mktemp(suffix="", prefix=template, dir=None):
    """Return a name that does not exist; another may take it first."""
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        path = os.path.join(dir, prefix + _random_name() + suffix)
        if not os.path.lexists(path):
            return os.path.abspath(path)
    raise FileExistsError(errno.EEXIST, "No usable temporary filename found")


class _TemporaryFileWrapper:
    """A file object that removes its file when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._removed = not delete

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} name={self.name!r} file={self.file!r}>"

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def _remove(self):
        if not self._removed:
            self._removed = True
            os.unlink(self.name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.file.__exit__(exc, value, tb)
        self._remove()

    def close(self):
        try:
            self.file.close()
        finally:
            if self._delete_on_close:
                self._remove()

    def __iter__(self):
        for line in self.file:
            yield line

    def __del__(self):
        try:
            self.file.close()
            self._remove()
        except OSError:
            pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    """Create and open a temporary file that has a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(fd, mode, buffering, encoding, errors, newline)
        raw = getattr(file, "buffer", file)
        raw = getattr(raw, "raw", raw)
        raw.name = name
    except:
        os.unlink(name)
        os.close(fd)
        raise
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """Create and open a temporary file without a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        os.unlink(name)
        return io.open(fd, mode, buffering, encoding, errors, newline)
    except:
        os.close(fd)
        raise


class SpooledTemporaryFile(io.IOBase):
    """A temporary file that stays in memory until it grows too large."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        if "b" in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding or "utf-8", errors=errors, newline=newline)
        self._max_size = max_size
        self._args = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
                      "newline": newline, "dir": dir, "errors": errors}

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Move the contents to a real file."""
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._args)
        pos = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(pos, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        pass

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        return getattr(self._file, "mode", self._args["mode"])

    @property
    def name(self):
        return getattr(self._file, "name", None)

    @property
    def newlines(self):
        return self._file.newlines

    def close(self):
        self._file.close()

    def detach(self):
        return self._file.detach()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        file = self._file
        n = file.write(s)
        self._check(file)
        return n

    def writelines(self, lines):
        file = self._file
        for line in lines:
            file.write(line)
        self._check(file)


class TemporaryDirectory:
    """A directory that is removed with all it contains."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._gone = False

    def __repr__(self):
        return "<{} {!r}>".format(type(self).__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def __del__(self):
        if not self._gone and self._delete:
            self._ignore_cleanup_errors = True
            self.cleanup()

    def cleanup(self):
        """Remove the directory."""
        if self._gone and not os.path.exists(self.name):
            return
        self._gone = True
        import shutil

        def unlock(function, path, error):
            if isinstance(error, FileNotFoundError):
                return
            if isinstance(error, PermissionError):
                for p in (os.path.dirname(path), path):
                    try:
                        os.chmod(p, 0o700)
                    except OSError:
                        pass
                try:
                    os.unlink(path)
                except IsADirectoryError:
                    shutil.rmtree(path, ignore_errors=self._ignore_cleanup_errors)
                except FileNotFoundError:
                    pass
            elif not self._ignore_cleanup_errors:
                raise error

        shutil.rmtree(self.name, onexc=unlock)

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)
