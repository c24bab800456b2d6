import collections
import copy
import enum
import functools
import types
import weakref
from copy import copy as copy_, deepcopy


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(copy.__all__), copy.Error, copy.error is copy.Error)


class P:
    def __init__(self, x=0): self.x = x
    def __repr__(self): return f"P({self.x!r})"
class Slots:
    __slots__ = ("a", "b", "__weakref__")
class SlotsDict(Slots):
    pass
class Copy_:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): memo["k"] = 1; return "deep"
class Reduce:
    def __init__(self, v): self.v = v
    def __reduce__(self): return Reduce, (self.v + 1,)
class ReduceEx:
    def __reduce_ex__(self, p): return (ReduceEx, (), {"p": p})
class State:
    def __init__(self): self.v = [1]
    def __getstate__(self): return {"w": self.v}
    def __setstate__(self, s): self.got = s
class NewArgs(int):
    def __new__(cls, a, b): o = super().__new__(cls, a); o.b = b; return o
    def __getnewargs__(self): return (int(self), self.b)
class NewArgsEx:
    def __new__(cls, *, k): o = super().__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return ((), {"k": self.k})
class L(list): pass
class D(dict): pass
class S(set): pass
class T(tuple): pass
class Str(str): pass
class E(enum.Enum):
    A = [1]
class StrReduce:
    def __reduce__(self): return "glob"
glob = StrReduce()


def fn(): pass


atoms = [None, 1, 1.5, 1j, True, "s", b"b", fn, len, P, E.A, ..., NotImplemented, range(3), type, types.ModuleType, property(fn), weakref.ref(fn), slice(1, [2])]
for a in atoms:
    try:
        print(type(a).__name__, copy.copy(a) is a, copy.deepcopy(a) is a)
    except Exception as e:
        print(type(a).__name__, type(e).__name__, e)
inner = [1, [2]]
for o in ([inner], (inner,), {"k": inner}, {1, 2}, frozenset([1]), bytearray(b"x"), collections.OrderedDict(a=inner), collections.defaultdict(list, a=inner), collections.deque([inner], 5),
          collections.Counter("aab"), L([inner]), D(a=inner), S([1]), T([inner]), Str("x"), types.SimpleNamespace(a=inner), collections.ChainMap({"a": inner}), collections.UserDict(a=inner), functools.partial(print, inner)):
    c, d = copy.copy(o), copy.deepcopy(o)
    print(type(o).__name__, c == o or type(o) is functools.partial, c is o, d == o or type(o) is functools.partial, d is o, type(c) is type(o), type(d) is type(o))
x = [[1], [2]]
y = copy.copy(x)
print(y[0] is x[0], copy.deepcopy(x)[0] is x[0])
t = (1, "a", (2, 3))
print(copy.deepcopy(t) is t, copy.deepcopy(([],))[0] is not None)
rec = [1]
rec.append(rec)
r2 = copy.deepcopy(rec)
print(r2[1] is r2, r2 is rec)
rd = {}
rd["me"] = rd
print(copy.deepcopy(rd)["me"]["me"]["me"] is not rd)
rt = ([],)
rt[0].append(rt)
r3 = copy.deepcopy(rt)
print(r3[0][0] is r3)
p = P([1])
p.self = p
q = copy.deepcopy(p)
print(q, q.self is q, q.x is p.x, copy.copy(p).x is p.x)
s = Slots()
s.a = [1]
c = copy.copy(s)
print(c.a is s.a, hasattr(c, "b"), copy.deepcopy(s).a is s.a)
sd = SlotsDict()
sd.a, sd.z = [1], [2]
print(copy.deepcopy(sd).z, copy.copy(sd).a is sd.a)
memo = {}
print(copy.copy(Copy_()), copy.deepcopy(Copy_(), memo), memo["k"], len(memo))
print(copy.copy(Reduce(1)).v, copy.deepcopy(Reduce(1)).v, copy.copy(ReduceEx()).p, copy.copy(State()).got, copy.deepcopy(State()).got)
na = NewArgs(3, [4])
print(copy.copy(na), copy.copy(na).b, copy.deepcopy(na).b is na.b, copy.copy(NewArgsEx(k=[1])).k, copy.deepcopy(NewArgsEx(k=[1])).k)
print(copy.copy(glob) is glob, copy.deepcopy(glob) is glob)
shared = [1]
two = copy.deepcopy([shared, shared])
print(two[0] is two[1])
m = P().__init__
bm = copy.deepcopy(P([1]).__repr__)
print(bm(), copy.copy(m) == m)
class BadReduce:
    def __reduce_ex__(self, p): return 3
class NoCopy:
    def __reduce_ex__(self, p): raise TypeError("cannot pickle 'NoCopy' object")
show(copy.copy, BadReduce())
show(copy.copy, NoCopy())
show(copy.deepcopy, [NoCopy()])
show(copy.copy, (i for i in ()))
show(copy.copy, __import__("sys"))
show(copy.deepcopy, __import__("threading").Lock())
show(copy.copy, open(__file__))
class Rep:
    def __init__(self, a, b): self.a, self.b = a, b
    def __replace__(self, /, **ch): return Rep(**{**self.__dict__, **ch})
r = copy.replace(Rep(1, 2), b=3)
print(r.a, r.b)
show(copy.replace, 3, a=1)
show(copy.replace, Rep(1, 2), c=3)
print(copy.replace(types.SimpleNamespace(a=1), a=2), copy.replace(collections.namedtuple("N", "a b")(1, 2), a=5), copy.replace(fn.__code__, co_name="other").co_name)
import copyreg
class Reg:
    def __init__(self, v): self.v = v
copyreg.pickle(Reg, lambda o: (Reg, (o.v * 10,)))
print(copy.copy(Reg(2)).v, copy.deepcopy(Reg(2)).v)
exc = ValueError("a", 1)
exc.extra = [1]
print(repr(copy.copy(exc)), copy.deepcopy(exc).extra)
