def log(*a):
    print(*a)

def flow(n):
    out = []
    i = 0
    while i < n:
        i += 1
        if i == 3:
            continue
        if i == 7:
            break
        for j in range(i):
            if j == 2: break
            if j: continue
            out.append((i, j))
        else:
            out.append("else")
    else:
        out.append("while else")
    return out
print(flow(3), flow(10))

def fin(k):
    try:
        try:
            if k == 0: return "ret"
            if k == 1: raise ValueError("v")
            if k == 2: raise KeyError("k")
            if k == 3: raise TypeError("t")
            log("body")
        except ValueError as e:
            log("value", e)
            if k == 1: return "handled"
        except (KeyError, IndexError) as e:
            log("key", e)
            raise RuntimeError("again")
        else:
            log("else")
        finally:
            log("fin", k)
    except RuntimeError as e:
        log(repr(e), repr(e.__context__))
    except TypeError as e:
        log("outer", e)
    finally:
        log("fin2")
    return "end"
for k in range(5):
    print(fin(k))

def loops():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            log("i", i)
        finally:
            log("f", i)
    else:
        log("no")
    for i in range(2):
        try:
            raise ValueError
        except ValueError as e:
            if i == 0: continue
            break
    try:
        e
    except UnboundLocalError as x:
        print(x)
loops()

class CM:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): log("enter", self.n); return self
    def __exit__(self, *a): log("exit", self.n, a[0]); return self.s

def withs(k):
    with CM(1) as a, CM(2, True) as b:
        log(a.n, b.n)
        if k == 0: return "r"
        if k == 1: raise ValueError
        for i in range(3):
            with CM("in"):
                if i == 1: break
                if i == 0: continue
    return "out"
for k in range(3): print(withs(k))

def nested_exc():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            try:
                raise ValueError("in")
            except ValueError as f:
                print(repr(f.__context__))
            raise
    except ZeroDivisionError as e:
        print("again", e)
    try:
        raise
    except RuntimeError as e:
        print(e)
    try:
        raise ValueError from KeyError("c")
    except ValueError as e:
        print(repr(e.__cause__), e.__suppress_context__)
nested_exc()

def star(excs):
    try:
        raise ExceptionGroup("g", excs)
    except* ValueError as e:
        print("V", e.exceptions)
    except* TypeError as e:
        print("T", e.exceptions)
        raise KeyError("new")
    else:
        print("none")
    finally:
        print("finally")
star([ValueError(1), ValueError(2)])
try:
    star([ValueError(1), TypeError(2), OSError(3)])
except* OSError as e:
    print("O", e.exceptions)
except* KeyError as e:
    print("K", e.exceptions)
try:
    raise ValueError("naked")
except* ValueError as e:
    print(list(e.exceptions))

def conds(a, b, c):
    r = []
    if a and (b or not c): r.append(1)
    if not (a or b) and c: r.append(2)
    if a < b < c: r.append(3)
    if not a < b < c: r.append(4)
    if (a if b else c): r.append(5)
    if a is None or b is not None: r.append(6)
    r.append(a and b or c)
    r.append((a or b) and c)
    r.append(a < b <= c != a)
    r.append(not a)
    r.append(a in (b, c))
    r.append(1 if a else 2 if b else 3)
    x = a or b
    x = x and c
    r.append(x)
    while a and b:
        r.append("w"); break
    while not (a and b):
        r.append("v"); break
    return r
for a in 0, 1, 2:
    for b in 0, 1, 2:
        for c in 0, 1, 3:
            print(conds(a, b, c))

def walrus(x):
    y = x + (x := 10) + (x := x + 1)
    z = [x, x := 5, x]
    if (n := len(z)) > 2 and (m := n * 2): y += m
    while (x := x - 1): pass
    print(y, z, n, m, x, [w := i for i in range(3)], w, {i: (q := i) for i in "ab"}, q)
    d = {(k := "k"): k}
    a = b = c = x
    x += (x := 7)
    return x, a, b, c, d, (lambda: (t := 3) + t)()
print(walrus(3))

def swaps():
    a, b, c = 1, 2, 3
    a, b = b, a
    a, b, c = c, a, b
    l = [0, 1, 2]
    i = 0
    i, l[i] = 2, 9
    l[0], l[2] = l[2], l[0]
    (d, e), *f = [(1, 2), 3, 4]
    [g, [h, *j]] = 5, "xyz"
    k = m = [n, o] = 8, 9
    a, a = 1, a
    x = y = 0
    x, y = y + 1, x + 2
    return a, b, c, l, i, d, e, f, g, h, j, k, m, n, o, x, y
print(swaps())
def unp(x):
    try:
        a, b = x
        return a, b
    except (ValueError, TypeError) as e:
        return str(e)
print(unp([1]), unp((1, 2)), unp("abc"), unp(5))

def asserts(x):
    try:
        assert x > 1, f"bad {x}"
        assert x
        return "ok"
    except AssertionError as e:
        return repr(e)
print(asserts(0), asserts(2))

def dels():
    a = b = 1
    l = [1, 2, 3]
    del a, l[0], l[0:1]
    try:
        print(a)
    except UnboundLocalError as e:
        print(e)
    if not b:
        a = 3
    try:
        del a
    except UnboundLocalError as e:
        print(e)
    return l
print(dels())
try:
    print(undefined)
except NameError as e:
    print(e)
def aug():
    class O: pass
    o = O(); o.x = 1
    o.x += 2; o.x *= 5
    l = [1, 2, 3, 4]
    l[0] += 10; l[1:3] += [7]; l[-1] <<= 2
    s = 5
    s -= 1; s *= 3; s //= 5; s **= 2; s |= 8; s &= 12; s ^= 1; s %= 7; s >>= 1
    f = 1.5
    f += 1; f /= 2
    return o.x, l, s, f
print(aug())
print([1, 2, *range(3), *"ab"], (*"xy", 1), {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
def call(*a, **k): return a, k
print(call(1, *[2, 3], x=1, **{"y": 2}), call(*(1, 2)), call(**{"a": 1}), call(*[1], *[2], **{}, z=3))
for bad in (lambda: call(**{"a": 1}, **{"a": 2}), lambda: call(a=1, **{"a": 2})):
    try: bad()
    except TypeError as e: print(str(e).split(".")[-1])
print(f"{1}{2!r:>5}{'x':{3}}|{4:{'0'}>{5}}{3.14159:.2f} {{}} {call.__name__=}")
x = [10, 20, 30, 40]
print(x[1:], x[:2], x[::2], x[-1], x[1:3], x[slice(0, 1)])
n = 1
print(x[n:], x[:n], x[n:n + 2], x[::n])
while True:
    n += 1
    if n > 5: break
print(n)
print(-7 // 2, -7 % 3, 7 % -3, 2 ** 10, 2 ** 64, 1 << 40, 7 & 3 | 8 ^ 1, ~5, not 0, 1 / 3, 1.5 * 2, 1 + 2j, 2j - 1, 1 - 2j, -0.0, -1j)
print("ab" * 3, 2 * "x", (1, 2) * 2, (1,) + (2,), b"a" + b"b", True + 1, True & False, True | 2, "abc"[1], (1, 2, 3)[-1], b"ab"[0], 10 ** 30, -(2 ** 63))
print(1j * 2, 0.1 + 0.2, 5 >> 1, -5 >> 1, 2 ** -1, 1 in (1, 2), "a" in {"a", "b"}, "a" "b", +3, -(-3), - - 3.5, 2 ** 0.5, 7.5 // 2, 7.5 % 2, 9 / 3, "a" * 0, (1,) * -1)
print([x for x in [1, 2]], [x for x in {3}], 0 or 5, 0 and 5, 3 and 4 or 5, None is None, 1 if 0 else 2, "é"[0], "x" * 5000 == "x" * 4999 + "x")
try:
    1 // 0
except ZeroDivisionError as e: print(e)
try:
    "abc"[5]
except IndexError as e: print(e)
try:
    (1, 2) + [3]
except TypeError as e: print(e)
