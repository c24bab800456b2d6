import errno
import io
import os
import select
import shutil
import socket
import sys
import tempfile
import threading
import time
from socket import *


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
        return r
    except Exception as e:
        print(type(e).__name__, e)


# names
need = """AF_INET AF_INET6 AF_UNIX SOCK_STREAM SOCK_DGRAM SOL_SOCKET SO_REUSEADDR SO_REUSEPORT SO_KEEPALIVE SO_BROADCAST SO_ERROR SO_RCVBUF SO_SNDBUF SO_LINGER
SHUT_RD SHUT_WR SHUT_RDWR MSG_PEEK MSG_WAITALL MSG_DONTWAIT IPPROTO_TCP IPPROTO_UDP IPPROTO_IPV6 TCP_NODELAY IPV6_V6ONLY AI_PASSIVE AI_CANONNAME AI_NUMERICHOST NI_NUMERICHOST
NI_NUMERICSERV EAI_NONAME INADDR_ANY INADDR_BROADCAST SOMAXCONN has_ipv6 SocketType error herror gaierror timeout CMSG_LEN CMSG_SPACE SCM_RIGHTS""".split()
print([n for n in need if not hasattr(socket_module := sys.modules["socket"], n)], [n for n in need if n not in socket_module.__all__])
print(AF_INET, repr(AF_INET), SOCK_STREAM, repr(SOCK_DGRAM), repr(MSG_PEEK), repr(AI_PASSIVE), AddressFamily(2), type(AF_UNIX), error is OSError, timeout is TimeoutError)
print(gaierror.__mro__, herror.__module__, SocketType, socket.__mro__[:2])

# byte order and addresses
print(htons(1), ntohs(256), htonl(1), ntohl(16777216), htons(0x1234))
for f, v in ((htons, -1), (htons, 70000), (htonl, -1), (htonl, 2**32), (htons, "x"), (ntohl, "x")):
    show(f, v)
for a in ("127.0.0.1", "1", "1.2", "1.2.3", "0x7f.1", "017.1.1.1", "256.1.1.1", "a", "", "1.2.3.4.5", "255.255.255.255", "1.65536"):
    show(inet_aton, a)
print(inet_ntoa(b"\x7f\0\0\1"), inet_pton(AF_INET, "1.2.3.4"), inet_pton(AF_INET6, "::1"), inet_ntop(AF_INET6, b"\0" * 15 + b"\1"), inet_ntop(AF_INET, b"abcd"), inet_ntop(AF_INET6, bytes(range(16))))
show(inet_ntoa, b"abc")
show(inet_pton, AF_INET, "1.2.3")
show(inet_pton, AF_INET6, "1.2.3.4")
show(inet_pton, 99, "::")
show(inet_ntop, AF_INET, b"abc")
show(inet_ntop, 99, b"abc")
print(CMSG_LEN(4) <= CMSG_SPACE(4), getservbyname("http"), getservbyname("domain", "udp"), getservbyport(80), getprotobyname("tcp"), getprotobyname("udp"))
show(getservbyname, "nosuchservice")
show(getservbyport, 70000)
show(getprotobyname, "nope")
print(gethostbyname("127.0.0.1"), gethostbyname("localhost"), gethostbyname(""), gethostbyname_ex("127.0.0.1"), isinstance(gethostname(), str), isinstance(getfqdn(), str))
print("lo" in [n for i, n in if_nameindex()] or sys.platform != "linux")
show(if_nametoindex, "nope0")

# getaddrinfo, getnameinfo
for a in (("127.0.0.1", 80), ("127.0.0.1", "80", AF_INET, SOCK_STREAM), ("::1", 8080, 0, SOCK_DGRAM), ("127.0.0.1", "http", 0, SOCK_STREAM), ("127.0.0.1", None, 0, 0, IPPROTO_TCP),
          (None, 80, AF_INET, SOCK_STREAM), (None, 80, AF_INET, SOCK_STREAM, 0, AI_PASSIVE), (b"127.0.0.1", 1, 0, SOCK_STREAM), ("127.0.0.1", 0, AF_INET6), ("x", 1, 0, 0, 0, AI_NUMERICHOST),
          ("127.0.0.1", "nosuchservice"), (None, None), ("127.0.0.1", 80, 77), ("127.0.0.1", 80, 0, SOCK_STREAM, 0, AI_CANONNAME)):
    show(getaddrinfo, *a)
print(getaddrinfo("localhost", 5, AF_INET, SOCK_STREAM))
show(getaddrinfo, "127.0.0.1", 1.5)
show(getaddrinfo, 3, 1)
print(getnameinfo(("127.0.0.1", 80), NI_NUMERICHOST | NI_NUMERICSERV), getnameinfo(("127.0.0.1", 80), NI_NUMERICHOST)[1], getnameinfo(("::1", 9, 0, 0), NI_NUMERICHOST | NI_NUMERICSERV))
show(getnameinfo, 3, 0)

# creating
s = socket()
print(s.family, s.type, s.proto, s.timeout, s.getblocking(), s.fileno() > 2, s.gettimeout(), s.get_inheritable(), repr(s.family))
s.set_inheritable(True)
print(s.get_inheritable())
s.close()
print(s.fileno(), repr(s), s.close())
show(s.bind, ("127.0.0.1", 0))
show(s.recv, 5)
show(socket, 99)
show(socket, AF_INET, 77)
show(socket, fileno=-1)
show(socket, fileno=1.5)
show(socket, fileno=9999)
show(socket, nope=1)
with socket(AF_INET, SOCK_DGRAM) as u:
    print(u.type, u.proto)
print(u.fileno())
d = socket(AF_INET6, SOCK_STREAM)
fd = d.detach()
print(d.fileno(), d)
e = socket(fileno=fd)
print(e.family, e.type, e.proto in (0, 6))
e.close()

# addresses that are wrong
s = socket()
for addr in (3, "x", ("127.0.0.1",), ("127.0.0.1", 1, 2), ("127.0.0.1", "80"), ("127.0.0.1", -1), ("127.0.0.1", 70000), (3, 80), ("256.256.256.256.1", 80)):
    try:
        s.bind(addr)
    except gaierror as e:
        print("gaierror", e.errno < 0)
    except Exception as e:
        print(type(e).__name__, e)
show(s.connect, ["127.0.0.1", 80])
print(s.connect_ex(("127.0.0.1", 1)) == errno.ECONNREFUSED)
s.close()
s = socket()
show(s.connect, ("127.0.0.1", 1))
show(s.getpeername)
show(s.listen, "x")

show(s.recv, -1)
show(s.send, "text")
show(s.settimeout, -1)
show(s.settimeout, "x")
show(s.shutdown, SHUT_RDWR)
s.settimeout(1.5)
print(s.gettimeout(), s.timeout, s.getblocking())
s.settimeout(0)
print(s.gettimeout(), s.getblocking(), os.get_blocking(s.fileno()))
s.setblocking(True)
print(s.gettimeout(), s.getblocking(), os.get_blocking(s.fileno()))
s.settimeout(None)
s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
s.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
print(s.getsockopt(SOL_SOCKET, SO_REUSEADDR), s.getsockopt(IPPROTO_TCP, TCP_NODELAY) != 0, s.getsockopt(SOL_SOCKET, SO_TYPE) == SOCK_STREAM, len(s.getsockopt(SOL_SOCKET, SO_LINGER, 8)))
s.setsockopt(SOL_SOCKET, SO_LINGER, b"\1\0\0\0\2\0\0\0")
print(s.getsockopt(SOL_SOCKET, SO_LINGER, 8))
show(s.getsockopt, SOL_SOCKET, 9999)
s.close()
setdefaulttimeout(3)
s = socket()
print(getdefaulttimeout(), s.gettimeout())
s.close()
setdefaulttimeout(None)

# TCP
srv = create_server(("127.0.0.1", 0), backlog=5)
port = srv.getsockname()[1]
def server(handler, n=1):
    def run():
        for _ in range(n):
            c, addr = srv.accept()
            with c:
                handler(c)
    t = threading.Thread(target=run)
    t.start()
    return t
def echo(c):
    while data := c.recv(1000):
        c.sendall(data.upper())
t = server(echo)
c = create_connection(("127.0.0.1", port), timeout=10)
print(c.getpeername() == ("127.0.0.1", port), c.getsockname()[0], c.gettimeout(), c.send(b"hello"), c.recv(3, MSG_PEEK), c.recv(100), c.sendall(b"x"), c.recv(1))
buf = bytearray(10)
c.sendall(b"into")
print(c.recv_into(buf), buf, c.sendall(b"more"), c.recv_into(memoryview(buf)[4:], 3), buf)
show(c.recv_into, buf, 20)
show(c.recv_into, b"ro")
time.sleep(0.05)
print(c.recvfrom(100)[0])
c.shutdown(SHUT_WR)
print(c.recv(10))
c.close()
t.join()
def big(c):
    c.sendall(b"z" * 3_000_000)
t = server(big)
c = create_connection(("localhost", port))
n = 0
while data := c.recv(100_000):
    n += len(data)
print(n)
t.join()
c.close()

# files
def lines(c):
    with c.makefile("rw", encoding="utf-8", newline="\n") as f:
        for line in f:
            f.write("got " + line)
            f.flush()
t = server(lines)
c = create_connection(("127.0.0.1", port))
f = c.makefile("rwb")
f.write(b"one\n")
f.flush()
print(f.readline(), f.readable(), f.writable(), type(f).__name__)
g = c.makefile("w", encoding="utf-8")
g.write("é\n")
g.flush()
print(f.readline().decode(), g.mode, g.encoding)
c.close()
print(c.fileno() > 0)
raw = c.makefile("rb", buffering=0)
print(type(raw).__name__, raw.mode, raw.name == c.fileno(), raw.readable(), raw.writable(), raw.seekable())
f.close()
g.close()
raw.close()
print(c.fileno(), raw.closed, raw.name)
t.join()
show(c.makefile, "x")
show(c.makefile, "r", 0)

# timeouts and non-blocking
a, b = socketpair()
print(a.family == AF_UNIX, a.type, type(a) is socket, a.getsockname(), a.getpeername())
a.settimeout(0.05)
show(a.recv, 10)
start = time.monotonic()
try:
    a.recv(1)
except TimeoutError as e:
    print("timed out", e.args, time.monotonic() - start >= 0.04)
a.setblocking(False)
try:
    a.recv(1)
except BlockingIOError as e:
    print(e.errno == errno.EAGAIN)
try:
    while True:
        a.send(b"x" * 65536)
except BlockingIOError as e:
    print("full")
b.settimeout(1)
while select.select([b], [], [], 0)[0]:
    b.recv(1 << 20)
srv.settimeout(0.05)
show(srv.accept)
srv.settimeout(None)
print(select.select([a], [a], [], 0.1)[1] == [a], select.select([a], [], [], 0)[0])
b.send(b"q")
print(select.select([a], [], [], 1)[0] == [a])
a.setblocking(True)
print(a.recv(5))
f = a.makefile("rb")
a.settimeout(0.02)
show(f.read, 1)
show(f.read, 1)
f.close()
b.close()
print(a.recv(5))
try:
    a.send(b"x")
except BrokenPipeError as e:
    print("EPIPE", e.errno == errno.EPIPE)
a.close()

# several readers, close, dup
a, b = socketpair()
got = []
ts = [threading.Thread(target=lambda: got.append(a.recv(1))) for _ in range(2)]
[x.start() for x in ts]
b.send(b"1")
b.send(b"2")
[x.join() for x in ts]
print(sorted(got))
a2 = a.dup()
print(a2.fileno() != a.fileno(), a2.family == a.family)
a.close()
b.send(b"dup")
print(a2.recv(10))
a3 = fromfd(a2.fileno(), AF_UNIX, SOCK_STREAM)
b.send(b"fromfd")
print(a3.recv(10))
a2.close(); a3.close(); b.close()

# datagrams
u1, u2 = socket(AF_INET, SOCK_DGRAM), socket(AF_INET, SOCK_DGRAM)
u1.bind(("127.0.0.1", 0))
u2.bind(("127.0.0.1", 0))
print(u1.sendto(b"dgram", u2.getsockname()), u2.recvfrom(100) == (b"dgram", u1.getsockname()))
print(u1.sendto(b"", 0, u2.getsockname()), u2.recv(5))
u1.connect(u2.getsockname())
u1.send(b"0123456789")
print(u2.recv(4), u1.send(b"ab"), u2.recvfrom_into(buf)[0], buf[:2])

show(u1.sendto, b"x", 3)
u1.close(); u2.close()

# unix sockets
tmp = tempfile.mkdtemp()
path = os.path.join(tmp, "s")
us = socket(AF_UNIX)
us.bind(path)
us.listen()
uc = socket(AF_UNIX)
uc.connect(path)
conn, addr = us.accept()
print(us.getsockname() == path, addr, uc.getpeername() == path, conn.getsockname() == path, uc.getsockname())
uc.sendmsg([b"a", b"b", bytearray(b"c")])
print(conn.recvmsg(10))
r, w = os.pipe()
send_fds(uc, [b"fd"], [w])
msg, fds, flags, ad = recv_fds(conn, 10, 2)
os.write(fds[0], b"through")
print(msg, len(fds), os.read(r, 10))
for x in (r, w, fds[0]):
    os.close(x)
show(uc.sendmsg, 3)
for x in (us, uc, conn):
    x.close()
show(socket(AF_UNIX).connect, path + "nope")
show(socket(AF_UNIX).bind, "x" * 200)
show(socket(AF_UNIX).bind, 3)

# sendfile
fn = os.path.join(tmp, "f")
open(fn, "wb").write(b"file content" * 100)
a, b = socketpair()
with open(fn, "rb") as f:
    print(a.sendfile(f), f.tell(), len(b.recv(5000)), a.sendfile(f, 4, 7), b.recv(100))
    show(a.sendfile, f, 0, -1)
    show(a.sendfile, f, 0, 1.5)
with open(fn) as f:
    show(a.sendfile, f)
a.close(); b.close()
shutil.rmtree(tmp)

# create_connection, create_server
show(create_connection, ("127.0.0.1", 1), 1)
try:
    create_connection(("127.0.0.1", 1), all_errors=True)
except ExceptionGroup as e:
    print(e, e.exceptions)
show(create_server, ("127.0.0.1", 0), dualstack_ipv6=True) if has_dualstack_ipv6() else print("ValueError dualstack_ipv6 requires AF_INET6 family")
s2 = create_server(("127.0.0.1", 0))
try:
    create_server(s2.getsockname())
except OSError as e:
    print(e.errno == errno.EADDRINUSE, "while attempting to bind on address" in str(e))
s2.close()
srv.close()
print("[closed]" in repr(srv))
import copy
show(copy.copy, srv)
class Sub(socket):
    pass
x = Sub()
x.attr = 1
print(type(x.dup()) is Sub, x.attr, "Sub" in repr(x))
x.close()
import weakref
y = socket()
print(weakref.ref(y)() is y)
y.close()
