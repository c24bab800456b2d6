# dataclasses: classes whose methods are made from their annotated fields.

import sys
import types
from abc import update_abstractmethods
from reprlib import recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was to be changed."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    """A kind of field."""
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"

_ATOMIC_TYPES = frozenset({types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
                           types.NotImplementedType, types.CodeType, types.BuiltinFunctionType, types.FunctionType,
                           type, range, property})


class InitVar:
    """Annotates an argument of __init__ that is passed to __post_init__ only."""
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """A field of a dataclass."""
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "doc", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata",
                 "kw_only", "doc")
        values = ",".join(f"{n}={getattr(self, n)!r}" for n in names)
        return f"Field({values},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values, strict=True):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{n}={getattr(self, n)!r}' for n in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """Describe a field beyond its default value."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# Finding the fields

def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or typing.get_origin(a_type) is typing.ClassVar


def _is_initvar(a_type, module):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, module):
    return a_type is KW_ONLY


def _leading_name(text):
    """The name that text starts with after spaces, and what follows."""
    text = text.lstrip()
    n = 0
    while n < len(text) and (text[n].isalnum() or text[n] == "_"):
        n += 1
    return text[:n], text[n:].lstrip()


def _names(annotation, cls, module, holder, predicate):
    """Whether a string annotation names something of module, as far as one can tell without evaluating it."""
    name, rest = _leading_name(annotation)
    prefix = None
    if name and rest.startswith("."):
        attr, _ = _leading_name(rest[1:])
        if attr:
            prefix, name = name, attr
    if not name:
        return False
    own = sys.modules.get(cls.__module__)
    ns = None
    if prefix is None:
        ns = getattr(own, "__dict__", None)
    elif own and own.__dict__.get(prefix) is module:
        ns = sys.modules.get(holder.__module__).__dict__
    return bool(ns) and predicate(ns.get(name), module)


def _kind(cls, a_type):
    typing = sys.modules.get("typing")
    if typing and (_is_classvar(a_type, typing) or isinstance(a_type, str)
                   and _names(a_type, cls, typing, typing.ClassVar, _is_classvar)):
        return _FIELD_CLASSVAR
    this = sys.modules[__name__]
    if _is_initvar(a_type, this) or isinstance(a_type, str) and _names(a_type, cls, this, InitVar, _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, a_type, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING   # of __slots__
        f = field(default=default)
    f.name = name
    f.type = a_type
    f._field_type = kind = _kind(cls, a_type)
    if kind is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if kind is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _class_annotations(cls):
    try:
        return cls.__annotations__
    except Exception:
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _own_fields(cls, kw_only):
    found = []
    seen_marker = False
    this = sys.modules[__name__]
    for name, a_type in _class_annotations(cls).items():
        if _is_kw_only(a_type, this) or isinstance(a_type, str) and _names(a_type, cls, this, KW_ONLY, _is_kw_only):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
        else:
            found.append(_get_field(cls, name, a_type, kw_only))
    return found


def _collect_fields(cls, frozen, kw_only):
    """All fields of a class by name, those of its bases first."""
    result = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            result.update((f.name, f) for f in base_fields.values())
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    own = _own_fields(cls, kw_only)
    for f in own:
        result[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    names = {f.name for f in own}
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in names:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return result


# Making the methods

class _Methods:
    """The source of the methods of a class; they are compiled together."""

    def __init__(self, cls):
        self.cls = cls
        self.source = []
        self.names = []
        self.values = {}        # what the source refers to
        self.overwrite = {}     # name: what to say when the class has it already
        self.replace = set()    # methods that are set in any case
        self.annotated = {}

    def add(self, name, args, *body, decorator=None):
        if decorator:
            self.source.append(f" @{decorator}")
        self.source.append(f" def {name}({', '.join(args)}):")
        self.source += [f"  {line}" for line in body]
        self.names.append(name)

    def install(self):
        if not self.names:
            return
        cls = self.cls
        text = (f"def __create_fn__({', '.join(self.values)}):\n" + "\n".join(self.source)
                + f"\n return ({', '.join(self.names)},)")
        module = sys.modules.get(cls.__module__)
        made = {}
        exec(text, {} if module is None else module.__dict__, made)
        for name, fn in zip(self.names, made["__create_fn__"](**self.values)):
            fn.__qualname__ = f"{cls.__qualname__}.{name}"
            if name in self.annotated:
                fn.__annotate__ = _annotate_function(cls, name, self.annotated[name])
            if name in self.replace or name not in cls.__dict__:
                setattr(cls, name, fn)
            elif name in self.overwrite:
                hint = self.overwrite[name]
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{hint and ' ' + hint}")


def _annotate_function(__class__, method_name, names):
    """The annotations of __init__ come from those of the class."""
    def __annotate__(format, /):
        import annotationlib
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        known = {}
        for base in reversed(__class__.__mro__):
            known.update(annotationlib.get_annotations(base, format=format))
        result = {n: known[n] for n in names if n in known}
        result["return"] = "None" if format == annotationlib.Format.STRING else None
        return result
    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = f"{__class__.__qualname__}.{method_name}.__annotate__"
    return __annotate__


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _init_fn(methods, all_fields, std_fields, kw_only_fields, frozen, post_init, slots):
    first_default = None
    for f in std_fields:
        if _has_default(f):
            first_default = f
        elif first_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {first_default.name!r}")
    this = "__dataclass_self__" if any(f.name == "self" for f in all_fields) else "self"
    values = methods.values
    values["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    if frozen:
        values["__dataclass_setattr__"] = object.__setattr__

    def param(f):
        if f.default_factory is not MISSING:
            return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"
        return f.name if f.default is MISSING else f"{f.name}=__dataclass_dflt_{f.name}__"

    body = []
    for f in all_fields:
        default = f"__dataclass_dflt_{f.name}__"
        value = f.name
        if f.default_factory is not MISSING:
            values[default] = f.default_factory
            value = f"{default}()"
            if f.init:
                value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
        elif f.default is not MISSING and (f.init or slots):
            values[default] = f.default
            if not f.init:
                value = default
        elif not f.init:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        body.append(f"__dataclass_setattr__({this}, {f.name!r}, {value})" if frozen else f"{this}.{f.name} = {value}")
    if post_init:
        args = ", ".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{this}.{_POST_INIT_NAME}({args})")
    params = [this, *map(param, std_fields)]
    if kw_only_fields:
        params += ["*", *map(param, kw_only_fields)]
    methods.add("__init__", params, *body or ["pass"])
    methods.annotated["__init__"] = [f.name for f in all_fields if f.init]


def _tuple_text(obj, names):
    return "(" + "".join(f"{obj}.{n}, " for n in names) + ")"


def _compare_fns(methods, names, eq, order):
    if eq:
        test = " and ".join(f"self.{n} == other.{n}" for n in names) or "True"
        methods.add("__eq__", ("self", "other"), "if self is other:", " return True",
                    "if other.__class__ is self.__class__:", f" return {test}", "return NotImplemented")
    if order:
        left, right = _tuple_text("self", names), _tuple_text("other", names)
        for name, op in ("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="):
            methods.add(name, ("self", "other"), "if other.__class__ is self.__class__:",
                        f" return {left} {op} {right}", "return NotImplemented")
            methods.overwrite[name] = "Consider using functools.total_ordering"


def _frozen_fns(methods, names):
    methods.values.update(__class__=methods.cls, FrozenInstanceError=FrozenInstanceError)
    condition = "type(self) is __class__"
    if names:
        condition += f" or name in {{{', '.join(map(repr, names))}}}"
    for name, args, verb in ("__setattr__", "name, value", "assign to"), ("__delattr__", "name", "delete"):
        methods.add(name, ("self", args), f"if {condition}:",
                    f" raise FrozenInstanceError(f'cannot {verb} field {{name!r}}')",
                    f"super(__class__, self).{name}({args})")
        methods.overwrite[name] = ""


def _hash_fn(methods, field_list, unsafe_hash, eq, frozen):
    """Add __hash__, or make the class unhashable, as its parameters say."""
    cls = methods.cls
    own = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own is MISSING or own is None and "__eq__" in cls.__dict__)
    if unsafe_hash and explicit:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not explicit:
        names = [f.name for f in field_list if (f.compare if f.hash is None else f.hash)]
        methods.add("__hash__", ("self",), f"return hash({_tuple_text('self', names)})")
        methods.replace.add("__hash__")
    elif eq and not explicit:
        cls.__hash__ = None


def _set_new(cls, name, value):
    if name not in cls.__dict__:
        setattr(cls, name, value)


def _signature_text(cls, std_fields, kw_only_fields, plain):
    """The parameters of the class for its docstring."""
    if not plain:
        import annotationlib
        import inspect
        try:
            sig = inspect.signature(cls, annotation_format=annotationlib.Format.FORWARDREF)
        except (TypeError, ValueError):
            return ""
        return str(sig).replace(" -> None", "")
    parts = [_param_text(f) for f in std_fields]
    if kw_only_fields:
        parts += ["*", *map(_param_text, kw_only_fields)]
    return f"({', '.join(parts)})"


def _param_text(f):
    t = f.type
    if getattr(t, "__module__", None) == "typing":
        text = repr(t).replace("typing.", "")
    elif isinstance(t, types.GenericAlias):
        text = str(t)
    elif isinstance(t, type):
        text = t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    else:
        text = repr(t)
    if f.default_factory is not MISSING:
        return f"{f.name}: {text} = <factory>"
    return f"{f.name}: {text}" if f.default is MISSING else f"{f.name}: {text} = {f.default!r}"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    all_by_name = _collect_fields(cls, frozen, kw_only)
    setattr(cls, _FIELDS, all_by_name)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in all_by_name.values() if f._field_type is not _FIELD_CLASSVAR]
    std_fields = [f for f in init_fields if f.init and not f.kw_only]
    kw_only_fields = [f for f in init_fields if f.init and f.kw_only]
    field_list = [f for f in init_fields if f._field_type is _FIELD]
    plain = init and "__init__" not in cls.__dict__ and type(cls) is type and "__new__" not in cls.__dict__
    methods = _Methods(cls)
    if init:
        _init_fn(methods, init_fields, std_fields, kw_only_fields, frozen, hasattr(cls, _POST_INIT_NAME), slots)
    _set_new(cls, "__replace__", _replace)
    if repr:
        text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in field_list if f.repr)
        methods.values["__dataclasses_recursive_repr"] = recursive_repr
        methods.add("__repr__", ("self",), f'return f"{{self.__class__.__qualname__}}({text})"',
                    decorator="__dataclasses_recursive_repr()")
    # Whether the class has its own __hash__ is seen before __eq__ is added.
    _compare_fns(methods, [f.name for f in field_list if f.compare], eq, order)
    if frozen:
        _frozen_fns(methods, [f.name for f in field_list])
    _hash_fn(methods, field_list, unsafe_hash, eq, frozen)
    methods.install()
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(cls, std_fields, kw_only_fields, plain)
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, all_by_name)
    update_abstractmethods(cls)
    return cls


# Slots

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return [n for n, offset in (("__weakref__", "__weakrefoffset__"), ("__dict__", "__dictoffset__"))
                if getattr(cls, offset, -1) != 0]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _add_slots(cls, frozen, weakref_slot, all_fields):
    """A new class like cls with slots for its fields."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = {s for base in cls.__mro__[1:-1] for s in _slots_of(base)}
    wanted = [n for n in (*names, *["__weakref__"] * bool(weakref_slot)) if n not in inherited]
    docs = {n: getattr(all_fields.get(n), "doc", None) for n in wanted}
    namespace["__slots__"] = docs if any(d is not None for d in docs.values()) else tuple(docs)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if frozen:
        if "__getstate__" not in namespace:
            new.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            new.__setstate__ = _dataclass_setstate
    _move_class_cells(new, cls)
    annotations = _class_annotations(new)
    for f in getattr(new, _FIELDS).values():
        if f.name in annotations:
            f.type = annotations[f.name]
    annotate = getattr(new.__init__, "__annotate__", None)
    if getattr(annotate, "__generated_by_dataclasses__", False):
        _move_class_cell(annotate, cls, new)
    return new


def _move_class_cells(new, old):
    """Let super() and __class__ in the methods mean the new class."""
    for member in new.__dict__.values():
        while not isinstance(member, type) and hasattr(member, "__wrapped__"):
            member = member.__wrapped__
        functions = [member]
        if isinstance(member, property):
            functions = [member.fget, member.fset, member.fdel]
        for f in functions:
            if isinstance(f, types.FunctionType) and _move_class_cell(f, old, new):
                return


def _move_class_cell(f, old, new):
    if "__class__" not in f.__code__.co_freevars:
        return False
    cell = f.__closure__[f.__code__.co_freevars.index("__class__")]
    try:
        found = cell.cell_contents is old
    except ValueError:
        return False
    if found:
        cell.cell_contents = new
    return found


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add methods to a class that are made from its annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)
    return wrap if cls is None else wrap(cls)


# Using dataclasses

def fields(class_or_instance):
    """The fields of a dataclass or an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether obj is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _convert(obj, make):
    """Copy obj with dataclasses in it replaced by make(pairs of names and values)."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return make([(f.name, _convert(getattr(obj, f.name), make)) for f in fields(obj)])
    if issubclass(cls, (list, tuple)):
        items = [_convert(v, make) for v in obj]
        if issubclass(cls, tuple) and hasattr(obj, "_fields"):
            return cls(*items)
        return items if cls is list else cls(items)
    if issubclass(cls, dict):
        items = [(_convert(k, make), _convert(v, make)) for k, v in obj.items()]
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for k, v in items:
                result[k] = v
            return result
        return cls(items)
    import copy
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance and of those inside it as dictionaries."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The values of an instance and of those inside it as tuples."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([v for _, v in pairs]))


_ANY_MARKER = object()


def _field_spec(item):
    """The name, type and default of a field given to make_dataclass()."""
    if isinstance(item, str):
        name, tp, default = item, _ANY_MARKER, MISSING
    elif len(item) == 2:
        (name, tp), default = item, MISSING
    elif len(item) == 3:
        name, tp, default = item
    else:
        raise TypeError(f"Invalid field: {item!r}")
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f"Field names must be valid identifiers: {name!r}")
    import keyword
    if keyword.iskeyword(name):
        raise TypeError(f"Field names must not be keywords: {name!r}")
    return name, tp, default


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """Make a dataclass from names, or pairs and triples with types and defaults."""
    annotations, defaults = {}, {}
    for item in fields:
        name, tp, default = _field_spec(item)
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp
        if not isinstance(item, str) and len(item) == 3:
            defaults[name] = default
    value_blocked = True    # typing is not imported for the class alone

    def get_any(format):
        import annotationlib
        if format == annotationlib.Format.STRING:
            return "typing.Any"
        if format == annotationlib.Format.FORWARDREF:
            typing = sys.modules.get("typing")
            return annotationlib.ForwardRef("Any", module="typing") if typing is None else typing.Any
        if format == annotationlib.Format.VALUE and not value_blocked:
            from typing import Any
            return Any
        raise NotImplementedError

    def annotate_method(format):
        annos = {n: get_any(format) if t is _ANY_MARKER else t for n, t in annotations.items()}
        if format == 4:
            import annotationlib
            return annotationlib.annotations_to_string(annos)
        return annos

    def body(ns):
        ns.update(namespace or {})
        ns.update(defaults)

    cls = types.new_class(cls_name, bases, {}, body)
    cls.__annotate__ = annotate_method
    cls.__module__ = module or sys._getframemodulename(1) or "__main__"
    cls = decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                    match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    value_blocked = False
    return cls


def replace(obj, /, **changes):
    """A new instance like obj with other values for some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        name = f.name
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if name in changes:
                raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        elif name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
    return self.__class__(**changes)
