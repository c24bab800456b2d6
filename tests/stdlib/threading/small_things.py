# Arguments of RLock, timeouts that are no numbers, events that are set for a
# moment, hooks that fail, threads that wait for the main thread.
import math
import sys
import threading
import time
import warnings

for make in (lambda: threading.RLock(), lambda: threading.RLock(1), lambda: threading.RLock(a=1)):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        make()
    print([str(x.message) for x in w])


class Custom(type(threading.RLock())):
    def __init__(self, a, *, b):
        super().__init__()


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    with Custom(1, b=2) as entered:
        print(entered, w)
condition = threading.Condition()
with condition:
    try:
        condition.wait(math.nan)
    except ValueError as e:
        print(e)
    print(condition.wait(-1), condition.wait(0), condition.wait(0.001))

event = threading.Event()
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait(10))) for _ in range(3)]
for t in threads:
    t.start()
time.sleep(0.1)
event.set()
event.clear()
for t in threads:
    t.join()
print(results, event.is_set(), event.wait(0.001))


def failing(args):
    raise ValueError("in the hook")


stderr, sys.stderr = sys.stderr, sys.stdout
sys.excepthook = lambda *args: print("sys.excepthook", args[:2])
threading.excepthook = failing
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
sys.stderr = stderr


def last():
    threading.main_thread().join()
    print("after the main thread", threading.main_thread().is_alive())


threading.Thread(target=last).start()
time.sleep(0.05)
print("end of the main thread")
