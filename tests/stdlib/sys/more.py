import os
import sys

# Audit hooks.
events = []


def hook(event, args):
    if event.startswith("my."):
        events.append((event, args))
        if event == "my.stop":
            raise RuntimeError("stopped")


sys.addaudithook(hook)
sys.audit("my.event", 1, "two")
try:
    sys.audit("my.stop")
except RuntimeError as e:
    print(e)
print(events)
try:
    sys.audit(1)
except TypeError as e:
    print(type(e).__name__)

# breakpoint() and its hook.
os.environ["PYTHONBREAKPOINT"] = "builtins.print"
print(sys.breakpointhook("called", 1, sep="-"))
breakpoint("by the function")
os.environ["PYTHONBREAKPOINT"] = "0"
print(sys.breakpointhook("no"))
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    os.environ["PYTHONBREAKPOINT"] = "nosuch.thing"
    print(sys.breakpointhook())
    print(w[0].category.__name__, w[0].message)
print(sys.__breakpointhook__ is sys.breakpointhook)

# What is for debuggers and profilers.
try:
    sys.activate_stack_trampoline("nosuch")
except ValueError:
    print("no such trampoline")
print(sys.is_stack_trampoline_active(), sys.deactivate_stack_trampoline())
flags = sys.getdlopenflags()
print(type(flags).__name__, sys.setdlopenflags(flags))
print(type(sys.getunicodeinternedsize()).__name__)
print(callable(sys.remote_exec), callable(sys.is_remote_debug_enabled))
print([type(f).__name__ for f in sys._current_frames().values()])
print(type(sys.orig_argv).__name__, sys.orig_argv[-1].endswith("more.py"))
print("os" in sys.stdlib_module_names, "nosuch" in sys.stdlib_module_names, "sys" in sys.builtin_module_names)
