# str.encode: every kind of error and handler.
def t(s, *a):
    try:
        print(ascii(s), a, "->", s.encode(*a))
    except Exception as e:
        print(ascii(s), a, type(e).__name__, ascii(str(e)))


H = "strict replace ignore backslashreplace xmlcharrefreplace namereplace surrogateescape surrogatepass nope".split()
for s in ("", "abc", "é", "a\u20acb", "日本x", "\U0001f600", "a\ud800b\udc80", "\udce9", "aé\u20ac\u20acé"):
    for c in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "cp1252", "koi8-r", "utf-8-sig"):
        for e in H:
            if e == "namereplace" and c not in ("ascii",):
                continue
            t(s, c, e)
    t(s, "unicode_escape")
    t(s, "raw_unicode_escape")
t("\t\n\r\\'\x00\x7f\xa0", "unicode_escape")
t("\\u0041é", "raw_unicode_escape")
t("é+😀a-", "utf-7")
t("a", "nope")
t("a", 5)
t("a", "ascii", 5)
t("a\0", "a\0b")
try:
    "aé\u20acb".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason, ascii(e.args))
print("é".encode(), "é".encode(encoding="latin-1"), "é".encode(errors="ignore", encoding="ascii"))
for enc in ("LATIN1", "iso-8859-1", "8859", "cp819", "UTF", "U7", "utf8_ucs2", "ansi_x3.4_1968", "646", "IBM037", "windows_1252", "mac-roman", "cyrillic", "csISOLatin2"):
    t("e", enc)
