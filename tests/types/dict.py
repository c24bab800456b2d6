def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x, getattr(x, "__notes__", ""))


d = {1: "a", 2: "b", 3: "c"}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
print(k | [4], [4, 1] | k, k & {1, 9}, {1, 9} & k, k - [1], [1, 9] - k, k ^ {1, 9})
n = {1: 10, 2: 20, 3: 30}.items()
print(n | [(1, 5)], n & {(1, 10), (2, 9)}, n - [(1, 10)], n ^ {(1, 10), 5})
print(n ^ {1: 10, 2: 25, 7: 8}.items())
print(k & {2: 1, 3: 1, 9: 9, 10: 10}.keys(), k & [3, 3, 2])
print(k == {1, 2, 3}, k != {1}, k < {1, 2, 3, 4}, k <= k, k > {1}, k >= {1, 5}, k == [1, 2, 3], {1, 2, 3} == k)
print(i == {(1, "a"), (2, "b"), (3, "c")}, i == d.items(), v == d.values(), v == v)
print(k.isdisjoint([4]), k.isdisjoint({1}), k.isdisjoint(k), {}.keys().isdisjoint({}.keys()), i.isdisjoint(i))
print(list(reversed(d)), list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(k.mapping, 1 in k, 9 in k, "a" in v, (1, "a") in i, (1, "b") in i, 1 in i)
s = {1, 2}
s |= k
s &= k
s -= {5: 1}.keys()
print(s)
e(lambda: k | 5)
e(lambda: k & 5)
e(lambda: k < [1])
e(lambda: k.isdisjoint(5))
e(lambda: hash(k))
e(lambda: v | [1])
e(lambda: {}.update(1))
e(lambda: {}.update([1]))
e(lambda: {}.update([(1, 2), (1, 2, 3)]))
e(lambda: {}.update(1, 2))
e(lambda: dict(1))
e(lambda: dict([1]))
e(lambda: dict(["ab", "c"]))
e(lambda: dict(1, 2))
e(lambda: {}.update([[[], 1]]))
e(lambda: {[]: 1})
e(lambda: {}[[]])
e(lambda: d[{}])
e(lambda: [] in d)
e(lambda: d.get([]))
e(lambda: d.pop([]))
e(lambda: d.setdefault([]))
e(lambda: {}.pop(1))
e(lambda: {}.pop(1, 2))
e(lambda: {}.popitem())
e(lambda: {} | [])
e(lambda: {1: 2} | {3: 4})
e(lambda: {}.__ior__(1))
e(lambda: {}.__or__([]))
e(lambda: dict.fromkeys([1, 2]))
e(lambda: dict.fromkeys("ab", 3))
e(lambda: dict(a=1, b=2))
e(lambda: dict([("a", 1)], b=2))
e(lambda: dict({1: 2}, a=1))


def f():
    d = {1: 2}
    d |= [(3, 4)]
    d |= {5: 6}
    return d


e(f)


class H:
    def __hash__(self):
        raise ValueError("no hash")


class H2:
    def __hash__(self):
        raise TypeError("no type")


e(lambda: {H(): 1})
e(lambda: {H2(): 1})
e(lambda: {H2()})
e(lambda: {H()})
e(lambda: H2() in d)
for make in (lambda: iter(d), lambda: iter(i), lambda: reversed(d)):
    it = make()
    next(it)
    print(it.__length_hint__(), it.__reduce__()[1:])
    d[len(d) + 10] = 1
    e(lambda: next(it))
    e(lambda: next(it))
    print(it.__length_hint__())
print(d.popitem(), d, d.copy() == d, d != {}, d == {1: "a"})
d.clear()
print(d, list(d))


class M(dict):
    def __missing__(self, k):
        return k * 2


m = M(a=1)
print(m["a"], m["b"], m.get("b"), type(m | {}), type(m.copy()), m)
