# float: construction, repr, methods.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


class HasFloat:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"HasFloat({self.v!r})"
    def __float__(self): return self.v


class HasIndex:
    def __repr__(self): return "HasIndex()"
    def __index__(self): return 7


for x in ["1", " 1.5\n", "-.5", "5.", "1e3", "1E-3", "1_0.0_1", "1__0", "inf", "-Infinity", "nan", "+nan", "infi", "", ".", "e5", "0x10", "\u0661.\u0662", "1e400", "1e-400", "abc", b"1.5", bytearray(b"2"),
          b"zz", 5, True, 2 ** 1000, 2 ** 1024, 1j, None, [], HasFloat(2.5), HasFloat(1), HasIndex()]:
    t(float, x)
t(float)
t(float, x=1)
t(float, 1, 2)
for x in [0.0, -0.0, 1.0, 0.1, 1 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.5, 3.5, -2.5, 1e300, float("inf"), float("-inf"), float("nan")]:
    print(repr(x), str(x), x.hex(), x.is_integer(), x.conjugate(), x.real, x.imag, -x, abs(x), bool(x), x.__getnewargs__())
    for f in (x.as_integer_ratio, x.__trunc__, x.__floor__, x.__ceil__, x.__round__):
        t(f)
    for n in (0, 1, 2, 5, -1, -5, 20, 400, -400, None):
        t(x.__round__, n)
    if x == x:
        print(hash(x), float.fromhex(x.hex()) == x, hash(x) == hash(x.as_integer_ratio()[0]) if x.is_integer() else "")
for x in (0.5, 1.5, 2.5, 2.675, 1.005, 1234.5678, 0.05, 0.25, 0.35):
    print(x.__round__(), x.__round__(1), x.__round__(2), x.__round__(-1), end=" ")
print()
for s in ["0x1p-1", "0x.8", "1.8", "-0x1.8p+3", "inf", "nan", "0x1p2000", "zz", "", "0x", "0x1.ffffffffffffffp0"]:
    t(float.fromhex, s)
t(float.fromhex, 1)
t(float.from_number, 5)
t(float.from_number, "5")
t(float.from_number, HasFloat(3.5))
t(float.__getformat__, "double")
t(float.__getformat__, "x")


class F(float):
    pass


f = F("2.5")
print(f, repr(f), type(f + 1), f + 1, f == 2.5, type(F.fromhex("0x1p0")), type(F.from_number(3)), f.__round__(), hash(f) == hash(2.5))
for a, b in [(7.0, 2.0), (-7.0, 2.0), (7.0, -2.0), (0.0, -2.0), (1e300, 1e-300), (float("inf"), 2.0), (2.0, float("inf")), (-2.0, float("inf")), (5.5, 0.0)]:
    for op in ("//", "%", "/", "<", "=="):
        try:
            print(a, op, b, eval(f"a {op} b"))
        except Exception as e:
            print(a, op, b, type(e).__name__, e)
for a, b in [(2.0, 3), (2.0, -1), (0.0, -1), (0.0, 0), (-8.0, 2), (float("inf"), -1), (10.0, 400), (-1.0, float("inf")), (1.0, float("nan")), (4, 0.5), (2, -2), (0, -1), (9.0, 0.5)]:
    try:
        print(a, b, a ** b)
    except Exception as e:
        print(a, b, type(e).__name__, e)
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 < float("inf"), -10 ** 400 > float("-inf"), 10 ** 400 == float("nan"), 1 << 62 == float(1 << 62))
try:
    10 ** 400 + 1.0
except OverflowError as e:
    print(e)
