# Every assertion, and what it says when it fails.
import logging
import sys
import unittest
import warnings
from collections import UserList


class Case(unittest.TestCase):
    maxDiff = 400

    def runTest(self):
        pass


case = Case()


def show(name, *args, **kwargs):
    try:
        result = getattr(case, name)(*args, **kwargs)
    except BaseException as e:
        print(f"{name}: {type(e).__name__}: {e}")
    else:
        print(f"{name}: {result}")


class BadRepr:
    def __repr__(self):
        raise ValueError

    def __eq__(self, other):
        return False

    __hash__ = None


class NoLen:
    def __repr__(self):
        return "<NoLen>"

    def __eq__(self, other):
        return False


class NoIndex(NoLen):
    def __len__(self):
        return 2


for good, bad in (
        (("assertTrue", 1), ("assertTrue", [])),
        (("assertFalse", 0), ("assertFalse", "x" * 100)),
        (("assertEqual", 1, 1.0), ("assertEqual", 1, 2)),
        (("assertNotEqual", 1, 2), ("assertNotEqual", 1, 1.0)),
        (("assertIs", None, None), ("assertIs", [], [])),
        (("assertIsNot", [], []), ("assertIsNot", None, None)),
        (("assertIsNone", None), ("assertIsNone", 0)),
        (("assertIsNotNone", 0), ("assertIsNotNone", None)),
        (("assertIn", 1, [1]), ("assertIn", 2, [1])),
        (("assertNotIn", 2, [1]), ("assertNotIn", 1, [1])),
        (("assertIsInstance", 1, int), ("assertIsInstance", 1, str)),
        (("assertIsInstance", 1, (int, str)), ("assertIsInstance", 1, (str, list))),
        (("assertNotIsInstance", 1, str), ("assertNotIsInstance", 1, (str, int))),
        (("assertIsSubclass", bool, int), ("assertIsSubclass", int, bool)),
        (("assertIsSubclass", bool, (str, int)), ("assertIsSubclass", int, (bool, str))),
        (("assertNotIsSubclass", int, bool), ("assertNotIsSubclass", bool, (str, int))),
        (("assertHasAttr", 1, "real"), ("assertHasAttr", 1, "unreal")),
        (("assertHasAttr", int, "real"), ("assertHasAttr", int, "unreal")),
        (("assertHasAttr", sys, "path"), ("assertHasAttr", sys, "unreal")),
        (("assertNotHasAttr", 1, "unreal"), ("assertNotHasAttr", 1, "real")),
        (("assertNotHasAttr", int, "unreal"), ("assertNotHasAttr", int, "real")),
        (("assertNotHasAttr", sys, "unreal"), ("assertNotHasAttr", sys, "path")),
        (("assertLess", 1, 2), ("assertLess", 2, 1)),
        (("assertLessEqual", 1, 1), ("assertLessEqual", 2, 1)),
        (("assertGreater", 2, 1), ("assertGreater", 1, 2)),
        (("assertGreaterEqual", 1, 1), ("assertGreaterEqual", 1, 2)),
        (("assertRegex", "abc", "b"), ("assertRegex", "abc", "x+")),
        (("assertNotRegex", "abc", "x"), ("assertNotRegex", "abc", "b.")),
        (("assertStartsWith", "abc", "a"), ("assertStartsWith", "abc", "b")),
        (("assertStartsWith", b"abc", (b"x", b"a")), ("assertStartsWith", "x" * 100, ("b", "c"))),
        (("assertNotStartsWith", "abc", "b"), ("assertNotStartsWith", "abc", ("x", "a"))),
        (("assertEndsWith", "abc", "c"), ("assertEndsWith", "abc", "b")),
        (("assertEndsWith", "abc", ("x", "c")), ("assertEndsWith", "abc", ("b", "d"))),
        (("assertNotEndsWith", "abc", "b"), ("assertNotEndsWith", "abc", "bc")),
        (("assertCountEqual", [1, 2, 2], [2, 1, 2]), ("assertCountEqual", [1, 2, 2], [1, 2, 3])),
        (("assertCountEqual", [[], 1], [1, []]), ("assertCountEqual", [[], 1, [2]], [1, [], [], {}])),
        (("assertListEqual", [1], [1]), ("assertListEqual", [1], (1,))),
        (("assertTupleEqual", (1,), (1,)), ("assertTupleEqual", (1,), (2,))),
        (("assertSetEqual", {1}, frozenset([1])), ("assertSetEqual", {1}, {2})),
        (("assertDictEqual", {1: 2}, {1: 2}), ("assertDictEqual", {1: 2}, {1: 3})),
        (("assertDictEqual", {}, {}), ("assertDictEqual", {}, [])),
        (("assertMultiLineEqual", "a", "a"), ("assertMultiLineEqual", "a\nb\n", "a\nc")),
        (("assertSequenceEqual", [1], (1,)), ("assertSequenceEqual", [1, 2], (1, 3))),
        (("assertSequenceEqual", UserList([1]), [1]), ("assertSequenceEqual", [1, 2, 3], [1])),
):
    show(*good)
    show(*bad)
    show(*bad, "told")
    case.longMessage = False
    show(*bad)
    show(*bad, msg="told")
    del case.longMessage

print("-- odd arguments")
show("assertIsSubclass", 1, int)
show("assertIsSubclass", int, 1)
show("assertNotIsSubclass", 1, int)
show("assertStartsWith", 1, "a")
show("assertStartsWith", "a", b"a")
show("assertStartsWith", b"a", ("x", "y"))
show("assertEndsWith", "a", 1)
show("assertNotEndsWith", b"a", "b")
show("assertRegex", "a", "")
show("assertSetEqual", {1}, 1)
show("assertSetEqual", 1, {1})
show("assertSetEqual", {1}, [1])
show("assertSequenceEqual", NoLen(), [1])
show("assertSequenceEqual", [1], NoLen())
show("assertSequenceEqual", [1, 2], NoIndex(), "m")
show("assertSequenceEqual", [], [1, 2])
show("assertEqual", BadRepr.__name__, BadRepr)
show("fail")
show("fail", "text")
show("skipTest", "reason")

print("-- nearly equal")
show("assertAlmostEqual", 1.00000001, 1.0)
show("assertAlmostEqual", 1.0000001, 1.0)
show("assertAlmostEqual", 1.1, 1.0, places=0)
show("assertAlmostEqual", 1.1, 1.0, places=1)
show("assertAlmostEqual", 1.1, 1.0, delta=0.5)
show("assertAlmostEqual", 1.1, 1.0, delta=0.05)
show("assertAlmostEqual", 1.1, 1.0, delta=1, places=2)
show("assertAlmostEqual", float("inf"), float("inf"))
show("assertAlmostEqual", float("nan"), 1.0)
show("assertAlmostEqual", "a", "b")
show("assertNotAlmostEqual", 1.1, 1.0)
show("assertNotAlmostEqual", 1.00000001, 1.0)
show("assertNotAlmostEqual", 1.1, 1.0, delta=0.5)
show("assertNotAlmostEqual", 1.1, 1.0, delta=0.05)
show("assertNotAlmostEqual", 1.1, 1.0, delta=1, places=2)
show("assertNotAlmostEqual", 1, 1)
show("assertNotAlmostEqual", float("nan"), 1.0)
show("assertNotAlmostEqual", float("nan"), 1.0, delta=1)

print("-- shortened and diffed")
show("assertEqual", "x" * 200, "x" * 199 + "y")
show("assertEqual", "x" * 100 + "a" * 100, "x" * 100 + "b" * 100)
show("assertEqual", list(range(100)), list(range(99)))
show("assertEqual", list(range(50)), list(range(50, 100)))
show("assertEqual", {i: i for i in range(40)}, {i: i for i in range(39)})
case.maxDiff = None
show("assertEqual", list(range(30)), list(range(29)))
case._diffThreshold = 10
show("assertEqual", "x" * 20, "y" * 20)
del case._diffThreshold, case.maxDiff
show("assertEqual", "", "a\n")
show("assertEqual", "a", "")
show("assertEqual", "a\n\nb", "a\nb\n")

print("-- types")
case.addTypeEqualityFunc(int, lambda a, b, msg=None: print("compared", a, b, msg))
show("assertEqual", 1, 2, "m")
show("assertEqual", True, False)
case.addTypeEqualityFunc(int, "assertIs")
show("assertEqual", 1, 2)

print("-- exceptions")


def raiser(e):
    raise e


show("assertRaises", ValueError, raiser, ValueError("a"))
show("assertRaises", ValueError, raiser, KeyError("a"))
show("assertRaises", ValueError, len, "")
show("assertRaises", (ValueError, KeyError), len, "")
show("assertRaises", ValueError, lambda: None)
show("assertRaises", 1)
show("assertRaises", (ValueError, 1))
show("assertRaises", ValueError, nonsense=1)
show("assertRaises")
show("assertRaisesRegex", ValueError, "b+", raiser, ValueError("abc"))
show("assertRaisesRegex", ValueError, "x", raiser, ValueError("abc"))
show("assertRaisesRegex", ValueError, "x", len, "")
show("assertRaisesRegex", 1, "x")


def context(name, *args, body=lambda: None, **kwargs):
    try:
        with getattr(case, name)(*args, **kwargs) as cm:
            body()
    except BaseException as e:
        print(f"{name}: {type(e).__name__}: {e}")
        return None
    return cm


cm = context("assertRaises", ValueError, body=lambda: raiser(ValueError("a")))
print(repr(cm.exception), cm.exception.__traceback__)
context("assertRaises", ValueError, msg="told")
context("assertRaises", ValueError, body=lambda: raiser(KeyError("a")))
context("assertRaisesRegex", ValueError, "x", msg="told", body=lambda: raiser(ValueError("a")))

print("-- warnings")


def warner(text="careful", category=UserWarning):
    warnings.warn(text, category)


show("assertWarns", UserWarning, warner)
show("assertWarns", UserWarning, len, "")
show("assertWarns", (UserWarning, SyntaxWarning), len, "")
show("assertWarns", ValueError, len, "")
show("assertWarnsRegex", UserWarning, "care", warner)
show("assertWarnsRegex", UserWarning, "x", warner)
cm = context("assertWarns", UserWarning, body=lambda: (warner(), warner("other")))
print(repr(cm.warning), cm.filename.rpartition("/")[2], cm.lineno, len(cm.warnings))
context("assertWarns", UserWarning, msg="told")
context("assertWarns", UserWarning, body=lambda: raiser(KeyError("a")))
context("_assertNotWarns", UserWarning)
context("_assertNotWarns", UserWarning, body=warner)

print("-- logs")
logger = logging.getLogger("some.where")
cm = context("assertLogs", body=lambda: logger.info("hi %s", 1))
print(cm.output, [r.getMessage() for r in cm.records], cm._fields)
cm = context("assertLogs", "some", "WARNING", body=lambda: (logger.info("a"), logger.error("b")))
print(cm.output)
context("assertLogs")
context("assertLogs", "some", "WARNING", body=lambda: logger.info("a"))
context("assertLogs", logger, logging.ERROR)
context("assertLogs", "some", body=lambda: raiser(KeyError("a")))
print(context("assertNoLogs"))
context("assertNoLogs", "some", "INFO", body=lambda: logger.info("a"))
context("assertNoLogs", level="ERROR", body=lambda: logger.info("a"))
print(logger.handlers, logger.propagate, logger.level)

print("-- contexts")


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        print("left", args)


class AsyncManager:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


show("enterContext", Manager())
show("enterContext", 1)
show("enterContext", AsyncManager())
show("doCleanups")
print(case, repr(case), case.id(), case.countTestCases(), case.shortDescription())
