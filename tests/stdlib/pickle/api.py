# Pickler and Unpickler objects: hooks, memo, files, tables.
import copyreg
import io
import pickle


class Point:
    def __init__(self, x):
        self.x = x


class P(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, Point):
            return ("point", obj.x)
        return None


class U(pickle.Unpickler):
    def persistent_load(self, pid):
        print("load", pid)
        return Point(pid[1])


for proto in (1, 2, 5):
    f = io.BytesIO()
    P(f, proto).dump([Point(1), Point(2), 3])
    f.seek(0)
    r = U(f).load()
    print([getattr(v, "x", v) for v in r])


class P0(pickle.Pickler):
    def persistent_id(self, obj):
        return "id5" if obj == 5 else "é" if obj == 6 else None


f = io.BytesIO()
P0(f, 0).dump([5])
print(f.getvalue())
try:
    P0(f, 0).dump([6])
except pickle.PicklingError as e:
    print(e)


class R(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, Point):
            return Point, (obj.x * 10,)
        return NotImplemented


f = io.BytesIO()
R(f).dump([Point(3), 4, Point])
print([getattr(v, "x", v) for v in pickle.loads(f.getvalue())][:2])


class D(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Point] = lambda p: (Point, (p.x + 100,))


f = io.BytesIO()
D(f).dump(Point(1))
print(pickle.loads(f.getvalue()).x)
f = io.BytesIO()
p = pickle.Pickler(f)
p.dispatch_table = {Point: lambda p: (Point, (-p.x,))}
p.dump(Point(1))
print(pickle.loads(f.getvalue()).x)
copyreg.pickle(Point, lambda p: (Point, (p.x + 7,)))
print(pickle.loads(pickle.dumps(Point(1))).x)
del copyreg.dispatch_table[Point]

copyreg.add_extension("__main__", "Point", 240)
b = pickle.dumps(Point(1))
print(b, pickle.loads(b).x)
print(pickle.dumps(Point, 1))
copyreg.remove_extension("__main__", "Point", 240)
try:
    pickle.loads(b"\x82\xf1.")
except ValueError as e:
    print(e)


class F(pickle.Unpickler):
    def find_class(self, module, name):
        print("find", module, name)
        if module == "os":
            raise pickle.UnpicklingError("forbidden: %s.%s" % (module, name))
        return super().find_class(module, name)


print(F(io.BytesIO(pickle.dumps(Point(5)))).load().x)
try:
    F(io.BytesIO(b"cos\nsystem\n(S'x'\ntR.")).load()
except pickle.UnpicklingError as e:
    print(e)

# The memo lives as long as the pickler.
f = io.BytesIO()
p = pickle.Pickler(f, 2)
x = ["shared"]
p.dump(x)
p.dump(x)
print(f.getvalue())
p.clear_memo()
f.truncate(0)
f.seek(0)
p.dump(x)
print(f.getvalue())
f.seek(0)
u = pickle.Unpickler(f)
print(u.load())
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.dump(x)
p.dump(x)
f.seek(0)
u = pickle.Unpickler(f)
a, b = u.load(), u.load()
print(a is b)
p = pickle.Pickler(io.BytesIO())
p.fast = True
print(p.fast, p.bin)
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.fast = 1
p.dump([x, x])
print(f.getvalue())

# Several pickles in one file, one after the other.
f = io.BytesIO()
for i in range(3):
    pickle.dump({"n": i}, f)
f.seek(0)
while True:
    try:
        print(pickle.load(f))
    except EOFError as e:
        print("end:", e)
        break


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, b):
        self.parts.append(bytes(b))
        return len(b)


w = Writer()
pickle.dump([b"x" * 100000, 1], w)
print(len(w.parts), sum(map(len, w.parts)))
print(pickle.loads(b"".join(w.parts))[1])
w = Writer()
pickle.dump(5, w)
print(w.parts)


class Reader:
    def __init__(self, b):
        self.f = io.BytesIO(b)

    def read(self, n):
        return self.f.read(n)

    def readline(self):
        return self.f.readline()


for proto in range(6):
    v = {"a": [1, 2.5, "x"], "b": (None, b"y" * 10)}
    print(pickle.load(Reader(pickle.dumps(v, proto))) == v)


class Bad:
    def read(self, n):
        return "text"

    def readline(self):
        return None


for args in ((), (1,)):
    try:
        pickle.Unpickler(*args)
    except TypeError as e:
        print(type(e).__name__)
try:
    pickle.load(Bad())
except TypeError as e:
    print(type(e).__name__)
print(pickle.loads(b"\x80\x02U\x03abcq\x00.", encoding="bytes"), pickle.loads(b"S'\\xe9'\n.", encoding="latin-1"))
try:
    pickle.loads(b"S'\\xe9'\n.")
except UnicodeDecodeError as e:
    print(e)
print(pickle.loads(b"S'\\xe9'\n.", errors="replace"))
print(pickle.loads(memoryview(pickle.dumps(5))), pickle.loads(bytearray(pickle.dumps("x"))))
print(pickle.loads(b"c__builtin__\nxrange\n(I1\nI5\ntR."), pickle.loads(b"cexceptions\nValueError\n."))
print(pickle.decode_long(b""), pickle.decode_long(b"\x80"), pickle.encode_long(-129), pickle.encode_long(0))
print(pickle.whichmodule(Point, "Point"), pickle.STOP, pickle.MARK, pickle.PROTO)
