# str(), repr, ascii escapes, interning of what str makes.
def t(f, *a, **k):
    a, args = ["view" if isinstance(x, memoryview) else x for x in a], a
    try:
        print(ascii(a), k, "->", ascii(f(*args, **k)))
    except Exception as e:
        print(ascii(a), k, type(e).__name__, ascii(str(e)))


class A:
    def __str__(self): return "str-A"
    def __repr__(self): return "repr-A"


class B:
    def __repr__(self): return "repr-B"


class C:
    def __repr__(self): return "C()"
    def __str__(self): return 5


for a in [(), (5,), (1.5,), (None,), (True,), (A(),), (B(),), ([A(), B()],), (b"a",), (b"a", 5), (1, "utf-8"), ("a", "utf-8"), (b"a", "utf-8"), (b"\xff", "ascii"), (b"\xff", "ascii", "replace"), (1, 2, 3, 4), (bytearray(b"abc"), "ascii", "ignore"), (memoryview(b"xyz"), "latin-1"), (b"a", "nope"), (b"\xff", "utf-8", "nope"), (C(),)]:
    t(str, *a)
t(str, object=5)
t(str, foo=1)
t(str, encoding="ascii")
t(str, b"a", errors="ignore")
t(str, b"abc", encoding="utf-16")
for s in ["", "a'b", 'a"b', "a'b\"c", "\\", "\n\r\t\b\0\x1f\x7f", "é\xa0\xad", "\u2028\ufeff\ud800", "\U0001f600\U000e0001\U0010ffff", "日本"]:
    print(ascii(repr(s)), ascii(ascii(s)))
print(repr("é日\U0001f600"), str("é"), "%a" % "é日\U0001f600")
print(len("é"), "é" * 3, "ab" * 0, "ab" * -1, 3 * "ab", "a" "b")
print(str.__doc__ is not None, "abc".__len__(), "abc".__class__, [c for c in "aé日"], "b" in "abc", max("abc"))
