# Conversions by special methods that return subclasses, messages of
# constructors and formats, buffers that change while they are in use.
import array
import warnings
import weakref

warnings.simplefilter("always")
warnings.showwarning = lambda m, c, *a, **k: print("warning:", c.__name__, m)


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", ""))


class Outer:
    class Plain:
        pass


class MyInt(int):
    def __int__(self):
        return True


class MyComplex(complex):
    pass


class ByIndex:
    def __index__(self):
        return True


class ByComplex:
    def __complex__(self):
        return MyComplex(1, 2)


class Text(str):
    pass


class Shown:
    def __repr__(self):
        return Text("shown")


plain = Outer.Plain()
show(lambda: "%c" % plain)
show(lambda: b"%c" % plain)
show(lambda: int(ByIndex()))
show(lambda: [1, 2][ByIndex()])
show(lambda: range(ByIndex()))
show(lambda: int(MyInt(5)))
show(lambda: int(True))
show(lambda: complex(MyComplex(1), 2))
show(lambda: complex(ByComplex()))
show(lambda: complex(ByComplex(), 1))
print(type(ascii(Shown())), type(repr(Shown())))

show(lambda: str(1, "a", encoding="x"))
show(lambda: str(b"x", "utf-8", "strict", errors="x"))
show(lambda: str("a", object="b"))
show(lambda: dict([object()]))


def failing(error):
    yield "key"
    raise error


show(lambda: dict([failing(TypeError("oops"))]))
show(lambda: dict([(1, 2), failing(TypeError("oops"))]))
show(lambda: dict([failing(ValueError("oops"))]))

print(0 / -3, 0 / -2**200, 0 / 2**200, -1 / 2**2000)
inf, nan = float("inf"), float("nan")
for a in (1, -1.0, inf, 0.0, 1 + 1j, complex(inf, 1)):
    for b in (complex(inf, inf), complex(-inf, inf), complex(-inf, nan), complex(nan, -inf), 1 + 0j, 1j):
        print(a / b, end=" ")
    print()


class Hint:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        import sys
        return sys.maxsize


items = [1, 2]
items.extend(Hint())
print(items)
show(lambda: [].extend(Hint()))


class Counted(int):
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return int(self)


d = dict.fromkeys(map(Counted, range(5)))
print(Counted.hashes)
for source in (d, set(d), frozenset(d)):
    print(dict.fromkeys(source, 7), Counted.hashes)
d.setdefault(Counted(9), 1)
print(Counted.hashes)


class Config(dict):
    def __getattr__(self, name):
        return self[name]


config = Config()
print(repr(weakref.ref(config)).startswith("<weakref"))
