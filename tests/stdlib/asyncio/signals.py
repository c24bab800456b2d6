import asyncio, signal, os
def attempt(f, *a):
    try: return repr(f(*a))
    except BaseException as e: return f"{type(e).__name__}: {e}"
async def main():
    loop = asyncio.get_running_loop()
    got = []
    ev = asyncio.Event()
    print(loop.add_signal_handler(signal.SIGUSR1, lambda x: (got.append(x), ev.set()), 5))
    os.kill(os.getpid(), signal.SIGUSR1)
    await ev.wait()
    print(got, loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1))
    async def co(): pass
    c = co()
    print(attempt(loop.add_signal_handler, signal.SIGUSR1, c), attempt(loop.add_signal_handler, signal.SIGUSR1, co), attempt(loop.add_signal_handler, 1000, print), attempt(loop.add_signal_handler, "x", print), attempt(loop.add_signal_handler, signal.SIGKILL, print))
    c.close()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGINT, stop.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    await stop.wait()
    print("graceful", loop.remove_signal_handler(signal.SIGINT), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    print(await asyncio.to_thread(attempt, loop.add_signal_handler, signal.SIGUSR2, print))
asyncio.run(main())
print(signal.getsignal(signal.SIGTERM))
