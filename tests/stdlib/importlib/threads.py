# Modules that threads import at the same time.
import os
import sys
import tempfile
import threading

d = tempfile.mkdtemp()
sys.path.insert(1, d)
with open(d + "/slow.py", "w") as f:
    f.write("import time\ncount = 0\ntime.sleep(0.2)\ncount += 1\ndone = True\n")
with open(d + "/ca.py", "w") as f:
    f.write("import time\ntime.sleep(0.1)\nimport cb\nx = 1\n")
with open(d + "/cb.py", "w") as f:
    f.write("import time\ntime.sleep(0.1)\nimport ca\ny = 1\n")
with open(d + "/fails.py", "w") as f:
    f.write("import time\ntime.sleep(0.1)\nraise ValueError('fails')\n")

seen = []


def load():
    import slow
    seen.append((slow.done, slow.count))


def circular(name):
    m = __import__(name)
    seen.append(m.__name__)


def fail():
    try:
        import fails
    except ValueError as e:
        seen.append(str(e))


def run(*jobs):
    seen.clear()
    threads = [threading.Thread(target=f, args=a) for f, *a in jobs]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(seen))


run(*[(load,)] * 8)
run((circular, "ca"), (circular, "cb"))
print(sys.modules["ca"].x, sys.modules["cb"].y)
run(*[(fail,)] * 4)
print("fails" in sys.modules)
