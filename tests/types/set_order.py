# Iteration order of sets of ints is CPython's, whatever happened to them.
seed = 12345


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def step(s, k):
    op = rnd(14)
    x = rnd(k)
    if op < 4:
        s.add(x)
    elif op == 4:
        s.discard(x)
    elif op == 5:
        s |= {x * i for i in range(rnd(12))}
    elif op == 6:
        s -= {x + i for i in range(rnd(6))}
    elif op == 7:
        s ^= {x + 3 * i for i in range(rnd(8))}
    elif op == 8 and len(s) > 20:
        s &= {i for i in range(x)}
    elif op == 9 and s:
        print("pop", s.pop())
    elif op == 10:
        s.update({x + i: 1 for i in range(rnd(9))})
    elif op == 11:
        s.update([x * 7 + i for i in range(rnd(40))])
    elif op == 12:
        s.difference_update([x + i for i in range(rnd(60))])
    else:
        s.symmetric_difference_update({x + i: 1 for i in range(rnd(9))})


for k in (10, 50, 300, 5000, 1 << 40):
    s = set()
    for i in range(400):
        step(s, k)
        if i % 20 == 0:
            print(s)
    t = {rnd(k) for i in range(100)}
    print(s | t)
    print(s & t)
    print(s - t)
    print(t - s)
    print(s ^ t)
    print(s.copy(), s.union(t, [1, 2, 3]), s.intersection(range(100), t), s.difference(range(50), t))
    print(s.symmetric_difference(range(20)))
    print(frozenset(s), hash(frozenset(s)), hash(frozenset(s | t)))

big = set()
for i in range(130000):
    big.add(i * 7919 % 1000003)
n = 0
for i, x in enumerate(big):
    n = (n * 31 + x) % 1000000007
print(len(big), n)
for i in range(90000):
    big.pop()
n = 0
for x in big:
    n = (n * 31 + x) % 1000000007
print(len(big), n)
big -= {x for x in range(500000)}
n = 0
for x in big | {5, 6}:
    n = (n * 31 + x) % 1000000007
print(len(big), n)
