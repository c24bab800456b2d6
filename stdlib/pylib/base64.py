# base64: binary data as text in bases 16, 32, 64 and 85.

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
           "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode",
           "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

import binascii
import struct

bytes_types = (bytes, bytearray)


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, bytes_types):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def _to_bytes(b):
    return b if isinstance(b, bytes_types) else memoryview(b).tobytes()


def b64encode(s, altchars=None):
    """Encode a bytes-like object; altchars stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode a bytes-like object or ASCII string; altchars stand for + and /.

    Characters outside of the alphabet are skipped unless validate is true.
    """
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encode with - and _ instead of + and /."""
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_bytes_from_decode_data(s).translate(bytes.maketrans(b"-_", b"+/")))


_b32alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hexalphabet = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_pairs = {}


def _b32encode(alphabet, s):
    if alphabet not in _pairs:
        _pairs[alphabet] = [bytes((a, b)) for a in alphabet for b in alphabet]
    pairs = _pairs[alphabet]
    s = _to_bytes(s)
    rest = len(s) % 5
    if rest:
        s = s + b"\0" * (5 - rest)
    encoded = bytearray()
    for i in range(0, len(s), 5):
        c = int.from_bytes(s[i:i + 5])
        encoded += pairs[c >> 30] + pairs[c >> 20 & 0x3FF] + pairs[c >> 10 & 0x3FF] + pairs[c & 0x3FF]
    if rest:
        pad = 8 - (rest * 8 + 4) // 5
        encoded[-pad:] = b"=" * pad
    return bytes(encoded)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pad = size - len(s)
    values = {c: i for i, c in enumerate(alphabet)}
    decoded = bytearray()
    acc = 0
    for i in range(0, len(s), 8):
        quanta = s[i:i + 8]
        acc = 0
        try:
            for c in quanta:
                acc = acc << 5 | values[c]
        except KeyError:
            raise binascii.Error("Non-base32 digit found") from None
        decoded += (acc << 5 * (8 - len(quanta))).to_bytes(5)
    if size % 8 or pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pad and decoded:
        del decoded[-((5 * pad + 4) // 8):]
    return bytes(decoded)


def b32encode(s):
    return _b32encode(_b32alphabet, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_b32alphabet, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_b32hexalphabet, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_b32hexalphabet, s, casefold)


b32encode.__doc__ = b32hexencode.__doc__ = "Encode a bytes-like object in base 32."
b32decode.__doc__ = b32hexdecode.__doc__ = "Decode base 32; casefold accepts small letters."


def b16encode(s):
    """Encode a bytes-like object in hexadecimal, in capitals."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode hexadecimal; casefold accepts small letters."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _85encode(b, digits, pad=False, zero=None, spaces=None):
    """Encode four bytes at a time as five digits; zero and spaces stand for
    four bytes that are all zero or all spaces."""
    b = _to_bytes(b)
    padding = -len(b) % 4
    if padding:
        b = b + bytes(padding)
    chunks = []
    for word in struct.unpack(f"!{len(b) // 4}I", b):
        if zero and not word:
            chunks.append(zero)
        elif spaces and word == 0x20202020:
            chunks.append(spaces)
        else:
            word, e = divmod(word, 85)
            word, d = divmod(word, 85)
            word, c = divmod(word, 85)
            a, word = divmod(word, 85)
            chunks.append(bytes((digits[a], digits[word], digits[c], digits[d], digits[e])))
    if padding and not pad:
        if zero and chunks[-1] == zero:
            chunks[-1] = digits[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


_A85START = b"<~"
_A85END = b"~>"
_a85digits = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode in Ascii85.

    foldspaces writes four spaces as y, wrapcol is the longest line, pad fills
    up to a multiple of four bytes, adobe adds <~ and ~>.
    """
    result = _85encode(b, _a85digits, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        result = _A85START + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    if adobe:
        result += _A85END
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decode Ascii85; bytes in ignorechars are skipped."""
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(_A85END):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {_A85END!r}")
        b = b[2:-2] if b.startswith(_A85START) else b[:-2]
    out = []
    acc = count = 0
    for x in b + b"u" * 4:
        if 33 <= x <= 117:
            acc = acc * 85 + x - 33
            count += 1
            if count == 5:
                try:
                    out.append(acc.to_bytes(4))
                except OverflowError:
                    raise ValueError("Ascii85 overflow") from None
                acc = count = 0
        elif x == 122:
            if count:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(bytes(4))
        elif foldspaces and x == 121:
            if count:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif x not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % x)
    result = b"".join(out)
    padding = 4 - count
    return result[:-padding] if padding else result


_b85alphabet = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_z85alphabet = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _85decode(b, alphabet, name):
    b = _bytes_from_decode_data(b)
    values = {c: i for i, c in enumerate(alphabet)}
    padding = -len(b) % 5
    b = b + alphabet[-1:] * padding
    out = []
    for i in range(0, len(b), 5):
        acc = 0
        for j, c in enumerate(b[i:i + 5], i):
            if (digit := values.get(c)) is None:
                raise ValueError(f"bad {name} character at position {j}")
            acc = acc * 85 + digit
        try:
            out.append(acc.to_bytes(4))
        except OverflowError:
            raise ValueError(f"{name} overflow in hunk starting at byte {i}") from None
    result = b"".join(out)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """Encode in base 85, as git's binary diffs do."""
    return _85encode(b, _b85alphabet, pad)


def b85decode(b):
    return _85decode(b, _b85alphabet, "base85")


def z85encode(s):
    """Encode in base 85 with ZeroMQ's alphabet."""
    return _85encode(s, _z85alphabet)


def z85decode(s):
    return _85decode(s, _z85alphabet, "z85")


MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3


def encode(input, output):
    """Encode a binary file as lines of base64."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a file of lines of base64."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    try:
        m = memoryview(s)
    except TypeError as err:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from err
    if m.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {m.format!r} from {s.__class__.__name__}")
    if m.ndim != 1:
        raise TypeError(f"expected 1-D data, not {m.ndim}-D data from {s.__class__.__name__}")


def encodebytes(s):
    """Encode as lines of 76 characters."""
    _input_type_check(s)
    return b"".join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    _input_type_check(s)
    return binascii.a2b_base64(s)
