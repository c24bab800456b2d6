import gc
import weakref
from weakref import ref, proxy, WeakSet, WeakKeyDictionary, WeakValueDictionary, WeakMethod, finalize


def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


class C:
    def __init__(self, n=0):
        self.n = n

    def m(self):
        return self.n

    def __repr__(self):
        return "C(%d)" % self.n


class D(C):
    def __call__(self, *a):
        return a

    def __add__(self, o):
        return ("add", o)

    def __radd__(self, o):
        return ("radd", o)

    def __iadd__(self, o):
        return self

    def __len__(self):
        return 3

    def __getitem__(self, k):
        return k

    def __contains__(self, k):
        return k == 1

    def __iter__(self):
        return iter("ab")

    def __int__(self):
        return 7

    def __neg__(self):
        return -1

    def __bool__(self):
        return False


def basics():
    c = C(1)
    r = ref(c)
    print(r is ref(c), r() is c, r == ref(c), hash(r) == hash(c), r.__callback__)
    print(weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r], ref(c, print) is r, repr(r)[:11], type(r))
    e(lambda: ref(1))
    e(lambda: ref([]))
    e(lambda: ref())
    e(lambda: ref(1, 2, 3))
    e(lambda: ref(C, foo=1))
    e(lambda: proxy(1))
    e(lambda: r < r)
    e(lambda: r(1))
    print(ref(C)() is C, ref(e)() is e, ref(int)() is int, ref(len)() is len)
    print(ref[int], weakref.ReferenceType is ref)


def proxies():
    c, d = C(2), D(3)
    p, q = proxy(c), proxy(d)
    print(p is proxy(c), type(p), type(q), p, p.n, p.m(), isinstance(p, C), p.__class__, repr(p)[:14])
    p.x = 5
    print(c.x, p == c, p != c, bool(p), bool(q))
    del p.x
    e(lambda: p.x)
    e(lambda: hash(p))
    e(lambda: p + 1)
    e(lambda: p[0])
    e(lambda: len(p))
    e(lambda: p())
    print(q(1, 2), q + 1, 1 + q, len(q), q[5], 1 in q, 2 in q, list(q), int(q), -q)
    q += 1
    print(q)


basics()
proxies()

dead = []
c = C(4)
r1 = ref(c, lambda r: dead.append((1, r() is None, r is r1)))
r2 = ref(c, lambda r: dead.append((2, r() is None, r is r2)))
p = proxy(c, lambda r: dead.append((3, r is p)))
del c
gc.collect()
print(dead, r1(), r1.__callback__)
e(lambda: p.n)
e(lambda: str(p))
e(lambda: bool(p))
e(lambda: p == 1)
e(lambda: hash(r1))
print(r1 == r1, r1 == r2, repr(r1).endswith("; dead>"), repr(p).endswith("; dead>"))


class R(ref):
    __slots__ = ("key",)

    def __new__(cls, o, cb, key):
        self = super().__new__(cls, o, cb)
        self.key = key
        return self

    def __init__(self, o, cb, key):
        super().__init__(o, cb)


c = C(5)
k = R(c, None, "key")
print(k.key, k() is c, k == ref(c), k is ref(c), type(k).__mro__[1:])
del c
gc.collect()
print(k())


class Slots:
    __slots__ = ("a",)


class WSlots:
    __slots__ = ("a", "__weakref__")


e(lambda: ref(Slots()))
w = WSlots()
print(ref(w)() is w)

objs = [C(i) for i in range(5)]
s = WeakSet(objs)
d = WeakKeyDictionary()
v = WeakValueDictionary()
for i, o in enumerate(objs):
    d[o] = i
    v[i] = o
print(len(s), len(d), len(v), objs[2] in s, 5 in s, objs[3] in d, d[objs[3]], v[4], 9 in v, v.get(9), d.get(C(1), "no"))
print(sorted(x.n for x in s), sorted(d.values()), sorted(v.keys()), [x.n for x in v.values()], list(v.items()))
del o, objs[1:3]
gc.collect()
print(len(s), len(d), len(v), sorted(x.n for x in s), [k.n for k in d], list(v))
e(lambda: v[1])
print(v.pop(0), v.pop(0, "none"), v.setdefault(7, objs[0]), v.popitem(), len(v))
s2 = s | {objs[0]}
print(s2 == s, s - s2, len(s & s2), s <= s2, s < s2, s.isdisjoint(s2), len(s ^ s2), type(s.copy()))
s.discard(objs[0])
s.remove(objs[1])
print(len(s), s.pop() is objs[2], len(s))
e(lambda: s.pop())
print(WeakValueDictionary(a=objs[0]) | {"b": objs[1]} == {"a": objs[0], "b": objs[1]}, len(v.copy()), len(d.copy()))
del s2, d, v

m = WeakMethod(objs[0].m)
print(m()(), m() == objs[0].m, m == WeakMethod(objs[0].m), m == WeakMethod(objs[1].m))
e(lambda: WeakMethod(1))
del objs
gc.collect()
print(m())

c = C(6)
f = finalize(c, print, "finalized", c.n, sep="-")
print(f.alive, f.peek()[1:], f.atexit)
g = finalize(c, print, "never")
print(g.detach()[1:], g.alive, g.detach(), g())
h = finalize(c, lambda: "called")
print(h(), h(), h.alive)
del c
gc.collect()
print(f.alive, f.peek())
keep = C(7)
finalize(keep, print, "at exit 1")
finalize(keep, print, "at exit 2")
finalize(keep, print, "not at exit").atexit = False
