def e(f, *args):
    try:
        print(f(*args))
    except Exception as x:
        print(type(x).__name__, x)


class S(list):
    pass


for l in ([1, 2, 3], [1.5, 2.5, -0.5], [True, False], ["a", 1, None], []):
    l.append(4)
    l.insert(0, 9)
    l.insert(-1, "x")
    l.insert(100, 1)
    l.insert(-100, 2)
    print(l, l.index(4), l.count(1), l.index(1, 2))
    l.remove(9)
    print(l.pop(), l.pop(0), l.pop(-1), l)
    l.reverse()
    l.extend([1, 2])
    l.extend((3, 4.5))
    l.extend({5: 6})
    l.extend(range(2))
    print(l, l.copy(), [x for x in l.__reversed__()])
    l.clear()
    print(l)
    l.append(1)
    print(l)

e([].index, 1)
e([1].index, 1, 1)
e([1, 2, 1].index, 1, 1)
e([1, 2, 1].index, 1, -1)
e([1, 2, 1].index, 1, -10, -2)
e([1, 2, 1].index, 2, 0, 1)
e([1].index, 1, None)
e([].remove, 1)
e([].pop)
e([1].pop, 5)
e([1].pop, "a")
e([].insert, "a", 1)
e([].extend, 1)
e([].sort, 1)
e([3, "a"].sort)
e([1, True, 2].count, 1)
e([1, 2].index)


class Evil:
    def __eq__(self, o):
        l.clear()
        return False


l = [Evil(), Evil(), 3]
e(l.index, 3)
l = [Evil(), Evil(), 3]
e(l.count, 3)
l = S([3, 1, 2])
l.x = 1
l.sort()
print(l, l.x, type(l.copy()), type(l[:]), type(l + [1]), type(l * 2))

# slices
a = [0, 1, 2, 3, 4, 5]
a[1:3] = ["x"]
print(a)
a[::2] = [7, 8, 9]
print(a)
del a[::2]
print(a)
a[:] = []
print(a)
a[5:] = range(3)
print(a, a[::-1], a[-2:], a[2:0:-1])
a[1:1] = a
print(a)
try:
    a[::2] = [1]
except ValueError as x:
    print(x)
t = (1, 2, 3, 2)
print(t.index(2), t.index(2, 2), t.count(2), t.__getnewargs__())
e(t.index, 9)
e(t.index, 1, 1)
print([1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, 2] >= [1, 2], [nan := 1e999 - 1e999] == [nan])
