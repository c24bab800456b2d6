# Patterns that do not compile, with messages and positions.
import re
import warnings

bad = [
    "(", ")", "a)", "(a", "((a)", "(?", "(?P", "(?P<", "(?P<a", "(?P<>a)", "(?P<1a>b)", "(?P<a>b", "(?P=", "(?P=)", "(?P=a",
    "(?P=x)", "(?P<a>b)(?P<a>c)", "(?P<a>(?P=a))", "(?Px)", "(?z)", "(?<", "(?<a", "(?<x>a)", "(?=", "(?!", "(?<=a*)b", "(?<!a+)b",
    "(?<=a|bc)", "(?:", "(?#abc", "(?(1)a|b)", "(?(", "(?()a)", "(?(a)b)", "(?(0)a)", "(?(1)", "(a)(?(1)b|c|d)", "(a)(?(1)b",
    "(?(99999999999)a)", "(?(-1)a)", "(?i", "(?i-", "(?i-i:a)", "(?-", "(?-:a)", "(?i-:a)", "(?-u:a)", "(?au)", "(?a-a:b)",
    "(?L)", "(?L:a)", "(?u-a:b)", "(?im", "(?iz)", "(?i1)", "(?-z:a)", "(?i-z:a)", "(?-i)", "a(?i)b", "a|(?i)b", "(a)(?i)",
    "(?:(?i)a)", "*", "+a", "?", "{1}", "a**", "a+*", "a?{2}", "a{2}{3}", "a{2}*", "a*?*", "a*+*", "a{3,2}", "a{99999999999}", "a{1,99999999999}",
    "(*)", "|*", "a|*", "^*", "$*", "\\b*", "(?:)*", "(?i)*", "[", "[a", "[]", "[^]", "[^", "[a-", "[b-a]", "[a-\\d]", "[\\d-a]", "[\\w-\\d]",
    "[a-\\", "[\\", "\\", "a\\", "\\1", "(a)\\2", "(\\1)", "(a\\1)", "\\400", "[\\400]", "[\\9]", "\\9", "\\08", "\\x", "\\x1", "\\xg", "\\u", "\\u123", "\\U1234567",
    "\\U00110000", "[\\x]", "[\\u12]", "\\q", "\\y", "\\E", "[\\q]", "[\\B]", "\\p{L}", "\\N", "\\N{", "\\N{}", "\\N{nope nope}", "[\\N{nope}]", "(?<=(a)\\1)b", "(?<=(?P<a>a)(?P=a))b",
    "(?<=(a)(?(1)b))c", "(?P<é>a)(?P=è)", "(?P<a.b>c)", "(?P<a b>c)", "(?P<a\\>b)", "abc\n(def\n(", "\n\n  [", "a" * 60 + "(", "(?P<foo_123", "(?P<foo_123>a)(?P=!)",
    "(?>a", "(?>", "(?a:b", "(?P>a)", "(?\\)", "(?<\\)", "(?P\\)", "x{5}{", "[z-a-]", "[[:alpha:]--]", "(?P<\U0001d518>a)(?P=\U0001d518", "(?P<x>a)(?(y)b)", "(?i)(?s)(", "\\8", "(?P<a>)(?(a",
]
for p in bad:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(p)
    except re.error as e:
        print(repr(p), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)
    except Exception as e:
        print(repr(p), type(e).__name__, e)
    else:
        print(repr(p), "fine")

for p in [b"(?u)a", b"\\u1234", b"\\N{a}", b"(?P<\xe9>a)", b"(?P=\xe9)", b"(?P<a>b)(?P=c)", b"[\xe9-a]", b"\\400", b"(?aL)x", b"(?L-i:a)", b"(?-L:a)", b"a\n(", b"(?\xe9)", b"(?P\xe9)", b"\\q"]:
    try:
        re.compile(p)
    except re.error as e:
        print(repr(p), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)
    except Exception as e:
        print(repr(p), type(e).__name__, e)
    else:
        print(repr(p), "fine")

for p, f in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (b"a", re.A | re.L), ("(?u)a", re.A), ("(?a)a", re.U), (1, 0), (None, 0), (re.compile("a"), re.I)]:
    try:
        print(re.compile(p, f))
    except Exception as e:
        print(p, f, type(e).__name__, e)

for p in ["[[a]", "[a--b]", "[a&&b]", "[a~~b]", "[a||b]", "[--a]", "[a--]", "[[]", "[^[a]", "[&&]", "[a-b--c]"]:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            re.compile(p)
        except re.error as e:
            print(p, e)
        print(p, [(x.category.__name__, str(x.message)) for x in w])

for t in ["\\", "\\g", "\\g<", "\\g<>", "\\g<a", "\\g<1", "\\g<a a>", "\\g<1a1>", "\\g<ab>", "\\g<2>", "\\2", "\\9", "\\99", "\\400", "\\q", "\\Z", "\\g<-1>", "\\g<+1>", "\\g< 1 >", "\\g<²>", "\\g<99999999999999>", "a\\g", "\\1000"]:
    try:
        print(repr(t), repr(re.sub("(?P<a>x)", t, "x")))
    except re.error as e:
        print(repr(t), "|", e, e.pos, e.pattern == t)
    except Exception as e:
        print(repr(t), type(e).__name__, e)
for t in [b"\\g<\xe9>", b"\\g<b>", b"\\q", b"\\3"]:
    try:
        print(repr(t), repr(re.sub(b"(?P<a>x)", t, b"x")))
    except Exception as e:
        print(repr(t), type(e).__name__, e)

def tries(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)

p = re.compile("(a)")
m = p.match("a")
tries(lambda: p.match(b"a"), lambda: re.compile(b"a").match("a"), lambda: p.match(1), lambda: p.match(None), lambda: p.match(["a"]),
      lambda: m.group(2), lambda: m.group("x"), lambda: m[-1], lambda: m[1.5], lambda: m[None], lambda: m.start(5), lambda: m.span("q"),
      lambda: m.group(1, 5), lambda: m.end(10**30), lambda: p.sub(1, "a"), lambda: p.sub(None, "a"), lambda: p.sub(b"x", "a"), lambda: re.sub(b"a", "x", b"a"),
      lambda: p.sub(lambda m: 1, "a"), lambda: p.sub(lambda m: 1, "ba"), lambda: p.sub(lambda m: 1 // 0, "a"), lambda: p.match("a", "b"), lambda: p.match(), lambda: p.match("a", endpos=None),
      lambda: p.sub("x", "a", count="z"), lambda: p.split("a", 1.5), lambda: p.findall(), lambda: m.expand(1), lambda: m.expand("\\5"), lambda: re.escape(1),
      lambda: re.sub("a", "b", "c", 1, 2, 3), lambda: re.Pattern(), lambda: re.Match(), lambda: p < p, lambda: p == 1)
e = re.PatternError("boo")
print(e, e.msg, e.pos, e.pattern, e.lineno, e.colno, re.error is re.PatternError, re.PatternError.__module__, re.PatternError.__mro__[1])
e = re.PatternError("boo", "a\nbc", 3)
print(e, e.lineno, e.colno, e.args)
