# Functions take whatever has __float__ or __index__.
import math
from decimal import Decimal as D
from fractions import Fraction as F


class C:
    def __float__(self):
        return 2.0


class I:
    def __index__(self):
        return 3


for f in ("sqrt", "log", "exp", "fabs", "floor", "ceil", "isnan", "log2", "log10", "degrees"):
    for x in (F(1, 2), D("0.5"), C(), I(), True, "a"):
        try:
            print(f, getattr(math, f)(x))
        except Exception as e:
            print(f, type(e).__name__, e)
print(math.fsum([F(1, 2), D(1), C(), I()]), math.hypot(F(3), 4), math.pow(C(), I()), math.sumprod([F(1, 2)], [3]), math.log(F(8), C()), math.trunc(F(7, 2)), sum([0.5, F(1, 2)]))
