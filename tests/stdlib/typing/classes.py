import sys
import types
import typing
from typing import *
from annotationlib import Format, get_annotations, ForwardRef


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
        return r
    except Exception as e:
        print(type(e).__name__, e)


T, S = TypeVar("T"), TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


# generics
class G(Generic[T]):
    attr: T
    def m(self, x: T) -> T: return x
class H(G[int]): pass
class I(G[S], Generic[S, T]): pass
class V(Generic[T, *Ts]): pass
class Z(Generic[P]): pass
class N[A, B: int = bool, *C, **D]: pass if False else None
class DD(Generic[T, S]): pass
for c in (G, H, I, V, Z, N, DD):
    print(c, c.__parameters__, c.__mro__, getattr(c, "__orig_bases__", None), c.__type_params__)
print(G[int], G[int].__args__, G[T], I[int, str], V[int, str, float], V[int], Z[[int, str]], Z[int, str], Z[...], N[int], DD[int, S][str])
print(G[int]().__orig_class__, G[int].__origin__, G[int].attr if hasattr(G[int], "attr") else "noattr", G[int].m)
g = G[int]
g.setthrough = 5
print(G.setthrough, g == G[int], g is G[int], hash(g) == hash(G[int]), g != G[str])
show(lambda: G[int, str])
show(lambda: DD[int])
show(lambda: H[int])
show(lambda: G[int][str])
show(lambda: V[()])
show(lambda: G[()])
show(lambda: Generic[int])
show(lambda: Generic[T, T])
show(lambda: isinstance(G(), G[int]))
def bad1():
    class B1(Generic): pass
def bad2():
    class B2(Generic[T], Generic[S]): pass
def bad3():
    class B3(G[S], Generic[T]): pass
def bad4():
    class B4(Generic[T, TypeVar("Df", default=int), S]): pass
def bad5():
    class B5[T](Generic[S]): pass
for b in (bad1, bad2, bad3, bad4, bad5):
    show(b)
class Sub(G[T], Dict[str, T]): pass
print(Sub.__mro__, Sub.__parameters__)
class NoSuper(Generic[T]):
    def __init_subclass__(cls): pass
class NS2(NoSuper[int]): pass
show(lambda: NS2[int])
class Dflt(Generic[T, TypeVar("Q", default=list[int])]): pass if False else None
Q = TypeVar("Q", default=str)
class Df(Generic[T, Q]): pass
print(Df[int], Df[int].__args__, Df[int, float])
show(lambda: Df[()])
show(lambda: Df[1, 2, 3])


# protocols
class Proto(Protocol):
    x: int
    def meth(self) -> str: ...
@runtime_checkable
class RP(Protocol):
    def meth(self): ...
@runtime_checkable
class RD(Protocol):
    x: int
class GP(Protocol[T]):
    def get(self) -> T: ...
class NP[T2](Protocol):
    def get(self) -> T2: ...
class Impl:
    x = 1
    def meth(self): pass
class Explicit(Proto):
    x = 3
class Half:
    meth = None
class ExplInit(RP):
    def __init__(self, a): self.a = a
print(isinstance(Impl(), RP), isinstance(3, RP), issubclass(Impl, RP), issubclass(int, RP), isinstance(Impl(), RD), isinstance(Half(), RP), isinstance(3, RD))
show(isinstance, 3, Proto)
show(issubclass, int, Proto)
show(issubclass, int, RD)
show(issubclass, 3, RD)
show(issubclass, 3, RP)
show(Proto)
show(RP)
print(Explicit().meth(), ExplInit(4).a, isinstance(Explicit(), Proto) if 0 else "", issubclass(Explicit, Proto) if 0 else "")
print(GP[int], GP.__parameters__, GP[int].__origin__, NP.__mro__, NP[str], Proto.__protocol_attrs__ == {"x", "meth"}, RD.__non_callable_proto_members__)
print(is_protocol(Proto), is_protocol(int), is_protocol(Explicit), is_protocol(Protocol), is_protocol(3), get_protocol_members(Proto) == {"x", "meth"})
show(get_protocol_members, int)
show(get_protocol_members, Explicit)
show(runtime_checkable, int)
show(runtime_checkable, Explicit)
def bp1():
    class X(Protocol, int): pass
def bp2():
    class X(Explicit, Protocol): pass
show(bp1)
show(bp2)
class MergedProto(RP, Sized, Protocol): pass
print(MergedProto.__mro__, sorted(get_protocol_members(MergedProto)))
for p, o in ((SupportsInt, 3), (SupportsInt, "x"), (SupportsFloat, 3), (SupportsAbs, 3), (SupportsAbs, "x"), (SupportsRound, 3.5), (SupportsBytes, b""), (SupportsIndex, 3),
             (SupportsIndex, 3.5), (SupportsComplex, 1j)):
    print(p.__name__, o, isinstance(o, p), issubclass(type(o), p), sorted(get_protocol_members(p)))
print(SupportsAbs[int], SupportsRound[str])


# NamedTuple
class Emp(NamedTuple):
    """Doc."""
    name: str
    id: int = 3
    boss: "Emp | None" = None
    def hello(self): return "hi " + self.name
    @property
    def up(self): return self.name.upper()
    CONST: ClassVar[int] = 5 if 0 else 5
e = Emp("bob")
print(e, e.hello(), e.up, e.id, Emp._fields, Emp._field_defaults, Emp.__doc__, Emp.__mro__, Emp.__bases__, Emp.__orig_bases__, e._replace(id=9), e._asdict())
print(Emp.__annotations__, get_annotations(Emp, format=Format.STRING), Emp.__module__, Emp.__qualname__, Emp.__match_args__)
E2 = NamedTuple("E2", [("a", int), ("b", "str")])
print(E2(1, "x"), E2.__annotations__, E2.__orig_bases__, E2.__module__, Emp.__new__.__annotations__)
class GN(NamedTuple, Generic[T]):
    key: T
    group: list[T]
print(GN[int], GN(1, [2]), GN[int](1, [2]), GN.__orig_bases__, GN.__mro__, GN.__parameters__)
class NG[T3](NamedTuple):
    q: T3
print(NG[int](4), NG.__type_params__)
def bn(src):
    try:
        exec(src, globals())
    except Exception as e:
        print(type(e).__name__, e)
bn("class X(NamedTuple):\n a: int = 1\n b: str")
bn("class X(NamedTuple):\n a: int = 1\n c: int = 2\n b: str")
bn("class X(NamedTuple, int):\n a: int = 1")
bn("class X(NamedTuple):\n a: int\n def __new__(cls): pass")
bn("class X(NamedTuple):\n _a: int")
bn("class X(NamedTuple):\n a: int\n def f(self): return super().f()")
bn("class X(NamedTuple):\n a: (1, 2)")
bn("NamedTuple('X', [('a', 1, 2)])")
bn("NamedTuple('X', [('a', (1,))])")
bn("NamedTuple('X', [('a', int)], b=3)")
bn("NamedTuple('X', None, b=3)")
bn("NamedTuple()")
class Empty(NamedTuple): pass
print(Empty(), Empty._fields)
class Base2(NamedTuple):
    a: int
class Derived2(Base2):
    b: int = 3
print(Derived2(1), Derived2.__mro__, Derived2._fields)


# TypedDict
class Movie(TypedDict):
    title: str
    year: NotRequired[int]
class M2(Movie, total=False):
    extra: Required[list["Movie"]]
    other: ReadOnly[int]
    both: Annotated[Required[ReadOnly[str]], "x"]
for m in (Movie, M2):
    print(m, sorted(m.__required_keys__), sorted(m.__optional_keys__), sorted(m.__readonly_keys__), sorted(m.__mutable_keys__), m.__total__, m.__annotations__, m.__bases__, m.__orig_bases__, m.__mro__)
print(Movie(title="x"), type(Movie(title="x")), Movie({"a": 1}), get_type_hints(M2), get_type_hints(M2, include_extras=True))
M3 = TypedDict("M3", {"a-b": int, "c": "str"}, total=False)
print(M3, M3.__annotations__, M3.__optional_keys__ == {"a-b", "c"}, M3.__module__, M3.__orig_bases__)
class GT(TypedDict, Generic[T]):
    v: T
class NT2[Q2](TypedDict):
    v: Q2
print(GT[int], GT.__parameters__, GT[int](v=3), NT2[int], GT.__mro__, GT.__orig_bases__)
show(isinstance, {}, Movie)
show(issubclass, dict, Movie)
print(is_typeddict(Movie), is_typeddict(dict), is_typeddict(M3), is_typeddict(GT[int]), is_typeddict(TypedDict))
bn("class X(TypedDict, dict): pass")
bn("class X(Movie, int): pass")
bn("class X(TypedDict):\n a: (1, 2)")
bn("class A1(TypedDict):\n a: int\nclass X(A1):\n a: ReadOnly[int]")
bn("TypedDict('X', a=int)")
bn("class X(TypedDict):\n a: ClassVar[int]")
print(get_annotations(M2, format=Format.STRING))
class Fwd(TypedDict):
    n: Undefined1
print([type(v).__name__ for v in get_annotations(Fwd, format=Format.FORWARDREF).values()])


# NewType
U = NewType("U", int)
print(U, U(5), type(U(5)), U.__supertype__, U.__name__, U.__module__, U | None, list[U], Optional[U], repr(U.__call__)[:20])
bn("class X(U): pass")
show(lambda: isinstance(3, U))


# overload, final, override, cast ...
@overload
def ov(a: int) -> int: ...
@overload
def ov(a: str) -> str: ...
def ov(a): return a
print([o.__annotations__ for o in get_overloads(ov)], len(get_overloads(show)))
clear_overloads()
print(get_overloads(ov))
@overload
def only(a: int): ...
show(only, 1)
@final
class Fin:
    @final
    def a(self): pass
    @override
    def b(self): pass
print(Fin.__final__, Fin.a.__final__, Fin.b.__override__, final(3), override(4))
print(cast(int, "x"), cast("list[int]", 3), assert_type(3, str))
show(assert_never, 3)
show(assert_never, "x" * 200)
print(reveal_type([1]))
@dataclass_transform(eq_default=False, other=3)
def tr(c): return c
print(tr.__dataclass_transform__)
@no_type_check
class NTC:
    def f(self, a: "not a type" = 3): pass
    class In:
        def g(self, x: 1): pass
print(get_type_hints(NTC), get_type_hints(NTC.f), get_type_hints(NTC.In.g))


# hints
class HB:
    a: int
    b: "HC"
    c: Annotated[int, 1]
    d: None
    e: ClassVar["int"]
    f: Final[str] = "x"
class HC(HB):
    b: Optional["HB"]
    g: list["HC"]
    h: Callable[["int"], "str"]
    i: "list['HB']"
    j: Union["int", Annotated["str", 5]]
    k: Literal["a"]
    l: tuple["int", ...]
    m: type["int"]
def fn(a: int, b: "HB" = None, *c: "int", d: Annotated[int, 3] = 1, e: None = None) -> "list[HB]": pass
print(get_type_hints(HB), get_type_hints(HC))
print(get_type_hints(HC, include_extras=True))
print(get_type_hints(fn), get_type_hints(fn, include_extras=True), get_type_hints(fn, format=Format.STRING))
print(get_type_hints(G), get_type_hints(G.m), get_type_hints(sys.modules[__name__]).keys(), get_type_hints(int), get_type_hints(len))
show(get_type_hints, 3)
show(get_type_hints, "x")
def bf(a: "nope", b: "a b"): pass
show(get_type_hints, bf)
bf.__annotations__ = {"a": "nope"}
show(get_type_hints, bf)
show(get_type_hints, bf, {"nope": int})
show(get_type_hints, bf, None, {"nope": str})
show(get_type_hints, bf, localns={"nope": float})
print(get_type_hints(bf, format=Format.FORWARDREF))
class TP[X]:
    a: X
    b: "list[X]"
    def m[Y](self, p: "X", q: "Y") -> "dict[X, Y]": pass
print(get_type_hints(TP))
show(get_type_hints, TP.m)
print(get_type_hints(types.SimpleNamespace(__annotations__={"a": "int"})))
show(evaluate_forward_ref, ForwardRef("list['int']"))
show(evaluate_forward_ref, ForwardRef("nope"))
show(evaluate_forward_ref, ForwardRef("nope"), format=Format.FORWARDREF)
show(evaluate_forward_ref, ForwardRef("nope"), format=Format.STRING)
show(evaluate_forward_ref, ForwardRef("nope"), locals={"nope": "int"})
show(evaluate_forward_ref, ForwardRef("T9"), type_params=(TypeVar("T9"),))
for x in (int, List[int], list[int], Union[int, str], int | str, Literal[1], Annotated[int, 1], Generic, Generic[T], ClassVar[int], Callable[[int], str],
          Tuple[()], tuple[()], P.args, G[int], T, None, 3, Optional[int], Type[int], collections_abc if 0 else dict[str, int], Final, Unpack[Ts], Movie, GT[int]):
    print(x, get_origin(x), get_args(x))
print(IO[str], TextIO.__mro__, BinaryIO.__name__, Text is str, TYPE_CHECKING, ContextManager[int, bool], typing.ContextManager[int])
type Al[W] = list[W] | int
print(Al, Al[int], Al[int].__args__, get_origin(Al[int]), Al.__value__, Al.__type_params__, Al.__parameters__)
print(typing.T, typing.KT, typing.T_co, typing.CT_co.__bound__)
show(lambda: typing.nope)
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    @typing.no_type_check_decorator
    def plain_deco(f): return f
    print(isinstance(b"", typing.ByteString), [str(w.message) for w in caught], getattr(plain_deco(lambda: 0), "__no_type_check__", None))
for alias in (typing.AsyncContextManager, typing.AsyncIterable, typing.AsyncIterator, typing.BinaryIO, typing.ByteString, typing.Container,
              typing.ForwardRef, typing.IO, typing.MappingView, typing.Match, typing.MutableMapping, typing.MutableSet, typing.NamedTuple,
              typing.ParamSpecArgs, typing.ParamSpecKwargs, typing.Pattern, typing.SupportsAbs, typing.SupportsBytes, typing.SupportsComplex,
              typing.SupportsFloat, typing.SupportsIndex, typing.SupportsInt, typing.SupportsRound, typing.Text, typing.TextIO, typing.TypeAliasType,
              typing.ValuesView, typing.assert_never, typing.assert_type, typing.cast, typing.clear_overloads, typing.dataclass_transform,
              typing.evaluate_forward_ref, typing.final, typing.get_overloads, typing.get_protocol_members, typing.get_type_hints, typing.is_protocol,
              typing.is_typeddict, typing.no_type_check, typing.no_type_check_decorator, typing.overload, typing.override, typing.reveal_type,
              typing.runtime_checkable, typing.ByteString):
    print(alias, getattr(alias, '__name__', None))
