import abc
import sys
import posix
from posix import *
from posix import _exit, _process_cpu_count

name = "posix"
linesep = "\n"
curdir = "."
pardir = ".."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
extsep = "."
altsep = None
devnull = "/dev/null"
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
P_NOWAIT = P_NOWAITO = 1
P_WAIT = 0

import posixpath as path
sys.modules["os.path"] = path


class PathLike(abc.ABC):
    """Anything with a file system path."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """Return the path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return base.__dict__["__fspath__"] is not None or NotImplemented
        return NotImplemented

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _Environ:
    """The environment, a mapping whose changes reach child processes."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self.encodekey(key) in self._data

    def __eq__(self, other):
        if isinstance(other, (_Environ, dict)):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    __hash__ = None
    __reversed__ = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        return {key: None for key in self}.keys()

    def values(self):
        return dict(self.items()).values()

    def items(self):
        return {key: self[key] for key in self}.items()

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def __repr__(self):
        items = ", ".join(f"{self.decodekey(k)!r}: {self.decodevalue(v)!r}" for k, v in self._data.items())
        return f"environ({{{items}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(posix.environ, _check_bytes, bytes, _check_bytes, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    """Return the value of an environment variable, or default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def reload_environ():
    data = posix.environ
    data.clear()
    data.update(posix._fresh_environ())


supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, open, readlink, remove, rename, replace, rmdir, stat, symlink,
                   unlink, utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, execve, listdir, scandir, stat, truncate, utime}
if "statvfs" in globals():
    supports_fd.add(statvfs)
supports_follow_symlinks = {access, chown, link, stat, utime}


def lchown(path, uid, gid):
    return chown(path, uid, gid, follow_symlinks=False)


def makedirs(name, mode=0o777, exist_ok=False):
    """Create a directory and the ones above it that are missing."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a directory and the ones above it that become empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, creating the directories of new and removing empty ones of old."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (directory, subdirectories, files) for a tree."""
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, files, enter = [], [], []
        try:
            entries = scandir(top)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        with entries:
            for entry in entries:
                try:
                    is_dir = entry.is_dir()
                except OSError:
                    is_dir = False
                (dirs if is_dir else files).append(entry.name)
                if not topdown and is_dir:
                    try:
                        link = not followlinks and entry.is_symlink()
                    except OSError:
                        link = False
                    if not link:
                        enter.append(entry.path)
        if topdown:
            yield top, dirs, files
            for name in reversed(dirs):
                new = path.join(top, name)
                if followlinks or not path.islink(new):
                    stack.append(new)
        else:
            stack.append((top, dirs, files))
            stack.extend(reversed(enter))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like walk, with a descriptor of each directory."""
    top = fspath(top)
    try:
        fd = open(top, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        if not (follow_symlinks or path.samestat(stat(top, follow_symlinks=False, dir_fd=dir_fd), fstat(fd))):
            return
        dirs, files = [], []
        for entry in scandir(fd):
            (dirs if entry.is_dir() else files).append(entry.name)
        if topdown:
            yield top, dirs, files, fd
        for name in dirs:
            for item in fwalk(name, topdown, onerror, follow_symlinks=follow_symlinks, dir_fd=fd):
                yield (path.join(top, item[0]), *item[1:])
        if not topdown:
            yield top, dirs, files, fd
    finally:
        close(fd)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """Return a file object on a descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def process_cpu_count():
    """Return how many processors this process may use."""
    return _process_cpu_count() or cpu_count()


def get_exec_path(env=None):
    """Return the directories that programs are searched in."""
    if env is None:
        env = environ
    value = env.get("PATH")
    if value is None:
        value = env.get(b"PATH") if env is not environ else None
    if value is None:
        value = defpath
    return fsdecode(value).split(pathsep)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Execute a program found on PATH, replacing this process."""
    execvpe(file, args, environ)


def execvpe(file, args, env):
    if path.dirname(file):
        execve(file, args, env)
    saved = None
    for directory in get_exec_path(env):
        full = path.join(directory, fsdecode(file))
        try:
            execve(full, args, env)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            saved = saved or error
    raise saved or last


def _spawn(mode, file, args, env, search):
    import _posixsubprocess
    pid = _posixsubprocess.spawn(file, list(args), env, search)
    if mode == P_NOWAIT:
        return pid
    return waitstatus_to_exitcode(waitpid(pid, 0)[1])


def spawnv(mode, file, args):
    return _spawn(mode, file, args, None, False)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, env, False)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, None, True)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def posix_spawn(path, argv, env, **options):
    """Start a program and return its process id."""
    import _posixsubprocess
    return _posixsubprocess.posix_spawn(path, argv, env, False, **options)


def posix_spawnp(path, argv, env, **options):
    import _posixsubprocess
    return _posixsubprocess.posix_spawn(path, argv, env, True, **options)


def system(command):
    """Execute the command in a subshell."""
    import _posixsubprocess
    return waitpid(_posixsubprocess.spawn("/bin/sh", ["sh", "-c", command], None, False, True), 0)[1]


def popen(cmd, mode="r", buffering=-1):
    """Open a pipe to or from a shell command."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        proc = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(proc.stdout, proc)
    proc = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(proc.stdin, proc)


class _wrap_close:
    def __init__(self, stream, proc):
        self._stream = stream
        self._proc = proc

    def close(self):
        self._stream.close()
        code = self._proc.wait()
        if code == 0:
            return None
        return code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Accepted; gopy processes never fork."""
