"""The codecs of the standard library: text encodings and a few that change bytes to bytes."""

import _codecs
import codecs
from codecs import BufferedIncrementalDecoder, Codec, CodecInfo, IncrementalDecoder, IncrementalEncoder

__path__ = []


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name of an encoding with everything but letters, digits and dots as underscores."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    chars, punct = [], False
    for c in encoding:
        if c.isalnum() or c == ".":
            if punct and chars:
                chars.append("_")
            if c.isascii():
                chars.append(c)
            punct = False
        else:
            punct = True
    return "".join(chars)


# How lookup().name spells the encodings whose name is not the codec's own.
_public = {"utf_8": "utf-8", "utf_16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be", "utf_32": "utf-32",
           "utf_32_le": "utf-32-le", "utf_32_be": "utf-32-be", "utf_7": "utf-7", "utf_8_sig": "utf-8-sig",
           "latin_1": "iso8859-1", "unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape",
           "koi8_r": "koi8-r", **{f"iso8859_{n}": f"iso8859-{n}" for n in range(1, 17)},
           "koi8_u": "koi8-u", "koi8_t": "koi8-t", "mac_cyrillic": "mac-cyrillic",
           "mac_greek": "mac-greek", "mac_iceland": "mac-iceland", "mac_latin2": "mac-latin2", "mac_roman": "mac-roman",
           "mac_turkish": "mac-turkish", "mac_croatian": "mac-croatian", "mac_romanian": "mac-romanian"}


def _text_codec(name):
    """The codec of a text encoding that the interpreter knows."""
    def encode(input, errors="strict"):
        return _codecs._encode_known(name, input, errors), len(input)

    def decode(input, errors="strict"):
        return _codecs._decode_known(name, bytes(input), errors, True)

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            IncrementalEncoder.__init__(self, errors)
            self.name = name

        def encode(self, input, final=False):
            result = _codecs._encode_known(self.name, input, self.errors)
            if self.name in _after_mark:
                self.name = _after_mark[self.name]
            return result

        def reset(self):
            self.name = name

        def getstate(self):
            return 2 if name in _after_mark and self.name == name else 0

        def setstate(self, state):
            self.name = name if state else _after_mark.get(name, name)

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            BufferedIncrementalDecoder.__init__(self, errors)
            self.name = name

        def _buffer_decode(self, input, errors, final):
            if self.name in _marks:
                known = self._mark(input, final)
                if known is None:
                    return "", 0
                input, skip = input[known:], known
            elif name == "utf_7" and not final:
                return "", 0  # a shift sequence may go on
            else:
                skip = 0
            text, used = _codecs._decode_known(self.name, input, errors, final)
            return text, used + skip

        def _mark(self, input, final):
            """Find out the byte order; the result is the length of the mark, None: unknown yet."""
            marks = _marks[self.name]
            for mark, codec in marks:
                if input.startswith(mark):
                    self.name = codec
                    return len(mark)
                if mark.startswith(input) and not final and len(input) < len(mark):
                    return None
            if len(input) >= len(marks[0][0]) or final:
                self.name = marks[0][1]
            return 0

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self.name = name

        def getstate(self):
            if name not in _marks:
                return self.buffer, 0
            return self.buffer, [*(c for _, c in _marks[name]), name].index(self.name)

        def setstate(self, state):
            self.buffer = state[0]
            if name in _marks:
                self.name = [*(c for _, c in _marks[name]), name][state[1]]

    class Writer(codecs.StreamWriter):
        def __init__(self, stream, errors="strict"):
            codecs.StreamWriter.__init__(self, stream, errors)
            self.encoder = Encoder(errors)

        def encode(self, input, errors="strict"):
            self.encoder.errors = errors
            return self.encoder.encode(input), len(input)

        def reset(self):
            self.encoder.reset()

    class Reader(codecs.StreamReader):
        def __init__(self, stream, errors="strict"):
            codecs.StreamReader.__init__(self, stream, errors)
            self.decoder = Decoder(errors)

        def decode(self, input, errors="strict"):
            self.decoder.errors = errors
            return self.decoder._buffer_decode(bytes(input), errors, False)

        def reset(self):
            codecs.StreamReader.reset(self)
            self.decoder.reset()

    for cls, public in ((Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"), (Writer, "StreamWriter"), (Reader, "StreamReader")):
        cls.__name__ = cls.__qualname__ = public
        cls.__module__ = "encodings." + name
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, _public.get(name, name))


# What an encoder writes after the byte order mark.
_after_mark = {"utf_8_sig": "utf_8", "utf_16": "utf_16_le", "utf_32": "utf_32_le"}

# Byte order marks and the codecs they stand for; the first is the default.
_marks = {"utf_8_sig": [(codecs.BOM_UTF8, "utf_8")],
          "utf_16": [(codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be")],
          "utf_32": [(codecs.BOM_UTF32_LE, "utf_32_le"), (codecs.BOM_UTF32_BE, "utf_32_be")]}


def _bytes_codec(name, encode_func, decode_func, text=False):
    """A codec of bytes (text: of str) that is no text encoding."""
    def encode(input, errors="strict"):
        return encode_func(input), len(input)

    def decode(input, errors="strict"):
        return decode_func(input), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode_func(input)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode_func(input)

    class Functions(Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class Writer(Functions, codecs.StreamWriter):
        charbuffertype = str if text else bytes

    class Reader(Functions, codecs.StreamReader):
        charbuffertype = str if text else bytes

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=False)


def _rot13():
    table = {}
    for first in (65, 97):
        for i in range(26):
            table[first + i] = first + (i + 13) % 26
    return _bytes_codec("rot-13", lambda s: s.translate(table), lambda s: s.translate(table), text=True)


def _hex():
    import binascii
    return _bytes_codec("hex", binascii.b2a_hex, binascii.a2b_hex)


def _base64():
    import base64
    return _bytes_codec("base64", base64.encodebytes, base64.decodebytes)


def _zlib():
    import zlib
    return _bytes_codec("zlib", zlib.compress, zlib.decompress)


def _bz2():
    import bz2
    return _bytes_codec("bz2", bz2.compress, bz2.decompress)


_others = {"rot13": _rot13, "rot_13": _rot13, "hex": _hex, "hex_codec": _hex, "base64": _base64, "base_64": _base64,
           "base64_codec": _base64, "zlib": _zlib, "zip": _zlib, "zlib_codec": _zlib, "bz2": _bz2, "bz2_codec": _bz2}


def search_function(encoding):
    """Find the codec of an encoding for lookup()."""
    normal = normalize_encoding(encoding)
    if "." in normal:
        return None
    name = _codecs._known(encoding)
    if name is not None:
        return _text_codec(name)
    make = _others.get(normal.lower())
    if make is None:
        from _encodings_extra import OTHERS
        make = OTHERS.get(normal.lower())
    try:
        return None if make is None else make()
    except ImportError:
        return None     # it builds on a module that is missing


codecs.register(search_function)
