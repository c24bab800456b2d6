import contextlib
import io
import timeit

clock = 0.0
def timer():
    global clock
    clock += 1.0
    return clock
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
t = timeit.Timer("n.append(1)", "n = []", timer)
print(t.timeit(5), t.repeat(3, 2), timeit.timeit("pass", number=3, timer=timer), timeit.repeat("x = 1", number=1, repeat=2, timer=timer))
calls = []
print(timeit.Timer(lambda: calls.append(1), lambda: calls.append("s"), timer).timeit(3), calls)
print(timeit.timeit("g(2)", globals={"g": calls.append}, number=2, timer=timer), calls)
print(timeit.timeit("a = 1\nb = a", "import sys\nx = 3", number=1, timer=timer))
show(timeit.Timer, 3)
show(timeit.Timer, "pass", 3)
show(timeit.Timer, "a b")
show(timeit.Timer, "return")
show(timeit.Timer, "break")
print(t.autorange(lambda n, s: print(n, s)))
print(timeit.reindent("a\nb", 2), timeit.default_number, timeit.default_repeat, timeit.default_timer is __import__("time").perf_counter, timeit.__all__)
def main(*args):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        r = timeit.main(list(args), _wrap_timer=lambda _: timer)
    print(args, r, out.getvalue(), err.getvalue() if r is None or r == 2 else "")
main("-n", "10", "-r", "2", "pass")
main("-n1", "-v", "-s", "x = 1", "x")
main("-u", "msec", "-n", "2", "pass")
main("-u", "bad")
main("-q")
main("-vv", "-n", "3", "-r1", "1 + 1", "2 + 2")
main("--number=1", "--repeat=1", "--unit=nsec", "--process", "pass")
try:
    timeit.Timer("1 / 0").timeit(1)
except ZeroDivisionError:
    err = io.StringIO()
    timeit.Timer("1 / 0").print_exc(err)
    print(err.getvalue().splitlines()[-1])
print(timeit.timeit(number=1000) < 1)
