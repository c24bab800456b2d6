# The classes of typing that are made when first asked for.

import collections
import sys
import types
from abc import ABCMeta, abstractmethod

import typing
from typing import (Annotated, AnyStr, Generic, NotRequired, ReadOnly, Required, _annotations, _caller, _sentinel,
                    _type_check, get_args, get_origin)

__name__ = "typing"     # where the classes belong


# Protocols

_IGNORED = frozenset({
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__protocol_attrs__", "__non_callable_proto_members__", "__type_params__", "__abstractmethods__",
    "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__", "__annotate__",
    "__annotate_func__", "__annotations_cache__", "_MutableMapping__marker",
})

# Classes that protocols may inherit from without being protocols.
_ALLOWED_BASES = {
    "collections.abc": ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable",
                        "Sized", "Container", "Collection", "Reversible", "Buffer"),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager"),
    "io": ("Reader", "Writer"),
    "os": ("PathLike",),
}


def _annotations_of(cls):
    try:
        return cls.__annotations__
    except Exception:
        lib = _annotations()
        return lib.get_annotations(cls, format=lib.Format.FORWARDREF)


def _get_protocol_attrs(cls):
    """The names of the members of a protocol."""
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            attrs.update(a for a in (*base.__dict__, *_annotations_of(base))
                         if not a.startswith("_abc_") and a not in _IGNORED)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # The first instance of a class that got this method from a protocol:
    # find the one it would have otherwise.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _internal_check():
    """Whether a check comes from a module that checks whole class hierarchies."""
    return _caller(2) in ("abc", "functools", __name__)


_NOT_RUNTIME = "Instance and class checks can only be used with @runtime_checkable protocols"
_abc_instancecheck = ABCMeta.__instancecheck__
_abc_subclasscheck = ABCMeta.__subclasscheck__


def _is_protocol_base(base):
    return (base in (object, Generic) or base.__name__ in _ALLOWED_BASES.get(base.__module__, ())
            or issubclass(base, Generic) and getattr(base, "_is_protocol", False))


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and Protocol in bases:
            for base in bases:
                if not _is_protocol_base(base):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _internal_check():
            data = getattr(cls, "_is_runtime_protocol", False) and cls.__non_callable_proto_members__
            if not getattr(cls, "_is_runtime_protocol", False):
                message = _NOT_RUNTIME
            elif data and cls.__dict__.get("__subclasshook__") is _proto_hook:
                message = ("Protocols with non-method members don't support issubclass(). Non-method members: "
                           f"{str(sorted(data))[1:-1]}.")
            else:
                return _abc_subclasscheck(cls, other)
            raise TypeError(message if isinstance(other, type) else "issubclass() arg 1 must be a class")
        return _abc_subclasscheck(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return _abc_instancecheck(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _internal_check():
            raise TypeError(_NOT_RUNTIME)
        if _abc_instancecheck(cls, instance):
            return True
        from inspect import getattr_static
        for attr in cls.__protocol_attrs__:
            try:
                val = getattr_static(instance, attr)
            except AttributeError:
                return False
            if val is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


@classmethod
def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            if (issubclass(other, Generic) and getattr(other, "_is_protocol", False)
                    and attr in _annotations_of(base)):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that describe what attributes an object has."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Allow isinstance() and issubclass() with a protocol."""
    if not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        try:
            is_callable = callable(getattr(cls, attr, None))
        except Exception as e:
            raise TypeError(f"Failed to determine whether protocol member {attr!r} is a method member") from e
        if not is_callable:
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp, /):
    """Whether tp is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp != Protocol


def get_protocol_members(tp, /):
    """The names of the members of a protocol."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


# Named tuples

_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                         "_field_types", "_make", "_replace", "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__", "__annotate__", "__annotate_func__",
                      "__annotations_cache__"})


def _checked(types_):
    return {n: _type_check(t, f"field {n} annotation must be a type") for n, t in types_.items()}


def _eager_annotate(types_, checked):
    """An __annotate__ function of annotations that are known."""
    def annotate(format):
        lib = _annotations()
        if format in (lib.Format.VALUE, lib.Format.FORWARDREF):
            return checked
        if format == lib.Format.STRING:
            return lib.annotations_to_string(types_)
        raise NotImplementedError(format)
    return annotate


def _make_nmtuple(name, fields, annotate, module, defaults=()):
    cls = collections.namedtuple(name, fields, defaults=defaults, module=module)
    cls.__annotate__ = cls.__new__.__annotate__ = annotate
    return cls


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if "__classcell__" in ns:
            raise TypeError("uses of super() and __class__ are unsupported in methods of NamedTuple subclasses")
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        fields, annotate = _field_annotations(ns)
        default_names = []
        for field in fields:
            if field in ns:
                default_names.append(field)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default "
                                f"field{'s' if len(default_names) > 1 else ''} {', '.join(default_names)}")
        new = _make_nmtuple(typename, fields, annotate, ns["__module__"], [ns[n] for n in default_names])
        new.__bases__ = bases
        if Generic in bases:
            new.__class_getitem__ = classmethod(typing._generic_class_getitem)
        for key, val in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special:
                _set_member(new, key, val, typename)
        if Generic in bases:
            new.__init_subclass__()
        return new


def _field_annotations(ns):
    """The names of the fields of a class body and its annotate function."""
    if "__annotations__" in ns:
        types_ = ns["__annotations__"]
        return list(types_), _eager_annotate(types_, _checked(types_))
    lib = _annotations()
    original = lib.get_annotate_from_class_namespace(ns)
    if original is None:
        return [], lambda format: {}
    types_ = lib.call_annotate_function(original, lib.Format.FORWARDREF)
    for t in types_.values():
        _type_check(t, "field annotation must be a type")

    def annotate(format):
        annos = lib.call_annotate_function(original, format)
        return annos if format == lib.Format.STRING else _checked(annos)

    return list(types_), annotate


def _set_member(cls, key, val, typename):
    if key not in cls._fields:
        setattr(cls, key, val)
    set_name = getattr(type(val), "__set_name__", None)
    if set_name is not None:
        try:
            set_name(val, cls, key)
        except BaseException as e:
            e.add_note(f"Error calling __set_name__ on {type(val).__name__!r} instance {key!r} in {typename!r}")
            raise


def _deprecated_fields(what, typename, fields, kind, empty):
    """Warn that fields was not given to NamedTuple or TypedDict."""
    import warnings
    what = f"{what} the 'fields' parameter" if fields is _sentinel else "Passing `None` as the 'fields' parameter"
    warnings._deprecated(what, message="{name} is deprecated and will be disallowed in Python {remove}. "
                         f"To create a {kind} class with 0 fields using the functional syntax, pass an empty "
                         f"{'list' if empty == '[]' else 'dictionary'}, e.g. `{typename} = {kind}({typename!r}, "
                         f"{empty.replace('{', '{{').replace('}', '}}')})`.", remove=(3, 15))


def NamedTuple(typename, fields=_sentinel, /, **kwargs):
    """Base of named tuples with types, also callable to make one."""
    if fields is None and kwargs:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    if fields is not None and fields is not _sentinel and kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    if fields is _sentinel and kwargs:
        import warnings
        warnings._deprecated("Creating NamedTuple classes using keyword arguments",
                             message="{name} is deprecated and will be disallowed in Python {remove}. Use the "
                             "class-based or functional syntax instead.", remove=(3, 15))
        fields = kwargs.items()
    elif fields is None or fields is _sentinel:
        _deprecated_fields("Failing to pass a value for", typename, fields, "NamedTuple", "[]")
        fields = ()
    fields = list(fields)
    types_ = dict(_checked_pairs(fields))
    nt = _make_nmtuple(typename, [n for n, _ in fields], _eager_annotate(types_, types_), _caller())
    nt.__orig_bases__ = (NamedTuple,)
    return nt


def _checked_pairs(fields):
    return [(n, _type_check(t, f"field {n} annotation must be a type")) for n, t in fields]


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


# Typed dictionaries

_TYPEDDICT = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"


def _qualifiers(t):
    """The marks around the type of a key."""
    found = set()
    while (origin := get_origin(t)) in (Annotated, Required, NotRequired, ReadOnly):
        found.add(origin)
        t = get_args(t)[0]
    return found


class _Keys:
    """The keys of a TypedDict sorted by what may be done with them."""

    def __init__(self, bases):
        self.required, self.optional, self.readonly, self.mutable = set(), set(), set(), set()
        for base in bases:
            required = base.__dict__.get("__required_keys__", set())
            optional = base.__dict__.get("__optional_keys__", set())
            self.required = (self.required | required) - optional
            self.optional = (self.optional - required) | optional
            self.readonly.update(base.__dict__.get("__readonly_keys__", ()))
            self.mutable.update(base.__dict__.get("__mutable_keys__", ()))

    def add(self, key, t, total):
        marks = _qualifiers(t)
        must = Required in marks or NotRequired not in marks and total
        (self.required if must else self.optional).add(key)
        (self.optional if must else self.required).discard(key)
        if ReadOnly not in marks:
            self.mutable.add(key)
            self.readonly.discard(key)
        elif key in self.mutable:
            raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
        else:
            self.readonly.add(key)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        lib = _annotations()
        own_annotate, own = None, ns.pop("__annotations__", None)
        tp_dict = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(tp_dict, "__orig_bases__"):
            tp_dict.__orig_bases__ = bases
        if own is None:
            own_annotate, own = lib.get_annotate_from_class_namespace(ns), {}
            if own_annotate is not None:
                own = lib.call_annotate_function(own_annotate, lib.Format.FORWARDREF, owner=tp_dict)
        checked = {n: _type_check(t, _TYPEDDICT, owner=tp_dict, module=tp_dict.__module__) for n, t in own.items()}
        keys = _Keys(bases)
        for key, t in checked.items():
            keys.add(key, t, total)

        def __annotate__(format):
            annos = {}
            for base in bases:
                if base is not Generic and base.__annotate__ is not None:
                    annos.update(lib.call_annotate_function(base.__annotate__, format, owner=base))
            annos.update(_own_annotations(tp_dict, own_annotate, own, checked, format))
            return annos

        tp_dict.__annotate__ = __annotate__
        tp_dict.__required_keys__ = frozenset(keys.required)
        tp_dict.__optional_keys__ = frozenset(keys.optional)
        tp_dict.__readonly_keys__ = frozenset(keys.readonly)
        tp_dict.__mutable_keys__ = frozenset(keys.mutable)
        tp_dict.__total__ = total
        return tp_dict

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _own_annotations(cls, annotate, own, checked, format):
    lib = _annotations()
    if annotate is not None:
        result = lib.call_annotate_function(annotate, format, owner=cls)
        if format != lib.Format.STRING:
            result = {n: _type_check(t, _TYPEDDICT, module=cls.__module__) for n, t in result.items()}
        return result
    if format == lib.Format.STRING:
        return lib.annotations_to_string(own)
    if format in (lib.Format.FORWARDREF, lib.Format.VALUE):
        return checked
    raise NotImplementedError(format)


def TypedDict(typename, fields=_sentinel, /, *, total=True):
    """Base of dictionary types with known keys, also callable to make one."""
    if fields is _sentinel or fields is None:
        _deprecated_fields("Failing to pass a value for", typename, fields, "TypedDict", "{}")
        fields = {}
    td = _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _caller()}, total=total)
    td.__orig_bases__ = (TypedDict,)
    return td


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether tp is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


# Protocols of single methods

def _supports(name, method, returns, doc, params=(), args=""):
    @abstractmethod
    def fn(self):
        pass
    fn.__name__ = method
    fn.__qualname__ = f"{name}.{method}"
    if returns is not None:
        fn.__annotations__ = {"return": returns}
    ns = {"__module__": "typing", "__qualname__": name, "__doc__": doc, "__slots__": (), method: fn}
    return runtime_checkable(types.new_class(name, (Protocol,), {}, lambda d: d.update(ns)))


SupportsInt = _supports("SupportsInt", "__int__", int, "Has __int__.")
SupportsFloat = _supports("SupportsFloat", "__float__", float, "Has __float__.")
SupportsComplex = _supports("SupportsComplex", "__complex__", complex, "Has __complex__.")
SupportsBytes = _supports("SupportsBytes", "__bytes__", bytes, "Has __bytes__.")
SupportsIndex = _supports("SupportsIndex", "__index__", int, "Has __index__.")


@runtime_checkable
class SupportsAbs[T](Protocol):
    """Has __abs__ with a result of type T."""
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


@runtime_checkable
class SupportsRound[T](Protocol):
    """Has __round__ with a result of type T."""
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T:
        pass


# Files

class IO(Generic[AnyStr]):
    """What open() returns, by the type of the data."""
    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> list[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int | None = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: list[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> "IO[AnyStr]":
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """What open() returns in binary mode."""
    __slots__ = ()

    @abstractmethod
    def write(self, s: bytes | bytearray) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> "BinaryIO":
        pass


class TextIO(IO[str]):
    """What open() returns in text mode."""
    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> str | None:
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self):
        pass

    @abstractmethod
    def __enter__(self) -> "TextIO":
        pass


def export(namespace):
    """Put the public names into the module typing."""
    for name in typing._CLASSES:
        namespace[name] = globals()[name]
