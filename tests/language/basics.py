# Functions, closures, defaults, keyword arguments, star arguments.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3))
print(f(1, 5, 6, 7, c=8, e=9))
print(f(*[1, 2, 3], **{"c": 4, "z": 5}))


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc


inc = counter()
print(inc(), inc(5), inc())
for bad in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: counter(1)):
    try:
        bad()
    except TypeError as e:
        print(e)
a, (b, *rest), c = 1, [2, 3, 4], 5
print(a, b, rest, c)
a, b = b, a
print(a, b)
x = [i * j for i in range(4) if i for j in range(3)]
print(x, x[1:4], x[::-1], x[-2:])
print(1 < 2 < 3, 1 < 3 < 2, not 1, 1 and 2, 0 or 5, 3 if x else 4)
i = 0
while True:
    i += 1
    if i == 3:
        continue
    if i > 5:
        break
else:
    print("never")
for i in range(3):
    pass
else:
    print("else", i)
print((lambda *a, k=1: (a, k))(1, 2, k=3))
y = (z := 10) + z
print(y, z)
print(7 // 2, -7 // 2, 7 % -3, 2 ** 10, 2 ** 100, 1 / 4, 1 << 70, ~5, 5 & 3, 5 | 3, 5 ^ 3)
