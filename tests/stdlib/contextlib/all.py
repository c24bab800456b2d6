import asyncio
import contextlib
import io
import os
import sys
from contextlib import *


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


print(sorted(contextlib.__all__))


@contextmanager
def cm(tag, swallow=False):
    "doc of cm"
    print("enter", tag)
    try:
        yield tag + "!"
    except ValueError as e:
        print("caught", e)
        if not swallow:
            raise
    finally:
        print("exit", tag)


with cm("a") as v:
    print(v)
def t1():
    with cm("b"):
        raise ValueError("boom")
show(t1)
with cm("c", True):
    raise ValueError("swallowed")
def t2():
    with cm("d"):
        raise KeyError("other")
show(t2)
print(cm.__name__, cm.__doc__, cm("x").__doc__)
@cm("deco")
def decorated(a): return a * 2
print(decorated(4), decorated(5), decorated.__name__)
g = cm("once")
with g: pass
def again():
    with g: pass
show(again)
@contextmanager
def noyield():
    if 0: yield
@contextmanager
def twoyield():
    yield 1
    yield 2
@contextmanager
def swallow_and_yield():
    try: yield
    except Exception: yield
def use(c, exc=None):
    with c() as v:
        if exc: raise exc
        print("body", v)
show(use, noyield)
show(use, twoyield)
show(use, swallow_and_yield, ValueError("x"))
@contextmanager
def stopit():
    yield
show(use, stopit, StopIteration("si"))
@contextmanager
def transform():
    try: yield
    except ValueError as e: raise RuntimeError("new") from e
show(use, transform, ValueError("x"))
@contextmanager
def reraise_same():
    try: yield
    except ValueError as e: raise e
show(use, reraise_same, ValueError("same"))


# closing, suppress, redirect, nullcontext, chdir
class C:
    def close(self): print("closed")
with closing(C()) as c: print(type(c).__name__)
with suppress(KeyError, ValueError): raise KeyError(1)
with suppress(): pass
def t3():
    with suppress(KeyError): raise IndexError("i")
show(t3)
def eg():
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    eg()
except ExceptionGroup as e:
    print(e, e.exceptions)
with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1)])
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
    with redirect_stdout(sys.__stderr__ if 0 else io.StringIO()) as inner: print("in")
    print("again")
print(repr(out.getvalue()), repr(inner.getvalue()))
err = io.StringIO()
with redirect_stderr(err): print("e", file=sys.stderr)
print(repr(err.getvalue()))
with nullcontext(5) as n: print(n)
with nullcontext() as n: print(n)
cwd = os.getcwd()
with chdir("/"):
    print(os.getcwd())
print(os.getcwd() == cwd)
ch = chdir("/")
with ch:
    with ch: print(os.getcwd())
print(os.getcwd() == cwd)


# ContextDecorator, abstract
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *e): print("D out", e[0]); return True
@D()
def f(): raise ValueError
print(f())
class A(AbstractContextManager):
    def __exit__(self, *a): return None
with A() as a: print(type(a).__name__)
show(AbstractContextManager)
class Duck:
    def __enter__(self): pass
    def __exit__(self, *a): pass
print(isinstance(Duck(), AbstractContextManager), issubclass(int, AbstractContextManager), isinstance(Duck(), AbstractAsyncContextManager), AbstractContextManager[int])


# ExitStack
def cb(*a, **k): print("cb", a, k)
with ExitStack() as s:
    s.callback(cb, 1, k=2)
    print(s.enter_context(cm("s1")))
    s.push(lambda *e: print("pushed", e[0]))
    s.enter_context(cm("s2"))
    @s.callback
    def late(): print("late")
def st(exc_in_cb=False):
    with ExitStack() as s:
        s.push(lambda t, v, tb: print("outer sees", t, v) or True)
        if exc_in_cb: s.callback(lambda: 1 / 0)
        s.push(lambda t, v, tb: print("inner sees", t, v))
        raise KeyError("k")
show(st)
show(st, True)
def chain():
    with ExitStack() as s:
        def one(): raise ValueError("one")
        def two(): raise TypeError("two")
        s.callback(one)
        s.callback(two)
        raise KeyError("zero")
try:
    chain()
except ValueError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with ExitStack() as s:
    s.callback(cb, "moved")
    other = s.pop_all()
print("not called yet")
other.close()
show(lambda: ExitStack().enter_context(3))
show(lambda: ExitStack().push(3))
s = ExitStack()
s.push(Duck())
s.close()


# async
@asynccontextmanager
async def acm(tag):
    print("aenter", tag)
    try:
        yield tag
    finally:
        print("aexit", tag)
class AC:
    async def aclose(self): print("aclosed")
async def main():
    async with acm("x") as v: print(v)
    try:
        async with acm("y"): raise ValueError("async")
    except ValueError as e: print(e)
    @acm("adeco")
    async def af(x): return x
    print(await af(3))
    async with aclosing(AC()): print("in aclosing")
    async with nullcontext(7) as n: print(n)
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm("st")))
        s.enter_context(cm("sync"))
        s.callback(cb, "c")
        async def acb(*a): print("acb", a)
        s.push_async_callback(acb, 1)
        async def aex(*e): print("aex", e[0]); return True
        s.push_async_exit(aex)
        raise KeyError("suppressed")
    try:
        async with AsyncExitStack() as s: await s.enter_async_context(3)
    except TypeError as e: print(e)
    async with AsyncExitStack() as s:
        s.push_async_exit(acm("pushed")) if 0 else None
        p = s.pop_all()
    await p.aclose()
    @asynccontextmanager
    async def noy():
        if 0: yield
    try:
        async with noy(): pass
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def two():
        yield
        yield
    try:
        async with two(): pass
    except RuntimeError as e: print(e)
asyncio.run(main())
