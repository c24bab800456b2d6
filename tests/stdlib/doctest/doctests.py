"""Tests of doctest; this docstring has some too.

>>> 1 + 1
2
>>> 1 + 1
3
"""
import doctest
import io
import os
import sys
import tempfile
import types
import unittest
from doctest import DocTestParser, Example, OutputChecker

TEXT = '''
Text before.

    >>> x = 12
    >>> x
    12
    >>> if x == 13:
    ...     print("yes")
    ... else:
    ...     print("no")
    no
    >>> print("a\\n\\n  b ")
    a
    <BLANKLINE>
      b
    >>> # only a comment

Text between.

    >>> 1/0
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> def f(): # doctest: +ELLIPSIS, -SKIP
    ...     return 1

Text after.
'''


HERE = os.path.dirname(os.path.abspath(__file__)) + os.sep


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}".replace(HERE, ""))


print("-- parser")
parser = DocTestParser()
for piece in parser.parse(TEXT):
    if isinstance(piece, Example):
        print((piece.source, piece.want, piece.exc_msg, piece.lineno, piece.indent, piece.options))
    else:
        print(repr(piece))
print(len(parser.get_examples(TEXT)), parser.get_doctest(TEXT, {}, "name", "file", 7))
for bad in (">>>x", "   >>> a\n  ...b", ">>> 1 # doctest: +NONSENSE", ">>> 1 # doctest: ELLIPSIS",
            ">>> # doctest: +SKIP", "  >>> 1\n 2", "  >>> if 1:\n  ...x", ">>> 1 # doctest: +SKIP 'quote'"):
    attempt(lambda: len(parser.get_examples(bad, "named")))
a, b = Example("x", "y"), Example("x\n", "y\n")
print(a == b, hash(a) == hash(b), a == 3, a.source, a != Example("x", "y", lineno=3), Example("x", "y", "z").exc_msg)
t = doctest.DocTest([a], {"k": 1}, "n", "f", None, "doc")
print(t, t == doctest.DocTest([b], {"k": 1}, "n", "f", None, "doc"), t < doctest.DocTest([], {}, "o", "f", 0, ""))
attempt(doctest.DocTest, "str", {}, "n", "f", 0, "")

print("-- checker")
check = OutputChecker().check_output
F = doctest.OPTIONFLAGS_BY_NAME
print(F)
for want, got, *flags in (
        ("a\n", "a\n"), ("1\n", "True\n"), ("1\n", "True\n", "DONT_ACCEPT_TRUE_FOR_1"), ("0\n", "False\n"), ("True\n", "1\n"),
        ("a\n<BLANKLINE>\n", "a\n\n"), ("a\n<BLANKLINE>\n", "a\n  \n"), ("a\n<BLANKLINE>\n", "a\n\n", "DONT_ACCEPT_BLANKLINE"),
        ("a b\nc\n", "a   b c\n"), ("a b\nc\n", "a   b c\n", "NORMALIZE_WHITESPACE"),
        ("a...d\n", "abcd\n"), ("a...d\n", "abcd\n", "ELLIPSIS"), ("aa...aa", "aaa", "ELLIPSIS"), ("...", "", "ELLIPSIS"),
        ("a...c...e", "abcde", "ELLIPSIS"), ("a...e...c", "abcde", "ELLIPSIS"), ("...c...", "abcde", "ELLIPSIS"),
        ("[0, ..., 2]\n", "[0, 1,\n 2]\n", "ELLIPSIS", "NORMALIZE_WHITESPACE"), ("\\xe9\n", "\xe9\n")):
    print(want.encode(), got.encode("ascii", "replace"), flags, check(want, got, sum(F[f] for f in flags)))
example = Example("", "one\ntwo\nthree\nfour\n")
for flags in ("", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF"):
    print(OutputChecker().output_difference(example, "one\n\ntwi\nthree\nfive\n", F.get(flags, 0)))
for want, got in (("", ""), ("", "x\n"), ("x\n", ""), ("x\n", "\n")):
    print(OutputChecker().output_difference(Example("", want), got, 0))
print(doctest.register_optionflag("MY_FLAG") == doctest.register_optionflag("MY_FLAG"), "MY_FLAG" in F)
attempt(doctest.set_unittest_reportflags, doctest.ELLIPSIS)
print(doctest.set_unittest_reportflags(doctest.REPORT_NDIFF), doctest.set_unittest_reportflags(0) == doctest.REPORT_NDIFF)

print("-- runner")


def run(text, cls=doctest.DocTestRunner, globs=None, clear=True, **options):
    test = parser.get_doctest(text, globs or {}, "some", "some.py", 0)
    runner = cls(**options)
    results = runner.run(test, out=sys.stdout.write, clear_globs=clear)
    print(results, runner.tries, runner.failures, runner.skips, sorted(k for k in test.globs if k != "__builtins__"))
    return runner


run(TEXT)
run(TEXT, verbose=True)
BAD = '''
>>> x = 1
>>> x
2
>>> 1/0
>>> raise KeyError("k")
Traceback (most recent call last):
KeyError: 'other'
>>> raise KeyError("k") # doctest: +IGNORE_EXCEPTION_DETAIL
Traceback (most recent call last):
some.module.KeyError: 'other'
>>> print("unexpected")
>>> 5 # doctest: +SKIP
6
>>> 1 +
Traceback (most recent call last):
SyntaxError: invalid syntax
>>> def f():
...     raise ValueError("multi\\nline")
>>> f()
Traceback (most recent call last):
ValueError: multi
line
>>> f()
'''
run(BAD, clear=False)
run(BAD, optionflags=doctest.REPORT_ONLY_FIRST_FAILURE)
run(BAD, optionflags=doctest.FAIL_FAST)
run(BAD, verbose=True).summarize()
runner = doctest.DocTestRunner()
for text, name in (("", "empty"), (">>> 1\n1", "good"), (">>> 1\n2", "bad"), (">>> 1 # doctest: +SKIP", "skip"), (">>> 1\n1\n>>> 2\n2", "two")):
    print(runner.run(parser.get_doctest(text, {}, name, None, None), out=lambda s: None))
print(runner.summarize())
print(runner.summarize(verbose=True))
other = doctest.DocTestRunner()
other.merge(runner)
print(other.summarize())
attempt(run, ">>> 1\n2", doctest.DebugRunner)
attempt(run, ">>> x = 2\n>>> 1/0", doctest.DebugRunner)
try:
    run(">>> x = 2\n>>> x\n3", doctest.DebugRunner)
except doctest.DocTestFailure as e:
    print(e.example.want, e.got, e.test.globs["x"], e)
try:
    run(">>> 1/0", doctest.DebugRunner)
except doctest.UnexpectedException as e:
    print(e.example.source, e.exc_info[0], e)
run(">>> 'shown'\n'shown'\n>>> None\n>>> _\n'shown'")


class Reporter(doctest.DocTestRunner):
    def report_start(self, out, test, example):
        out(f"start {example.source}")

    def report_success(self, out, test, example, got):
        out(f"success {got}")

    def report_failure(self, out, test, example, got):
        out(f"failure {got}")

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(f"exception {exc_info[0].__name__}\n")


run(BAD, Reporter)
test = parser.get_doctest(">>> from __future__ import annotations\n>>> def f(x: nonsense): pass\n>>> f.__annotations__\n{'x': 'nonsense'}", {}, "future", None, 0)
print(doctest.DocTestRunner().run(test))

print("-- finder")


class C:
    """
    >>> C.__name__
    'C'
    """

    def method(self):
        """
        >>> 1
        1
        """

    @classmethod
    def cm(cls):
        """>>> 2"""

    @staticmethod
    def sm():
        """>>> 3"""

    @property
    def prop(self):
        """>>> 4"""

    class Inner:
        """>>> 5"""

    def undocumented(self):
        pass


def function():
    """>>> 6"""


def summary(tests):
    return [(t.name, t.lineno, len(t.examples)) for t in tests]


finder = doctest.DocTestFinder()
print(summary(finder.find(C)))
print(summary(doctest.DocTestFinder(recurse=False).find(C, "named")))
print(summary(doctest.DocTestFinder(exclude_empty=False).find(C)))
print(summary(finder.find(function, globs={"a": 1}, extraglobs={"b": 2})), sorted(finder.find(function, globs={"a": 1}, extraglobs={"b": 2})[0].globs))
attempt(finder.find, 3)
module = types.ModuleType("made", "doc\n>>> 1\n1\n")
module.__test__ = {"text": ">>> 2\n3\n", "C": C, "f": function}
module.imported = C
print(summary(finder.find(module)))
print(summary(finder.find(module, module=False)))
module.__test__ = {"bad": 3}
attempt(finder.find, module)
module.__test__ = {3: "bad"}
attempt(finder.find, module)
doctest.DocTestFinder(verbose=True).find(C)

print("-- functions")
print(doctest.testmod(types.ModuleType("quiet", ">>> 1\n1\n")))
print(doctest.testmod(types.ModuleType("loud", ">>> 1\n2\n"), name="renamed", verbose=True))
print(doctest.testmod(types.ModuleType("silent", ">>> 1\n2\n"), report=False, optionflags=doctest.REPORT_NDIFF))
attempt(doctest.testmod, types.ModuleType("raises", ">>> 1\n2\n"), raise_on_error=True)
attempt(doctest.testmod, "str")
print(doctest.master.summarize())
doctest.run_docstring_examples(C, {"C": C}, name="C")
doctest.run_docstring_examples(">>> y\n5\n", {"y": 5}, verbose=True)
folder = tempfile.mkdtemp()
path = os.path.join(folder, "text.txt")
with open(path, "w") as f:
    f.write("A file.\n\n>>> x + 1\n2\n>>> x\n3\n")
stdout, sys.stdout = sys.stdout, io.StringIO()
results = doctest.testfile(path, module_relative=False, globs={"x": 1})
text, sys.stdout = sys.stdout.getvalue().replace(folder, "FOLDER"), stdout
print(text, results)
print(doctest.testfile(path, module_relative=False, globs={"x": 1}, extraglobs={"x": 3}, name="n", report=False, verbose=False, optionflags=doctest.SKIP))
attempt(doctest.testfile, path, package="os", module_relative=False)
attempt(doctest.testfile, "/absolute", package="os")
print(doctest.script_from_examples(TEXT))
print(doctest.testsource(sys.modules["__main__"], "__main__"))
attempt(doctest.testsource, sys.modules["__main__"], "none")

print("-- unittest")


def report(suite):
    result = unittest.TestResult()
    suite.run(result)
    print(result, result.skipped)
    for test, text in result.failures + result.errors:
        print(test.id(), test.shortDescription(), repr(test).replace(folder, "FOLDER"), text.replace(folder, "FOLDER").rpartition("Failed doctest test")[2].replace(HERE, ""))


suite = doctest.DocTestSuite()
print(suite.countTestCases(), [t.id() for t in suite])
report(suite)
report(doctest.DocTestSuite(optionflags=doctest.REPORT_NDIFF | doctest.ELLIPSIS, extraglobs={"z": 1}))
report(doctest.DocTestSuite(types.ModuleType("empty")))
skipped = types.ModuleType("skipped", ">>> 1 # doctest: +SKIP")
skipped.__file__ = "skipped.py"
report(doctest.DocTestSuite(skipped))
report(doctest.DocFileSuite(path, module_relative=False, globs={"x": 1}))
report(doctest.DocFileSuite(path, module_relative=False, setUp=lambda t: t.globs.update(x=1), tearDown=lambda t: print("down", t.name)))
case = next(iter(doctest.DocTestSuite()))
print(case == next(iter(doctest.DocTestSuite())), case.id(), case.shortDescription())
attempt(case.debug)
