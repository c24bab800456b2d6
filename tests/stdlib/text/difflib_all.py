import difflib
import random
from difflib import SequenceMatcher as SM

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

for a, b in [("abcd", "bcde"), ("qabxcd", "abycdf"), ("", ""), ("", "a"), ("a", ""), (" abcd", "abcd abcd"), ("private Thread currentThread;", "private volatile Thread currentThread;"), ("abxcd", "abcd"), ("aaaa", "aa"), ([1, 2, 3], [2, 3, 4])]:
    for junk in (None, lambda x: x == " "):
        s = SM(junk, a, b)
        print(a, b, s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(), s.get_matching_blocks(), s.get_opcodes(), list(s.get_grouped_opcodes(1)), s.bjunk, s.bpopular)
s = SM(None, "a" * 100 + "b" * 100, "b" * 150 + "c" + "a" * 150)
print(s.bpopular == {"a", "b"}, s.ratio(), SM(None, "x" * 250, "y" + "x" * 250, autojunk=False).ratio(), SM(None, "x" * 250, "y" + "x" * 250).ratio(), s.find_longest_match(10, 20, 30, 200), SM[int])
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "with", "where"], n=1), difflib.get_close_matches("accept", ["except", "exceed"], cutoff=0.7), difflib.get_close_matches("x", []))
tries(lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff("a", ["b"])), lambda: list(difflib.unified_diff([1], ["b"])), lambda: list(difflib.unified_diff(["a"], [b"b"])), lambda: list(difflib.unified_diff(["a"], ["b"], b"x")), lambda: list(difflib.context_diff("ab", "cd")), lambda: list(difflib.diff_bytes(difflib.unified_diff, [b"a"], ["b"])), lambda: list(difflib.diff_bytes(difflib.unified_diff, [b"a"], [b"\xff"], b"f", b"g", lineterm=b"")), lambda: SM(None, [[]], [[]]))
x = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
y = "ore\ntree\nthree\nemu\nfive\nsix!\nseven\neight\nnine\n\tten\neleven\n".splitlines(True)
for a, b in [(x, y), (y, x), (x, []), ([], y), (x, x), (["a\n"], ["b\n", "c\n"]), (["\tI am a buggy\n"], ["\t\tI am a bug\n"]), ([" a b\n", "c\n"], ["ab \n", " c\n"])]:
    d = list(difflib.ndiff(a, b))
    print("".join(d))
    print(list(difflib.restore(d, 1)) == a, list(difflib.restore(d, 2)) == b)
    for n in (0, 1, 3):
        print("".join(difflib.unified_diff(a, b, "old", "new", "2024-01-01", n=n)))
        print("".join(difflib.context_diff(a, b, "old", "new", tofiledate="2024-01-02", n=n)))
print("\n".join(difflib.unified_diff(["a", "b"], ["a", "c"], lineterm="")), list(difflib.unified_diff([], [])))
print("".join(difflib.Differ(difflib.IS_LINE_JUNK, difflib.IS_CHARACTER_JUNK).compare(x, y)))
print(difflib.IS_LINE_JUNK("\n"), difflib.IS_LINE_JUNK("  #   \n"), difflib.IS_LINE_JUNK("hello\n"), difflib.IS_CHARACTER_JUNK(" "), difflib.IS_CHARACTER_JUNK("x"))
rnd = random.Random(8)
for k in range(120):
    a = ["".join(rnd.choice("ab c") for _ in range(rnd.randrange(2, 9))) + "\n" for _ in range(rnd.randrange(0, 25))]
    b = [l if rnd.random() < .6 else l[:2] + rnd.choice("abcx") + l[3:] for l in a if rnd.random() < .8]
    for _ in range(rnd.randrange(3)):
        b.insert(rnd.randrange(len(b) + 1), "new" + str(rnd.randrange(5)) + "\n")
    print(k, SM(None, a, b).ratio(), list(difflib.ndiff(a, b)), list(difflib.unified_diff(a, b, n=1)), list(difflib.context_diff(a, b, n=2)))
