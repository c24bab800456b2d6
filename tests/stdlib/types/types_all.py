import types
import sys

def f(): pass
async def c(): pass
def g(): yield
async def a(): yield
class C:
    __slots__ = ("s",)
    @classmethod
    def k(cls): pass
    def m(self): pass
    @types.DynamicClassAttribute
    def dyn(self): return 1
co = c()
samples = {"FunctionType": f, "LambdaType": lambda: 1, "CodeType": f.__code__, "MappingProxyType": C.__dict__, "SimpleNamespace": types.SimpleNamespace(a=1), "CellType": (lambda: co).__closure__ and types.CellType(3) or types.CellType(3),
    "GeneratorType": g(), "CoroutineType": co, "AsyncGeneratorType": a(), "MethodType": C().m, "BuiltinFunctionType": len, "BuiltinMethodType": [].append, "WrapperDescriptorType": object.__init__, "MethodWrapperType": object().__str__,
    "MethodDescriptorType": str.join, "ClassMethodDescriptorType": dict.__dict__["fromkeys"], "ModuleType": sys, "GetSetDescriptorType": type(f).__dict__["__code__"], "MemberDescriptorType": C.s, "GenericAlias": list[int], "UnionType": int | str,
    "EllipsisType": ..., "NoneType": None, "NotImplementedType": NotImplemented, "FrameType": sys._getframe()}
co.close()
for n, v in samples.items():
    t = getattr(types, n)
    print(n, type(v) is t, t, t.__module__)
try:
    1 / 0
except ZeroDivisionError as e:
    print(type(e.__traceback__) is types.TracebackType, types.TracebackType.__name__)
print(types.CapsuleType.__name__, C().dyn)
for t in ("FunctionType", "GeneratorType", "CoroutineType", "FrameType", "NoneType", "EllipsisType", "NotImplementedType", "MethodWrapperType", "CapsuleType", "ModuleType", "MethodType", "MappingProxyType", "GenericAlias", "UnionType", "TracebackType"):
    try:
        print(t, getattr(types, t)())
    except TypeError as e:
        print(t, e)
ns = types.SimpleNamespace(x=1, y="b")
print(ns, ns == types.SimpleNamespace(y="b", x=1), vars(ns), types.SimpleNamespace({"q": 2}), types.SimpleNamespace([("w", 3)], z=4))
ns.z = [ns]
print(ns)
m = types.ModuleType("mymod", "doc")
print(m, m.__name__, m.__doc__, m.__dict__)
def add(self, x): return x + 1
print(types.MethodType(add, 5)(6), types.MethodType(len, [1, 2])())
D = types.new_class("D", (C,), {}, lambda ns: ns.update(v=7))
print(D, D.v, D.__mro__, types.new_class("E"))
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): return {"prepared": kw}
    def __new__(mcs, name, bases, ns, **kw): return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): pass
print(types.prepare_class("X", (), {"metaclass": Meta, "k": 1}))
class Alias:
    def __mro_entries__(self, bases): return (int,)
print(types.resolve_bases((str, Alias())), types.resolve_bases((int,)), types.new_class("F", (Alias(),)).__mro__)
class G(list[int]): pass
print(types.get_original_bases(G), types.get_original_bases(C), G.__orig_bases__)
@types.coroutine
def old(): return (yield 5)
w = old()
print(w.send(None), type(w).__name__)
code = f.__code__
print(types.FunctionType(code, {}, "nn").__name__, code.replace(co_name="zz").co_name, code.co_argcount, code.co_varnames, code.co_flags & 3)
print(types.GenericAlias(dict, (str, int)), types.GenericAlias(list, int).__args__, (int | None).__args__)
cell = types.CellType()
try:
    cell.cell_contents
except ValueError as e:
    print(e)
cell.cell_contents = 4
print(cell.cell_contents, types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1))
