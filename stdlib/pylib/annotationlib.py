# annotationlib: annotations of functions, classes and modules.

import builtins
import enum
import sys
import types

__all__ = ["Format", "ForwardRef", "call_annotate_function", "call_evaluate_function",
           "get_annotate_from_class_namespace", "get_annotations", "annotations_to_string", "type_repr"]


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


_sentinel = object()
_SLOTS = ("__forward_is_argument__", "__forward_is_class__", "__forward_module__", "__weakref__",
          "__arg__", "__globals__", "__code__", "__ast_node__", "__cell__", "__owner__", "__stringifier_dict__")


class ForwardRef:
    """An annotation that could not be evaluated yet."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__owner__ = owner
        self.__globals__ = None
        self.__cell__ = None
        self.__code__ = None

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_arg__(self):
        return self.__arg__

    @property
    def __resolved_str__(self):
        return self.__arg__

    @property
    def __forward_code__(self):
        if self.__code__ is None:
            arg = self.__arg__
            if arg.startswith("*"):
                arg = f"({arg},)[0]"
            try:
                self.__code__ = compile(arg, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {self.__arg__!r}")
        return self.__code__

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """Give the object that the text stands for."""
        match format:
            case Format.STRING:
                return self.__arg__
            case Format.VALUE:
                is_forwardref_format = False
            case Format.FORWARDREF:
                is_forwardref_format = True
            case _:
                raise NotImplementedError(format)
        if isinstance(self.__cell__, types.CellType):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        if owner is None:
            owner = self.__owner__
        globals = self._find_globals(globals, owner)
        if type_params is None and owner is not None:
            type_params = getattr(owner, "__type_params__", None)
        if locals is None:
            locals = dict(vars(owner)) if isinstance(owner, type) else {}
        else:
            locals = dict(locals)
        for param in type_params or ():
            locals.setdefault(param.__name__, param)
        for name, cell in (self.__cell__ or {}).items() if isinstance(self.__cell__, dict) else ():
            try:
                locals.setdefault(name, cell.cell_contents)
            except ValueError:
                pass
        arg = self.__arg__
        if arg.isidentifier() and not _is_keyword(arg):
            if arg in locals:
                return locals[arg]
            if arg in globals:
                return globals[arg]
            if hasattr(builtins, arg):
                return getattr(builtins, arg)
            if is_forwardref_format:
                return self
            raise NameError(f"name {arg!r} is not defined", name=arg)
        code = self.__forward_code__
        if not is_forwardref_format:
            return eval(code, globals, locals)
        namespace = _StringifierDict({**vars(builtins), **globals, **locals}, globals=globals, owner=owner,
                                     is_class=self.__forward_is_class__, format=format)
        try:
            result = eval(code, globals=namespace)
        except Exception:
            return self
        return namespace.settle(result)

    def _find_globals(self, globals, owner):
        if globals is None and self.__forward_module__ is not None:
            module = self.__forward_module__
            globals = getattr(module if isinstance(module, types.ModuleType) else sys.modules.get(module, None),
                              "__dict__", None)
        if globals is None:
            globals = self.__globals__
        if globals is None and owner is not None:
            if isinstance(owner, type):
                globals = getattr(sys.modules.get(getattr(owner, "__module__", None), None), "__dict__", None)
            elif isinstance(owner, types.ModuleType):
                globals = getattr(owner, "__dict__", None)
            elif callable(owner):
                globals = getattr(owner, "__globals__", None)
        return {} if globals is None else globals

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__arg__ == other.__arg__ and self.__forward_module__ == other.__forward_module__
                and self.__globals__ is other.__globals__
                and self.__forward_is_class__ == other.__forward_is_class__ and self.__owner__ == other.__owner__)

    def __hash__(self):
        return hash((self.__arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                     self.__owner__))

    def __or__(self, other):
        return types.UnionType[self, other]

    def __ror__(self, other):
        return types.UnionType[other, self]

    def __repr__(self):
        extra = []
        if self.__forward_module__ is not None:
            extra.append(f", module={self.__forward_module__!r}")
        if self.__forward_is_class__:
            extra.append(", is_class=True")
        if self.__owner__ is not None:
            extra.append(f", owner={self.__owner__!r}")
        return f"ForwardRef({self.__arg__!r}{''.join(extra)})"


def _is_keyword(name):
    import keyword
    return keyword.iskeyword(name)


class _Stringifier:
    """Stands for an unknown object while an annotation is evaluated; notes what is done with it."""

    # ForwardRef is what remains of it, see settle().
    __slots__ = ("_text", "_prec", "_dict")

    def __init__(self, text, prec, dict):
        self._text = text
        self._prec = prec
        self._dict = dict

    def _make(self, text, prec):
        result = _Stringifier(text, prec, self._dict)
        self._dict.stringifiers.append(result)
        return result

    def _at(self, prec):
        return self._text if self._prec >= prec else f"({self._text})"

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return self._text

    __str__ = __repr__

    def __getitem__(self, item):
        if isinstance(item, tuple) and item:
            inner = ", ".join(_operand(x, _TEST) for x in item) + ("," if len(item) == 1 else "")
        else:
            inner = _operand(item, _TEST)
        return self._make(f"{self._at(_ATOM)}[{inner}]", _ATOM)

    def __getattr__(self, name):
        return self._make(f"{self._at(_ATOM)}.{name}", _ATOM)

    def __call__(self, /, *args, **kwargs):
        parts = [_operand(a, _TEST) for a in args] + [f"{k}={_operand(v, _TEST)}" for k, v in kwargs.items()]
        return self._make(f"{self._at(_ATOM)}({', '.join(parts)})", _ATOM)

    def __iter__(self):
        yield self._make(f"*{self._at(_OR)}", _TEST)

    def _binary(op, prec, swap=False):
        right = prec + 1
        if swap:
            def method(self, other):
                return self._make(f"{_operand(other, prec)} {op} {self._at(right)}", prec)
        else:
            def method(self, other):
                return self._make(f"{self._at(prec)} {op} {_operand(other, right)}", prec)
        return method

    def _unary(op):
        return lambda self: self._make(f"{op}{self._at(_UNARY)}", _UNARY)

    for _name, _op, _p in [("or", "|", 4), ("xor", "^", 5), ("and", "&", 6), ("lshift", "<<", 7), ("rshift", ">>", 7),
                           ("add", "+", 8), ("sub", "-", 8), ("mul", "*", 9), ("truediv", "/", 9),
                           ("floordiv", "//", 9), ("mod", "%", 9), ("matmul", "@", 9)]:
        locals()[f"__{_name}__"] = _binary(_op, _p)
        locals()[f"__r{_name}__"] = _binary(_op, _p, True)
    for _name, _op in [("lt", "<"), ("le", "<="), ("eq", "=="), ("ne", "!="), ("gt", ">"), ("ge", ">=")]:
        locals()[f"__{_name}__"] = _binary(_op, 3)
    __neg__ = _unary("-")
    __pos__ = _unary("+")
    __invert__ = _unary("~")

    def __pow__(self, other):
        return self._make(f"{self._at(12)} ** {_operand(other, 11)}", 11)

    def __rpow__(self, other):
        return self._make(f"{_operand(other, 12)} ** {self._at(11)}", 11)

    del _binary, _unary, _name, _op, _p


_TEST, _OR, _UNARY, _ATOM = 1, 4, 10, 20


def _operand(value, prec):
    """The source text of value inside an expression."""
    if isinstance(value, _Stringifier):
        return value._at(prec)
    if isinstance(value, slice):
        text = "" if value.start is None else _operand(value.start, _TEST)
        text += ":" + ("" if value.stop is None else _operand(value.stop, _TEST))
        return text + ("" if value.step is None else ":" + _operand(value.step, _TEST))
    if value is ...:
        return "..."
    if isinstance(value, tuple):
        return "(" + ", ".join(_operand(x, _TEST) for x in value) + (",)" if len(value) == 1 else ")")
    if isinstance(value, list):
        return "[" + ", ".join(_operand(x, _TEST) for x in value) + "]"
    if isinstance(value, set):
        return "{" + ", ".join(_operand(x, _TEST) for x in value) + "}" if value else "set()"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_operand(k, _TEST)}: {_operand(v, _TEST)}" for k, v in value.items()) + "}"
    return type_repr(value)


class _StringifierDict(dict):
    """Globals in which unknown names exist."""

    def __init__(self, namespace, *, globals=None, owner=None, is_class=False, format):
        super().__init__(namespace)
        self.globals = globals
        self.owner = owner
        self.is_class = is_class
        self.stringifiers = []
        self.format = format

    def __missing__(self, key):
        result = _Stringifier(key, _ATOM, self)
        self.stringifiers.append(result)
        return result

    def forward(self, s):
        ref = ForwardRef(s._text, owner=self.owner, is_class=self.is_class)
        ref.__globals__ = self.globals
        return ref

    def settle(self, value):
        """Replace what stands for unknown objects by forward references."""
        if isinstance(value, _Stringifier):
            return self.forward(value)
        args = getattr(value, "__args__", None)
        if isinstance(args, tuple) and any(_mentions(a) for a in args):
            new = tuple(self.settle(a) for a in args)
            if isinstance(value, types.GenericAlias):
                return types.GenericAlias(value.__origin__, new)
            if isinstance(value, types.UnionType):
                return types.UnionType[new]
            if hasattr(value, "copy_with"):
                return value.copy_with(new)
        return value


def _mentions(value):
    if isinstance(value, _Stringifier):
        return True
    args = getattr(value, "__args__", None)
    return isinstance(args, tuple) and any(_mentions(a) for a in args)


def call_evaluate_function(evaluate, format, *, owner=None):
    """Call the function that makes a lazily evaluated value of a type alias or parameter."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call an __annotate__ function in the wanted format, which it may not know itself."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.STRING:
        namespace = _StringifierDict({}, format=format)
        closure = _fake_closure(annotate, namespace, stringify=True)
        annos = _with_globals(annotate, namespace, closure)(Format.VALUE_WITH_FAKE_GLOBALS)
        if _is_evaluate:
            return _text(annos)
        return {k: _text(v) for k, v in annos.items()}
    if format == Format.FORWARDREF:
        try:
            return annotate(Format.VALUE)
        except NotImplementedError:
            pass
        except Exception:
            pass
        globals = getattr(annotate, "__globals__", {})
        is_class = isinstance(owner, type)
        namespace = _StringifierDict({**vars(builtins), **globals}, globals=globals, owner=owner, is_class=is_class,
                                     format=format)
        closure = _fake_closure(annotate, namespace, stringify=False)
        evaluate = lambda x: x
        try:
            result = _with_globals(annotate, namespace, closure)(Format.VALUE_WITH_FAKE_GLOBALS)
        except NotImplementedError:
            return annotate(Format.VALUE)
        except Exception:
            # Something known was misused: make a reference of the whole text
            # and see how much of it can be evaluated.
            namespace = _StringifierDict({}, globals=globals, owner=owner, is_class=is_class, format=format)
            closure = _fake_closure(annotate, namespace, stringify=True)
            result = _with_globals(annotate, namespace, closure)(Format.VALUE_WITH_FAKE_GLOBALS)
            evaluate = lambda x: x.evaluate(format=format) if isinstance(x, ForwardRef) else x
        if _is_evaluate:
            return evaluate(namespace.settle(result))
        return {k: evaluate(namespace.settle(v)) for k, v in result.items()}
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _text(value):
    return value if isinstance(value, str) else _operand(value, 0)


def _with_globals(func, namespace, closure):
    return types.FunctionType(func.__code__, namespace, closure=closure, argdefs=func.__defaults__,
                              kwdefaults=func.__kwdefaults__)


def _fake_closure(func, namespace, stringify):
    """The cells of func, with stand-ins for what is unknown."""
    if not func.__closure__:
        return None
    cells = []
    for name, cell in zip(func.__code__.co_freevars, func.__closure__, strict=True):
        if name == "__classdict__":
            cells.append(types.CellType({}) if stringify else cell)
            continue
        if not stringify:
            try:
                cell.cell_contents
            except ValueError:
                pass
            else:
                cells.append(cell)
                continue
        cells.append(types.CellType(namespace.__missing__(name)))
    return tuple(cells)


def get_annotate_from_class_namespace(obj):
    """The annotate function in the namespace of a class that is being made, or None."""
    try:
        return obj["__annotate__"]
    except KeyError:
        return obj.get("__annotate_func__", None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of an object as a new dict."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    match format:
        case Format.VALUE:
            ann = _get_dunder_annotations(obj)
        case Format.FORWARDREF:
            try:
                ann = _get_dunder_annotations(obj)
            except Exception:
                pass
            else:
                if ann is not None:
                    return dict(ann)
            ann = _get_and_call_annotate(obj, format)
            if ann is None:
                ann = _get_dunder_annotations(obj)
        case Format.STRING:
            ann = _get_and_call_annotate(obj, format)
            if ann is not None:
                return dict(ann)
            ann = _get_dunder_annotations(obj)
            if ann is not None:
                return annotations_to_string(ann)
        case Format.VALUE_WITH_FAKE_GLOBALS:
            raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
        case _:
            raise ValueError(f"Unsupported format {format!r}")
    if ann is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not ann:
        return {}
    if not eval_str:
        return dict(ann)
    return _evaluate_strings(obj, ann, globals, locals)


def _evaluate_strings(obj, ann, globals, locals):
    obj_globals = obj_locals = unwrap = None
    if isinstance(obj, type):
        module = sys.modules.get(getattr(obj, "__module__", None))
        obj_globals = getattr(module, "__dict__", None)
        obj_locals = dict(vars(obj))
        unwrap = obj
    elif isinstance(obj, types.ModuleType):
        obj_globals = getattr(obj, "__dict__")
    elif callable(obj):
        obj_globals = getattr(obj, "__globals__", None)
        unwrap = obj
    while unwrap is not None:
        if hasattr(unwrap, "__wrapped__"):
            unwrap = unwrap.__wrapped__
        elif hasattr(unwrap, "func") and hasattr(unwrap, "keywords"):
            unwrap = unwrap.func
        else:
            obj_globals = getattr(unwrap, "__globals__", obj_globals)
            break
    if globals is None:
        globals = obj_globals
    if locals is None:
        locals = obj_locals
    locals = {} if locals is None else dict(locals)
    for param in getattr(obj, "__type_params__", ()) or ():
        locals.setdefault(param.__name__, param)
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in ann.items()}


def type_repr(value):
    """The text of a type or other annotation, as source code would have it."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    return repr(value)


def annotations_to_string(annotations):
    """Turn annotation values into text."""
    return {n: t if isinstance(t, str) else type_repr(t) for n, t in annotations.items()}


def _get_and_call_annotate(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    if annotate is None:
        return None
    ann = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return ann


def _get_dunder_annotations(obj):
    if isinstance(obj, type):
        try:
            ann = type.__dict__["__annotations__"].__get__(obj)
        except AttributeError:
            ann = {}
    else:
        ann = getattr(obj, "__annotations__", None)
        if ann is None:
            return None
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return ann
