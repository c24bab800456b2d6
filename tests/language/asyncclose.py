# close() and throw() of what asend, athrow and aclose return; throw() of odd classes.
import types


@types.coroutine
def pause(v):
    return (yield v)


def t(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e, e.__cause__ and type(e.__cause__).__name__)


class MyExc(Exception):
    pass


async def agen(again):
    try:
        await pause(1)
        yield 5
    except MyExc:
        await pause(2)
    except GeneratorExit:
        if again:
            await pause(3)
        raise


for again in (False, True):
    for make in ("asend", "athrow", "aclose"):
        for start in (False, True):
            for how in ("close", "throw"):
                g = agen(again)
                args = {"asend": [None], "athrow": [MyExc], "aclose": []}[make]
                a = getattr(g, make)(*args)
                print(again, make, start, how)
                if start:
                    t(a.send, None)
                t(*((a.close,) if how == "close" else (a.throw, MyExc("x"))))
                t(a.close)
                t(a.send, None)
                b = g.asend(None)
                t(b.send, None)
                t(b.close)
g = agen(False)
a = g.asend(None)
a.send(None)
for b in g.asend(None), g.athrow(MyExc), g.aclose(), g.athrow(None):
    t(b.throw, MyExc)
    t(b.send, None)
    t(b.close)
a.close()
t(agen(0).athrow(None).send, None)


class Odd(Exception):
    def __new__(cls, *args):
        return cls


def gen():
    try:
        yield
    except TypeError as e:
        print("inside", e)
        yield 1
g = gen()
next(g)
t(g.throw, Odd)
g = gen()
t(g.throw, Odd)
t(next, g)


class Bad:
    def __aiter__(self): return self
    def __anext__(self): return self
    def __await__(self): 1 / 0


async def loop():
    async for _ in Bad():
        pass
t(loop().send, None)
import gc, sys, warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    a = agen(0).athrow(MyExc, MyExc("y"))
    print(*[x.message for x in w])
    t(a.send, None)
print("coroutine" in types.CoroutineType.send.__doc__, types.CoroutineType.__dict__["__name__"].__doc__)
sys.unraisablehook = lambda u: print(u.err_msg[:u.err_msg.index(" <")], u.exc_value)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    loop()
    gc.collect()
