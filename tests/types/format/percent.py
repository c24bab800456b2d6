# The % operator of str and bytes.
def t(f, v):
    try:
        print(repr(f), repr(v), "->", repr(f % v))
    except Exception as e:
        print(repr(f), repr(v), type(e).__name__, e)


print("%s|%r|%a|%5d|%-5d|%05d|%+d|% d|%x|%#X|%o|%#o|%e|%.3f|%G|%g|%c|%c|%%|%10.3s|%*d|%.*f" % ("é", "é", "é", 42, 42, 42, 42, 42, 255, 255, 8, 8, 12345.678, 3.14159, 1e-10, 1e20, "x", 0x1f600, "abcdef", 7, 3, 2, 1.005))
print("%(a)s %(b)05.1f %(a)r %(a)d" % {"a": 1, "b": 2.55})
print("%-10s|%10s|%.2s|%5.1s|" % ("ab", "ab", "abc", "xyz"), "%i %u" % (3, 4), "%d%%" % 50, "%ld %hd" % (1, 2), "%5c|%-5c|" % ("a", 66))
print("%d %d" % (10 ** 30, -10 ** 30), "%x" % 2 ** 70, "%.50f" % 0.1, "%010.3f" % -3.14159, "%+.2e" % 0.0, "%#.0f %#g" % (1.0, 1.0), "%s" % ((1, 2),), "%s %s" % ("a", [1]), "%.0f" % 2.5, "%f" % float("nan"), "%5s" % float("inf"))
for f, v in [("%d", "a"), ("%x", 1.5), ("%c", "ab"), ("%c", 1.5), ("%c", -1), ("%c", ""), ("%s %s", 1), ("%s", (1, 2)), ("%(a)s", 1), ("%(a)s", {}), ("%f", "a"), ("%z", 1), ("%", 1), ("%*d", ("a", 1)), ("%d", 1.7), ("%d", 1j), ("%i", None),
             ("%s", {}), ("a", {}), ("a", {"x": 1}), ("a", 1), ("a", []), ("a", "b"), ("a", ()), ("%s", ()), ("%(a", {"a": 1}), ("%(a)", {"a": 1}), ("%s %(a)s", {"a": 1}), ("%.5", 1), ("%é", 1), ("é%z", 1), ("%5%", ()), ("%d", True), ("%s", True),
             ("%x", -255), ("%#o", 0), ("%o", "8"), ("%.3d", 5), ("%08.3d", 5), ("%(a(b))s", {"a(b)": 1}), ("%99999999999999999999d", 1), ("%.99999999999d", 1), ("%()s", {"": 1})]:
    t(f, v)
for f, v in [(b"%s", b"a"), (b"%s", "a"), (b"%b", bytearray(b"x")), (b"%b", 5), (b"%r", "é"), (b"%a", "é"), (b"%d", 42), (b"%5d|%-5d|%05d", (1, 2, 3)), (b"%c", 65), (b"%c", b"z"), (b"%c", 300), (b"%c", "a"), (b"%c", b"ab"), (b"%f", "a"), (b"%.2f", 3.14159),
             (b"%(a)d", {b"a": 1}), (b"%(a)d", {"a": 1}), (b"%x", 1.5), (b"%z", 1), (b"ab", 1), (b"%10s|%-10s|%.1s", (b"a", b"b", b"cd")), (b"%s %s", b"a"), (b"%", 1), (b"%%", ()), (bytearray(b"%d"), 5), (b"a", "a")]:
    t(f, v)


class B:
    def __bytes__(self): return b"by"
    def __repr__(self): return "B()"


t(b"%s %b", (B(), B()))


class I:
    def __index__(self): return 17
    def __repr__(self): return "I()"


class N:
    def __int__(self): return 18
    def __float__(self): return 1.5
    def __repr__(self): return "N()"


for f in ("%d", "%x", "%c", "%f", "%s"):
    t(f, I())
    t(f, N())
print(b"%s" % memoryview(b"mv"))
