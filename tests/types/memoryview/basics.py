# memoryview: items, slices, casts, comparison, release.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(f.__name__, a, k, "->", r if not isinstance(r, memoryview) else (r.tolist(), r.format, r.shape))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


m = memoryview(bytearray(range(24)))
print(m[3], m[-1], m[2:5].tolist(), bytes(m[::-3]), m[1:5] == bytes([1, 2, 3, 4]), len(m), m.nbytes, m.readonly)
c = m.cast("I")
print(c[0], c.tolist(), c.shape, c.strides)
c[1] = 0xffffffff
print(bytes(m))
d = m.cast("B", [2, 3, 4])
print(d.tolist(), d.shape, d.strides, d[1, 2, 3], d.ndim, d.contiguous, d.c_contiguous, d.f_contiguous)
d[0, 0, 0] = 99
print(m[0], d.tobytes("F"), d.tobytes("A"), d.tobytes(None))
m[2:4] = b"ab"
m[::8] = b"XYZ"
print(m.tobytes(), m.hex(), m.hex("-", 4))
for f in "bBhHiIlLqQnNfd?c":
    x = memoryview(bytes(range(1, 17))).cast(f)
    print(f, x.itemsize, x.tolist())
for f, v in [("b", -129), ("b", 127), ("B", 256), ("h", 40000), ("H", -1), ("i", 1 << 31), ("Q", 1 << 64), ("Q", (1 << 64) - 1), ("q", 1 << 63), ("f", 1.5), ("d", "a"), ("?", 5), ("c", b"x"), ("c", 5), ("c", b"xy"), ("e", 1.5), ("e", 1e6), ("B", 1.5), ("B", True)]:
    x = memoryview(bytearray(16)).cast(f)
    try:
        x[0] = v
        print(f, v, x[0])
    except Exception as e:
        print(f, v, type(e).__name__, e)
print(memoryview(b"abc") == memoryview(bytearray(b"abc")), memoryview(b"abc") != b"abd", hash(memoryview(b"abc")) == hash(b"abc"), memoryview(b"abc")[::2].tobytes(), memoryview(b"a") == 5)
print(memoryview(bytes(8)).cast("d") == memoryview(bytes(1)), memoryview(b"\1\0").cast("H") == memoryview(b"\1"), list(memoryview(b"abc")), 98 in memoryview(b"abc"))
m = memoryview(bytearray(b"abcde"))
for f, a in [("cast", ("z",)), ("cast", ("i",)), ("cast", ("B", [2])), ("cast", ("B", (5, 1))), ("cast", (5,)), ("cast", ("B", 5)), ("cast", ("B", [-1])), ("cast", ("B", ["a"])), ("__getitem__", (10,)), ("__getitem__", ("a",)), ("__getitem__", ((0, 0),)), ("__setitem__", (0, 300)), ("__setitem__", (0, "a")), ("__delitem__", (0,)), ("tobytes", ("X",)),
             ("count", (97,)), ("index", (99,)), ("index", (5,)), ("index", (99, 3)), ("toreadonly", ())]:
    t(getattr(m, f), *a)
for a in ((5,), ("a",), (), (b"", 1)):
    t(memoryview, *a)
t(memoryview, object=b"a")
try:
    m[0:2] = b"abc"
except ValueError as e:
    print(e)
try:
    hash(m)
except ValueError as e:
    print(e)
for n in "obj nbytes readonly itemsize format ndim shape strides suboffsets c_contiguous f_contiguous contiguous".split():
    print(n, getattr(memoryview(b"abcdef").cast("H")[::2], n))
try:
    memoryview(b"ab")[0] = 1
except TypeError as e:
    print(e)
try:
    m.toreadonly()[0] = 1
except TypeError as e:
    print(e)
try:
    m[::2].cast("B")
except TypeError as e:
    print(e)
with memoryview(b"abc") as q:
    print(q[0])
for f in (lambda: q[0], lambda: len(q), lambda: q.tobytes(), lambda: q.obj, lambda: list(q), lambda: memoryview(q), lambda: q.cast("B")):
    try:
        f()
    except ValueError as e:
        print(e)
q.release()
print(q == q, q == b"abc", bytes(memoryview(memoryview(b"xy"))), b"".join([memoryview(b"a"), b"b"]))
