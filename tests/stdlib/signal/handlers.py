import os
import _signal as signal
import threading
import time


def handler(number, frame):
    print("got", number)


print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
signal.signal(signal.SIGUSR1, handler)
os.kill(os.getpid(), signal.SIGUSR1)
print("after")
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.02)
start = time.monotonic()
time.sleep(0.1)
print("slept", time.monotonic() - start >= 0.1)


def interrupt(f):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        f()
    except KeyboardInterrupt:
        print("interrupted")


def to_int(number, frame):
    raise KeyboardInterrupt


signal.signal(signal.SIGALRM, to_int)
lock = threading.Lock()
lock.acquire()
interrupt(lambda: time.sleep(5))
interrupt(lock.acquire)
interrupt(lambda: [None for _ in iter(int, 1)])
r, w = os.pipe()
interrupt(lambda: os.read(r, 1))
t = threading.Thread(target=lambda: time.sleep(0.3))
t.start()
interrupt(t.join)
t.join()
for call in (lambda: signal.signal(0, handler), lambda: signal.signal(signal.SIGUSR1, "x"), lambda: signal.signal(signal.SIGKILL, handler)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(signal.strsignal(2), signal.SIGTERM == 15)
