# Every built-in exception class: bases, construction, texts, attributes.
import builtins

names = """BaseException BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception ArithmeticError FloatingPointError OverflowError ZeroDivisionError
AssertionError AttributeError BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError OSError
BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError
InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError ReferenceError RuntimeError NotImplementedError
PythonFinalizationError RecursionError StopAsyncIteration StopIteration SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError
UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup Warning BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning
PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning EnvironmentError IOError""".split()
print(sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException) and n not in names and n[0] != "_"))


def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for n in names:
    c = getattr(builtins, n)
    print("==", n, c.__name__, [b.__name__ for b in c.__mro__], c.__module__)
    for args in ((), ("x",), ("a", 2), (2, "No"), (2, "No", "f"), (2, "No", "f", None, "g"), ("m", ("f", 1, 2, "text")), ("m", ("f", 1, 2, "text", 3, 4)), ("g", [ValueError(1)]),
                 ("ascii", b"ab\xff", 2, 3, "bad"), ("ascii", "ab\xff", 2, 3, "bad"), ("ab\xff", 2, 3, "bad")):
        try:
            e = c(*args)
        except Exception as err:
            print("  ", args, f"{type(err).__name__}: {err}")
            continue
        own = sorted(a for a in dir(e) if a[0] != "_" and a != "characters_written" and not callable(getattr(e, a)))
        print("  ", args, type(e).__name__, repr(str(e)), repr(e), [(a, repr(getattr(e, a))) for a in own if a not in ("args", "characters_written")])
    e = None
    try:
        e = c("x") if n not in ("BaseExceptionGroup", "ExceptionGroup", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError") else None
        if e:
            raise e
    except c as got:
        print("   raised", got is e, got.__traceback__ is not None, got.__context__, got.__cause__, got.__suppress_context__)

print(attempt(lambda: OSError(2, "m").errno), attempt(lambda: type(OSError(13, "m")).__name__), attempt(lambda: BlockingIOError(11, "m", 5).characters_written))
print(attempt(lambda: ImportError("m", name="n", path="p", name_from="f")), ImportError("m", name="n", path="p").name, ImportError("m", name="n", path="p").path)
print(attempt(lambda: ImportError("m", bad=1)), attempt(lambda: AttributeError("m", name="n", obj=3).obj), attempt(lambda: NameError("m", name="n").name), attempt(lambda: NameError("m", obj=1)))
print(attempt(lambda: ValueError(x=1)), attempt(lambda: SystemExit(1, 2).code), attempt(lambda: StopIteration(1, 2).value), attempt(lambda: KeyError("k")), str(KeyError("k")), str(KeyError("a", "b")))
e = ValueError("v")
e.add_note("n1")
print(e.__notes__, attempt(lambda: e.add_note(1)))
try:
    e.__traceback__ = 1
except TypeError as x:
    print(x)
try:
    e.__cause__ = 1
except TypeError as x:
    print(x)
try:
    e.__context__ = 1
except TypeError as x:
    print(x)
e.args = [1, 2]
print(e.args, repr(e), attempt(lambda: setattr(e, "args", 5)))
print(e.with_traceback(None) is e, e.__setstate__({"z": 1}), e.z, e.__reduce__())
for f in (lambda: [].x, lambda: undefined, lambda: {}["k"], lambda: [][1], lambda: 1 / 0, lambda: int("x"), lambda: "a" + 1, lambda: b"\xff".decode(), lambda: "\xff".encode("ascii"), lambda: open("/nope/nope"),
          lambda: next(iter(())), lambda: float("1e400") ** 1 and 10.0 ** 400, lambda: __import__("nope_nope"), lambda: int("9" * 5000), lambda: iter(1), lambda: f(1), lambda: hash([]), lambda: memoryview(b"a").release() or None):
    print(attempt(f))
def unbound():
    print(x)
    x = 1
print(attempt(unbound))
try:
    raise RuntimeError("a") from ValueError("b")
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("c") from None
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
for bad in ("raise 1", "raise int", "raise ValueError from 1", "raise", "raise type"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
try:
    try:
        raise ValueError
    except (int, str):
        pass
except TypeError as e:
    print(e)
assert True, "never"
try:
    assert 1 == 2, "differs"
except AssertionError as e:
    print(e.args)
match None:
    case True | False:
        print("bool")
    case None:
        print("none")
async def ag():
    yield 1
print(attempt(lambda: aiter(1)), aiter(ag()).__name__, bin(10), attempt(lambda: bin(1.5)))
eg = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [KeyError(3), ValueError(4)])])
print(eg.subgroup(ValueError), eg.split((TypeError, KeyError)), eg.derive([OSError(1)]), eg.message, eg.exceptions)
print(attempt(lambda: ExceptionGroup("m", [])), attempt(lambda: ExceptionGroup("m", [1])), attempt(lambda: ExceptionGroup("m", [KeyboardInterrupt()])), attempt(lambda: ExceptionGroup(1, [ValueError()])), attempt(lambda: type(BaseExceptionGroup("m", [ValueError()]))), attempt(lambda: type(BaseExceptionGroup("m", [KeyboardInterrupt()]))))
