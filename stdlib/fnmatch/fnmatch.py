import os
from _fnmatch import fnmatchcase

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Test whether a file name matches a pattern."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    """Return the names that match a pattern."""
    pat = os.path.normcase(pat)
    return [name for name in names if fnmatchcase(os.path.normcase(name), pat)]


def filterfalse(names, pat):
    """Return the names that do not match a pattern."""
    pat = os.path.normcase(pat)
    return [name for name in names if not fnmatchcase(os.path.normcase(name), pat)]


def _escape(c):
    return "\\" + c if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else c


def _char_class(stuff):
    """Return the regular expression of a [...] set."""
    if "-" not in stuff:
        stuff = stuff.replace("\\", "\\\\")
    else:
        chunks = []
        i, k = 0, 2 if stuff[0] == "!" else 1
        while (k := stuff.find("-", k)) >= 0:
            chunks.append(stuff[i:k])
            i = k + 1
            k += 3
        if stuff[i:]:
            chunks.append(stuff[i:])
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1:k + 1] = [chunks[k - 1][:-1] + chunks[k][1:]]
        stuff = "-".join(s.replace("\\", "\\\\").replace("-", "\\-") for s in chunks)
    out = "".join("\\" + c if c in "&~|" else c for c in stuff)
    if not out:
        return "(?!)"
    if out == "!":
        return "."
    if out[0] == "!":
        out = "^" + out[1:]
    elif out[0] in "^[":
        out = "\\" + out
    return f"[{out}]"


def _parts(pat, star, question):
    """Split a pattern into regular expressions of its elements."""
    i, n = 0, len(pat)
    out = []
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not out or out[-1] is not star:
                out.append(star)
        elif c == "?":
            out.append(question)
        elif c == "[":
            j = i
            if j < n and pat[j] == "!":
                j += 1
            if j < n and pat[j] == "]":
                j += 1
            j = pat.find("]", j)
            if j < 0:
                out.append("\\[")
            else:
                out.append(_char_class(pat[i:j]))
                i = j + 1
        else:
            out.append(_escape(c))
    return out


def translate(pat):
    """Return the regular expression of a shell pattern."""
    star = object()
    parts = _parts(pat, star, ".")
    try:
        first = parts.index(star)
    except ValueError:
        return rf"(?s:{''.join(parts)})\z"
    out = parts[:first]
    rest = parts[first + 1:]
    while rest:
        fixed = []
        while rest and rest[0] is not star:
            fixed.append(rest.pop(0))
        if not rest:
            return rf"(?s:{''.join(out)}.*{''.join(fixed)})\z"
        rest.pop(0)
        out.append(f"(?>.*?{''.join(fixed)})")
    return rf"(?s:{''.join(out)}.*)\z"
