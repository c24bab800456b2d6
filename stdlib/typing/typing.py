# typing: special forms, generic aliases and type hints. Protocols, NamedTuple,
# TypedDict and the classes of files are in _typing_classes, loaded when first
# asked for; aliases of other modules' classes are made then, too.

import functools
import sys
import types
from _typing import (Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
                     TypeVarTuple, Union, _idfunc)
from types import GenericAlias

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
    "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager",
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
    "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type",
    "assert_never", "cast", "clear_overloads", "dataclass_transform", "evaluate_forward_ref", "final", "get_args",
    "get_origin", "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict",
    "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn",
    "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType",
    "Unpack",
]

TYPE_CHECKING = False
Text = str


def _annotations():
    import annotationlib
    return annotationlib


# Checks of type arguments

def _bare(arg):
    """Whether arg is Generic or Protocol without subscript."""
    return arg is Generic or arg is not None and arg is globals().get("Protocol")


def _make_forward_ref(code, *, parent_fwdref=None, **kwargs):
    if parent_fwdref is not None:
        if parent_fwdref.__forward_module__ is not None:
            kwargs["module"] = parent_fwdref.__forward_module__
        if parent_fwdref.__owner__ is not None:
            kwargs["owner"] = parent_fwdref.__owner__
    ref = _annotations().ForwardRef(code, **kwargs)
    ref.__forward_code__    # an error in the text shows now
    return ref


def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
    """None is its type, a string a forward reference."""
    if arg is None:
        return types.NoneType
    if isinstance(arg, str):
        return _make_forward_ref(arg, module=module, is_class=allow_special_forms, owner=owner)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    """Return arg as a type; TypeError with msg if it cannot be one."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms, owner=owner)
    if isinstance(arg, type) and not _bare(arg):
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if _bare(origin) or not allow_special_forms and (origin is ClassVar or is_argument and origin is Final):
            raise TypeError(f"{arg} is not valid as type argument")
    for form in (LiteralString, NoReturn, Never, Self, TypeAlias):
        if arg is form:
            return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or _bare(arg):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_callable_abc(origin):
    return (isinstance(origin, type) and origin.__name__ == "Callable"
            and origin.__module__ in ("collections.abc", "_collections_abc", "typing"))


def _should_unflatten_callable_args(typ, args):
    return _is_callable_abc(typ.__origin__) and not (len(args) == 2 and _is_param_expr(args[0]))


def _type_repr(obj):
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return _annotations().type_repr(obj)


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, "__typing_is_unpacked_typevartuple__", False) is True


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in args by their first appearance."""
    found = []
    after_default = after_tuple = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            inner = [p for x in arg for p in _collect_type_parameters([x])]
        elif hasattr(arg, "__typing_subst__"):
            if arg not in found and enforce_default_ordering:
                if arg.has_default():
                    if after_tuple:
                        raise TypeError("Type parameter with a default follows TypeVarTuple")
                    after_default = True
                elif after_default:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
            inner = [arg]
        else:
            after_tuple = after_tuple or _is_unpacked_typevartuple(arg)
            inner = getattr(arg, "__parameters__", ())
        found += [p for p in dict.fromkeys(inner) if p not in found]
    return tuple(found)


def _count_error(what, actual, expected, least=None):
    many = "many" if actual > expected else "few"
    return TypeError(f"Too {many} arguments for {what}; actual {actual}, expected {least or expected}")


def _check_generic_specialization(cls, arguments):
    params = cls.__parameters__
    if not params:
        raise TypeError(f"{cls} is not a generic class")
    actual, expected = len(arguments), len(params)
    if actual > expected:
        raise _count_error(cls, actual, expected)
    if actual < expected and not params[actual].has_default():
        least = expected - sum(p.has_default() for p in params)
        raise _count_error(cls, actual, least, f"at least {least}")


def _unpack_args(*args):
    result = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is None or inner and inner[-1] is ...:
            result.append(arg)
        else:
            result.extend(inner)
    return result


_cleanups = []


def _tp_cache(func=None, /, *, typed=False):
    """Cache a subscript function; unhashable arguments go around the cache."""
    if func is None:
        return lambda f: _tp_cache(f, typed=typed)
    cached = functools.lru_cache(typed=typed)(func)
    _cleanups.append(cached.cache_clear)

    @functools.wraps(func)
    def inner(*args):
        try:
            return cached(*args)
        except TypeError:
            pass    # of an unhashable argument, or one that comes again below
        return func(*args)

    return inner


# Special forms

class _Final:
    """A class that cannot be subclassed outside this module."""
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """A type that is compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _no_subscript(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _plain_form(name, doc):
    """A special form that takes no arguments."""
    form = _SpecialForm(_no_subscript)
    form._name = name
    form.__doc__ = doc
    return form


NoReturn = _plain_form("NoReturn", "The return type of functions that never return.")
Never = _plain_form("Never", "The type that has no values.")
Self = _plain_form("Self", "The class that a method is in.")
LiteralString = _plain_form("LiteralString", "Strings made of literals only.")
TypeAlias = _plain_form("TypeAlias", "Marks an assignment as the definition of a type alias.")


def _single_form(name, doc, message="{} accepts only single type.", special=False):
    """A special form that takes one type."""
    def getitem(self, parameters):
        item = _type_check(parameters, message.format(self), allow_special_forms=special)
        return _GenericAlias(self, (item,))
    form = _SpecialForm(getitem)
    form._name = name
    form.__doc__ = doc
    return form


_ONLY = "{0._name} accepts only a single type."
ClassVar = _single_form("ClassVar", "Marks a variable of the class, not of its instances.", special=True)
Final = _single_form("Final", "Marks a name that must not be bound again or overridden.", special=True)
TypeGuard = _single_form("TypeGuard", "The return type of a function that narrows its argument's type if true.")
TypeIs = _single_form("TypeIs", "The return type of a function that tells whether its argument has a type.")
Required = _single_form("Required", "Marks a key of a TypedDict that must be there.", _ONLY)
NotRequired = _single_form("NotRequired", "Marks a key of a TypedDict that may be missing.", _ONLY)
ReadOnly = _single_form("ReadOnly", "Marks a key of a TypedDict that must not be changed.", _ONLY)


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), types.NoneType]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """One of the given values."""
    flat = []
    for p in parameters:
        flat.extend(p.__args__ if isinstance(p, _LiteralGenericAlias) else [p])
    try:
        flat = [p for p, _ in dict.fromkeys((p, type(p)) for p in flat)]
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    *types_, last = parameters
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    types_ = [_type_check(p, "Concatenate[arg, ...]: each arg must be a type.") for p in types_]
    return _ConcatenateGenericAlias(self, (*types_, last))


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple type or TypeVarTuple, or the keys of a TypedDict."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """A type with more information about it."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, params[1:])


# Generic aliases

def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


class _BaseGenericAlias(_Final, _root=True):
    """A generic form of the type __origin__."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst       # whether it can be called
        self._name = name       # in this module, if it has one
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        if not any(_brings_generic(b, bases) for b in bases[bases.index(self) + 1:]):
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_defaults"):
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*super().__dir__(), *(a for a in dir(self.__origin__) if not _is_dunder(a))})


def _brings_generic(base, bases):
    """Whether a base of a class has Generic among its own bases."""
    if isinstance(base, _BaseGenericAlias):
        return True
    if isinstance(base, type):
        return issubclass(base, Generic)
    entries = getattr(base, "__mro_entries__", None)
    entries = entries(bases) if entries else None
    return isinstance(entries, tuple) and any(isinstance(b, type) and issubclass(b, Generic) for b in entries)


class _GenericAlias(_BaseGenericAlias, _root=True):
    """__origin__[__args__]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=_bare(origin))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if _bare(self.__origin__):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        params = self.__parameters__
        if not params:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(*(_type_convert(p) for p in args))
        for param in params:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(params):
            raise _count_error(self, len(args), len(params))
        return self.copy_with(tuple(self._substitute(self.__args__, dict(zip(params, args)))))

    def _substitute(self, args, values):
        """args with parameters replaced by values."""
        result = []
        for old in args:
            new = old
            if isinstance(old, type):
                result.append(old)
                continue
            if subst := getattr(old, "__typing_subst__", None):
                new = subst(values[old])
            elif params := getattr(old, "__parameters__", ()):
                inner = []
                for p in params:
                    if isinstance(p, TypeVarTuple):
                        inner.extend(values[p])
                    else:
                        inner.append(values[p])
                new = old[tuple(inner)]
            if isinstance(new, tuple) and _is_callable_abc(self.__origin__) or _is_unpacked_typevartuple(old):
                result.extend(new)
            elif isinstance(old, tuple):
                result.append(tuple(self._substitute(old, values)))
            else:
                result.append(new)
        return result

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        origin = _lookup(self._name) if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        import operator
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if globals().get("Protocol") in bases:
                return ()
            for b in bases[bases.index(self) + 1:]:
                if isinstance(b, _BaseGenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _lookup(name):
    return getattr(sys.modules["typing"], name)


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A class of another module that takes a number of arguments."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        module = "" if origin.__module__ == "builtins" else origin.__module__ + "."
        self.__doc__ = f"Deprecated alias to {module}{origin.__qualname__}."

    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        want = self._nparams
        if self._defaults and want - len(self._defaults) <= len(params) < want:
            params += self._defaults[len(params) - want:]
        if len(params) != want:
            if not want:
                raise TypeError(f"{self} is not a generic class")
            least = f"at least {want - len(self._defaults)}" if self._defaults else None
            raise _count_error(self, len(params), want, least)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


_alias = _SpecialGenericAlias


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        self._removal_version = removal_version

    def __setattr__(self, attr, val):
        if attr == "_removal_version":
            self.__dict__[attr] = val
        else:
            super().__setattr__(attr, val)

    def __instancecheck__(self, inst):
        import warnings
        warnings._deprecated(f"{self.__module__}.{self._name}", remove=self._removal_version)
        return super().__instancecheck__(inst)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def _plain(self):
        return len(self.__args__) == 2 and _is_param_expr(self.__args__[0])

    def __repr__(self):
        if self._plain():
            return super().__repr__()
        *args, result = self.__args__
        return f"typing.Callable[[{', '.join(_type_repr(a) for a in args)}], {_type_repr(result)}]"

    def __reduce__(self):
        import operator
        args = self.__args__
        return operator.getitem, (_lookup("Callable"), args if self._plain() else (list(args[:-1]), args[-1]))


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._make(tuple(args) if isinstance(args, list) else args, result)

    @_tp_cache
    def _make(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*(_type_convert(a) for a in args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            checked = [_type_check(p, "Tuple[t, ...]: t must be a type.") for p in params[:-1]]
            return self.copy_with((*checked, ...))
        return self.copy_with(tuple(_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params))


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _typed(self):
        return {(a, type(a)) for a in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._typed() == other._typed()

    def __hash__(self):
        return hash(frozenset(self._typed()))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *types_, last = params
        if isinstance(last, (list, tuple)):
            return (*types_, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*types_, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias)):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError("Unpack[...] must be used with a tuple type")
        return arg.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        new_type, = params
        return _AnnotatedAlias(new_type, self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

    def __reduce__(self):
        import operator
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# What Generic and the type parameters call

def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack
            or isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevartuple_prepare_subst(self, alias, args):
    params = alias.__parameters__
    index = params.index(self)
    if any(isinstance(p, TypeVarTuple) for p in params[index + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    nargs, nparams = len(args), len(params)
    left, right = index, nparams - index - 1
    where = fill = None     # the *tuple[X, ...] among the arguments
    for k, arg in enumerate(args):
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if where is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            where, fill = k, inner[0]
    if where is not None:
        left, right = min(left, where), min(right, nargs - where - 1)
    elif left + right > nargs:
        raise TypeError(f"Too few arguments for {alias}; actual {nargs}, expected at least {nparams - 1}")
    mine = args[left:nargs - right]
    if left == nargs - right and self.has_default():
        mine = _unpack_args(self.__default__)
    return (*args[:left], *[fill] * (index - left), mine, *[fill] * (nparams - right - left - index - 1),
            *args[nargs - right:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(a, "Expected a type.") for a in arg)
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    i = params.index(self)
    if i == len(args) and self.has_default():
        args = (*args, self.__default__)
    if i >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[i], list):
        return (*args[:i], tuple(args[i]), *args[i + 1:])
    return args


@_tp_cache
def _generic_class_getitem(cls, args):
    """cls[args] for subclasses of Generic."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(p) for p in args)
    if _bare(cls):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(p) for p in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                            "specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    try:
        parameters = cls.__parameters__
    except AttributeError as e:
        init_subclass = getattr(cls, "__init_subclass__", None)
        if init_subclass not in (None, Generic.__init_subclass__):
            e.add_note(f"Note: this exception may have been caused by {init_subclass.__qualname__!r} (or the "
                       "'__init_subclass__' method on a superclass) not calling 'super().__init_subclass__()'")
        raise
    for param in parameters:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    flat = []
    for param, arg in zip(parameters, args):
        if isinstance(param, TypeVarTuple):
            flat.extend(arg)
        else:
            flat.append(arg)
    return _GenericAlias(cls, tuple(flat))


def _generic_init_subclass(cls, *args, **kwargs):
    """Set cls.__parameters__ from the bases of a new class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get("__orig_bases__")
    if bases is None:
        plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"
    else:
        plain = Generic in bases
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    if bases is None:
        cls.__parameters__ = ()
        return
    found = _collect_type_parameters(bases)
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            listed = base.__parameters__
    if listed is not None:
        missing = [str(t) for t in found if t not in listed]
        if missing:
            raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                            f"Generic[{', '.join(str(g) for g in listed)}]")
        found = listed
    cls.__parameters__ = tuple(found)


# Evaluation of annotations

_sentinel = types.SimpleNamespace()


def _eval_type(t, globalns, localns, type_params=_sentinel, *, recursive_guard=frozenset(), format=None, owner=None,
               parent_fwdref=None, prefer_fwd_module=False):
    """t with all forward references in it evaluated."""
    if type_params is _sentinel:
        import warnings
        warnings.warn("Failing to pass a value to the 'type_params' parameter of 'typing._eval_type' is deprecated, "
                      "as it leads to incorrect behaviour when calling typing._eval_type on a stringified annotation "
                      "that references a PEP 695 type parameter. It will be disallowed in Python 3.15.",
                      category=DeprecationWarning, stacklevel=2)
        type_params = ()
    if isinstance(t, _annotations().ForwardRef):
        if prefer_fwd_module and t.__forward_module__ is not None:
            globalns = _module_globals(t.__forward_module__, owner)
        return evaluate_forward_ref(t, globals=globalns, locals=localns, type_params=type_params, owner=owner,
                                    _recursive_guard=recursive_guard, format=format)
    if not isinstance(t, (_GenericAlias, GenericAlias, Union)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple(_make_forward_ref(a, parent_fwdref=parent_fwdref) if isinstance(a, str) else a
                     for a in t.__args__)
        unpacked = t.__unpacked__
        t = t.__origin__[(args[:-1], args[-1]) if _should_unflatten_callable_args(t, args) else args]
        if unpacked:
            t = Unpack[t]
    args = tuple(_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard, format=format,
                            owner=owner, prefer_fwd_module=prefer_fwd_module) for a in t.__args__)
    return t if args == t.__args__ else _rebuild(t, args)


def _rebuild(t, args):
    """A generic type with other arguments."""
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, Union):
        return Union[args]
    return t.copy_with(args)


def _module_globals(name, owner):
    """None, or the names of a module together with the owner's type parameters."""
    params = getattr(owner, "__type_params__", None)
    names = getattr(sys.modules.get(name), "__dict__", None) if params else None
    return None if names is None else {**names, **{p.__name__: p for p in params}}


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _recursive_guard=frozenset()):
    """Evaluate a forward reference and those inside its value."""
    lib = _annotations()
    Format = lib.Format
    if format == Format.STRING:
        return forward_ref.__resolved_str__
    if forward_ref.__forward_arg__ in _recursive_guard:
        return forward_ref
    if format is None:
        format = Format.VALUE
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    if isinstance(value, lib.ForwardRef) and format == Format.FORWARDREF:
        return value
    if isinstance(value, str):
        value = _make_forward_ref(value, module=forward_ref.__forward_module__, owner=owner or forward_ref.__owner__,
                                  is_argument=forward_ref.__forward_is_argument__,
                                  is_class=forward_ref.__forward_is_class__)
    return _eval_type(value, globals, locals, type_params,
                      recursive_guard=_recursive_guard | {forward_ref.__forward_arg__}, format=format,
                      owner=forward_ref.__owner__ if owner is None else owner, parent_fwdref=forward_ref)


def _scope(type_params, globalns, localns, is_class):
    """Name spaces in which type parameters are known."""
    if type_params:
        globalns, localns = dict(globalns), dict(localns)
        for param in type_params:
            name = param.__name__
            if not is_class or name not in globalns:
                globalns[name] = param
                localns.pop(name, None)
    return globalns, localns


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    """The evaluated annotations of a class with its bases, a function or a module."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    lib = _annotations()
    if format is None:
        format = lib.Format.VALUE
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns, format)
    else:
        hints = _object_hints(obj, globalns, localns, format)
    if include_extras or format == lib.Format.STRING:
        return hints
    return {k: _strip_annotations(t) for k, t in hints.items()}


def _class_hints(obj, globalns, localns, format):
    lib = _annotations()
    hints = {}
    for base in reversed(obj.__mro__):
        ann = lib.get_annotations(base, format=format)
        if format == lib.Format.STRING:
            hints.update(ann)
            continue
        if not ann:
            continue
        base_globals = globalns
        if globalns is None:
            base_globals = getattr(sys.modules.get(base.__module__), "__dict__", {})
        base_locals = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # The module's names come before those of the class.
            base_globals, base_locals = base_locals, base_globals
        base_globals, base_locals = _scope(base.__type_params__, base_globals, base_locals, True)
        for name, value in ann.items():
            hints[name] = _hint(value, base_globals, base_locals, obj, format, is_argument=False, is_class=True)
    return hints


def _hint(value, globalns, localns, obj, format, **kwargs):
    if value is None:
        return types.NoneType
    if isinstance(value, str):
        value = _make_forward_ref(value, **kwargs)
    return _eval_type(value, globalns, localns, (), format=format, owner=obj, prefer_fwd_module=True)


def _object_hints(obj, globalns, localns, format):
    lib = _annotations()
    is_module = isinstance(obj, types.ModuleType)
    try:
        hints = lib.get_annotations(obj, format=format)
    except TypeError:
        hints = {}
    if (not hints and not is_module and not callable(obj) and not hasattr(obj, "__annotations__")
            and not hasattr(obj, "__annotate__")):
        raise TypeError(f"{obj!r} does not have annotations")
    if format == lib.Format.STRING:
        return hints
    if globalns is None:
        if is_module:
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", {})
    if localns is None:
        localns = globalns
    globalns, localns = _scope(getattr(obj, "__type_params__", ()), globalns, localns, False)
    return {name: _hint(value, globalns, localns, obj, format, is_argument=not is_module, is_class=False)
            for name, value in hints.items()}


def _strip_annotations(t):
    """t without Annotated and the marks of TypedDict keys."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, Union)):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else _rebuild(t, args)
    return t


def get_origin(tp):
    """What tp is a subscript of, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return Union if isinstance(tp, Union) else None


def get_args(tp):
    """The arguments of the subscript tp."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _should_unflatten_callable_args(tp, args) else args
    return tp.__args__ if isinstance(tp, Union) else ()


# Functions for type checkers

def cast(typ, val):
    """Return val; a type checker takes it for a typ."""
    return val


def assert_type(val, typ, /):
    """Return val; a type checker verifies its type."""
    return val


def reveal_type(obj, /):
    """Return obj; a type checker shows its type, and so does this function."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Fail; a type checker verifies that the call is unreachable."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def no_type_check(arg):
    """Mark a function or class as one whose annotations are no types."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if (getattr(obj, "__qualname__", None) != f"{arg.__qualname__}.{getattr(obj, '__name__', '')}"
                    or getattr(obj, "__module__", None) != arg.__module__):
                continue    # borrowed from elsewhere
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass    # a built-in class
    return arg


def no_type_check_decorator(decorator):
    """Give a decorator the effect of no_type_check."""
    import warnings
    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


_overload_registry = {}     # module, qualified name, first line: function


def overload(func):
    """A decorator of the variants of an overloaded function."""
    f = getattr(func, "__func__", func)
    try:
        variants = _overload_registry.setdefault(f.__module__, {}).setdefault(f.__qualname__, {})
        variants[f.__code__.co_firstlineno] = func
    except AttributeError:
        pass    # not a function
    return _overload_dummy


def get_overloads(func):
    """The variants of an overloaded function."""
    f = getattr(func, "__func__", func)
    return list(_overload_registry.get(f.__module__, {}).get(f.__qualname__, {}).values())


def clear_overloads():
    """Forget all variants of overloaded functions."""
    _overload_registry.clear()


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Mark a method that must not be overridden or a class that must not be subclassed."""
    return _mark(f, "__final__")


def override(method, /):
    """Mark a method that overrides one of a base class."""
    return _mark(method, "__override__")


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Mark a decorator, base class or metaclass that makes classes like dataclasses."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def _caller(depth=1, default="__main__"):
    """The name of the module that calls the caller."""
    return sys._getframemodulename(depth + 1) or default


class NewType:
    """A name for a type that type checkers tell from it."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __mro_entries__(self, bases):
        superclass_name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{name} = NewType({name!r}, {superclass_name})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Made on demand

# Names of other modules' classes: module, class, number of parameters, more.
_ALIASES = {
    "Hashable": ("collections.abc", "Hashable", 0), "Awaitable": ("collections.abc", "Awaitable", 1),
    "Coroutine": ("collections.abc", "Coroutine", 3), "AsyncIterable": ("collections.abc", "AsyncIterable", 1),
    "AsyncIterator": ("collections.abc", "AsyncIterator", 1), "Iterable": ("collections.abc", "Iterable", 1),
    "Iterator": ("collections.abc", "Iterator", 1), "Reversible": ("collections.abc", "Reversible", 1),
    "Sized": ("collections.abc", "Sized", 0), "Container": ("collections.abc", "Container", 1),
    "Collection": ("collections.abc", "Collection", 1), "AbstractSet": ("collections.abc", "Set", 1),
    "MutableSet": ("collections.abc", "MutableSet", 1), "Mapping": ("collections.abc", "Mapping", 2),
    "MutableMapping": ("collections.abc", "MutableMapping", 2), "Sequence": ("collections.abc", "Sequence", 1),
    "MutableSequence": ("collections.abc", "MutableSequence", 1), "MappingView": ("collections.abc", "MappingView", 1),
    "KeysView": ("collections.abc", "KeysView", 1), "ItemsView": ("collections.abc", "ItemsView", 2),
    "ValuesView": ("collections.abc", "ValuesView", 1),
    "Generator": ("collections.abc", "Generator", 3, (types.NoneType, types.NoneType)),
    "AsyncGenerator": ("collections.abc", "AsyncGenerator", 2, (types.NoneType,)),
    "List": ("builtins", "list", 1), "Set": ("builtins", "set", 1), "FrozenSet": ("builtins", "frozenset", 1),
    "Dict": ("builtins", "dict", 2), "Type": ("builtins", "type", 1), "Deque": ("collections", "deque", 1),
    "DefaultDict": ("collections", "defaultdict", 2), "OrderedDict": ("collections", "OrderedDict", 2),
    "Counter": ("collections", "Counter", 1), "ChainMap": ("collections", "ChainMap", 2),
    "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1),
    "ContextManager": ("contextlib", "AbstractContextManager", 2, (bool | None,)),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2, (bool | None,)),
}

_CLASSES = {"Protocol", "runtime_checkable", "is_protocol", "get_protocol_members", "NamedTuple", "NamedTupleMeta",
            "TypedDict", "is_typeddict", "_TypedDictMeta", "_ProtocolMeta", "SupportsInt", "SupportsFloat",
            "SupportsComplex", "SupportsBytes", "SupportsIndex", "SupportsAbs", "SupportsRound", "IO", "TextIO",
            "BinaryIO", "_NamedTuple", "_TypedDict", "_get_protocol_attrs"}

# Type variables that CPython's module has as well.
_VARIABLES = {"T": {}, "KT": {}, "VT": {}, "T_co": {"covariant": True}, "V_co": {"covariant": True},
              "VT_co": {"covariant": True}, "T_contra": {"contravariant": True},
              "CT_co": {"covariant": True, "bound": type}}

AnyStr = TypeVar("AnyStr", bytes, str)


def __getattr__(attr):
    if attr in _ALIASES:
        module, name, nparams, *defaults = _ALIASES[attr]
        __import__(module)
        obj = _alias(getattr(sys.modules[module], name), nparams, inst=module != "builtins", name=attr,
                     defaults=defaults[0] if defaults else ())
    elif attr in _CLASSES:
        import _typing_classes
        _typing_classes.export(globals())
        return globals()[attr]
    elif attr == "Callable":
        from collections.abc import Callable
        obj = _CallableType(Callable, 2)
    elif attr == "Tuple":
        obj = _TupleType(tuple, -1, inst=False, name="Tuple")
    elif attr == "ByteString":
        import collections.abc
        obj = _DeprecatedGenericAlias(collections.abc.ByteString, 0, removal_version=(3, 17))
    elif attr == "ForwardRef":
        obj = _annotations().ForwardRef
    elif attr in _VARIABLES:
        obj = TypeVar(attr, **_VARIABLES[attr])
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")
    globals()[attr] = obj
    return obj
