# The part of inspect that deals with signatures of callables.

import collections
import enum
import functools
import keyword
import sys
import types
from annotationlib import Format, get_annotations


class _void:
    __module__ = "inspect"


class _empty:
    """Marks the absence of a default or annotation."""
    __module__ = "inspect"


def unwrap(func, *, stop=None):
    """Follow __wrapped__ to the innermost function."""
    f = func
    memo = {id(f): f}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in memo or len(memo) >= limit:
            raise ValueError("wrapper loop when unwrapping {!r}".format(f))
        memo[id(func)] = func
    return func


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """The text of an annotation."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda match: match[0].removeprefix("typing."), repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if type(annotation).__name__ == "ForwardRef":
        return annotation.__forward_arg__
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    """A formatannotation() that leaves out the module of object."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class _ParameterKind(enum.IntEnum):
    __module__ = "inspect"
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


class Parameter:
    """A parameter of a callable."""

    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, "
                                 f"not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        elif name == ".format":
            name = "format"
        if keyword.iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A copy with other attributes."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            annotation = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text}: {annotation}"
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    __replace__ = replace

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Arguments laid out on the parameters of a signature."""

    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started:
                continue
            if name in self.arguments:
                if param.kind == _VAR_KEYWORD:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Put defaults where arguments are missing."""
        arguments = []
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                val = self.arguments[name]
            elif param.default is not _empty:
                val = param.default
            elif param.kind is _VAR_POSITIONAL:
                val = ()
            elif param.kind is _VAR_KEYWORD:
                val = {}
            else:
                continue
            arguments.append((name, val))
        self.arguments = dict(arguments)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable and what it returns."""

    __module__ = "inspect"
    __slots__ = ("_return_annotation", "_parameters")
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = {}
        if parameters is not None:
            if __validate_parameters__:
                params = self._validated(parameters)
            else:
                params = {p.name: p for p in parameters}
        self._parameters = types.MappingProxyType(collections.OrderedDict(params))
        self._return_annotation = return_annotation

    @staticmethod
    def _validated(parameters):
        params = {}
        top_kind = _POSITIONAL_ONLY
        seen_default = False
        seen_var = set()
        for param in parameters:
            kind, name = param.kind, param.name
            if kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                if kind in seen_var:
                    raise ValueError(f"more than one {kind.description} parameter")
                seen_var.add(kind)
            if kind < top_kind:
                raise ValueError(f"wrong parameter order: {top_kind.description} parameter before "
                                 f"{kind.description} parameter")
            top_kind = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if name in params:
                raise ValueError(f"duplicate parameter name: {name!r}")
            params[name] = param
        return params

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                      annotation_format=Format.VALUE):
        """The signature of a callable."""
        return _signature_from_callable(obj, sigcls=cls, follow_wrapper_chains=follow_wrapped, globals=globals,
                                        locals=locals, eval_str=eval_str, annotation_format=annotation_format)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A copy with other parameters or another return annotation."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void
                          else return_annotation)

    __replace__ = replace

    def _hash_basis(self):
        params = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        kwo_params = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return params, kwo_params, self.return_annotation

    def __hash__(self):
        params, kwo_params, return_annotation = self._hash_basis()
        return hash((params, frozenset(kwo_params.values()), return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = iter(self.parameters.values())
        parameters_ex = ()
        arg_vals = iter(args)
        pos_only_in_kwargs = []
        while True:
            try:
                arg_val = next(arg_vals)
            except StopIteration:
                param = next(parameters, None)
                if param is None or param.kind == _VAR_POSITIONAL:
                    break
                if param.name in kwargs and param.kind == _POSITIONAL_ONLY:
                    if param.default is _empty:
                        raise TypeError(f"missing a required positional-only argument: {param.name!r}") from None
                    pos_only_in_kwargs.append(param)
                    continue
                if not (partial or param.name in kwargs or param.kind == _VAR_KEYWORD or param.default is not _empty):
                    what = " keyword-only" if param.kind == _KEYWORD_ONLY else ""
                    raise TypeError(f"missing a required{what} argument: {param.name!r}") from None
                parameters_ex = (param,)
                break
            param = next(parameters, None)
            if param is None or param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = (arg_val, *arg_vals)
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}")
            arguments[param.name] = arg_val
        kwargs_param = None
        for param in (*parameters_ex, *parameters):
            if param.kind == _VAR_KEYWORD:
                kwargs_param = param
            elif param.kind == _VAR_POSITIONAL:
                pass
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif not partial and param.default is _empty:
                raise TypeError(f"missing a required argument: {param.name!r}")
        if kwargs:
            if kwargs_param is not None:
                arguments[kwargs_param.name] = kwargs
            elif pos_only_in_kwargs:
                raise TypeError("got some positional-only arguments passed as keyword arguments: "
                                f"{', '.join(p.name for p in pos_only_in_kwargs)!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Lay out arguments; TypeError if they do not fit."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """bind() that lets required arguments be missing."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The text of the signature, one parameter per line if it is longer than max_width."""
        result = []
        render_pos_only_separator = False
        render_kw_only_separator = True
        for param in self.parameters.values():
            formatted = param._format(quote_annotation_strings=quote_annotation_strings)
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                render_pos_only_separator = True
            elif render_pos_only_separator:
                result.append("/")
                render_pos_only_separator = False
            if kind == _VAR_POSITIONAL:
                render_kw_only_separator = False
            elif kind == _KEYWORD_ONLY and render_kw_only_separator:
                result.append("*")
                render_kw_only_separator = False
            result.append(formatted)
        if render_pos_only_separator:
            result.append("/")
        rendered = "({})".format(", ".join(result))
        if max_width is not None and len(rendered) > max_width:
            rendered = "(\n    {}\n)".format(",\n    ".join(result))
        if self.return_annotation is not _empty:
            annotation = formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)
            rendered += f" -> {annotation}"
        return rendered


# Where signatures come from

def _is_builtin(obj):
    return isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                            types.MethodWrapperType, types.ClassMethodDescriptorType)) or obj is type or obj is object


def _is_functionlike(obj):
    if not callable(obj) or isinstance(obj, type):
        return False
    name = getattr(obj, "__name__", None)
    code = getattr(obj, "__code__", None)
    defaults = getattr(obj, "__defaults__", _void)
    kwdefaults = getattr(obj, "__kwdefaults__", _void)
    return (isinstance(code, types.CodeType) and isinstance(name, str)
            and (defaults is None or isinstance(defaults, tuple))
            and (kwdefaults is None or isinstance(kwdefaults, dict)))


def _bound_method(sig):
    """The signature without its first parameter."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    elif params[0].kind is not _VAR_POSITIONAL:
        raise ValueError("invalid argument type")
    return sig.replace(parameters=params)


def _signature_from_function(cls, func, skip_bound_arg=True, globals=None, locals=None, eval_str=False,
                             *, annotation_format=Format.VALUE):
    is_duck_function = False
    if not isinstance(func, types.FunctionType):
        if not _is_functionlike(func):
            raise TypeError(f"{func!r} is not a Python function")
        is_duck_function = True
    if text := getattr(func, "__text_signature__", None):
        return _signature_fromstr(cls, func, text, skip_bound_arg)
    code = func.__code__
    pos_count = code.co_argcount
    names = code.co_varnames
    posonly_count = code.co_posonlyargcount
    keyword_only_count = code.co_kwonlyargcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str, format=annotation_format)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    first_default = pos_count - len(defaults)
    make = cls._parameter_cls
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(make(name, kind, annotation=annotations.get(name, _empty), default=default))

    for i, name in enumerate(names[:pos_count]):
        add(name, _POSITIONAL_ONLY if i < posonly_count else _POSITIONAL_OR_KEYWORD,
            defaults[i - first_default] if i >= first_default else _empty)
    index = pos_count + keyword_only_count
    if code.co_flags & 0x4:
        add(names[index], _VAR_POSITIONAL)
        index += 1
    for name in names[pos_count:pos_count + keyword_only_count]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & 0x8:
        add(names[index], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty),
               __validate_parameters__=is_duck_function)


# The types of the defaults that the text of a signature can name.
_LITERALS = {int, float, complex, bool, str, bytes, tuple, list, dict, set, type(None), type(...)}


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    """The signature that the text s of a built-in describes."""
    bound = None
    text = s.strip()
    if text.startswith("($"):
        end = min((i for i in (text.find(","), text.find(")")) if i >= 0))
        bound = text[2:end].strip()
        text = "(" + bound + text[end:]
    module = sys.modules.get(getattr(obj, "__module__", None) or "")
    namespace = dict(vars(module)) if module is not None else {}
    try:
        code = compile(f"def foo{text}: pass", "<signature>", "exec")
        try:
            exec(code, namespace)
        except NameError as e:
            namespace.update(sys.modules)
            exec(code, namespace)
    except (SyntaxError, NameError, AttributeError):
        raise ValueError(f"{obj!r} builtin has invalid signature") from None
    sig = _signature_from_function(cls, namespace["foo"])
    for param in sig.parameters.values():
        if param.default is not _empty and type(param.default) not in _LITERALS:
            raise ValueError(f"{obj!r} builtin has invalid signature")
    if bound is not None:
        params = list(sig.parameters.values())
        this = getattr(obj, "__self__", None)
        if bound == "module" or skip_bound_arg and this is not None and not isinstance(this, types.ModuleType):
            params.pop(0)
        elif skip_bound_arg and isinstance(obj, type):
            params.pop(0)
        else:
            params[0] = params[0].replace(kind=_POSITIONAL_ONLY)
        sig = sig.replace(parameters=params)
    return sig


def _signature_from_builtin(cls, func, skip_bound_arg=True):
    s = getattr(func, "__text_signature__", None)
    if not s or func is type:
        raise ValueError(f"no signature found for builtin {func!r}")
    return _signature_fromstr(cls, func, s, skip_bound_arg)


def _signature_get_partial(wrapped_sig, partial, extra_args=()):
    """The signature of a functools.partial of something with wrapped_sig."""
    params = dict(wrapped_sig.parameters.items())
    args = (partial.args or ())
    keywords = partial.keywords or {}
    if extra_args:
        args = extra_args + args
    try:
        ba = wrapped_sig.bind_partial(*args, **keywords)
    except TypeError as ex:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from ex
    new_params = {}
    transform_to_kwonly = False
    for name, param in params.items():
        if name in ba.arguments:
            value = ba.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                if value is functools.Placeholder:
                    new_params[name] = param.replace(default=_empty)
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in keywords:
                    transform_to_kwonly = True
                    new_params[name] = param.replace(default=value, kind=_KEYWORD_ONLY)
                elif value is functools.Placeholder:
                    new_params[name] = param.replace(kind=_POSITIONAL_ONLY, default=_empty)
                continue
            if param.kind is _KEYWORD_ONLY:
                new_params[name] = param.replace(default=value)
                continue
        if transform_to_kwonly:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            elif param.kind is _VAR_POSITIONAL:
                continue
        new_params[name] = param
    ordered = sorted(new_params.values(), key=lambda p: p.kind)
    return wrapped_sig.replace(parameters=ordered)


def _method_of(cls, name, owner):
    """The attribute name of a class as an instance has it, if Python code defined it."""
    for base in cls.__mro__:
        if name in base.__dict__:
            method = base.__dict__[name] if name != "__new__" else getattr(cls, name, None)
            if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
                                   types.BuiltinFunctionType)):
                return None
            if name == "__new__":
                return method
            return _bound(method, owner, owner.__class__ if owner is not cls else cls)
    return None


def _bound(descriptor, owner, cls):
    if isinstance(descriptor, type) or (get := getattr(type(descriptor), "__get__", None)) is None:
        return descriptor
    return get(descriptor, owner, cls)


def _signature_of_class(obj, recurse, sigcls, skip_bound_arg):
    call = _method_of(type(obj), "__call__", obj)
    if call is not None:
        return recurse(call)
    new = _method_of(obj, "__new__", obj)
    init = _method_of(obj, "__init__", obj)
    for base in obj.__mro__:
        if new is not None and "__new__" in base.__dict__:
            sig = recurse(new)
            return _bound_method(sig) if skip_bound_arg else sig
        if init is not None and "__init__" in base.__dict__:
            return recurse(init)
    for base in obj.__mro__[:-1]:
        text_sig = None if base.__flags__ & (1 << 9) or base is type else base.__text_signature__
        if isinstance(text_sig, str) and text_sig:
            return _signature_fromstr(sigcls, base, text_sig)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return sigcls()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _signature_from_callable(obj, *, follow_wrapper_chains=True, skip_bound_arg=True, globals=None, locals=None,
                             eval_str=False, sigcls, annotation_format=Format.VALUE):
    def recurse(x):
        return _signature_from_callable(x, follow_wrapper_chains=follow_wrapper_chains,
                                        skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,
                                        eval_str=eval_str, sigcls=sigcls, annotation_format=annotation_format)

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        sig = recurse(obj.__func__)
        return _bound_method(sig) if skip_bound_arg else sig
    if follow_wrapper_chains:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return recurse(obj)
    try:
        sig = obj.__signature__
    except AttributeError:
        pass
    else:
        if sig is not None:
            if isinstance(sig, str):
                return _signature_fromstr(sigcls, obj, sig)
            if callable(sig) and not isinstance(sig, Signature):
                sig = sig()
            if not isinstance(sig, Signature):
                raise TypeError(f"unexpected object {sig!r} in __signature__ attribute")
            return sig
    partialmethod = getattr(obj, "__partialmethod__", None)
    if isinstance(partialmethod, functools.partialmethod):
        wrapped_sig = recurse(partialmethod.func)
        sig = _signature_get_partial(wrapped_sig, partialmethod, (None,))
        first = tuple(wrapped_sig.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return sig
        if functools.Placeholder in partialmethod.args:
            first = first.replace(kind=_POSITIONAL_ONLY)
        sig_params = tuple(sig.parameters.values())
        return sig.replace(parameters=(first,) + tuple(p for p in sig_params if p.name != first.name))
    if isinstance(obj, functools.partial):
        return _signature_get_partial(recurse(obj.func), obj)
    if isinstance(obj, types.FunctionType) or _is_functionlike(obj):
        return _signature_from_function(sigcls, obj, skip_bound_arg=skip_bound_arg, globals=globals, locals=locals,
                                        eval_str=eval_str, annotation_format=annotation_format)
    if isinstance(obj, type) and obj is not object and obj is not type:
        return _signature_of_class(obj, recurse, sigcls, skip_bound_arg)
    if obj is object:
        return sigcls()
    if _is_builtin(obj):
        return _signature_from_builtin(sigcls, obj, skip_bound_arg=skip_bound_arg)
    for base in type(obj).__mro__:
        if "__call__" in base.__dict__:
            text_sig = getattr(obj, "__text_signature__", None)
            if isinstance(text_sig, str) and text_sig:
                return _signature_fromstr(sigcls, obj, text_sig)
            return recurse(_bound(base.__dict__["__call__"], obj, type(obj)))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=Format.VALUE):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str, annotation_format=annotation_format)
