# multiprocessing.shared_memory: named blocks of memory.

import _multiprocessing
import os
import secrets
import types

__all__ = ["SharedMemory", "ShareableList"]

_DIR = "/dev/shm/"


class SharedMemory:
    """Creates a new shared memory block or attaches to an existing one."""

    _snapshot_reduce = True  # children attach to it by its name

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        flags = os.O_RDWR | (os.O_CREAT | os.O_EXCL if create else 0)
        self._buf = self._memory = None
        self._track = track and create
        if name is None:
            while True:
                name = "psm_" + secrets.token_hex(4)
                try:
                    fd = os.open(_DIR + name, flags, 0o600)
                    break
                except FileExistsError:
                    continue
        else:
            name = name.lstrip("/")
            try:
                fd = os.open(_DIR + name, flags, 0o600)
            except OSError as e:
                raise type(e)(e.errno, e.strerror, "/" + name) from None
        self._name = name
        try:
            if create:
                os.ftruncate(fd, size)
            size = os.fstat(fd).st_size
            self._memory = _multiprocessing.map_file(fd, size)
        except OSError:
            if create:
                os.unlink(_DIR + name)
            raise
        finally:
            os.close(fd)
        self._size = size
        self._buf = memoryview(self._memory)

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        """A memoryview of contents of the shared memory block."""
        return self._buf

    @property
    def name(self):
        """Unique name that identifies the shared memory block."""
        return self._name

    @property
    def size(self):
        """Size in bytes."""
        return self._size

    def close(self):
        """Closes access to the shared memory from this instance but does not destroy the block."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def unlink(self):
        """Requests that the underlying shared memory block be destroyed."""
        os.unlink(_DIR + self._name)


_encoding = "utf8"


class ShareableList:
    """A list of immutable values in shared memory: its length and the sizes of its items do not change."""

    _snapshot_reduce = True
    _kinds = {int: "q", float: "d", bool: "?", str: "s", bytes: "b", type(None): "x"}

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            items = [] if sequence is None else list(sequence)
            cells = []
            for v in items:
                if type(v) not in self._kinds:
                    raise ValueError("%r is not of a type that a ShareableList can hold" % (v,))
                n = 8
                if isinstance(v, (str, bytes)):
                    n = (len(v.encode(_encoding) if isinstance(v, str) else v) // 8 + 1) * 8
                cells.append(n)
            self._sizes = cells
            total = 8 + 16 * len(cells) + sum(cells)
            self.shm = SharedMemory(name, create=True, size=max(total, 1))
            self._put(0, len(cells))
            at = 8 + 16 * len(cells)
            for i, n in enumerate(cells):
                self._put(8 + 16 * i, at)
                at += n
            self._load()
            for i, v in enumerate(items):
                self[i] = v
        else:
            self.shm = SharedMemory(name)
            self._load()

    def _put(self, at, n):
        self.shm.buf[at:at + 8] = n.to_bytes(8, "little", signed=True)

    def _number(self, at):
        return int.from_bytes(self.shm.buf[at:at + 8], "little", signed=True)

    def _load(self):
        n = self._number(0)
        self._len = n
        starts = [self._number(8 + 16 * i) for i in range(n)]
        ends = starts[1:] + [self.shm.size]
        self._at = starts
        self._sizes = [((b - a) // 8) * 8 for a, b in zip(starts, ends)]

    def _position(self, i):
        if i < 0:
            i += self._len
        if not 0 <= i < self._len:
            raise IndexError("index out of range")
        return i

    def __getitem__(self, position):
        i = self._position(position)
        at, buf = self._at[i], self.shm.buf
        kind = chr(buf[16 + 16 * i])
        if kind == "x":
            return None
        if kind == "q":
            return self._number(at)
        if kind == "?":
            return bool(self._number(at))
        if kind == "d":
            return self.shm._memory.get("d", at // 8)
        n = int.from_bytes(buf[17 + 16 * i:24 + 16 * i], "little")
        data = bytes(buf[at:at + n])
        return data.decode(_encoding) if kind == "s" else data

    def __setitem__(self, position, value):
        try:
            i = self._position(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        kind = self._kinds[type(value)]
        at, buf = self._at[i], self.shm.buf
        n = 0
        if kind in "sb":
            data = value.encode(_encoding) if kind == "s" else value
            n = len(data)
            if n > self._sizes[i]:
                raise ValueError("bytes/str item exceeds available storage")
            buf[at:at + n] = data
        elif kind == "d":
            self.shm._memory.set("d", at // 8, value)
        elif kind != "x":
            self._put(at, int(value))
        buf[16 + 16 * i] = ord(kind)
        buf[17 + 16 * i:24 + 16 * i] = n.to_bytes(7, "little")

    def __reduce__(self):
        return _attach, (self.__class__, self.shm.name)

    def __len__(self):
        return self._len

    def __iter__(self):
        for i in range(self._len):
            yield self[i]

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

    def count(self, value):
        """Number of occurrences of value."""
        return sum(value == x for x in self)

    def index(self, value):
        """The first position of value."""
        for i, x in enumerate(self):
            if value == x:
                return i
        raise ValueError("ShareableList.index(x): x not in list")

    __class_getitem__ = classmethod(types.GenericAlias)


def _attach(cls, name):
    return cls(name=name)
