"""Every statement."""
from __future__ import annotations
import os, os.path as path, a.b.c
from . import sibling
from .. import (cousin as c,)
from ...far.away import x, y as z
from .. .pkg import *

x = 1; y = 2;
x = y = z = 0
a, (b, [c, *d]) = e[0], *f
(x) = 1
x: int
x: int = 5
(x): int = 5
x.y: str = "a"
x[0]: list[int] = [1]
x: tuple = 1, *rest
total += 1; total -= 1; total *= 2; total /= 2; total //= 2; total %= 3
total **= 2; total <<= 1; total >>= 1; total &= 1; total |= 1; total ^= 1; total @= m
x += yield_ + 1,
del x, y[0], z.w, (a, b), [c, d]
del (x)
assert x
assert x, "message"
pass
raise
raise ValueError
raise ValueError("x") from None
if a: pass
elif b: x = 1; y = 2
else: pass
if a:
    if b:
        pass
    elif c:
        pass
    elif d: pass
    else:
        x
while x:
    break
else:
    y
while True: continue
for i in range(3):
    pass
for i, (j, *k) in a, b: pass
else: pass
for x[0] in y: pass
for x.a, in *y, z: pass
try:
    pass
except:
    pass
try:
    pass
except A:
    pass
except (B, C) as e:
    pass
except D, E:
    pass
else:
    pass
finally:
    pass
try: pass
finally: pass
try:
    pass
except* A as eg:
    pass
except* B, C:
    pass
with a: pass
with a as b, c as (d, e), f as g[0]: pass
with (a): pass
with (a, b): pass
with (a as b): pass
with (a as b, c, d as e.f,):
    pass
with (a) as b, (c): pass
with (yield): pass
with (a, b) as c: pass
with a(), b() as c: pass


@decorator
@other.one(1)
@(lambda f: f)
def function(a, /, b: int = 1, *args: *Ts, c, d=2, **kwargs: dict) -> int:
    """Docstring."""
    global g1, g2
    return a, *b


def outer():
    v = 1
    def inner():
        nonlocal v
        return
    yield
    yield 1, *v
    x = yield
    y = yield v
    z = yield from v
    await_ = (yield)
    return (yield)


async def coroutine(*, a, b=1, **k):
    await x
    async for i in aiter: pass
    else: pass
    async with a as b, c: pass
    async with (a as b, c as d): pass
    return [i async for i in x if await i]


@d
async def decorated(): pass


class C: pass
class C(): x = 1
@d
class C(A, *B, metaclass=M, **kw):
    def method(self): return self.x;


def  spaced ( a , b = 1 ) : return a \
    + b
if x:
	tab = 1
match = type = case = _ = 1
match.x = type.y
match[1]
match(x)
type(x)
match * a
match - a
print(match, case)
type X = int
type Pair[T, *Ts, **P] = tuple[T, *Ts]
type Bound[T: int, U: (int, str) = str, *V = *tuple[int], **Q = [int]] = T | U
def generic[T: int, *Ts, **P](x: T) -> T: ...
class Generic[T = int](Base): ...
class Generic2[T]: ...
