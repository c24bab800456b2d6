# int(): texts in every base, numbers, objects with __int__ and __index__.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


class HasInt:
    def __repr__(self): return "HasInt()"
    def __int__(self): return 41


class HasIndex:
    def __repr__(self): return "HasIndex()"
    def __index__(self): return 7


class BadInt:
    def __repr__(self): return "BadInt()"
    def __int__(self): return 1.5


for x in ["12", " 12\n", "-0", "+5", "1_000", "1__0", "_1", "1_", "", " ", "- 1", "0x10", "\u0663\u0664", "1\u00a0", "9" * 50, "x" * 300, "1e5", "1.0"]:
    t(int, x)
for x, b in [("z", 36), ("Z", 36), ("0x1f", 16), ("0x1f", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0), ("12", 3), ("19", 8), ("0b12", 2),
             ("1", 1), ("1", 37), ("1", -2), ("1", 1 << 80), (b"ff", 16), (bytearray(b"11"), 2), (5, 10), (None, 10), ("1_0", 2), ("0x_f", 16), ("0x", 16)]:
    t(int, x, b)
t(int)
t(int, "1", 2, 3)
t(int, foo=1)
t(int, x=1)
t(int, base=10)
t(int, "1", base="a")
t(int, "7", base=8)
for x in [True, 1.9, -1.9, 1e20, float("inf"), float("nan"), b"12", bytearray(b" 3 "), b"\xff", [], None, 1j, object, HasInt(), HasIndex(), BadInt()]:
    t(int, x)
t(int, "1" * 4301)
print(int(memoryview(b"4")))
t(lambda: str(10 ** 4300))
t(lambda: f"{10 ** 4300}")
t(lambda: len(f"{10 ** 4300:x}"))
print(len(hex(int("1" * 5000, 16))))


class I(int):
    def __new__(cls, x, tag=None):
        self = super().__new__(cls, x)
        self.tag = tag
        return self


i = I("12", tag="t")
print(i, repr(i), i.tag, type(i + 1), i + 1, i == 12, hash(i) == hash(12), type(int(i)), type(+i), isinstance(i, int), {12: "a"}[i])
print(I(10 ** 30) + 1, I(2 ** 70) == 2 ** 70, -I(5), abs(I(-5)), I(3) ** 2, divmod(I(7), 2), bool(I(0)), f"{I(5):03}")
try:
    class B(bool): pass
except TypeError as e:
    print(e)
