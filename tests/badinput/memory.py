# Sizes that no machine has: MemoryError or OverflowError, at once.
import sys
big = 10 ** 12
for name, f in {
    "list": lambda: [0] * big, "tuple": lambda: (1, 2) * big, "str": lambda: "ab" * big, "bytes": lambda: b"ab" * big, "bytearray": lambda: bytearray(b"x") * big, "bytearray n": lambda: bytearray(10 ** 13), "bytes n": lambda: bytes(10 ** 13),
    "ljust": lambda: "x".ljust(10 ** 13), "zfill": lambda: "1".zfill(10 ** 13), "center": lambda: b"x".center(10 ** 13), "format": lambda: format(1, "10000000000000"), "percent": lambda: "%10000000000000d" % 1,
    "expandtabs": lambda: ("\t" * 1000).expandtabs(10 ** 12), "replace": lambda: ("a" * 100000).replace("a", "b" * 100000000), "join": lambda: ("x" * 10 ** 9).join("a" * 10 ** 5), "shift": lambda: 1 << 10 ** 14, "huge list": lambda: [0] * sys.maxsize, "huge str": lambda: "ab" * sys.maxsize,
    "range list": lambda: list(range(sys.maxsize)), "overflow": lambda: [0] * 10 ** 30, "huge bytes": lambda: bytes(sys.maxsize), "list add": lambda: [0] * (2 ** 62) + [1],
}.items():
    try:
        f()
    except (MemoryError, OverflowError) as e:
        print(name, type(e).__name__)
    else:
        print(name, "no error")
