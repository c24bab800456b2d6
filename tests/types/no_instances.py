# Types that make no instances for Python.
import types
for tp in (types.UnionType, types.GeneratorType, types.CoroutineType, type(iter([])), type(iter({})), types.FrameType, types.TracebackType, type(None)):
    for f in (lambda: tp(), lambda: object.__new__(tp), lambda: tp.__new__(tp)):
        try: print(f())
        except TypeError as e: print(e)
