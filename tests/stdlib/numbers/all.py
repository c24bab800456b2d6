import numbers
from numbers import *

for c in (Number, Complex, Real, Rational, Integral):
    print(c.__name__, c.__mro__, sorted(c.__abstractmethods__), c.__slots__)
    for v in (1, True, 1.5, 1j, "x", None):
        print(v, isinstance(v, c), issubclass(type(v), c))
    try:
        print(str(c()).split(" at ")[0])
    except TypeError as e:
        print(e)
print(sorted(numbers.__all__))


class MyInt(Integral):
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
    def __trunc__(self): return self.v
    def __add__(self, o): return MyInt(self.v + int(o))
    __radd__ = __add__
    def __neg__(self): return MyInt(-self.v)
    def __pos__(self): return self
    def __mul__(self, o): return MyInt(self.v * int(o))
    __rmul__ = __mul__
    def __eq__(self, o): return self.v == int(o)
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < int(o)
    def __le__(self, o): return self.v <= int(o)
    def __floordiv__(self, o): return MyInt(self.v // int(o))
    def __rfloordiv__(self, o): return MyInt(int(o) // self.v)
    def __mod__(self, o): return MyInt(self.v % int(o))
    def __rmod__(self, o): return MyInt(int(o) % self.v)
    def __repr__(self): return f"MyInt({self.v})"
    def _no(self, *a): raise NotImplementedError
    __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __abs__ = __floor__ = __ceil__ = __round__ = _no
    __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = __and__ = __rand__ = __xor__ = __rxor__ = __or__ = __ror__ = __invert__ = _no


m = MyInt(7)
print(m - 3, 10 - m, divmod(m, 2), divmod(20, m), bool(m), bool(MyInt(0)), float(m), complex(m), m.real, m.imag, m.numerator, m.denominator,
      m.conjugate(), [1, 2, 3, 4, 5, 6, 7, 8][m])
try:
    Complex.__add__(m, 1)
except NotImplementedError as e:
    print("NotImplementedError", e)
