import sys
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ("tracer",): return None
    a = arg
    if event == "exception": a = (arg[0].__name__, str(arg[1]))
    elif callable(a) or hasattr(a, "gi_frame") or hasattr(a, "__enter__"): a = type(a).__name__
    log.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, a))
    return tracer
def run(f, *a):
    log.clear()
    sys.settrace(tracer)
    try: f(*a)
    except Exception as e: print("exc", e)
    finally: sys.settrace(None)
    for e in log: print("  ", *e)
def simple(x):
    y = x + 1
    if y > 2:
        z = 3
    else:
        z = 4
    return z
def loop():
    s = 0
    for i in range(3):
        s += i
    while s > 0:
        s -= 2
    return s
def gen():
    yield 1
    yield 2
def usegen():
    for x in gen():
        pass
    return [i for i in range(2)]
def raises():
    try: 1/0
    except ZeroDivisionError:
        pass
    finally:
        x = 1
def inner():
    raise ValueError("v")
def outer():
    inner()
def oneline(): return 1
def cls():
    class A:
        x = 1
        def m(self): return self.x
    return A().m()
def cm():
    class C:
        def __enter__(self): return self
        def __exit__(self, *a): return True
    with C() as c:
        raise KeyError
    return 1
def lam():
    f = lambda: 3
    return f()
def nested():
    def g(a,
          b):
        return a + b
    return g(1,
             2)
for f in (simple, loop, usegen, raises, outer, oneline, cls, cm, lam, nested):
    print(f.__name__); run(f, *([2] if f is simple else []))
def prof(frame, event, arg):
    if event.startswith("c_"): arg = arg.__name__
    elif hasattr(arg, "gi_frame"): arg = 0
    log.append((event, frame.f_code.co_name, arg))
def p():
    len([])
    [].append(1)
    try: int("x")
    except ValueError: pass
    return sorted([3, 1], key=lambda v: v)
log.clear(); sys.setprofile(prof); p(); sys.setprofile(None)
for e in log: print(e)
print(sys.gettrace(), sys.getprofile())
def bad(frame, event, arg): raise RuntimeError("tracer")
sys.settrace(bad)
try: simple(1)
except RuntimeError as e: print(e, sys.gettrace())
print(sys.call_tracing(simple, (5,)))
