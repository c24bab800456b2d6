# Every class keeps a registry of virtual subclasses and two caches of answers.
# A registration anywhere makes the negative caches stale.
_tokens = [0]


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstract_names(cls):
    names = {n for n, v in cls.__dict__.items() if getattr(v, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for n in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, n, None), "__isabstractmethod__", False):
                names.add(n)
    return frozenset(names)


class _State:
    __slots__ = ("registry", "yes", "no", "token")

    def __init__(self):
        self.registry = set()
        self.yes = set()
        self.no = set()
        self.token = _tokens[0]


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_impl = _State()
        return cls

    def register(cls, subclass):
        """Make subclass a virtual subclass of cls."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.add(subclass)
        _tokens[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = instance.__class__
        if kind in cls._abc_impl.yes:
            return True
        real = type(instance)
        if real is kind:
            return cls.__subclasscheck__(kind)
        return cls.__subclasscheck__(kind) or cls.__subclasscheck__(real)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        state = cls._abc_impl
        if subclass in state.yes:
            return True
        if state.token < _tokens[0]:
            state.no = set()
            state.token = _tokens[0]
        elif subclass in state.no:
            return False
        answer = _ask(cls, subclass, state)
        (state.yes if answer else state.no).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"_abc_registry: {cls._abc_impl.registry!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()


def _ask(cls, subclass, state):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for c in list(state.registry):
        if issubclass(subclass, c):
            return True
    for c in type.__subclasses__(cls):
        if issubclass(subclass, c):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """A class to derive abstract base classes from."""

    __slots__ = ()


def get_cache_token():
    return _tokens[0]


def update_abstractmethods(cls):
    """Compute the abstract methods of cls again, after it was changed."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls
