# A lock of threading in the globals is a lock in the child, too; one of
# multiprocessing is shared.
import multiprocessing
import threading

lock = threading.Lock()
rlock = threading.RLock()
cond = threading.Condition()
event = threading.Event()
event.set()
sem = threading.Semaphore(3)
shared = multiprocessing.Lock()
total = multiprocessing.Value("i", 0)


def work(n):
    with lock, rlock, cond, sem:
        pass
    for _ in range(n):
        with shared:
            total.value += 1


def look():
    print(lock.locked(), event.is_set(), lock.acquire(False), cond.acquire(False), sem.acquire(False))


ps = [multiprocessing.Process(target=work, args=(50,)) for _ in range(3)]
for p in ps:
    p.start()
for p in ps:
    p.join()
print(total.value, shared)
p = multiprocessing.Process(target=look)
p.start()
p.join()
