# Corners of types, slots and descriptors.
import types, sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
class Foo(types.ModuleType):
    __dict__=8
t(lambda: dir(Foo("foo")))
class C:
    __dict__=8
t(lambda: dir(C()))
class C:
    __slots__ = ["__class__", "__dict__"]
f=C(); f.x=1
t(lambda: dir(f))
f=sys._getframe()
def d(n): delattr(f,n)
t(lambda: d('f_trace_lines')); t(lambda: d('f_trace_opcodes')); t(lambda: setattr(f,'f_generator',1))
for fn in bytearray(b'x'),memoryview(b'x'),[1],1:
    t(lambda: compile('pass',fn,'exec'))
t(lambda: compile(memoryview(b"123\x00"), "<dummy>", "eval"))
t(lambda: eval(memoryview(b"1234")[1:-1]))
for s,b in ((b'x',()),('x',(int,)),('',()),('42',()),('x\0y',()),(('__dict__','__dict__'),()),(('__weakref__',)*2,()),('__dict__',(C,)),('__weakref__',(C,)),(('__weakref__',),(int,)),('__dict__',(int,)),('x',(tuple,)),('x',(bytes,)),('__weakref__',(tuple,)),((),(int,)),('__dict__',(Exception,))):
    t(lambda: type('A',b,{'__slots__':s}).__name__)
class B: pass
t(lambda: type('A',(B,),{'__slots__':'__dict__'})); t(lambda: type('A',(B,),{'__slots__':'__weakref__'}))
class A(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __len__=str.__len__
    __hash__=int.__hash__
a=A()
t(lambda:a==a); t(lambda:a+a); t(lambda: len(a))
class X:
    def __get__(self,o,t): print('get'); return lambda: b'x'
class Y: __bytes__=X()
t(lambda: bytes(Y()))
class D: m=[].append

class K:
    def k(self): return self
k=K().k
t(lambda: k.__get__(1) is k); t(lambda: hasattr(type(k),'__get__'))
class E: kk=k
t(lambda: E().kk is k); t(lambda: E.kk is k)
import io,_io
t(lambda: (_io.FileIO.closed.__doc__, super(E,E()).__class__))
class mys(super):
    def __init__(s,*a): super(mys,s).__init__(*a); s.z=1
mm=mys(E)
t(lambda: (mm.__get__(E(),E).__class__, mm.__get__(None,E) is mm))
import copy
s=super(E,E()); t(lambda: (copy.copy(s) is s, copy.deepcopy(s) is s))
import random, warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    type('MyClass', (), {1: 2, "x": 3})
    print(w[0].category.__name__, w[0].message)
random.seed(4)
xs = [complex(random.random() - .5, random.random() - .5) for _ in range(1000)]
print(sum(xs) == complex(sum(z.real for z in xs), sum(z.imag for z in xs)))
print(sum([1, complex(1, -0.0)]), sum([complex(1, -0.0), 1]), sum([complex(1, -0.0), 1.0]), sum([True, 1j]), sum([1e16, 1j, 1.0, -1e16]), sum([1j, 10**30]))
t(lambda: sum([1j, "x"]))
array = bytearray(b",")
def parts():
    array.clear()
    yield b"A"
t(lambda: array.join(parts()))
array.append(1)


class Meta(type):
    def mro(cls):
        if Meta.fail and cls.__name__ == "Z":
            raise RuntimeError("no")
        return type.mro(cls)
Meta.fail = False
class P: v = 1
class P2: v = 2
class Q(P, metaclass=Meta): pass
class R(Q): pass
class Z(Q): pass
Meta.fail = True
def assign(): Q.__bases__ = (P2,)
t(assign)
print(Q.__bases__, R.__mro__, Q.v, R.v, Z.v)
Meta.fail = False
assign()
print(R.__mro__, R.v)


def slots(name, base, *names):
    return type(name, (base,), {"__slots__": names})
G, H, J = slots("G", object, "a", "b"), slots("H", object, "b", "a"), slots("J", object, "c", "b")
L, M = slots("L", H, "e"), slots("M", G, "e")
N, O = slots("N", J), slots("O", J, "__weakref__")
class S(G): pass
class T(G): pass
for a in G, H, J, L, M, N, O, S, T:
    for b in G, H, J, L, M, N, O, S, T:
        try:
            x = a()
            x.__class__ = b
            print(end="y")
        except TypeError as e:
            print(end="n")
    print()


def gen():
    yield sys._getframe().f_generator
g = gen()
print(next(g) is g, g.gi_frame.f_generator is g, sys._getframe().f_generator)
