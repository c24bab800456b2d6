"""Misspelt keywords in errors of syntax, and colors of tracebacks."""
import codeop
import subprocess
import sys
import traceback

sources = [
    "fur x in y:\n  pass\n",
    "x = 1\ndef f():\n    wile x:\n        pass\n    z = 1\n",
    "for x im n:\n  pass",
    "class A:\n  def f():\n    x = 1\n    fur y in x:\n      pass\n",
    "from x imprt y\n",
    "tyr:\n  pass\nexcept X:\n  pass\n",
    "x = lamda y: y\n",
    "if x:\n pass\neli y:\n pass\n",
    "a b",
    "x=[1,\nfoo bar\n,3]",
    "f(a b)\n",
]
for source in sources:
    try:
        compile(source, "<test>", "exec")
    except SyntaxError as e:
        print(e._metadata)
        print("".join(traceback.format_exception_only(e)))

for last in ("class A:\n  pass", "def f():\n  pass", "with x:\n  if y: z", "async for x in y: pass",
             "try:\n  a\nfinally:\n  b", "match x:\n  case 1: pass", "if a: b\nelif c: d", "@d\nclass A: pass"):
    try:
        compile("\n" + last + "\na b\n", "<test>", "exec")
    except SyntaxError as e:
        print(repr(last), e._metadata[:2])

print(SyntaxError("m", ("f", 1, 2, "t", 3, 4, "data"))._metadata, SyntaxError("m", ("f", 1, 2, "t")).print_file_and_line)
for text, off, end in ("abcdefg", 2, 900), ("\tab c", 2, 3), ("abc", 10, 20), ("abc", 2, -1):
    print("".join(traceback.format_exception_only(SyntaxError("bad", ("f", 1, off, text, 1, end)))))
print(traceback.format_exception_only(SyntaxError("", ("f", 1, 1, "x"))))

for source in "x=[1,\nbar baz", "[1 2", "[1 for", "f(a=", "x=(1,\nfor":
    try:
        print(repr(source), codeop.compile_command(source))
    except SyntaxError as e:
        print(repr(source), e)


def f(x):
    return x["a"]["b"] + 1 / 0


for what in lambda: f({"a": {"b": 1}}), lambda: (f)(
        3), lambda: compile("a $ b", "<s>", "exec"), lambda: None.x:
    try:
        what()
    except Exception as e:
        print([s.replace(__file__, "FILE") for s in traceback.format_exception(e, colorize=True)])
try:
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError()])])
except ExceptionGroup as e:
    print([s.replace(__file__, "FILE") for s in traceback.format_exception(e, colorize=True)])

program = "def f(x):\n  return x[0] + (1 /\n  0)\ntry:\n  f([1])\nexcept* ArithmeticError as e:\n  raise ValueError('é', 'x') from e\n"
for text in program, "while 1:\n  fur x in y:\n    pass\n", "x = (1,\n)\nx = 'ab' ++ $\n", "None.foo":
    r = subprocess.run([sys.executable, "-c", text], stderr=subprocess.PIPE, encoding="utf-8",
                       env={"FORCE_COLOR": "1", "PYTHONIOENCODING": "utf-8"})
    print(r.stderr.replace("\x1b", "ESC"))
