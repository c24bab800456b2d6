import traceback
def f():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2), OSError(3)])
    except* TypeError as e:
        raise
    except* ValueError as e:
        raise
try: f()
except ExceptionGroup as e:
    print(repr(e)); traceback.print_exc()
def g():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2), OSError(3)])
    except* TypeError as e:
        raise
try: g()
except ExceptionGroup as e:
    print(repr(e)); traceback.print_exc()
def h():
    try:
        1/0
    except Exception as e:
        raise
try: h()
except Exception as e:
    print(repr(e)); traceback.print_exc()
