"""What mocks have to know of the objects that they stand for."""

import inspect
from annotationlib import Format
from functools import partial
from inspect import iscoroutinefunction
from types import FunctionType, MethodType

from ._mock_calls import DEFAULT

FunctionTypes = (FunctionType, MethodType)


class InvalidSpecError(Exception):
    """A mock was given as spec."""


def _words(form, text):
    return {form % word for word in text.split()}


_numerics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow"

_magics = _words("__%s__", """
    lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof
    enter exit divmod rdivmod neg pos abs invert complex int float index round
    trunc floor ceil bool next fspath aiter""")
for _form in ("__%s__", "__i%s__", "__r%s__"):
    _magics |= _words(_form, _numerics)

# supported, but mocks have them only when they are set
_non_defaults = _words("__%s__", """
    get set delete reversed missing reduce reduce_ex getinitargs getnewargs
    getstate setstate getformat repr dir subclasses format getnewargs_ex""")

_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}
_sync_async_magics = {"__aiter__"}  # not async itself
_async_magics = _async_method_magics | _sync_async_magics

_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_magics

_unsupported_magics = _words("__%s__", """
    getattr setattr init new prepare instancecheck subclasscheck del""")


def _is_magic(name):
    return f"__{name[2:-2]}__" == name


def _is_exception(obj):
    return (isinstance(obj, BaseException)
            or isinstance(obj, type) and issubclass(obj, BaseException))


def _is_list(obj):
    """Whether a spec is a list of names."""
    return type(obj) in (list, tuple)


def _is_async_func(func):
    return bool(getattr(func, "__code__", None)) and iscoroutinefunction(func)


def _callable(obj):
    if isinstance(obj, type):
        return True
    if isinstance(obj, (staticmethod, classmethod, MethodType)):
        return _callable(obj.__func__)
    return getattr(obj, "__call__", None) is not None


def _instance_callable(obj):
    """Whether obj is callable, or for a class, whether its instances are."""
    if not isinstance(obj, type):
        return getattr(obj, "__call__", None) is not None
    return any(cls.__dict__.get("__call__") is not None for cls in (obj, *obj.__mro__))


def _get_signature_object(func, as_instance, eat_self):
    """What is called when func is, and its signature; None if that cannot be
    found. as_instance: an instance of the class func is called. eat_self: the
    first argument is not the caller's."""
    if isinstance(func, type) and not as_instance:
        func = func.__init__
        eat_self = True
    elif isinstance(func, (classmethod, staticmethod)):
        eat_self = eat_self or isinstance(func, classmethod)
        func = func.__func__
    elif not isinstance(func, FunctionTypes):
        try:
            func = func.__call__
        except AttributeError:
            return None
    called = partial(func, None) if eat_self else func
    try:
        return func, inspect.signature(called, annotation_format=Format.FORWARDREF)
    except ValueError:
        return None


def _checker(func, sig, method=False):
    """A function, dressed as func, that raises if it is called with arguments
    that func would not accept."""
    if method:
        def checksig(self, /, *args, **kwargs):
            sig.bind(*args, **kwargs)
    else:
        def checksig(*args, **kwargs):
            sig.bind(*args, **kwargs)
    for name in ("__name__", "__doc__", "__text_signature__", "__module__",
                 "__defaults__", "__kwdefaults__"):
        try:
            setattr(checksig, name, getattr(func, name))
        except AttributeError:
            pass
    return checksig


def _check_signature(func, mock, skipfirst, instance=False):
    """Let mock accept only what func accepts."""
    found = _get_signature_object(func, instance, skipfirst)
    if found is not None:
        func, sig = found
        type(mock)._mock_check_sig = _checker(func, sig, method=True)
        type(mock).__signature__ = sig


def _must_skip(spec, entry, is_type):
    """Whether the first argument of an attribute of spec is not the
    caller's."""
    if not isinstance(spec, type):
        if entry in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        found = cls.__dict__.get(entry, DEFAULT)
        if found is not DEFAULT:
            return isinstance(found, FunctionTypes) and is_type
    return is_type


def _async_names(spec, names):
    """Those of spec's attributes that are coroutine functions."""
    found = []
    for name in names:
        attr = inspect.getattr_static(spec, name, None)
        try:
            attr = inspect.unwrap(attr)
        except ValueError:
            pass
        if iscoroutinefunction(attr):
            found.append(name)
    return found
