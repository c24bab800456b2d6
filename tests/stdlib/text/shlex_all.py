import io
import itertools
import shlex

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

cases = ["", " ", "foo bar", " foo   bar ", "foo 'bar baz'", 'foo "bar baz"', 'a"b c"d', "a'b c'd", r"foo\ bar", r"a\\b", r'"a\"b"', r"'a\'b'", r'"a\nb"', r"foo\x", "foo#bar", "foo #bar\nbaz", "#c\nx", '""', "''", "'' a", "a;b", "a && b || c", "a|b>c<d&e", "~/x.txt *.py -a=1", "é ü", "a 'b", 'a "b', "a\\", "x=\"y z\"", "a\tb\r\nc", "!@^", "f(a, b)", "a\"\"b", "'a'b'c'", "\"'\"", "a'#'b # c", ",x,y", "foo;;bar", "a>>b", "a&&b", "x  && y", "'a' 'b'", "(a)(b)"]
for c in cases:
    tries(lambda: shlex.split(c), lambda: shlex.split(c, True), lambda: shlex.split(c, posix=False), lambda: list(shlex.shlex(c)), lambda: list(shlex.shlex(c, posix=True)), lambda: list(shlex.shlex(c, punctuation_chars=True)), lambda: list(shlex.shlex(c, posix=True, punctuation_chars=";|")))
    def g():
        s = shlex.shlex(c, posix=True, punctuation_chars=True)
        s.whitespace_split = True
        return list(s)
    tries(g)
for t in itertools.product("a '\"\\#;\n", repeat=3):
    s = "".join(t)
    r = []
    for kw in (dict(posix=True), dict(posix=False), dict(posix=True, punctuation_chars=True), dict(punctuation_chars=True)):
        try:
            r.append(list(shlex.shlex(s, **kw)))
        except ValueError as e:
            r.append(str(e))
    print(repr(s), r)
tries(lambda: shlex.split(None), lambda: shlex.quote(1), lambda: shlex.quote(b"a"), lambda: shlex.quote(None))
for s in ["", "abc", "a b", "it's", "a$b", "é", "a@b.c:/x=1,2%+-_", "a\nb", "'", '"', "*", "~", "a;b"]:
    print(repr(shlex.quote(s)), shlex.split(shlex.quote(s)) == [s])
print(shlex.join(["a", "b c", "it's", ""]), shlex.join([]))
s = shlex.shlex("a b include 'x' c\nd", "in.txt", posix=True)
s.source = "include"
s.sourcehook = lambda n: (n, io.StringIO("p q\nr"))
print([(t, s.infile, s.lineno) for t in s])
s = shlex.shlex("a b", "f")
s.push_token("z")
print(s.get_token(), s.get_token(), s.error_leader(), s.error_leader("g", 5), s.get_token(), repr(s.get_token()), s.punctuation_chars, sorted(shlex.__all__))
s.push_source("m n", "new")
print(list(s))
s = shlex.shlex("a 'b", posix=True)
s.debug = 3
tries(lambda: list(s))
tries(lambda: setattr(shlex.shlex(""), "punctuation_chars", "x"))
print(sorted(shlex.shlex("", posix=True).wordchars) == sorted(set(shlex.shlex("", posix=True).wordchars)), len(shlex.shlex("", posix=True).wordchars))
