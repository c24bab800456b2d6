import codecs, io, _codecs
for n in ("utf-8","latin-1","UTF8","ascii","cp1252","utf-16","utf-8-sig","rot13","nope", "shift_jis", "gbk","big5","raw_unicode_escape"):
    try:
        i = codecs.lookup(n)
        print(n, i.name, i._is_text_encoding, type(i))
    except LookupError as e: print(n, e); continue
    if i._is_text_encoding:
        b = "ab\u00a7".encode(n, "replace")
        d = i.incrementaldecoder()
        print(b, [d.decode(b[k:k+1]) for k in range(len(b))], d.decode(b"", True), d.getstate())
        e = i.incrementalencoder("replace")
        print([e.encode(c) for c in "a\u00a7b"])
        f = io.TextIOWrapper(io.BytesIO(), encoding=n, errors="replace")
        f.write("x\u00a7\ny"); f.seek(0); print(repr(f.read()), f.encoding); f.flush(); print(f.buffer.getvalue())
for f in (lambda: "x".encode("rot13"), lambda: codecs.encode("Hello", "rot13"), lambda: "x".encode("nope"), lambda: open("/dev/null", encoding="nope"),
          lambda: codecs.lookup_error("foo"), lambda: codecs.BOM_UTF8, lambda: list(codecs.iterdecode([b"\xc3", b"\xa9x"], "utf-8")), lambda: list(codecs.iterencode(["a", "\xe9"], "utf-16"))):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
s = io.BytesIO("l1\nl\u00e92\r\nl3".encode())
r = codecs.getreader("utf-8")(s)
print(repr(r.readline()), repr(r.read(2)), r.readlines())
w = codecs.getwriter("utf-16")(b := io.BytesIO()); w.write("a"); w.write("b"); print(b.getvalue())
def handler(e): return ("?!", e.end)
codecs.register_error("mine", handler)
print("a\u1234b".encode("ascii", "mine"))
codecs.register(lambda n: codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="upper") if n == "upper" else None)
print("abc".encode("upper"), b"ABC".decode("upper"))
