# A worker that dies does not stop the rest.
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Process, Queue


def suicide():
    os.kill(os.getpid(), signal.SIGKILL)


def later(q):
    q.put("alive")


q = Queue()
p = Process(target=suicide)
p.start()
p.join(20)
print(p.exitcode)
p = Process(target=later, args=(q,))
p.start()
print(q.get(timeout=20))
p.join()
ex = ProcessPoolExecutor(2)
fs = [ex.submit(suicide) for _ in range(3)]
print({type(f.exception(20)).__name__ for f in fs})
ex.shutdown()
with ProcessPoolExecutor(2) as ex:
    print(list(ex.map(abs, [-1, -2])))
