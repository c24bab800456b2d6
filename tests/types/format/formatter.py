# The parsers that string.Formatter uses.
import _string

for s in ("", "abc", "{}", "a{0.x[1]!r:>{w}}b{{}}c", "{a:{b}}{c!s}", "}}{{", "é{é}"):
    print([tuple(x) for x in _string.formatter_parser(s)])
for s in ("{", "}", "{0", "{!}", "{a!rx}", "{0:{"):
    try:
        print(list(_string.formatter_parser(s)))
    except ValueError as e:
        print(e)
for s in ("0.x[1].y[k]", "a", "", "[0]", "12", "a.b.c", "0[a.b]"):
    first, rest = _string.formatter_field_name_split(s)
    print(repr(first), list(rest))
for s in ("a[", "a[]", "a.", "a[0]x", "99999999999999999999999"):
    try:
        first, rest = _string.formatter_field_name_split(s)
        print(repr(first), list(rest))
    except ValueError as e:
        print(e)
