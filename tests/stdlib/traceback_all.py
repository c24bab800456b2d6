import traceback, sys, io
def f(n):
    if n: return f(n - 1)
    return 1 / 0
def g(x):
    try:
        f(x)
    except ZeroDivisionError as e:
        raise ValueError("bad\nthing") from e
def show(fn, *a):
    try:
        fn(*a)
    except BaseException as e:
        s = traceback.format_exc()
        print(s)
        t = traceback.TracebackException.from_exception(e)
        print("".join(t.format()) == s, str(t), t.exc_type_str)
        print(traceback.format_exception_only(e))
        print(traceback.extract_tb(e.__traceback__))
        traceback.print_tb(e.__traceback__, limit=1, file=sys.stdout)
        traceback.print_tb(e.__traceback__, limit=-1, file=sys.stdout)
show(f, 0); show(f, 10); show(g, 2)
def grp():
    try:
        raise TypeError("a")
    except TypeError as e: t = e
    n = KeyError("k"); n.add_note("note one\nsecond"); n.add_note(5) if 0 else None
    raise ExceptionGroup("top", [t, n, ExceptionGroup("in", [ValueError(1), OSError(2, "x")])])
show(grp)
def syn(): compile("a b c\n", "file.py", "exec")
show(syn)
def ctx():
    try: {}["k"]
    except KeyError: [][1]
show(ctx)
def sup():
    try: {}["k"]
    except KeyError: raise RuntimeError from None
show(sup)
class E(Exception):
    def __str__(self): raise RuntimeError
def bad(): raise E
show(bad)
def many(): raise ExceptionGroup("many", [ValueError(i) for i in range(20)])
show(many)
def deep():
    e = ValueError("x")
    for i in range(14): e = ExceptionGroup(str(i), [e])
    raise e
show(deep)
def multi():
    x = (1 +
         f(0) +
         3)
show(multi)
def stack():
    print("".join(traceback.format_stack()))
    print(traceback.extract_stack()[-1].name, traceback.extract_stack()[-1].line)
    for fr, ln in traceback.walk_stack(None): print(fr.f_code.co_name, ln)
stack()
print(traceback.format_list([("f.py", 3, "fn", "  some code"), ("g.py", 4, "h", None)]))
fs = traceback.FrameSummary("f.py", 3, "fn", line="abc", locals={"a": 1}); print(fs, list(fs), fs[0], len(fs), fs == ("f.py", 3, "fn", "abc")); print(traceback.StackSummary.from_list([fs]).format())
for a in [(1,), (ValueError, None)]:
    try: traceback.format_exception(*a)
    except Exception as e: print(type(e).__name__, e)
print(traceback.format_exception(None), traceback.format_exception_only(None), traceback.format_exc())
def loc():
    a, b = 1, "x"
    f(a)
try: loc()
except Exception as e:
    te = traceback.TracebackException.from_exception(e.with_traceback(e.__traceback__.tb_next), capture_locals=True); print("".join(te.format())); traceback.clear_frames(e.__traceback__)
    b = io.StringIO(); traceback.print_exc(file=b); print(b.getvalue()); traceback.print_exception(e, file=sys.stdout, limit=1)
try: exec("def q():\n  1/0\nq()")
except Exception: traceback.print_exc(file=sys.stdout)
try: grp()
except Exception as e: print("".join(traceback.TracebackException.from_exception(e).format_exception_only(show_group=True)))
