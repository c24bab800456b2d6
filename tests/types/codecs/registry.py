# The functions of _codecs: handlers of one's own, and the codecs one by one.
import _codecs


def t(f, *a):
    try:
        print(f.__name__, ascii(a), "->", ascii(f(*a)))
    except Exception as e:
        print(f.__name__, ascii(a), type(e).__name__, ascii(str(e)))


seen = []


def handler(e):
    seen.append((type(e).__name__, e.encoding, e.start, e.end, e.reason))
    return "<%d>" % (e.end - e.start), e.end


_codecs.register_error("test.h", handler)
print("aéèb\u20ac".encode("ascii", "test.h"), ascii(b"a\xff\xfeb".decode("ascii", "test.h")), ascii(b"a\xffb\xe2\x82".decode("utf-8", "test.h")))
print(seen)
_codecs.register_error("test.bytes", lambda e: (b"\xff\x00", e.end))
print("aéb".encode("ascii", "test.bytes"))
for name, result in (("neg", ("?", -1)), ("far", ("?", 100)), ("bad", "x"), ("badtuple", ("x",)), ("badpos", ("x", "y")), ("unenc", ("é", 2)), ("nonstr", (5, 2))):
    _codecs.register_error("test." + name, lambda e, result=result: result)
    t("aéb".encode, "ascii", "test." + name) if name != "neg" else print("aéb".encode("ascii", "test.neg"))
    t(b"a\xffb".decode, "ascii", "test." + name)


def raiser(e):
    raise KeyError("mine")


_codecs.register_error("test.raise", raiser)
t("é".encode, "ascii", "test.raise")
for n in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
    h = _codecs.lookup_error(n)
    for e in (UnicodeEncodeError("ascii", "aé€b", 1, 3, "why"), UnicodeDecodeError("utf-8", b"a\xff\xfeb", 1, 3, "why"), UnicodeTranslateError("aé€b", 1, 3, "why"), ValueError("x"), 5):
        try:
            print(n, type(e).__name__, ascii(h(e)))
        except Exception as x:
            print(n, type(e).__name__, "raises", type(x).__name__, ascii(str(x)))
t(_codecs.lookup_error, "test.nope")
t(_codecs.register_error, "x", 5)
print(_codecs._unregister_error("test.raise"), _codecs._unregister_error("test.raise"))
t(_codecs._unregister_error, "strict")
for f, a in [("utf_8_encode", ("é",)), ("utf_8_decode", (b"a\xc3",)), ("utf_8_decode", (b"a\xc3", "strict", True)), ("utf_8_decode", (b"a\xff", "replace")), ("utf_16_encode", ("é",)), ("utf_16_encode", ("é", "strict", 1)), ("utf_16_encode", ("é", None, -1)), ("utf_16_decode", (b"\xff\xfea\0b",)), ("utf_16_le_decode", (b"a\0b",)),
             ("utf_16_ex_decode", (b"\xfe\xff\0a", "strict", 0, False)), ("utf_16_ex_decode", (b"\0a", "strict", 1, True)), ("utf_32_be_encode", ("é",)), ("utf_32_decode", (b"\xff\xfe\0\0a\0\0\0b",)), ("latin_1_encode", ("é",)), ("latin_1_decode", (b"\xe9",)), ("ascii_decode", (b"\xe9", "ignore")), ("ascii_encode", ("é", "replace")),
             ("unicode_escape_encode", ("é\n",)), ("unicode_escape_decode", (rb"\u00e9\n",)), ("unicode_escape_decode", (rb"\u00", "strict", False)), ("raw_unicode_escape_decode", (rb"\u00e9\n",)), ("escape_encode", (b"a'\n\xff",)), ("escape_decode", (rb"a\n\x41\101",)), ("escape_decode", (rb"\x4",)), ("escape_decode", (rb"\x4z", "replace")),
             ("escape_decode", (b"\\",)), ("charmap_encode", ("ab", "strict", {97: 98, 98: b"xy"})), ("charmap_encode", ("ac", "strict", {97: 98})), ("charmap_encode", ("ac", "replace", {97: 98, 63: 33})), ("charmap_decode", (b"\x00\x01", "strict", "xy")), ("charmap_decode", (b"\x02", "strict", "xy")), ("charmap_decode", (b"\x00", "strict", {0: "long"})),
             ("charmap_decode", (b"\x00", "replace", {0: None})), ("charmap_build", ("abc",)), ("readbuffer_encode", (b"x",)), ("utf_8_encode", (5,)), ("utf_8_decode", ("a",)), ("utf_7_encode", ("é",))]:
    if f == "charmap_build":
        print(len("abc"))
        continue
    t(getattr(_codecs, f), *a)
