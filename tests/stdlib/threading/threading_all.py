import threading, _thread, time, sys, warnings

def show(*a): print(*a, flush=True)
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"

print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), [t.name for t in threading.enumerate()], threading.get_ident() == threading.main_thread().ident, threading.get_native_id() == threading.main_thread().native_id)
t = threading.Thread(target=lambda a, b=0: show("run", a, b), args=(1,), kwargs={"b": 2}, name="T1")
print(t.name, t.ident, t.native_id, t.is_alive(), t.daemon, repr(t))
t.start()
t.join()
print(t.is_alive(), t.ident is not None, repr(t).split(",")[0], attempt(t.start), attempt(t.join))
print(attempt(threading.Thread(target=print).join), attempt(threading.current_thread().join), attempt(threading.Thread, 1), attempt(threading.Thread, group=1), attempt(lambda: setattr(t, "daemon", True) if False else threading.Thread(daemon=True).daemon))
class Mine(threading.Thread):
    def run(self): show("Mine", self.name)
m = Mine(name="mine")
m.start(); m.join(5)
t = threading.Thread(target=lambda: None)
print(t.name, threading.Thread(target=show).name)
t.name = "renamed"
print(t.name, t.daemon)
t.daemon = True
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release(), lock.locked(), attempt(lock.release), attempt(lock.acquire, False, 1), attempt(lock.acquire, True, -2), attempt(lock.acquire, timeout=1e20))
with lock: print("in", lock.locked())
print(repr(lock).split(" at ")[0], type(lock).__name__, threading.TIMEOUT_MAX > 1e9)
r = threading.RLock()
with r:
    with r: print("nested", r.acquire(False), r.release())
print(attempt(r.release), repr(r).split(" at ")[0], r.locked())
c = threading.Condition()
print(attempt(c.wait), attempt(c.notify), attempt(c.notify_all))
got = []
def waiter(n):
    with c:
        c.wait()
        got.append(n)
ws = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for w in ws: w.start()
while len(c._waiters) < 3: time.sleep(0.001)
with c: c.notify()
while len(got) < 1: time.sleep(0.001)
with c: c.notify_all()
for w in ws: w.join()
print(sorted(got))
with c: print(c.wait(0.01), c.wait_for(lambda: 1, 1), c.wait_for(lambda: 0, 0.01))
e = threading.Event()
print(e.is_set(), e.wait(0.01), e.set(), e.is_set(), e.wait(), e.clear(), e.is_set(), repr(e).split(" at ")[0], repr(e)[-7:])
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s.release(), s.acquire(), s.release(2), attempt(threading.Semaphore, -1), attempt(s.release, 0), attempt(s.acquire, False, 1))
b = threading.BoundedSemaphore(1)
print(attempt(b.release), b.acquire(), b.release(), attempt(b.release))
bar = threading.Barrier(3, action=lambda: show("action"))
out = []
bs = [threading.Thread(target=lambda: out.append(bar.wait())) for _ in range(3)]
for x in bs: x.start()
for x in bs: x.join()
print(sorted(out), bar.parties, bar.n_waiting, bar.broken)
print(attempt(bar.wait, 0.01), bar.broken, attempt(bar.wait), bar.reset(), bar.broken, bar.abort(), bar.broken, attempt(threading.Barrier, 0))
loc = threading.local()
loc.x = 1
def inlocal():
    show(hasattr(loc, "x"))
    loc.x = 2
    show(loc.x, loc.__dict__)
t = threading.Thread(target=inlocal); t.start(); t.join()
print(loc.x, attempt(lambda: loc.nope))
class L(threading.local):
    n = 5
    def __init__(self, a): self.a = a
l = L(3)
t = threading.Thread(target=lambda: show(l.a, l.n, l.__dict__)); t.start(); t.join()
print(attempt(threading.local, 1))
ti = threading.Timer(0.01, show, ("timer",), {})
ti.start(); ti.join()
ti = threading.Timer(10, show); ti.start(); ti.cancel(); ti.join()
print(ti.finished.is_set())
def hook(args): show("hook", args.exc_type.__name__, args.exc_value, args.thread.name, type(args).__name__)
old = threading.excepthook
threading.excepthook = hook
def bad(): raise ValueError("bad")
t = threading.Thread(target=bad, name="B"); t.start(); t.join()
def leave(): raise SystemExit("ignored")
t = threading.Thread(target=leave); t.start(); t.join()
threading.excepthook = old
sys.stderr = sys.stdout
old(threading.ExceptHookArgs((KeyError, KeyError("k"), None, threading.current_thread())))
old(threading.ExceptHookArgs((SystemExit, SystemExit(), None, None)))
print(threading.__excepthook__ is old, threading.ThreadError is RuntimeError, threading.BrokenBarrierError.__mro__[1].__name__, threading.stack_size(), attempt(threading.stack_size, -1), attempt(threading.stack_size, 100))
print(threading.gettrace(), threading.getprofile(), threading.settrace(None), threading.setprofile(None), threading.settrace_all_threads(None), threading.setprofile_all_threads(None))
l = _thread.allocate_lock()
l.acquire()
def raw(a, k=0):
    show("raw", a, k)
    l.release()
ident = _thread.start_new_thread(raw, (1,), {"k": 2})
l.acquire(); l.release()
print(ident != 0)
print(isinstance(_thread.get_ident(), int), isinstance(_thread.get_native_id(), int), _thread.LockType is _thread.lock, _thread.error is RuntimeError, type(_thread.RLock()).__name__, _thread.stack_size(), _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX, attempt(_thread.exit), attempt(_thread.start_new_thread, 1, ()), attempt(_thread.start_new_thread, raw, 1), attempt(_thread.allocate_lock, 1))
h = _thread.start_joinable_thread(lambda: show("joinable"))
h.join()
print(h.is_done(), _thread.set_name("x"), type(h).__name__)
from contextvars import ContextVar, Context, Token, copy_context
v = ContextVar("v", default=1)
tok = v.set(2)
t = threading.Thread(target=lambda: show("ctx", v.get())); t.start(); t.join()
t = threading.Thread(target=lambda: show("ctx", v.get()), context=copy_context()); t.start(); t.join()
print(isinstance(tok, Token), tok.var is v, tok.old_value is Token.MISSING, v.reset(tok), v.get(), attempt(v.reset, tok)[:32], len(Context()), Context().run(v.get), attempt(ContextVar("u").get)[:20], ContextVar("u").get(7))
def worker(q, n):
    for i in range(1000): q.append(i)
qs = []
ts = [threading.Thread(target=worker, args=(qs, i)) for i in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]
print(len(qs))
n = 0
def count():
    global n
    for _ in range(10000):
        with lock: n += 1
ts = [threading.Thread(target=count) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(n, threading.active_count())
d = threading.Thread(target=time.sleep, args=(100,), daemon=True); d.start()
print("end", d.daemon)
