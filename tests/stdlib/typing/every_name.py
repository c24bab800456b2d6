import typing as T, collections.abc, sys
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
V = T.TypeVar("V"); P = T.ParamSpec("P"); Ts = T.TypeVarTuple("Ts")
for n in "AbstractSet AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString ChainMap Collection Container ContextManager Coroutine Counter DefaultDict Deque Dict FrozenSet Generator Hashable ItemsView Iterable Iterator KeysView List Mapping MappingView MutableMapping MutableSequence MutableSet OrderedDict Reversible Sequence Set Sized Tuple Type ValuesView Callable Match Pattern".split():
    try:
        a = getattr(T, n)
    except Exception as e:
        print(n, type(e).__name__); continue
    print(n, repr(a), getattr(a, "__origin__", None), attempt(lambda: a[int]), attempt(lambda: a[int, str]), attempt(lambda: a[int, str, bytes]), attempt(a), T.get_origin(a), attempt(lambda: T.get_args(a[int])))
for n in "Any AnyStr Annotated ClassVar Concatenate Final Literal LiteralString Never NoReturn NotRequired Optional ReadOnly Required Self TypeAlias TypeGuard TypeIs Union Unpack".split():
    a = getattr(T, n)
    print(n, repr(a), attempt(lambda: a[int]), attempt(lambda: a[int, "x"]), attempt(a), attempt(lambda: isinstance(1, a)), attempt(lambda: type("X", (a,), {}).__name__))
for n in "SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound".split():
    c = getattr(T, n)
    print(n, [isinstance(x, c) for x in (1, 1.5, 1j, "s", b"", None)], T.is_protocol(c), T.get_protocol_members(c))
print(T.Text is str, T.IO[str], T.TextIO, T.BinaryIO, T.TYPE_CHECKING, T.ForwardRef("X"), T.ForwardRef("X") == T.ForwardRef("X"), attempt(T.ForwardRef, "a b"))
print(V, P, Ts, P.args, P.kwargs, isinstance(P.args, T.ParamSpecArgs), isinstance(P.kwargs, T.ParamSpecKwargs), P.args.__origin__ is P, T.Unpack[Ts], T.Callable[P, V], T.Callable[T.Concatenate[int, P], V], T.Callable[..., int], T.Callable[[int, str], None], T.Tuple[int, ...], T.Tuple[()], T.Tuple[T.Unpack[Ts]])
print(T.Annotated[int, "m", 3], T.Annotated[int, "m"].__metadata__, T.get_origin(T.Annotated[int, 1]), T.get_args(T.Annotated[int, 1]), T.Annotated[T.Annotated[int, 1], 2], T.Literal[1, "a", True, None], T.Literal[1, 1], T.Literal[T.Literal[2], 3], T.Union[int, str, int], T.Union[int], T.Optional[int], T.get_args(T.Union[int, None]), T.Final[int], T.ClassVar[int], T.Required, T.NotRequired)
class Pt(T.NamedTuple):
    "doc"
    x: int
    y: str = "d"
    def m(self): return self.x
print(Pt(1), Pt(1).m(), Pt._fields, Pt._field_defaults, Pt.__annotations__, Pt.__orig_bases__[0].__name__, T.NamedTuple("Q", [("a", int)])(5), attempt(lambda: type("Z", (T.NamedTuple, int), {})), attempt(Pt))
class TD(T.TypedDict, total=False):
    a: T.Required[int]
    b: T.NotRequired[str]
    c: T.ReadOnly[int]
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__readonly_keys__, TD.__mutable_keys__, T.is_typeddict(TD), T.is_typeddict(dict), T.TypedDict("E", {"k": int}).__annotations__, attempt(isinstance, {}, TD), TD.__annotations__)
@T.runtime_checkable
class Pr(T.Protocol):
    attr: int
    def meth(self): ...
class Im:
    attr = 1
    def meth(self): pass
class NR(T.Protocol):
    def meth(self): ...
print(isinstance(Im(), Pr), isinstance(1, Pr), attempt(Pr), T.is_protocol(Pr), T.is_protocol(Im), sorted(T.get_protocol_members(Pr)), attempt(isinstance, 1, NR), attempt(issubclass, Im, Pr), attempt(T.get_protocol_members, int))
@T.overload
def ov(x: int) -> int: ...
@T.overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(3), len(T.get_overloads(ov)), T.clear_overloads(), T.get_overloads(ov), attempt(T.overload(ov)))
@T.final
class Fi:
    @T.override
    def o(self): pass
    @T.final
    def f(self): pass
print(Fi.__final__, Fi.f.__final__, Fi.o.__override__, T.cast(int, "x"), T.cast("list", 5), T.assert_type(3, int), attempt(T.assert_never, 5))
sys.stderr = sys.stdout
print(T.reveal_type(5))
@T.no_type_check
def ntc(x: "nope"): pass
print(ntc.__no_type_check__, T.get_type_hints(ntc), attempt(lambda: T.no_type_check_decorator)[:9])
@T.dataclass_transform(kw_only_default=True)
def dt(c): return c
print(dt.__dataclass_transform__)
class H:
    a: "int"
    b: T.Optional["H"] = None
    c: T.Annotated[int, "x"]
    d: T.ClassVar[str]
    def f(self, x: "H", y: T.List["int"] = None) -> "str": ...
print(T.get_type_hints(H), T.get_type_hints(H, include_extras=True), T.get_type_hints(H.f), T.get_type_hints(sys), attempt(T.get_type_hints, 5))
class G(T.Generic[V]):
    def g(self) -> V: ...
print(G[int], G[int].__args__, G[int]() is not None, G.__parameters__, G[V][str], attempt(lambda: G[int, str]), attempt(T.Generic)[:15], attempt(lambda: T.Generic[int]), G[int] == G[int], hash(G[int]) == hash(G[int]), T.get_origin(G[int]), G.__orig_bases__)
UserId = T.NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__, attempt(lambda: type("X", (UserId,), {})))
type Al[K] = list[K]
print(Al, Al[int], Al.__value__, Al.__type_params__, isinstance(Al, T.TypeAliasType), T.TypeAliasType("M", int).__value__, T.evaluate_forward_ref(T.ForwardRef("int")), attempt(T.evaluate_forward_ref, T.ForwardRef("nope")))
print(attempt(lambda: T.nope), attempt(T.TypeVar, 5), attempt(T.TypeVar, "X", int), T.TypeVar("X", bound=int).__bound__, T.TypeVar("X", int, str).__constraints__, T.TypeVar("X", covariant=True), T.TypeVar("X", contravariant=True), attempt(T.TypeVar, "X", covariant=True, contravariant=True), T.TypeVar("D", default=int).__default__, V.__default__, T.NoDefault)
