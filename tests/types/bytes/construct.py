# bytes() and bytearray().
def t(f, *a, **k):
    a, args = ["view" if isinstance(x, memoryview) else x for x in a], a
    try:
        print(f.__name__, a, k, "->", f(*args, **k))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


class Idx:
    def __repr__(self): return "Idx()"
    def __index__(self): return 3


class HasBytes:
    def __repr__(self): return "HasBytes()"
    def __bytes__(self): return b"hb"


class BadBytes:
    def __repr__(self): return "BadBytes()"
    def __bytes__(self): return "x"


for a in [(5,), (0,), (-1,), ([1, 2, 300],), (["a"],), ([-1],), ("a",), ("a", "utf-8"), (b"x", "ascii"), ("é", "ascii"), ("é", "ascii", "replace"), (1.5,), (None,), ([1, 2],), ((1, 2),), ({3: 1},), (1 << 70,), (), ("a", "utf-8", "strict", 1), (b"abc",), (bytearray(b"abc"),), (memoryview(b"abc")[1:],), (Idx(),), ([Idx()],), (HasBytes(),), (BadBytes(),), (True,), ("a", 5)]:
    t(bytes, *a)
    t(bytearray, *a)
for k in ({"foo": 1}, {"source": b"x"}, {"encoding": "a"}, {"source": "é", "encoding": "latin-1"}):
    t(bytes, **k)
    t(bytearray, **k)
t(bytes, 5, errors="strict")


class B(bytes):
    pass


b = B(b"abc")
b.x = 1
print(b, repr(b), b.x, type(b[:]), type(b + b""), type(b.upper()), b == b"abc", hash(b) == hash(b"abc"), type(B.fromhex("ab")), type(bytes(b)), {b"abc": 1}[b], type(b.__bytes__()))


class BA(bytearray):
    pass


b = BA(b"abc")
b.x = 1
print(b, repr(b), b.x, type(b[:]), type(b + b""), type(b.upper()), b == b"abc", type(BA.fromhex("ab")))
try:
    hash(b)
except TypeError as e:
    print(e)
print(b"a" == "a", b"a" != "a", b"" == bytearray(), bytes(3), b"\x00\xff\t\n\r\\'\"", b"'", b'"', iter(b"ab").__length_hint__(), list(iter(b"ab")), b"abc"[0], b"abc"[-1:], b"abc"[::2])
try:
    b"a" < "a"
except TypeError as e:
    print(e)
