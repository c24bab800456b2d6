def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


big = 10**30
rs = [range(0), range(5), range(2, 9, 3), range(9, 2, -3), range(5, 5), range(-3, 3), range(0, 10, 100),
      range(big), range(big, big + 5), range(big, 0, -(10**29)), range(0, 10, big), range(-big, big, big),
      range(-2**63, 2**63 - 1), range(2**63 - 3, 2**63 - 1), range(2**63 - 1, -2**63, -1), range(True, 3)]
for r in rs:
    print(r, bool(r), r.start, r.stop, r.step)
    e(lambda: len(r))
    for k in (0, 1, -1, 4, big, -big):
        e(lambda: r[k])
    for s in (slice(None), slice(1, 3), slice(None, None, -1), slice(-3, None), slice(10, 0, -2), slice(big), slice(None, None, 7)):
        e(lambda: r[s])
    for x in (0, 1, 2, 5, -3, True, 2.0, "a", big, big + 1, None):
        if len(repr(r.stop)) < 10 or type(x) is int:
            e(lambda: x in r)
            e(lambda: r.index(x))
            e(lambda: r.count(x))
    e(lambda: [*zip(range(3), r)])
    e(lambda: [*zip(range(3), reversed(r))])
    e(lambda: r.__reduce__())
    e(lambda: iter(r).__reduce__())
    e(lambda: reversed(r).__reduce__())
    e(lambda: iter(r).__length_hint__())
    e(lambda: [r == q for q in rs])
    e(lambda: [hash(r) == hash(q) for q in rs])
e(lambda: range())
e(lambda: range(1, 2, 3, 4))
e(lambda: range("a"))
e(lambda: range(1, 2, 0))
e(lambda: range(stop=3))
e(lambda: range(3)["a"])
e(lambda: range(3)[::0])
e(lambda: range(3) < range(4))
e(lambda: range(0, 3, 2) == range(0, 4, 2))


class I:
    def __index__(self):
        return 7


print(range(I()), range(10)[I()], I() in range(10))


def setit():
    range(3).start = 1


e(setit)
it = iter(range(10))
it.__setstate__(7)
print(list(it), list(iter(range(0))))
it = iter(range(big, big + 10))
it.__setstate__(7)
print(list(it))
for i in range(big, big + 3):
    print(i)
for i in range(2**63 - 3, 2**63 + 1):
    print(i)
