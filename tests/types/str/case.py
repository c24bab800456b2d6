# Case, character classes, padding and translation.
def t(f, *a, **k):
    try:
        print(f.__name__, ascii(a), k, "->", ascii(f(*a, **k)))
    except Exception as e:
        print(f.__name__, ascii(a), k, type(e).__name__, ascii(str(e)))


S = ["", "a", "Hello World", "ABC", "abc123", "123", "\u0663\u00b2\u2155", "straße", "ÀÉîõü", "ŉ\ufb01", "\t\n x\x1c", "ΑΣ ΑΣΑ", "ǅ ǆ", "title Case Here", "They're Bill's", "\U0001f600x", "\ud800a\udc00", "_id1", "1id", "日本語", "ı İ", "\x7f", "\u200b"]
for s in S:
    print(ascii(s), len(s), ascii(s[::-1]), ascii(s[1:3]), ascii(s[::2]), ascii(repr(s)), ascii(list(s)), s == s[:], hash(s) == hash("".join(list(s))))
    for m in "capitalize casefold title lower upper swapcase islower isupper istitle isspace isdecimal isdigit isnumeric isalpha isalnum isidentifier isprintable isascii".split():
        print(m, ascii(getattr(s, m)()), end="; ")
    print()
    for w in (0, 5, 12, 13):
        print(ascii((s.center(w, "é"), s.ljust(w), s.rjust(w, "*"), s.zfill(w))))
    t(s.translate, {97: "X", 108: None, 0x6f: 0x30, 0x1f600: "smile"})
    t(s.__getnewargs__)
for s in ("-5", "+5", "--5", "", "-"):
    print(s.zfill(6), s.center(7), s.center(8, "-"))
for s in ("a\tb", "\t", "ab\tcd\n\te", "é\tx", "a\r\tb"):
    print(ascii(s.expandtabs()), ascii(s.expandtabs(4)), ascii(s.expandtabs(0)), ascii(s.expandtabs(-1)), ascii(s.expandtabs(tabsize=3)))
t(str.maketrans, "abc", "xyz", "q")
t(str.maketrans, {"a": 1, 98: None, "é": "e"})
t("abcq".translate, str.maketrans("abc", "xyz", "q"))
t("abc".translate, "xyz" * 50)
t("abc".translate, [None, "b"])
for f, a in [("center", ("a",)), ("center", (5, "ab")), ("center", (5, 1)), ("center", ()), ("zfill", ("a",)), ("zfill", ()), ("expandtabs", ("a",)), ("translate", (5,)), ("translate", ({97: -1},)), ("translate", ({97: 1.5},)), ("upper", (1,)), ("isdigit", (1,)), ("ljust", (1, 2, 3)), ("center", (10 ** 30,))]:
    t(getattr("a", f), *a)
t(str.maketrans, 5)
t(str.maketrans, {"ab": 1})
t(str.maketrans, {1.5: 1})
t(str.maketrans, "a", "bc")
t(str.maketrans, 1, "a")
t(str.maketrans, "a", 1)
t(str.maketrans, "a", "b", 1)
