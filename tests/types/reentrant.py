# Sequences that change while they are compared, built, hashed or walked.
import gc
import weakref
from collections.abc import MutableSet


class Clear:
    def __init__(self, other=None):
        self.other = other

    def __eq__(self, x):
        self.other.clear()
        return NotImplemented


a, b = [Clear()], [Clear()]
a[0].other, b[0].other = b, a
print(a == b)
c = [Clear()]
c[0].other = c
print(c == [1], c)

t = ()
for _ in range(400_000):
    t = (t,)
try:
    hash(t)
except RecursionError as e:
    print("hashing a tuple" in str(e))
print(hash(((1, (2, 3)), 4)) == hash(((1, (2, 3)), 4)))

data = bytearray()


def grow():
    for i in range(1, 6):
        yield i
        print(list(data), data.__alloc__() > len(data))


data.__init__(grow())
for source in ([1, 256], (-1,)):
    data = bytearray(b"abc")
    try:
        data.__init__(source)
    except (ValueError, TypeError) as e:
        print(e, data)


class MyBytes(bytes):
    pass


class With:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


class TextWith(str):
    def __bytes__(self):
        return b"special"


print(type(bytes(With(MyBytes(b"a")))), type(MyBytes(With(b"a"))))
print(bytes(TextWith("x")), bytes(TextWith("x"), "ascii"), MyBytes(TextWith("x")))
for bad in (With("a"), With(None)):
    try:
        bytes(bad)
    except TypeError as e:
        print(e)

M = 2**63
for r in (range(0, -M, -1), range(1, M - 1, M - 1), range(M - 1, -M, -M), range(-M, M - 1, M - 1), range(0, -M, -M)):
    print(r, list(zip(r, range(3))), list(zip(reversed(r), range(3))))


class Ref(weakref.ref):
    pass


class Thing:
    def __pow__(self, other, mod=None):
        return "pow", type(other).__name__, mod


o = Thing()
refs = [Ref(o), weakref.ref(o), weakref.proxy(o), Ref(o), weakref.ref(o, print)]
print([refs.index(r) if not isinstance(r, weakref.ProxyTypes) else "proxy" for r in weakref.getweakrefs(o)][:2])
print([next(i for i, x in enumerate(refs) if x is r) for r in weakref.getweakrefs(o)])
print(pow(weakref.proxy(o), 2, 3), isinstance(weakref.WeakSet(), MutableSet))
print(bytes.__doc__.startswith("bytes("), bytearray.__doc__.startswith("bytearray("))
