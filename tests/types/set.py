def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


class S(set):
    pass


class F(frozenset):
    pass


for c in (set, frozenset, S, F):
    a, b = c([1, 2, 3]), c([2, 3, 4])
    print(a, c(), type(a | b), type(a.copy()), type(a.union([1])), a.copy() is a)
    print(a | b, a & b, a - b, a ^ b)
    print(a.union(b, [9]), a.intersection([1], b), a.difference([1], b), a.symmetric_difference([1, 9]))
    print(a.union(), a.intersection(), a.difference())
    print(a == b, a == {1, 2, 3}, a != b, a < b, a <= a, a > {1}, a >= b, a < {1, 2, 3, 4}, a == [1, 2, 3])
    print(a.issubset([1, 2, 3, 4]), a.issubset([1]), a.issuperset([1]), a.issuperset([7]), a.isdisjoint([7]), a.isdisjoint(b), a.isdisjoint(a))
    print(1 in a, 9 in a, len(a), bool(c()), sorted(a))
    e(lambda: hash(a) == hash(c([3, 2, 1])))
    print(a.__reduce__())
    e(lambda: a | [1])
    e(lambda: a < 1)
    e(lambda: a.union(1))
    e(lambda: c(1))
    e(lambda: c(1, 2))
    e(lambda: c(iterable=1))
    e(lambda: c([[]]))
    e(lambda: [] in a)
    e(lambda: {1} in c([frozenset([1])]))
    e(lambda: a.add(4))
    e(lambda: a.isdisjoint(5))
s = {1, 2, 3}
t = s
s |= {4}
s &= {1, 2, 4, 9}
s -= {1}
s ^= {2, 7}
print(s is t, s)
f = frozenset([1])
g = f
f |= {2}
print(f, g)


def ior(x):
    s = {1}
    s |= x
    return s


e(lambda: ior([1]))
e(lambda: s.remove(100))
e(lambda: s.remove([]))
e(lambda: s.discard([]))
e(lambda: s.discard({1}))
e(lambda: set().pop())
e(lambda: s.add([]))
e(lambda: s.add())
e(lambda: s.update([1], 5))
e(lambda: {1, []})
e(lambda: {*[1], *[[]]})
x = {frozenset([1])}
x.remove({1})
print(x, s)
s.update([1, 2], (3,), {4: 5})
s.intersection_update(range(10), [1, 2, 3])
print(s)
s.difference_update([1], [2])
s.symmetric_difference_update([3, 5])
print(s)
for i in (lambda: s.clear(), lambda: s.add(1)):
    s = {1, 2, 3}
    try:
        for v in s:
            if len(s) == 3:
                i() if i() else s.add(99)
    except RuntimeError as r:
        print(r)
it = iter({1, 2, 3})
print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__())
print({1, True, 1.0}, {0, False}, {-1, -2}, {(1, 2), (3, 4)}, {None})


class Evil:
    def __init__(self, s):
        self.s = s

    def __hash__(self):
        return 1

    def __eq__(self, o):
        self.s.clear()
        return False


s = set()
s.add(Evil(s))
s.add(1)
print(len(s))


class R:
    def __repr__(self):
        return repr(rs)

    def __hash__(self):
        return 1


rs = {R()}
print(rs, frozenset(), S(), F([R()]))


class SK(set):
    def __init__(self, *a, k=0):
        super().__init__(*a)
        self.k = k


print(SK([1], k=3).k, SK([1]))
