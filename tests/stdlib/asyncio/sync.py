import asyncio

async def t_queue():
    q = asyncio.Queue(maxsize=2)
    out = []
    async def producer():
        for i in range(6):
            await q.put(i)
            out.append(("put", i))
        await q.put(None)
    async def consumer():
        while (x := await q.get()) is not None:
            out.append(("got", x))
            q.task_done()
            await asyncio.sleep(0)
        q.task_done()
    await asyncio.gather(producer(), consumer())
    await q.join()
    print(out, q.empty(), q.full(), q.qsize(), q.maxsize)
    for f in (q.get_nowait, lambda: [q.put_nowait(i) for i in range(3)], lambda: [q.task_done() for _ in range(4)]):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e)
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue()
    for x in (3, 1, 2):
        l.put_nowait(x)
    print([await l.get() for _ in range(3)])
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown()
    print(await q.get())
    for f in (q.get, lambda: q.put(1)):
        try:
            await f()
        except asyncio.QueueShutDown as e:
            print("shut", repr(e))
    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    try:
        await t
    except asyncio.QueueShutDown:
        print("waiter woken")
    print(repr(asyncio.Queue(3))[-11:])

async def t_lock():
    lock = asyncio.Lock()
    order = []
    async def w(n):
        async with lock:
            order.append((n, "in", lock.locked()))
            await asyncio.sleep(0)
            order.append((n, "out"))
    await asyncio.gather(*(w(i) for i in range(3)))
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        with lock: pass
    except TypeError as e:
        print(e)
    print(repr(lock)[-11:])
    await lock.acquire()
    t = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("acquire cancelled")
    lock.release()
    print(await lock.acquire())

async def t_sem():
    sem = asyncio.Semaphore(2)
    running = peak = 0
    async def w():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(.001)
            running -= 1
    await asyncio.gather(*(w() for _ in range(7)))
    print(peak, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)

async def t_event():
    ev = asyncio.Event()
    async def w(n):
        await ev.wait()
        return n
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(ev.is_set(), [t.done() for t in ts])
    ev.set()
    print(await asyncio.gather(*ts), ev.is_set())
    ev.clear()
    print(ev.is_set(), await asyncio.wait_for(asyncio.create_task(asyncio.sleep(0, "x")), 1))

async def t_cond():
    cond = asyncio.Condition()
    got = []
    async def w(n):
        async with cond:
            await cond.wait()
            got.append(n)
    ts = [asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify()
    await asyncio.sleep(.001)
    print(got)
    async with cond:
        cond.notify(2)
    await asyncio.sleep(.001)
    print(got)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*ts)
    print(got)
    state = 0
    async def waiter():
        async with cond:
            r = await cond.wait_for(lambda: state > 1)
            return r
    t = asyncio.create_task(waiter())
    for state in (1, 2):
        await asyncio.sleep(0)
        async with cond:
            cond.notify_all()
    print(await t)
    for f in (cond.notify, ):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)

async def t_barrier():
    b = asyncio.Barrier(3)
    async def w():
        async with b as pos:
            return pos
    print(sorted(await asyncio.gather(*(w() for _ in range(3)))), b.parties, b.n_waiting, b.broken)
    t = asyncio.create_task(b.wait())
    await asyncio.sleep(0)
    await b.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print("broken", b.broken)
    await b.reset()
    print(b.broken)

async def agen(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("agen closed")

async def t_agen():
    print([x async for x in agen(3)])
    print({x: y async for x, y in aenum(agen(2))})
    async for x in agen(5):
        if x == 1:
            break
    g = agen(3)
    print(await anext(g))
    await g.aclose()
    print(await anext(g, "end"))

async def aenum(it):
    i = 0
    async for x in it:
        yield i, x
        i += 1

class CM:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter")
        return self
    async def __aexit__(self, *a):
        await asyncio.sleep(0)
        print("exit", a[0])
        return True

async def t_cm():
    async with CM() as c:
        1 / 0
    from contextlib import asynccontextmanager, AsyncExitStack, aclosing
    @asynccontextmanager
    async def cm(n):
        print("in", n)
        try:
            yield n
        finally:
            print("out", n)
    async with cm(1) as a, cm(2) as b:
        print(a + b)
    async with AsyncExitStack() as st:
        for i in range(3):
            await st.enter_async_context(cm(i))
        st.push_async_callback(asyncio.sleep, 0)
    async with aclosing(agen(3)) as g:
        async for x in g:
            break

for f in [t_queue, t_lock, t_sem, t_event, t_cond, t_barrier, t_agen, t_cm]:
    print("==", f.__name__)
    asyncio.run(f())
