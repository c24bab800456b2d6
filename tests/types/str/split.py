# split, rsplit, splitlines, partition, strip, join.
def t(f, *a, **k):
    try:
        print(f.__name__, ascii(a), k, "->", ascii(f(*a, **k)))
    except Exception as e:
        print(f.__name__, ascii(a), k, type(e).__name__, ascii(str(e)))


for s in ("", " ", "a", " a b  c ", "a,b,,c,", "\t\n x\x1cy\x85", "é\u2003è  ê", "a\x85b\u2028c\rd\r\ne\n", "aXXbXXc", "\n\n", "\r\n\r\n", "日 本\u3000語"):
    for m in ("split", "rsplit"):
        for a in ((), (None, 0), (None, 1), (None, 2), (" ",), (" ", 0), (" ", 1), (",",), (",", 2), ("XX",), ("XX", 1), (" ", -1)):
            t(getattr(s, m), *a)
    t(s.splitlines)
    t(s.splitlines, True)
    t(s.splitlines, keepends=0)
    for x in (" ", ",", "XX", "é"):
        t(s.partition, x)
        t(s.rpartition, x)
        t(s.strip, x)
        t(s.lstrip, x)
        t(s.rstrip, x)
    t(s.strip)
    t(s.lstrip)
    t(s.rstrip)
    t(s.strip, None)
    t(s.strip, " \ta,é")
print("a b c".split(maxsplit=1), "a b c".split(sep="b"), "a,b".rsplit(",", maxsplit=0), "-".join("abc"), "-".join(["a"]), "-".join([]), "".join(("a", "é")), "é".join({"a": 1, "b": 2}), ", ".join(c for c in "xyz"))


class S(str): pass


print(type("".join([S("a")])), type(S("a b").split()[0]), type(S("a").strip()), type(S("a")[:]), type(S("a") + "b"), type(str(S("a"))), type(S("ab").replace("z", "y")), type(S("a").partition("z")[0]), type(S("a").lower()))
s = S("abc")
s.x = 5
print(s.x, s, repr(s), s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], S(5), S(b"abc", "ascii"), S(), isinstance(s, str), f"{s:>5}", "%s" % s)
for f, a in [("join", (5,)), ("join", ([1],)), ("join", (["a", None],)), ("split", ("",)), ("split", (5,)), ("split", ("a", "b")), ("rsplit", ("",)), ("partition", (5,)), ("partition", ("",)), ("rpartition", ("",)), ("strip", (5,)), ("lstrip", (b"a",)), ("splitlines", (1, 2)), ("join", ())]:
    t(getattr("a", f), *a)
x = ""
for i in range(2000):
    x += "ab"
y = x + "c"
z = x + "d"
print(len(x), y[-2:], z[-2:], x[-1], len(y), y.count("a"))
