# Malformed sources: compile() raises what CPython raises, at the same line.

HAND = [
    "(", ")", "[", "]", "{", "}", "(]", "[)", "{)", "((", "(()", "f(", "f(a b)", "f(a=1, a=2)", "f(**k, *a)", "f(a for a in b, c)",
    "def", "def f", "def f(", "def f():", "def f()\n  pass", "def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass",
    "def f(**k, a): pass", "def f(/): pass", "def f(a, /, b, /): pass", "def f(*a, *b): pass", "def f(1): pass", "def f(a.b): pass",
    "class", "class A", "class A:", "class A(:", "class 1: pass", "lambda", "lambda x", "lambda x=: 1", "lambda *: 1",
    "if", "if 1", "if 1:", "if 1: pass else: pass", "elif 1: pass", "else: pass", "if x = 1: pass", "if 1:\npass", "if 1:\n  pass\n pass",
    "while", "while 1", "for", "for x", "for x in", "for x in y", "for 1 in y: pass", "for f() in y: pass", "for x in y: break; else: pass",
    "break", "continue", "return", "yield", "await x", "def f():\n  await x", "async def f():\n  yield from x", "async x", "async for x in y: pass",
    "class A:\n  return 1", "def f():\n  break", "for x in y:\n  def f(): continue", "nonlocal x", "def f():\n  nonlocal x", "def f(x):\n  global x",
    "def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  global x", "global x; nonlocal x", "def f(x):\n  nonlocal x",
    "x =", "= 1", "x == ", "1 = x", "f() = 1", "x + 1 = 2", "None = 1", "True = 1", "...= 1", "(a, 1) = b", "[a, f()] = b", "*a = b", "*a, *b = c",
    "a, b += c", "f() += 1", "x := 1", "(x := 1) = 2", "(1 := x)", "x: int: str", "(a, b): int", "[a]: int", "*a: int", "x: ", "x, y: int = 1",
    "del", "del f()", "del 1", "del (a, 1)", "del a +", "del *a", "import", "import a.", "import a as", "import a as b.c", "from", "from a", "from a import",
    "from a import (b", "from a import b,", "from . import *, a", "from a import (*)", "def f():\n  from a import *", "import a, ", "from __future__ import nope",
    "x = 1\nfrom __future__ import annotations", "try: pass", "try:\n  pass\nfinally", "except: pass", "try: pass\nexcept: pass\nexcept A: pass",
    "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept*: pass", "with", "with a", "with a as 1: pass", "with a as f(): pass", "with (a as b: pass",
    "raise x from", "raise from x", "assert", "assert x,", "pass pass", "x y", "1 2", "'a' 1", "x.1", "x..y", ".x", "x.", "x[", "x[]", "x[1", "x[1:2:3:4]",
    "1.2.3", "1__0", "1_", "0_", "01", "0x", "0xg", "0b2", "0o8", "1e", "1e+", "1j2", "12abc", "0b", "1if", "5in x", "0777", "1._0", "0x_",
    "'", '"', "'''", '"""', "'a\nb'", "'\\x1'", "'\\u12'", "'\\U00110000'", "'\\N{nope nope}'", "b'\u00e9'", "b'a' 'b'", "f'{'", "f'}'", "f'{}'", "f'{x'", "f'{x!}'", "f'{x!z}'",
    "f'{x:{y'", "f'{a b}'", "f'{*}'", "f'{lambda x: 1}'", "f'{=}'", "f'{x!r:{y!}}'", "t'{'", "rb'", "ub''", "fb''",
    "@", "@x", "@x\n", "@x\ny = 1", "@x y\ndef f(): pass", "$", "?", "!", "`x`", "x ? y", "a <> b", "a ! b", "a =! b", "x++", "++", "not", "a not b", "a is not", "a in", "not in",
    "\\", "x = \\", "\\ x", "x = 1 \\ \ny", "print 'x'", "exec 'x'", "print x, y", "\tx\n        y", "  x", "if 1:\n\tx\n        y", "if 1:\n  x\n\ty", "x\n  y",
    "{1: 2, 3}", "{1, 2: 3}", "{**a, 1}", "{*a: 1}", "{1:}", "{:1}", "{a: b for c}", "[a for]", "[a for b in]", "[for a in b]", "(a for a in b if)", "[*a for a in b]", "{**a for a in b}",
    "[x if y for z in w]", "x if y", "x if y else", "if y else z", "(yield) = 1", "[(yield) for x in y]", "def f():\n  [(yield x) for x in y]", "class A:\n  [(yield x) for x in y]",
    "match x:\n  case", "match x:\n  case 1", "match x:\ncase 1: pass", "match x:\n  case a | b: pass", "match x:\n  case a: pass\n  case b: pass", "match x:\n  case {**r, 'a': 1}: pass",
    "match x:\n  case [*a, *b]: pass", "match x:\n  case A(a=1, 2): pass", "match x:\n  case A(a=1, a=2): pass", "match x:\n  case {1: a, 1: b}: pass", "match x:\n  case -a: pass", "match x:\n  case 1 + 1: pass",
    "type", "type X", "type X =", "type X[T, T] = int", "def f[T, T](): pass", "class A[*T, T]: pass", "def f[T=int, U](): pass", "type X[] = int", "def f[](): pass", "class A[]: pass",
    "def f[T: (yield)](): pass", "type X = (yield)", "x: (yield)", "def f(x: (await y)): pass", "super = (x := y = z)", "[x := 1 for x in y]", "[y for x in (y := z)]", "class A: [x := 1 for _ in y]",
    "__debug__ = 1", "def __debug__(): pass", "def f(__debug__): pass", "f(__debug__=1)", "import __debug__", "x.__debug__ = 1", "del __debug__", "for __debug__ in x: pass",
    "f(1=2)", "f(a.b=1)", "f(True=1)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(**x, y)", "f(x=1, y)", "f(*)", "f(**)", "f(,)", "f(a,,b)", "[,]", "(,)", "{,}", "[1,,2]",
    "x = (1,\n2\n3)", "x = [1,\n2\n3]", "def f(:\n  pass", "x = {\n'a': 1\n'b': 2}", "print(\n'a'\n'b'\n", "for x in range(10)\n  pass", "while True\n  pass", "class C\n  pass", "try\n  pass", "with a\n  pass",
    "\u00b2 = 1", "x\u00a0= 1", "\u201cx\u201d", "a\u2028b", "x = \u20ac5", "\x00", "x\x00y", "'\x00'", "# \x00", "x = 1\x0c\n\x01", "\ufeffx = (",
    "async def f():\n  async with a: pass\n  async for\n", "def f():\n  async with a: pass", "def f():\n  async for a in b: pass", "def f():\n  [a async for a in b]", "lambda: (await x)", "async lambda: 1", "async def f(): return 1; yield", "async def f():\n  yield 1\n  return 2",
    "(a, b) := 1", "x = y := 1", "f(a:=1, b=c:=2)", "lambda x: y := 1", "x[a:=1:2]", "assert (x, 'y') = 1", "a = b = 1 = c", "a + b += c", "(a) = (b) = 1 +", "a if b else c = 1", "a < b = c", "not a = b", "-a = b", "a.b() = c", "{} = a", "{a} = b", "'a' = b", "f'a' = b", "(x for x in y) = 1", "[x for x in y] = 1", "lambda: 1 = 2", "await = 1", "async = 1", "def = 1", "class = 1", "None.x = 1 = 2",
]

VALID = '''@deco(1)
async def f(a, /, b: int = 2, *args, c=3, **kw) -> None:
    async with x as y, z:
        async for i, (j, *k) in g(a)[1:2, ...]:
            await i.b if c else not d
    return [x async for x in y if x > 1] or {**a, 'k': f"{a!r:>{w}} {{}}"}

class C(B, metaclass=M):
    x: int = 5
    def m(self): return lambda *a, **k: (yield)

match p:
    case {"a": [1, *rest], **kw} if rest: pass
    case C(x=0) | -1.5j as q: del q.a, q[0]
try:
    raise E from None
except* (A, B) as e:
    x, y = y, x = 1, 2; z <<= ~x ** -y // 3 @ w
finally:
    global_, nonlocal_ = (w := 1), {1, 2}
while a < b <= c is not d not in e and f: break
else: assert a, "b"
'''


def mutations():
    """The valid program with a piece missing or doubled, deterministically."""
    n = 12345
    for _ in range(160):
        n = n * 1103515245 + 12345 & 0x7FFFFFFF
        at = n % len(VALID)
        n = n * 1103515245 + 12345 & 0x7FFFFFFF
        size = n % 5 + 1
        if n & 64:
            yield VALID[:at] + VALID[at + size:]
        elif n & 128:
            yield VALID[:at]
        else:
            yield VALID[:at] + VALID[at:at + size] + VALID[at:]


import warnings
warnings.simplefilter("ignore")


def show(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        return type(e).__name__, e.lineno
    except Exception as e:
        return type(e).__name__, str(e)
    return "ok"


for s in HAND:
    print(ascii(s), show(s))
for i, s in enumerate(mutations()):
    print("mutation", i, show(s))

for name, s in {
    "parentheses": "(" * 10000, "closed": "(" * 150 + ")" * 150, "brackets": "[" * 10000, "braces": "{" * 10000, "mixed": "([{" * 3000,
    "unary": "-" * 10000 + "1", "not": "not " * 10000 + "x", "power": "**".join("x" * 10000), "calls": "f" + "()" * 10000, "attributes": "x" + ".y" * 10000,
    "lambda": "lambda:" * 10000 + "1", "ifexp": "x if y else " * 10000 + "z", "blocks": "".join(" " * i + "if x:\n" for i in range(150)) + " " * 150 + "pass",
    "await": "async def f():\n" + "  await " * 10000, "fstring": "f'{" * 200, "elif": "if x: pass\n" + "elif x: pass\n" * 3000,
    "binary": "+".join("1" * 10000), "compare": "<".join("1" * 10000), "commas": "," * 10000, "strings": "'a' " * 10000, "decorators": "@x\n" * 300 + "def f(): pass",
    "dots": "from " + "." * 10000 + " import x", "semicolons": "x;" * 10000, "digits": "1" * 5000, "name": "x" * 100000, "comment": "#" * 100000,
}.items():
    r = show(s)
    print(name, r if r == "ok" else r[0] in ("SyntaxError", "RecursionError", "MemoryError", "IndentationError", "ValueError"))
