def attempt(f):
    try:
        return repr(f()).split(" at 0x")[0]
    except Exception as e:
        return f"{type(e).__name__}: {e}".split(" at 0x")[0]
E1 = type("E",(Exception,),{}); F = type("F",(ValueError,),{}); O = type("O",(OSError,),{})
def setc(o, c): o.__class__ = c
print(attempt(lambda: setc(E1(), F)), attempt(lambda: setc(O(), E1)), attempt(lambda: setc(E1(), O)))
class A: pass
class D(A): pass
class S: __slots__=("x",)
class S2: __slots__=("x",)
print(attempt(lambda: setc(A(), D)), attempt(lambda: setc(S(), S2)), attempt(lambda: setc(A(), S)), attempt(lambda: setc(1, int)), attempt(lambda: setc(A(), int)), attempt(lambda: setc([], list)))
def setb(c, b): c.__bases__ = b
print(attempt(lambda: setb(D, (object,))), attempt(lambda: setb(D, ())), attempt(lambda: setb(D, 5)), attempt(lambda: setb(D, (int,))), attempt(lambda: setb(A, (D,))))
def setn(c, n): c.__name__ = n
print(attempt(lambda: setn(D, "a\0b")), attempt(lambda: setn(D, "\ud800")), attempt(lambda: setn(D, 5)), attempt(lambda: setn(int, "x")))
def dela(c, n): delattr(c, n)
for n in ("__module__","__name__","__qualname__","__bases__","__dict__","__doc__","__mro__"):
    print(n, attempt(lambda: dela(D, n)), attempt(lambda: dela(int, n)))
