# Exit functions of the parent do not run in children.
import atexit
import sys
from multiprocessing import Process


@atexit.register
def bye():
    print("bye")


class Noisy:
    def __del__(self):
        pass


keep = Noisy()


def child():
    atexit.register(print, "never printed")
    print("child")


def quits():
    print("quits")
    sys.exit(2)


for f in (child, quits):
    p = Process(target=f)
    p.start()
    p.join()
    print(p.exitcode)
