import sys
print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.byteorder, sys.maxsize, sys.maxunicode)
print(sys.getrecursionlimit(), sys.setrecursionlimit(500), sys.getrecursionlimit(), sys.setrecursionlimit(1000))
for a in (0, -1, "x", 1.5):
    try:
        sys.setrecursionlimit(a)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
sys.setswitchinterval(0.01)
print(round(sys.getswitchinterval(), 4))
for a in (0, -1, "x"):
    try:
        sys.setswitchinterval(a)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
s = "hello world"
print(sys.intern(s) is sys.intern("hello " + "world"), sys.is_finalizing(), sys.exc_info(), sys.exception())
try:
    sys.intern(1)
except TypeError as e:
    print(e, sys.exc_info()[0], sys.exc_info()[1] is e, sys.exception() is e)
print(isinstance(sys.getsizeof([]), int), isinstance(sys.getrefcount([]), int), isinstance(sys.getallocatedblocks(), int), sys.audit("x.y", 1), sys.getsizeof(object(), 5) > 0)
sys.displayhook(5)
sys.displayhook(None)
sys.displayhook("text")
import builtins
print(builtins._)
sys.stderr = sys.stdout
try:
    1 / 0
except ZeroDivisionError as e:
    sys.excepthook(type(e), e, e.__traceback__)
import gc
seen = []
class D:
    def __del__(self): raise KeyError("del")
sys.unraisablehook, hook = seen.append, sys.unraisablehook
d = D()
del d
gc.collect()
sys.unraisablehook = hook
Args = type(seen[0])
print(Args.__name__, seen[0].exc_type, repr(seen[0].exc_value), seen[0].exc_traceback is not None)
for msg, obj in ((None, len), ("My message", len), ("My message", None)):
    sys.unraisablehook(Args((ValueError, ValueError("v"), None, msg, obj)))
try:
    sys.unraisablehook(5)
except TypeError as e:
    print(e)
print(sys.version_info[:2], sys.version_info >= (3, 14), type(sys.version_info).__name__, sys.hexversion >> 24, sys.api_version)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.algorithm)
print(sys.flags.optimize, sys.flags.dev_mode, type(sys.flags).__name__, sys.argv[0].endswith("sys_all.py"), sys.float_repr_style, sys.thread_info.name)
print(sys.get_int_max_str_digits(), sys.set_int_max_str_digits(0), sys.set_int_max_str_digits(4300), sys.get_coroutine_origin_tracking_depth(), sys.set_coroutine_origin_tracking_depth(0))
print(sys.get_asyncgen_hooks(), sys.set_asyncgen_hooks(None, None), sys._getframe().f_code.co_name, sys._getframe(0).f_lineno, sys._getframemodulename())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
print("sys" in sys.modules, isinstance(sys.path, list), isinstance(sys.stdlib_module_names, frozenset), "os" in sys.stdlib_module_names, sys.platform in ("linux", "darwin", "win32"))
for code in (0, 3, "msg", None, (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code), e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code, e.args)
print(sys.__stdout__ is sys.stdout, sys.stdin.name, sys.stdout.name, sys.stdout.encoding, sys.implementation.version[:2])
