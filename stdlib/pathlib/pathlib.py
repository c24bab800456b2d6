import io
import os
import posixpath
import stat as _stat
import sys
from _fnmatch import fnmatchcase as _fnmatchcase

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


class UnsupportedOperation(NotImplementedError):
    """The operation is not possible on a path object of this kind."""


class _Windows:
    """The parts of ntpath that paths need."""

    sep = "\\"
    altsep = "/"

    @staticmethod
    def splitroot(p):
        q = p.replace("/", "\\")
        if q[:1] == "\\":
            if q[1:2] == "\\":
                start = 8 if q[:8].upper() == "\\\\?\\UNC\\" else 2
                i = q.find("\\", start)
                if i == -1:
                    return p, "", ""
                j = q.find("\\", i + 1)
                if j == -1:
                    return p, "", ""
                return p[:j], p[j:j + 1], p[j + 1:]
            return "", p[:1], p[1:]
        if q[1:2] == ":":
            if q[2:3] == "\\":
                return p[:2], p[2:3], p[3:]
            return p[:2], "", p[2:]
        return "", "", p


class _Parents:
    """The sequence of a path's ancestors."""

    __slots__ = ("_path", "_drv", "_root", "_tail")

    def __init__(self, path):
        self._path = path
        self._drv = path.drive
        self._root = path.root
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self[k] for k in range(*i.indices(len(self))))
        if i >= len(self) or i < -len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._from_parts(self._drv, self._root, self._tail[:-i - 1])

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath:
    """A path without access to the file system."""

    __slots__ = ("_raw", "_drv", "_root_", "_parts_tail", "_str", "_hash")
    parser = posixpath
    _nocase = False

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for a in args:
            if isinstance(a, PurePath):
                if a.parser is not self.parser:
                    paths.append(str(a).replace(a.parser.sep, self.parser.sep) if a.parser.sep != "/" else str(a))
                else:
                    paths.append(a._raw_path)
                continue
            try:
                path = os.fspath(a)
            except TypeError:
                path = a
            if not isinstance(path, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(path).__name__!r}")
            paths.append(path)
        self._raw = self._join(paths)

    @classmethod
    def _join(cls, paths):
        if not paths:
            return ""
        if len(paths) == 1:
            return paths[0]
        if cls.parser is posixpath:
            return posixpath.join(*paths)
        drive, root, tail = cls.parser.splitroot(paths[0])
        for p in paths[1:]:
            d, r, t = cls.parser.splitroot(p)
            if r:
                if d or not drive:
                    drive = d
                root, tail = r, t
            elif d and d.lower() != drive.lower():
                drive, root, tail = d, r, t
            else:
                if d:
                    drive = d
                if tail and tail[-1] not in "\\/":
                    tail += "\\"
                tail += t
        if tail and not root and drive and drive[-1] not in ":\\/":
            return drive + "\\" + tail
        return drive + root + tail

    @property
    def _raw_path(self):
        return self._raw

    def _from_parts(self, drv, root, tail):
        new = self.with_segments(self._format(drv, root, tail))
        return new

    @classmethod
    def _format(cls, drv, root, tail):
        sep = cls.parser.sep
        if drv or root:
            return drv + root + sep.join(tail)
        if tail and cls.parser is not posixpath and cls.parser.splitroot(tail[0])[0]:
            tail = ["."] + tail
        return sep.join(tail)

    def _parse(self):
        path = self._raw
        if not path:
            drv, root, rel = "", "", ""
        else:
            if self.parser is not posixpath:
                path = path.replace("/", "\\")
            drv, root, rel = self.parser.splitroot(path)
            if not root and drv.startswith("\\\\") and not drv.endswith("\\"):
                parts = drv.split("\\")
                if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                    root = "\\"
        self._drv = drv
        self._root_ = root
        self._parts_tail = [x for x in rel.split(self.parser.sep) if x and x != "."]

    @property
    def drive(self):
        """The drive, or an empty string."""
        try:
            return self._drv
        except AttributeError:
            self._parse()
            return self._drv

    @property
    def root(self):
        """The root, or an empty string."""
        try:
            return self._root_
        except AttributeError:
            self._parse()
            return self._root_

    @property
    def _tail(self):
        try:
            return self._parts_tail
        except AttributeError:
            self._parse()
            return self._parts_tail

    def with_segments(self, *pathsegments):
        """Make a new path of the same class; subclasses override this."""
        return type(self)(*pathsegments)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._format(self.drive, self.root, self._tail) or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self.as_posix())

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    def as_posix(self):
        """Return the path with forward slashes."""
        return str(self).replace(self.parser.sep, "/")

    @property
    def _cmp(self):
        text = str(self)
        return text.lower() if self._nocase else text

    @property
    def _cmp_parts(self):
        return self._cmp.split(self.parser.sep)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._cmp == other._cmp and self.parser is other.parser

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._cmp)
            return self._hash

    def _comparable(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __lt__(self, other):
        return self._cmp_parts < other._cmp_parts if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._cmp_parts <= other._cmp_parts if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._cmp_parts > other._cmp_parts if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._cmp_parts >= other._cmp_parts if self._comparable(other) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        """Return the path joined with others."""
        return self.with_segments(self, *pathsegments)

    @property
    def anchor(self):
        """Drive and root together."""
        return self.drive + self.root

    @property
    def parts(self):
        """The components as a tuple."""
        if self.drive or self.root:
            return (self.drive + self.root,) + tuple(self._tail)
        return tuple(self._tail)

    @property
    def parent(self):
        """The path without its last component."""
        tail = self._tail
        if not tail:
            return self
        return self._from_parts(self.drive, self.root, tail[:-1])

    @property
    def parents(self):
        """The ancestors, nearest first."""
        return _Parents(self)

    @property
    def name(self):
        """The last component."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """The extension of the last component, with its dot."""
        name = self.name.lstrip(".")
        i = name.rfind(".")
        return name[i:] if i != -1 else ""

    @property
    def suffixes(self):
        """All extensions of the last component."""
        return ["." + ext for ext in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last component without its extension."""
        name = self.name
        i = name.rfind(".")
        if i != -1 and name[:i].lstrip("."):
            return name[:i]
        return name

    def with_name(self, name):
        """Return the path with another last component."""
        if not name or "/" in name or self.parser.sep in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        tail = self._tail
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._from_parts(self.drive, self.root, tail[:-1] + [name])

    def with_stem(self, stem):
        """Return the path with another stem."""
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """Return the path with another extension."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def is_absolute(self):
        """Whether the path is absolute."""
        if self.parser is posixpath:
            return bool(self.root)
        return bool(self.drive and self.root)

    def as_uri(self):
        """Return the path as a file URI."""
        if not self.is_absolute():
            raise ValueError("relative paths can't be expressed as file URIs")
        safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        if self.parser is not posixpath:
            safe += ":"
        quoted = "".join(chr(b) if chr(b) in safe else f"%{b:02X}" for b in os.fsencode(self.as_posix()))
        return ("file://" if quoted.startswith("/") else "file:///") + quoted

    def _same(self, a, b):
        return a.lower() == b.lower() if self._nocase else a == b

    def is_relative_to(self, other):
        """Whether the path lies below another."""
        if not isinstance(other, PurePath) or other.parser is not self.parser:
            other = self.with_segments(other)
        mine, theirs = self.parts, other.parts
        return len(theirs) <= len(mine) and all(map(self._same, mine, theirs))

    def relative_to(self, other, *, walk_up=False):
        """Return the path relative to another."""
        if not isinstance(other, PurePath) or other.parser is not self.parser:
            other = self.with_segments(other)
        for step, path in enumerate([other] + list(other.parents)):
            if self.is_relative_to(path):
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        rest = list(self.parts[len(path.parts):])
        return self._from_parts("", "", [".."] * step + rest)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path matches a pattern, from the right if it is relative."""
        if not isinstance(path_pattern, PurePath) or path_pattern.parser is not self.parser:
            path_pattern = self.with_segments(path_pattern)
        mine, pattern = self.parts, path_pattern.parts
        if not pattern:
            raise ValueError("empty pattern")
        if len(pattern) > len(mine) or path_pattern.anchor and len(pattern) != len(mine):
            return False
        nocase = self._nocase if case_sensitive is None else not case_sensitive
        return all(_match(n, p, nocase) for n, p in zip(reversed(mine), reversed(pattern)))

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern, in which ** stands for any parts."""
        if not isinstance(pattern, PurePath) or pattern.parser is not self.parser:
            pattern = self.with_segments(pattern)
        nocase = self._nocase if case_sensitive is None else not case_sensitive
        return _full(self.parts, pattern.parts, nocase)


def _match(name, pattern, nocase):
    if nocase:
        name, pattern = name.lower(), pattern.lower()
    return _fnmatchcase(name, pattern)


def _full(names, patterns, nocase):
    # reach: indexes of names that the patterns so far can have consumed
    reach = {0}
    for p in patterns:
        if p == "**":
            reach = set(range(min(reach), len(names) + 1)) if reach else set()
        else:
            reach = {i + 1 for i in reach if i < len(names) and _match(names[i], p, nocase)}
    return len(names) in reach


class PurePosixPath(PurePath):
    """A pure path of POSIX systems."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A pure path of Windows."""

    __slots__ = ()
    parser = _Windows
    _nocase = True


os.PathLike.register(PurePath)


class Path(PurePath):
    """A path with access to the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument {next(iter(kwargs))!r}")
        super().__init__(*args)

    @classmethod
    def cwd(cls):
        """Return the working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """Return the user's home directory."""
        home = os.path.expanduser("~")
        if home == "~":
            raise RuntimeError("Could not determine home directory.")
        return cls(home)

    @classmethod
    def from_uri(cls, uri):
        """Return the path of a file URI."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        out = bytearray()
        data = os.fsencode(path)
        i = 0
        while i < len(data):
            if data[i] == 0x25:
                try:
                    out.append(int(data[i + 1:i + 3], 16))
                    i += 3
                    continue
                except ValueError:
                    pass
            out.append(data[i])
            i += 1
        path = cls(os.fsdecode(bytes(out)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """Whether the path exists."""
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self) if follow_symlinks else self._kind(_stat.S_ISDIR, False)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self) if follow_symlinks else self._kind(_stat.S_ISREG, False)

    def is_symlink(self):
        return os.path.islink(self)

    def is_junction(self):
        return False

    def is_mount(self):
        return os.path.ismount(self)

    def _kind(self, test, follow=True):
        try:
            return test(os.stat(self, follow_symlinks=follow).st_mode)
        except (OSError, ValueError):
            return False

    def is_block_device(self):
        return self._kind(_stat.S_ISBLK)

    def is_char_device(self):
        return self._kind(_stat.S_ISCHR)

    def is_fifo(self):
        return self._kind(_stat.S_ISFIFO)

    def is_socket(self):
        return self._kind(_stat.S_ISSOCK)

    def samefile(self, other_path):
        """Whether both paths are the same file."""
        st = self.stat()
        other = other_path.stat() if hasattr(other_path, "stat") else self.with_segments(other_path).stat()
        return st.st_ino == other.st_ino and st.st_dev == other.st_dev

    def absolute(self):
        """Return the path made absolute, with .. and links kept."""
        if self.is_absolute():
            return self
        cwd = os.getcwd()
        if not self._tail:
            return self.with_segments(cwd)
        return self.with_segments(cwd, self)

    def resolve(self, strict=False):
        """Return the path made absolute, with .. and links resolved."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        """Return the path with a leading ~ expanded."""
        if not (self.drive or self.root) and self._tail and self._tail[0][:1] == "~":
            home = os.path.expanduser(self._tail[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(home, *self._tail[1:])
        return self

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb", 0) as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def iterdir(self):
        """Yield the paths of a directory's entries."""
        names = os.listdir(self)
        return (self._child(name) for name in names)

    def _child(self, name):
        text = str(self)
        if text == ".":
            return self.with_segments(name)
        return self.with_segments(text + name if text.endswith("/") else text + "/" + name)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Yield the paths below this one that match a pattern."""
        sys.audit("pathlib.Path.glob", self, pattern)
        return self._glob(pattern, case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Like glob with **/ before the pattern."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        pattern = self.with_segments(pattern) if not isinstance(pattern, PurePath) else pattern
        if pattern.drive or pattern.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        text = str(pattern) if pattern._tail else ""
        raw = pattern._raw_path
        return self._glob("**/" + (text + "/" if raw[-1:] == "/" and text else text), case_sensitive, recurse_symlinks)

    def _glob(self, pattern, case_sensitive, recurse):
        path = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        raw = path._raw_path
        if path.drive or path.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = path._tail
        if not parts:
            raise ValueError("Unacceptable pattern: {!r}".format(str(raw)))
        only_dirs = raw[-1:] == "/"
        nocase = not case_sensitive if case_sensitive is not None else False
        base = str(self)
        found = _select("" if base == "." else base, parts, 0, nocase, recurse, only_dirs, case_sensitive is not None)
        return self._results(found)

    def _results(self, found):
        for text in found:
            yield self.with_segments(text)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Yield (directory, subdirectories, files) for the tree."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        stack = [self]
        while stack:
            path = stack.pop()
            if isinstance(path, tuple):
                yield path
                continue
            dirs, files = [], []
            try:
                with os.scandir(path) as entries:
                    for entry in entries:
                        try:
                            is_dir = entry.is_dir(follow_symlinks=follow_symlinks)
                        except OSError:
                            is_dir = False
                        (dirs if is_dir else files).append(entry.name)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            if top_down:
                yield path, dirs, files
            else:
                stack.append((path, dirs, files))
            stack += [path._child(d) for d in reversed(dirs)]

    def touch(self, mode=0o666, exist_ok=True):
        """Create the file, or update its time."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Create the directory."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the directory, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename and return the new path."""
        os.rename(self, target)
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def replace(self, target):
        """Rename, replacing what is there, and return the new path."""
        os.replace(self, target)
        return target if hasattr(target, "with_segments") else self.with_segments(target)

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symbolic link to target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path a hard link to target."""
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        import pwd
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    def copy(self, target, *, follow_symlinks=True, preserve_metadata=False):
        """Copy the file or tree and return the new path."""
        import shutil
        target = target if hasattr(target, "with_segments") else self.with_segments(target)
        if not follow_symlinks and self.is_symlink():
            target.symlink_to(os.readlink(self))
        elif self.is_dir():
            shutil.copytree(self, target, symlinks=not follow_symlinks,
                            copy_function=shutil.copy2 if preserve_metadata else shutil.copyfile)
        else:
            shutil.copyfile(self, target)
            if preserve_metadata:
                shutil.copystat(self, target)
        return target

    def copy_into(self, target_dir, **kwargs):
        """Copy into a directory."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.copy(self.with_segments(target_dir, self.name), **kwargs)

    def move(self, target):
        """Move the file or tree and return the new path."""
        import shutil
        target = target if hasattr(target, "with_segments") else self.with_segments(target)
        try:
            os.replace(self, target)
        except OSError:
            shutil.move(str(self), str(target))
        return target

    def move_into(self, target_dir):
        """Move into a directory."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.move(self.with_segments(target_dir, self.name))


def _entries(path):
    try:
        with os.scandir(path or ".") as it:
            return list(it)
    except OSError:
        return []


def _is_dir(entry, follow=True):
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


def _below(base, name):
    if not base or base.endswith("/"):
        return base + name
    return base + "/" + name


def _select(base, parts, i, nocase, recurse, only_dirs, always_list):
    """Yield the matches of parts[i:] below base."""
    if i == len(parts):
        if not only_dirs or os.path.isdir(base or "."):
            yield base + "/" if only_dirs and base and not base.endswith("/") else base
        return
    part = parts[i]
    last = i == len(parts) - 1
    if part == "**":
        while i + 1 < len(parts) and parts[i + 1] == "**":
            i += 1
        yield from _recurse(base, parts, i + 1, nocase, recurse, only_dirs, always_list)
    elif part == ".." or not always_list and not ("*" in part or "?" in part or "[" in part):
        path = _below(base, part)
        if os.path.lexists(path):
            yield from _select(path, parts, i + 1, nocase, recurse, only_dirs, always_list)
    else:
        for entry in _entries(base):
            if _match(entry.name, part, nocase) and (last and not only_dirs or _is_dir(entry)):
                yield from _select(_below(base, entry.name), parts, i + 1, nocase, recurse, only_dirs, always_list)


def _recurse(base, parts, i, nocase, recurse, only_dirs, always_list):
    """Yield the matches of parts[i:] below base and below all its subdirectories."""
    if i < len(parts):
        yield from _select(base, parts, i, nocase, recurse, only_dirs, always_list)
    elif base == "" or os.path.lexists(base):
        yield base + "/" if only_dirs and base and not base.endswith("/") else base
    for entry in _entries(base):
        path = _below(base, entry.name)
        if _is_dir(entry, recurse):
            yield from _recurse(path, parts, i, nocase, recurse, only_dirs, always_list)
        elif i == len(parts) and not only_dirs:
            yield path


class PosixPath(Path, PurePosixPath):
    """A path of a POSIX system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
