# Buffers that Python code releases or resizes while they are in use.
import array
import gc
import weakref


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Hashed(array.array):
    def __hash__(self):
        view.release()
        return 1


view = memoryview(Hashed("B", b"abc")).toreadonly()
show(lambda: hash(view))


class Sep(bytes):
    def __len__(self):
        act()
        return 1


data = bytearray(b"abc")
view = memoryview(data)
act = view.release
show(lambda: view.hex(Sep(b":")))
show(lambda: bytes(view))
view.release()
act = data.clear
show(lambda: data.hex(Sep(b":")))
data.clear()


class Evil:
    def __init__(self, act, data=b"x"):
        self.act, self.data = act, data

    def __buffer__(self, flags):
        self.act()
        return memoryview(self.data)

    def __repr__(self):
        self.act()
        return "evil"


data = bytearray(b"axb")
for name in ("find", "rfind", "index", "count", "split", "rsplit"):
    show(lambda: getattr(data, name)(Evil(data.clear)))
    print(getattr(data, name)(Evil(int)))
show(lambda: bytearray.__mod__(data := bytearray(b"%a"), Evil(data.clear)))
show(lambda: b"-".join([b"a", Evil(int), b"b"]))
seq = [b"a", Evil(lambda: seq.clear())]
show(lambda: b"-".join(seq))
data = bytearray(b"12345")
data.extend(Evil(data.clear, b"xyz"))
print(data)


class Index:
    def __index__(self):
        view.release()
        return 1

    def __float__(self):
        view.release()
        return 1.0

    def __bool__(self):
        view.release()
        return True


def fresh(code="B"):
    global view
    view = memoryview(bytearray(8)).cast(code)


fresh(); show(lambda: view[Index()])
fresh(); show(lambda: list(view[:Index()]))
for code in "BhIqd?":
    fresh(code); show(lambda: view.__setitem__(0, Index()))
fresh(); show(lambda: view.__setitem__(slice(Index()), b"a"))

print(bytes.__buffer__, hasattr(bytes, "__release_buffer__"))
data = bytearray(3)
m = data.__buffer__(0)
print(type(m), m.obj is data)
show(lambda: b"a".__buffer__(1))
for x in (m, m, memoryview(b"a"), 3):
    show(lambda: data.__release_buffer__(x))

view = memoryview(b"abc")
ref = weakref.ref(view)
print(ref() is view)
del view
gc.collect()
print(ref())
