import base64
import binascii
import io

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

data = bytes(range(256))
for n in (0, 1, 2, 3, 4, 5, 57, 100):
    d = data[:n]
    e = binascii.b2a_base64(d)
    print(n, e, binascii.a2b_base64(e) == d, binascii.hexlify(d), binascii.crc32(d), binascii.crc_hqx(d, 7))
for s in [b"", b"=", b"==", b"a", b"a=", b"ab", b"ab=", b"ab==", b"ab===", b"abc", b"abc=", b"abc==", b"abcd", b"abcd=", b"abcde", b"ab==cd==", b"a b\nc d", b"ab=c=", b"a=b=", b"ab=\n=", b"\xffab==", b"abc=d", b"a===", b"=abc", b"abcdabcde", b"ab==\n", "YWJj", "YWJj\n", b"ab*c", b"abcd====", b"!!!!", b"ab=="]:
    tries(lambda: binascii.a2b_base64(s), lambda: binascii.a2b_base64(s, strict_mode=True))
tries(lambda:binascii.Error.__mro__,lambda:binascii.Incomplete.__mro__,lambda:binascii.crc32(b'a','x'),lambda:binascii.crc_hqx(b'a',1<<20),lambda:binascii.crc32(b'a',-1),lambda:binascii.crc32(b'a',1<<70),lambda:binascii.hexlify('a'),lambda:binascii.b2a_uu(b'a'*46),lambda:binascii.a2b_uu(b'!'),lambda:binascii.a2b_uu(b'"a '),lambda:binascii.a2b_uu(b'\xff'),lambda:binascii.a2b_uu(b'#86)C#extra'),lambda:binascii.b2a_uu(b'abc'),lambda:binascii.b2a_uu(b''),lambda:binascii.b2a_uu(b'\0\0',backtick=True),lambda:binascii.a2b_hex('é'),lambda:binascii.unhexlify(1),lambda:binascii.unhexlify('a'),lambda:binascii.unhexlify('zz'),lambda:binascii.a2b_base64(1),
      lambda: binascii.hexlify(b"abcdef", ":"), lambda: binascii.hexlify(b"abcdef", "-", 2), lambda: binascii.hexlify(b"abcdef", b"-", -4), lambda: binascii.hexlify(b"abc", "::"), lambda: binascii.hexlify(b"a", sep=1), lambda: binascii.unhexlify("aBcD"), lambda: binascii.unhexlify(bytearray(b"00ff")), lambda: binascii.b2a_base64("a"), lambda: binascii.b2a_base64(b"abc", newline=False), lambda: binascii.a2b_uu(binascii.b2a_uu(data[100:145])) == data[100:145], lambda: binascii.a2b_uu(b"$86)C9    \n"), lambda: binascii.a2b_uu(b"$86)C`"))
qs = [b"", b"abc", b"a=b", b"a_b c", b"\xe9t\xe9", b"x" * 80, b"a b \nc\t\n d ", b"line\r\nnext \r\n", b".", b".\n", b"a.\n.b\n..", b"\x00\x01\x7f", b"=" * 30, b" " * 80, b"tab\there", b"a\rb", b"\r", b"\n\n", b"end ", b"x" * 75 + b"\n" + b"y" * 76 + b"\n" + b"z" * 77, b"x" * 74 + b"=" + b"y"]
for q in qs:
    for kw in ({}, {"quotetabs": True}, {"istext": False}, {"header": True}):
        e = binascii.b2a_qp(q, **kw)
        print(q[:20], kw, e, binascii.a2b_qp(e, header="header" in kw) == q)
for q in [b"a=\nb", b"a=\r\nb", b"a= \nb", b"=41=e9=G1", b"=", b"a=", b"a==41", b"a_b", b"=4", b"==", b"a= ", "abc", b"a=\n"]:
    print(q, binascii.a2b_qp(q), binascii.a2b_qp(q, header=True))

for n in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50):
    d = data[250 - n:250]
    for f, g in [("b64encode", "b64decode"), ("urlsafe_b64encode", "urlsafe_b64decode"), ("standard_b64encode", "standard_b64decode"), ("b32encode", "b32decode"), ("b32hexencode", "b32hexdecode"), ("b16encode", "b16decode"), ("a85encode", "a85decode"), ("b85encode", "b85decode"), ("z85encode", "z85decode"), ("encodebytes", "decodebytes")]:
        e = getattr(base64, f)(d)
        print(n, f, e, getattr(base64, g)(e) == d)
print(base64.b64encode(b"\xfb\xff", b"-_"), base64.b64decode("-_8=", "-_"), base64.b64decode(b"YW Jj"), base64.a85encode(b"\0\0\0\0    \0\0", foldspaces=True), base64.a85encode(data, wrapcol=40, adobe=True), base64.a85encode(b"abc", pad=True), base64.a85decode(b"<~@:E^~>", adobe=True), base64.a85decode(b"z y", foldspaces=True), base64.b85encode(b"abc", pad=True), base64.encodebytes(data))
tries(lambda: base64.b64decode(b"YW J", validate=True), lambda: base64.b64decode("é"), lambda: base64.b64decode(1), lambda: base64.b64encode("a"), lambda: base64.b32decode(b"A"), lambda: base64.b32decode(b"aaaaaaaa"), lambda: base64.b32decode(b"mfrgg===", True), lambda: base64.b32decode(b"M1023456", map01=b"I"), lambda: base64.b32decode(b"1AAAAAAA"), lambda: base64.b32decode(b"AA======"), lambda: base64.b32decode(b"AAA====="), lambda: base64.b32decode(b"========"), lambda: base64.b32hexdecode("88======"), lambda: base64.b16decode(b"ab"), lambda: base64.b16decode(b"ab", True), lambda: base64.b16decode("ABC"), lambda: base64.a85decode(b"abz"), lambda: base64.a85decode(b"s8W-\""), lambda: base64.a85decode(b"\x7f"), lambda: base64.a85decode(b"a", adobe=True), lambda: base64.a85decode(b"ay", foldspaces=True), lambda: base64.a85decode(b"a"), lambda: base64.b85decode(b"a b"), lambda: base64.b85decode(b"|NsC1"), lambda: base64.b85decode(b"~~~~~"), lambda: base64.z85decode(b"#####"), lambda: base64.z85decode(b"~"), lambda: base64.encodebytes("a"), lambda: base64.decodebytes("a"), lambda: base64.b64encode(b"a", b"abc"), lambda: base64.b85encode("a"), lambda: base64.b32encode("a"), lambda: base64.b64encode(memoryview(b"abc")))
i, o = io.BytesIO(data), io.BytesIO()
base64.encode(i, o)
print(o.getvalue())
o.seek(0)
i = io.BytesIO()
base64.decode(o, i)
print(i.getvalue() == data, sorted(base64.__all__))
