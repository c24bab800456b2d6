import os, asyncio, threading, contextvars, concurrent.futures
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k)).split(" at 0x")[0]
    except BaseException as e:
        return f"{type(e).__name__}: {e}".split(" at 0x")[0]
loop = asyncio.new_event_loop()
print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop), asyncio.EventLoop is not None, asyncio.SelectorEventLoop is not None, loop.is_running(), loop.is_closed(), loop.get_debug())
print(loop.run_until_complete(asyncio.sleep(0, "v")), attempt(asyncio.get_running_loop), attempt(asyncio.get_event_loop), asyncio.set_event_loop(loop), asyncio.get_event_loop() is loop, asyncio.set_event_loop(None))
order = []
loop.call_soon(order.append, 1)
h = loop.call_later(0.01, order.append, 3)
w = loop.call_at(loop.time() + 0.005, order.append, 2)
print(isinstance(h, asyncio.TimerHandle), isinstance(h, asyncio.Handle), h.when() > w.when(), h.cancelled(), type(loop.call_soon(int)).__name__)
loop.call_later(0.02, loop.stop)
loop.run_forever()
print(order)
t = threading.Timer(0.01, lambda: loop.call_soon_threadsafe(loop.stop)); t.start()
loop.run_forever()
f = loop.create_future()
print(isinstance(f, asyncio.Future), asyncio.Future(loop=loop).get_loop() is loop, f.get_loop() is loop, repr(f), loop.call_soon(f.set_result, 3) is not None, loop.run_until_complete(f), repr(f))
def bad(): raise ValueError("in callback")
seen = []
loop.set_exception_handler(lambda l, c: seen.append((os.path.basename(c["message"]), repr(c.get("exception")))))
loop.call_soon(bad)
loop.run_until_complete(asyncio.sleep(0.001))
print(seen, loop.get_exception_handler() is not None, attempt(loop.set_exception_handler, 5))
print(attempt(loop.run_until_complete, 5), attempt(loop.call_later, None, print), attempt(loop.call_soon, 5))
async def fact(): return asyncio.current_task().get_name()
def factory(loop, coro, **k): return asyncio.Task(coro, loop=loop, **k)
loop.set_task_factory(factory)
print(loop.get_task_factory() is factory, loop.run_until_complete(loop.create_task(fact(), name="n")), loop.set_task_factory(None))
async def other():
    l = asyncio.get_running_loop()
    r = []
    def thread():
        fut = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.001, "ts"), l)
        r.append((type(fut).__module__, fut.result(5)))
        bad = asyncio.run_coroutine_threadsafe(boom(), l)
        r.append(attempt(bad.result, 5))
    await asyncio.to_thread(thread)
    return r
async def boom(): raise KeyError("x")
print(loop.run_until_complete(other()), attempt(asyncio.run_coroutine_threadsafe, 5, loop))
async def wrap():
    cf = concurrent.futures.Future()
    w = asyncio.wrap_future(cf)
    asyncio.get_running_loop().call_later(0.001, cf.set_result, "wrapped")
    return await w, asyncio.wrap_future(w) is w
print(loop.run_until_complete(wrap()))
print(loop.run_until_complete(loop.shutdown_asyncgens()), loop.run_until_complete(loop.shutdown_default_executor()), loop.close(), loop.is_closed(), attempt(loop.run_forever), attempt(loop.call_soon, print), attempt(loop.create_task, 5))
with asyncio.Runner(debug=False) as r:
    print(r.run(asyncio.sleep(0, 1)), r.get_loop().is_closed(), r.run(asyncio.sleep(0, 2)), attempt(r.run, 5))
print(attempt(r.run, 6), attempt(asyncio.run, 5), attempt(r.get_loop))
async def inner(): return attempt(asyncio.run, None), attempt(lambda: asyncio.get_running_loop().run_until_complete(asyncio.get_running_loop().create_future()))
print(asyncio.run(inner()))
ran = []
async def quick(x):
    ran.append(x)
    return x
async def slow(x):
    ran.append(x)
    await asyncio.sleep(0)
    return x
async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(quick("a"))
    print(ran, a.done(), a.result())
    b = asyncio.create_task(slow("b"), name="B")
    print(ran, b.done(), await b, b.get_name())
    class T(asyncio.Task): pass
    loop.set_task_factory(asyncio.create_eager_task_factory(T))
    c = asyncio.create_task(slow("c"))
    print(type(c).__name__, await c)
    async with asyncio.TaskGroup() as tg:
        d = tg.create_task(quick("d"))
    print(d.result(), (await asyncio.create_task(quick("e"), eager_start=False)))
asyncio.run(eager())
print([c.__mro__[1].__name__ for c in (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown, asyncio.InvalidStateError, asyncio.CancelledError, asyncio.SendfileNotAvailableError, asyncio.LimitOverrunError, asyncio.IncompleteReadError)])
e = asyncio.IncompleteReadError(b"ab", 5)
l = asyncio.LimitOverrunError("msg", 7)
print(e, e.partial, e.expected, asyncio.IncompleteReadError(b"", None), l, l.consumed, attempt(asyncio.AbstractEventLoop().run_forever), attempt(asyncio.AbstractServer().close))
async def tout():
    t = asyncio.Timeout(None)
    print(repr(t), t.when(), t.expired(), attempt(t.reschedule, 5))
    async with t as cm:
        print(cm is t, repr(t), t.reschedule(asyncio.get_running_loop().time() + 100), "active" in repr(t))
    print(repr(t)[:20])
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("inside")
                raise
    except TimeoutError as e:
        print("timeout", e.args)
asyncio.run(tout())
async def never(): await asyncio.Event().wait()
async def leaves():
    t = asyncio.create_task(never())
    async def fin():
        try: await never()
        finally: print("finalized")
    u = asyncio.create_task(fin())
    await asyncio.sleep(0)
    return "left"
print(asyncio.run(leaves()))
async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen fin")
async def partial():
    g = agen()
    async for x in g: return x
print(asyncio.run(partial()))
async def debug(): return asyncio.get_running_loop().get_debug()
print(asyncio.run(debug(), debug=True), asyncio.run(debug()))
async def sub():
    t = asyncio.current_task()
    print(t.get_coro().__name__, t.get_context() is not None, t.get_stack() != [], t in asyncio.all_tasks())
    t2 = asyncio.create_task(boom())
    try: await t2
    except KeyError as e: print(repr(e), t2.exception() is e)
    t3 = asyncio.create_task(asyncio.sleep(10)); await asyncio.sleep(0); t3.cancel(msg="bye")
    try: await asyncio.wait_for(t3, 1)
    except asyncio.CancelledError as e: print(e.args)
    print(attempt(t2.set_result, 1), attempt(t2.set_exception, ValueError()), repr(t2)[:14])
asyncio.run(sub())
