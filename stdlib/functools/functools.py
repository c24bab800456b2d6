from abc import get_cache_token

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES",
           "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
           "partial", "partialmethod", "singledispatch", "singledispatchmethod",
           "cached_property", "Placeholder"]

GenericAlias = type(list[int])
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make wrapper look like the function it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper() to the decorated function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _derived(name, root, answer):
    # A comparison made of the one the class has. answer(r, self, other) gives
    # the result from that of root.
    def compare(self, other):
        r = getattr(type(self), root)(self, other)
        return r if r is NotImplemented else answer(r, self, other)
    compare.__name__ = name
    compare.__qualname__ = name
    compare.__doc__ = getattr(object, name).__doc__
    return compare


_same = lambda r, a, b: not r
_and_ne = lambda r, a, b: r and a != b
_or_eq = lambda r, a, b: r or a == b
_not_and_ne = lambda r, a, b: not r and a != b
_not_or_eq = lambda r, a, b: not r or a == b

_orderings = {
    "__lt__": (("__gt__", _not_and_ne), ("__le__", _or_eq), ("__ge__", _same)),
    "__le__": (("__ge__", _not_or_eq), ("__lt__", _and_ne), ("__gt__", _same)),
    "__gt__": (("__lt__", _not_and_ne), ("__ge__", _or_eq), ("__le__", _same)),
    "__ge__": (("__le__", _not_or_eq), ("__gt__", _and_ne), ("__lt__", _same)),
}


def total_ordering(cls):
    """Give a class with __eq__ and one ordering the other orderings."""
    roots = {op for op in _orderings if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, answer in _orderings[root]:
        if name not in roots:
            f = _derived(name, root, answer)
            setattr(cls, name, f)
    return cls


class partialmethod:
    """partial() for methods."""

    __slots__ = ("func", "args", "keywords", "wrapper", "__isabstractmethod__", "__dict__", "__weakref__")

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            p = partial(partial(_Carrier(func.func), *func.args, **func.keywords), *args, **keywords)
            self.func, self.args, self.keywords = func.func, p.args, p.keywords
        else:
            if not callable(func) and not hasattr(func, "__get__"):
                raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
            p = partial(_Carrier(func), *args, **keywords)
            self.func, self.args, self.keywords = func, p.args, p.keywords
        self.__isabstractmethod__ = getattr(func, "__isabstractmethod__", False)

    def __repr__(self):
        cls = type(self)
        shown = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(shown)})"

    def _make_unbound_method(self):
        call = partial(self.func, *((Placeholder,) + self.args if self.args else ()), **self.keywords)

        def _method(cls_or_self, /, *args, **keywords):
            return call(cls_or_self, *args, **keywords)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    __class_getitem__ = classmethod(GenericAlias)


class _Carrier:
    # Stands for a func that need not be callable.
    def __init__(self, func):
        self.func = func

    def __call__(self):
        raise TypeError


_CacheInfo = None


def _cache_info(*fields):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo(*fields)


def lru_cache(maxsize=128, typed=False):
    """A decorator that remembers the results of the last maxsize different calls."""
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda user_function: _cached(user_function, maxsize, typed)


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """A decorator that remembers the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


def _find_impl(cls, registry):
    # The registered class that fits cls best: along its MRO, where an abstract
    # class comes right after the class that implements it first.
    mro = cls.__mro__
    virtual = [c for c in registry
               if c not in mro and hasattr(c, "__mro__") and not isinstance(c, GenericAlias) and issubclass(cls, c)]
    for c in mro:
        if c in registry:
            return registry[c]
        news = [v for v in virtual if issubclass(c, v) and not any(issubclass(b, v) for b in c.__bases__)]
        best = [v for v in news if not any(w is not v and issubclass(w, v) for w in news)]
        if len(best) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
        if best:
            return registry[best[0]]
    return None


def _union_args(cls):
    # The members of a union, () for anything else.
    origin = getattr(cls, "__origin__", None)
    if type(cls) is type(int | str) or getattr(origin, "__name__", None) == "Union":
        return cls.__args__
    return ()


def _is_dispatch_type(cls):
    if isinstance(cls, type) and not isinstance(cls, GenericAlias):
        return True
    args = _union_args(cls)
    return bool(args) and all(isinstance(a, type) and not isinstance(a, GenericAlias) for a in args)


def singledispatch(func):
    """Make func a generic function, chosen by the type of its first argument."""
    from types import MappingProxyType
    from weakref import WeakKeyDictionary
    registry = {}
    dispatch_cache = WeakKeyDictionary()
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                dispatch_cache.clear()
                token = now
        try:
            return dispatch_cache[cls]
        except KeyError:
            impl = registry[cls] if cls in registry else _find_impl(cls, registry)
            dispatch_cache[cls] = impl
            return impl

    def register(cls, func=None):
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            ann = getattr(cls, "__annotate__", None)
            if ann is None and not getattr(cls, "__annotations__", None):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                    f"or plain `@register` on an annotated function.")
            func = cls
            try:
                from typing import get_type_hints
            except ImportError:
                def get_type_hints(f):
                    return f.__annotations__
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatch_type(cls):
                if _union_args(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for c in _union_args(cls) or (cls,):
            registry[c] = func
            if token is None and hasattr(c, "__abstractmethods__"):
                token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch() for methods: chosen by the argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        name = getattr(self.func, "__qualname__", None) or getattr(self.func, "__name__", "?")
        return f"<single dispatch method descriptor {name}>"
