import copy
import math
import random
from fractions import Fraction as F

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

print([F(), F(3), F(8, 6), F(10, -8), F(F(1, 7), 5), F(F(1, 7), F(2, 3)), F(1.47), F(2.25), F(True), F(-0.0)])
for s in ["314", "-35/4", "3.1415", "-47e-2", " 1/3 ", "1 / 3", ".5", "5.", "1_000/3", "1e1_0", "+7", "1.5E+3", "", "x", "1/0", "1//2", "1/ -2", "1.5/2", "_1", "1__0", "nan", "1e", "- 1", "٣/٤", "0/5", "1/3\n", "1.2.3", "e5"]:
    tries(lambda: F(s))
tries(lambda: F("a", 1), lambda: F(1, "a"), lambda: F(1, 0), lambda: F(1.5, 2), lambda: F(None), lambda: F(1j), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(1, 2, 3), lambda: F(int), lambda: F.from_float(1), lambda: F.from_float(0.1), lambda: F.from_float("x"), lambda: F.from_number(F(1, 2)), lambda: F.from_number(0.5), lambda: F.from_number("x"), lambda: F.from_number(3))
rnd = random.Random(3)
vals = [F(rnd.randrange(-60, 60), rnd.randrange(1, 40)) for _ in range(12)] + [3, -2, 0, 1.5, 2j, True]
for a in vals:
    for b in vals[:8] + vals[12:]:
        if not isinstance(a, F) and not isinstance(b, F):
            continue
        r = []
        for op in ("+", "-", "*", "/", "//", "%", "<", "<=", "==", "!=", ">", ">="):
            try:
                r.append(str(eval(f"a {op} b")))
            except Exception as e:
                r.append(type(e).__name__ + " " + str(e))
        try:
            r.append(divmod(a, b))
        except Exception as e:
            r.append(str(e))
        print(a, b, r)
for a, b in [(F(2, 3), 3), (F(2, 3), -3), (F(-2, 3), -3), (F(0), -1), (F(0), 0), (F(4, 9), F(1, 2)), (F(-4, 9), 0.5), (2, F(3)), (2, F(-1)), (2, F(1, 2)), (0.5, F(2)), (0.5, F(-2)), (F(2), 2.5), (F(2), 1j), (2j, F(2)), (F(1, 2), F(-3)), ("x", F(1))]:
    tries(lambda: a ** b)
tries(lambda: pow(F(1), 2, 3), lambda: F(1) < "a", lambda: F(1) + "a", lambda: "a" * F(2), lambda: F(1) == "a", lambda: F(1, 2) == 0.5, lambda: F(1, 2) == 0.5 + 0j, lambda: F(1) < float("inf"), lambda: F(1) > float("nan"), lambda: F(1, 3) == 1 / 3, lambda: F(5) == 5)
for a in [F(7, 2), F(-7, 2), F(5, 2), F(-5, 2), F(1, 3), F(-1, 3), F(0), F(12345, 7), F(25, 10)]:
    print(a, int(a), math.floor(a), math.ceil(a), math.trunc(a), round(a), [repr(round(a, n)) for n in (0, 1, 2, -1, -2)], float(a), abs(a), -a, +a, bool(a), a.is_integer(), a.as_integer_ratio(), a.numerator, a.denominator, hash(a) == hash(float(a)), hash(a))
print(hash(F(1, 3)), hash(F(-1, 3)), hash(F(2**61, 3)), hash(F(1, 2**61 - 1)), hash(F(5)) == hash(5))
p = F("3.141592653589793238462643")
print([p.limit_denominator(n) for n in (1, 7, 10, 100, 1000, 10**6, 10**9)], F(-p).limit_denominator(100), F(4321, 8765).limit_denominator(10000), F(1, 3).limit_denominator())
tries(lambda: p.limit_denominator(0))
for a in [F(1, 3), F(-22, 7), F(0), F(1234567, 1), F(123456789, 1000), F(1, 10**7), F(999999, 10**6), F(5, 2), F(-1, 10**9)]:
    print(a, [format(a, s) for s in ("", "f", ".2f", "+.3f", "e", ".0e", ".3E", "g", ".2g", "#g", "G", "%", ".1%", "10", "<10", "^12", "=+12", "*>12", "#", ",", "_", ",.2f", "015.3f", "015,.2f", "z.1f", "+z.0f", ".0f", "#.0f", " .1f", "0=12.1f", ".6_f", ".,f", "F")])
for s in ["x", "d", "010", "<010f", ".f", "#010", "5s", "<<<", ".3", "q.2f"]:
    tries(lambda: format(F(1, 3), s))
class S(F):
    pass
s = S(1, 2)
print(repr(s), repr(s + 1), repr(+s), copy.copy(s), type(copy.deepcopy(s)).__name__, copy.copy(p) is p, s.__reduce__(), repr(S.from_float(0.5)), sum([F(1, 3)] * 3), max(F(1, 2), 0.3), sorted([F(1, 2), 0.1, F(1, 3), 1]))
