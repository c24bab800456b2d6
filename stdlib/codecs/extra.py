# Codecs that are seldom asked for: punycode, idna, charmap, undefined, and the
# submodules of encodings.

import _codecs
import codecs
import encodings
from codecs import Codec, CodecInfo, IncrementalDecoder, IncrementalEncoder


def submodule(name, namespace):
    """Fill the module encodings.name."""
    info = encodings.search_function(name)
    if info is None:
        raise ImportError(f"the codec {name} is not known here", name="encodings." + name)

    class Codec_(Codec):
        def encode(self, input, errors="strict"):
            return info.encode(input, errors)

        def decode(self, input, errors="strict"):
            return info.decode(input, errors)

    Codec_.__name__ = Codec_.__qualname__ = "Codec"
    Codec_.__module__ = namespace["__name__"]
    namespace.update(Codec=Codec_, IncrementalEncoder=info.incrementalencoder,
                     IncrementalDecoder=info.incrementaldecoder, StreamReader=info.streamreader,
                     StreamWriter=info.streamwriter, getregentry=lambda: info, encode=info.encode,
                     decode=info.decode, codecs=codecs)


def _codec(name, encode, decode, incremental_encode=None, incremental_decode=None, text=True):
    """A codec made of two functions of (input, errors)."""
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return (incremental_encode or encode)(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return (incremental_decode or decode)(input, self.errors)[0]

    class Functions(Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class Writer(Functions, codecs.StreamWriter):
        pass

    class Reader(Functions, codecs.StreamReader):
        pass

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=text)


# Punycode (RFC 3492)

_BASE, _TMIN, _TMAX, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _adapt(delta, first, count):
    delta = delta // _DAMP if first else delta // 2
    delta += delta // count
    k = 0
    while delta > (_BASE - _TMIN) * _TMAX // 2:
        delta //= _BASE - _TMIN
        k += _BASE
    return k + (_BASE - _TMIN + 1) * delta // (delta + _SKEW)


def _threshold(k, bias):
    return min(max(k - bias, _TMIN), _TMAX)


def punycode_encode(text):
    """The ASCII form of text, as bytes."""
    basic = [c for c in text if ord(c) < 128]
    out = basic + ["-"] if basic else []
    n, delta, bias, done = 128, 0, 72, len(basic)
    first = True
    while done < len(text):
        m = min(ord(c) for c in text if ord(c) >= n)
        delta += (m - n) * (done + 1)
        n = m
        for c in text:
            if ord(c) < n:
                delta += 1
            elif ord(c) == n:
                q, k = delta, _BASE
                while q >= (t := _threshold(k, bias)):
                    out.append(_DIGITS[t + (q - t) % (_BASE - t)])
                    q = (q - t) // (_BASE - t)
                    k += _BASE
                out.append(_DIGITS[q])
                bias = _adapt(delta, first, done + 1)
                first = False
                delta = 0
                done += 1
        delta += 1
        n += 1
    return "".join(out).encode("ascii")


def punycode_decode(data, errors="strict"):
    """The text that punycode_encode() encoded."""
    data = bytes(data)
    basic, sep, extended = data.rpartition(b"-")
    if not sep:
        basic, extended = b"", data
    out = list(str(basic, "ascii", errors))
    offset = len(basic) + len(sep)
    n, i, bias, pos = 128, 0, 72, 0
    first = True
    while pos < len(extended):
        old, weight, k = i, 1, _BASE
        while True:
            if pos >= len(extended):
                if errors == "strict":
                    raise UnicodeDecodeError("punycode", data, offset + pos, offset + pos + 1,
                                             "incomplete punycode string")
                return "".join(out)
            digit = _DIGITS.find(chr(extended[pos]).lower())
            if digit < 0:
                if errors == "strict":
                    raise UnicodeDecodeError("punycode", data, offset + pos, offset + pos + 1,
                                             f"Invalid extended code point '{extended[pos]}'")
                return "".join(out)
            pos += 1
            i += digit * weight
            t = _threshold(k, bias)
            if digit < t:
                break
            weight *= _BASE - t
            k += _BASE
        bias = _adapt(i - old, first, len(out) + 1)
        first = False
        n += i // (len(out) + 1)
        i %= len(out) + 1
        if n > 0x10ffff:
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, offset + pos - 1, offset + pos, f"Invalid character U+{n:x}")
            n = ord("?")
        out.insert(i, chr(n))
        i += 1
    return "".join(out)


def _check(errors):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")


def punycode():
    def decode(input, errors="strict"):
        _check(errors)
        return punycode_decode(input, errors), len(input)
    return _codec("punycode", lambda input, errors="strict": (punycode_encode(input), len(input)), decode)


# Host names (RFC 3490)

_DOTS = "\u002e\u3002\uff0e\uff61"
ACE = b"xn--"


def nameprep(label):
    """A label in the form in which it is compared."""
    return _codecs._nfkc(_codecs._nfkc(label.casefold()).casefold())


def ToASCII(label):
    """The ASCII form of a label."""
    out = label.encode("ascii") if label.isascii() else None
    if out is None:
        prepared = nameprep(label)
        if prepared.isascii():
            out = prepared.encode("ascii")
        elif prepared.startswith("xn--"):
            raise UnicodeEncodeError("idna", label, 0, len(label), f"Label starts with ACE prefix")
        else:
            out = ACE + punycode_encode(prepared)
    if not out:
        raise UnicodeEncodeError("idna", label, 0, 1, "label empty")
    if len(out) > 63:
        raise UnicodeEncodeError("idna", label, 0, len(label), "label too long")
    return out


def ToUnicode(label):
    """The text of a label."""
    text = str(label, "ascii") if isinstance(label, (bytes, bytearray)) else label
    if not text.isascii():
        text = nameprep(text)
    if not text.lower().startswith("xn--"):
        return text
    result = punycode_decode(text[4:].encode("ascii"))
    if str(ToASCII(result), "ascii").lower() != text.lower():
        raise UnicodeDecodeError("idna", text.encode(), 0, len(text), f"IDNA does not round-trip, '{text!r}' != "
                                 f"'{ToASCII(result)!r}'")
    return result


def _idna_encode(input, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not input:
        return b"", 0
    for dot in _DOTS[1:]:
        input = input.replace(dot, ".")
    labels = input.split(".")
    if input.isascii():
        for i, label in enumerate(labels[:-1]):
            if not label:
                start = sum(len(x) + 1 for x in labels[:i])
                raise UnicodeEncodeError("idna", input, start, start + 1, "label empty")
        for i, label in enumerate(labels):
            if len(label) > 63:
                start = sum(len(x) + 1 for x in labels[:i])
                raise UnicodeEncodeError("idna", input, start, start + len(label), "label too long")
        return input.encode("ascii"), len(input)
    trailing = b""
    if not labels[-1]:
        trailing, labels = b".", labels[:-1]
    return b".".join(map(ToASCII, labels)) + trailing, len(input)


def _idna_decode(input, errors="strict"):
    if errors not in ("strict", "ignore", "replace"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not input:
        return "", 0
    data = bytes(input)
    if ACE not in data.lower():
        try:
            return data.decode("ascii"), len(data)
        except UnicodeDecodeError as exc:
            raise UnicodeDecodeError("idna", data, exc.start, exc.end, exc.reason) from None
    labels = data.split(b".")
    trailing = ""
    if not labels[-1]:
        trailing, labels = ".", labels[:-1]
    return ".".join(map(ToUnicode, labels)) + trailing, len(data)


def idna():
    return _codec("idna", _idna_encode, _idna_decode)


# Others

def charmap():
    return _codec("charmap", codecs.charmap_encode, codecs.charmap_decode)


def undefined():
    def fail(input, errors="strict"):
        raise UnicodeError("undefined encoding")
    return _codec("undefined", fail, fail)


def quopri():
    import binascii
    return _codec("quopri", lambda input, errors="strict": (binascii.b2a_qp(input, quotetabs=True), len(input)),
                  lambda input, errors="strict": (binascii.a2b_qp(input), len(input)), text=False)


def uu():
    import binascii

    def encode(input, errors="strict", filename="<data>", mode=0o666):
        lines = [f"begin {mode & 0o777:o} {filename}\n".encode("ascii")]
        lines += [binascii.b2a_uu(input[i:i + 45]) for i in range(0, len(input), 45)]
        return b"".join(lines) + b" \nend\n", len(input)

    def decode(input, errors="strict"):
        lines = iter(bytes(input).splitlines(keepends=True))
        for line in lines:
            if line.startswith(b"begin"):
                break
        else:
            raise ValueError('Missing "begin" line in input data')
        out = []
        for line in lines:
            if line == b"end\n":
                return b"".join(out), len(input)
            out.append(binascii.a2b_uu(line))
        raise ValueError("Truncated input data")

    return _codec("uu", encode, decode, text=False)


OTHERS = {"punycode": punycode, "idna": idna, "charmap": charmap, "undefined": undefined, "quopri": quopri,
          "quopri_codec": quopri, "quoted_printable": quopri, "quotedprintable": quopri, "uu": uu, "uu_codec": uu}
