# Files opened before the child starts can be written and read in it.
import os
import tempfile
from multiprocessing import Process

path = os.path.join(tempfile.mkdtemp(), "f.txt")
out = open(path, "w")
out.write("parent\n")
out.flush()


def write():
    out.write("child\n")
    out.flush()
    print(out.name == path, out.mode, out.closed)


p = Process(target=write)
p.start()
p.join()
out.write("again\n")
out.close()
print(open(path).read())
src = open(path)
print(repr(src.readline()))


def read():
    print(repr(src.readline()))


for _ in range(2):
    p = Process(target=read)
    p.start()
    p.join()
print(repr(src.readline()))
os.remove(path)
