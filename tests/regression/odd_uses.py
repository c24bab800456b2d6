# Programs that once ended the process, or went on in silence.
import contextvars
import decimal
import threading
from collections import deque


def attempt(f):
    try:
        return repr(f()).split(" at 0x")[0]
    except Exception as e:
        return f"{type(e).__name__}: {e}".split(" at 0x")[0]


print(attempt(lambda: contextvars.ContextVar("a").reset(object())))
print(attempt(lambda: object() in contextvars.Context()))
print(attempt(lambda: contextvars.Context()[5]))
print(attempt(lambda: decimal.Decimal("1.5") ** (2 ** 63 - 1)))
print(attempt(lambda: decimal.Decimal("0.5") ** (2 ** 63 - 1)))
print(attempt(lambda: decimal.Decimal("1.5") ** decimal.Decimal("1e30")))
for make in (iter, reversed):
    d = deque([1])
    it = make(d)
    print(next(it))
    d.append(2)
    print(attempt(lambda: next(it, "end")))
    print(attempt(lambda: next(it, "end")))
    it = make(d)
    d.pop()
    print(attempt(lambda: next(it, "end")))


def grow():
    d = deque([1])
    for x in d:
        d.append(1)


print(attempt(grow))
for bad in ((), "ab", (1,), ("x", 2)):
    try:
        threading.RLock()._acquire_restore(bad)
    except (TypeError, IndexError):
        print("refused")
