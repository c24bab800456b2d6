# The function of a thread that waited for a lock and ended is collected.
import _thread
import gc
import time
import weakref


def run(name, wait):
    started, done = [], []
    lock = _thread.allocate_lock()
    lock.acquire()

    def task():
        started.append(1)
        if wait:
            lock.acquire()
            lock.release()

    _thread.start_new_thread(task, ())
    while not started:
        time.sleep(0.01)
    lock.release()
    ref = weakref.ref(task, lambda _: done.append(None))
    del task
    for _ in range(100):
        if done:
            break
        gc.collect()
        time.sleep(0.01)
    print(name, done, ref())


run("at once", False)
run("after a lock", True)
