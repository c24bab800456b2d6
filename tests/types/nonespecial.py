import operator as o
class E:
    def __eq__(self, x): return True
    def __ne__(self, x): return False
    def __lt__(self, x): return True
    def __add__(self, x): return 1
    def __radd__(self, x): return 2
    def __iadd__(self, x): return 3
    def __getitem__(self, x): return 3
    def __contains__(self, x): return 1
    def __hash__(self): return 1
    def __bool__(self): return True
    def __len__(self): return 1
    def __iter__(self): return iter([1])
    def __next__(self): return 1
    def __call__(self): return 1
    def __neg__(self): return 1
    def __int__(self): return 1
    def __index__(self): return 1
    def __float__(self): return 1.0
    def __str__(self): return "s"
    def __repr__(self): return "E"
    def __reversed__(self): return []
    def __enter__(self): return self
    def __exit__(self, *a): return None
    def __format__(self, s): return s
    def __matmul__(self, x): return 4
    def __divmod__(self, x): return 4
    def __pow__(self, x, z=None): return 4
    def __setitem__(self, x, y): pass
    def __delitem__(self, x): pass
    def __await__(self): return iter([])
    def __aiter__(self): return self
    def __anext__(self): return self
    def __get__(self, *a): return self
class X: pass
S = type("S", (E,), {})
for n in list(vars(E)):
    if n.startswith("__") and n not in ("__module__", "__dict__", "__weakref__", "__doc__", "__qualname__", "__firstlineno__", "__static_attributes__"):
        S = type("S_" + n, (E,), {n: None})
        s, e, x = S(), E(), X()
        for name, f in [("==", lambda a, b: a == b), ("!=", lambda a, b: a != b), ("<", lambda a, b: a < b), (">", lambda a, b: a > b), ("+", lambda a, b: a + b), ("+=", lambda a, b: o.iadd(a, b)), ("in", lambda a, b: b in a), ("[]", lambda a, b: a[b]), ("@", lambda a, b: a @ b), ("divmod", divmod), ("**", lambda a, b: a ** b)]:
            r = []
            for p, q in ((s, e), (e, s), (s, x), (x, s)):
                try: r.append(repr(f(p, q)))
                except Exception as ex: r.append(type(ex).__name__ + ":" + str(ex))
            print(n, name, r)
        for name, f in [("hash", hash), ("bool", bool), ("len", len), ("iter", iter), ("next", next), ("call", lambda a: a()), ("-", lambda a: -a), ("int", int), ("index", o.index), ("float", float), ("str", str), ("repr", repr), ("rev", reversed), ("format", lambda a: format(a, "x")), ("set", lambda a: o.setitem(a, 1, 2)), ("del", lambda a: o.delitem(a, 1)), ("aiter", aiter), ("list", lambda a: list(zip(a, a))), ("unpack", lambda a: [*a]), ("for", lambda a: [i for i in a])]:
            try: r = type(f(s)).__name__
            except Exception as ex: r = type(ex).__name__ + ":" + str(ex)
            print(n, name, r)
        try:
            with s: pass
        except Exception as ex: print(n, "with", type(ex).__name__, ex)
