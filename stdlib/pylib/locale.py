# locale: customs of countries, of which this interpreter knows those of C.

import sys
from functools import cmp_to_key

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "LC_MESSAGES", "CHAR_MAX",
           "getencoding"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
RADIXCHAR = 65536
THOUSEP = 65537
D_T_FMT = 131112
D_FMT = 131113
T_FMT = 131114

Error = type("Error", (Exception,), {"__module__": "locale"})

_str = str
_current = {}
_KNOWN = ("C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8")


def _name(value):
    """The locale that setlocale() would set."""
    if isinstance(value, tuple):
        lang, enc = value
        value = "C" if lang is None else lang if enc is None else f"{lang}.{enc}"
    if value == "":
        import os
        value = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
        if value not in _KNOWN:
            value = "C"
    if value not in _KNOWN:
        raise Error("unsupported locale setting")
    return "C" if value == "POSIX" else value


def setlocale(category, locale=None):
    """Set or ask for the locale of a category."""
    if not 0 <= category <= LC_ALL:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is not None:
        name = _name(locale)
        for c in range(LC_ALL) if category == LC_ALL else [category]:
            _current[c] = name
    if category != LC_ALL:
        return _current.get(category, "C.UTF-8" if category == LC_CTYPE else "C")
    names = [setlocale(c) for c in range(LC_ALL)]
    if len(set(names)) == 1:
        return names[0]
    keys = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
    return ";".join(f"{k}={n}" for k, n in zip(keys, names))


_override_localeconv = {}


def localeconv():
    """How numbers and money are written."""
    d = dict.fromkeys(("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"), "")
    d.update(mon_grouping=[], positive_sign="", negative_sign="")
    d.update(dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                            "n_sep_by_space", "p_sign_posn", "n_sign_posn"), CHAR_MAX))
    d.update(decimal_point=".", thousands_sep="", grouping=[])
    d.update(_override_localeconv)
    return d


def nl_langinfo(key, /):
    """A piece of information about the locale."""
    return {CODESET: "UTF-8", RADIXCHAR: ".", THOUSEP: "", D_T_FMT: "%a %b %e %H:%M:%S %Y", D_FMT: "%m/%d/%y",
            T_FMT: "%H:%M:%S"}.get(key, "")


def strcoll(a, b):
    """Compare two strings as the locale orders them."""
    return (a > b) - (a < b)


def strxfrm(s):
    """A string that orders as the locale orders s."""
    return s


def getencoding():
    """The encoding of the locale."""
    return "utf-8" if sys.flags.utf8_mode else "UTF-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding of text files."""
    return getencoding()


def normalize(localename):
    """The usual form of a locale's name."""
    name, sep, encoding = localename.partition(".")
    if name.lower() in ("c", "posix"):
        return "C.UTF-8" if encoding.lower().replace("-", "") == "utf8" else "C"
    if "_" not in name and len(name) == 2:
        name = f"{name.lower()}_{'US' if name.lower() == 'en' else name.upper()}"
    if not sep:
        return name + ".ISO8859-1"
    return f"{name}.{'UTF-8' if encoding.lower().replace('-', '') == 'utf8' else encoding}"


def _parse_localename(localename):
    code = normalize(localename)
    if "." in code:
        lang, encoding = code.split(".")[:2]
        return lang, encoding
    if code == "C":
        return None, None
    raise ValueError("unknown locale: %s" % localename)


def getlocale(category=LC_CTYPE):
    """Language and encoding of a category."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return _parse_localename(name)


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    import os
    import warnings
    warnings._deprecated("locale.getdefaultlocale", "{name!r} is deprecated and slated for removal in Python {remove}. "
                         "Use setlocale(), getencoding() and getlocale() instead.", remove=(3, 15))
    for name in envvars:
        value = os.environ.get(name)
        if value:
            return _parse_localename(value.split(":")[0])
    return None, None


# Numbers

def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError("invalid grouping")
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conv = localeconv()
    sep = conv["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conv["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return s, 0
    stripped = s.rstrip(" ")
    right = s[len(stripped):]
    left = stripped[:len(stripped) - len(stripped.lstrip(" "))]
    s = stripped.lstrip(" ")
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in "0123456789":
            left += s
            s = ""
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return left + sep.join(groups) + right, len(sep) * (len(groups) - 1)


def _strip_padding(s, amount):
    left = 0
    while amount and s[left] == " ":
        left += 1
        amount -= 1
    right = len(s) - 1
    while amount and s[right] == " ":
        right -= 1
        amount -= 1
    return s[left:right + 1]


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value, *additional) if additional else value)
    return _localize(formatted, grouping, monetary) if percent[-1] in "eEfFgGdiu" else formatted


def _localize(formatted, grouping=False, monetary=False):
    if "." in formatted or "e" in formatted.lower():
        head, dot, tail = formatted.partition(".")
        seps = 0
        if grouping:
            head, seps = _group(head, monetary=monetary)
        point = localeconv()["mon_decimal_point" if monetary else "decimal_point"]
        formatted = head + point + tail if dot else head
        return _strip_padding(formatted, seps) if seps else formatted
    if grouping:
        formatted, seps = _group(formatted, monetary=monetary)
        if seps:
            formatted = _strip_padding(formatted, seps)
    return formatted


def format_string(f, val, grouping=False, monetary=False):
    """f % val with numbers as the locale writes them."""
    import re
    pattern = re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")
    percents = list(pattern.finditer(f))
    new_f = pattern.sub("%s", f)
    new_val = []
    if isinstance(val, dict):
        for perc in percents:
            new_val.append("%" if perc.group()[-1] == "%" else _format(perc.group(), val, grouping, monetary))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        i = 0
        for perc in percents:
            if perc.group()[-1] == "%":
                new_val.append("%")
            else:
                stars = perc.group("modifiers").count("*")
                new_val.append(_format(perc.group(), val[i], grouping, monetary, *val[i + 1:i + 1 + stars]))
                i += 1 + stars
    return new_f % tuple(new_val)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money as the locale writes it."""
    conv = localeconv()
    digits = conv["int_frac_digits" if international else "frac_digits"]
    if digits == 127:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    s = _localize(f"{abs(val):.{digits}f}", grouping, monetary=True)
    s = "<" + s + ">"
    negative = val < 0
    sign_pos = conv["n_sign_posn" if negative else "p_sign_posn"]
    sign = conv["negative_sign" if negative else "positive_sign"]
    if symbol:
        smb = conv["int_curr_symbol" if international else "currency_symbol"]
        precedes = conv["n_cs_precedes" if negative else "p_cs_precedes"]
        separated = conv["n_sep_by_space" if negative else "p_sep_by_space"]
        space = " " if separated else ""
        if precedes:
            s = smb + space + s
        else:
            if international and smb[-1:] == " ":
                smb = smb[:-1]
            s = s + space + smb
    if sign_pos == 0:
        s = "(" + s + ")"
    elif sign_pos == 1:
        s = sign + s
    elif sign_pos == 2:
        s = s + sign
    elif sign_pos == 3:
        s = s.replace("<", sign)
    elif sign_pos == 4:
        s = s.replace(">", sign)
    else:
        s = sign + s
    return s.replace("<", "").replace(">", "")


def str(val):
    """A float as the locale writes it."""
    return _format("%.12g", val)


def delocalize(string):
    """A number without what the locale adds."""
    conv = localeconv()
    if conv["thousands_sep"]:
        string = string.replace(conv["thousands_sep"], "")
    if conv["decimal_point"]:
        string = string.replace(conv["decimal_point"], ".")
    return string


def localize(string, grouping=False, monetary=False):
    """A number as the locale writes it."""
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    """A number that the locale wrote."""
    return func(delocalize(string))


def atoi(string):
    """A whole number that the locale wrote."""
    return int(delocalize(string))
