# multiprocessing.sharedctypes: values and arrays in shared memory.

import _multiprocessing
from multiprocessing.synchronize import RLock

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

_names = {"c_char": "c", "c_wchar": "u", "c_byte": "b", "c_ubyte": "B", "c_short": "h", "c_ushort": "H", "c_int": "i", "c_uint": "I",
          "c_long": "l", "c_ulong": "L", "c_longlong": "q", "c_ulonglong": "Q", "c_float": "f", "c_double": "d", "c_bool": "?"}


def _code(typecode_or_type):
    code = typecode_or_type
    if not isinstance(code, str):
        code = getattr(code, "_type_", None) or _names.get(getattr(code, "__name__", ""))
    if not isinstance(code, str) or not _multiprocessing.itemsize(code):
        raise TypeError("this type has no storage size")
    return code


class _RawValue:
    def __init__(self, code):
        self._code = code
        self._memory = _multiprocessing.new_memory(_multiprocessing.itemsize(code))
        self._zero()

    def _zero(self):
        pass

    @property
    def value(self):
        return self._memory.get(self._code, 0)

    @value.setter
    def value(self, value):
        self._memory.set(self._code, 0, value)

    def __repr__(self):
        return "c_%s(%r)" % (_type_name(self._code), self.value)

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)


def _type_name(code):
    for name, c in _names.items():
        if c == code:
            return name[2:]


class _RawArray:
    def __init__(self, code, size):
        if size < 0:
            raise ValueError("Array length must be >= 0")
        self._code = code
        self._length = size
        self._memory = _multiprocessing.new_memory(max(size * _multiprocessing.itemsize(code), 1))

    def __len__(self):
        return self._length

    def _index(self, i):
        n = self._length
        i = i.__index__()
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError("invalid index")
        return i

    def __getitem__(self, i):
        get, code = self._memory.get, self._code
        if isinstance(i, slice):
            items = [get(code, j) for j in range(*i.indices(self._length))]
            if code == "c":
                return b"".join(items)
            if code == "u":
                return "".join(items)
            return items
        return get(code, self._index(i))

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            where = range(*i.indices(self._length))
            if self._code == "c" and isinstance(value, (bytes, bytearray)):
                value = [bytes((b,)) for b in value]
            value = list(value)
            if len(value) != len(where):
                raise ValueError("Can only assign sequence of same size")
            for j, v in zip(where, value):
                self._memory.set(self._code, j, v)
            return
        self._memory.set(self._code, self._index(i), value)

    def __iter__(self):
        for i in range(self._length):
            yield self._memory.get(self._code, i)

    @property
    def raw(self):
        if self._code != "c":
            raise AttributeError("raw")
        return bytes(memoryview(self._memory)[:self._length])

    @raw.setter
    def raw(self, value):
        if len(value) > self._length:
            raise ValueError("byte string too long")
        memoryview(self._memory)[:len(value)] = value

    @property
    def value(self):
        if self._code != "c":
            raise AttributeError("value")
        return self.raw.split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length:
            raise ValueError("byte string too long")
        if len(value) < self._length:
            value += b"\0"
        self.raw = value

    def __repr__(self):
        return "<%s.c_%s_Array_%d object at %#x>" % (__name__, _type_name(self._code), self._length, id(self))

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)


def RawValue(typecode_or_type, *args):
    """Returns a shared object"""
    v = _RawValue(_code(typecode_or_type))
    if args:
        v.value = args[0]
    return v


def RawArray(typecode_or_type, size_or_initializer):
    """Returns a shared array"""
    code = _code(typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _RawArray(code, size_or_initializer)
    init = size_or_initializer
    if code == "c" and isinstance(init, (bytes, bytearray)):
        init = [bytes((b,)) for b in init]
    else:
        init = list(init)
    a = _RawArray(code, len(init))
    for i, x in enumerate(init):
        a._memory.set(code, i, x)
    return a


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """Return a synchronization wrapper for a Value"""
    return _wrap(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Return a synchronization wrapper for a RawArray"""
    return _wrap(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _wrap(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return synchronized(obj, lock, ctx)


def copy(obj):
    if isinstance(obj, _RawValue):
        return RawValue(obj._code, obj.value)
    return RawArray(obj._code, list(obj))


def synchronized(obj, lock=None, ctx=None):
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock, ctx)
    if obj._code == "c":
        return SynchronizedString(obj, lock, ctx)
    return SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return "<%s wrapper for %s>" % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self._lock:
            return self._obj[start:stop]

    def __iter__(self):
        for i in range(len(self._obj)):
            yield self[i]


class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self._lock:
            self._obj.raw = value
