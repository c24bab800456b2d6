# json.encoder: the class around the encoder, and the generator that writes
# piece by piece.

from _json import encode_basestring, encode_basestring_ascii, make_encoder

c_make_encoder = make_encoder
c_encode_basestring = py_encode_basestring = encode_basestring
c_encode_basestring_ascii = py_encode_basestring_ascii = encode_basestring_ascii
INFINITY = float("inf")


class JSONEncoder:
    """Writes values as JSON; default() is asked about what it does not know."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """A value that can be written in place of o, or TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of o."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of o in pieces."""
        markers = {} if self.check_circular else None
        encoder = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if _one_shot:
            write = c_make_encoder(markers, self.default, encoder, indent, self.key_separator, self.item_separator,
                                   self.sort_keys, self.skipkeys, self.allow_nan)
            return write(o, 0)
        return _Pieces(self, markers, encoder, indent).value(o, 0)


class _Pieces:
    def __init__(self, owner, markers, encoder, indent):
        self.markers = markers
        self.default = owner.default
        self.indent = indent
        self.comma = owner.item_separator
        self.colon = owner.key_separator
        self.sort_keys = owner.sort_keys
        self.skipkeys = owner.skipkeys
        self.string = encoder
        self.scalar = c_make_encoder(None, None, encoder, None, "", "", False, False, owner.allow_nan)

    def text(self, o):
        """The text of a value that is no container, or None."""
        if isinstance(o, str):
            return self.string(o)
        if o is None or isinstance(o, (int, float)):
            return self.scalar(o, 0)[0]
        return None

    def mark(self, o):
        if self.markers is not None:
            if id(o) in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[id(o)] = o

    def unmark(self, o):
        if self.markers is not None:
            del self.markers[id(o)]

    def value(self, o, level):
        text = self.text(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, level)
        elif isinstance(o, dict):
            yield from self.object(o, level)
        else:
            self.mark(o)
            new = self.default(o)
            try:
                yield from self.value(new, level)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f"when serializing {type(o).__name__} object")
                raise
            self.unmark(o)

    def breaks(self, level):
        """What stands at the begin, between items and at the end."""
        if self.indent is None:
            return "", self.comma, None
        inner = "\n" + self.indent * (level + 1)
        return inner, self.comma + inner, "\n" + self.indent * level

    def array(self, lst, level):
        if not lst:
            yield "[]"
            return
        self.mark(lst)
        begin, between, end = self.breaks(level)
        lead = "[" + begin
        for i, item in enumerate(lst):
            if i:
                lead = between
            try:
                text = self.text(item)
                if text is not None:
                    yield lead + text
                else:
                    yield lead
                    yield from self.value(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f"when serializing {type(lst).__name__} item {i}")
                raise
        if end is not None:
            yield end
        yield "]"
        self.unmark(lst)

    def object(self, dct, level):
        if not dct:
            yield "{}"
            return
        self.mark(dct)
        yield "{"
        begin, between, end = self.breaks(level)
        first = True
        items = sorted(dct.items()) if self.sort_keys else dct.items()
        for key, item in items:
            if isinstance(key, str):
                name = key
            elif key is None or isinstance(key, (int, float)):
                name = self.text(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if not first:
                yield between
            elif begin:
                yield begin
            first = False
            yield self.string(name)
            yield self.colon
            try:
                text = self.text(item)
                if text is not None:
                    yield text
                else:
                    yield from self.value(item, level + 1)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f"when serializing {type(dct).__name__} item {key!r}")
                raise
        if not first and end is not None:
            yield end
        yield "}"
        self.unmark(dct)
