def e(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as x:
        print(type(x).__name__, x)


seed = 1


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


count = 0


class C:
    def __init__(self, k, i):
        self.k = k
        self.i = i

    def __lt__(self, o):
        global count
        count += 1
        return self.k < o.k

    def __repr__(self):
        return repr(self.k) + ":" + repr(self.i)


def check(l, what):
    for i in range(len(l) - 1):
        a, b = l[i], l[i + 1]
        if b.k < a.k or a.k == b.k and b.i < a.i:
            print("wrong", what)
            return


# The number of comparisons is that of CPython's algorithm.
for n in (0, 1, 2, 3, 10, 31, 32, 63, 64, 65, 100, 200, 1000, 3000):
    for what, f in (
        ("random", lambda i: rnd(n)),
        ("few", lambda i: rnd(4)),
        ("up", lambda i: i),
        ("down", lambda i: -i),
        ("downeq", lambda i: -(i // 3)),
        ("equal", lambda i: 0),
        ("saw", lambda i: i % 50),
        ("blocks", lambda i: i // 100 * 7 % 11 * 1000 + i),
        ("organ", lambda i: i if i < n // 2 else n - i),
        ("tail", lambda i: i if i < n - 10 else rnd(n)),
    ):
        l = [C(f(i), i) for i in range(n)]
        count = 0
        l.sort()
        check(l, what)
        print(n, what, count)

for l in (
    [rnd(100) for i in range(50)],
    [rnd(100) / 7 + 0.123 for i in range(50)],
    [rnd(1 << 40) << 30 for i in range(20)],
    [True, False, True, 0, 1],
    [0.5, -0.25, 0, -1.5, 2, 1 << 70],
    ["b", "a", "é", "", "abc", "ab", "z"],
    [(1, "b"), (1, "a"), (0, "z"), (1,), ()],
    [[1, 2], [1], [0, 5]],
    [True, 1, True],
):
    a = l.copy()
    a.sort()
    print(a)
    a = l.copy()
    a.sort(reverse=True)
    print(a)
    a = l.copy()
    a.sort(key=lambda x: repr(x))
    print(a)
    a.sort(key=lambda x: 0, reverse=True)
    print(a)
a = [(i % 3, i) for i in range(12)]
a.sort(key=lambda p: p[0])
print(a)
a.sort(key=lambda p: p[0], reverse=True)
print(a)


def mod(x):
    a.append(1)
    return x


a = [3, 2, 1]
e(a.sort, key=mod)
print(a)


class M:
    def __lt__(self, o):
        b.append(1)
        return False

    def __repr__(self):
        return "M"


b = [M(), M(), M()]
e(b.sort)
print(b)


class Bad:
    def __init__(self, i):
        self.i = i

    def __lt__(self, o):
        global count
        count += 1
        if count == 150:
            raise KeyError("bad")
        return self.i < o.i


count = 0
b = [Bad(rnd(100)) for i in range(100)]
c = {id(x) for x in b} if False else len(b)
e(b.sort)
print(len(b) == c)
e([3, "a", 1].sort)
e([1].sort, key=1)
e([1, 2].sort, key=lambda x: 1 / 0)
e([1].sort, reverse="a")
e([1, 2].sort, foo=1)
e([2, 1].sort, None)
