from functools import *
import functools, collections.abc as ca
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def f(*a, **k): return a, k
p = partial(f, 1, x=2); t(lambda: p(3, y=4)); t(lambda: p(x=5)); t(lambda: partial(p, 9, z=1).args); t(lambda: (p.func is f, p.args, p.keywords))
q = partial(f, Placeholder, 2); t(lambda: q(1)); t(lambda: q()); t(lambda: partial(q, 7).args); t(lambda: partial(f, Placeholder)); t(lambda: partial(f, x=Placeholder)); t(lambda: partial()); t(lambda: partial(3)); t(lambda: repr(partial(print, 1, sep=','))); t(lambda: Placeholder)
class A:
    m = partial(f, 1)
    pm = partialmethod(lambda self, a, b=2: (a, b), 5)
    @cached_property
    def cp(self):
        "doc"
        print("computing"); return 42
    @singledispatchmethod
    def sd(self, x): return "default"
    @sd.register(int)
    def _(self, x): return "int"
    @lru_cache
    def lm(self, x): return x
a = A(); t(lambda: a.m(2)[0][0]); t(lambda: a.pm(b=9)); t(lambda: (a.cp, a.cp, A.cp.__doc__, a.__dict__)); t(lambda: (a.sd(1), a.sd('a'))); t(lambda: a.lm(3))
@lru_cache(maxsize=2)
def g(x, y=0): return x + y
for i in [1,2,1,3,2]: g(i)
t(lambda: g.cache_info()); t(lambda: g.cache_parameters()); g.cache_clear(); t(lambda: g.cache_info()); t(lambda: g([])); t(lambda: (g.__name__, g.__wrapped__))if 0 else None
t(lambda: g.__name__)
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
t(lambda: fib(100)); t(lambda: fib.cache_info())
t(lambda: lru_cache('a'))
t(lambda: reduce(lambda a,b: a+b, [1,2,3])); t(lambda: reduce(lambda a,b: a+b, [])); t(lambda: reduce(lambda a,b: a+b, [], 5)); t(lambda: reduce(max, 3))
t(lambda: sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a))); t(lambda: cmp_to_key(lambda a,b:0)(1) < 3)
@total_ordering
class O:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
t(lambda: (O(1) <= O(1), O(1) > O(2), O(2) >= O(1)))
def bad():
    @total_ordering
    class X: pass
t(bad)
@singledispatch
def sd(x): return 'obj'
@sd.register(ca.Sequence)
def _(x): return 'seq'
@sd.register(int)
def _(x): return 'int'
@sd.register
def _(x: float | bytes): return 'fb'
t(lambda: (sd([]), sd(1), sd(True), sd({}), sd(1.5), sd(b''))); t(lambda: sd()); t(lambda: sd.register(3)); t(lambda: sd.dispatch(list)([]))
@wraps(sd)
def w(): pass
t(lambda: (w.__name__, w.__wrapped__ is sd))
class B:
    __slots__ = ()
    @cached_property
    def x(self): return 1
t(lambda: B().x)
