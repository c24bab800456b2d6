# What was printed before is not printed twice, and the order is kept.
import sys
from multiprocessing import Process

sys.stdout.write("before, without newline;")


def child(n):
    print("child", n)
    sys.stdout.write("end of child;")


for i in range(2):
    p = Process(target=child, args=(i,))
    p.start()
    p.join()
    print("parent", i)
sys.stdout.write("last")
print()
