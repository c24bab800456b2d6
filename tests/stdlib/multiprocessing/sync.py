# Locks, conditions, events, barriers across processes.
import multiprocessing as mp
import time

lock, rlock, event, cond = mp.Lock(), mp.RLock(), mp.Event(), mp.Condition()
sem, bounded = mp.Semaphore(2), mp.BoundedSemaphore(1)
ready = mp.Value("i", 0)
print(lock, rlock, sem, bounded, lock.acquire(), lock, lock.acquire(False), lock.acquire(timeout=0.01))
p = mp.Process(target=lambda: print("child", lock.acquire(False), lock))
p.start()
p.join()
lock.release()
try:
    lock.release()
except ValueError as e:
    print(e)
print(rlock.acquire(), rlock.acquire(), rlock)
p = mp.Process(target=lambda: print("child", rlock.acquire(False), rlock))
p.start()
p.join()
rlock.release()
rlock.release()
try:
    rlock.release()
except AssertionError as e:
    print(e)
try:
    bounded.release()
except ValueError as e:
    print(e)
print(sem.acquire(), sem.acquire(), sem.acquire(False), sem.get_value())
sem.release()
print(sem.get_value())


def waiter(n):
    event.wait()
    with cond:
        ready.value += 1
        cond.notify_all()


ps = [mp.Process(target=waiter, args=(i,)) for i in range(3)]
for p in ps:
    p.start()
print(event.is_set(), event.wait(0.01))
event.set()
with cond:
    print(cond.wait_for(lambda: ready.value == 3, timeout=20))
for p in ps:
    p.join()
event.clear()
print(event.is_set(), ready.value)
with cond:
    print(cond.wait(0.01))
barrier = mp.Barrier(3)
order = mp.Queue()


def arrive():
    i = barrier.wait(20)
    order.put(i)


ps = [mp.Process(target=arrive) for _ in range(2)]
for p in ps:
    p.start()
i = barrier.wait(20)
print(sorted([i, order.get(), order.get()]), barrier.parties, barrier.n_waiting, barrier.broken)
for p in ps:
    p.join()
barrier.abort()
try:
    barrier.wait()
except Exception as e:
    print(type(e).__name__, barrier.broken)


def held():
    with lock:
        ready.value = 10
        time.sleep(0.1)
        ready.value = 11


p = mp.Process(target=held)
p.start()
while ready.value < 10:
    time.sleep(0.005)
with lock:
    print(ready.value)
p.join()
