"""What mocks remember of calls, and values that stand for others."""

import pprint


class _SentinelObject:
    """A value that is equal to itself only."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Has a sentinel for each attribute one asks for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError  # help() would take this for a class
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


_SentinelObject.__module__ = _Sentinel.__module__ = "unittest.mock"

sentinel = _Sentinel()

DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts += [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(parts)})"


def _split_call(value, name=""):
    """Name, arguments and keyword arguments of a call written as a tuple in
    which each of them may be missing; None if it is too long."""
    args, kwargs = (), {}
    match len(value):
        case 0:
            pass
        case 1:
            [only] = value
            if isinstance(only, str):
                name = only
            elif isinstance(only, tuple):
                args = only
            else:
                kwargs = only
        case 2:
            first, second = value
            if not isinstance(first, str):
                args, kwargs = first, second
            elif isinstance(second, tuple):
                name, args = first, second
            else:
                name, kwargs = first, second
        case 3:
            name, args, kwargs = value
        case _:
            return None
    return name, args, kwargs


class _Call(tuple):
    """A call: (args, kwargs) or (name, args, kwargs).

    It equals tuples that leave out what is empty, and calls without a name if
    it has none. Attributes and calls of a call describe longer chains:
    call.method(1).other(2).
    """

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        parts = _split_call(value, name) or (name, (), {})
        return tuple.__new__(cls, parts[1:] if two else parts)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        parent = getattr(self, "_mock_parent", None)
        other_parent = getattr(other, "_mock_parent", None)
        if parent and other_parent and parent != other_parent:
            return False
        other_parts = _split_call(other)
        if other_parts is None:
            return False
        name, args, kwargs = self._parts()
        other_name, other_args, other_kwargs = other_parts
        if name and other_name != name:
            return False
        # the other's first: it may hold ANY
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()",
                     parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            raise AttributeError  # call.count and call.index are calls too
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if self._mock_from_kall:
            name, args, kwargs = self._parts()
        else:
            name = self._mock_name
        if not name:
            name = "call"
        elif name.startswith("()"):
            name = f"call{name}"
        elif self._mock_from_kall:
            name = f"call.{name}"
        if not self._mock_from_kall:
            return name
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """All calls of a chain of calls, the first one first."""
        calls, link = [], self
        while link is not None:
            if link._mock_from_kall:
                calls.append(link)
            link = link._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    """Calls; a list is in it if its calls follow each other somewhere."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


class _AnyComparer(list):
    """Calls, among which one is sought that may hold ANY."""

    def __contains__(self, item):
        for candidate in self:
            assert len(item) == len(candidate)
            if all(expected == actual for expected, actual in zip(item, candidate)):
                return True
        return False


def _not_found(expected, calls, recorded, errors_in, what, actual):
    """The error of a list of calls that was not recorded."""
    errors = [e if isinstance(e, Exception) else None for e in expected]
    cause = next(filter(None, errors), None)
    if cause is None:
        problem = f"{what} not found."
    else:
        problem = f"Error processing expected {errors_in}.\nErrors: {errors}"
    error = AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n{actual}")
    error.__cause__ = cause
    return error
