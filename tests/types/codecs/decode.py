# bytes.decode: every kind of error and handler.
def t(x, *a):
    try:
        print(x, a, "->", ascii(x.decode(*a)))
    except Exception as e:
        print(x, a, type(e).__name__, e)


H = "strict replace ignore backslashreplace surrogateescape surrogatepass nope".split()
for x in (b"\xc3\x28", b"\xe2\x82", b"\xf0\x9f\x98", b"a\x80b", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5a", b"\xe0\x80\x80", b"\xf4\x90\x80\x80", b"\xe2\x28\xa1", b"\xf0\x9fa", b"ok \xe2\x82\xac"):
    for e in H:
        t(x, "utf-8", e)
for x in (b"a\x00b", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\xd8\x00\xdc", b"\x00\xd8", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\xd8\x00\x00"):
    for e in ("strict", "replace", "surrogatepass", "ignore"):
        for c in "utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be".split():
            t(x, c, e)
for c in "cp1252 cp437 koi8-r iso8859-15 mac_roman cp1251 hp_roman8 ISO-8859-5 windows-1250 L1 latin1 US-ASCII u8 UTF8 utf_8 Latin-1 utf-8-sig UTF_16LE cp037 ptcp154".split():
    for e in ("strict", "replace", "backslashreplace"):
        t(b"caf\xe9 \x81\x80\x9f", c, e)
for c in "shift_jis gbk euc-kr big5 euc_jp gb18030 gb2312".split():
    s = "日本 abc"
    try:
        b = s.encode(c)
        print(c, b, b.decode(c) == s)
    except UnicodeError as e:
        print(c, e)
t(rb"\x41\u00e9\U0001f600\N{BULLET}\n\101\'", "unicode_escape")
t(rb"\u00e9\n\U0001f600", "raw_unicode_escape")
for x in (b"\\", b"\\x4", b"\\u12", b"\\N{foo}", b"\\U00110000", b"\\N", b"\\N{", b"a\\"):
    t(x, "unicode_escape")
    t(x, "unicode_escape", "replace")
for x in (b"+AOk-", b"a+-b", b"+2D3eAA-x", b"hi"):
    t(x, "utf-7")
for c in ("nope", "utf-9", "", "a b"):
    t(b"x", c)
try:
    b"a\xffb".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
t(b"\xef\xbb\xbfabc", "utf-8-sig")
t(b"abc", "utf-8-sig")
print(b"abc".decode(errors="ignore"), b"\xff".decode(errors="ignore", encoding="ascii"), bytearray(b"\xc3\xa9").decode())
