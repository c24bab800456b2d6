# Everything a pool can do.
import multiprocessing as mp
import os
import time
from multiprocessing.pool import ThreadPool


def sq(x):
    return x * x


def add(a, b=0):
    return a + b


def slow(x):
    time.sleep(x)
    return x


def init(a, b):
    global base
    base = a + b


def based(x):
    return base + x


def pid(_):
    return os.getpid()


results, errors = [], []
with mp.Pool(3) as p:
    print(p.apply(add, (1,), {"b": 2}), p.map(sq, range(20)), p.map(sq, []), p.starmap(add, [(1, 2), (3,)]))
    print(list(p.imap(sq, range(6))), list(p.imap(sq, range(7), 3)), sorted(p.imap_unordered(sq, range(6), 2)))
    r = p.apply_async(sq, (5,), callback=results.append)
    print(r.get(10), r.ready(), r.successful())
    r = p.apply_async(sq, ("x",), callback=results.append, error_callback=errors.append)
    r.wait(10)
    print(r.ready(), r.successful(), results, errors)
    r = p.map_async(sq, range(3), callback=results.append)
    print(r.get(), results)
    print(p.starmap_async(add, [(1, 1)]).get())
    r = p.apply_async(slow, (5,))
    try:
        r.get(timeout=0.01)
    except mp.TimeoutError as e:
        print(type(e).__name__)
    try:
        r.successful()
    except ValueError as e:
        print("not ready" in str(e))
    it = p.imap(slow, [0, 0.3])
    print(next(it))
    try:
        it.next(timeout=0.001)
    except mp.TimeoutError:
        print("timeout")
    print(next(it))
    try:
        next(it)
    except StopIteration:
        print("stop")

    def gen():
        yield 1
        yield 2
        raise KeyError("in the iterable")
    it = p.imap(sq, gen())
    try:
        for x in it:
            print(x)
    except KeyError as e:
        print(repr(e))
try:
    p.map(sq, [1])
except ValueError as e:
    print(e)
p = mp.Pool(2, init, (10, 5))
print(p.map(based, range(3)))
p.close()
p.join()
try:
    p.apply(sq, (1,))
except ValueError as e:
    print(e)
with mp.Pool(1, maxtasksperchild=2) as p:
    print(len(set(p.map(pid, range(6), chunksize=1))))
for bad in (lambda: mp.Pool(0), lambda: mp.Pool(1, initializer=5), lambda: mp.Pool(1, maxtasksperchild=0)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
with mp.Pool(1) as p:
    try:
        p.join()
    except ValueError as e:
        print(e)
    try:
        p.imap(sq, [1], 0)
    except ValueError as e:
        print(e)
with ThreadPool(2) as t:
    print(t.map(sq, range(5)), t.apply(add, (1, 2)), list(t.imap(sq, range(3))))
    try:
        t.map(sq, ["a"])
    except TypeError as e:
        print(type(e).__name__)
