"""Collections of tests, and the fixtures of classes and modules."""

import sys

from . import case, util

__unittest = True


def _call_if_exists(obj, name):
    getattr(obj, name, lambda: None)()


class BaseTestSuite:
    """A collection of tests, without fixtures of classes and modules."""

    _cleanup = True  # let go of tests that have run

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(t.countTestCases() for t in self if t)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated "
                            "before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:
            return  # a subclass with another idea of _tests
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests and let their exceptions through."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A collection of tests that run in this order. The fixtures of a class or
    a module run where its tests begin and end."""

    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test) and not self._enter_fixtures(test, result):
                continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run the tests and let their exceptions through."""
        self.run(_DebugResult(), True)

    def _enter_fixtures(self, test, result):
        """Leave the previous class and module, enter the test's. False if
        that failed."""
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        result._previousTestClass = test.__class__
        return not (getattr(test.__class__, "_classSetupFailed", False)
                    or getattr(result, "_moduleSetUpFailed", False))

    def _attempt(self, function, result, name, parent):
        """Call a fixture. False if it raised, which is then reported."""
        try:
            function()
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._report(result, e, name, parent, sys.exc_info())
            return False
        return True

    def _report(self, result, exc, name, parent, exc_info):
        holder = _ErrorHolder(f"{name} ({parent})")
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exc, case.SkipTest):
            add_skip(holder, str(exc))
        else:
            result.addError(holder, exc_info)

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls == getattr(result, "_previousTestClass", None):
            return
        if result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        self._mark_class(cls, False)
        set_up = getattr(cls, "setUpClass", None)
        if set_up is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if not self._attempt(set_up, result, "setUpClass", util.strclass(cls)):
                self._mark_class(cls, True)
                self._clean_class(cls, result, "setUpClass")
        finally:
            _call_if_exists(result, "_restoreStdout")

    @staticmethod
    def _mark_class(cls, failed):
        try:
            cls._classSetupFailed = failed
        except TypeError:
            pass  # the test is a function, its class built in

    def _clean_class(self, cls, result, name):
        clean = getattr(cls, "doClassCleanups", None)
        if clean is None:
            return
        clean()
        for exc_info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise exc_info[1]
            self._report(result, exc_info[1], name, util.strclass(cls), exc_info)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or previous == test.__class__:
            return
        if (getattr(previous, "_classSetupFailed", False)
                or getattr(result, "_moduleSetUpFailed", False)
                or getattr(previous, "__unittest_skip__", False)):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        if tear_down is None and not hasattr(previous, "doClassCleanups"):
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if tear_down is not None:
                self._attempt(tear_down, result, "tearDownClass", util.strclass(previous))
            self._clean_class(previous, result, "tearDownClass")
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _get_previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return None if previous is None else previous.__module__

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            if not self._attempt(set_up, result, "setUpModule", name):
                result._moduleSetUpFailed = True
                self._attempt(case.doModuleCleanups, result, "setUpModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            tear_down = getattr(sys.modules[name], "tearDownModule", None)
            if tear_down is not None:
                self._attempt(tear_down, result, "tearDownModule", name)
            self._attempt(case.doModuleCleanups, result, "tearDownModule", name)
        finally:
            _call_if_exists(result, "_restoreStdout")


class _ErrorHolder:
    """Stands for a test where a fixture failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        """There is nothing to run."""

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """What TestSuite.run needs of a result in debug()."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
