# The methods and attributes of int.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


for n in [0, 1, -1, 5, 255, 256, -256, 2 ** 31, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 2 ** 64, -2 ** 64, 10 ** 30, -10 ** 30]:
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio(), n.is_integer(),
          n.__trunc__(), n.__floor__(), n.__ceil__(), n.__getnewargs__(), n.__index__(), n.__int__(), -n, +n, abs(n), ~n, bool(n), hash(n))
    for size in (0, 1, 2, 8, 9, 20):
        for order in ("big", "little"):
            for signed in (False, True):
                try:
                    b = n.to_bytes(size, order, signed=signed)
                    print(b, int.from_bytes(b, order, signed=signed) == n, end=" ")
                except OverflowError as e:
                    print(e, end=" ")
        print()
    for d in (None, 0, 3, -1, -2, -5, -30, -100):
        print(n.__round__(d), end=" ")
    print()
for n in (5, 15, 25, 35, -5, -15, -25, 149, 150, 151, 250, 350):
    print(n.__round__(-1), n.__round__(-2), end=" ")
print()
t((1).to_bytes, -1)
t((1).to_bytes, 1, "x")
t((1).to_bytes, 1, 5)
t((1).to_bytes, "a")
t((5).to_bytes)
t(int.from_bytes, b"a", "x")
t(int.from_bytes, 5)
t(int.from_bytes, [1, 2])
t(int.from_bytes, "a")
t(int.from_bytes, [300])
t(int.from_bytes, b"")
t(int.from_bytes, b"\x80", signed=True)
t(int.from_bytes, bytearray(b"\x01\x02"), byteorder="little")
t((1).__round__, 1.5)
t((1).bit_length, 1)
t((1).bit_length, a=1)
t((1).__format__, 5)


class I(int): pass


print(type(I.from_bytes(b"a")), I.from_bytes(b"a"), type(I(5).conjugate()), type(I(5).real), type(I(5).__round__()))
for a, b, m in [(2, 10, 1000), (2, -1, 7), (3, -2, 7), (2, -1, 4), (2, 3, 0), (2, 5, -7), (-2, 5, 7), (10 ** 20, 10 ** 20, 97), (0, 0, 1), (5, 0, 1)]:
    t(pow, a, b, m)
