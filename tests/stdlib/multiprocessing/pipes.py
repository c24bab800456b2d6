# Pipes and what can be done with connections.
import multiprocessing as mp
from multiprocessing.connection import wait

a, b = mp.Pipe()


def child(conn):
    conn.send(["hello", 42, None])
    print(conn.recv())
    conn.send_bytes(b"raw bytes")
    conn.close()


p = mp.Process(target=child, args=(b,))
p.start()
print(a.recv())
a.send({"k": (1, 2)})
print(a.recv_bytes())
p.join()
b.close()
try:
    a.recv()
except EOFError:
    print("EOFError")
print(a.closed, b.closed, a.readable, a.writable)
r, w = mp.Pipe(duplex=False)
print(r.readable, r.writable, w.readable, w.writable, r.poll(), r.poll(0.01))
w.send(1)
print(r.poll(5), r.recv())
for f in (lambda: r.send(1), lambda: w.recv(), lambda: b.send(1), lambda: w.send_bytes(b"abc", 4), lambda: w.send_bytes(b"abc", 1, 5), lambda: w.send_bytes(b"a", -1)):
    try:
        f()
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
w.send_bytes(memoryview(b"abcdef"), 2, 3)
print(r.recv_bytes())
w.send_bytes(b"12345")
buf = bytearray(8)
print(r.recv_bytes_into(buf, 2), buf)
w.send_bytes(b"x" * 100)
try:
    r.recv_bytes_into(bytearray(5))
except mp.BufferTooShort as e:
    print(type(e).__name__, len(e.args[0]))
w.send_bytes(b"x" * 100)
try:
    r.recv_bytes(10)
except OSError as e:
    print(e, r.closed)
conns = []
ps = []
for i in range(3):
    r, w = mp.Pipe(False)
    p = mp.Process(target=lambda w=w, i=i: w.send(i))
    p.start()
    w.close()
    conns.append(r)
    ps.append(p)
got = []
while conns:
    for c in wait(conns, timeout=10):
        try:
            got.append(c.recv())
        except EOFError:
            conns.remove(c)
            c.close()
print(sorted(got))
for p in ps:
    p.join()
print(wait([p.sentinel for p in ps], 5) == [p.sentinel for p in ps])
with mp.Pipe()[0] as c:
    print(c.closed)
print(c.closed)
big = "x" * 500000
a, b = mp.Pipe()
p = mp.Process(target=lambda: b.send(big))
p.start()
print(a.recv() == big)
p.join()
