# Bytes written for ordinary data in every protocol, and the way back.
import collections
import functools
import pickle
import enum
import operator


class Plain:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__


class Slots:
    __slots__ = ("x", "y")

    def __eq__(self, other):
        return type(other) is Slots and (self.x, self.y) == (other.x, other.y)

    __hash__ = None


class SlotDict(Slots):
    pass


class State:
    def __getstate__(self):
        return self.v

    def __setstate__(self, v):
        self.v = ("set", v)


class NewArgs:
    def __new__(cls, *args, **kw):
        self = object.__new__(cls)
        self.args, self.kw = args, kw
        return self

    def __getnewargs_ex__(self):
        return self.args, self.kw


class NewArgs1(NewArgs):
    def __getnewargs_ex__(self):
        return self.args, {}


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class MyStr(str):
    pass


class MyTuple(tuple):
    pass


class MySet(set):
    pass


class MyExc(Exception):
    def __init__(self, a, b=2):
        super().__init__(a, b)
        self.a = a


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Level(enum.IntEnum):
    LOW = 1


class Bits(enum.Flag):
    A = 1
    B = 2


Point = collections.namedtuple("Point", "x y")


class Outer:
    class Inner:
        pass

    def method(self):
        return 5

    @staticmethod
    def static():
        pass

    @classmethod
    def cls(cls):
        pass


def function():
    pass


rec = [1]
rec.append(rec)
recd = {}
recd["me"] = recd
rect = ([],)
rect[0].append(rect)
p = Plain(1, None)
p.b = p
shared = ["x"]
s = Slots()
s.x, s.y = 1, "two"
sd = SlotDict()
sd.x, sd.y, sd.z = 1, 2, 3
st = State()
st.v = {"k": 1}
mylist = MyList([1, 2, 3])
mylist.extra = "e"
mydict = MyDict(a=1)
mydict.extra = {2}
exc = MyExc(5)
exc.note = "n"

data = [
    None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -256, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**64, 10**30, -10**30,
    2**2040, -2**2040, 127 << 240, -128 << 240, 0.0, -0.0, 1.5, 1e300, float("inf"), 3.14159, 2j, 1 - 2.5j,
    "", "a", "é", "\u20ac", "\U0001f600", "\ud800", "a\nb\\c\0d\x1ae\r", "x" * 300,
    b"", b"abc", bytes(range(256)), b"x" * 300, bytearray(b""), bytearray(b"abc"),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), tuple(range(20)),
    [], [1], [1, 2], list(range(3)), [[], [[]]], {}, {"a": 1}, {1: 2, 3: (4,)}, set(), {5}, frozenset(), frozenset([5]),
    rec, recd, rect, [shared, shared, shared],
    range(3), range(1, 10, 2), slice(1, 2), Ellipsis, NotImplemented, type(None), type(...), type(NotImplemented),
    int, len, print, ValueError, OSError, FileNotFoundError, collections.OrderedDict, function, Plain, Outer.Inner, Outer.method, Outer.static,
    Outer.cls, Outer().method, [].append, str.upper, "x".upper, dict.fromkeys,
    Plain(1, [2]), p, s, sd, st, NewArgs1(1, 2), MyInt(5), MyStr("s"), MyTuple((1, 2)), mylist, mydict,
    Exception(), ValueError("v", 1), KeyError("k"), OSError(2, "nope"), OSError(2, "nope", "file"), UnicodeDecodeError("utf-8", b"x", 0, 1, "r"),
    StopIteration(3), SystemExit(2), exc, ImportError("m", name="n"), AttributeError("z"), ExceptionGroup("g", [ValueError(1)]),
    Color.RED, Color.BLUE, Level.LOW, Bits.A | Bits.B, Color, Point(1, 2),
    collections.OrderedDict([("b", 1), ("a", 2)]), collections.deque([1, 2], 5), collections.defaultdict(list, {1: [2]}), collections.Counter("abca"),
    functools.partial(int, base=2), iter([1, 2]), iter((1,)), iter(range(3)), iter("ab"), iter({}), enumerate([1]), reversed([1, 2]),
    zip([1], "a"), map(abs, [-1]), filter(None, [0, 1]), zip([1], [2], strict=True),
    operator.itemgetter(1), operator.attrgetter("a", "b"), operator.methodcaller("f", 1),
]


def norm(x):
    r = repr(x)
    i = r.find(" at 0x")
    return r if i < 0 else r[:i]


for x in data:
    try:
        print(norm(x)[:70], end=": ")
    except UnicodeEncodeError:
        print(ascii(x), end=": ")
    for proto in range(pickle.HIGHEST_PROTOCOL + 1):
        try:
            b = pickle.dumps(x, proto)
        except Exception as e:
            print(proto, type(e).__name__, norm(e).replace("_thread.", ""), end=" ")
            continue
        if len(b) > 120:
            b = b[:50] + str(len(b)).encode() + b[-40:]
        print(b)
        try:
            y = pickle.loads(pickle.dumps(x, proto))
        except Exception as e:
            print("   load:", type(e).__name__, e)
            continue
        if type(x) is not type(y):
            print("   type differs", type(y))
    print()

y = pickle.loads(pickle.dumps(rec))
print(y[1] is y)
y = pickle.loads(pickle.dumps(rect))
print(y[0][0] is y)
y = pickle.loads(pickle.dumps(p))
print(y.b is y, y.a)
y = pickle.loads(pickle.dumps([shared, shared]))
print(y[0] is y[1])
y = pickle.loads(pickle.dumps(sd))
print(y.x, y.y, y.z, vars(y))
y = pickle.loads(pickle.dumps(st))
print(y.v)
y = pickle.loads(pickle.dumps(NewArgs(1, k=2)))
print(y.args, y.kw)
y = pickle.loads(pickle.dumps(NewArgs(1, k=2), 2))
print(y.args, y.kw)
y = pickle.loads(pickle.dumps(mylist))
print(y, y.extra, type(y).__name__)
y = pickle.loads(pickle.dumps(mydict))
print(y, y.extra)
y = pickle.loads(pickle.dumps(exc))
print(repr(y), y.a, y.note)
print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, pickle.loads(pickle.dumps(Bits.A | Bits.B)))
big = list(range(2500))
for proto in (0, 2, 4):
    b = pickle.dumps(big, proto)
    print(len(b), pickle.loads(b) == big)
bigd = dict.fromkeys(range(1000))
print(len(pickle.dumps(bigd)), pickle.loads(pickle.dumps(bigd)) == bigd)
bigs = set(range(1000))
print(len(pickle.dumps(bigs)), pickle.loads(pickle.dumps(bigs)) == bigs)
blob = [b"x" * 70000, "y" * 70000, b"z" * 10, bytearray(70000)]
print(len(pickle.dumps(blob)), pickle.dumps(blob)[:30], pickle.loads(pickle.dumps(blob)) == blob)
many = ["%d" % i for i in range(30000)]
b = pickle.dumps(many)
print(len(b), b.count(b"\x95"), pickle.loads(b) == many)
y = pickle.loads(pickle.dumps(MySet({1})))
print(y, type(y).__name__)
