# csv: dialects, records as dicts, and the sniffer. Reader and writer are Go.

import types
from _csv import (Dialect as _Dialect, Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS,
                  Reader, Writer, __version__, field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect,
                  writer)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect",
           "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]


class Dialect:
    """A dialect as a class with attributes; subclasses are passed to reader and writer."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Dialect(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """What UNIX programs write."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """Reads records as dicts whose keys are fieldnames, or the first record."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(row) > len(names):
            d[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                d[name] = self.restval
        return d

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as records with the given fieldnames."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise" and (wrong := rowdict.keys() - self.fieldnames):
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    """Guesses the dialect of a sample of text."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """Return a dialect class that fits the sample."""
        sample = sample.replace("\r\n", "\n").replace("\r", "\n")
        quotechar, doublequote, delimiter, skipinitialspace = self._guess_quote_and_delimiter(sample, delimiters)
        if not delimiter:
            delimiter, skipinitialspace = self._guess_delimiter(sample, delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skipinitialspace
        return dialect

    def _guess_quote_and_delimiter(self, data, delimiters):
        """Look for quoted fields between two delimiters, at the end of a line,
        at its begin, or alone."""
        import re

        quoted = r"""(?P<quote>["\'])(?:(?P=quote){2}|(?!(?P=quote)).)*+(?P=quote)"""
        delim = r"""(?P<delim>[^\w\n"\'])"""
        for pattern in (delim + r"(?P<space> ?)" + quoted + r"(?P=delim)",
                        r"(?:^|\n)" + quoted + delim + r"(?P<space> ?)",
                        delim + r"(?P<space> ?)" + quoted + r"(?:$|\n)",
                        r"(?:^|\n)" + quoted + r"(?:$|\n)"):
            regexp = re.compile(pattern, re.DOTALL | re.MULTILINE)
            if matches := list(regexp.finditer(data)):
                break
        else:
            return "", False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for m in matches:
            if q := m["quote"]:
                quotes[q] = quotes.get(q, 0) + 1
            if "delim" not in regexp.groupindex:
                continue
            d = m["delim"]
            if d and (delimiters is None or d in delimiters):
                delims[d] = delims.get(d, 0) + 1
            if m["space"]:
                spaces += 1
        quotechar = max(quotes, key=quotes.get)
        delim, skipinitialspace = "", 0
        if delims:
            delim = max(delims, key=delims.get)
            skipinitialspace = delims[delim] == spaces
            if delim == "\n":
                delim = ""
        return quotechar, bool(delim) and self._has_doubled(data, delim, quotechar), delim, skipinitialspace

    @staticmethod
    def _has_doubled(data, delim, q):
        """Look for whole quoted fields with a doubled quote in them."""
        import re

        d = re.escape(delim)
        spaces = "" if delim == " " else " *+"
        fields = re.finditer(rf"(?:(?<={d})|^){spaces}{q}((?:{q}{q}|[^{q}]++)*+){q}(?:{d}|$)", data, re.MULTILINE)
        return any(q + q in m[1] for m in fields)

    def _guess_delimiter(self, data, delimiters):
        """Look for a character that occurs equally often on most lines."""
        lines = list(filter(None, data.split("\n")))
        ascii = [chr(c) for c in range(127)]
        chunk = min(10, len(lines))
        frequencies = {}
        modes = {}
        delims = {}
        start, end, seen = 0, chunk, 0
        while start < len(lines):
            seen += 1
            for line in lines[start:end]:
                for c in ascii:
                    table = frequencies.setdefault(c, {})
                    n = line.count(c)
                    table[n] = table.get(n, 0) + 1
            for c, table in frequencies.items():
                items = list(table.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) == 1:
                    modes[c] = items[0]
                else:
                    mode = max(items, key=lambda x: x[1])
                    items.remove(mode)
                    modes[c] = (mode[0], mode[1] - sum(n for _, n in items))
            total = float(min(chunk * seen, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for c, (n, lines_with) in modes.items():
                    if n > 0 and lines_with > 0 and lines_with / total >= consistency and (delimiters is None or c in delimiters):
                        delims[c] = (n, lines_with)
                consistency -= 0.01
            if len(delims) == 1:
                delim = list(delims)[0]
                return delim, self._spaced(lines[0], delim)
            start = end
            end += chunk
        if not delims:
            return "", 0
        for d in self.preferred:
            if d in delims:
                return d, self._spaced(lines[0], d)
        delim = max((v, k) for k, v in delims.items())[1]
        return delim, self._spaced(lines[0], delim)

    @staticmethod
    def _spaced(line, delim):
        return line.count(delim) == line.count(delim + " ")

    def has_header(self, sample):
        """Guess whether the first record is a header: whether it differs in
        type or length from the records below."""
        import io

        rdr = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rdr)
        columns = len(header)
        kinds = dict.fromkeys(range(columns))
        for checked, row in enumerate(rdr):
            if checked > 20:
                break
            if len(row) != columns:
                continue
            for col in list(kinds):
                try:
                    complex(row[col])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[col])
                if kind != kinds[col]:
                    if kinds[col] is None:
                        kinds[col] = kind
                    else:
                        del kinds[col]
        votes = 0
        for col, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[col]) != kind else -1
                continue
            try:
                kind(header[col])
            except (ValueError, TypeError):
                votes += 1
            else:
                votes -= 1
        return votes > 0
