x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x += "!"
        def deep():
            return x
        return deep
    f = inner()
    x += "?"
    return f(), x
print(outer())

def counter():
    n = 0
    def inc(k=1, *, scale=2):
        nonlocal n
        n += k * scale
        return n
    return inc
c = counter()
print(c(), c(5), c(1, scale=10))

def cells(a, b):
    def f(): return a
    def g(v):
        nonlocal a
        a = v
    g(b)
    a2 = a
    del b
    try:
        b
    except UnboundLocalError as e:
        print(e)
    return f(), a2
print(cells(1, 2))

def free_unbound():
    def f(): return y
    try:
        f()
    except NameError as e:
        print(e)
    y = 1
    print(f())
    del y
    try:
        f()
    except NameError as e:
        print(e)
free_unbound()

class A:
    x = "class"
    y = x + "!"
    z = [x for _ in range(1)]
    w = [i for i in range(3) if i]
    def get(self): return x
    def __private(self): return "p"
    def call(self): return self.__private(), self.__dict__
    __v = 3
    class B:
        q = __qualname__
        def who(self): return __class__.__name__
    lam = lambda self: __class__
print(A.y, A.z, A.w, A().get(), A().call(), A.B.q, A.B().who(), A().lam(), sorted(k for k in vars(A) if "__v" in k))

class Base:
    def __init__(self, n): self.n = n
    def m(self, k=1): return ("base", self.n, k)
    @property
    def p(self): return self.n
    @classmethod
    def cm(cls): return cls.__name__
class D(Base):
    def __init__(self, n):
        super().__init__(n * 2)
    def m(self, k=1):
        return super().m(k + 1), super().m(k=5), super(D, self).m(), super().p
    @classmethod
    def cm(cls): return super().cm() + "!"
    def gen(self): return [super(D, self).m() for _ in range(1)]
print(D(1).m(), D.cm(), D(2).gen())

def cls_in_func(v):
    class C:
        a = v
        def f(self): return v
        v = 7
        b = v
    return C.a, C.b, C().f()
try:
    print(cls_in_func(3))
except NameError as e:
    print(e)

def deco(tag):
    def d(f):
        print("deco", tag)
        def g(*a): return tag, f(*a)
        return g
    return d
@deco("a")
@deco("b")
def decorated(x): return x
print(decorated(5))
@deco("cls")
class Decorated: pass
print(Decorated()[0])

fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [(lambda j=i: j) for i in range(3)]
print([f() for f in fs])
def comps():
    y = 5
    r = [[x * y for x in range(z)] for z in range(3)]
    s = {k: [v for v in k] for k in ("ab", "c")}
    g = list(a + y for a in range(3) if a for b in range(2))
    fs = [[lambda: (x, z, y) for x in range(2)] for z in range(2)]
    t = [x for x in [1, 2, 3] if x > 1 if x < 3]
    w = [a for x in range(3) for a in [x * 2] if a]
    y = 6
    try:
        [q for q in range(1) if zz for zz in [1]]
    except NameError as e:
        print(e)
    return r, s, g, [f() for l in fs for f in l], t, w
print(comps())
print([x for x in range(3)], x)
def shadow(x):
    a = [x for x in x]
    b = [y for x in [1, 2] for y in [x, x + 1]]
    return x, a, b
print(shadow("ab"))
def defaults(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(defaults(1, d=4), defaults(1, 2, 3, 4, 5, d=6, z=7))
for bad in (lambda: defaults(), lambda: defaults(1), lambda: defaults(a=1, d=2)):
    try: print(bad())
    except TypeError as e: print("TypeError")
def g():
    global newg
    newg = 1
    def h():
        return newg
    return h()
print(g(), newg)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {}
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
    def __init__(self, *a, **kw): pass
class WithMeta(metaclass=Meta, opt=1):
    def f(self): return __class__
print(WithMeta().f())
bases = (Base,)
class Star(*bases, **{}): pass
print(Star(1).m())
print((lambda *a, k=1, **z: (a, k, z))(1, 2, k=3, q=4))
def annotated(a: int, *b: "str", c: float = 1.0) -> list: pass
print(annotated.__annotations__)
class Ann:
    a: int
    b: str = "x"
    if True:
        c: list
print(Ann.__annotations__, Ann.__static_attributes__)
m: int = 3
print(__annotations__ if "__annotations__" in globals() else __annotate__(1))
def gen_fn[T](x: T) -> T: return x
class Gen[T]:
    def m(self, y: T): return y
type Alias[K] = dict[K, int]
print(gen_fn(1), Gen[int]().m(2), len(Gen.__type_params__), Alias.__name__, len(gen_fn.__type_params__))
def doc():
    """The doc.

      indented
    """
print(repr(doc.__doc__))
class Stat:
    def f(self):
        self.b = self.a = 1
print(Stat.__static_attributes__, Stat.__firstlineno__)
import os.path as osp, sys, os.path
from os import path as p2, sep
print(osp is p2 is os.path, sep)
del x
try: print(x)
except NameError as e: print(e)
def spill():
    pass
