# The functions, patterns and matches.
import copy
import re
import warnings

print(re.sub("x*", "-", "abxd"), re.sub("x*", "-", ""), re.sub("", "-", "abc"), re.sub("b|(?=c)", "-", "abc"))
print(re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub(r"(?P<a>\w)", r"[\g<a>\g<1>\g<0>]", "ab"), re.sub("a", r"\n\t\\\.\x".replace("\\x", ""), "a"))
print(re.sub("a", lambda m: m.group().upper() * 2, "banana"), re.sub("a", "b", "aaaa", count=2), re.sub("z", "b", "aaaa"), re.subn("a", "b", "banana"), re.subn("z", "", "a"))
print(re.sub("(a)|b", r"<\1>", "ab"), re.sub("a", r"\101\060\07", "a").encode(), re.sub("(.)", r"\g<1>0", "ab"), re.sub("(?i)B", "x", "abBa"))
print(re.sub("a", "", "aaa"), repr(re.sub("é", "ü", "été")), re.sub("(?m)^", "> ", "a\nb\n"), re.sub("a", r"\0", "a").encode())
print(re.sub(b"a(.)", rb"\1\1", b"abac"), re.sub(b"a", lambda m: b"<" + m[0] + b">", bytearray(b"banana")), re.sub(b"z", b"", bytearray(b"ab")), re.sub(b"a", bytearray(b"x"), memoryview(b"aba")))
print(re.split(r"\W+", "a b, c"), re.split(r"(\W)", "a b,c"), re.split("x*", "axbc"), re.split("(x*)", "axbc"), re.split(",", ""), re.split("b|(c)", "abcd"), re.split(",", "a,b,c", maxsplit=1), re.split("(,)", ",a,"), re.split(b",", b"a,b"))
print(re.split(r"\b", "ab cd"), re.split("(?=b)", "abab"), re.split(",", "a,b", maxsplit=-1), re.split("", "ab"))
print(re.findall("a|b", "xaxb"), re.findall("(a)|b", "ab"), re.findall("(a)(b)?", "aba"), re.findall("", "ab"), re.findall(b"(.)", b"ab"), re.findall("x*", "axb"), re.findall(r"\w+", "hello wörld"))
print([m.span() for m in re.finditer("a*", "baac")], [m.span() for m in re.finditer("(?=.)", "abc")], [m[0] for m in re.finditer("é.", "aébécé")], [m.span() for m in re.finditer("é.", "aébécé")])
it = re.finditer("a", "aa")
print(next(it), next(it), next(it, "end"), next(it, "end"), iter(it) is it)
print(re.escape("a.b*c-d e_f/é#&~"), re.escape(b"a.\xe9\n"), re.escape(""), re.escape("".join(map(chr, range(128)))).encode())
print(re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aa"), re.fullmatch("a", "ab"), re.fullmatch("(?:a|ab)(?:c|bc)", "abc"))

p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", re.I | re.A)
print(p, p.pattern, p.flags, p.groups, p.groupindex, dict(p.groupindex), type(p), type(p.flags).__name__)
m = p.search("on 2024-05 or", 1)
print(m, m.re is p, m.string, m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs)
print(m.group(), m.group(0), m.group(1), m.group("month"), m.group(1, "month", 3), m[1], m["year"], m[0], m.groups(), m.groups("x"), m.groupdict(), m.groupdict(0), m.start(), m.end(), m.span(), m.start(1), m.end("month"), m.span(3), m.start(3), m.end(4))
print(m.expand(r"\1/\g<month>[\3]"), bool(m), copy.copy(m) is m, copy.deepcopy(m) is m, copy.copy(p) is p, copy.deepcopy(p) is p)
class I:
    def __index__(self):
        return 1
print(m[I()], m.group(I(), True), m.group(False))
print(p.match("2024-01", 0, 6), p.match("2024-01", 0, 7), p.match("xx2024-01", 2), p.match("2024-01", -5, 100), re.compile("^a").match("ba", 1), re.compile("a$").search("ab", 0, 1), re.compile("a").match("a", 5), re.compile("").match("a", 1, 0), re.compile("").match("abc", 10).span())
q = re.compile("é+(?P<x>b)?")
m = q.search("ü€é\U0001F600ééb", 3, 7)
print(m, m.span(), m.pos, m.endpos, m.regs, m.group("x"))
long = "é" * 300 + "x" + "ü" * 300
m = re.search("x(ü)", long)
print(m.span(), m.span(1), re.compile("ü").search(long, 450).span(), [x.start() for x in re.finditer("x|ü{100}", long)])
print(re.compile("a") == re.compile("a"), re.compile("a") is re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), re.compile("a") != re.compile("b"), hash(re.compile("a")) == hash(re.compile("a")), len({re.compile("a"), re.compile("b"), re.compile("a")}))
for f in [0, re.I, re.I | re.M, re.S | re.X, re.A, re.U, re.I | re.M | re.S | re.X | re.A]:
    print(re.compile("a", f), repr(f), re.compile("a", f).flags)
print(re.compile(b"a"), re.compile(b"a", re.L), re.compile(b"a").flags, re.compile("(?imsx)a"), re.compile("x" * 300).__repr__()[-5:], len(repr(re.compile("x" * 300))))
print(re.I, str(re.I), repr(re.I | re.X), re.I.value, re.IGNORECASE is re.I, re.RegexFlag(0), re.NOFLAG, re.I & re.M, ~re.I, re.RegexFlag(258), isinstance(re.I, int), re.RegexFlag.__members__.keys(), f"{re.I}", "%s %d" % (re.M, re.M))
print(re.match("a" * 60, "a" * 60), re.match("(?s).*", "a\n'\"é"), re.match(b"a", b"a"))
class S(str):
    pass
s = S("abc")
m = re.match(".*", s)
print(m.string is s, type(m.group()), type(re.sub("x", "", s)), type(re.sub("a", "", s)), type(re.escape(s)))
print(re.compile(S("a")).pattern, type(re.compile(S("a")).pattern).__name__)
b = bytearray(b"abc")
m = re.match(b"(.)(.)", b)
print(m, m.groups(), m.string is b, type(m[1]))
s = re.compile(r"\d+|\w").scanner("12a 3")
print(s.match(), s.match(), s.match(), s.match(), s.pattern, type(s).__name__)
s = re.compile(r"\d+|\w").scanner("12a 3")
print(s.search(), s.search(), s.search(), s.search(), s.search())
def ident(scanner, token): return ("id", token)
sc = re.Scanner([(r"[a-zA-Z_]\w*", ident), (r"\d+\.\d*", lambda s, t: float(t)), (r"\d+", lambda s, t: (int(t), s.match.span())), (r"=|\+|-|\*|/", "op"), (r"\s+", None)])
print(sc.scan("sum = 3*foo + 312.50+bar"), sc.scan("a ? b"), sc.scan(""))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(re.sub("a", "b", "aaa", 1), re.split(",", "a,b,c", 1), re.subn("a", "b", "AAA", 2, re.I))
    print([(x.category.__name__, str(x.message)) for x in w])
print(sorted(re.__all__), re.Pattern[str], re.Match[bytes])
re.purge()
print(isinstance(re.compile("a"), re.Pattern), isinstance(re.match("a", "a"), re.Match), re.Pattern.__module__, re.Match.__qualname__)
n = 0
for i in range(700):
    n += len(re.findall(f"a{{{i}}}", "a" * 700))
print(n)
print(re.sub(r"(?:a|b)*?c", "", "ababcc"), re.sub(r"\s+$", "", "a b   "), re.sub(r"^\s+|\s+$", "", "  a b  "), re.sub(r"([A-Z])", lambda m: "_" + m[1].lower(), "fooBarBaz"))
def f(m):
    return re.sub("b", "c", m[0])
print(re.sub("ab", f, "ab ab"), [re.findall("a", m[0]) for m in re.finditer("a+", "aabaaa")])
print(re.match(r"(?:a*)*$", "a" * 30), re.match(r"(a|b)*", "ab" * 20000).span(), re.match(r"(?:(a)|b)*", "ab" * 20000).span(1), re.search("(?:x|.)*?y", "a" * 5000 + "y").end())
print(re.match(r"(?:" * 50 + "a" + ")" * 50, "a"), re.match("(" * 100 + ")" * 100, "").lastindex)
