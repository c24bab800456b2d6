async def af(x):
    async with x as y, y.z() as q:
        await q
    async for i in x:
        if i: continue
        print(i)
    else:
        return 3
    r = [await z async for z in x if z]
    return r
async def ag():
    yield 1
    x = yield
    g = (await i for i in x)
def yf(x):
    r = yield from x
    return r
def m(x):
    match x:
        case 1 | 2 as k: return k
        case [a, b, *rest] if a: return rest
        case {"k": v, **kw}: return kw
        case Foo(a, y=[b, _]): return a, b
        case "s" | None: pass
        case _: return 0
def es():
    try:
        f()
    except* ValueError as e:
        print(e)
    except* TypeError:
        g()
class G[T: int, *Ts]:
    x: T
    def m[U](self, a: U, b: T = 3) -> Ts: return __class__
type X[T] = list[T]
def f(*a, **k):
    g(*a)
    g(1, *a, x=2, **k)
    x[1:n] = y
    x[1:n] += 1
    a.b.c(1, x=3)
    assert x, "m"
    del x, a.b, a[1]
    while True:
        if a: break
    return t"a{x!r:>{y}}b"
