def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


s = slice(1, "x", None)
print(s, slice(3), slice(1, 2), s.start, s.stop, s.step, slice(1, 2, 3).__reduce__())
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice(1, 2) != slice(1), slice(1) == 1)
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 2}[slice(1)], hash(slice(0, 1, 2)))
for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(100, -100, -3), slice(-100, 100, 3)):
    for n in (0, 1, 5, 10):
        print(sl.indices(n), end=" ")
    print()
print(slice(-10**40, 10**40, 10**30).indices(10**35))
e(lambda: slice())
e(lambda: slice(1, 2, 3, 4))
e(lambda: slice(a=1))
e(lambda: slice(1).indices(-1))
e(lambda: slice(1).indices("a"))
e(lambda: slice(1, 2, 0).indices(3))
e(lambda: slice("a").indices(3))
e(lambda: hash(slice([])))
e(lambda: slice(1) < 3)
e(lambda: [1, 2][slice("a")])
e(lambda: [1, 2][::0])


class C:
    def __getitem__(self, k):
        return k


print(C()[1:2], C()[::], C()[1:2, ...], C()[:, 3])
