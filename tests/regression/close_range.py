# Closing every descriptor, as daemons do, leaves the program running.
import os
import threading
import time

os.closerange(3, 1024)
for fd in range(3, 300):
    try:
        os.close(fd)
    except OSError as e:
        assert e.errno == 9
f = open(os.devnull, "w")
print(f.fileno())
t = threading.Thread(target=time.sleep, args=(0.05,))
t.start()
t.join()
r, w = os.pipe()
os.write(w, b"x")
print(os.read(r, 1))
