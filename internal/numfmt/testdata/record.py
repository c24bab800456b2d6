"""Record what CPython makes of formats, numbers and texts.

Run with the reference interpreter; writes format.json, percent.json and
parse.json beside this file. A row ends with the result, or with the name and
the text of the exception.
"""

import json
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
rnd = random.Random(20260101)


def outcome(f, *args):
    try:
        return {"ok": f(*args)}
    except Exception as e:
        return {"error": type(e).__name__, "text": str(e)}


def encode(v):
    """Values as [type, text]."""
    if isinstance(v, float):
        return ["float", v.hex()]
    if isinstance(v, complex):
        return ["complex", v.real.hex(), v.imag.hex()]
    return [type(v).__name__, str(v)]


def write(name, rows):
    with open(os.path.join(HERE, name), "w", encoding="ascii") as out:
        out.write("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]\n")
    print(name, len(rows))


INTS = [0, 1, -1, 5, -42, 255, 1000, -1234567, 65, 0x1F600, 2**31, -2**63, 2**63, 10**30, -(10**25) - 7]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 2.5, 1234.5678, -1234567.891, 1e-5, 1.5e-7, 123456789012345.6, 1e15, 1e16,
          1e17, 1e22, 1e100, 5e-324, 1.7976931348623157e308, 0.0001, 0.00001234, 99999.95, 999999.5, 0.5, -0.04,
          float("inf"), float("-inf"), float("nan")]
COMPLEX = [0j, 1 + 2j, -1.5 - 0.25j, complex(0, 1), complex(-0.0, 2), complex(1, float("nan")), complex(float("inf"), -0.0),
           1234567.5 + 1e20j]
STRS = ["", "a", "hello", "h\u00e9llo w\u00f6rld", "\U0001f600x", "a\u0301"]

INT_SPECS = ["", "d", "b", "o", "x", "X", "c", "n", "e", "f", "g", "%", "E", "G", "F", "#b", "#o", "#x", "#X", "+d", " d", "-d",
             ",", "_", ",d", "_d", "_x", "_b", "_o", "#_x", "#_b", "08", "08d", "#010x", "020,", "021,", "022,d", "+020_d",
             "<10", ">10", "^10", "=10", "*<10", "*>10d", "*^11x", "*=10", "0=10", "0<10", "0>12,", "=+12,", "=012", "<012",
             "^08", "z", "zd", "zf", "z.1f", ".2f", ".3", ".3d", ".2c", "+c", "#c", ",c", "5c", "<5c", "s", "q", "dd", "010.3f",
             ",.2f", "_.3e", ",x", ",b", "#,d", "020_x", "#020_x", "033_b", "1", "0", "00", "000005", " 5", "+5", "+ 5", "5+",
             "\u00e9<8", "\U0001f600^9d", "\u00e9", "99999999999999999999", "5d ", " ", "--5", "=", "==", "<<5", "5.", ".", "5.d",
             "._d", ".,", ".,x", "._f", ".3_f", ",.4_f", "_.4,f", ".,_f", ",_", "_,", ",,", "__", ".3,,f", "#", "#d", "#n", "+n", "0n", ",n", "_n",
             "r", "i", "u", "a", "\x01", "B", "O", "D", "N"]
FLOAT_SPECS = ["", "e", "f", "g", "E", "F", "G", "n", "%", ".0f", ".1f", ".2f", ".3e", ".0e", ".0g", ".1g", ".3g", ".10g", ".17g",
               ".20f", ".30e", "#.0f", "#.0e", "#g", "#.3g", "#", "#.0", "+", " ", "-", "+f", " e", "10", "010", "012.2f", "+012.2f", "<12.2f",
               "^12.2f", "*=12.2f", "0=12f", "*<12", ",", "_", ",.2f", "_.2f", "020,.2f", "021,.2f", "022,.2f", "+025_.3f", "=,.1f",
               "z", "z.0f", "z.1f", "z.2e", "zg", "z%", "+z.1f", "z+.1f", "z#.0f", ".1", ".0", ".2", ".5", ".16", ".17", ".25",
               "d", "x", "c", "s", "b", "q", ",e", ",g", ",%", "_%", ".1%", "#.0%", "08%", ".3n", ",n", "_n", "._f", ".,f", ".8_f",
               ",.8_f", "_.8,f", ".8_e", ".12_g", ".12_", "030,.6_f", "031,.6_f", ".,_f", ",_f", "5.", ".", ".f", "ff", ".3ff",
               "010.", "=20", "^20,.3f", "0^20,.3f", "\u20ac>12.1f", "inf", ".1f ", ".99999999999999999999f", ".2147483648f",
               "9.9.9", "1000000x", "#_.3f", "#,g", "0", "00", "05", "+05", "015,", "015_.3g", "z015,.2f", "r", "i", "u", "a", "\x7f", "\u0394"]
COMPLEX_SPECS = ["", "f", ".2f", "e", ".3e", "g", ".3g", "n", "+", " ", "+.1f", " .1f", "20", "<20", ">20.1f", "^24.2f", "*^24", "020", "=20",
                 "0<20", ",", ",.1f", "_.1f", ".3", ".0", "#", "#.0f", "z", "z.0f", "%", "d", "x", "c", "s", "q", "-.2e", "+g", "E", "G", "F",
                 ".8_f", ",.8_f", "#g", "#.3", "*<30.4e", "0=30d", "020d", "+,", "z.1", "020q"]
STR_SPECS = ["", "s", "10", "<10", ">10", "^10", "*<10", "*>10s", "\u20ac^11", "=10", "010", "0>10", "0^10", ".3", ".0", ".3s", "10.3", "*^10.2s",
             "+", " ", "-", "#", "z", "d", "f", "x", ",", "_", ",s", "_s", "#s", "+s", "10d", "q", "ss", "5.", ".", "._s", ".2_s", ".2,",
             "\U0001f600>4", "\U0001f600<8.3", "s10", "99999999999999999999", "0=5", "<", ">", "=", "^5", "==5", "05s", "\u00e9", "c", "%", "r", "n"]


def random_spec():
    s = ""
    if rnd.random() < 0.5:
        s += rnd.choice(["", "", "*", "0", " ", "\u00e9", "\U0001f600", "<", "-"]) + rnd.choice("<>=^")
    s += rnd.choice(["", "", "", "+", "-", " "]) + rnd.choice(["", "", "", "z"]) + rnd.choice(["", "", "#"])
    s += rnd.choice(["", "", "0"]) + rnd.choice(["", "", "1", "8", "13", "21", "30"]) + rnd.choice(["", "", "", ",", "_"])
    if rnd.random() < 0.5:
        s += "." + rnd.choice(["", "0", "1", "2", "3", "6", "10", "18"]) + rnd.choice(["", "", "", ",", "_"])
    return s + rnd.choice(["", "", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "k"])


def formats():
    rows = []
    for values, specs, all_values in ((INTS, INT_SPECS, 5), (FLOATS, FLOAT_SPECS, 7), (COMPLEX, COMPLEX_SPECS, 4), (STRS, STR_SPECS, 3)):
        for i, spec in enumerate(specs):
            chosen = values if i < 12 else rnd.sample(values, all_values)
            for v in chosen:
                rows.append([encode(v), spec, outcome(format, v, spec)])
    pool = INTS + FLOATS + COMPLEX[:4] + STRS[:4]
    for _ in range(1500):
        v, spec = rnd.choice(pool), random_spec()
        rows.append([encode(v), spec, outcome(format, v, spec)])
    for _ in range(300):
        f = rnd.choice([rnd.uniform(-1e3, 1e3), rnd.uniform(-1, 1) * 10 ** rnd.randint(-30, 30), float(rnd.randint(-10**17, 10**17)), rnd.random()])
        spec = rnd.choice(["", ".%d%s" % (rnd.randint(0, 20), rnd.choice(["e", "f", "g", "", "%"]))])
        rows.append([encode(f), spec, outcome(format, f, spec)])
    for v in FLOATS + COMPLEX:
        rows.append([encode(v), None, {"ok": repr(v)}])
    write("format.json", rows)


def percents():
    rows = []
    cases = [("%d", 1.9), ("%d", "x"), ("%x", 1.5), ("%f", "a"), ("%c", "ab"), ("%c", 1.5), ("%c", 0x110000), ("%c", -1), ("%y", 1), ("%", 1),
             ("%(a", {"a": 1}), ("%(a)", {"a": 1}), ("%(a)d", {"a": 1}), ("%(a)d", 1), ("%(a)d", (1,)), ("%(a(b)c)d", {"a(b)c": 3}),
             ("%d %d", 1), ("%d", (1, 2)), ("%*d", ("a", 1)), ("%*d", (5,)), ("%*d", (-5, 3)), ("%.*f", (-5, 3.0)), ("%.*f", (2, 3.0)), ("%*d|", (-1, 3)), ("%.*f", (-1, 3.5)),
             ("%999999999999999999999d", 1), ("%.999999999999999999999d", 1), ("%.2147483648f", 1.0), ("%*d", (10**30, 1)), ("%.*d", (10**30, 1)), ("%.*d", (2**31, 1)),
             ("%5%", ()), ("%5%", 1), ("%(a)%", {"a": 1}), ("%%", ()), ("%%", 1), ("%s", ()), ("abc", (1,)), ("abc", {"a": 1}), ("abc", 1),
             ("%ld", 1), ("%hhd", 1), ("%Lx", 255), ("%.0f", 2.5), ("%l", 1), ("%(a)*d", {"a": 1}), ("%(a)5.2s|", {"a": "xyz"}), ("%s %s", {"a": 1}),
             ("%(a)s %s", {"a": 1}), ("%s%(a)s", {"a": 1}), ("%b", "a"), ("%\u00e9", 1), ("\u00e9\U0001f600%\U0001f600", 1), ("%\x01", 1), ("%(a)s %(a)r", {"a": "\u00e9"}), ("%.0c|", "a"), ("%.3c|", 65),
             ("%n", 1), ("%z", 1), ("%5.", 1), ("%-", 1), ("%()s", {"": 5}), ("%(a)s", {"a": (1, 2)}), ("%s", [1, 2]), ("%10s|", "\U0001f600\u00e9"), ("%.1s|", "\U0001f600\u00e9"), ("%.3d", -7), ("%", ()), ("%(a)(b)d", {"a": 1})]
    for fmt, v in cases:
        rows.append(["str", fmt, plain(v), outcome(lambda: fmt % v)])
    for fmt, v in [("%d", 1.9), ("%c", b"ab"), ("%c", 256), ("%c", b"a"), ("%c", 65), ("%y", 1), ("%", 1), ("%d", (1, 2)), ("%.999999999999999999999d", 1), ("%%", 1),
                   ("%s", b"a"), ("%b|", b"xyz"), ("%.2s", b"abc"), ("%5s|", b"abc"), ("%-5s|", b"a"), ("%05d", -3), ("%#x", 255), ("%\x01", 1), ("%z", 1), ("%\u00e9", 1), ("%8.3f", 3.14159), ("%l", 1)]:
        rows.append(["bytes", fmt, plain(v), outcome(lambda: (fmt.encode("latin1") % v).decode("latin1"))])
    values = {"d": [0, 5, -42, 10**20, -(10**20)], "i": [7], "u": [-7], "o": [0, 8, -64], "x": [255, -255, 2**70], "X": [48879], "e": FLOATS, "f": FLOATS,
              "g": FLOATS, "E": FLOATS, "F": FLOATS, "G": FLOATS, "s": STRS, "c": [65, "z"], "r": ["a"]}
    for conversion, vs in values.items():
        for _ in range(60 if len(vs) > 1 else 15):
            flags = "".join(rnd.sample("-+ #0", rnd.randint(0, 3)))
            fmt = "%" + flags + rnd.choice(["", "", "3", "12", "20"]) + rnd.choice(["", "", ".", ".0", ".1", ".4", ".10"]) + conversion
            v = rnd.choice(vs)
            rows.append(["str", fmt, plain(v), outcome(lambda: fmt % v)])
    write("percent.json", rows)


def plain(v):
    if isinstance(v, tuple):
        return ["tuple", [plain(x) for x in v]]
    if isinstance(v, list):
        return ["list", [plain(x) for x in v]]
    if isinstance(v, dict):
        return ["dict", {k: plain(x) for k, x in v.items()}]
    if isinstance(v, bytes):
        return ["bytes", v.decode("latin1")]
    return encode(v)


def parses():
    rows = []
    floats = ["  1_0.5e3 ", "inf", "-Infinity", "NaN", "+nan", "1__0", "_1", "1_", "1._5", "1_.5", "1.5_", "1e_5", "1e5_0", "1e5_", "0x10", "1e400", "-1e400",
              "1e-400", "", ".", ".5", "5.", "e5", "+-1", "1 2", "infinityx", "1_e5", "1\0", "1e+", "0_0", "-.5e-3", "nan(1)", "1e99999999999999999999",
              "0e99999999999999999", "1d5", "\x1c1\x1f", "\t\n\v\f\r 1", "-0", "-0.0", "+.5", "1e-0", "1.7976931348623159e308", "2.4703282292062328e-324",
              "2.4703282292062327e-324", "9007199254740993", "9007199254740992.999999999999999999999999999999999", "1e23", "8.5e22", "0.1e1_0", "i", "in", "-", "+", "--1", "1.2.3", "1e1e1", "0" * 400 + "1", "1" + "0" * 400, "infinit", "INF", "nAn", " -inf ", "1e5.", "\x001"]
    for s in floats:
        rows.append(["float", s, outcome(lambda: float(s).hex())])
    ints = [("  12 ", 10), ("1_0", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("0x1f", 16), ("0x1f", 0), ("0X_1f", 0), ("0_x1", 0), ("0b101", 0), ("0o17", 0), ("017", 0),
            ("00", 0), ("0_0", 0), ("0", 0), ("1f", 16), ("z", 36), ("Z", 36), ("9", 8), ("0b1", 16), ("0b1", 2), ("0b", 2), ("0b", 0), ("0x", 16), ("", 10), ("-5", 10), ("- 5", 10), ("+5", 10),
            ("+-5", 10), ("0b_1", 2), ("0b__1", 2), ("12", 1), ("12", 37), ("12", -1), ("12", 0), ("-0x10", 0), ("0x10", 10), ("\n5\t", 10), ("5\0", 10), ("0o8", 0), ("08", 0), ("09_1", 0),
            ("9223372036854775807", 10), ("9223372036854775808", 10), ("-9223372036854775808", 10), ("-9223372036854775809", 10), ("f" * 40, 16), ("-" + "7" * 50, 8), ("1" * 200, 2), ("zz" * 30, 36),
            ("1" * 4300, 10), ("1" * 4301, 10), ("1_1" * 2150, 10), ("1_1" * 2151, 10), ("0" * 5000 + "1", 10), ("2" * 5000, 3), ("f" * 5000, 16), ("v" * 3000, 32), ("6" * 3500, 7), ("-" + "98" * 2100, 10), ("0x_", 16), ("_", 10), ("0__1", 10), ("0B1", 2), ("0O7", 8), ("-0", 10), ("+0x1", 16), ("00_1", 0)]
    for s, base in ints:
        rows.append(["int", s, base, outcome(lambda: hex(int(s, base)))])
    for n in [0, 10**4299, 10**4300 - 1, 10**4300, -(10**4300) + 1, -(10**4300), 2**14281, 7**5000, 2**20000]:
        rows.append(["str", hex(n), outcome(lambda: str(n))])
    hexes = ["0x1.8p3", "0x.8p0", "1.8p3", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
             "inf", "-Inf", "nan", "infinity", " 0x1p0 ", "0x", "0x.", "0xp1", "-0x0p0", "0x1p", "0x1p+", "0x1p1 1", "0x1_0", "0x1.000000000000080000000000000000000001p0",
             "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1" + "0" * 400, "0x0." + "0" * 400 + "1p1600", "0x1p99999999999999999", "0x0p99999999999999999", "1", "ff",
             "0xffffffffffffffffffffffffffff", "0x1P3", "0X1p3", "+0x1p3", "0x1p-2000", "", "0x1p-99999999999999999999999", "0x" + "0" * 100 + "1" * 100 + "p-400", "0x1.fffffffffffff80000000000000000000000p0", "0x3.fffffffffffffffffffp-1076", "0x0.8p-1074", "0x0.80000000000001p-1074", "0x1." + "0" * 60 + "1p-1075", "infx", "0x1g", ".8", ".", "p1"]
    for s in hexes:
        rows.append(["fromhex", s, outcome(lambda: float.fromhex(s).hex())])
    for f in FLOATS + [1e-310, 2.2250738585072014e-308, -3.5]:
        rows.append(["hex", repr(f), {"ok": f.hex()}])
    write("parse.json", rows)


formats()
percents()
parses()
