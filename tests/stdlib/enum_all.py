from enum import *
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED)
print(Color.__members__, Color.RED in Color, 2 in Color, 9 in Color, Color)
for f in ["Color(7)", "Color['X']", "Color.X", "Color.RED.x", "setattr(Color,'RED',3)", "Color.RED < Color.BLUE", "Color()", "delattr(Color,'RED')"]:
    try: print(f, eval(f))
    except Exception as e: print(f, type(e).__name__, e)
try:
    class D(Color): pass
except TypeError as e: print(e)
try:
    class D(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
class N(IntEnum):
    A = auto(); B = auto(); C = 10; D = auto()
print(list(N), N.A + 1, N.A == 1, f"{N.B}", str(N.B), repr(N.B), N.D < 20, sorted([N.D, N.A]), format(N.A, "03d"), isinstance(N.A, int), N.A.bit_length())
class S(StrEnum):
    FOO = auto(); BAR = "bar!"
print(list(S), S.FOO, S.BAR.upper(), f"{S.FOO}", S("foo"), S.FOO == "foo")
class F(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, repr(F.R | F.X), F.RW, ~F.R, F.R & F.W, bool(F.R & F.W), list(F.RW), F.R in F.RW, F(0), F(3), F(7), len(F.RW), list(F), F.R ^ F.RW, F["R"])
try: F(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1; B = 2; C = 4
print(IF.A | IF.B, repr(IF.A | 8), IF.A + 1, ~IF.A, repr(IF(0)), IF.A | 16, repr(IF(255)), (IF.A|IF.B).name, IF.A | IF.B == 3)
@unique
class U(Enum):
    A = 1
    B = 2
try:
    @unique
    class V(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
class P(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (5.9, 6.3)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def d(self): return self.mass / self.radius
    @classmethod
    def def_(cls): return cls.EARTH
    @staticmethod
    def st(): return 5
print(P.EARTH.mass, P.EARTH.d, P.EARTH.value, P((3.3, 2.4)), P.def_(), P.st(), P.EARTH.EARTH if hasattr(P.EARTH, "EARTH") else None)
class M(Enum):
    @classmethod
    def _missing_(cls, v):
        return cls.DEF if v == "x" else None
    DEF = 0
    OTHER = member(lambda: 5)
    fn = nonmember(5)
    _ignore_ = ["tmp"]
    tmp = 3
print(M("x"), M.fn, M.OTHER)
try: M("y")
except ValueError as e: print(e)
E2 = Enum("E2", "A B C"); print(list(E2), E2.__module__, E2.__qualname__)
E3 = IntEnum("E3", {"X": 5, "Y": 6}); print(list(E3)); E4 = Enum("E4", [("a", 1), ("b", 2)], start=5); print(list(E4)); print(list(Enum("E5", ["p", "q"], start=3)))
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto(); B = auto()
print(list(G), hash(Color.RED) == hash("RED"), {Color.RED: 1}[Color.RED])
import copy; print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
class Str2(str, Enum):
    A = "a"
print(Str2.A, repr(Str2.A), f"{Str2.A}", Str2.A == "a", "%s" % Str2.A, Str2.A.upper())
class B(Flag, boundary=KEEP):
    A = 1
print(B(5), repr(B(5)), B.A | B(4))
class B(Flag, boundary=CONFORM):
    A = 1
print(B(5))
class B(Flag, boundary=EJECT):
    A = 1
print(B(5))
def f(x):
    match x:
        case Color.RED: return "r"
        case Color.GREEN | Color.BLUE: return "gb"
print(f(Color.RED), f(Color.BLUE))
print(dir(Color)); print(Color.__doc__, Color.RED.__class__, type(Color), Color.RED.__objclass__ if hasattr(Color.RED,'__objclass__') else '')
print(sorted(n for n in enum.__all__)); print(repr(Color), str(N), EnumType, verify, [x for x in reversed(Color)])
try:
    @verify(CONTINUOUS)
    class W(Enum):
        A = 1; B = 5
except ValueError as e: print(e)
try:
    @verify(NAMED_FLAGS)
    class W(Flag):
        A = 1; B = 6
except ValueError as e: print(e)
class DC(Enum):
    A = {"x": 1}; B = [1]
print(DC({"x": 1}), DC([1]), enum.show_flag_values(7), enum.bin(5, 6), enum.bin(~5))
@global_enum
class GE(Enum):
    ONE = 1
print(GE.ONE, repr(GE.ONE), ONE)
class AliasE(Enum):
    A = 1
    A._add_alias_("Z") if False else None
class Q(Enum):
    A = 1, "first"
    B = 2, "second"
    def __new__(cls, v, label):
        o = object.__new__(cls); o._value_ = v; o.label = label; return o
print(Q(1), Q.A.label, Q.B.value, list(Q))
print(Color.RED.__reduce_ex__(2), Color.RED.__dir__())
