import math
values = [0.0, -0.0, 1, -1, 0.5, 2.5, -2.5, 1e300, 1e-300, math.pi, 100, float("inf"), float("-inf"), float("nan"), True, 10 ** 30, "x", None]
def attempt(f, *a):
    try:
        return repr(f(*a))
    except Exception as e:
        return f"{type(e).__name__}: {e}"
for n in sorted(k for k in dir(math) if k[0] != "_" and callable(getattr(math, k))):
    f = getattr(math, n)
    if n in ("fsum", "prod"):
        for a in ([], [1, 2, 3], [0.1] * 10, [1e300, -1e300, 1], [float("inf"), 1], [float("inf"), float("-inf")], ["x"], 5):
            print(n, a, attempt(f, a))
    elif n in ("dist", "sumprod"):
        for a, b in (([1, 2], [3, 4.5]), ([], []), ([1], [1, 2]), ([0.1] * 5, [10] * 5), ("ab", [1, 2]), (5, 6)):
            print(n, a, b, attempt(f, a, b))
    elif n in ("atan2", "copysign", "fmod", "pow", "remainder", "ldexp", "comb", "perm", "nextafter", "isclose", "gcd", "lcm", "hypot"):
        for a in values[:11] + [3, 12, float("nan")]:
            print(n, a, [attempt(f, a, b) for b in (0, 1, 2, -3, 0.5, 18, "x")])
    elif n == "fma":
        print([attempt(f, *a) for a in ((1, 2, 3), (1e308, 10, -1e308), (float("inf"), 0, 1), (0.1, 10, -1), (1, 2))])
    elif n in ("lgamma", "gamma", "erf", "erfc", "asinh", "cbrt"):
        print(n, [attempt(lambda x: f"{f(x):.13g}", v) for v in values if not isinstance(v, (str, type(None)))])
    elif n in ("acosh", "atanh"):
        print(n, [f"{f(v):.13g}" for v in ((1, 1.5, 1e300, 100) if n == "acosh" else (0, 0.5, -0.9))], attempt(f, -2))
    else:
        print(n, [attempt(f, v) for v in values if not (n == "factorial" and v == 10 ** 30)])
print(math.log(8, 2), math.log(10 ** 400), math.log2(2 ** 1000), math.log10(10 ** 500), attempt(math.log, 0), attempt(math.log, -1), attempt(math.log, 2, 1), attempt(math.log))
print(math.isqrt(10 ** 40), math.comb(50, 25), math.perm(10), math.factorial(30), math.gcd(), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.hypot(), math.hypot(1, 2, 3), math.prod([1, 2], start=5))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 2, rel_tol=1), attempt(math.isclose, 1, 2, -1), math.nextafter(1, 2, steps=3), math.ulp(1), math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.frexp(10), math.modf(-2.5))
print(math.e, math.tau, math.inf, math.nan, math.cbrt(8), math.fabs(-3), math.isfinite(1), math.isinf(math.inf), math.isnan(math.nan), math.radians(180), math.atan(1), math.degrees(math.pi))
