def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)
def isprime(n):
    i = 2
    while i*i <= n:
        if n % i == 0: return False
        i += 1
    return True
def loop(n):
    s = 0.0
    for i in range(n):
        s += i * 2.5
        if i == 3 or s > 100 and not i: continue
        a, b = b, a
    return s
class A:
    def __init__(self, x):
        super().__init__()
        self.x = x
    def inc(self, k):
        self.x += k
        return self.get(k, 1).foo()
def comp(xs):
    return [x*y for x in xs if x for y in range(x)]
def clos():
    c = 0
    def inc():
        nonlocal c
        c += 1
        return c
    try:
        inc()
    except (ValueError, KeyError) as e:
        print(e)
    finally:
        print("done")
    return inc
def gen(n):
    with open(n) as f:
        for line in f:
            yield f"{line!r:>10} x"
x = sum(i for i in range(10))
