"""Write data.z: the character database of the running Python.

Run it with the Python whose Unicode version gopy follows:

    python3.14 record.py
"""

import sys
import unicodedata
import zlib

u = unicodedata
MAX = sys.maxunicode + 1


def algorithmic(name, c):
    """Whether a name follows from the code point."""
    return name.startswith("HANGUL SYLLABLE ") or name.endswith(f"-{c:04X}")


def number(v):
    return "" if v is None else repr(v)


def properties():
    """Runs of code points whose properties are the same."""
    records, runs, last = {}, [], None
    for c in range(MAX):
        ch = chr(c)
        key = "\t".join((u.category(ch), u.bidirectional(ch), str(u.combining(ch)), u.east_asian_width(ch),
                         str(u.mirrored(ch)), number(u.decimal(ch, None)), number(u.digit(ch, None)),
                         number(u.numeric(ch, None))))
        i = records.setdefault(key, len(records))
        if i != last:
            runs.append(f"{c:x} {i}")
            last = i
    return "\n".join(records), "\n".join(runs)


def names():
    lines, prefixes, last = [], [], None
    at = -1
    for c in range(MAX):
        name = u.name(chr(c), "")
        if not name:
            continue
        if algorithmic(name, c):
            prefix = name.rpartition("-")[0] if not name.startswith("HANGUL") else "HANGUL"
            if last and last[0] == prefix and last[2] == c - 1:
                last[2] = c
            else:
                last = [prefix, c, c]
                prefixes.append(last)
            continue
        lines.append(("" if c == at + 1 else f"{c:x} ") + "=" + name)
        at = c
    return "\n".join(lines), "\n".join(f"{a:x} {b:x} {p}" for p, a, b in prefixes)


def decompositions():
    lines = []
    for c in range(MAX):
        d = u.decomposition(chr(c))
        if d and not 0xAC00 <= c <= 0xD7A3:
            lines.append(f"{c:x} {d}")
    return "\n".join(lines)


def exclusions():
    """Characters with a canonical decomposition that are not composed."""
    return " ".join(f"{c:x}" for c in range(MAX) if not 0xAC00 <= c <= 0xD7A3 and u.decomposition(chr(c))
                    and not u.decomposition(chr(c)).startswith("<") and u.normalize("NFC", chr(c)) != chr(c))


def write(path, parts):
    with open(path, "wb") as f:
        f.write(zlib.compress("\0".join(parts).encode(), 9))


lists = names()
new = decompositions()
write("data.z", [u.unidata_version, *properties(), new, exclusions(), *lists])

# Unicode 3.2, which stringprep needs: its names are those of today, of the
# decompositions what differs is written.
u = unicodedata.ucd_3_2_0
same = set(new.split("\n"))
known = {line.split(" ")[0] for line in same if u.category(chr(int(line.split(" ")[0], 16))) != "Cn"}
old = decompositions().split("\n")
gone = known - {line.split(" ")[0] for line in old}
changed = [line for line in old if line not in same] + sorted(gone)
write("data32.z", [u.unidata_version, *properties(), "\n".join(changed), exclusions()])
