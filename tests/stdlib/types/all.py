import asyncio
import functools
import sys
import types
from types import *


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(types.__all__))
for n in sorted(types.__all__):
    o = getattr(types, n)
    print(n, o if isinstance(o, type) else type(o).__name__)

# SimpleNamespace
n = SimpleNamespace(a=1, b="x")
n.c = n
print(n, n == SimpleNamespace(a=1), SimpleNamespace({"z": 1}, y=2), SimpleNamespace([("k", 1)]), SimpleNamespace() == SimpleNamespace(), n.__dict__.keys())
show(SimpleNamespace, 1)
show(SimpleNamespace, {1: 2})
show(SimpleNamespace, {}, {})
class SN(SimpleNamespace): pass
print(SN(q=1), SN(q=1) == SimpleNamespace(q=1))
show(hash, n)
show(lambda: n.nope)
del n.a
print(n)

# MappingProxyType
d = {"a": 1}
m = MappingProxyType(d)
print(m, m["a"], len(m), list(m), m == d, m | {"b": 2}, {"b": 2} | m, "a" in m, m.get("z", 9), list(m.items()), m.copy() is d, list(reversed(m)), hash(m) if 0 else "")
show(lambda: m.__setitem__)
show(MappingProxyType, 3)
show(MappingProxyType, [1])
def setit(): m["x"] = 1
show(setit)
def ior():
    global m2
    m2 = m
    m2 |= {}
show(ior)

# new_class, prepare, resolve
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): print("prepare", name, bases, kw); return {"prep": 1}
    def __new__(mcls, name, bases, ns, **kw): return super().__new__(mcls, name, bases, ns)
    def __init__(cls, *a, **kw): pass
C = new_class("C", (), {"metaclass": Meta, "kw": 2}, lambda ns: ns.update(x=5))
print(C, C.x, C.prep, type(C), C.__module__)
print(new_class("Plain"), new_class("L", (list,)).__mro__)
print(prepare_class("Q", (C,), {"a": 1}), prepare_class("Q"))
class Fake:
    def __mro_entries__(self, bases): return (int, str)[:1]
f = Fake()
print(resolve_bases((f, list)), resolve_bases((int,)), get_original_bases(new_class("B", (f,))) == (f,))
class Gen(list[int]): pass
print(get_original_bases(Gen), get_original_bases(int), Gen.__orig_bases__, new_class("NB", (list[int],)).__orig_bases__)
show(get_original_bases, 3)
class M2(type): pass
class M3(type): pass
show(new_class, "X", (M2("a", (), {}), M3("b", (), {})))

# DynamicClassAttribute
class WithDCA:
    @DynamicClassAttribute
    def name(self): "doc"; return "inst"
print(WithDCA().name)
show(lambda: WithDCA.name)
show(setattr, WithDCA(), "name", 1)
show(delattr, WithDCA(), "name")
print(DynamicClassAttribute(lambda s: 1).setter(lambda s, v: 0).fset is not None)

# coroutine
@coroutine
def oldgen(): x = yield 1; return x
async def user(): return await oldgen()
c = user()
print(c.send(None))
try:
    c.send(5)
except StopIteration as e:
    print(e.value)
@coroutine
def notgen(): return asyncio.sleep(0)
@coroutine
async def already(): return 1
ng = notgen()
ng.close()
print(type(ng).__name__, already.__name__)
show(coroutine, 3)
class Duck:
    def send(self, v): raise StopIteration(7)
    def throw(self, *a): pass
    def close(self): pass
    gi_frame = gi_running = gi_code = gi_yieldfrom = None
    def __iter__(self): return self
    def __next__(self): return self.send(None)
@coroutine
def duck(): return Duck()
async def ud(): return await duck()
try:
    ud().send(None)
except StopIteration as e:
    print(e.value)

# FunctionType, CodeType, CellType, MethodType, ModuleType
def base(a, b=2): return a + b + glob
glob = 10
fn = FunctionType(base.__code__, {"glob": 100}, "renamed", (5,))
print(fn(1), fn.__name__, fn.__defaults__, FunctionType(base.__code__, globals(), argdefs=None).__defaults__, FunctionType(base.__code__, globals(), kwdefaults={"b": 9})(1) if 0 else "")
show(FunctionType, 3, {})
show(FunctionType, base.__code__, 3)
show(FunctionType, base.__code__, {}, 3)
def outer():
    v = 1
    def inner(): return v
    return inner
show(FunctionType, outer().__code__, {})
print(FunctionType(outer().__code__, {}, closure=(CellType(42),))())
c = CellType()
show(lambda: c.cell_contents)
c.cell_contents = 3
print(c.cell_contents, CellType(1) == CellType(1), CellType(1) < CellType(2), CellType() == CellType())
print(base.__code__.replace(co_name="q", co_firstlineno=99).co_firstlineno, type(base.__code__.co_consts))
mt = MethodType(base, 3)
print(mt(4), mt.__self__, mt.__func__ is base, mt == MethodType(base, 3), mt.__name__)
show(MethodType, 3, 4)
show(MethodType, base, None)
show(MethodType, base)
mod = ModuleType("mm", "docs")
print(mod, mod.__doc__, mod.__dict__, mod.__name__)
show(lambda: mod.nope)
show(ModuleType)
show(ModuleType, 3)
print(GenericAlias(list, (int,)), GenericAlias(list, int).__args__, UnionType, isinstance(int | str, UnionType), NoneType() is None, EllipsisType() is ..., NotImplementedType() is NotImplemented)
show(TracebackType, None, None, 1, 2)
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
    t2 = TracebackType(None, tb.tb_frame, tb.tb_lasti, 77)
    print(t2.tb_lineno, t2.tb_next, t2.tb_frame is tb.tb_frame)
    t2.tb_next = tb
    show(setattr, t2, "tb_next", t2)
for t in (GeneratorType, CoroutineType, AsyncGeneratorType, FrameType, BuiltinFunctionType, WrapperDescriptorType, MethodWrapperType, MethodDescriptorType, ClassMethodDescriptorType, GetSetDescriptorType, MemberDescriptorType):
    show(t)
    try:
        class S(t): pass
    except TypeError as e:
        print(e)
for b in (FunctionType, CodeType, CellType, NoneType, MappingProxyType, MethodType, UnionType):
    try:
        class S(b): pass
    except TypeError as e:
        print(e)
