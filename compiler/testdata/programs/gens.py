import asyncio

def gen(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "done"
g = gen(3)
print(next(g), g.send("a"), g.send(None))
try: next(g)
except StopIteration as e: print(e.value)

def deleg():
    r = yield from gen(2)
    print("r", r)
    x = yield from [10, 20]
    print(x)
    try:
        yield "t"
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("cleanup")
d = deleg()
print(next(d), next(d), next(d), next(d), next(d))
print(d.throw(ValueError("boo")))
d.close()

def inner():
    try:
        yield 1
    except KeyError:
        yield 2
        return 5
def out():
    r = yield from inner()
    yield r
o = out()
print(next(o), o.throw(KeyError), next(o))

def stop():
    yield 1
    raise StopIteration("x")
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__))

def exc_state():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1
        try:
            raise KeyError
        except KeyError as e:
            print(repr(e.__context__))
es = exc_state()
next(es)
print(list(es))
print(sum(x * y for x in range(4) for y in range(x)), max((i for i in [3, 1]), default=0))

def ret_in_with():
    class C:
        def __enter__(self): return 1
        def __exit__(self, *a): print("exit")
    with C() as v:
        yield v
        return
print(list(ret_in_with()))

class ACM:
    def __init__(self, s=False): self.s = s
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("aenter")
        return self
    async def __aexit__(self, *a):
        await asyncio.sleep(0)
        print("aexit", a[0])
        return self.s
class AIt:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        x = yield i
        if x: print("sent", x)
async def co(k):
    async with ACM(True) as a, ACM() as b:
        if k == 1: raise ValueError
        if k == 2: return "ret"
        async for i in AIt(4):
            if i == 3: continue
            if i == 0: break
            print("i", i)
        else:
            print("else")
        async for i in AIt(1): pass
        else: print("else2")
    r = [i async for i in AIt(3) if i]
    s = {i: await val(i) async for i in agen(3)}
    t = [j for i in [1, 2] for j in [await val(i)]]
    u = [i async for i in (await val(q) for q in range(2))]
    return r, s, t, u
async def val(x):
    await asyncio.sleep(0)
    return x * 2
async def main():
    for k in range(3): print(await co(k))
    g = agen(3)
    print(await g.asend(None), await g.asend("hi"))
    await g.aclose()
    print(await asyncio.gather(val(1), val(2)))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError:
        print("timeout")
    async def bad():
        raise StopIteration
    try: await bad()
    except RuntimeError as e: print(e)
asyncio.run(main())

def match(x):
    match x:
        case 0 | 1 as k: return "small", k
        case -1 | 2.5: return "num"
        case "s" | b"b" | None | True: return "lit", x
        case []: return "empty"
        case [a]: return "one", a
        case [1, *rest, 9]: return "rest", rest
        case (a, b) if a == b: return "same", a
        case [a, [b, *_], *_]: return "nest", a, b
        case {"k": v, "z": [q, _], **r}: return "map", v, q, r
        case {"k": v}: return "map1", v
        case {}: return "emptymap"
        case P(0, y=yy) | P(yy, 0): return "P", yy
        case P(x=P() as p, y=int(n)): return "PP", n
        case str(s): return "str", s
        case int() | float(): return "number"
        case [x0, *_]: return "seq", x0
        case _: return "other"
class P:
    __match_args__ = "x", "y"
    def __init__(self, x, y): self.x, self.y = x, y
for v in [0, 1, -1, 2.5, "s", b"b", None, True, [], [7], [1, 2, 3, 9], (4, 4), (1, (2, 3)), (1, "x"), {"k": 1, "z": [1, 2], "w": 3},
          {"k": 5}, {}, P(0, 3), P(4, 0), P(P(1, 1), 8), "hello", 99, 1.25, [1, 2, 3], {1}]:
    print(match(v))
def m2(x):
    match x:
        case [a, b, *c] | {"a": a, "b": b, "c": c}: return a, b, c
        case (P.K, y) if y: return "K"
    return None
P.K = 42
print(m2([1, 2, 3]), m2({"a": 1, "b": 2, "c": 3}), m2((42, 1)), m2((42, 0, 1)[:2]))
name = "w"
t = t"a{name!r:>{5}}b{1 + 1}c"
print(t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
