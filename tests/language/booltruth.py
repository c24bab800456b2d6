# The truth of an operand is asked for once, also in nested conditions.
import itertools


class X:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print(end=self.name + " ")
        return self.truth

    def __repr__(self):
        return self.name.upper()


EXPRS = ["a and b or c", "a or b and c", "(a or b) and c", "a and (b or c)", "(a and b) and c", "a or (b or c)",
         "(a and b or c) and d", "(a or b and c) or d", "(a and (b or c)) or d", "(a or b) and (c or d)",
         "(a and b) or (c and d)", "(a and 1) or c", "(a and 0) or c", "(a or 1) and c", "(a or 0) and c",
         "((a and b) or 0) and c", "(0 and a) or b", "(1 or a) and b", "not (a and b) or c", "(not a or b) and c",
         "((a or b) and (c or d) and a) or b", "(a if b else c) and d or a"]
for e in EXPRS:
    print(e)
    for bits in itertools.product([0, 1], repeat=4):
        ns = {n: X(n, bool(t)) for n, t in zip("abcd", bits)}
        if any(ns[n].truth for n in ns if n not in e):
            continue
        r = eval(e, ns)
        print("->", r, end="; ")
        exec(f"def f(a, b, c, d):\n x = {e}\n return x", ns)
        print("->", ns["f"](*[ns[n] for n in "abcd"]), end="; ")
        exec(f"if {e}: print('yes')\nelse: print('no')", ns)
