# gettext: translations of messages, without catalogs.

import os

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install",
           "textdomain", "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext",
           "dnpgettext"]

_default_localedir = os.path.join("/usr", "share", "locale")
_localedirs = {}
_current_domain = "messages"


class NullTranslations:
    """Translations that leave messages as they are."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Make gettext() a builtin called _."""
        import builtins
        builtins.__dict__["_"] = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """Translations of a compiled catalog (.mo)."""

    CONTEXT = "%s\x04%s"

    def _parse(self, fp):
        data = fp.read()
        if data[:4] == b"\xde\x12\x04\x95":
            order = "little"
        elif data[:4] == b"\x95\x04\x12\xde":
            order = "big"
        else:
            raise OSError(0, "Bad magic number", getattr(fp, "name", ""))

        def number(at):
            return int.from_bytes(data[at:at + 4], order)

        def entry(at):
            size, start = number(at), number(at + 4)
            return data[start:start + size]

        if number(4) >> 16 not in (0, 1):
            raise OSError(0, "Bad version number " + str(number(4) >> 16), getattr(fp, "name", ""))
        count, originals, translations = number(8), number(12), number(16)
        self._catalog = {}
        self._plural = lambda n: int(n != 1)
        for i in range(count):
            msg, text = entry(originals + 8 * i), entry(translations + 8 * i)
            if not msg:
                self._read_header(text)
            charset = self._charset or "ascii"
            if b"\0" in msg:
                first = str(msg.split(b"\0")[0], charset)
                for k, part in enumerate(text.split(b"\0")):
                    self._catalog[first, k] = str(part, charset)
            else:
                self._catalog[str(msg, charset)] = str(text, charset)

    def _read_header(self, text):
        for line in text.decode().splitlines():
            key, sep, value = line.partition(":")
            if sep:
                key, value = key.strip().lower(), value.strip()
                self._info[key] = value
                if key == "content-type":
                    self._charset = value.partition("charset=")[2] or None
                elif key == "plural-forms":
                    self._plural = c2py(value.partition("plural=")[2].rstrip("; "))

    def gettext(self, message):
        found = self._catalog.get(message)
        if found is None:
            found = self._catalog.get((message, self._plural(1)))
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self._plural(n)))
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        found = self._catalog.get(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self._plural(n)))
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


Catalog = None      # set below: another name of translation()


def c2py(plural):
    """A function of an expression in C with the variable n."""
    allowed = set("n0123456789()<>=!&|?:%+-*/ \t")
    if len(plural) > 1000 or not set(plural) <= allowed:
        raise ValueError("invalid token in plural form")
    text = plural.replace("&&", " and ").replace("||", " or ").replace("!=", "\0").replace("!", " not ")
    text = _conditional(text.replace("\0", "!="))
    return eval(f"lambda n: int({text.replace('/', '//')})", {})


def _conditional(text):
    """a ? b : c as Python writes it."""
    depth = 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if c == "?" and depth == 0:
            level = 0
            for k in range(i + 1, len(text)):
                level += (text[k] == "?") + (text[k] == "(") - (text[k] == ")")
                if text[k] == ":":
                    if level == 0:
                        then, other = _conditional(text[i + 1:k]), _conditional(text[k + 1:])
                        return f"(({then}) if ({_conditional(text[:i])}) else ({other}))"
                    level -= 1
    start = text.find("(")
    if start < 0:
        return text
    depth = 0
    for k in range(start, len(text)):
        depth += (text[k] == "(") - (text[k] == ")")
        if depth == 0:
            return f"{text[:start]}({_conditional(text[start + 1:k])}){_conditional(text[k + 1:])}"
    raise ValueError("unbalanced parenthesis in plural form")


def _languages():
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value.split(":")
    return ["C"]


def find(domain, localedir=None, languages=None, all=False):
    """The file of a catalog, or all files."""
    found = []
    for lang in languages or _languages():
        if lang == "C":
            break
        base = lang.split("@")[0].split(".")[0]
        for name in dict.fromkeys((lang, base, base.split("_")[0])):
            path = os.path.join(localedir or _default_localedir, name, "LC_MESSAGES", domain + ".mo")
            if os.path.exists(path):
                if not all:
                    return path
                found.append(path)
    return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain."""
    cls = class_ or GNUTranslations
    result = None
    for path in find(domain, localedir, languages, all=True):
        key = cls, os.path.abspath(path)
        if key not in _translations:
            with open(path, "rb") as fp:
                _translations[key] = cls(fp)
        import copy
        t = copy.copy(_translations[key])
        if result is None:
            result = t
        else:
            result.add_fallback(t)
    if result is None:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    return result


Catalog = translation


def install(domain, localedir=None, *, names=None):
    """Make the translations of a domain the builtin _."""
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    """The current domain, which can be set."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """The folder of a domain's catalogs, which can be set."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    if domain not in _localedirs and not any(n in os.environ for n in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")):
        return NullTranslations()
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    """The translation of a message in the current domain."""
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    """The translation of a message about n things in the current domain."""
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)
