import textwrap
from textwrap import wrap, fill, shorten, dedent, indent, TextWrapper

text = "Hello there, how are you this fine day?  I'm glad to hear it! This-is-a-useful feature -- really--and truly, so-called 'quoted-word' e-mail -a -option foo--bar."
for w in (1, 5, 10, 12, 20, 31, 45, 80):
    print(w, wrap(text, w))
    print(w, wrap(text, w, break_long_words=False), wrap(text, w, break_on_hyphens=False))
    print(w, wrap(text, w, fix_sentence_endings=True, drop_whitespace=False))
print(wrap(""), wrap("   "), wrap("  a  "), fill("a b c", 3), repr(fill("")), wrap("a\tb\nc", 4), wrap("a\tb", expand_tabs=False), wrap("a\tb", tabsize=4), wrap("a\nb", replace_whitespace=False), wrap("a\n\nb  ", 3, replace_whitespace=False, drop_whitespace=False))
print(fill(text, 30, initial_indent="* ", subsequent_indent="    "))
for n in (1, 2, 3):
    for w in (12, 20, 30):
        print(wrap(text, w, max_lines=n), wrap(text, w, max_lines=n, placeholder="..."), wrap(text, w, max_lines=n, subsequent_indent="  ", placeholder=" more"))
print(shorten("Hello  world!", 12), shorten("Hello  world!", 11), shorten("Hello world", width=10, placeholder="..."), shorten("", 5), shorten("hello", 5), shorten("abc def", 5, placeholder=""))
for f in (lambda: wrap("a", 0), lambda: wrap("a", -1), lambda: shorten("hello world", 3), lambda: wrap("a b", 5, max_lines=1, placeholder="toolong"), lambda: wrap(1), lambda: dedent(1), lambda: dedent(None), lambda: indent(1, "x"), lambda: wrap("a", foo=1), lambda: dedent(b"a")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for s in ["  a\n    b\n  c\n", "\ta\n  b\n", "  a\n\n   \n  b", "a\n  b", "", "\n", "   ", "  a", " \t a\n \t b\n", "    a\n   \t\n    b\n", "\n  x\n   y\n", "  é\n  ü", "  a\r\n  b\r\n", "  \x0c a\n  b"]:
    print(repr(dedent(s)))
for s in ["a\nb\n", "a\n\n  \nb", "", "\n", "a\r\nb"]:
    print(repr(indent(s, "> ")), repr(indent(s, "> ", lambda l: True)), repr(indent(s, "", str.isspace)))
w = TextWrapper(width=20)
print(w.wrap("the quick brown fox jumps over"), w.fill("aaa " * 10), w._split("look-ma --no-hands x--y 3-4 a-b-c well-known, non-\x20x"), w._split("--a---b -- c-d-e-f 1-2-3 foo-1 é-à-ü"))
print(wrap("aaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbb ccc", 10), wrap("----------------------", 7), wrap("a\u00a0b c\u2003d", 3), textwrap.__all__)
print(wrap("日本語 テキスト ラップ", 5), wrap("http://example.com/very-long-path/of/things?x=1", 12), wrap("x " * 30 + "end.", 15, initial_indent=" " * 16))
