import asyncio, gc
async def leak(n=1): raise ValueError("x%d" % n)
async def forever(): await asyncio.get_running_loop().create_future()
async def main():
    asyncio.create_task(leak()); await asyncio.sleep(.01); gc.collect()
    print(asyncio.current_task().get_stack()[-1].f_lineno)

    print(asyncio.current_task().get_coro().cr_frame.f_lineno)
    t = asyncio.create_task(leak(2))
    try: await t
    except ValueError as e: print("heard", e)
    f = asyncio.get_running_loop().create_future(); f.set_exception(KeyError("f"))
    g = asyncio.get_running_loop().create_future(); g.set_exception(KeyError("g")); g.exception()
    t = asyncio.create_task(forever(), name="W"); await asyncio.sleep(0); print(t); t.cancel()
asyncio.run(main())
async def m2():
    t = asyncio.create_task(forever(), name="F"); await asyncio.sleep(0)
loop = asyncio.new_event_loop(); loop.set_exception_handler(lambda l, c: print(c["message"], c["task"].get_name())); loop.run_until_complete(m2()); loop.close()
