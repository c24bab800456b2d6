import codecs
import encodings
import encodings.aliases
import io


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(len(encodings.aliases.aliases) > 300, encodings.aliases.aliases["latin1"], encodings.aliases.aliases["u8"], encodings.normalize_encoding("ISO 8859-1"), encodings.normalize_encoding("UTF--8"))
for n in ("utf_8", "ascii", "latin_1", "cp1252", "utf_16", "utf_8_sig", "hex_codec", "rot_13", "base64_codec", "unicode_escape", "koi8_r", "iso8859_15", "shift_jis", "idna", "punycode", "charmap",
          "undefined", "cp437", "utf_32_le", "mac_roman", "quopri_codec", "uu_codec", "utf_7"):
    m = __import__("encodings." + n, fromlist=["x"])
    info = m.getregentry()
    print(n, m.__name__, info.name, info._is_text_encoding, all(hasattr(m, x) for x in ("IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter")))
missing = []
for alias, name in encodings.aliases.aliases.items():
    if name in ("mbcs", "oem", "bz2_codec", "hp_roman8", "johab") or name.startswith(("iso2022_", "euc_jis", "shift_jis")) or "." in alias:
        continue
    try:
        a, b = codecs.lookup(alias).name, codecs.lookup(name).name
        if a != b:
            missing.append((alias, a, b))
    except LookupError as e:
        missing.append((alias, name))
print(missing)

# punycode
for t in ("", "abc", "bücher", "ü", "他们为什么不说中文", "3年B組金八先生", "-> $1.00 <-", "Pročprostěnemluvíčesky", "\U0001f600 smile", "a-b-ü"):
    e = t.encode("punycode")
    print(e, e.decode("punycode") == t, codecs.decode(e, "punycode") == t)
show(b"abc-!".decode, "punycode")
show(b"a-99999".decode, "punycode")
show(b"abc-\xff".decode, "punycode")
show("x".encode, "punycode", "strict")
show(b"x-".decode, "punycode", "nope")

# idna
for h in ("python.org", "bücher.example", "Bücher.EXAMPLE.", "", "faß.de", "例え.jp", "a.b\u3002c", "xn--bcher-kva.example", "\u2139.x"):
    show(h.encode, "idna")
for b in (b"xn--bcher-kva.example", b"python.org.", b"", b"XN--BCHER-KVA.x"[4:]):
    show(b.decode, "idna")
show(("a" * 64 + ".x").encode, "idna")
show("a..b".encode, "idna")
show("x".encode, "idna", "replace")
show(b"\xff".decode, "idna")
from encodings.idna import ToASCII, ToUnicode, nameprep
print(ToASCII("bücher"), ToUnicode(b"xn--bcher-kva"), nameprep("ÄÖ"))

# undefined, charmap, bytes codecs
show("x".encode, "undefined")
show(b"x".decode, "undefined")
print(codecs.encode("aé", "charmap"), codecs.decode(b"a\xe9", "charmap"))
print(codecs.encode(b"a=b\xff\n", "quopri"), codecs.decode(b"a=3Db=FF", "quopri"))
print(codecs.encode(b"hello" * 20, "uu"), codecs.decode(codecs.encode(b"hello", "uu"), "uu"))
show(codecs.decode, b"nothing", "uu")
show("x".encode, "uu")
show(b"x".decode, "quopri")
print(codecs.decode(codecs.encode(b"z" * 100, "zlib"), "zlib") == b"z" * 100)
r = codecs.getreader("punycode")(io.BytesIO(b"bcher-kva"))
print(r.read())
print(codecs.getincrementaldecoder("punycode")().decode(b"bcher-kva", True), codecs.getincrementalencoder("idna")().encode("bücher.x", True))
show(codecs.lookup, "no-such-codec")
show(codecs.lookup, "a.b")
try:
    import encodings.nosuch
except ImportError as e:
    print(e)
