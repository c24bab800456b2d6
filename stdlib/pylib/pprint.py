# pprint: printing of nested data over several lines.

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Pretty-print an object to a stream, sys.stdout by default."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Return the pretty-printed form of an object."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print an object, leaving dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Return a repr that marks recursion."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Tell whether saferepr(object) can be evaluated."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Tell whether an object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SortKey:
    """Orders what cannot be compared by type name and identity."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        a, b = self.obj, other.obj
        try:
            return a < b
        except TypeError:
            return (str(type(a)), id(a)) < (str(type(b)), id(b))


def _item_key(item):
    return _SortKey(item[0]), _SortKey(item[1])


def _recursion(obj):
    return f"<Recursion on {type(obj).__name__} with id={id(obj)}>"


_scalars = {str, bytes, bytearray, float, complex, bool, type(None)}
_layouts = {}


def _layout_table():
    """Return the methods that lay out objects, by the __repr__ of their types."""
    if not _layouts:
        import collections
        import types

        P = PrettyPrinter
        for cls, layout in [(dict, P._dict), (list, P._list), (tuple, P._tuple), (set, P._set), (frozenset, P._set), (str, P._str),
                            (bytes, P._bytes), (bytearray, P._bytearray), (types.MappingProxyType, P._mappingproxy),
                            (types.SimpleNamespace, P._namespace), (collections.OrderedDict, P._ordered_dict),
                            (collections.defaultdict, P._default_dict), (collections.Counter, P._counter),
                            (collections.ChainMap, P._chain_map), (collections.deque, P._deque), (collections.UserDict, P._user),
                            (collections.UserList, P._user), (collections.UserString, P._user)]:
            _layouts[cls.__repr__] = layout
    return _layouts


class _Place:
    """Where an object is written: its column, what must follow it on its last
    line, the objects it is in and how deep that is."""

    __slots__ = ("column", "after", "inside", "level")

    def __init__(self, column, after, inside, level):
        self.column = column
        self.after = after
        self.inside = inside
        self.level = level

    def moved(self, columns, after=0, level=0):
        return _Place(self.column + columns, self.after + after, self.inside, self.level + level)

    def at(self, columns, after):
        return _Place(self.column + columns, after, self.inside, self.level)


class PrettyPrinter:
    """Prints objects within a width.

    indent is the number of spaces per level, width the number of columns to
    stay within, depth the number of levels shown, stream where pprint()
    writes. compact puts several items of a sequence on a line, sort_dicts
    orders the keys of dicts, underscore_numbers groups the digits of ints.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        if stream is None:
            import sys

            stream = sys.stdout
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._write(object, self._stream.write, _Place(0, 0, {}, 0))
            self._stream.write("\n")

    def pformat(self, object):
        parts = []
        self._write(object, parts.append, _Place(0, 0, {}, 0))
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Return the text of an object on one line, whether it is readable and
        whether it is recursive. Subclasses override this."""
        return self._safe_repr(object, context, maxlevels, level)

    def _line(self, obj, place):
        return self.format(obj, place.inside.copy(), self._depth, place.level)[0]

    def _write(self, obj, write, place):
        """Write obj on one line if it fits, laid out otherwise."""
        key = id(obj)
        if key in place.inside:
            write(_recursion(obj))
            return
        line = self._line(obj, place)
        layout = None
        if len(line) > self._width - place.column - place.after:
            layout = _layout_table().get(type(obj).__repr__)
            if layout is None and _is_plain_dataclass(obj):
                layout = PrettyPrinter._dataclass
        if layout is None:
            write(line)
            return
        place.inside[key] = 1
        layout(self, obj, write, place.moved(0, level=1))
        del place.inside[key]

    def _first_indent(self, write):
        if self._indent_per_level > 1:
            write(" " * (self._indent_per_level - 1))

    def _sequence(self, items, write, place):
        column = place.column + self._indent_per_level
        self._first_indent(write)
        newline = ",\n" + " " * column
        full = room = self._width - column + 1
        items = list(items)
        between = ""
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= place.after
                room -= place.after
            if self._compact:
                line = self._line(item, place)
                need = len(line) + 2
                if room < need:
                    room = full
                    if between:
                        between = newline
                if room >= need:
                    room -= need
                    write(between + line)
                    between = ", "
                    continue
            write(between)
            between = newline
            self._write(item, write, place.at(self._indent_per_level, place.after if last else 1))

    def _pairs(self, items, write, place):
        newline = ",\n" + " " * (place.column + self._indent_per_level)
        last = len(items) - 1
        for i, (key, val) in enumerate(items):
            line = self._line(key, place) + ": "
            write(line)
            self._write(val, write, place.at(self._indent_per_level + len(line), place.after if i == last else 1))
            if i != last:
                write(newline)

    def _attributes(self, items, write, place):
        newline = ",\n" + " " * place.column
        items = list(items)
        last = len(items) - 1
        for i, (key, val) in enumerate(items):
            write(key + "=")
            if id(val) in place.inside:
                write("...")
            else:
                self._write(val, write, place.at(len(key) + 1, place.after if i == last else 1))
            if i != last:
                write(newline)

    def _dict(self, obj, write, place):
        write("{")
        self._first_indent(write)
        if obj:
            items = sorted(obj.items(), key=_item_key) if self._sort_dicts else obj.items()
            self._pairs(items, write, place.moved(0, 1))
        write("}")

    def _ordered_dict(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        name = type(obj).__name__ + "("
        write(name)
        self._write(list(obj.items()), write, place.moved(len(name), 1))
        write(")")

    def _list(self, obj, write, place):
        write("[")
        self._sequence(obj, write, place.moved(0, 1))
        write("]")

    def _tuple(self, obj, write, place):
        end = ",)" if len(obj) == 1 else ")"
        write("(")
        self._sequence(obj, write, place.moved(0, len(end)))
        write(end)

    def _set(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        name, end = "", "}"
        if type(obj) is not set:
            name, end = type(obj).__name__ + "(", "})"
        write(name + "{")
        self._sequence(sorted(obj, key=_SortKey), write, place.moved(len(name), len(end)))
        write(end)

    def _str(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        if place.level == 1:
            place = place.moved(1, 1)
        chunks = self._str_chunks(obj, self._width - place.column, place.after)
        text = ("\n" + " " * place.column).join(chunks)
        write(f"({text})" if place.level == 1 and len(chunks) > 1 else text)

    def _str_chunks(self, text, width, after):
        """Return the literals that text is cut into, at newlines and behind spaces."""
        import re

        chunks = []
        lines = text.splitlines(True)
        for line in lines:
            final = line is lines[-1]
            if len(rep := repr(line)) <= (width - after if final else width):
                chunks.append(rep)
                continue
            current = ""
            words = re.findall(r"\S*\s+|\S+", line)
            for i, word in enumerate(words):
                room = width - after if final and i == len(words) - 1 else width
                if len(repr(current + word)) <= room:
                    current += word
                    continue
                if current:
                    chunks.append(repr(current))
                current = word
            if current:
                chunks.append(repr(current))
        return chunks if len(chunks) > 1 else [repr(lines[-1])]

    def _bytes(self, obj, write, place):
        if len(obj) <= 4:
            write(repr(obj))
            return
        if place.level == 1:
            place = place.moved(1, 1)
        width = self._width - place.column
        chunks = []
        current = b""
        for i in range(0, len(obj), 4):
            part = obj[i:i + 4]
            if i == len(obj) // 4 * 4:
                width -= place.after
            if len(repr(current + part)) <= width:
                current += part
                continue
            if current:
                chunks.append(repr(current))
            current = part
        chunks.append(repr(current))
        text = ("\n" + " " * place.column).join(chunks)
        write(f"({text})" if place.level == 1 else text)

    def _bytearray(self, obj, write, place):
        write("bytearray(")
        self._bytes(bytes(obj), write, place.moved(10, 1, 1))
        write(")")

    def _mappingproxy(self, obj, write, place):
        write("mappingproxy(")
        self._write(obj.copy(), write, place.moved(13, 1))
        write(")")

    def _named(self, name, items, write, place):
        write(name + "(")
        self._attributes(items, write, place.moved(len(name) + 1))
        write(")")

    def _namespace(self, obj, write, place):
        import types

        name = "namespace" if type(obj) is types.SimpleNamespace else type(obj).__name__
        self._named(name, obj.__dict__.items(), write, place)

    def _dataclass(self, obj, write, place):
        from dataclasses import fields

        self._named(obj.__class__.__name__, [(f.name, getattr(obj, f.name)) for f in fields(obj) if f.repr], write, place)

    def _default_dict(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        name = type(obj).__name__ + "("
        place = place.moved(len(name), 1)
        write(f"{name}{self._line(obj.default_factory, place)},\n{' ' * place.column}")
        self._dict(obj, write, place)
        write(")")

    def _counter(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        name = type(obj).__name__ + "("
        write(name + "{")
        self._first_indent(write)
        self._pairs(obj.most_common(), write, place.moved(len(name), 2))
        write("})")

    def _chain_map(self, obj, write, place):
        if not obj.maps:
            write(repr(obj))
            return
        name = type(obj).__name__ + "("
        write(name)
        for m in obj.maps[:-1]:
            self._write(m, write, place.at(len(name), 1))
            write(",\n" + " " * (place.column + len(name)))
        self._write(obj.maps[-1], write, place.moved(len(name), 1))
        write(")")

    def _deque(self, obj, write, place):
        if not obj:
            write(repr(obj))
            return
        name = type(obj).__name__ + "("
        write(name + "[")
        if obj.maxlen is None:
            self._sequence(obj, write, place.moved(len(name), 2))
            write("])")
        else:
            self._sequence(obj, write, place.at(len(name), 2))
            write(f"],\n{' ' * (place.column + len(name))}maxlen={self._line(obj.maxlen, place)})")

    def _user(self, obj, write, place):
        self._write(obj.data, write, place.moved(0, level=-1))

    def _safe_repr(self, object, context, maxlevels, level):
        typ = type(object)
        if typ in _scalars:
            return repr(object), True, False
        r = typ.__repr__
        if r is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        if r is dict.__repr__ and isinstance(object, dict):
            brackets = "{%s}"
        elif r is list.__repr__ and isinstance(object, list):
            brackets = "[%s]"
        elif r is tuple.__repr__ and isinstance(object, tuple):
            brackets = "(%s,)" if len(object) == 1 else "(%s)"
        else:
            rep = repr(object)
            return rep, rep and not rep.startswith("<"), False
        if not object:
            return brackets % "", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return brackets % "...", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False

        def text(item):
            nonlocal readable, recursive
            rep, can_read, recurs = self.format(item, context, maxlevels, level + 1)
            readable = readable and can_read
            recursive = recursive or recurs
            return rep

        if isinstance(object, dict):
            items = sorted(object.items(), key=_item_key) if self._sort_dicts else object.items()
            parts = [f"{text(k)}: {text(v)}" for k, v in items]
        else:
            parts = [text(item) for item in object]
        del context[key]
        return brackets % ", ".join(parts), readable, recursive


def _is_plain_dataclass(obj):
    """Tell whether obj is of a dataclass with a generated repr."""
    if isinstance(obj, type) or not hasattr(type(obj), "__dataclass_fields__"):
        return False
    wrapped = getattr(obj.__repr__, "__wrapped__", None)
    return obj.__dataclass_params__.repr and "__create_fn__" in getattr(wrapped, "__qualname__", "")
