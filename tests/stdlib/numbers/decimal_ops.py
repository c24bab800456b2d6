# All operations on interesting and random numbers, with their conditions.
import random
from decimal import *

rnd = random.Random(11)
special = ["0", "-0", "1", "-1", "2", "10", "0.1", "-0.5", "3.14", "1E+3", "1e-3", "Inf", "-Inf", "NaN", "-NaN7", "sNaN", "9.99", "-7.25", "101", "1e20", "-3", "0E+5", "0.00", "1e400", "1E-400", "123.456"]
def rand():
    n = rnd.choice([1, 2, 5, 9, 12, 30])
    return ("-" if rnd.random() < .4 else "") + str(rnd.randrange(10**n)) + "e" + str(rnd.choice([0, 0, -1, -3, 2, -n, 5, -20, 20]))

contexts = [Context(prec=9, Emax=384, Emin=-383, traps=[]), Context(prec=28, traps=[]), Context(prec=3, rounding=ROUND_DOWN, Emax=5, Emin=-5, traps=[]), Context(prec=5, rounding=ROUND_FLOOR, Emax=20, Emin=-20, clamp=1, traps=[]), Context(prec=2, rounding=ROUND_05UP, traps=[]), Context(prec=16, rounding=ROUND_HALF_UP, capitals=0, traps=[])]

def show(c, name, *args):
    c.clear_flags()
    try:
        r = getattr(c, name)(*args)
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    print(contexts.index(c), name, *args, "->", r if not isinstance(r, tuple) else list(map(str, r)), "".join([s.__name__[:2] for s, on in c.flags.items() if on]))

unary = "abs minus plus exp ln log10 logb logical_invert next_minus next_plus normalize sqrt to_integral_value to_integral_exact to_sci_string to_eng_string number_class is_normal is_subnormal is_finite is_infinite is_nan is_qnan is_snan is_signed is_zero copy_abs copy_negate canonical is_canonical radix".split()
binary = "add subtract multiply divide divide_int remainder remainder_near divmod quantize compare compare_signal compare_total compare_total_mag max min max_mag min_mag next_toward copy_sign same_quantum scaleb shift rotate logical_and logical_or logical_xor power".split()
for c in contexts[:2]:
    for s in special:
        for u in unary:
            if u != "radix":
                show(c, u, Decimal(s))
for c in contexts[:1]:
    for a in special[::3]:
        for b in special[1::3]:
            for f in binary:
                if f == "power" and ("e" in (a + b).lower() and "400" in a + b or b == "1e20"):
                    continue
                show(c, f, Decimal(a), Decimal(b))
for k in range(48):
    c = contexts[k % len(contexts)]
    a, b = Decimal(rand()), Decimal(rand())
    for f in binary:
        if f == "power":
            b2 = rnd.choice([Decimal(rnd.randrange(-30, 30)), Decimal(rnd.randrange(-300, 300)) / 100, Decimal("0.5")])
            show(c, f, a, b2)
        else:
            show(c, f, a, b)
    for u in unary[:16]:
        if u == "exp" and abs(a) > 10**5:
            continue
        show(c, u, a)
    show(c, "fma", a, b, Decimal(rand()))
    show(c, "create_decimal", str(a))
for a, b, m in [(3, 5, 7), (-3, 5, 7), (3, -1, 7), (0, 0, 7), (2, 100, 13), (2, 3, 0), (Decimal("1.5"), 2, 3), (10, 10, 10**9), (7, 0, 5)]:
    show(contexts[0], "power", a, b, m)
getcontext().prec = 50
print(Decimal(2).sqrt(), Decimal(2).ln(), Decimal(10).ln(), Decimal(1).exp(), Decimal(3).log10(), Decimal(2) ** Decimal("0.5"), Decimal("1.0000000001").ln(), Decimal("0.9").ln(), Decimal("1e-30").exp(), Decimal("-1e-60").exp(), Decimal(100).exp(), Decimal("1e100").log10(), Decimal("1e-7").log10())
getcontext().prec = 300
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(7).ln())
getcontext().prec = 6
print(Decimal(4) ** Decimal("0.5"), Decimal(2) ** -2, Decimal(9) ** Decimal("1.5"), Decimal("0.25") ** Decimal("-0.5"), Decimal(10) ** 20, Decimal("1.1") ** 3, Decimal(-2) ** 3, Decimal(1) ** Decimal("0.3"), Decimal("1.00") ** 5, Decimal(1) ** -3, Decimal(8) ** (Decimal(1) / 3))
