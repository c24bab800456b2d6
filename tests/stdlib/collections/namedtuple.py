import collections
import copy
import inspect
from collections import namedtuple


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._fields, P._field_defaults, p._asdict(), p._replace(x=5), P._make([3, 4]), P.__doc__, P.x.__doc__, P.__match_args__, P.__slots__)
print(P.__name__, P.__qualname__, P.__module__, P.__mro__, p == (1, 2), hash(p) == hash((1, 2)), p + (3,), p < (1, 3), len(p), list(p), 1 in p)
x, y = p
print(x, y, *p, copy.copy(p), copy.deepcopy(p), copy.replace(p, y=9), p.__getnewargs__(), inspect.signature(P), P.__new__.__defaults__)
D = namedtuple("D", ["a", "b", "c"], defaults=[1, 2])
print(D(0), D._field_defaults, inspect.signature(D), D(0, c=5))
print(namedtuple("R", "a class a _b 1x ok", rename=True)._fields, namedtuple("M", "a", module="mm").__module__, namedtuple("C", "a, b,c")._fields)
print(namedtuple("E", "")(), namedtuple("E", [])._fields, namedtuple("T", ("a", "b"))(1, 2))
show(P)
show(P, 1)
show(P, 1, 2, 3)
show(P, 1, 2, z=3)
show(P, 1, x=3)
show(P._make, [1])
show(P._make, [1, 2, 3])
show(p._replace, z=1)
show(p._replace, 1)
show(namedtuple, "X", "a a")
show(namedtuple, "X", "class")
show(namedtuple, "X", "_a")
show(namedtuple, "X", "1a")
show(namedtuple, "1X", "a")
show(namedtuple, "class", "a")
show(namedtuple, "X", "a", defaults=[1, 2])
show(namedtuple, "X", [1])
show(namedtuple, 3, "a")
show(namedtuple, "X")
show(setattr, p, "x", 3)
show(setattr, p, "q", 3)
show(lambda: p.q)
show(lambda: p[5])
class S(P):
    __slots__ = ()
    @property
    def s(self): return self.x + self.y
    def __repr__(self): return "S" + super().__repr__()
print(S(1, 2), S(1, 2).s, S(1, 2)._replace(x=3), type(S._make([1, 2])))
class W(P): pass
w = W(1, 2)
w.extra = 3
print(w, w.extra, w.__dict__)
P.x.__doc__ = "the x"
print(P.x.__doc__, P.x, P.__new__.__qualname__, P._make.__qualname__, p.__repr__.__qualname__, P._replace.__doc__[:0])
match p:
    case P(x=1, y=q): print("m", q)
Big = namedtuple("Big", [f"f{i}" for i in range(300)])
print(Big(*range(300)).f299, inspect.signature(Big).parameters["f7"])
