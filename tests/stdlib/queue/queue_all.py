import queue, threading, time, itertools
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = cls(3)
    for x in (2, 3, 1): q.put(x)
    print(cls.__name__, q.qsize(), q.empty(), q.full(), q.maxsize, attempt(q.put_nowait, 9), attempt(q.put, 9, timeout=0.01), attempt(q.put, 9, False), attempt(q.put, 9, timeout=-1))
    print([q.get() for _ in range(3)], attempt(q.get_nowait), attempt(q.get, timeout=0.01), attempt(q.get, False), attempt(q.get, True, -1))
    for _ in range(3): q.task_done()
    print(attempt(q.task_done), q.join(), q.unfinished_tasks)
s = queue.SimpleQueue()
s.put(1); s.put(2, block=False, timeout=3); s.put_nowait(3)
print(s.qsize(), s.empty(), s.get(), s.get_nowait(), s.get(timeout=1), attempt(s.get_nowait), attempt(s.get, timeout=0.01), attempt(s.get, timeout=-1), attempt(s.get, False))
q = queue.Queue()
out = []
def work():
    while True:
        x = q.get()
        if x is None: break
        out.append(x)
        q.task_done()
ts = [threading.Thread(target=work) for _ in range(4)]
[t.start() for t in ts]
for i in range(100): q.put(i)
q.join()
for _ in ts: q.put(None)
[t.join() for t in ts]
print(sorted(out) == list(range(100)), q.unfinished_tasks)
b = queue.Queue(1)
def slow():
    for i in range(5): b.put(i)
t = threading.Thread(target=slow); t.start()
got = []
for _ in range(5): time.sleep(0.001); got.append(b.get())
t.join()
print(got)
q = queue.Queue()
q.put(1); q.put(2)
q.shutdown()
print(attempt(q.put, 1), q.get(), q.get(), attempt(q.get), q.is_shutdown)
q = queue.Queue()
q.put(1)
res = []
w = queue.Queue()
def wait():
    try: w.get()
    except queue.ShutDown: res.append("shut")
t = threading.Thread(target=wait); t.start()
w.shutdown(); t.join()
q.shutdown(immediate=True)
print(res, attempt(q.get), q.join(), queue.Empty.__mro__[1].__name__, queue.Full.__mro__[1].__name__, queue.ShutDown.__mro__[1].__name__)
