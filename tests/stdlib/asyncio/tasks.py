import asyncio

async def val(x, d=0.0):
    await asyncio.sleep(d)
    return x

async def boom(msg="boom", d=0):
    await asyncio.sleep(d)
    raise ValueError(msg)

async def t_gather():
    print(await asyncio.gather(val(1, .02), val(2, .01), val(3)))
    print(await asyncio.gather(val(1), boom(), val(3), return_exceptions=True))
    try:
        await asyncio.gather(val(1), boom("first", .01), boom("second", .02))
    except ValueError as e:
        print("gather raised", e)
    print(await asyncio.gather())
    c = val(7)
    print(await asyncio.gather(c, c))

async def t_wait_for():
    print(await asyncio.wait_for(val("ok"), 1))
    try:
        await asyncio.wait_for(val("late", 5), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", type(e) is TimeoutError, repr(e), repr(e.__cause__))
    try:
        await asyncio.wait_for(val(1, 1), 0)
    except TimeoutError:
        print("zero timeout")
    print(await asyncio.wait_for(val(5, .01), None))

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
    finally:
        print("cleanup")

async def t_cancel():
    t = asyncio.create_task(stubborn(), name="stub")
    await asyncio.sleep(0)
    print(t.get_name(), t.done(), t.cancelled(), t.cancelling())
    print(t.cancel("why"), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("caught", e.args)
    print(t.done(), t.cancelled(), t.cancel())
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("result", e.args)
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print("exception", e.args)

async def t_uncancel():
    async def swallow():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            me = asyncio.current_task()
            print("cancelling", me.cancelling(), me.uncancel())
            await asyncio.sleep(0)
            return "survived"
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled())

async def t_early_cancel():
    t = asyncio.create_task(val(1))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("never started", t.cancelled())

async def t_wait():
    ts = [asyncio.create_task(val(i, i * .02), name=f"t{i}") for i in (1, 2, 3)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(ts, timeout=0.025)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(ts)
    print(sorted(t.result() for t in done), len(pending))
    ts = [asyncio.create_task(boom()), asyncio.create_task(val(1, 1))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), [t.exception() for t in done], len(pending))
    for t in pending:
        t.cancel()
    try:
        await asyncio.wait([])
    except ValueError as e:
        print(e)
    c = val(1)
    try:
        await asyncio.wait([c])
    except TypeError as e:
        print(e)
    c.close()

async def t_as_completed():
    for f in asyncio.as_completed([val(3, .03), val(1, .01), val(2, .02)]):
        print(await f)
    async for f in asyncio.as_completed([asyncio.create_task(val(i, i / 100)) for i in (2, 1)]):
        print(type(f).__name__, await f)
    try:
        for f in asyncio.as_completed([val(1, 1)], timeout=.01):
            await f
    except TimeoutError:
        print("as_completed timeout")

async def t_shield():
    inner = asyncio.create_task(val("inner", .02))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", inner.cancelled())
    print(await inner)

async def t_taskgroup():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(val(1, .01))
        b = tg.create_task(val(2))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom("one"))
            tg.create_task(stubborn())
            tg.create_task(boom("two"))
    except* ValueError as eg:
        print(eg.message, [str(e) for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stubborn())
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as eg:
        print(repr(eg))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(val(1))
    try:
        tg.create_task(val(2))
    except RuntimeError as e:
        print("finished:", str(e)[:12])
    print(repr(asyncio.TaskGroup())[:12])

async def t_timeout():
    try:
        async with asyncio.timeout(.01) as cm:
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", cm.expired(), repr(e.__cause__))
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0)
        cm.reschedule(asyncio.get_running_loop().time() + 2)
    print(cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
    except TimeoutError:
        print("past")
    try:
        async with asyncio.timeout(.01):
            async with asyncio.timeout(5):
                await asyncio.sleep(1)
    except TimeoutError:
        print("outer of nested")

async def t_contexts():
    import contextvars
    v = contextvars.ContextVar("v", default=0)
    async def setter(n):
        v.set(n)
        await asyncio.sleep(0)
        return v.get()
    v.set(1)
    print(await asyncio.gather(setter(5), setter(6)), v.get())
    ctx = contextvars.copy_context()
    ctx.run(v.set, 9)
    async def show():
        return v.get()
    print(await asyncio.create_task(show(), context=ctx))

async def t_misc():
    t = asyncio.current_task()
    print(t.get_name(), len(asyncio.all_tasks()))
    t.set_name("x")
    print(asyncio.current_task().get_name())
    print(await asyncio.to_thread(lambda a, b=1: a + b, 2, b=3))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    f = loop.create_future()
    loop.call_later(.01, f.set_result, "later")
    print(await f, f.done(), f.result())
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    f = loop.create_future()
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        f.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    g = loop.create_future()
    g.set_exception(StopIteration(3))
    print(repr(g.exception()), repr(g.exception().__cause__))
    got = []
    f.add_done_callback(got.append)
    print(f.remove_done_callback(got.append))
    f.add_done_callback(lambda f: got.append("cb"))
    f.set_exception(KeyError("k"))
    try:
        await f
    except KeyError as e:
        print(repr(e), got)
    print(asyncio.isfuture(f), asyncio.iscoroutine(val), asyncio.iscoroutinefunction(val))
    order = []
    loop.call_soon(order.append, 1)
    h = loop.call_soon(order.append, 2)
    h.cancel()
    loop.call_soon(order.append, 3)
    print(h.cancelled())
    await asyncio.sleep(0)
    print(order)
    def cb(*a): order.append(a)
    loop.call_soon_threadsafe(cb, 1, 2)
    await asyncio.sleep(.001)
    print(order[-1])
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)
    fut = asyncio.ensure_future(val(1))
    print(await fut, asyncio.ensure_future(fut) is fut)
    try:
        asyncio.ensure_future(3)
    except TypeError as e:
        print(e)

for f in [t_gather, t_wait_for, t_cancel, t_uncancel, t_early_cancel, t_wait, t_as_completed, t_shield, t_taskgroup, t_timeout, t_contexts, t_misc]:
    print("==", f.__name__)
    asyncio.run(f())
