import types
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def mk():
    a = 2; b = 3
    def two(): return a * b
    return two
two = mk()
def none(): return 15
tr(lambda: exec(two.__code__, {}, closure=two.__closure__))
tr(lambda: exec(two.__code__, {}))
tr(lambda: exec(none.__code__, {}, closure=two.__closure__))
tr(lambda: exec(two.__code__, {}, closure=two.__closure__[:1]))
tr(lambda: exec(two.__code__, {}, closure=list(two.__closure__)))
tr(lambda: exec(two.__code__, {}, closure=(1, 2)))
tr(lambda: exec("pass", closure=two.__closure__))
tr(lambda: exec("pass", closure=int))
tr(lambda: eval(two.__code__))
c = compile("print(1)", "", "exec")
for b in ({}, 123, types.MappingProxyType({"print": print}), types.MappingProxyType({}), None):
    tr(lambda: exec(c, {"__builtins__": b}))
k = compile("class A: pass", "", "exec")
for b in ({}, types.MappingProxyType({})): tr(lambda: exec(k, {"__builtins__": b}))
i = compile("import foo.bar", "", "exec")
for b in ({}, types.MappingProxyType({})): tr(lambda: exec(i, {"__builtins__": b}))
ns = {'__builtins__': types.MappingProxyType({'__import__': lambda *args: args[:1] + args[3:]})}
tr(lambda: exec(i, ns)); print(ns["foo"])
class M:
    def __getitem__(self, k):
        if k == "a": return 12
        raise KeyError
    def keys(self): return list("xyz")
m = M()
tr(lambda: eval("a", {}, m)); tr(lambda: eval("dir()", {}, m)); tr(lambda: eval("b", {}, m)); tr(lambda: eval("a", m))
class C(M):
    def keys(self): return 1
tr(lambda: eval("dir()", {}, C()))
class D(dict):
    def __getitem__(self, k): 
        if k == "q": return 5
        return dict.__getitem__(self, k)
    def keys(self): return list("xyz")
tr(lambda: eval("q", {}, D())); tr(lambda: eval("dir()", {}, D())); tr(lambda: eval("zz", {}, D()))
tr(lambda: eval("[locals() for i in (2,3)]", {}, D()))
class F(dict):
    def __setitem__(self, k, v): raise ValueError("frozen")
tr(lambda: exec("x=1", F()))
tr(lambda: exec("def f(): pass", F()))
class G(dict):
    def __getitem__(self, k): raise ValueError("get")
