import collections
import reprlib
from reprlib import Repr, aRepr, recursive_repr

print(sorted(reprlib.__all__), aRepr.maxlist, aRepr.fillvalue, sorted(k for k in vars(aRepr)))
r = reprlib.repr
for o in (1, 10**100, "short", "x" * 100, "'" * 40, list(range(20)), [[[[[[[[1]]]]]]]], (1,), (1, 2), tuple(range(10)), {1}, set(range(20)), frozenset(range(3)), set(), frozenset(), {},
          {i: i for i in range(10)}, {"b": 1, "a": [1] * 10}, collections.deque(range(10)), collections.deque(), b"x" * 100, 1.5, None, int, print, [], (), [()], range(100), "é" * 50,
          {2: 1, "a": 2}, {frozenset([1]), 3}):
    print(r(o))


class Bad:
    def __repr__(self): raise ValueError
class Long:
    def __repr__(self): return "L" * 100
class Foo(list): pass
print(r(Bad()).split(" at ")[0], r(Long()), r(Foo([1] * 10)))
q = Repr(maxlist=2, maxstring=10, maxdict=1, maxlevel=2, maxtuple=1, maxset=1, maxlong=10, maxother=8, fillvalue="***", maxdeque=1)
for o in ([1, 2, 3], "abcdefghijklmnop", {1: 2, 3: 4}, [[[1]]], (1, 2), {1, 2}, 10**50, Long(), collections.deque([1, 2]), [{"k": [1]}]):
    print(q.repr(o))
for ind in (None, 2, "--", 0, "\t"):
    i = Repr(indent=ind)
    print(i.repr([1, [2, "3", {"a": (4, 5)}], {6}, [], {}]))
    print(Repr(indent=ind, maxlist=2).repr([1, 2, 3, 4]))
try:
    Repr(indent=1.5).repr([1])
except TypeError as e:
    print(e)
try:
    Repr(indent=-1).repr([1, 2])
except Exception as e:
    print(type(e).__name__, e)
class Mine(Repr):
    def repr_Foo(self, o, level): return f"<Foo {level}>"
    def repr_int(self, o, level): return f"i{o}"
print(Mine().repr([1, Foo(), [2]]), Mine().repr1(3, 0))


class Rec:
    @recursive_repr()
    def __repr__(self): return f"Rec({self!r})" if 0 else "Rec(" + repr(self.x) + ")"
class Rec2:
    @recursive_repr(fillvalue="<again>")
    def __repr__(self):
        "doc"
        return "Rec2(" + repr(self.x) + ")"
a = Rec()
a.x = [a]
b = Rec2()
b.x = (b, a)
print(a, b, Rec2.__repr__.__name__, Rec2.__repr__.__doc__, Rec2.__repr__.__wrapped__ is not None)
