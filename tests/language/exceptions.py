# Exceptions: handlers, finally, chaining, context managers.
def f(n):
    try:
        if n == 0:
            return "return"
        if n == 1:
            raise KeyError("k")
        if n == 2:
            1 / 0
    except KeyError as e:
        return "key " + repr(e)
    except (ZeroDivisionError, OverflowError) as e:
        return "zero " + repr(e)
    else:
        return "else"
    finally:
        print("finally", n)


for i in range(4):
    print(f(i))


class CM:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, tp, e, tb):
        print("exit", tp, e)
        return self.swallow


with CM(True):
    raise ValueError("inside")
try:
    with CM(False) as c:
        raise ValueError("out")
except ValueError as e:
    print("out", e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("second") from None
except TypeError as e:
    print(e.__cause__, e.__context__, e.__suppress_context__)
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as eg:
    print("values", eg.exceptions)
except* TypeError as eg:
    print("types", eg.exceptions)
