import gc
import io
import sys
import warnings
from warnings import *


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


def rec(action, f, *a, **k):
    with catch_warnings(record=True) as w:
        simplefilter(action)
        try:
            f(*a, **k)
        except Warning as e:
            print("raised", type(e).__name__, e)
    print([(str(x.message), x.category.__name__, x.lineno, x.filename.rpartition("/")[2], x.line, x.file, type(x.source).__name__) for x in w])


print(sorted(warnings.__all__))
print(warnings.filters)
# shown on stderr
warn("plain")
warn("dep", DeprecationWarning)
warn("pend", PendingDeprecationWarning)
warn("res", ResourceWarning)
warn("imp", ImportWarning)
warn("fut", FutureWarning)
warn("two\nlines")
warn(UserWarning("inst"))
warn(SyntaxWarning("syn"), DeprecationWarning)
for i in range(3):
    warn("loop")


def helper():
    warn("level2", stacklevel=2)
    warn("level3", stacklevel=3)
    warn("high", stacklevel=99)
    warn("zero", stacklevel=0)


helper()


class MyW(UserWarning): pass


def many():
    for i in range(3):
        warn("same", MyW)
    warn("other", MyW)


for action in ("always", "all", "default", "module", "once", "ignore", "error"):
    print(action)
    rec(action, many)
    rec(action, many)
show(warn, "x", int)
show(warn, "x", "y")
show(warn, "x", 3)

show(warn, "x", skip_file_prefixes=["a"])
show(simplefilter, "nope")
show(simplefilter, "always", lineno="x")
show(simplefilter, "always", lineno=-1)
show(filterwarnings, "nope")
show(filterwarnings, "always", message=3)
show(filterwarnings, "always", category=int)
show(filterwarnings, "always", category=3)
show(filterwarnings, "always", module=3)
show(filterwarnings, "always", lineno="x")
show(filterwarnings, "always", lineno=-3)

# explicit
rec("always", warn_explicit, "exp", UserWarning, "file.py", 12)
rec("always", warn_explicit, UserWarning("exp2"), None, "file.py", 12, "mod", {})
reg = {}
rec("default", warn_explicit, "exp", UserWarning, "file.py", 12, registry=reg)
print({k: v for k, v in reg.items() if k != "version"})
show(warn_explicit, "x", UserWarning, "f.py", "a")
warn_explicit("explicit", UserWarning, "nofile.py", 7)
warn_explicit("source", ResourceWarning, "nofile.py", 7, source=3)

# filters
with catch_warnings():
    resetwarnings()
    print(warnings.filters)
    simplefilter("ignore", MyW)
    simplefilter("error", DeprecationWarning, append=True)
    simplefilter("ignore", MyW)
    print(warnings.filters)
    show(warn, "d", DeprecationWarning)
    show(warn, "m", MyW)
    filterwarnings("once", category=UserWarning, lineno=5)
    print(warnings.filters)
print(len(warnings.filters))
with catch_warnings(action="error"):
    show(warn, "E")
with catch_warnings(action="ignore", category=FutureWarning):
    warn("gone", FutureWarning)
    show(lambda: warnings.filters[0])
with catch_warnings(record=True, action="always") as w:
    warn("r1")
    warnings.showwarning("direct", UserWarning, "f", 1)
    print(len(w), w[0], repr(w[0])[:30], w[0]._category_name)
c = catch_warnings()
print(c, catch_warnings(record=True), repr(catch_warnings(module=sys))[:30])
with c:
    show(c.__enter__)
show(catch_warnings().__exit__)
with catch_warnings(record=True) as outer:
    simplefilter("always")
    warn("o")
    with catch_warnings(record=True) as inner:
        warn("i")
    warn("o2")
print([str(x.message) for x in outer], [str(x.message) for x in inner])

# formatting and hooks
print(repr(formatwarning("m", UserWarning, "nofile.py", 3)), repr(formatwarning("m", MyW, "nofile.py", 3, "  line text ")))
out = io.StringIO()
showwarning("msg", UserWarning, "nofile.py", 9, out, "code")
print(repr(out.getvalue()))
old = warnings.showwarning
warnings.showwarning = lambda *a: print("hook", a[:1], a[1].__name__, a[3:])
warn("hooked")
warnings.showwarning = old
oldf = warnings.formatwarning
warnings.formatwarning = lambda m, c, f, l, line=None: f"FMT {m} {c.__name__} {line}\n"
warn("formatted")
warnings.formatwarning = oldf
warnings.showwarning = 3
show(warn, "bad hook")
warnings.showwarning = old
err = sys.stderr
sys.stderr = None
warn("lost")
sys.stderr = err


# deprecated
@deprecated("use g")
def f(a): "doc"; return a
@deprecated("use D")
class C:
    def __init__(self, a=1): self.a = a
@deprecated("quiet", category=None)
def q(): return 1
@deprecated("mine", category=MyW, stacklevel=2)
def lvl(): return 1
@deprecated("no args")
class NoArgs: pass
class WithInit:
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
WithInit = deprecated("wi")(WithInit)
print(f.__deprecated__, C.__deprecated__, q.__deprecated__, f.__name__, f.__doc__)
def use():
    print(f(3), C(4).a, q(), lvl())
    class S(C): pass
    print(S(5).a)
    class T(WithInit, k=1): pass
    NoArgs()
    try:
        NoArgs(1)
    except TypeError as e:
        print(e)
rec("always", use)
show(deprecated, 3)
show(deprecated("x"), 3)
rec("always", warnings._deprecated, "thing", remove=(3, 99))
show(warnings._deprecated, "thing", remove=(3, 5))
@deprecated("co")
async def co(): pass
import inspect
print(inspect.iscoroutinefunction(co))

# the interpreter's own
def own():
    ~True
    class I:
        def __index__(self): return True
        def __int__(self): return True
        def __float__(self): return F(1.0)
    class F(float): pass
    print(int(I()), float(I()))
    eval("1 is 1")
    compile("'\\d'", "<s>", "exec")
rec("always", own)
async def never(): pass
def un():
    never()
    gc.collect()
rec("always", un)
never()
gc.collect()
for src in ("x is 1", "'\\q'"):
    with catch_warnings(action="error"):
        try:
            compile(src, "<s>", "exec")
        except SyntaxError as e:
            print(e, e.lineno, e.offset)
warnings.onceregistry.clear()
with catch_warnings(record=True) as w:
    warnings.defaultaction = "error"
    resetwarnings()
    show(warn, "defaulted")
    warnings.defaultaction = "default"
    warnings.filters.insert(0, ("odd", None, Warning, None, 0))
    warnings._filters_mutated()
    show(warn, "odd")
