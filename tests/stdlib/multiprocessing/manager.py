# Objects in a manager's process.
import multiprocessing as mp
from multiprocessing.managers import BaseManager

m = mp.Manager()
d, l, ns, q, lock, ev, val, arr = m.dict(a=1), m.list([1, 2]), m.Namespace(x=1), m.Queue(), m.Lock(), m.Event(), m.Value("i", 5), m.Array("i", [1, 2])


def work(i, d, l, q):
    with lock:
        d["k%d" % i] = i
        l.append(i)
        val.value += i
        ns.total = getattr(ns, "total", 0) + i if i else 0
    q.put(i * i)
    arr[0] = 10
    ev.set()


for i in range(3):
    p = mp.Process(target=work, args=(i, d, l, q))
    p.start()
    p.join()
print(sorted(d.items()), list(l), ns.total, ns.x, [q.get() for _ in range(3)], val.value, arr[0], ev.is_set())
print(len(d), "a" in d, d.get("zz"), d.pop("a"), sorted(d.keys()), list(d), d.copy() == dict(d))
l.extend([5, 4])
l.sort()
l += [9]
print(l[1], l[1:3], len(l), l.index(5), 5 in l, str(l), l.pop())
try:
    d["missing"]
except KeyError as e:
    print(repr(e))
try:
    l.remove(99)
except ValueError as e:
    print(e)
print(ns)
ns.y = [1]
del ns.x
try:
    ns.x
except AttributeError as e:
    print(type(e).__name__)
with mp.Pool(2) as pool:
    pool.starmap(work, [(7, d, l, q), (8, d, l, q)])
print(sorted(d.items()), sorted(l)[-2:], sorted([q.get(), q.get()]))
nested = m.list([m.dict(a=1)])
nested[0]["b"] = 2
print(nested[0].items())
cond, sem, bar = m.Condition(), m.Semaphore(1), m.Barrier(1)
with cond:
    cond.notify_all()
print(sem.acquire(), sem.acquire(False), bar.wait(), bar.parties)
s = m.set({1, 2})
s.add(3)
print(sorted(s), 2 in s)
m.shutdown()


class Counter:
    def __init__(self, start):
        self.n = start

    def up(self, k=1):
        self.n += k
        return self.n

    def fail(self):
        raise LookupError("no")


class MyManager(BaseManager):
    pass


MyManager.register("Counter", Counter)
with MyManager() as mine:
    c = mine.Counter(10)
    print(c.up(), c.up(k=5), type(c).__name__)
    try:
        c.fail()
    except LookupError as e:
        print(repr(e))

    def child(c):
        c.up(100)

    p = mp.Process(target=child, args=(c,))
    p.start()
    p.join()
    print(c.up(0))
