# Formatters of logging and the three styles of their formats.

import io
import time

__name__ = "logging"    # where the classes belong


class PercentStyle:
    """Formats with %(name)s."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        """Fail if the format names no field."""
        if not _has_percent_field(self._fmt):
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError("Formatting field not found in record: %s" % e)


def _has_percent_field(fmt):
    """Whether there is a %(name)s with any conversion in fmt."""
    start = fmt.find("%(")
    while start >= 0:
        end = fmt.find(")", start)
        name = fmt[start + 2:end]
        if end > 0 and name and all(c.isalnum() or c == "_" for c in name):
            rest = fmt[end + 1:].lstrip("#0+ -")
            rest = rest[1:] if rest.startswith("*") else rest.lstrip("0123456789")
            if rest.startswith("."):
                rest = rest[2:] if rest.startswith(".*") else rest[1:].lstrip("0123456789")
            if rest[:1] and rest[0].lower() in "diouxefgcrsa%":
                return True
        start = fmt.find("%(", start + 2)
    return False


class StrFormatStyle(PercentStyle):
    """Formats with {name}."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from _string import formatter_parser
        fields = set()
        try:
            for _, field, spec, conversion in formatter_parser(self._fmt):
                if field:
                    if not _is_field_name(field):
                        raise ValueError("invalid field name/expression: %r" % field)
                    fields.add(field)
                if conversion and conversion not in "rsa":
                    raise ValueError("invalid conversion: %r" % conversion)
                if spec and not _is_format_spec(spec):
                    raise ValueError("bad specifier: %r" % spec)
        except ValueError as e:
            raise ValueError("invalid format: %s" % e)
        if not fields:
            raise ValueError("invalid format: no fields")


def _take(text, i, test):
    while i < len(text) and test(text[i]):
        i += 1
    return i


def _word(c):
    return c.isalnum() or c == "_"


def _is_field_name(text):
    """A number or a name, then .name and [name]."""
    i = _take(text, 0, _word)
    if i == 0 or text[0].isdigit() and not text[:i].isdigit():
        return False
    while i < len(text):
        if text[i] == ".":
            j = _take(text, i + 1, _word)
            ok = j > i + 1 and not text[i + 1].isdigit()
        elif text[i] == "[":
            j = text.find("]", i) + 1
            ok = j > i + 2
        else:
            return False
        if not ok:
            return False
        i = j
    return True


def _is_format_spec(text):
    i = 2 if text[1:2] and text[1] in "<>=^" else 1 if text[0] in "<>=^" else 0
    for optional in "+- ", "#", "0":
        if text[i:i + 1] and text[i] in optional:
            i += 1
    i = _number_or_braces(text, i)
    if text[i:i + 1] and text[i] in ",_":
        i += 1
    if text[i:i + 1] == ".":
        j = _number_or_braces(text, i + 1)
        if j == i + 1:
            return False
        i = j
    if text[i:i + 1] and text[i].lower() in "bcdefgnosx%":
        i += 1
    return i == len(text)


def _number_or_braces(text, i):
    if text[i:i + 1] == "{":
        end = text.find("}", i)
        return end + 1 if end > i + 1 else i
    return _take(text, i, str.isdigit)


class StringTemplateStyle(PercentStyle):
    """Formats with ${name}."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from string import Template
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return self._fmt.find("$asctime") >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        found = False
        for m in self._tpl.pattern.finditer(self._fmt):
            d = m.groupdict()
            if d["named"] or d["braced"]:
                found = True
            elif m.group(0) == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not found:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


class Formatter:
    """Turns log records into text."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """The time of a record."""
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The traceback of an exc_info tuple."""
        import traceback
        with io.StringIO() as out:
            traceback.print_exception(ei[0], ei[1], ei[2], limit=None, file=out)
            return out.getvalue().removesuffix("\n")

    def usesTime(self):
        """Whether the format shows the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        """The text of a record with its traceback and stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in record.exc_text, record.stack_info and self.formatStack(record.stack_info):
            if more:
                text += ("" if text.endswith("\n") else "\n") + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Formats several records at once."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        return (self.formatHeader(records) + "".join(self.linefmt.format(r) for r in records)
                + self.formatFooter(records))
