import concurrent.futures as cf, threading, time
from concurrent.futures import ThreadPoolExecutor, Future, as_completed, wait, CancelledError, TimeoutError, InvalidStateError, BrokenExecutor, Executor
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k)).split(" at 0x")[0]
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
with ThreadPoolExecutor(3, thread_name_prefix="P") as ex:
    print(list(ex.map(lambda x, y: x * y, [1, 2, 3], [4, 5, 6])), list(ex.map(str, range(5), chunksize=2)))
    f = ex.submit(pow, 2, 10)
    print(f.result(), f.done(), f.running(), f.cancelled(), f.exception(), f.cancel())
    g = ex.submit(lambda: 1 / 0)
    print(attempt(g.result), repr(g.exception()), ex.submit(lambda: threading.current_thread().name[:2]).result())
    fs = {ex.submit(lambda d=d: (time.sleep(d / 50), d)[1]): d for d in (3, 1, 2)}
    print([f.result() for f in as_completed(fs)])
    ev = threading.Event()
    blocked = ex.submit(ev.wait)
    print(attempt(blocked.result, 0.01), attempt(blocked.exception, timeout=0.01), attempt(lambda: list(as_completed([blocked], timeout=0.01))), attempt(lambda: list(ex.map(lambda x: ev.wait(), [1], timeout=0.01))))
    d = wait([blocked, f], timeout=0.01)
    print(len(d.done), len(d.not_done), type(d).__name__, len(wait([blocked, f], return_when=cf.FIRST_COMPLETED)[0]))
    ev.set()
    print(len(wait([blocked]).done), len(wait([ex.submit(lambda: 1 / 0), ex.submit(time.sleep, 0.01)], return_when=cf.FIRST_EXCEPTION).done) >= 1)
    it = ex.map(lambda x: 10 // x, [5, 0, 2])
    print(next(it), attempt(next, it), attempt(next, it))
    print(list(ex.map(lambda x: x, range(10), buffersize=2)), attempt(ex.map, abs, [1], buffersize=0))
print(attempt(ex.submit, print), ex._shutdown)
one = ThreadPoolExecutor(1)
ev = threading.Event()
a = one.submit(ev.wait)
b = one.submit(print, "never")
c = one.submit(print, "never")
print(b.cancel(), b.cancelled(), b.done(), attempt(b.result), attempt(b.exception))
ev.set()
one.shutdown(wait=True, cancel_futures=True)
print(attempt(ThreadPoolExecutor, 0), attempt(ThreadPoolExecutor, initializer=5), attempt(ThreadPoolExecutor(1).submit), attempt(Executor().submit, print), attempt(lambda: list(Executor().map(abs, [1]))))
f = Future()
calls = []
f.add_done_callback(lambda f: calls.append(f.result()))
print(f.set_running_or_notify_cancel(), f.running(), attempt(f.cancel), f.set_result(5), calls, attempt(f.set_result, 6)[:31], attempt(f.set_exception, ValueError())[:31], attempt(f.set_running_or_notify_cancel) if 0 else None)
f.add_done_callback(lambda f: calls.append("late"))
print(calls, repr(f).split(" at ")[1][14:] if 0 else repr(f)[-30:], repr(Future())[-15:])
f = Future()
print(f.cancel(), f.set_running_or_notify_cancel(), attempt(f.result), repr(f)[-16:])
g = Future(); g.set_exception(KeyError("k"))
print(repr(g.exception()), attempt(g.result), repr(g)[-33:])
def init(x): local.append(x)
local = []
with ThreadPoolExecutor(2, initializer=init, initargs=(7,)) as ex: ex.submit(int).result()
print(local[0])
print(issubclass(cf.BrokenExecutor, RuntimeError), cf.TimeoutError is TimeoutError, issubclass(InvalidStateError, Exception), CancelledError.__module__, cf.ALL_COMPLETED, cf.FIRST_COMPLETED, cf.FIRST_EXCEPTION)
