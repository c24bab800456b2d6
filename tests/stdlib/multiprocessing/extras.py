# Shared memory, listeners, threads with the same interface, contexts.
import multiprocessing as mp
import multiprocessing.dummy
import sys
from multiprocessing.connection import Client, Listener
from multiprocessing.shared_memory import ShareableList, SharedMemory

shm = SharedMemory(create=True, size=16)
shm.buf[:5] = b"hello"


def change(name):
    other = SharedMemory(name)
    print(bytes(other.buf[:5]), other.size)
    other.buf[0] = ord("J")
    other.close()


p = mp.Process(target=change, args=(shm.name,))
p.start()
p.join()
print(bytes(shm.buf[:5]), shm.size)
shm.close()
shm.unlink()
try:
    SharedMemory(shm.name)
except FileNotFoundError as e:
    print(type(e).__name__)
for kw in ({"size": 0, "create": True}, {"size": -1}, {}):
    try:
        SharedMemory(**kw)
    except ValueError as e:
        print(e)
sl = ShareableList([1, 2.5, "text", b"raw", None, True])
print(list(sl), len(sl), sl[2], sl.index("text"), sl.count(None))
p = mp.Process(target=lambda: sl.__setitem__(2, "TEXT"))
p.start()
p.join()
print(sl[2])
for f in (lambda: sl[9], lambda: sl.__setitem__(2, "x" * 100)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
sl.shm.close()
sl.shm.unlink()

with Listener(authkey=b"secret") as listener:
    def talk(address):
        with Client(address, authkey=b"secret") as c:
            c.send(["from", "client"])
            print(c.recv())
    p = mp.Process(target=talk, args=(listener.address,))
    p.start()
    with listener.accept() as conn:
        print(conn.recv())
        conn.send("from server")
        p.join()
    print(p.exitcode)
    ctx = mp.get_context()

    def wrong(address):
        try:
            Client(address, authkey=b"wrong")
        except mp.AuthenticationError as e:
            sys.exit(len(str(e)))
    p = mp.Process(target=wrong, args=(listener.address,))
    p.start()
    try:
        listener.accept()
    except mp.AuthenticationError as e:
        print("server:", e)
    p.join()
    print(p.exitcode)

with multiprocessing.dummy.Pool(2) as pool:
    print(pool.map(abs, [-1, 2]))
p = multiprocessing.dummy.Process(target=print, args=("thread",))
p.start()
p.join()
print(p.exitcode)
a, b = multiprocessing.dummy.Pipe()
a.send(1)
print(b.recv(), b.poll())
for method in ("fork", "spawn", "forkserver"):
    print(type(mp.get_context(method)).__name__, mp.get_context(method).get_start_method())
print(mp.get_start_method(), mp.get_context("fork").Process.__name__)
try:
    mp.get_context("nope")
except ValueError as e:
    print(e)
try:
    mp.set_start_method("fork")
except RuntimeError as e:
    print(e)
mp.set_start_method("fork", force=True)
print(mp.cpu_count() > 0, sorted(mp.get_all_start_methods()))
