# Handlers of signals set before the start hold in the child.
import os
import signal
import time
from multiprocessing import Event, Process

started = Event()


def on_term(signum, frame):
    print("handler", signum == signal.SIGTERM)
    raise SystemExit(4)


def work():
    signal.signal(signal.SIGTERM, on_term)
    started.set()
    time.sleep(30)


p = Process(target=work)
p.start()
started.wait()
p.terminate()
p.join()
print(p.exitcode)


def interrupted():
    try:
        started.set()
        time.sleep(30)
    except KeyboardInterrupt:
        print("interrupted")


started.clear()
p = Process(target=interrupted)
p.start()
started.wait()
os.kill(p.pid, signal.SIGINT)
p.join()
print(p.exitcode)
