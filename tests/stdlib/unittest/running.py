# Running tests: fixtures, skips, subtests, cleanups, results and reports.
import io
import re
import sys
import unittest

log = []


def setUpModule():
    log.append("setUpModule")
    unittest.addModuleCleanup(log.append, "module cleanup")


def tearDownModule():
    log.append("tearDownModule")


class All(unittest.TestCase):
    """Of all kinds."""

    @classmethod
    def setUpClass(cls):
        log.append("setUpClass")
        cls.addClassCleanup(log.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        log.append("tearDownClass")

    def setUp(self):
        log.append("setUp")
        self.addCleanup(log.append, "cleanup")

    def tearDown(self):
        log.append("tearDown")

    def test_chained(self):
        try:
            self.fail("first")
        except AssertionError as e:
            raise ValueError("second") from e

    def test_error(self):
        """Says what it does.

        And more."""
        1 / 0

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_failure(self):
        value = 3
        self.assertEqual(value, 4)

    def test_failure_in_function(self):
        def check():
            self.assertTrue(False, "deep")
        check()

    def test_ok(self):
        """Fine."""

    @unittest.skip("no need")
    def test_skipped(self):
        pass

    @unittest.skipIf(sys.version_info > (3,), "modern")
    def test_skipped_if(self):
        pass

    @unittest.skipUnless(sys.version_info < (3,), "not old")
    def test_skipped_unless(self):
        pass

    @unittest.skip
    def test_skipped_bare(self):
        pass

    def test_skips_itself(self):
        self.skipTest("later")

    def test_subtests(self):
        for i in range(4):
            with self.subTest("even", i=i):
                with self.subTest(j=-i):
                    self.assertEqual(i % 2, 0)
        with self.subTest():
            self.skipTest("a part")
        with self.subTest("error"):
            raise KeyError("k")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_a(self):
        pass


class BadClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(log.append, "bad class cleanup")
        raise OSError("no class")

    def test_never(self):
        log.append("never")


class BadTearDown(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        cls.addClassCleanup(int, "x")
        raise OSError("no end")

    def tearDown(self):
        self.addCleanup(int, "y")
        raise KeyError("tear")

    def test_a(self):
        self.fail("body")


class SkippingClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("from setUpClass")

    def test_a(self):
        pass


def load(*classes):
    loader = unittest.TestLoader()
    return unittest.TestSuite(loader.loadTestsFromTestCase(c) for c in classes)


def run(suite, **options):
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream, **options).run(suite)
    print(re.sub(r"in \d+\.\d+s", "in TIMEs", re.sub(r'File ".*/', 'File "', stream.getvalue())))
    print(result, result.wasSuccessful(), result.shouldStop)
    return result


run(load(All, Skipped))
print(log)
log.clear()
run(load(All), verbosity=2)
run(load(All), verbosity=0, descriptions=False)
log.clear()
run(load(BadClass, BadTearDown, SkippingClass), verbosity=2)
print(log)
run(load(All), failfast=True)
run(load(Skipped))
run(unittest.TestSuite())


print("-- buffer")


class Prints(unittest.TestCase):
    def test_bad(self):
        print("out")
        print("err", file=sys.stderr)
        self.fail("x")

    def test_good(self):
        print("hidden")


stdout, sys.stdout = sys.stdout, io.StringIO()
stderr, sys.stderr = sys.stderr, sys.stdout
result = unittest.TextTestRunner(io.StringIO(), buffer=True).run(load(Prints))
text = sys.stdout.getvalue()
sys.stdout, sys.stderr = stdout, stderr
print(text)
print(result.failures[0][1].partition("AssertionError")[2])

print("-- locals")


class Locals(unittest.TestCase):
    def __repr__(self):
        return "<Locals>"

    def test_a(self):
        some, other = 1, "two"
        self.assertEqual(some, other)


run(load(Locals), tb_locals=True)

print("-- durations")
run(load(Locals), durations=0)
result = unittest.TestResult()
load(All).run(result)
print(len(result.collectedDurations), result.collectedDurations[0][0])
result = run(unittest.TestSuite(), durations=3)

print("-- order of calls")


class Recorder(unittest.TestResult):
    def __getattribute__(self, name):
        if name.startswith(("add", "start", "stop")):
            print(name, end=" ")
        return super().__getattribute__(name)


load(All).run(Recorder())
print()
All("test_ok").run()
print(All("test_ok")() is not None, All("test_ok").defaultTestResult())


print("-- results of old")


class Old:
    shouldStop = False

    def startTest(self, test):
        pass

    stopTest = addSuccess = startTest

    def addError(self, test, err):
        print(test._testMethodName, err[0].__name__)

    addFailure = addError


import warnings
for name in ("test_skipped", "test_expected", "test_unexpected", "test_ok", "test_subtests"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        All(name).run(Old())
        print(name, [str(x.message) for x in w])

print("-- debug")
All("test_ok").debug()
for name in ("test_failure", "test_skipped", "test_error"):
    try:
        All(name).debug()
    except Exception as e:
        print(name, repr(e))
log.clear()
try:
    load(BadClass).debug()
except OSError as e:
    print(e, log)
load(Locals)._tests[0]._tests.clear()

print("-- functions")


def checked():
    """Checks something."""
    log.append("checked")


log.clear()
function = unittest.FunctionTestCase(checked, lambda: log.append("up"), lambda: log.append("down"))
run(function, verbosity=2)
print(log, function.id(), str(function), function.shortDescription(), function.countTestCases())
print(re.sub("0x.*>", "ADDRESS>", repr(function)))
described = unittest.FunctionTestCase(checked, description="told")
print(described.shortDescription(), function == described, function == unittest.FunctionTestCase(checked), hash(described) == hash(unittest.FunctionTestCase(checked, description="told")))

print("-- suites")
suite = load(All)
print(suite.countTestCases(), All("test_ok") == All("test_ok"), All("test_ok") == All("test_error"), load(All) == load(All))
for bad in (3, All, unittest.TestSuite, "x"):
    try:
        suite.addTest(bad)
    except TypeError as e:
        print(e)
try:
    suite.addTests("ab")
except TypeError as e:
    print(e)
print(unittest.TestSuite([All("test_ok")]))
try:
    All("test_none")
except ValueError as e:
    print(e)
print(All.__name__, unittest.TestCase())
suite.run(unittest.TestResult())
print(suite.countTestCases(), list(suite))
print([n for n in dir(unittest) if not n.startswith("_")])
