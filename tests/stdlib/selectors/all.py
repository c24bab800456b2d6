import os
import selectors
import socket
import threading
import time
from selectors import EVENT_READ, EVENT_WRITE


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, str(e).split("<socket")[0])


print(EVENT_READ, EVENT_WRITE, selectors.SelectorKey._fields, selectors.DefaultSelector.__name__ in ("EpollSelector", "KqueueSelector"))
for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.DefaultSelector):
    print(cls.__mro__[1:3] if cls is not selectors.DefaultSelector else "")
    a, b = socket.socketpair()
    with cls() as s:
        k = s.register(a, EVENT_READ, "data")
        print(k.fileobj is a, k.fd == a.fileno(), k.events, k.data, len(s.get_map()), a in s.get_map(), b in s.get_map(), s.get_key(a) == k, s.get_map()[a] is k)
        show(s.register, a, EVENT_READ)
        show(s.register, b, 0)
        show(s.register, b, 99)
        show(s.register, "x", EVENT_READ)
        show(s.register, -1, EVENT_READ)
        show(s.get_key, b)
        show(s.unregister, b)
        show(s.modify, b, EVENT_READ)
        print(s.select(0), s.select(-1), s.select(0.01))
        b.send(b"x")
        print([(k.data, e) for k, e in s.select()])
        s.modify(a, EVENT_READ | EVENT_WRITE, "both")
        print([(k.data, e) for k, e in s.select(1)])
        s.modify(a, EVENT_WRITE, "w")
        print([(k.data, e) for k, e in s.select(1)], s.modify(a, EVENT_WRITE, "w2").data)
        s.register(b, EVENT_READ | EVENT_WRITE, "b")
        print(sorted((k.data, e) for k, e in s.select(1)), sorted(k.data for k in s.get_map().values()))
        print(s.unregister(b).data, len(s.get_map()))
        s.modify(a, EVENT_READ)
        a.recv(1)
        t = threading.Timer(0.05, b.send, (b"late",))
        t.start()
        start = time.monotonic()
        print(len(s.select(5)), time.monotonic() - start < 4)
        t.join()
        fd = a.fileno()
        b.close()
        print(s.select(1)[0][1])
        a.close()
        print(s.unregister(a).fd == fd, len(s.get_map()))
    print(s.get_map())
    show(s.get_key, 1)
r, w = os.pipe()
with selectors.DefaultSelector() as s:
    s.register(r, EVENT_READ)
    s.register(w, EVENT_WRITE)
    print([k.fd == w for k, e in s.select()], s.fileno() > 2)
    os.close(w)
    os.close(r)
show(selectors.BaseSelector)
