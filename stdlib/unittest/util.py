"""Reprs that fit into messages, and comparisons that explain themselves."""

from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12  # room for "[123 chars]"
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (
    _MIN_BEGIN_LEN + _MIN_COMMON_LEN + _MIN_END_LEN + 2 * _PLACEHOLDER_LEN)


def _shorten(s, head, tail):
    """Replace the middle of s by its length where that saves room."""
    hidden = len(s) - head - tail
    if hidden <= _PLACEHOLDER_LEN:
        return s
    return f"{s[:head]}[{hidden} chars]{s[len(s) - tail:]}"


def _common_shorten_repr(*args):
    """Reprs of args, shortened so that the places where they differ show."""
    reprs = tuple(safe_repr(a) for a in args)
    longest = max(map(len, reprs))
    if longest <= _MAX_LENGTH:
        return reprs
    prefix = commonprefix(reprs)
    n = len(prefix)
    keep = _MAX_LENGTH - _MIN_BEGIN_LEN - _PLACEHOLDER_LEN - (longest - n)
    if keep > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, keep)
        return tuple(prefix + r[n:] for r in reprs)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(r[n:], _MIN_DIFF_LEN, _MIN_END_LEN)
                 for r in reprs)


def safe_repr(obj, short=False):
    """repr(obj), or object's if that one raises."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        text = text[:_MAX_LENGTH] + " [truncated]..."
    return text


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
    """-1, 0 or 1 as x is less than, equal to or greater than y."""
    return (x > y) - (x < y)


def sorted_list_difference(expected, actual):
    """What only one of two sorted lists has: (missing, unexpected)."""
    i = j = 0
    missing, unexpected = [], []
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        less, greater = e < a, e > a
        if less:
            missing.append(e)
        elif greater:
            unexpected.append(a)
        if not greater:
            while i < len(expected) and expected[i] == e:
                i += 1
        if not less:
            while j < len(actual) and actual[j] == a:
                j += 1
    missing.extend(expected[i:])
    unexpected.extend(actual[j:])
    return missing, unexpected


def unorderable_list_difference(expected, actual):
    """The same for lists that cannot be sorted. Both are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_all_purpose(actual, expected):
    """Elements that occur differently often, found by == alone."""
    gone = object()
    left, right = list(actual), list(expected)

    def take(seq, value):
        n = 0
        for k, other in enumerate(seq):
            if other is not gone and other == value:
                n += 1
                seq[k] = gone
        return n

    result = []
    for value in left:
        if value is not gone:
            counts = take(left, value), take(right, value)
            if counts[0] != counts[1]:
                result.append(_Mismatch(*counts, value))
    for value in right:
        if value is not gone:
            result.append(_Mismatch(0, take(right, value), value))
    return result


def _count_diff_hashable(actual, expected):
    """Elements that occur differently often, found by their hashes."""
    left, right = Counter(actual), Counter(expected)
    result = [_Mismatch(n, right.get(value, 0), value)
              for value, n in left.items() if n != right.get(value, 0)]
    result += [_Mismatch(0, n, value)
               for value, n in right.items() if value not in left]
    return result


_NO_ITEM = (TypeError, IndexError, NotImplementedError)


def _sequence_difference(first, second, kind):
    """In which way two sequences differ, or None if they do not. kind is the
    type they must have, or None."""
    name = "sequence" if kind is None else kind.__name__
    sizes = []
    for which, seq in (("First", first), ("Second", second)):
        try:
            sizes.append(len(seq))
        except (TypeError, NotImplementedError):
            return f"{which} {name} has no length.    Non-sequence?"
    if first == second:
        return None
    len1, len2 = sizes
    text = "%ss differ: %s != %s\n" % (
        name.capitalize(), *_common_shorten_repr(first, second))
    found = _first_difference(first, second, min(sizes), name)
    if found is None and len1 == len2 and kind is None and type(first) != type(second):
        return None  # the same elements in sequences of different types
    text += found or ""
    if len1 > len2:
        text += _extra_elements("First", first, len2, len1, name)
    elif len1 < len2:
        text += _extra_elements("Second", second, len1, len2, name)
    return text


def _first_difference(first, second, n, name):
    for i in range(n):
        items = []
        for which, seq in (("first", first), ("second", second)):
            try:
                items.append(seq[i])
            except _NO_ITEM:
                return f"\nUnable to index element {i} of {which} {name}\n"
        if items[0] != items[1]:
            return "\nFirst differing element %d:\n%s\n%s\n" % (
                i, *_common_shorten_repr(*items))
    return None


def _extra_elements(which, seq, start, stop, name):
    text = f"\n{which} {name} contains {stop - start} additional elements.\n"
    try:
        return text + f"First extra element {start}:\n{safe_repr(seq[start])}\n"
    except _NO_ITEM:
        return text + f"Unable to index element {start} of {which.lower()} {name}\n"


def _pretty_diff(first, second):
    """ndiff of the pretty-printed values."""
    import difflib
    import pprint
    return "\n" + "\n".join(difflib.ndiff(
        pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def _text_diff(first, second):
    """ndiff of two texts, where a missing newline at the end of one shows."""
    import difflib
    ends = [s[-1:] for s in (first, second)]
    if first and second:
        open_end = ends != ["\n", "\n"]
        first, second = (s + "\n" if open_end else s for s in (first, second))
    else:
        first, second = (s + "\n" if s and s[-1] != "\n" else s
                         for s in (first, second))
    return "\n" + "".join(difflib.ndiff(
        first.splitlines(keepends=True), second.splitlines(keepends=True)))
