# Exit codes: returned, raised, exited, killed.
import os
import signal
import sys
import time
from multiprocessing import Process


def ret():
    return 5


def ex(v):
    sys.exit(v)


def hard():
    os._exit(7)


def sleep():
    time.sleep(60)


for target, args in [(ret, ()), (ex, (3,)), (ex, (None,)), (ex, (True,)), (ex, (257,)), (hard, ())]:
    p = Process(target=target, args=args)
    print(p.exitcode, p.is_alive(), p.pid)
    p.start()
    p.join()
    print(p.exitcode, p.is_alive(), p.pid == p.ident)
p = Process(target=sleep)
p.start()
print(p.is_alive(), p.exitcode)
p.terminate()
p.join()
print(p.exitcode == -signal.SIGTERM)
p = Process(target=sleep)
p.start()
p.join(0.05)
print(p.exitcode)
p.kill()
p.join()
print(p.exitcode)
p.close()
try:
    p.exitcode
except ValueError as e:
    print(e)
p = Process(target=sleep)
try:
    p.join()
except AssertionError as e:
    print(e)
p.start()
try:
    p.start()
except AssertionError as e:
    print(e)
try:
    p.close()
except ValueError as e:
    print(e)
p.kill()
p.join()
