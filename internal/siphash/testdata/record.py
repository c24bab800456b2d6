"""Record hashes; run with the reference interpreter, writes hashes.json here."""

import json
import os
import random
import subprocess
import sys
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
rnd = random.Random(5)

STRINGS = ["", "a", "b", "ab", "abc", "spam", "abcdefg", "abcdefgh", "abcdefghi", "x" * 15, "x" * 16, "x" * 17, "hello world, this is longer",
           "\x00", "\x7f", "\x80", "\xff", "caf\u00e9", "\u00e9" * 7, "\u00e9" * 8, "\u00e9" * 9, "\u0100", "\u0101bc", "\u20ac5", "\u65e5\u672c\u8a9e", "\u65e5" * 4, "\u65e5" * 5,
           "a\u65e5" * 3, "\uffff", "\ud800", "a\udc80b", "\udfff\u00e9", "\U0001f600", "a\U0001f600", "\U0001f600\U0001f601", "\U0010ffff" * 3, "\ud800\U0001f600",
           "__init__", "self", "name", "key", "value"]
for n in (3, 5, 8, 11, 24, 33, 100, 255, 256, 300):
    STRINGS.append("".join(chr(rnd.randint(32, 126)) for _ in range(n)))
    STRINGS.append("".join(chr(rnd.randint(1, 255)) for _ in range(n)))
    STRINGS.append("".join(chr(rnd.randint(1, 0xD7FF)) for _ in range(n)))
    STRINGS.append("".join(chr(rnd.choice([65, 200, 0x3B1, 0x1F600 + n])) for _ in range(n)))

CHILD = """
import json, sys
strings, blobs = json.load(sys.stdin)
print(json.dumps([[hash(s) for s in strings], [hash(bytes.fromhex(b)) for b in blobs]]))
"""


def main():
    blobs = [b"", b"a", b"\x00\xff", b"spam", bytes(range(256)), b"\xe9" * 8, b"x" * 7, b"x" * 9]
    out = {"strings": [], "blobs": [b.hex() for b in blobs], "seeds": {}}
    out["strings"] = [s.encode("utf-8", "surrogatepass").hex() for s in STRINGS]
    for seed in ("0", "1", "42", "4294967295"):
        p = subprocess.run([sys.executable, "-c", CHILD], input=json.dumps([STRINGS, [b.hex() for b in blobs]]),
                           capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed})
        strings, bs = json.loads(p.stdout)
        out["seeds"][seed] = {"strings": [str(h) for h in strings], "blobs": [str(h) for h in bs]}
    p = 2**61 - 1
    ints = [0, 1, -1, -2, 2, p - 1, p, p + 1, -p, -p - 1, -p + 1, 2 * p, 2**61, 2**62, 2**63 - 1, -2**63, 2**63, 2**64, 10**18, -10**18]
    ints += [10**30, -10**30, p**2, p**2 - 1, -(p**3) + 1, 2**1000, 3**700, -(2**4097) - 12345]
    ints += [rnd.getrandbits(b) * rnd.choice([1, -1]) for b in (60, 61, 62, 63, 64, 65, 120, 122, 123, 128, 500, 2000)]
    floats = [0.0, -0.0, 1.0, -1.0, -2.0, 0.5, 0.1, -0.1, 1e16, 1e100, -1e100, 2.0**61, 2.0**61 - 256, 2.0**62, 2.0**63, 5e-324, 1.7976931348623157e308, 3.14159, float("inf"), float("-inf"), 2.0**-61, 2.0**-62, 1e-300]
    floats += [rnd.uniform(-1, 1) * 10.0 ** rnd.randint(-300, 300) for _ in range(60)]
    complexes = [0j, 1j, -1j, 1 + 1j, -1 - 1j, 0.5 + 2.5j, complex(1e300, -1e-300), complex(-1, 0), complex(float("inf"), 1), complex(-1000003 - 1, 1)]
    tuples = [[], [0], [1], [-1], [1, 2], [2, 1], [0, 0], [1, 2, 3], list(range(20)), [2**61, -2**63, 10**18], [-2] * 5]
    tuples += [[rnd.getrandbits(60) for _ in range(n)] for n in (1, 2, 3, 7, 30)]
    fractions = [Fraction(1, 3), Fraction(-1, 3), Fraction(7, 2**40), Fraction(10**40, 3), Fraction(1, p), Fraction(-5, 3 * p), Fraction(4, 1)]
    out["ints"] = [[str(v), str(hash(v))] for v in ints]
    out["floats"] = [[v.hex(), str(hash(v))] for v in floats]
    out["complexes"] = [[v.real.hex(), v.imag.hex(), str(hash(v))] for v in complexes]
    out["tuples"] = [[[str(v) for v in t], str(hash(tuple(t)))] for t in tuples]
    out["sets"] = [[[str(v) for v in set(t)], str(hash(frozenset(t)))] for t in tuples]
    out["fractions"] = [[str(f.numerator), str(f.denominator), str(hash(f))] for f in fractions]
    with open(os.path.join(HERE, "hashes.json"), "w") as f:
        json.dump(out, f, indent=0)
        f.write("\n")


main()
