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
          "__arg__", "__globals__", "__code__", "__extra_names__", "__ast_node__", "__cell__", "__owner__",
          "__stringifier_dict__", "__resolved_str_cache__")


class ForwardRef:
    """An annotation that could not be evaluated yet."""

    __slots__ = _SLOTS

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
        self.__extra_names__ = None
        self.__code__ = None
        self.__ast_node__ = None
        self.__resolved_str_cache__ = None

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_arg__(self):
        return self.__arg__

    @property
    def __resolved_str__(self):
        if self.__resolved_str_cache__ is None:
            text = self.__arg__
            for name, value in (self.__extra_names__ or {}).items():
                text = text.replace(name, type_repr(value))
            self.__resolved_str_cache__ = text
        return self.__resolved_str_cache__

    @property
    def __forward_code__(self):
        if self.__code__ is None:
            try:
                self.__code__ = compile(_unstar(self.__arg__), "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {self.__arg__!r}")
        return self.__code__

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """Give the object that the text stands for."""
        match format:
            case Format.STRING:
                return self.__resolved_str__
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
        if self.__extra_names__:
            locals.update(self.__extra_names__)
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
        try:
            return eval(code, globals, locals)
        except Exception:
            if not is_forwardref_format:
                raise
        namespace = _StringifierDict({**vars(builtins), **globals, **locals}, globals=globals, owner=owner,
                                     is_class=self.__forward_is_class__, format=format)
        try:
            result = eval(code, globals, namespace)
        except Exception:
            return self
        namespace.transmogrify(self.__cell__)
        return result

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
                and self.__forward_is_class__ == other.__forward_is_class__
                and _cell_key(self.__cell__) == _cell_key(other.__cell__) and self.__owner__ == other.__owner__
                and (self.__extra_names__ or None) == (other.__extra_names__ or None))

    def __hash__(self):
        names = self.__extra_names__
        return hash((self.__arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                     _cell_key(self.__cell__), self.__owner__, tuple(sorted(names.items())) if names else None))

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
        return f"ForwardRef({self.__resolved_str__!r}{''.join(extra)})"


def _cell_key(cell):
    """What tells the cells of two references apart."""
    if isinstance(cell, dict):
        return tuple(sorted((name, id(c)) for name, c in cell.items()))
    return id(cell)


def _unstar(text):
    """An expression for the text of an annotation, which may be that of *args."""
    return f"({text},)[0]" if text.lstrip().startswith("*") else text


def _is_keyword(name):
    import keyword
    return keyword.iskeyword(name)


class _Stringifier:
    """Stands for an unknown object while an annotation is evaluated; notes what is done with it."""

    # As in ForwardRef, which it becomes in the end; __ast_node__ is the
    # precedence of the text.
    __slots__ = _SLOTS

    def __init__(self, text, prec, dict, cell=None, names=None):
        self.__arg__ = text
        self.__ast_node__ = prec
        self.__stringifier_dict__ = dict
        self.__cell__ = cell
        self.__extra_names__ = names
        self.__forward_is_argument__ = False
        self.__forward_is_class__ = dict.is_class
        self.__forward_module__ = None
        self.__code__ = None
        self.__globals__ = dict.globals
        self.__owner__ = dict.owner
        self.__resolved_str_cache__ = None
        dict.stringifiers.append(self)

    def __make(self, prec, format, *operands):
        """A new one; operands are pairs of a value and a precedence."""
        names = dict(self.__extra_names__ or ())
        texts = [self.__operand(value, p, names) for value, p in operands]
        return _Stringifier(format.format(*texts), prec, self.__stringifier_dict__, names=names or None)

    def __operand(self, value, prec, names):
        """The source text of value inside an expression; names receives what needs a name of its own."""
        def several(values):
            return ", ".join([self.__operand(x, _TEST, names) for x in values])

        if type(value) is _Subscript:
            value = value.value
            if type(value) is tuple and value:
                return ", ".join([self.__operand(_Subscript(x) if type(x) is slice else x, _TEST, names)
                                  for x in value]) + "," * (len(value) == 1)
            if type(value) is slice:
                start, stop, step = ["" if x is None else self.__operand(x, _TEST, names)
                                     for x in (value.start, value.stop, value.step)]
                return f"{start}:{stop}" + (f":{step}" if step else "")
        if isinstance(value, _Stringifier):
            names.update(value.__extra_names__ or ())
            return value.__arg__ if value.__ast_node__ >= prec else f"({value.__arg__})"
        kind = type(value)
        if kind is _Template:
            return _template_text(value)
        if value is None or kind in (str, int, float, bool, complex):
            return repr(value)
        if value is ... and self.__stringifier_dict__.format == Format.STRING:
            return "..."
        if kind is tuple:
            return f"({several(value)}{',' * (len(value) == 1)})"
        if kind is list:
            return f"[{several(value)}]"
        if kind is set:
            return f"{{{several(value)}}}" if value else "{*()}"
        if kind is dict:
            return "{" + ", ".join([f"{self.__operand(k, _TEST, names)}: {self.__operand(v, _TEST, names)}"
                                    for k, v in value.items()]) + "}"
        if self.__stringifier_dict__.format == Format.STRING:
            return repr(value)
        name = self.__stringifier_dict__.unique_name()
        names[name] = value
        return name

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return self.__arg__

    __str__ = __repr__

    def __format__(self, spec):
        raise TypeError("Cannot stringify annotation containing string formatting")

    def __getitem__(self, item):
        if self.__arg__ == "__classdict__":
            raise KeyError
        return self.__make(_ATOM, "{}[{}]", (self, _ATOM), (_Subscript(item), _TEST))

    def __getattr__(self, name):
        return self.__make(_ATOM, f"{{}}.{name}", (self, _ATOM))

    def __call__(self, /, *args, **kwargs):
        params = ["{}"] * len(args) + [f"{name}={{}}" for name in kwargs]
        return self.__make(_ATOM, f"{{}}({', '.join(params)})", (self, _ATOM),
                           *[(value, _TEST) for value in (*args, *kwargs.values())])

    def __iter__(self):
        yield self.__make(_TEST, "*{}", (self, _OR))

    def _binary(op, prec, swap=False):
        format = f"{{}} {op} {{}}"
        if swap:
            return lambda self, other: self.__make(prec, format, (other, prec), (self, prec + 1))
        return lambda self, other: self.__make(prec, format, (self, prec), (other, prec + 1))

    def _unary(op):
        return lambda self: self.__make(_UNARY, op + "{}", (self, _UNARY))

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
        return self.__make(11, "{} ** {}", (self, 12), (other, 11))

    def __rpow__(self, other):
        return self.__make(11, "{} ** {}", (other, 12), (self, 11))

    del _binary, _unary, _name, _op, _p


_TEST, _OR, _UNARY, _ATOM = 1, 4, 10, 20


_Template = type(t"")


class _Subscript:
    """Marks the operand of a subscript."""

    def __init__(self, value):
        self.value = value


def _template_text(template):
    """The source text of a template, a call of its type where a literal cannot be."""
    import ast
    parts = []
    try:
        for part in template:
            if isinstance(part, str):
                parts.append(ast.Constant(part))
                continue
            parts.append(ast.Interpolation(
                ast.parse(f"({part.expression})", mode="eval").body if part.expression.strip() else None,
                part.expression, ord(part.conversion) if part.conversion else -1,
                ast.Constant(part.format_spec) if part.format_spec else None))
            if parts[-1].value is None:
                raise SyntaxError
    except SyntaxError:
        args = [repr(p) if isinstance(p, str) else
                f"Interpolation({p.value!r}, {p.expression!r}, {p.conversion!r}, {p.format_spec!r})" for p in template]
        return f"Template({', '.join(args)})"
    return ast.unparse(ast.TemplateStr(values=parts))


class _StringifierDict(dict):
    """Globals in which unknown names exist."""

    def __init__(self, namespace, *, globals=None, owner=None, is_class=False, format):
        super().__init__(namespace)
        self.globals = globals
        self.owner = owner
        self.is_class = is_class
        self.stringifiers = []
        self.format = format
        self.names = 0

    def __missing__(self, key):
        return _Stringifier(key, _ATOM, self)

    def unique_name(self):
        self.names += 1
        return f"__annotationlib_name_{self.names}__"

    def transmogrify(self, cells):
        """Make references of what stood for unknown objects."""
        for s in self.stringifiers:
            s.__class__ = ForwardRef
            s.__ast_node__ = s.__stringifier_dict__ = None
            if s.__cell__ is None:
                s.__cell__ = cells


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
        try:
            annotate(Format.VALUE_WITH_FAKE_GLOBALS)
        except NotImplementedError:
            return annotations_to_string(annotate(Format.VALUE))
        except Exception:
            pass
        annos, _ = _call_with_fakes(annotate, _StringifierDict({}, format=format), False)
        if _is_evaluate:
            return _text(annos)
        return {k: _text(v) for k, v in annos.items()}
    if format == Format.FORWARDREF:
        known = {**annotate.__builtins__, **annotate.__globals__}
        for names in (known, {}):
            namespace = _StringifierDict(names, globals=annotate.__globals__, owner=owner,
                                         is_class=isinstance(owner, type), format=format)
            try:
                result, cells = _call_with_fakes(annotate, namespace, names is known)
            except NotImplementedError:
                return annotate(Format.VALUE)
            except Exception:
                # Something known was misused: make a reference of the whole
                # text and see how much of it can be evaluated.
                if names is known:
                    continue
                raise
            namespace.transmogrify(cells)
            break
        evaluate = lambda x: x.evaluate(format=format) if names is not known and isinstance(x, ForwardRef) else x
        if _is_evaluate:
            return evaluate(result)
        return {k: evaluate(v) for k, v in result.items()}
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _text(value):
    if value is ...:
        return "..."
    if isinstance(value, _Template):
        return _template_text(value)
    return value if isinstance(value, str) else repr(value)


def _call_with_fakes(func, namespace, evaluate):
    """Call func with other globals and stand-ins in its cells: all, or those that are empty.

    The result and the cells that func has by name.
    """
    cells = closure = None
    if func.__closure__:
        cells = dict(zip(func.__code__.co_freevars, func.__closure__, strict=True))
        closure = tuple([_fake_cell(name, cell, namespace, evaluate) for name, cell in cells.items()])
    fake = types.FunctionType(func.__code__, namespace, closure=closure, argdefs=func.__defaults__,
                              kwdefaults=func.__kwdefaults__)
    return fake(Format.VALUE_WITH_FAKE_GLOBALS), cells


def _fake_cell(name, cell, namespace, evaluate):
    if evaluate:
        try:
            cell.cell_contents
        except ValueError:
            pass
        else:
            return cell
    if name == "__classdict__":
        return types.CellType({})
    return types.CellType(_Stringifier(name, _ATOM, namespace, cell))


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
            if ann is None:
                ann = _get_and_call_annotate(obj, format)
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
    seen = set()
    while unwrap is not None and id(unwrap) not in seen:
        seen.add(id(unwrap))
        obj_globals = getattr(unwrap, "__globals__", obj_globals)
        functools = sys.modules.get("functools")
        if hasattr(unwrap, "__wrapped__"):
            unwrap = unwrap.__wrapped__
        elif functools and isinstance(unwrap, functools.partial):
            unwrap = unwrap.func
        else:
            break
    if globals is None:
        globals = obj_globals
    if locals is None:
        locals = obj_locals
    locals = {} if locals is None else dict(locals)
    for param in getattr(obj, "__type_params__", ()) or ():
        locals.setdefault(param.__name__, param)
    return {k: eval(_unstar(v), globals, locals) if isinstance(v, str) else v for k, v in ann.items()}


def type_repr(value):
    """The text of a type or other annotation, as source code would have it."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        module = value.__module__
        if module is None:
            owner = getattr(value, "__self__", None)
            if owner is not None:
                module = (owner if isinstance(owner, type) else type(owner)).__module__
        if module is None or module == "builtins":
            return value.__qualname__
        return f"{module}.{value.__qualname__}"
    if isinstance(value, _Template):
        return _template_text(value)
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
            return None
    else:
        ann = getattr(obj, "__annotations__", None)
        if ann is None:
            return None
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return ann
