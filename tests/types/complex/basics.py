# complex: construction, arithmetic, comparison, text.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


class HasComplex:
    def __repr__(self): return "HasComplex()"
    def __complex__(self): return 1 + 2j


class HasFloat:
    def __repr__(self): return "HasFloat()"
    def __float__(self): return 2.5


for x in ["1+2j", "(1+2j)", " ( 1-2j ) ", "j", "-j", "+J", "1", "1e3-1e-3j", "1 + 2j", "nan+infj", "-inf", "1+", "1j2", "", "()", "1_0+2_0j", "abc", "1+2", 5, 1.5, True, 2j, HasComplex(), HasFloat(), b"1", None, []]:
    t(complex, x)
for a in [(1, 2), (1.5, -2), ("1", 2), (1, "2"), (1, None), (None, 1), ([], 1), (HasFloat(), 1), (1, HasFloat()), (1, 2, 3)]:
    t(complex, *a)
t(complex)
t(complex, real=1, imag=2)
t(complex, imag=2)
t(complex, foo=1)
t(complex, 1, real=2)
t(complex.from_number, 3)
t(complex.from_number, HasComplex())
t(complex.from_number, "1")
for z in [0j, 1j, -1j, 1 + 2j, -1.5 - 0.5j, complex(-0.0, 0.0), complex(0.0, -0.0), complex("inf+nanj"), 1e20 + 1e-20j]:
    print(z, repr(z), str(z), z.real, z.imag, z.conjugate(), -z, +z, bool(z), z == z, z != 1, z.__getnewargs__(), z.__complex__())
for a in (1 + 2j, 2j, 0j, complex(-0.0, 3)):
    for b in (3 - 1j, 2, 0.5, True, 0, -1j):
        for op in ("+", "-", "*", "/", "==", "!="):
            try:
                print(a, op, b, eval(f"a {op} b"), eval(f"b {op} a"))
            except Exception as e:
                print(a, op, b, type(e).__name__, e)
for e in (0, 1, 2, 3, -1, -2, 10):
    print((1 + 2j) ** e, 1j ** e, (2 + 0j) ** e)
for src in ("0j ** -1", "0j ** 1j", "0j ** 0", "1j < 2j", "1j // 2", "1j % 2", "1j & 1", "int(1j)", "float(1j)", "abs(3 + 4j)", "hash(1j)", "hash(2 + 0j) == hash(2)", "1 + 0j == 1", "2j == 2", "(10 ** 400) == 1j", "1j + 'a'", "~1j",
            "complex(float('inf'), 1) * complex(1, float('inf'))", "complex('inf') / 2", "1 / complex('inf')", "(1e200 + 1e200j) * 1e200", "abs(complex(1e308, 1e308) * 10)"):
    try:
        print(src, "->", eval(src))
    except Exception as e:
        print(src, type(e).__name__, e)


class C(complex): pass


c = C("1+2j")
print(c, repr(c), type(c + 1), type(c.conjugate()), c == 1 + 2j, type(C.from_number(1)))
