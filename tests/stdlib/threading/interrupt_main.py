# _thread.interrupt_main, weak references to locks, exceptions of raw threads.
import _thread
import signal
import sys
import threading
import time
import weakref

try:
    _thread.interrupt_main()
    time.sleep(1)
except KeyboardInterrupt as e:
    print(repr(e))
for bad in (0, -1, 1000, "x"):
    try:
        _thread.interrupt_main(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
signal.signal(signal.SIGUSR1, lambda n, f: print("handler", n == signal.SIGUSR1, threading.current_thread() is threading.main_thread()))
thread = threading.Thread(target=_thread.interrupt_main, args=(signal.SIGUSR1,))
thread.start()
thread.join()
time.sleep(0.01)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
_thread.interrupt_main(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_DFL)
_thread.interrupt_main(signal.SIGUSR1)

for make in (threading.Lock, threading.RLock):
    lock = make()
    print(weakref.ref(lock)() is lock)


class Task:
    def __repr__(self):
        return "<task>"

    def __call__(self):
        raise ValueError("failed")


seen = []
sys.unraisablehook = lambda u: seen.append((u.err_msg, u.object, repr(u.exc_value)))
_thread.start_new_thread(Task(), ())
while not seen:
    time.sleep(0.01)
print(seen)
try:
    _thread._ThreadHandle()._set_done()
except RuntimeError as e:
    print(e)
