# ProcessPoolExecutor.
import os
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


def sq(x):
    return x * x


def fail(x):
    raise LookupError(x)


def die():
    os._exit(3)


def init(v):
    global value
    value = v


def get():
    return value


def pid(_=None):
    return os.getpid()


with ProcessPoolExecutor(max_workers=2) as ex:
    print(list(ex.map(sq, range(10))), list(ex.map(sq, range(10), chunksize=4)), list(ex.map(pow, [2, 3], [3, 2])))
    f = ex.submit(sq, 7)
    print(f.result(), f.done(), f.cancelled(), f.exception())
    f = ex.submit(fail, "why")
    print(repr(f.exception()), type(f.exception().__cause__).__name__)
    print(sorted(f.result() for f in as_completed([ex.submit(sq, i) for i in range(6)])))
    done, rest = wait([ex.submit(sq, 1), ex.submit(time.sleep, 0.5)], return_when=FIRST_COMPLETED)
    print(len(done), len(rest))
    try:
        list(ex.map(time.sleep, [1], timeout=0.01))
    except TimeoutError as e:
        print(type(e).__name__)
    print(ex.submit(pid).result() != os.getpid())
    try:
        ex.map(sq, [1], chunksize=0)
    except ValueError as e:
        print(e)
try:
    ex.submit(sq, 1)
except RuntimeError as e:
    print(e)
with ProcessPoolExecutor(1, initializer=init, initargs=("given",)) as ex:
    print(ex.submit(get).result())
ex = ProcessPoolExecutor(1)
f = ex.submit(die)
try:
    f.result()
except BrokenProcessPool as e:
    print(e)
try:
    ex.submit(sq, 1)
except BrokenProcessPool as e:
    print(e)
ex.shutdown()
for kw in ({"max_workers": 0}, {"initializer": 1}, {"max_tasks_per_child": 0}, {"max_tasks_per_child": "x"}):
    try:
        ProcessPoolExecutor(**kw)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
ex = ProcessPoolExecutor(1)
fs = [ex.submit(time.sleep, 0.2) for _ in range(6)]
time.sleep(0.1)
ex.shutdown(cancel_futures=True)
print(fs[0].cancelled(), fs[-1].cancelled(), all(f.done() for f in fs))
ex = ProcessPoolExecutor(2)
fs = [ex.submit(time.sleep, 60) for _ in range(2)]
time.sleep(0.3)
ex.kill_workers()
for f in fs:
    print(type(f.exception()).__name__)
ex = ProcessPoolExecutor(2)
print(ex.submit(sq, 9).result())
print("left open")
