import types, sys, annotationlib
for left in ("__conditional_annotations__", 'globals()["__conditional_annotations__"]'):
    for v in ("0", "{}", "[]", "''", "object()", "frozenset()"):
        try: exec(f"{left} = {v}\nx: int\n", {})
        except Exception as e: print(left, v, type(e).__name__, str(e)[:30])
        else: print(left, v, "ok")
def run(code):
    ns = {}; exec(code, ns); return ns
ns = run("""
from __future__ import annotations
def f(x: int) -> int: pass
class A:
    x: int
    def m(self, y: A): pass
""")
ns = run("""
def f() -> None:
    def nested() -> None: pass
    return nested
class Outer:
    x: int
    def method(self, x: int):
        pass
""")
print(ns["f"].__annotate__.__qualname__, ns["f"]().__annotate__.__qualname__, ns["Outer"].method.__annotate__.__qualname__, ns["Outer"].__annotate__.__qualname__)
class X:
    a: int
    def __annotate__(format): return {"a": str}
print(X.__annotate__(1), annotationlib.get_annotations(X), X.__annotations__)
mod = types.ModuleType("m")
exec("a: int\ndef __annotate__(format): return {'a': str}", mod.__dict__)
print(mod.__annotate__(1), mod.__annotations__, annotationlib.get_annotations(mod))
class T:
    pass
for o in (lambda: 0, types.ModuleType("q"), T):
    print(callable(o.__annotate__), o.__annotations__)
    for bad in (42, lambda: {"a": 1}, lambda x: 1, lambda a, b: 3):
        try: o.__annotate__ = bad; print("set", o.__annotations__)
        except Exception as e: print(type(e).__name__, e)
    o.__annotate__ = None; print(callable(o.__annotate__), o.__annotations__)
    o.__annotate__ = lambda f: {"z": f}
    print(o.__annotations__); o.__annotations__ = {"y": 1}; print(callable(o.__annotate__), o.__annotations__)
    del o.__annotations__; print(callable(o.__annotate__), o.__annotations__)
    try: del o.__annotate__
    except Exception as e: print(type(e).__name__, e)
