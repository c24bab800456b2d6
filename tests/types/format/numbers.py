# The format mini-language for every built-in type, and its errors.
cases = [
    (42, ["", "d", "5", "<5", "^7", "+", " ", "x", "X", "#b", "#o", "#X", "08", "_", "n", ",", "c", "e", ".2f", "%", "=+10", "*^9", ".3", "z", "s", "_x", ",x", "5 ", "é^6", "08,", "010_b", "q", "é"]),
    (-1234567, [",", "_", "_x", "015,", "+,d", "^20,", "e", "g", "n", "G"]),
    (3.14159, ["", "f", "F", ".2", ".0f", "#.0f", "e", "E", "g", "G", "%", ".1%", "10.3", "+.1f", "08.2f", ",.2f", "_.2f", "n", "z.1f", "x", "d", "s", "c", ".f", "*>12.2e", "010", "020,.3f", ".6_f", ".6,f"]),
    (-0.0001, ["z.2f", ".2f", "g", "e", "z.5f", "", "%"]),
    (1e300, ["g", ",.1f", "e", ".3"]),
    (1234567.891, [",", "_", ",.3f", ".3", ".10g", "g", "n", "013,.1f"]),
    (0.0, ["", "g", "e", "f", "%", ".0%", "+", "z"]),
    (float("nan"), ["", "010", "F", "+", "e", "%", "<6"]),
    (float("inf"), ["+", "e", "F", "08", "%", ","]),
    ("abc", ["", "5", ">5", "^7", "*<6", ".2", "s", "=5", "05", "d", "+", " ", "#", ",", "z", "10.1s", "é>5"]),
    (True, ["", "d", "5", "x", "s", ">6", "e"]),
    (1 + 2j, ["", "e", ".2f", ">15", "+", "0>10", "=", "010", "g", "n", ",", "d", "%"]),
    (10 ** 30, ["", ",", "e", "x", "_b", "+d", "f", "g", "%"]),
    (None, ["", "5"]), ([], ["", "5"]), (b"a", ["", "5"]), (object, ["5"]),
]
for v, specs in cases:
    for s in specs:
        try:
            r = v.__format__(s) if v is not object else format(object, s) if "format" in dir(__builtins__) else object.__format__(object, s)
            print(repr(v), repr(s), repr(r), f"{v:{s}}" == r, "{:{}}".format(v, s) == r)
        except Exception as e:
            print(repr(v), repr(s), type(e).__name__, e)


class P:
    def __format__(self, spec): return "<" + spec + ">"


class Bad:
    def __format__(self, spec): return 5


print(f"{P()} {P():abc} {P():{1 + 1}}", "{:x{}y}".format(P(), 3))
try:
    f"{Bad()}"
except TypeError as e:
    print(e)
