def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


class Q:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


q = Q()
for mk in (lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("é€x"),
           lambda: iter(range(3)), lambda: iter(range(10**20, 10**20 + 3)), lambda: iter({1, 2, 3}), lambda: iter({1: 2, 2: 3, 3: 4}),
           lambda: iter({1: 2, 2: 3, 3: 4}.items()), lambda: iter({1: 2, 2: 3, 3: 4}.values()), lambda: reversed({1: 2, 2: 3}),
           lambda: reversed((1, 2, 3)), lambda: reversed("abc"), lambda: iter(q), lambda: reversed(q)):
    it = mk()
    print(type(it).__name__, iter(it) is it)
    for i in range(5):
        if hasattr(it, "__length_hint__"):
            e(it.__length_hint__)
        r = it.__reduce__()
        print([x for x in r if x is not q] if q not in r[1] else (r[0], r[2:]))
        print(next(it, "end"))
    if hasattr(it, "__setstate__"):
        for n in (-5, 0, 1, 2, 3, 100):
            it = mk()
            it.__setstate__(n)
            print(n, list(it), end=" ")
        print()
        e(lambda: mk().__setstate__("a"))
it = iter([1, 2, 3].pop, 1)
print(it.__reduce__()[1][1], list(it), it.__reduce__()[1:])
print(enumerate([1], 5).__reduce__()[1][1], enumerate([1], 10**20).__reduce__()[1][1])
l = [1, 2, 3]
it = iter(l)
next(it)
l.clear()
print(it.__length_hint__(), list(it))
l.extend([1, 2, 3, 4])
print(list(it))
it = reversed(l)
del l[2:]
print(it.__length_hint__(), list(it))
e(lambda: reversed({1}))
e(lambda: reversed(5))
e(lambda: reversed(1, 2))
e(lambda: reversed(a=1))
e(lambda: iter(5))
e(lambda: iter(5, 3))
e(lambda: next(5))
