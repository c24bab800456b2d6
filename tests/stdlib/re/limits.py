# Large patterns and texts.
import re

print(re.compile("(" * 90 + ")" * 90).groups, re.match("(?:a*|b)?" * 40, "aab").end(), re.match("(?:a*)?" * 60, "aab").end())
try:
    re.compile("(" * 100000 + ")" * 100000)
except RecursionError:
    print("RecursionError")
print(re.search("|".join("w%dx" % i for i in range(2000)), "xx w1999x").group(), re.match("(?:ab){100000}", "ab" * 100000).end())
print(re.match("[" + "".join(map(chr, range(0x400, 0x3000))) + "]+", "\u0500\u2fff\u3000").end(), re.compile("a{0,4294967294}").match("aaa").end())
print(len(re.findall("(a)(b)(c)" * 30, "abc" * 1000)), re.match(".*" * 10, "x" * 3000).end(), re.compile("a" * 100000).match("a" * 100000).end())
print(re.match(r"(?:(a)|b)*", "ab" * 100000).span(1), re.match("(?:a|b)*?c", "ab" * 20000 + "c").end(), re.sub("(?:x*)y", "", "x" * 2000) == "x" * 2000)
