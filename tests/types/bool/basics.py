# bool: construction, logic, arithmetic, text.
print(bool(), bool(0), bool(1), bool(""), bool("a"), bool([]), bool([0]), bool(0.0), bool(-0.1), bool(0j), bool(None), bool(b""), bool(b"x"))
for a in (True, False):
    for b in (True, False, 0, 1, 6):
        print(a & b, a | b, a ^ b, a + b, a - b, a * b, a == b, a < b, b & a, b | a, b ^ a)
print(True.real, True.imag, type(True.real), True.bit_length(), True.__format__("d"), f"{True}", f"{True:5}|{True:<7}|{False!r:>6}", str(False), repr(True), hash(True), True.conjugate())
print(-True, +True, abs(True), True.__invert__.__name__, True // 1, True / 2, True ** 2, True << 3, [10, 20][True], {1: "x"}[True])
print(bool.__mro__, bool.__doc__ is not None, isinstance(True, int), True is (1 == 1), type(True & 1), type(True & False))
for args, kw in (((1, 2), {}), ((), {"x": 1})):
    try:
        print(bool(*args, **kw))
    except TypeError as e:
        print(e)
try:
    type("B", (bool,), {})
except TypeError as e:
    print(e)


class NoBool:
    def __bool__(self): return 5


class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(Len(0)), bool(Len(3)))
try:
    bool(NoBool())
except TypeError as e:
    print(e)
print(bool.from_bytes(b"\x00"), bool.from_bytes(b"\x05"), int(True), float(True), complex(True))
