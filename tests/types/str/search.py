# find, index, count, startswith, replace, removeprefix, in.
def t(f, *a, **k):
    try:
        print(f.__name__, ascii(a), k, "->", ascii(f(*a, **k)))
    except Exception as e:
        print(f.__name__, ascii(a), k, type(e).__name__, ascii(str(e)))


for s in ("", "aXbXc", "hello world hello", "naïve é café", "日本語日本", "\U0001f600a\U0001f600", "aaaa"):
    for x in ("", "a", "X", "hello", "é", "日本", "\U0001f600", "aa", "zz"):
        out = []
        for b in ((), (1,), (2, 5), (-3,), (-3, -1), (100,), (None, 4), (3, 2), (0, 100)):
            out.append((s.find(x, *b), s.rfind(x, *b), s.count(x, *b), s.startswith(x, *b), s.endswith(x, *b)))
        print(ascii(s), ascii(x), out, x in s)
        print(ascii((s.replace(x, "<>"), s.replace(x, "<>", 1), s.replace(x, "", 2), s.replace(x, x), s.removeprefix(x), s.removesuffix(x))))
print("abc".startswith(("x", "a")), "abc".endswith(("x", "y")), "abc".startswith(()), "abc".startswith(("b",), 1), "aaa".replace("a", "b", count=2), "abc".index("c"), "abcabc".rindex("c", 0, 4))
for f, a in [("find", ()), ("find", (1,)), ("find", ("a", "b")), ("find", ("a", 1.5)), ("index", ("z",)), ("rindex", ("z",)), ("count", ()), ("count", (None,)), ("startswith", (1,)), ("startswith", ((1,),)), ("startswith", (["a"],)), ("endswith", ()), ("replace", (1, 2)), ("replace", ("a", 2)), ("replace", ("a",)),
             ("replace", ()), ("replace", ("a", "b", "c")), ("replace", ("a", "b", 1.5)), ("removeprefix", (5,)), ("removesuffix", ()), ("__getitem__", (5,)), ("__getitem__", ("a",)), ("__getitem__", (None,)), ("__contains__", (5,)), ("__add__", (5,)), ("__mul__", ("a",))]:
    t(getattr("a", f), *a)


class Idx:
    def __index__(self): return 1


print("abc"[Idx()], "abcb".find("b", Idx()), "abc"[True], "ab" * Idx(), "abc"[-1], "abc"["a" == "a":])
for i in (3, -4, 10 ** 30):
    try:
        "abc"[i]
    except IndexError as e:
        print(e)
for a in ("a", "b", "ab", "", "é", "\U0001f600", "\uffff"):
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in ("a", "b", "ab", "", "é", "\U0001f600", "\uffff")])
