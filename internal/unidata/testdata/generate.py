"""Write tables_gen.go and what the tests compare with, from the interpreter that
runs this: the reference CPython. Everything is observed through its str methods
and its unicodedata module.
"""

import hashlib
import json
import math
import os
import random
import unicodedata
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
N = 0x110000
CATEGORIES = ["Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No",
              "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"]
WIDTHS = ["N", "A", "F", "H", "Na", "W"]
SIGMA = "\u03a3"
FINAL_SIGMA = "\u03c2"
SPECIAL = 1 << 24  # added to the index of a mapping to a string

FLAGS = [
    ("alpha", lambda s: s.isalpha()),
    ("decimal", lambda s: s.isdecimal()),
    ("digit", lambda s: s.isdigit()),
    ("numeric", lambda s: s.isnumeric()),
    ("space", lambda s: s.isspace()),
    ("printable", lambda s: s.isprintable()),
    ("lower", lambda s: s.islower()),
    ("upper", lambda s: s.isupper()),
    ("title", lambda s: s.istitle() and not s.isupper()),
    ("cased", lambda s: (s + "a").title()[-1] == "a"),
    ("ignorable", lambda s: ("A" + s + SIGMA).lower()[-1] == FINAL_SIGMA and (s + SIGMA).lower()[-1] != FINAL_SIGMA),
    ("XIDStart", lambda s: s.isidentifier() and s != "_"),
    ("XIDContinue", lambda s: ("a" + s).isidentifier()),
    ("lineBreak", lambda s: len(("a" + s + "b").splitlines()) == 2),
]


def split(values, shift, length=N):
    """A two-stage table: numbers of blocks, and the blocks."""
    size, index, blocks, known = 1 << shift, [], [], {}
    for i in range(0, length, size):
        block = tuple(values[i:i + size])
        if block not in known:
            known[block] = len(known)
            blocks.extend(block)
        index.append(known[block])
    return index, blocks


def wrap(items, width=150):
    lines, line = [], "\t"
    for item in items:
        if len(line) + len(item) > width:
            lines.append(line.rstrip())
            line = "\t"
        line += item + " "
    lines.append(line.rstrip())
    return "\n".join(lines)


def numbers(values):
    return wrap([f"{v}," for v in values])


def text(values, width=140):
    """Numbers below 57 as one printable character each, from # on, without the backslash."""
    assert max(values) < 92 - 35
    s = "".join(chr(v + 35) for v in values)
    return " +\n\t".join('"' + s[i:i + width] + '"' for i in range(0, len(s), width))


def records():
    kinds, table = {}, []
    for c in range(N):
        s = chr(c)
        flags = sum(1 << i for i, (_, f) in enumerate(FLAGS) if f(s))
        key = flags, CATEGORIES.index(unicodedata.category(s))
        table.append(kinds.setdefault(key, len(kinds)))
    return list(kinds), table


def cases():
    kinds, table, strings = {}, [], {}
    for c in range(N):
        s = chr(c)
        key = []
        for t in (s.upper(), s.lower(), s.title(), s.casefold()):
            key.append(ord(t) - c if len(t) == 1 else SPECIAL + strings.setdefault(t, len(strings)))
        table.append(kinds.setdefault(tuple(key), len(kinds)))
    limit = max(c for c in range(N) if table[c] != table[0]) + 128 & ~127
    return list(kinds), table[:limit], list(strings), limit


def digit_runs():
    """Decimal digits come as ten in a row."""
    runs, others = [], []
    for c in range(N):
        d = unicodedata.decimal(chr(c), None)
        if d == 0:
            assert [unicodedata.decimal(chr(c + i)) for i in range(10)] == list(range(10))
            runs.append(c)
        elif d is None and unicodedata.digit(chr(c), None) is not None:
            v = unicodedata.digit(chr(c))
            if others and others[-1][1] == c - 1 and others[-1][2] + c - others[-1][0] == v:
                others[-1][1] = c
            else:
                others.append([c, c, v])
    return runs, others


def numeric_runs():
    """The other numeric values, as runs of equal steps."""
    runs = []
    for c in range(N):
        s = chr(c)
        v = unicodedata.numeric(s, None)
        if v is None or unicodedata.digit(s, None) is not None:
            continue
        exact = Fraction(v).limit_denominator(1000)
        assert float(exact) == v
        v = exact
        if runs and runs[-1][1] == c - 1:
            first, last, value, step = runs[-1]
            if first == last and v != value:
                runs[-1] = [first, c, value, v - value]
                continue
            if first != last and value + step * (c - first) == v:
                runs[-1][1] = c
                continue
        runs.append([c, c, v, Fraction(0)])
    return runs


def row(first, last, value, step):
    """The run as integers: first, last, numerator, step of the numerator, denominator."""
    d = math.lcm(value.denominator, step.denominator)
    return f"{{{first}, {last}, {int(value * d)}, {int(step * d)}, {d}}},"


def width_runs():
    runs, last = [], None
    for c in range(N):
        w = WIDTHS.index(unicodedata.east_asian_width(chr(c)))
        if w != last:
            runs.append(c << 3 | w)
            last = w
    return runs


def escape(s):
    return '"' + "".join(f"\\u{ord(c):04x}" for c in s) + '"'


def tables():
    kinds, table = records()
    index, blocks = split(table, 7)
    case_kinds, case_table, strings, limit = cases()
    case_index, case_blocks = split(case_table, 7, limit)
    runs, others = digit_runs()
    assert len(case_index) * 128 == limit
    out = [f"""// Code generated by testdata/generate.py; DO NOT EDIT.

package unidata

// Version is the version of Unicode the tables describe.
const Version = "{unicodedata.unidata_version}"

// Flags of a record.
const ("""]
    for i, (name, _) in enumerate(FLAGS):
        out.append(f"\t{'flag' + name[0].upper() + name[1:]:<15} = 1 << {i}")
    out.append(f""")

var categoryNames = [...]string{{
{wrap([f'"{c}",' for c in CATEGORIES])}
}}

// records hold the flags and, above them, the number of the category.
var records = [...]uint32{{
{numbers(flags | category << 16 for flags, category in kinds)}
}}

// recordIndex gives the number of the block of 128 code points.
var recordIndex = [...]uint16{{
{numbers(index)}
}}

// recordBlocks hold the numbers of the records, see recordOf.
const recordBlocks = {text(blocks)}

// caseLimit is the first code point behind those with mappings.
const caseLimit = {limit:#x}

// specialCase is added to the index of a mapping to several code points.
const specialCase = {SPECIAL:#x}

// caseRecords hold the distances to the upper, lower, title and folded case.
var caseRecords = [...][4]int32{{
{wrap(["{" + ", ".join(map(str, k)) + "}," for k in case_kinds])}
}}

var caseIndex = [...]uint8{{
{numbers(case_index)}
}}

var caseBlocks = [...]uint16{{
{numbers(case_blocks)}
}}

// caseSpecials are the mappings to several code points.
var caseSpecials = [...]string{{
{wrap([escape(s) + "," for s in strings])}
}}

// decimalZeros are the digits zero; the other nine follow each.
var decimalZeros = [...]uint32{{
{numbers(runs)}
}}

// digitRuns are the digits that are no decimals: first, last, value of the first.
var digitRuns = [...][3]uint32{{
{wrap([f"{{{a}, {b}, {v}}}," for a, b, v in others])}
}}

// numericRuns are the numbers that are no digits.
var numericRuns = [...]numericRun{{
{wrap([row(*r) for r in numeric_runs()])}
}}

// widthRuns are the starts of runs of equal width, shifted by 3, and the width.
var widthRuns = [...]uint32{{
{numbers(width_runs())}
}}

var widthNames = [...]string{{
{wrap([f'"{w}",' for w in WIDTHS])}
}}
""")
    with open(os.path.join(HERE, "..", "tables_gen.go"), "w", encoding="ascii") as f:
        f.write("\n".join(out))


def digests():
    d = {}
    for name, f in FLAGS:
        d[name] = hashlib.sha256("".join("01"[f(chr(c))] for c in range(N)).encode()).hexdigest()

    def lines(f):
        return hashlib.sha256("".join(f"{f(chr(c))}\n" for c in range(N)).encode()).hexdigest()

    def hexes(s):
        return " ".join(f"{ord(c):x}" for c in s)

    d["uppercase"] = lines(lambda s: hexes(s.upper()))
    d["lowercase"] = lines(lambda s: hexes(s.lower()))
    d["titlecase"] = lines(lambda s: hexes(s.title()))
    d["casefold"] = lines(lambda s: hexes(s.casefold()))
    d["category"] = lines(unicodedata.category)
    d["width"] = lines(unicodedata.east_asian_width)
    d["decimalValue"] = lines(lambda s: unicodedata.decimal(s, -1))
    d["digitValue"] = lines(lambda s: unicodedata.digit(s, -1))
    d["numericValue"] = lines(lambda s: float(unicodedata.numeric(s, -1)).hex())
    with open(os.path.join(HERE, "digests.json"), "w") as f:
        json.dump(d, f, indent=1)
        f.write("\n")


def strings():
    rnd = random.Random(3)
    texts = ["", "hello World", "\u03a3", "A\u03a3", "A\u03a3 ", "A\u03a3B", "\u03a3A", "A.\u03a3.", "A.\u03a3.b", "A\u0345\u03a3", "\u0345\u03a3", "\u1e9e\u00df", "\ufb01\ufb02x", "\u01c5\u01c4\u01c6",
             "they're BILL's", "\u0130stanbul", "\u0149a", "x\u0345y", "\U00010400\U00010428", "\ud800A\udfffb", "1a2B", "\u2170\u2160", "\u02b0a", "ab\u00adCd", "\u1f88\u1f80", "\u24d0\u24b6", "O\u03a3\u03a3", "_x", "a_b1", "1a", "\u00aax", "\u2118", "a\u00b7", "\u0660a", "",
             "\x1c\u00a0 ", "\u0661\u0662.\u0665\u2003", "\U0001d7d8\U0001d7e3", "\u00b2", "\u2155\u4e09"]
    pool = [chr(c) for c in range(N) if chr(c).upper() != chr(c) or chr(c).lower() != chr(c)]
    ignorable = [".", "'", "\u00b7", "\u0301", "\u00ad", "\u200d", " ", "1", "\u03a3", "\u03a3", "a", "B"]
    for _ in range(150):
        texts.append("".join(rnd.choice(pool if rnd.random() < 0.5 else ignorable) for _ in range(rnd.randint(1, 12))))
    rows = []
    for s in texts:
        e = lambda t: t.encode("utf-8", "surrogatepass").hex()
        rows.append([e(s), e(s.upper()), e(s.lower()), e(s.title()), e(s.casefold()), e(s.swapcase()), e(s.capitalize()), s.isidentifier(), s.istitle(), s.isupper(), s.islower()])
    with open(os.path.join(HERE, "strings.json"), "w") as f:
        f.write("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")


tables()
digests()
strings()
