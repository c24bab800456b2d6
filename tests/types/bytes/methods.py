# The methods bytes and bytearray share.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", f(*a, **k))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


for s0 in (b"", b"a", b"Hello World", b"hello  world ", b"ABC123", b"\t\n x\x1c", b"\xff\x80\x00'\"", b"a\nb\r\nc\rd", b"it's", b"-42"):
    for s in (s0, bytearray(s0)):
        print(repr(s), str(s), len(s), list(s), s[::-1], s[1:3], s[1:], s * 2, s + b"z", b"l" in s, 97 in s, s == s0, s < b"b", s >= b"a", s != s0)
        for m in "capitalize title lower upper swapcase islower isupper istitle isspace isdigit isalpha isalnum isascii strip lstrip rstrip split rsplit splitlines expandtabs hex".split():
            print(m, getattr(s, m)(), end="; ")
        print()
        print(s.splitlines(True), s.hex("-"), s.hex(":", 2), s.hex(":", -3))
        for n in (0, 1, 2):
            print(s.split(None, n), s.rsplit(None, n), s.split(b" ", n), s.rsplit(b" ", n), s.split(b"l", n))
        for w in (0, 5, 12):
            print(s.center(w, b"x"), s.ljust(w), s.rjust(w, b"*"), s.zfill(w))
        for x in (b"", b"a", b"l", b"lo", 108):
            print(x, [(s.find(x, *b), s.rfind(x, *b), s.count(x, *b)) for b in ((), (1,), (2, 5), (-3,), (100,), (None, 4))])
        for x in (b"", b"a", b"l", b"lo"):
            print(s.startswith(x), s.endswith(x, 1), s.replace(x, b"<>"), s.replace(x, b"<>", 1), s.removeprefix(x), s.removesuffix(x), s.strip(x))
            t(s.partition, x)
            t(s.rpartition, x)
        t(s.translate, bytes.maketrans(b"abc", b"xyz"))
        t(s.translate, None, b"l")
        print(s.join([b"1", bytearray(b"2"), memoryview(b"3")]))
        t(s.decode)
for f, a in [("find", ("a",)), ("find", (300,)), ("index", (b"z",)), ("index", (90,)), ("count", (1.5,)), ("startswith", ("a",)), ("startswith", (("a",),)), ("split", ("a",)), ("split", (b"",)), ("join", (["a"],)), ("join", ([b"a", 1],)), ("join", (5,)), ("replace", ("a", b"b")), ("strip", ("a",)), ("partition", ("a",)),
             ("partition", (b"",)), ("center", (5, "x")), ("center", (5, b"xx")), ("center", ("5",)), ("hex", ("::",)), ("hex", ("é",)), ("hex", (b"\xff",)), ("hex", (5,)), ("translate", (b"a",)), ("decode", ("xx",)), ("decode", (5,)), ("removeprefix", ("a",)), ("expandtabs", ("a",)), ("__getitem__", (5,)), ("__getitem__", ("a",)),
             ("__contains__", ("a",)), ("__contains__", (300,)), ("__add__", ("a",)), ("__mul__", ("a",)), ("upper", (1,)), ("zfill", ())]:
    t(getattr(b"ab", f), *a)
    t(getattr(bytearray(b"ab"), f), *a)
for s in ("ab cd", "zz", 5, "é", b"abcd", "abc", "", " a b", "AB\tcd\n"):
    t(bytes.fromhex, s)
t(bytes.maketrans, b"a", b"bc")
t(bytes.maketrans, "a", b"b")
