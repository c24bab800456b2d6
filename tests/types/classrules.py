def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
tr(lambda: object.__setattr__(str, "foo", 42))
tr(lambda: object.__delattr__(str, "lower"))
class M(type): pass
class A(metaclass=M): pass
tr(lambda: object.__setattr__(A, "foo", 42))
tr(lambda: type.__setattr__(A, "foo", 42)); print(A.foo)
class B(type, A): pass
class I(int):
    def __repr__(s): return "I(%d)" % int(s)
    def __add__(s, o): return I(int(s) + int(o))
    __radd__ = __add__
    def __pow__(s, o, m=None): return I(pow(int(s), int(o), None if m is None else int(m)))
    def __rpow__(s, o, m=None): return I(pow(int(o), int(s), m))
tr(lambda: repr(I(1) + I(2))); tr(lambda: repr(I(1) + 2)); tr(lambda: repr(1 + I(2))); tr(lambda: repr(I(2) ** I(3))); tr(lambda: repr(2 ** I(3))); tr(lambda: repr(pow(I(2), I(3), I(5))))
class MC(classmethod):
    pass
class MyC(classmethod):
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self, *a): pass
tr(lambda: repr(MyC(3))); tr(lambda: MyC(3).__func__)
class MyS(staticmethod):
    def __init__(self, *a): pass
tr(lambda: repr(MyS(3)))
tr(lambda: vars(staticmethod(None))); tr(lambda: vars(classmethod(None)))
def f(a: int): "doc"
tr(lambda: sorted(vars(classmethod(f)))); tr(lambda: sorted(vars(staticmethod(f)))); 
c = classmethod(f); tr(lambda: c.__annotations__); tr(lambda: sorted(vars(c)))
class P(property): pass
p = property()
def sa(o, n, v):
    try: setattr(o, n, v); print("ok")
    except Exception as e: print(type(e).__name__, e)
sa(p, "fget", 1); sa(p, "__isabstractmethod__", 1)
class S: __slots__ = ("a",)
tr(lambda: S().a); tr(lambda: type(S.a)); tr(lambda: S.a.__objclass__); 
def fn():
    class X: __slots__ = "a",
    return X
tr(lambda: fn()().a)
tr(lambda: type(type.__dict__["__dict__"])); import types
tr(lambda: type(types.FunctionType.__closure__)); tr(lambda: type(types.FunctionType.__code__)); tr(lambda: type(types.CodeType.co_name)); tr(lambda: type(slice.start)); tr(lambda: type(complex.real)); tr(lambda: type(range.start)); tr(lambda: type(types.ModuleType.__dict__["__dict__"])); tr(lambda: type(BaseException.__suppress_context__)); tr(lambda: type(StopIteration.value));tr(lambda: type(super.__thisclass__)); tr(lambda: type(property.fget)); tr(lambda: type(types.MethodType.__func__)); tr(lambda: type(types.GeneratorType.gi_frame)); tr(lambda: type(type.__basicsize__)); tr(lambda: type(type.__flags__)); tr(lambda: type(type.__mro__)); tr(lambda: type(type.__base__)); tr(lambda: type(type.__module__))
tr(lambda: (2).__pow__()); tr(lambda: (2).__pow__(1,2,3)); tr(lambda: (2).__rpow__()); tr(lambda: (2.0).__pow__())
class Q:
    __slots__ = ["__qualname__", "x"]
class dct:
    pass
o = dct(); del o.__dict__; print(o.__dict__); sa(o, "__dict__", 3)
class sup(super): pass
class E0:
    def m(self): return "E"
class F0(E0):
    __super = None
    def m(self): return sup(F0, self).m(), repr(sup(F0, self))[:30]
tr(lambda: F0().m())
class R(Exception): pass
class J(object):
    def __getattribute__(self, n): 
        if n == "__class__": return int
        return object.__getattribute__(self, n)
tr(lambda: dir(type("D", (), {"__dir__": lambda s: 3})()))
class BadDict:
    @property
    def __dict__(self): return 8
tr(lambda: dir(BadDict()))
tr(lambda: vars(BadDict()))
class Meta2(type):
    def mro(cls): return (cls, dict, object)
tr(lambda: Meta2("X", (), {}))
class Meta3(type):
    def mro(cls): return (1,)
tr(lambda: Meta3("X", (), {}))
class Meta4(type):
    def mro(cls): return 1
tr(lambda: Meta4("X", (), {}))
class B1: pass
class Meta5(type):
    def mro(cls):
        del Meta5.mro
        return (B1,)
tr(lambda: Meta5("X", (), {}))
class Meta6(type):
    def mro(cls): return []
tr(lambda: Meta6("X", (), {}))
tr(lambda: int.__lt__(1)); tr(lambda: list.__add__([], 3)); tr(lambda: str.__len__(3)); tr(lambda: int.__add__("a", 3))
tr(lambda: type("A", (), {"__slots__": "é\ud800"})); tr(lambda: type("A\x00", (), {})); tr(lambda: type("A\ud800", (), {})); tr(lambda: type("A", (), {"__firstlineno__": 42}).__dict__.get("__firstlineno__")); tr(lambda: type("A", (), {"__firstlineno__": 42}).__firstlineno__)
def setn(n):
    class A: pass
    A.__name__ = n
for n in ("A\ud800", "B\x00", 3): tr(lambda: setn(n))
def setdoc(d):
    A = type("A", (), {"__doc__": d}); return A.__doc__
tr(lambda: setdoc("x\ud800")); tr(lambda: setdoc("x\x00y"))
class C: pass
a = C()
a.__dict__ = {'b': 1}
print(a.b)
for d in (None, 1, []):
    try: a.__dict__ = d
    except TypeError as e: print(e)
class Base: pass
class Meta1(Base, type): pass
class Meta2(type, Base): pass
class D(metaclass=Meta1): pass
class E(metaclass=Meta2): pass
for x in (D, E):
    try: x.__dict__ = {}
    except Exception as e: print(type(e).__name__, e)
    for f in (lambda: C.__dict__["__dict__"].__set__(x, {}), lambda: C.__dict__["__dict__"].__delete__(x), lambda: Base.__dict__["__dict__"].__set__(x, {}), lambda: Base.__dict__["__dict__"].__delete__(x), lambda: x.__dict__.__setitem__("a", 1)):
        try: f(); print("ok")
        except Exception as e: print(type(e).__name__, e)
import types
class M1(types.ModuleType, Base): pass
class M2(Base, types.ModuleType): pass
for c in (M1, M2):
    m = c("m")
    try: m.__dict__ = {}; print("ok", m.__dict__)
    except Exception as e: print(type(e).__name__, e)
    try: del m.__dict__; print("ok")
    except Exception as e: print(type(e).__name__, e)
class Ex(Exception, Base): pass
e = Ex(); e.x = 1; e.__dict__ = {"a": 1}; print(e.a)
try: del e.__dict__; print(e.__dict__)
except Exception as x: print(type(x).__name__, x)
print(object.__basicsize__ > 0, [t.__itemsize__ for t in (object, tuple, int, bool, bytes, str, list, type)])
