import warnings
warnings.simplefilter("always")
def g():
    try: yield 1
    except ValueError as e: print("got", repr(e)); yield 2
def h():
    r = yield from g(); print("r", r)
for a in ((ValueError,), (ValueError("x"),), (ValueError, "x"), (ValueError, ValueError("y"), None), (ValueError, None, None)):
    x = h(); next(x)
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        print(x.throw(*a), [str(i.message) for i in w], [i.filename.rpartition("/")[2] for i in w])
import sys
def f():
    try: yield 1
    except RuntimeError: 
        fr = sys._getframe(); n = []
        while fr: n.append(fr.f_code.co_name); fr = fr.f_back
        print(n)
        yield 5
def k(): yield from f()
x = k(); next(x); print(x.throw(RuntimeError)); print(next(x, "end"))
def c():
    try: yield 1
    finally:
        fr = sys._getframe(); n = []
        while fr: n.append(fr.f_code.co_name); fr = fr.f_back
        print(n)
def k(): yield from c()
x = k(); next(x); x.close()
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print(sys._getframe().f_back.f_code.co_name); raise StopIteration(9)
def k2():
    r = yield from It(); print("ended", r); yield 3
x = k2(); next(x); print(x.throw(KeyError))
def store():
    try:
        yield
    except Exception as exc:
        print(repr(sys.exception()), exc.__context__); yield
        print(repr(sys.exception())); yield
        raise
m = store(); next(m)
try: raise ValueError("v")
except Exception as e:
    try: m.throw(e)
    except Exception: pass
next(m)
print(sys.exception())
try: next(m)
except ValueError as e: print(e, e.__context__)
