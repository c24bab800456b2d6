# What a StopIteration carries, and that every consumer takes it for the end.
class I:
    def __init__(self, n=0): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration(5)
        self.n -= 1
        return self.n
class A:
    def __await__(self): return I()
async def f(): return await A()
try: f().send(None)
except StopIteration as e: print(e.value)
def d():
    x = yield from I(2)
    print("got", x)
print(list(d()))
def g():
    yield 1
    yield 2
    return 7
for make in (lambda: I(2), g):
    try:
        it = make()
        while True: next(it)
    except StopIteration as e: print("next", e.value)
    try:
        it = make()
        while True: it.__next__()
    except StopIteration as e: print("__next__", e.value)
    print(next(I(), "default"))
    print(list(make()), tuple(make()), set(make()), sum(make()), max(make()), sorted(make()))
    print(list(map(str, make())), list(zip(make(), make())), list(enumerate(make())), list(filter(None, make())))
    print([*make()], [x for x in make()], {x: x for x in make()}, dict(zip(make(), make())), 2 in make())
    a, b = make()
    print(a, b, any(make()), all(make()), "".join(map(str, make())), bytes(make()), list(iter(make())))
    for x in make(): print(x, end=" ")
    else: print("else")
    print(*make())
    l = [0]; l.extend(make()); l += make(); l[1:1] = make(); print(l)
    a, *b = make(); print(a, b)
class Co:
    def __iter__(self):
        return (yield from I(1))
print(list(Co()))
