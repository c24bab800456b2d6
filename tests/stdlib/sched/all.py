import sched
import threading
import time

now = 0
waits = []
def clock(): return now
def delay(d):
    global now
    waits.append(d)
    now += d
s = sched.scheduler(clock, delay)
def act(*a, **k): print(now, a, k)
print(s.empty(), s.queue, s.run())
e1 = s.enter(5, 1, act, ("five",), {"k": 1})
e2 = s.enter(1, 2, act, ("one-b",))
e3 = s.enter(1, 1, act, ("one-a",))
e4 = s.enterabs(3, 1, act, argument=("abs",))
e5 = s.enter(2, 1, act)
print(e1._replace(action=None, sequence=0), e1._fields, [e.time for e in s.queue], s.empty())
s.cancel(e5)
try:
    s.cancel(e5)
except ValueError as e:
    print("ValueError")
print(s.run(blocking=False))
s.run()
print(waits, s.empty())
def again(n):
    print("again", n, now)
    if n: s.enter(2, 1, again, (n - 1,))
s.enter(1, 1, again, (2,))
s.run()
def boom(): raise RuntimeError("x")
s.enter(0, 1, boom)
s.enter(1, 1, act, ("after",))
try:
    s.run()
except RuntimeError as e:
    print(e, len(s.queue))
s.run()
r = sched.scheduler()
done = []
r.enter(0.01, 1, done.append, (1,))
t = threading.Thread(target=r.run)
t.start()
t.join()
print(done, sched.__all__)
