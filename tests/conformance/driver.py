"""Runs one module of the test package and writes one line per event.

Run as: python driver.py MODULE EVENTS [DONE]; EVENTS is appended to: a word, a
test's name and a detail separated by tabs. Tests named in DONE, one a line, are
not run again.
"""
import importlib
import sys
import types
import unittest


def open_events(path):
    file = open(path, "a", encoding="utf-8", errors="backslashreplace")

    def event(word, name="", detail=""):
        text = "\t".join([word, name, detail.replace("\t", " ")])
        file.write(text.replace("\r", " ").replace("\n", " ") + "\n")
        file.flush()

    return event


class Result(unittest.TestResult):
    def __init__(self, event):
        super().__init__()
        self.event = event

    def startTest(self, test):
        super().startTest(test)
        self.event("start", name_of(test))

    def stopTest(self, test):
        super().stopTest(test)
        self.event("stop", name_of(test))

    def addSuccess(self, test):
        self.event("ok", name_of(test))

    def addExpectedFailure(self, test, err):
        self.event("ok", name_of(test))

    def addUnexpectedSuccess(self, test):
        self.event("fail", name_of(test), "unexpected success")

    def addFailure(self, test, err):
        self.event("fail", name_of(test), describe(err))

    addError = addFailure

    def addSkip(self, test, reason):
        self.event("skip", name_of(getattr(test, "test_case", test)), reason)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.event("fail", name_of(test), describe(err))


def name_of(test):
    return test.id()


def describe(err):
    kind, value, _ = err
    try:
        text = str(value)
    except Exception as problem:
        text = "str() failed: " + type(problem).__name__
    if kind.__name__ in ("DocTestFailureException", "FailureException") or len(text) > 600:
        text = text[:100] + " ... " + text[-500:]
    return kind.__name__ + ": " + text


def without(suite, done):
    if not isinstance(suite, unittest.TestSuite):
        return suite if name_of(suite) not in done else None
    kept = [test for test in (without(t, done) for t in suite) if test is not None]
    return type(suite)(kept)


class Absent(types.ModuleType):
    """A C module that only CPython has, for its own tests. Some test modules
    import one at their top; the tests that call it are skipped."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)

        def skip(*args, **kwargs):
            raise unittest.SkipTest("CPython's own C module " + self.__name__)

        return type(name, (), {"__call__": skip, "__index__": skip, "__bool__": skip})()


def stand_in(support, module):
    """Answers the questions about CPython's C code that test modules ask when
    they are imported, so that their other tests can run."""
    for name in ("_testlimitedcapi", "_testmultiphase"):
        sys.modules[name] = Absent(name)
    if module == "test_class":
        sys.modules["_testinternalcapi"] = Absent("_testinternalcapi")
    support.built_with_c_assertions = lambda: False
    support.skip_if_huge_c_stack = lambda *args: lambda test: test
    support.nomemtest = unittest.skip("needs CPython's own C module _testcapi")
    import opcode
    opcode.opmap.setdefault("COPY_FREE_VARS", 0)


def main(module, events, done=None):
    event = open_events(events)
    import test.support
    test.support.use_resources = {}
    if sys.implementation.name != "cpython":
        stand_in(test.support, module)
    loader = unittest.TestLoader()
    try:
        suite = loader.loadTestsFromModule(importlib.import_module("test." + module))
    except unittest.SkipTest as skip:
        event("unavailable", "", str(skip))
        return
    if done is not None:
        with open(done, encoding="utf-8") as file:
            suite = without(suite, set(file.read().splitlines()))
    suite.run(Result(event))
    event("end")


if __name__ == "__main__":
    main(*sys.argv[1:])
