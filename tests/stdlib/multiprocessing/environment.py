# Environment, working directory and arguments are inherited.
import os
import sys
import tempfile
from multiprocessing import Pool, Process

os.environ["GOPY_TEST_VARIABLE"] = "set"
d = os.path.realpath(tempfile.mkdtemp())
os.chdir(d)
sys.argv.append("extra")
sys.path.append("/nowhere/at/all")
sys.setrecursionlimit(2345)


def child():
    print(os.environ["GOPY_TEST_VARIABLE"], os.getcwd() == d, sys.argv[1:], sys.path[-1], sys.getrecursionlimit())
    os.environ["GOPY_TEST_VARIABLE"] = "child"
    os.chdir("/")


p = Process(target=child)
p.start()
p.join()
print(os.environ["GOPY_TEST_VARIABLE"], os.getcwd() == d)


def getenv(n):
    return os.environ.get(n), os.path.basename(__file__)


with Pool(1) as p:
    print(p.apply(getenv, ("GOPY_TEST_VARIABLE",)))
os.chdir("/")
os.rmdir(d)
