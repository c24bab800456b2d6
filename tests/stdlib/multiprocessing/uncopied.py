# Globals that nothing in the child uses do no harm, whatever they are.
import threading
from multiprocessing import Pool, Process

gen = (i for i in range(3))
next(gen)
thread = threading.Thread(target=print)
local = threading.local()
local.x = 1
mv = memoryview(b"abc")
it = iter({1: 2})
frame = __import__("sys")._getframe()
coro = None


async def co():
    return 1


coro = co()
code = co.__code__
zipped = zip([1], [2])
module = __import__("os")


def work(x):
    return x + 1, module.sep, code.co_name


with Pool(1) as p:
    print(p.map(work, [1, 2]))
p = Process(target=lambda: print(work(5)))
p.start()
p.join()
coro.close()
print(next(gen))
