"""Objects that stand for others in tests, and remember how they were used."""

__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call",
    "create_autospec", "AsyncMock", "ThreadingMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock",
    "seal",
)

import inspect
import io
import threading
from functools import partial
from inspect import iscoroutinefunction
from threading import RLock
from types import CodeType
from unittest.util import safe_repr

from ._mock_calls import (ANY, DEFAULT, _ANY, _AnyComparer, _Call, _CallList,
                          _Sentinel, _SentinelObject, _deleted,
                          _format_call_signature, _missing, _not_found, call,
                          sentinel)
from ._mock_specs import (FunctionTypes, InvalidSpecError, _all_magics,
                          _all_sync_magics, _async_magics,
                          _async_method_magics, _async_names, _callable,
                          _check_signature, _checker, _get_signature_object,
                          _instance_callable, _is_async_func, _is_exception,
                          _is_list, _is_magic, _magics, _must_skip,
                          _non_defaults, _sync_async_magics,
                          _unsupported_magics)

FILTER_DIR = True

_safe_super = super  # mocks lie about __class__


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_async_obj(obj):
    if _is_instance_mock(obj) and not isinstance(obj, AsyncMock):
        return False
    if hasattr(obj, "__func__"):
        obj = obj.__func__
    return iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _extract_mock(obj):
    """The mock of a function that create_autospec made; other objects as they
    are."""
    if isinstance(obj, FunctionTypes) and hasattr(obj, "mock"):
        return obj.mock
    return obj


def _set_signature(mock, original, instance=False):
    """A function with original's signature that calls mock."""
    found = _get_signature_object(original, instance, isinstance(original, type))
    if found is None:
        return mock
    func, sig = found
    checksig = _checker(func, sig)

    def funcopy(*args, **kwargs):
        checksig(*args, **kwargs)
        return mock(*args, **kwargs)
    name = original.__name__
    funcopy.__name__ = funcopy.__qualname__ = name if name.isidentifier() else "funcopy"
    _setup_func(funcopy, mock, sig)
    return funcopy


def _set_async_signature(mock, original, instance=False, is_async_mock=False):
    """The same for a coroutine function."""
    func, sig = _get_signature_object(original, instance, isinstance(original, type))
    checksig = _checker(func, sig)

    async def funcopy(*args, **kwargs):
        checksig(*args, **kwargs)
        return await mock(*args, **kwargs)
    funcopy.__name__ = funcopy.__qualname__ = original.__name__
    _setup_func(funcopy, mock, sig)
    _setup_async_mock(funcopy)
    return funcopy


def _setup_func(funcopy, mock, sig):
    """Give a function the attributes of its mock."""
    def reset_mock():
        funcopy.method_calls = _CallList()
        funcopy.mock_calls = _CallList()
        mock.reset_mock()
        value = funcopy.return_value
        if _is_instance_mock(value) and value is not mock:
            value.reset_mock()

    funcopy.mock = mock
    funcopy.called = False
    funcopy.call_count = 0
    funcopy.call_args = None
    for name in ("call_args_list", "method_calls", "mock_calls"):
        setattr(funcopy, name, _CallList())
    funcopy.return_value = mock.return_value
    funcopy.side_effect = mock.side_effect
    funcopy._mock_children = mock._mock_children
    for name in ("assert_called", "assert_called_once", "assert_called_with",
                 "assert_called_once_with", "assert_not_called",
                 "assert_has_calls", "assert_any_call"):
        setattr(funcopy, name, _forwarder(mock, name))
    funcopy.reset_mock = reset_mock
    funcopy.__signature__ = sig
    mock._mock_delegate = funcopy


def _forwarder(mock, name):
    def forward(*args, **kwargs):
        return getattr(mock, name)(*args, **kwargs)
    forward.__name__ = name
    return forward


def _setup_async_mock(funcopy):
    funcopy._is_coroutine = _coroutine_mark()
    funcopy.await_count = 0
    funcopy.await_args = None
    funcopy.await_args_list = _CallList()
    for name in ("assert_awaited", "assert_awaited_once", "assert_awaited_with",
                 "assert_awaited_once_with", "assert_any_await",
                 "assert_has_awaits", "assert_not_awaited"):
        setattr(funcopy, name, _forwarder(funcopy.mock, name))


def _coroutine_mark():
    """What asyncio looks for in objects that act as coroutine functions."""
    from asyncio import coroutines
    return getattr(coroutines, "_is_coroutine", True)


# set without regard to spec_set
_allowed_names = {
    "return_value", "_mock_return_value", "side_effect", "_mock_side_effect",
    "_mock_parent", "_mock_new_parent", "_mock_name", "_mock_new_name",
}


def _delegating_property(name):
    """A property of mocks that functions of create_autospec have instead of
    their mocks."""
    _allowed_names.add(name)
    key = f"_mock_{name}"

    def getter(self):
        delegate = self._mock_delegate
        return getattr(self, key) if delegate is None else getattr(delegate, name)

    def setter(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__[key] = value
        else:
            setattr(delegate, name, value)
    return property(getter, setter)


def _check_and_set_parent(parent, value, name, new_name):
    """Let value, if it is a mock without one, have this parent and names."""
    value = _extract_mock(value)
    if not _is_instance_mock(value):
        return False
    if (value._mock_name or value._mock_new_name
            or value._mock_parent is not None or value._mock_new_parent is not None):
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class _MockIter:
    """An iterator that a mock made itself."""

    def __init__(self, obj):
        self.obj = iter(obj)

    def __next__(self):
        return next(self.obj)


class Base:
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that cannot be called."""

    _lock = RLock()  # of children and calls, for all mocks

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                _spec_state=None, _new_name="", _new_parent=None,
                _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        # each mock has a class of its own, where its magic methods go
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            original = spec_set or spec
            if original is not None and _is_async_obj(original):
                bases = (AsyncMockMixin, cls)
        own = type(cls.__name__, bases, {"__doc__": cls.__doc__})
        return _safe_super(NonCallableMock, cls).__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        # parent and name are those of an attribute, which method_calls tell
        # of; new_parent and new_name those of attributes and results, which
        # mock_calls tell of
        if _new_parent is None:
            _new_parent = parent
        d = self.__dict__
        d["_mock_parent"] = parent
        d["_mock_name"] = name
        d["_mock_new_name"] = _new_name
        d["_mock_new_parent"] = _new_parent
        d["_mock_sealed"] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        d["_mock_children"] = {}
        d["_mock_wraps"] = wraps
        d["_mock_delegate"] = None
        d["_mock_called"] = False
        d["_mock_call_args"] = None
        d["_mock_call_count"] = 0
        d["_mock_call_args_list"] = _CallList()
        d["_mock_mock_calls"] = _CallList()
        d["method_calls"] = _CallList()
        d["_mock_unsafe"] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        _safe_super(NonCallableMock, self).__init__(
            spec, wraps, name, spec_set, parent, _spec_state)

    def attach_mock(self, mock, attribute):
        """Make mock an attribute of this one, which then records its calls
        too."""
        inner = _extract_mock(mock)
        inner._mock_parent = None
        inner._mock_new_parent = None
        inner._mock_name = ""
        inner._mock_new_name = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Allow only the attributes of an object or those in a list; with
        spec_set no others can be set either."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        spec_class = signature = None
        asyncs = []
        if spec is not None and not _is_list(spec):
            spec_class = spec if isinstance(spec, type) else type(spec)
            found = _get_signature_object(spec, _spec_as_instance, _eat_self)
            signature = found and found[1]
            names = dir(spec)
            asyncs = _async_names(spec, names)
            spec = names
        d = self.__dict__
        d["_spec_class"] = spec_class
        d["_spec_set"] = spec_set
        d["_spec_signature"] = signature
        d["_mock_methods"] = spec
        d["_spec_asyncs"] = asyncs

    def _mock_extend_spec_methods(self, spec_methods):
        methods = self.__dict__.get("_mock_methods") or []
        methods.extend(spec_methods)
        self.__dict__["_mock_methods"] = methods

    @property
    def return_value(self):
        """What a call returns; a mock unless set."""
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _check_and_set_parent(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    called = _delegating_property("called")
    call_count = _delegating_property("call_count")
    call_args = _delegating_property("call_args")
    call_args_list = _delegating_property("call_args_list")
    mock_calls = _delegating_property("mock_calls")

    @property
    def side_effect(self):
        """What a call does: raises an exception, calls a function, or goes on
        in an iterable of results and exceptions."""
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if not (effect is None or callable(effect) or isinstance(effect, _MockIter)
                or _is_exception(effect)):
            effect = delegate.side_effect = _MockIter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        value = _try_iter(value)
        if self._mock_delegate is None:
            self._mock_side_effect = value
        else:
            self._mock_delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls, and return_value and side_effect if told to."""
        if visited is None:
            visited = []
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, _SpecState) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value,
                                 side_effect=side_effect)
        value = self._mock_return_value
        if _is_instance_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; names with dots are those of attributes'
        attributes."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *names, last = path.split(".")
            obj = self
            for name in names:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def __getattr__(self, name):
        if name in {"_mock_methods", "_mock_unsafe"}:
            raise AttributeError(name)  # not initialised
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if (name.startswith(("assert", "assret", "asert", "aseert", "assrt"))
                    or name in _ATTRIB_DENY_LIST):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock "
                    f"if {name!r} is meant to be an attribute.")
        with NonCallableMock._lock:
            child = self._mock_children.get(name)
            if child is _deleted:
                raise AttributeError(name)
            if child is None:
                wraps = None
                if self._mock_wraps is not None:
                    wraps = getattr(self._mock_wraps, name)
                child = self._get_child_mock(parent=self, name=name, wraps=wraps,
                                             _new_name=name, _new_parent=self)
            elif isinstance(child, _SpecState):
                child = self._from_spec(child, name)
            self._mock_children[name] = child
        return child

    def _from_spec(self, state, name):
        try:
            return create_autospec(state.spec, state.spec_set, _parent=state.parent,
                                   _name=state.name)
        except InvalidSpecError:
            target = self.__dict__["_mock_name"] or self
            raise InvalidSpecError(
                f"Cannot autospec attr {name!r} from target {target!r} as it has "
                f"already been mocked out. [target={self!r}, attr={state.spec!r}]")

    def _extract_mock_name(self):
        names, mock = [], self
        while mock._mock_new_parent is not None:
            name = mock._mock_new_name
            names.append(name if name == "()" else f".{name}")
            mock = mock._mock_new_parent
        names.append(mock._mock_name or "mock")
        return "".join(reversed(names))

    def __repr__(self):
        name = self._extract_mock_name()
        text = type(self).__name__
        if name not in ("mock", "mock."):
            text += f" name={name!r}"
        if self._spec_class is not None:
            kind = "spec_set" if self._spec_set else "spec"
            text += f" {kind}={self._spec_class.__name__!r}"
        return f"<{text} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = set(self._mock_methods or ())
        names.update(n for n in dir(type(self)) if not n.startswith("_"))
        names.update(n for n in self.__dict__ if not n.startswith("_") or _is_magic(n))
        names.update(n for n, child in self._mock_children.items()
                     if child is not _deleted)
        return sorted(names)

    def __setattr__(self, name, value):
        if name in _allowed_names:
            return object.__setattr__(self, name, value)
        methods = self._mock_methods
        unknown = methods is not None and name not in methods
        if (unknown and self._spec_set and name not in self.__dict__
                or unknown and name in _all_magics):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported_magics:
            raise AttributeError(
                f"Attempting to set unsupported magic method {name!r}.")
        if name in _all_magics:
            value = self._set_magic(name, value)
        elif name == "__class__":
            self._spec_class = value
            return
        elif _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        """Set a magic method in the class; return what the instance gets."""
        if _is_instance_mock(value):
            # mock_calls tell of it, method_calls do not
            _check_and_set_parent(self, value, None, name)
            setattr(type(self), name, value)
            self._mock_children[name] = value
            return value
        setattr(type(self), name, _get_method(name, value))
        return lambda *args, **kw: value(self, *args, **kw)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return  # nobody had used it
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            _safe_super(NonCallableMock, self).__delattr__(name)
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children.pop(name, None)
        self._mock_children[name] = _deleted

    # Assertions about calls

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        expected = self._format_mock_call_signature(args, kwargs)
        actual = self._format_mock_call_signature(*self.call_args)
        return (f"expected {action} not found.\nExpected: {expected}\n"
                f"  Actual: {actual}")

    def _get_call_signature_from_name(self, name):
        """The signature of a descendant that has been used, or None."""
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or isinstance(child, _SpecState):
                break
            child = _extract_mock(child)
            children = child._mock_children
            signature = child._spec_signature
        return signature

    def _call_matcher(self, _call):
        """A form of a call in which it can be compared: its arguments as the
        signature binds them if there is one, the error if it cannot."""
        if isinstance(_call, tuple) and len(_call) > 2:
            signature = self._get_call_signature_from_name(_call[0])
        else:
            signature = self._spec_signature
        if signature is None:
            return _call
        name, args, kwargs = ("", *_call) if len(_call) == 2 else _call
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _expected_call(self, args, kwargs):
        """The matcher of an expected call, and the error in it or None."""
        matcher = self._call_matcher(_Call((args, kwargs), two=True))
        return matcher, matcher if isinstance(matcher, Exception) else None

    def _assert_count(self, ok, what):
        if not ok:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' {what}. "
                f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_not_called(self):
        """Fail if there was a call."""
        self._assert_count(self.call_count == 0, "to not have been called")

    def assert_called(self):
        """Fail unless there was a call."""
        if self.call_count == 0:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        """Fail unless there was exactly one call."""
        self._assert_count(self.call_count == 1, "to have been called once")

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call had these arguments."""
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 "  Actual: not called.")
        expected, error = self._expected_call(args, kwargs)
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            raise AssertionError(
                self._format_mock_failure_message(args, kwargs)) from error

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless there was exactly one call, with these arguments."""
        self._assert_count(self.call_count == 1, "to be called once")
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless these calls are in mock_calls, one after another or in
        any order."""
        expected = [self._call_matcher(c) for c in calls]
        recorded = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in recorded:
                raise _not_found(expected, calls, recorded, "calls", "Calls",
                                 f"  Actual: {safe_repr(self.mock_calls)}")
            return
        missing, recorded = _remove_calls(expected, recorded)
        if missing:
            raise AssertionError(
                f"{self._mock_name or 'mock'!r} does not contain all of "
                f"{tuple(missing)!r} in its call list, found {recorded!r} instead"
            ) from _first_error(expected)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless there was a call with these arguments."""
        expected, error = self._expected_call(args, kwargs)
        recorded = [self._call_matcher(c) for c in self.call_args_list]
        if error or expected not in _AnyComparer(recorded):
            text = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"{text} call not found") from error

    def _get_child_mock(self, /, **kw):
        """Make the mock of an attribute or a result. Subclasses may override
        this to make others; the default is the mock's own class, or the one
        that can be called."""
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name, cls = kw.get("_new_name"), type(self)
        if name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        if issubclass(cls, MagicMock) and name in _async_method_magics:
            child = AsyncMock
        elif issubclass(cls, AsyncMockMixin):
            methods = self._mock_methods
            sync = name in _all_sync_magics or methods and name in methods
            child = MagicMock if sync else AsyncMock
        elif issubclass(cls, CallableMixin):
            child = cls.__mro__[1]
        else:
            child = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        return child(**kw)

    def _calls_repr(self):
        if not self.mock_calls:
            return ""
        return f"\nCalls: {safe_repr(self.mock_calls)}."


def _remove_calls(expected, recorded):
    """Remove expected calls from the recorded ones. Those that were not there,
    and the recorded ones that are left."""
    missing, recorded = [], list(recorded)
    for item in expected:
        try:
            recorded.remove(item)
        except ValueError:
            missing.append(item)
    return missing, recorded


def _first_error(expected):
    return next((e for e in expected if isinstance(e, Exception)), None)


# what is left of an assertion's name without "assert_" is a mistake
_ATTRIB_DENY_LIST = frozenset(
    name.removeprefix("assert_") for name in dir(NonCallableMock)
    if name.startswith("assert_"))


def _try_iter(obj):
    """An iterator over a side effect that is an iterable."""
    if obj is None or _is_exception(obj) or _callable(obj):
        return obj
    try:
        return iter(obj)
    except TypeError:
        return obj


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None,
                 name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name="", _new_parent=None, **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        _safe_super(CallableMixin, self).__init__(
            spec, wraps, name, spec_set, parent, _spec_state, _new_name,
            _new_parent, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Replaced by one that raises for wrong arguments."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Record a call, here and in all ancestors."""
        self.called = True
        with NonCallableMock._lock:
            record = _Call((args, kwargs), two=True)
            self.call_args = record
            self.call_args_list.append(record)
            self.call_count = len(self.call_args_list)
        self.mock_calls.append(_Call(("", args, kwargs)))

        is_method = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        is_result = name == "()"
        parent = self._mock_new_parent
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_result else "."
                is_result = parent._mock_new_name == "()"
                name = f"{parent._mock_new_name}{dot}{name}"
            parent = parent._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if _callable(effect):
                value = effect(*args, **kwargs)
            else:
                value = next(effect)
                if _is_exception(value):
                    raise value
            if value is not DEFAULT:
                return value
        if self._has_return_value() or self._mock_wraps is None:
            return self.return_value
        return self._mock_wraps(*args, **kwargs)

    def _has_return_value(self):
        delegate = self._mock_delegate
        return (self._mock_return_value is not DEFAULT
                or bool(delegate) and delegate.return_value is not DEFAULT)


class Mock(CallableMixin, NonCallableMock):
    """An object whose attributes and results are mocks, and that remembers how
    it was called.

    spec: an object or a list of names; other attributes do not exist. If it is
    an object, isinstance() takes the mock for one of its class.
    spec_set: the same, and other attributes cannot be set.
    side_effect, return_value: what a call does.
    wraps: an object that calls and attributes are passed on to.
    name: how the mock is shown.
    unsafe: allow attributes that look like misspelt assertions.
    Other keyword arguments are attributes to set.
    """


class MagicMixin(Base):
    def __init__(self, /, *args, **kw):
        self._mock_set_magics()  # for the arguments
        _safe_super(MagicMixin, self).__init__(*args, **kw)
        self._mock_set_magics()  # for the spec

    def _mock_set_magics(self):
        supported = wanted = _magics | _async_method_magics
        own = type(self)
        if getattr(self, "_mock_methods", None) is not None:
            wanted = supported.intersection(self._mock_methods)
            for name in supported - wanted:
                if name in own.__dict__:
                    delattr(self, name)
        for name in wanted - own.__dict__.keys():
            setattr(own, name, MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class AsyncMagicMixin(MagicMixin):
    pass


class MagicMock(MagicMixin, Mock):
    """A Mock that has most magic methods, those of the spec if there is one."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        if return_value and self._mock_name and _is_magic(self._mock_name):
            return_value = False  # a mock would be no result for __str__
        super().reset_mock(*args, return_value=return_value, **kwargs)


class MagicProxy(Base):
    """Becomes a mock when the magic method is looked up."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        mock = self.parent._get_child_mock(
            name=self.name, _new_name=self.name, _new_parent=self.parent)
        setattr(self.parent, self.name, mock)
        _set_return_value(self.parent, mock, self.name)
        return mock

    def __get__(self, obj, _type=None):
        return self.create_mock()


def _get_method(name, func):
    """func as a function that takes self."""
    def method(self, /, *args, **kw):
        return func(self, *args, **kw)
    method.__name__ = name
    return method


# results of magic methods by default

_return_values = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
    "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
    "__index__": 1, "__aexit__": False,
}

_calculate_return_value = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}",
}


def _get_eq(self):
    def __eq__(other):
        value = self.__eq__._mock_return_value
        if value is not DEFAULT:
            return value
        return True if self is other else NotImplemented
    return __eq__


def _get_ne(self):
    def __ne__(other):
        if self.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented
    return __ne__


def _get_iter(self):
    def __iter__():
        value = self.__iter__._mock_return_value
        return iter([] if value is DEFAULT else value)
    return __iter__


def _get_async_iter(self):
    def __aiter__():
        value = self.__aiter__._mock_return_value
        return _AsyncIterator(iter([] if value is DEFAULT else value))
    return __aiter__


_side_effect_methods = {
    "__eq__": _get_eq, "__ne__": _get_ne, "__iter__": _get_iter,
    "__aiter__": _get_async_iter,
}


def _set_return_value(mock, method, name):
    if name in _return_values:
        method.return_value = _return_values[name]
    elif name in _calculate_return_value:
        method.return_value = _calculate_return_value[name](mock)
    elif name in _side_effect_methods:
        method.side_effect = _side_effect_methods[name](mock)


class AsyncMockMixin(Base):
    await_count = _delegating_property("await_count")
    await_args = _delegating_property("await_args")
    await_args_list = _delegating_property("await_args_list")

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        d = self.__dict__  # whatever spec_set says
        d["_is_coroutine"] = _coroutine_mark()
        d["_mock_await_count"] = 0
        d["_mock_await_args"] = None
        d["_mock_await_args_list"] = _CallList()
        # inspect takes it for a coroutine function
        code = _code_mock(inspect.CO_COROUTINE | inspect.CO_VARARGS
                          | inspect.CO_VARKEYWORDS)
        code.co_argcount = 0
        code.co_varnames = ("args", "kwargs")
        code.co_posonlyargcount = 0
        code.co_kwonlyargcount = 0
        d["__code__"] = code
        d["__name__"] = "AsyncMock"
        d["__defaults__"] = ()
        d["__kwdefaults__"] = {}
        d["__annotations__"] = None

    async def _execute_mock_call(self, /, *args, **kwargs):
        record = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = record
        self.await_args_list.append(record)

        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not _callable(effect):
                try:
                    value = next(effect)
                except StopIteration:  # cannot leave a coroutine
                    raise StopAsyncIteration
                if _is_exception(value):
                    raise value
            elif iscoroutinefunction(effect):
                value = await effect(*args, **kwargs)
            else:
                value = effect(*args, **kwargs)
            if value is not DEFAULT:
                return value
        wraps = self._mock_wraps
        if self._mock_return_value is not DEFAULT or wraps is None:
            return self.return_value
        if iscoroutinefunction(wraps):
            return await wraps(*args, **kwargs)
        return wraps(*args, **kwargs)

    def _assert_await_count(self, ok, what):
        if not ok:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} {what}. "
                                 f"Awaited {self.await_count} times.")

    def assert_awaited(self):
        """Fail unless a call was awaited."""
        if self.await_count == 0:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless exactly one call was awaited."""
        self._assert_await_count(self.await_count == 1, "to have been awaited once")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless the call awaited last had these arguments."""
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        expected, error = self._expected_call(args, kwargs)
        actual = self._call_matcher(self.await_args)
        if actual != expected:
            raise AssertionError(self._format_mock_failure_message(
                args, kwargs, action="await")) from error

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless exactly one call was awaited, with these arguments."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless a call with these arguments was awaited."""
        expected, error = self._expected_call(args, kwargs)
        recorded = [self._call_matcher(c) for c in self.await_args_list]
        if error or expected not in _AnyComparer(recorded):
            text = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"{text} await not found") from error

    def assert_has_awaits(self, calls, any_order=False):
        """Fail unless these calls were awaited, one after another or in any
        order."""
        expected = [self._call_matcher(c) for c in calls]
        recorded = _CallList(self._call_matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected not in recorded:
                raise _not_found(expected, calls, recorded, "awaits", "Awaits",
                                 f"Actual: {self.await_args_list}")
            return
        missing, _ = _remove_calls(expected, recorded)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list"
                                 ) from _first_error(expected)

    def assert_not_awaited(self):
        """Fail if a call was awaited."""
        self._assert_await_count(self.await_count == 0, "to not have been awaited")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


_code_names = dir(CodeType)


def _code_mock(flags):
    """A mock of a code object with these flags."""
    code = NonCallableMock(spec_set=_code_names)
    code.__dict__["_spec_class"] = CodeType
    code.co_flags = flags
    return code


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A MagicMock that acts as a coroutine function: calls are to be awaited,
    side_effect and return_value tell what awaiting does."""


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None,
                    *, unsafe=False, **kwargs):
    """A mock that has the attributes of an object, with mocks of the same kind
    as attributes, and that can be called as the object can be.

    spec_set: other attributes cannot be set. instance: the mock stands for an
    instance of the class. Other arguments go to the mock.
    """
    if _is_list(spec):
        spec = type(spec)  # a list would be taken for names
    is_type = isinstance(spec, type)
    if _is_instance_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_async = _is_async_func(spec)
    entries = [(entry, _missing) for entry in dir(spec)]
    fields = _dataclass_fields(spec) if is_type and instance else None
    entries.extend(fields or ())
    if not unsafe:
        _check_spec_arg_typos(kwargs)
    options = {}
    if spec_set:
        options["spec_set"] = spec
    elif spec is not None:
        options["spec"] = spec
    if options and instance:
        options["_spec_as_instance"] = True
    _name = kwargs.pop("name", _name)
    options.update(kwargs)
    cls = MagicMock
    if inspect.isdatadescriptor(spec):
        options = {}  # nobody knows what it gives
    elif is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec "
                               "is mocking an async function")
        cls = AsyncMock
    elif not _callable(spec) or is_type and instance and not _instance_callable(spec):
        cls = NonCallableMagicMock
    mock = cls(parent=_parent, _new_parent=_parent, name=_name,
               _new_name="" if _parent is None else _name, **options)
    if fields is not None:
        mock._mock_extend_spec_methods([name for name, _ in fields])
    if not isinstance(spec, FunctionTypes):
        _check_signature(spec, mock, is_type, instance)
    elif is_async:
        mock = _set_async_signature(mock, spec)
    else:
        mock = _set_signature(mock, spec)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = mock
    wrapped = kwargs.pop("wraps", None)
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True,
                                            _name="()", _parent=mock, wraps=wrapped)
    for entry, original in entries:
        if _is_magic(entry):
            continue  # cls has those that make sense
        if original is _missing:
            try:
                original = getattr(spec, entry)
            except AttributeError:
                continue
        _autospec_attribute(mock, spec, entry, original, spec_set, wrapped)
    if _is_instance_mock(mock) and kwargs:
        mock.configure_mock(**kwargs)
    return mock


def _dataclass_fields(cls):
    """Names and types of a dataclass's fields, None for other classes."""
    if not hasattr(cls, "__dataclass_fields__"):
        return None
    from dataclasses import fields
    return [(field.name, field.type) for field in fields(cls)]


def _autospec_attribute(mock, spec, entry, original, spec_set, wrapped):
    if not isinstance(original, FunctionTypes):
        # made when it is used: objects may refer to each other
        mock._mock_children[entry] = _SpecState(original, spec_set, mock, entry)
        return
    if spec_set:
        options = {"spec_set": original}
    else:
        options = {"spec": original}
        if wrapped and hasattr(wrapped, entry):
            options["wraps"] = original
    parent = mock.mock if isinstance(spec, FunctionTypes) else mock
    skipfirst = _must_skip(spec, entry, isinstance(spec, type))
    cls = AsyncMock if iscoroutinefunction(original) else MagicMock
    child = cls(parent=parent, name=entry, _new_name=entry, _new_parent=parent,
                _eat_self=skipfirst, **options)
    mock._mock_children[entry] = child
    child.return_value = cls()
    _check_signature(original, child, skipfirst=skipfirst)
    if isinstance(child, FunctionTypes):  # as it claims to be
        setattr(mock, entry, child)


class _SpecState:
    """What create_autospec needs for an attribute that nobody used yet."""

    def __init__(self, spec, spec_set=False, parent=None, name=None):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name


def _check_spec_arg_typos(kwargs):
    for typo in ("autospect", "auto_spec", "set_spec"):
        if typo in kwargs:
            raise RuntimeError(
                f"{typo!r} might be a typo; use unsafe=True if this is intended")


file_spec = None
open_spec = None


def mock_open(mock=None, read_data=""):
    """A mock that can be used for open(). Files that it opens hold read_data;
    mock, a MagicMock unless given, is the mock to make that of."""
    global file_spec, open_spec
    if file_spec is None:
        file_spec = list(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
        open_spec = list(set(dir(io.open)))

    def new_stream():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    stream = new_stream()

    def set_or(method, function):
        """The return value if one was set, or what function returns."""
        def effect(*args, **kwargs):
            if method.return_value is not None:
                return method.return_value
            return function(*args, **kwargs)
        return effect

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from stream

    def readlines_for_ever(*args, **kwargs):
        yield from lines()
        while True:
            yield stream.readline(*args, **kwargs)

    if mock is None:
        mock = MagicMock(name="open", spec=open_spec)
    handle = MagicMock(spec=file_spec)
    handle.__enter__.return_value = handle
    for method in (handle.write, handle.read, handle.readline, handle.readlines):
        method.return_value = None
    handle.read.side_effect = set_or(handle.read, lambda *a, **kw: stream.read(*a, **kw))
    handle.readlines.side_effect = set_or(
        handle.readlines, lambda *a, **kw: stream.readlines(*a, **kw))
    readline = readlines_for_ever()
    handle.readline.side_effect = readline
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = set_or(handle.readline, lambda: next(stream))
    handle.__exit__.side_effect = lambda *args: handle.close()

    def opened(*args, **kwargs):
        nonlocal stream, readline
        stream = new_stream()
        if handle.readline.side_effect == readline:  # nobody set another
            handle.readline.side_effect = readline = readlines_for_ever()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock


class PropertyMock(Mock):
    """A mock for a class's attribute: it is called when instances get the
    attribute, and with the value when they set it."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


_timeout_unset = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    DEFAULT_TIMEOUT = None

    def _get_child_mock(self, /, **kw):
        for parent in (kw.get("parent"), kw.get("_new_parent")):
            if isinstance(parent, ThreadingMixin):
                kw["timeout"] = parent._mock_wait_timeout
                break
        return super()._get_child_mock(**kw)

    def __init__(self, *args, timeout=_timeout_unset, **kwargs):
        super().__init__(*args, **kwargs)
        if timeout is _timeout_unset:
            timeout = self.DEFAULT_TIMEOUT
        self.__dict__["_mock_wait_timeout"] = timeout
        self.__dict__["_mock_calls_events_lock"] = threading.Lock()
        self._forget_events()

    def _forget_events(self):
        self.__dict__["_mock_event"] = threading.Event()  # of any call
        self.__dict__["_mock_calls_events"] = []  # of calls with these arguments

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._forget_events()

    def _event_of(self, args, kwargs):
        with self._mock_calls_events_lock:
            for known, event in self._mock_calls_events:
                if known == (args, kwargs):
                    return event
            event = threading.Event()
            self._mock_calls_events.append(((args, kwargs), event))
        return event

    def _mock_call(self, *args, **kwargs):
        value = super()._mock_call(*args, **kwargs)
        self._event_of(args, kwargs).set()
        self._mock_event.set()
        return value

    def _increment_mock_call(self, /, *args, **kwargs):
        with self._mock_calls_events_lock:
            super()._increment_mock_call(*args, **kwargs)

    def wait_until_called(self, *, timeout=_timeout_unset):
        """Wait for a call; fail after timeout seconds, the constructor's
        unless given."""
        if timeout is _timeout_unset:
            timeout = self._mock_wait_timeout
        if not self._mock_event.wait(timeout=timeout):
            raise AssertionError(f"{self._mock_name or 'mock'} was not called before"
                                 f" timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait for a call with these arguments."""
        event = self._event_of(args, kwargs)
        if not event.wait(timeout=self._mock_wait_timeout):
            text = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"{text} call not found")


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock on whose calls other threads can wait, timeout seconds unless
    None. DEFAULT_TIMEOUT is that of mocks that were not given one."""


def seal(mock):
    """Let a mock and its attributes make no more mocks."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not isinstance(child, NonCallableMock):
            continue
        if isinstance(child._mock_children.get(name), _SpecState):
            continue
        if child._mock_new_parent is mock:
            seal(child)


class _AsyncIterator:
    """An asynchronous iterator over an iterator."""

    def __init__(self, iterator):
        self.iterator = iterator
        self.__dict__["__code__"] = _code_mock(inspect.CO_ITERABLE_COROUTINE)

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


from ._mock_patch import (_get_target, _patch, _patch_dict, _patch_multiple,
                          _patch_object, _patch_stopall, patch)
