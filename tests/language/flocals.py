import sys
def f():
    x = 1
    return sys._getframe().f_locals
p = f(); T = type(p)
print(T, T.__module__, T.__mro__, [n for n in dir(T) if n not in dir(object)])
print(repr(p), len(p), p == {"x": 1}, {"x": 1} == p, p != {"x": 2})
for fn in [lambda: hash(p), lambda: p[2], lambda: p.__delitem__("x"), lambda: p.pop("zz"), lambda: p.pop("zz", 3), lambda: p.pop(), lambda: T(), lambda: T(3), lambda: p.update(3), lambda: p | 3, lambda: {"a": 1} | p, lambda: p < p, lambda: p.get(), lambda: p.setdefault("q"), lambda: p.items(), lambda: p.keys(), lambda: p.values(), lambda: iter(p), lambda: p.update(a=1), lambda: p.update({"a": 1}), lambda: p.__reversed__(), lambda: T(sys._getframe()), lambda: p.popitem(), lambda: isinstance(p, dict), lambda: T.__hash__, lambda: p.__class_getitem__]:
    try: r = fn(); print(type(r).__name__, r if not hasattr(r, "__next__") else list(r))
    except Exception as e: print(type(e).__name__, e)
import collections.abc as c
print(issubclass(T, c.Mapping), issubclass(T, c.MutableMapping))
def g():
    x = 1
    d = sys._getframe().f_locals
    d["x"] = 2; d["new"] = 3
    print(x, sorted(locals()), "new" in d)
    def inner(): return x
    sys._getframe().f_locals["x"] = 9
    print(inner(), d.copy() == locals(), [sys._getframe().f_locals["a"] for a in [7]])
    del d["new"]; print(sorted(d))
    class A:
        sys._getframe().f_locals["y"] = 2
        z = [locals()["q"] for q in [5]]
    print(A.y, A.z)
g()
