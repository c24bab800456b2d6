import abc
import builtins
import copy
import dataclasses
import inspect
import types
import typing
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import *
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Optional, TypeVar
import weakref


def print(*args):
    """print() without addresses."""
    head, *parts = " ".join(map(str, args)).split(" at 0x")
    builtins.print(head + "".join(" at 0x" + p.lstrip("0123456789abcdef") for p in parts))


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
        return r
    except Exception as e:
        print(type(e).__name__, e)


def run(src):
    try:
        exec(src, globals())
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(dataclasses.__all__))


@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
    c: ClassVar[int] = 5
    s: "ClassVar[int]" = 6
    t: "typing.ClassVar" = 7


p = P(1)
print(p, P(1, 3, [4]), p == P(1), p == P(2), p != P(1), p == 3, P.__doc__, P.__match_args__, P.y, hasattr(P, "z"), P.c)
show(P)
show(P, 1, 2, 3, 4)
show(P, q=1)
show(hash, p)
show(lambda: p < p)
print(inspect.signature(P), P.__init__.__qualname__, P.__init__.__annotations__, P.__eq__.__qualname__, P.__repr__.__name__)
print([f.name for f in fields(P)], fields(p)[0], P.__dataclass_params__, list(P.__dataclass_fields__), P.__dataclass_fields__["c"])
print(is_dataclass(P), is_dataclass(p), is_dataclass(3), is_dataclass(int), asdict(P(1, 2, [P(3)])), astuple(P(1, 2, [P(3)])))
print(replace(p, x=9), copy.replace(p, y=8), MISSING, KW_ONLY, dataclasses._FIELD)
show(replace, p, c=1)
show(replace, 3)
show(fields, 3)
show(asdict, 3)
show(asdict, P)
show(astuple, 3)


# order, frozen, hash
@dataclass(order=True)
class O:
    a: int
    b: str = field(compare=False, default="b")
    c: float = field(repr=False, default=1.5)
print(O(1) < O(2), O(1) <= O(1, "q"), O(1) > O(2), O(1) >= O(1), sorted([O(3), O(1)]), O(1) == O(1, "z"), O(1))
show(lambda: O(1) < 3)
@dataclass(frozen=True)
class F:
    a: int
    b: int = field(hash=False, default=3)
    c: list = field(default_factory=list, hash=False, compare=False)
f = F(1)
print(hash(f) == hash(F(1, 5)), f, {f: 1}[F(1)])
show(setattr, f, "a", 3)
show(setattr, f, "zz", 3)
show(delattr, f, "a")
print(issubclass(FrozenInstanceError, AttributeError))
class FSub(F): pass
fs = FSub(2)
fs.other = 4
show(setattr, fs, "a", 3)
print(fs, fs.other, fs == F(2), replace(f, a=7))
@dataclass(unsafe_hash=True)
class UH:
    a: int
print(hash(UH(1)) == hash((1,)))
@dataclass(eq=False)
class NE:
    a: int
print(NE(1) == NE(1), hash(NE(1)) is not None, NE.__hash__ is object.__hash__)
@dataclass
class OwnEq:
    a: int
    def __eq__(self, o): return True
    def __hash__(self): return 7
print(OwnEq(1) == OwnEq(2), hash(OwnEq(1)))
@dataclass(frozen=True)
class OwnHash:
    a: int
    def __hash__(self): return 8
print(hash(OwnHash(1)))
run("@dataclass(unsafe_hash=True)\nclass X:\n a: int\n def __hash__(self): pass")
run("@dataclass(order=True)\nclass X:\n a: int\n def __lt__(self, o): pass")
run("@dataclass(order=True, eq=False)\nclass X:\n a: int")
run("@dataclass(frozen=True)\nclass X:\n a: int\n def __setattr__(self, o): pass")
run("@dataclass(frozen=True)\nclass X(P):\n a: int = 0")
run("@dataclass\nclass X(F):\n a: int")


# errors in fields
run("@dataclass\nclass X:\n a: int = 1\n b: str")
run("@dataclass\nclass X:\n a: list = []")
run("@dataclass\nclass X:\n a: dict = field(default={})")
run("@dataclass\nclass X:\n a: set = set()")
run("@dataclass\nclass X:\n a: P = P(1)")
run("@dataclass\nclass X:\n a = field()")
run("@dataclass\nclass X:\n a: ClassVar = field(default_factory=list)")
run("@dataclass\nclass X:\n a: ClassVar = field(default=1, kw_only=True)")
run("@dataclass\nclass X:\n a: InitVar[int] = field(default_factory=int)")
run("field(default=1, default_factory=int)")
run("@dataclass\nclass X:\n _: KW_ONLY\n a: int\n _2: KW_ONLY")
run("@dataclass(weakref_slot=True)\nclass X:\n a: int")
run("@dataclass(slots=True)\nclass X:\n __slots__ = ()\n a: int")
run("@dataclass(foo=1)\nclass X: pass")


# kw_only, init, InitVar, post_init
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int
    d: int = field(kw_only=False)
print(inspect.signature(K), K(1, 2, c=3), K.__match_args__, [(x.name, x.kw_only) for x in fields(K)])
show(K, 1, 2, 3)
@dataclass(kw_only=True)
class KO:
    a: int = 1
    b: int
print(KO(b=2), inspect.signature(KO), KO.__match_args__)
@dataclass
class IV:
    a: int
    iv: InitVar[int]
    jv: "InitVar[str]" = "j"
    kv: "dataclasses.InitVar[int]" = 9
    b: int = field(init=False)
    c: int = field(init=False, default=4)
    d: list = field(init=False, default_factory=list)
    def __post_init__(self, iv, jv, kv):
        self.b = iv * 2
        self.d.append((jv, kv))
i = IV(1, 2)
print(i, inspect.signature(IV), [x.name for x in fields(IV)], IV.__dataclass_fields__["iv"], InitVar[int], InitVar[list[int]], InitVar[IV])
show(replace, i)
show(replace, i, iv=1, b=3)
print(replace(i, iv=5, jv="x"))
@dataclass
class NoInit:
    a: int = 3
    def __init__(self): self.a = 9
print(NoInit())
@dataclass(init=False, repr=False)
class Bare:
    a: int = 3
print(Bare().a, Bare.__repr__ is object.__repr__, Bare.__doc__)
@dataclass
class Self_:
    self: int
    other: int = 1
print(Self_(1), Self_(self=4))


# inheritance
@dataclass
class B1:
    x: Any = 15.0
    y: int = 0
@dataclass
class B2(B1):
    z: int = 10
    x: int = 15
print(B2(), B2(1, 2, 3), inspect.signature(B2), B2() == B1())
class NotDC(B1):
    w: int = 3
print(NotDC(), fields(NotDC) == fields(B1))
T = TypeVar("T")
@dataclass
class Gen(Generic[T]):
    v: T
    l: list[T] = field(default_factory=list)
print(Gen(3), Gen[int](3), Gen[int], Gen.__doc__)
@dataclass
class Gen2[Q]:
    v: Q
print(Gen2(1), inspect.signature(Gen2))
@dataclass
class AbsB(abc.ABC):
    a: int
    @abc.abstractmethod
    def m(self): pass
show(AbsB, 1)
@dataclass
class Meth:
    a: int
    def __repr__(self): return "custom"
    @property
    def prop(self): return self.a * 2
    @classmethod
    def make(cls): return cls(5)
print(Meth(1), Meth.make().prop)
class DescDefault:
    def __get__(self, obj, cls): return 42 if obj is None else obj.__dict__.get("_v", "unset")
    def __set__(self, obj, v): obj.__dict__["_v"] = v
    def __set_name__(self, o, n): print("set_name", o.__name__, n)
@dataclass
class WithDesc:
    d: int = DescDefault()
    e: int = field(default=DescDefault())
print(WithDesc(), WithDesc(1).d)


# slots
@dataclass(slots=True)
class SL:
    a: int
    b: int = 4
    def m(self): return __class__
    def sup(self): return super().__repr__()[:5]
    @property
    def pr(self): return __class__
s = SL(1)
print(s, SL.__slots__, s.m() is SL, s.pr is SL, hasattr(s, "__dict__"), SL.__qualname__, s == SL(1), inspect.signature(SL), SL.__init__.__annotations__)
show(setattr, s, "q", 1)
show(weakref.ref, s)
@dataclass(slots=True, weakref_slot=True)
class SW:
    a: int = field(doc="the a")
print(SW.__slots__, weakref.ref(SW(1)) is not None)
@dataclass(slots=True, frozen=True)
class SF:
    a: int
    b: int = field(default=3, init=False)
sf = SF(1)
print(sf, copy.copy(sf), copy.deepcopy(sf), sf.__getstate__())
show(setattr, sf, "a", 2)
@dataclass(slots=True)
class SSub(SL):
    c: int = 6
print(SSub(1), SSub.__slots__)
@dataclass(slots=True)
class SDoc:
    a: int = field(default=1, doc="doc of a")
    b: int = 2
print(SDoc.__slots__, fields(SDoc)[0])


# asdict, astuple
NT = namedtuple("NT", "p q")
@dataclass
class Deep:
    a: Any
d = Deep([Deep(1), (Deep(2), 3), {"k": Deep(4), Deep: 5}, NT(Deep(6), 7), OrderedDict(x=Deep(8)), defaultdict(list, z=Deep(9)), None, "s", {1, 2}, types.SimpleNamespace(a=1)])
print(asdict(d))
print(astuple(d))
print(asdict(d, dict_factory=OrderedDict))
print(asdict(P(1), dict_factory=list), astuple(P(1), tuple_factory=list))
a = asdict(d)
print(a["a"] is not d.a, type(a["a"][3]), type(a["a"][5]), a["a"][5].default_factory)
rec = Deep(None)
rec.a = [rec]
print(rec)


# make_dataclass
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5)), ("w", "str", "d")], bases=(B1,) if 0 else (), namespace={"add": lambda self: self.y + self.z})
print(M(1, 2), M(1, 2).add(), M.__module__, M.__annotations__, inspect.signature(M), M.__doc__)
print(make_dataclass("MF", ["a"], frozen=True, order=True, module="mm").__module__)
show(make_dataclass, "M", ["a b"])
show(make_dataclass, "M", ["class"])
show(make_dataclass, "M", ["a", "a"])
show(make_dataclass, "M", [("a",)])
show(make_dataclass, "M", [("a", 1, 2, 3)])
show(make_dataclass, "M", [3])
print(repr(Field(1, MISSING, True, True, None, True, None, False, None)), Field[int])
fl = field(default=3, metadata={"m": 1}, doc="d")
print(fl, fl.metadata["m"])
show(lambda: fl.metadata.update(a=1))


# forward references and match
@dataclass
class Node:
    val: int
    nxt: Optional["Node"] = None
    und: "Undefined1 | None" = None
    und2: Undefined2 = None
print(Node(1, Node(2)), Node.__doc__[:70])
match Node(1, Node(2)):
    case Node(v, Node(w)):
        print("matched", v, w)
@dataclass
class Empty: pass
print(Empty(), Empty() == Empty(), Empty.__doc__, asdict(Empty()), astuple(Empty()))
@dataclass(order=True, unsafe_hash=True)
class Empty2: pass
print(Empty2() <= Empty2(), hash(Empty2()) == hash(()))
class Out:
    @dataclass
    class In:
        a: int
print(Out.In(3), Out.In.__init__.__qualname__)
@dataclass(match_args=False)
class NoMatch:
    a: int
print(hasattr(NoMatch, "__match_args__"), dataclass(repr=False)(type("Dyn", (), {"__annotations__": {"a": int}})).__doc__)
class Meta(type):
    def __call__(cls, *a): return super().__call__(*a)
@dataclass
class WM(metaclass=Meta):
    a: int
print(WM.__doc__, WM(1))
