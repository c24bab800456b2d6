# Settings of the interpreter and of modules that a child inherits.
import contextvars
import decimal_mod as settings
import os
import sys
import threading
import time
import warnings
from multiprocessing import Pool, Process

warnings.simplefilter("error", UserWarning)
var = contextvars.ContextVar("var", default="default")
var.set("set in parent")
unset = contextvars.ContextVar("unset")
settings.precision = 5
os.umask(0o027)
sys.setswitchinterval(0.25)


class Meta(type):
    pass


def check():
    try:
        warnings.warn("w")
    except UserWarning as e:
        print("raised", e)
    print(var.get(), unset.get("nothing"), settings.precision, settings.describe(), oct(os.umask(0)))
    print(threading.active_count(), threading.main_thread() is threading.current_thread())
    print(type(Meta("X", (), {})).__name__, sys.flags.optimize, sys.stdin.read() == "")


p = Process(target=check)
p.start()
p.join()
with Pool(1) as p:
    p.apply(check)
t = threading.Thread(target=lambda: time.sleep(0.1))
t.start()


def from_thread():
    p = Process(target=check)
    p.start()
    p.join()
    print(p.exitcode)


u = threading.Thread(target=from_thread)
u.start()
u.join()
t.join()
