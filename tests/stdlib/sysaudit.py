import sys
log = []
def hook(ev, args): log.append((ev, len(args)))
sys.addaudithook(hook)
sys.audit("my.event", 1, 2)
print(("my.event", 2) in log)
def bad(ev, args):
    if ev == "bad": raise ValueError("no")
sys.addaudithook(bad)
try: sys.audit("bad")
except ValueError as e: print(e)
import os
os.environ["PYTHONBREAKPOINT"] = "0"; print(breakpoint())
os.environ["PYTHONBREAKPOINT"] = "builtins.int"; print(breakpoint("7"))
os.environ["PYTHONBREAKPOINT"] = "len"; print(breakpoint([1]))
import warnings
warnings.simplefilter("always")
for n in ("nosuch.thing", "os.nosuch", "."):
    os.environ["PYTHONBREAKPOINT"] = n
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always"); print(breakpoint(), [(x.category.__name__, str(x.message)) for x in w])
print(sys.__breakpointhook__ is sys.breakpointhook)
try: breakpoint()
except RuntimeError as e: print(e)
print(sys.getdlopenflags() > 0)
for f in (lambda: sys.audit(), lambda: sys.audit(3), lambda: sys.addaudithook()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sys._is_immortal(1), sys._is_immortal([]), sys._home, sys.is_stack_trampoline_active(), sys._get_cpu_count_config(), sys._clear_internal_caches(), list(sys._current_exceptions().values()))
print(sys.setdlopenflags(2), sys.getunicodeinternedsize() >= 0)
import threading
ev = []
def tr(f, e, a):
    if f.f_code.co_name == "target": ev.append(e)
    return tr
def target(): return 1
threading.settrace_all_threads(tr); target(); threading.settrace_all_threads(None)
print(ev)
threading.setprofile_all_threads(tr); target(); threading.setprofile_all_threads(None)
print(ev, sys.gettrace(), sys.getprofile())
print([callable(f) for f in (sys.activate_stack_trampoline, sys.is_remote_debug_enabled, sys.remote_exec)], sys.deactivate_stack_trampoline(), sys.getdlopenflags() > 0)
