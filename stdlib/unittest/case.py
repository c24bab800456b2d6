"""Test cases: running one test, and everything it can assert."""

import collections
import contextlib
import functools
import re
import sys
import time
import types
import warnings

from . import result
from .util import (_common_shorten_repr, _count_diff_all_purpose,
                   _count_diff_hashable, _pretty_diff, _sequence_difference,
                   _text_diff, safe_repr, strclass)

__unittest = True

_subtest_msg_sentinel = object()

DIFF_OMITTED = ("\nDiff is %s characters long. "
                "Set self.maxDiff to None to see it.")


class SkipTest(Exception):
    """Raised in a test, skips it."""


class _ShouldStop(Exception):
    """Leaves a test whose outcome is known."""


class _UnexpectedSuccess(Exception):
    """Stands for an unexpected success in results that have no word for it."""


class _Outcome:
    """What is known about a running test."""

    def __init__(self, result=None):
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expecting_failure = False
        self.expectedFailure = None

    def testPartExecutor(self, test_case, subTest=False):
        """The context of a part of a test: its exception becomes a report."""
        return _Part(self, test_case, subTest)


class _Part:
    def __init__(self, outcome, test_case, is_subtest):
        self.outcome = outcome
        self.test_case = test_case
        self.is_subtest = is_subtest

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, exc_type, exc, tb):
        outcome = self.outcome
        try:
            if exc_type is None:
                if self.is_subtest and outcome.success:
                    self._report_subtest(None)
                return None
            if issubclass(exc_type, KeyboardInterrupt):
                return False
            self._report((exc_type, exc, tb))
            return True
        finally:
            outcome.success = outcome.success and self.before

    def _report(self, exc_info):
        outcome, test_case = self.outcome, self.test_case
        if isinstance(exc_info[1], SkipTest):
            outcome.success = False
            _addSkip(outcome.result, test_case, str(exc_info[1]))
        elif isinstance(exc_info[1], _ShouldStop):
            pass
        elif outcome.expecting_failure:
            outcome.expectedFailure = exc_info
        else:
            outcome.success = False
            if self.is_subtest:
                self._report_subtest(exc_info)
            else:
                _addError(outcome.result, test_case, exc_info)

    def _report_subtest(self, exc_info):
        self.outcome.result.addSubTest(
            self.test_case.test_case, self.test_case, exc_info)


def _addSkip(result, test_case, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test_case, reason)
        return
    warnings.warn("TestResult has no addSkip method, skips not reported",
                  RuntimeWarning, 2)
    result.addSuccess(test_case)


def _addError(result, test, exc_info):
    if result is None or exc_info is None:
        return
    if issubclass(exc_info[0], test.failureException):
        result.addFailure(test, exc_info)
    else:
        result.addError(test, exc_info)


def _optional_method(obj, name):
    return getattr(obj, name, None) or (lambda: None)


def _context_methods(cm, asynchronous=False):
    """The functions that enter and leave cm."""
    cls = type(cm)
    names = [("__enter__", "__exit__"), ("__aenter__", "__aexit__")]
    kinds = ["the context manager protocol", "the asynchronous context manager protocol"]
    hints = ["enterContext", "enterAsyncContext"]
    wanted = int(asynchronous)
    try:
        return tuple(getattr(cls, n) for n in names[wanted])
    except AttributeError:
        msg = (f"'{cls.__module__}.{cls.__qualname__}' object does "
               f"not support {kinds[wanted]}")
        other = 1 - wanted
        if all(hasattr(cls, n) for n in names[other]):
            msg += (f" but it supports {kinds[other]}. "
                    f"Did you mean to use {hints[other]}()?")
        raise TypeError(msg) from None


def _enter_context(cm, add_cleanup):
    enter, leave = _context_methods(cm)
    value = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return value


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Call function at the end of the module, even if setUpModule fails."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """enterContext for a module."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Call the cleanup functions of the module, the last one first. Of
    several exceptions the first is raised."""
    failures = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as exc:
            failures.append(exc)
    if failures:
        raise failures[0]


def skip(reason):
    """Decorator: skip the test or the class."""
    def mark(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, types.FunctionType):  # used without a reason
        test, reason = reason, ""
        return mark(test)
    return mark


def skipIf(condition, reason):
    """Decorator: skip the test or the class if condition is true."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Decorator: skip the test or the class unless condition is true."""
    return _unchanged if condition else skip(reason)


def _unchanged(item):
    return item


def expectedFailure(test_item):
    """Decorator: the test fails, and that is no failure."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _skip_reason(cls, method):
    """Why a test is skipped, or None if it is not."""
    if not (getattr(cls, "__unittest_skip__", False)
            or getattr(method, "__unittest_skip__", False)):
        return None
    return (getattr(cls, "__unittest_skip_why__", "")
            or getattr(method, "__unittest_skip_why__", ""))


def _returned_value_message(method, value):
    return ("It is deprecated to return a value that is not None "
            f"from a test case ({method} returned {type(value).__name__!r})")


def _is_subtype(expected, base):
    if isinstance(expected, tuple):
        return all(_is_subtype(e, base) for e in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _BaseTestCaseContext:
    """A context manager that can let a test fail."""

    msg = None

    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(
            self.test_case._formatMessage(self.msg, standardMsg))


class _AssertRaisesBaseContext(_BaseTestCaseContext):
    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = None if expected_regex is None else re.compile(expected_regex)
        self.obj_name = None

    def handle(self, name, args, kwargs):
        """Call what args hold within this context, or return it if there is
        nothing to call. name is the asserting method's."""
        if not _is_subtype(self.expected, self._base_type):
            raise TypeError(f"{name}() arg 1 must be {self._base_type_str}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword "
                                "argument for this function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)

    def _expected_name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def _raise_missing(self, what):
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._raiseFailure(f"{self._expected_name()} not {what}{by}")

    def _raise_unmatched(self, value):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{value}"')


class _AssertRaisesContext(_AssertRaisesBaseContext):
    """The context manager of assertRaises and assertRaisesRegex."""

    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._raise_missing("raised")
        _clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        regex = self.expected_regex
        if regex is not None and not regex.search(str(exc_value)):
            self._raise_unmatched(exc_value)
        return True


def _clear_frames(tb):
    """Let go of what the frames of a traceback hold."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # still running
        tb = tb.tb_next


class _AssertWarnsContext(_AssertRaisesBaseContext):
    """The context manager of assertWarns and assertWarnsRegex."""

    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):  # nothing was ever shown
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is None:
            self._check()

    def _check(self):
        candidates = [w for w in self.warnings if isinstance(w.message, self.expected)]
        for w in candidates:
            if self.expected_regex is None or self.expected_regex.search(str(w.message)):
                self.warning = w.message
                self.filename = w.filename
                self.lineno = w.lineno
                return
        if candidates:
            self._raise_unmatched(candidates[0].message)
        self._raise_missing("triggered")


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _check(self):
        for w in self.warnings:
            if isinstance(w.message, self.expected):
                self._raiseFailure(f"{self._expected_name()} triggered")


class _OrderedChainMap(collections.ChainMap):
    """Iterates over the newest map first."""

    def __iter__(self):
        return iter(dict.fromkeys(key for m in self.maps for key in m))


class TestCase:
    """One test: the method of a subclass that its instance is made for.

    Subclasses define test methods, and setUp and tearDown around them.
    failureException is what assertions raise; with longMessage off a given
    message replaces the standard one instead of following it; longer diffs
    than maxDiff are left out.
    """

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    # longer texts are not compared by difflib, which is slow
    _diffThreshold = 2**16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._testMethodDoc = "No test"
        self._outcome = None
        self._subtest = None
        self._cleanups = []
        self._type_equality_funcs = {}
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":  # an instance without a test is allowed
                raise ValueError(
                    f"no such test method in {self.__class__}: {methodName}")
        else:
            self._testMethodDoc = method.__doc__
        for typeobj, name in ((dict, "assertDictEqual"), (list, "assertListEqual"),
                              (tuple, "assertTupleEqual"), (set, "assertSetEqual"),
                              (frozenset, "assertSetEqual"),
                              (str, "assertMultiLineEqual")):
            self.addTypeEqualityFunc(typeobj, name)

    def addTypeEqualityFunc(self, typeobj, function):
        """Let assertEqual compare two objects of exactly this type by
        function(first, second, msg=None), or by the method of that name."""
        self._type_equality_funcs[typeobj] = function

    def setUp(self):
        """Called before the test method."""

    def tearDown(self):
        """Called after the test method if setUp succeeded."""

    @classmethod
    def setUpClass(cls):
        """Called before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the last test of the class."""

    def addCleanup(self, function, /, *args, **kwargs):
        """Call function after tearDown, even if setUp fails; the function
        added last is called first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context manager; it is left at cleanup."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """addCleanup for the class."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """enterContext for the class."""
        return _enter_context(cm, cls.addClassCleanup)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return result.TestResult()

    def shortDescription(self):
        """The first line of the test method's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    @contextlib.contextmanager
    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """A part of a test that may fail alone: the test goes on after it.
        The message and the parameters tell which part it was."""
        outcome, parent = self._outcome, self._subtest
        if outcome is None or not outcome.result_supports_subtests:
            yield
            return
        if parent is None:
            params = _OrderedChainMap(params)
        else:
            params = parent.params.new_child(params)
        self._subtest = _SubTest(self, msg, params)
        try:
            with outcome.testPartExecutor(self._subtest, subTest=True):
                yield
            if outcome.success:
                stop = outcome.expectedFailure
            else:
                stop = outcome.result is not None and outcome.result.failfast
            if stop:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def _addExpectedFailure(self, result, exc_info):
        add = getattr(result, "addExpectedFailure", None)
        if add is not None:
            add(self, exc_info)
            return
        warnings.warn("TestResult has no addExpectedFailure method, reporting as passes",
                      RuntimeWarning)
        result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        add = getattr(result, "addUnexpectedSuccess", None)
        if add is not None:
            add(self)
            return
        warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure",
                      RuntimeWarning)
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def _addDuration(self, result, elapsed):
        add = getattr(result, "addDuration", None)
        if add is not None:
            add(self, elapsed)
            return
        warnings.warn("TestResult has no addDuration method", RuntimeWarning)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        value = method()
        if value is None:
            return
        msg = _returned_value_message(method, value)
        if isinstance(value, types.CoroutineType):
            msg += (". Maybe you forgot to use IsolatedAsyncioTestCase as the "
                    "base class?")
        warnings.warn(msg, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Run the test and tell the result about it."""
        stop_run = _optional_method(None, "")
        if result is None:
            result = self.defaultTestResult()
            stop_run = _optional_method(result, "stopTestRun")
            _optional_method(result, "startTestRun")()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = _skip_reason(self.__class__, method)
            if reason is not None:
                _addSkip(result, self, reason)
                return result
            self._outcome = _Outcome(result)
            try:
                self._run_parts(method, self._outcome)
            finally:
                self._outcome.expectedFailure = None
                self._outcome = None
            return result
        finally:
            result.stopTest(self)
            stop_run()

    def _run_parts(self, method, outcome):
        result = outcome.result
        expecting_failure = any(
            getattr(x, "__unittest_expecting_failure__", False) for x in (self, method))
        start = time.perf_counter()
        with outcome.testPartExecutor(self):
            self._callSetUp()
        if outcome.success:
            outcome.expecting_failure = expecting_failure
            with outcome.testPartExecutor(self):
                self._callTestMethod(method)
            outcome.expecting_failure = False
            with outcome.testPartExecutor(self):
                self._callTearDown()
        self.doCleanups()
        self._addDuration(result, time.perf_counter() - start)
        if not outcome.success:
            return
        if not expecting_failure:
            result.addSuccess(self)
        elif outcome.expectedFailure:
            self._addExpectedFailure(result, outcome.expectedFailure)
        else:
            self._addUnexpectedSuccess(result)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def doCleanups(self):
        """Call the cleanup functions, the last one first."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call the cleanup functions of the class, the last one first. Their
        exceptions are kept in tearDown_exceptions."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def debug(self):
        """Run the test and let its exceptions through."""
        method = getattr(self, self._testMethodName)
        reason = _skip_reason(self.__class__, method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    # Assertions

    def skipTest(self, reason):
        """Skip the test that runs."""
        raise SkipTest(reason)

    def fail(self, msg=None):
        """Fail with this message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg!s}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _fail(self, msg, standardMsg):
        self.fail(self._formatMessage(msg, standardMsg))

    def _fail_with_diff(self, msg, standardMsg, diff):
        self._fail(msg, self._truncateMessage(standardMsg, diff))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless the exception is raised by the callable that follows,
        or in the body of a with statement if there is none. The context
        manager keeps the exception as attribute exception."""
        context = _AssertRaisesContext(expected_exception, self)
        return context.handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """assertRaises where the exception's text must match too."""
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail unless the warning is given by the callable that follows, or
        in the body of a with statement if there is none. The context manager
        has attributes warning, filename and lineno."""
        context = _AssertWarnsContext(expected_warning, self)
        return context.handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """assertWarns where the warning's text must match too."""
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        context = _AssertNotWarnsContext(expected_warning, self)
        return context.handle("_assertNotWarns", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Context manager: fail unless the logger or a child of it gets a
        message of this level or above. It has lists records and output."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Context manager: fail if the logger or a child of it gets a message
        of this level or above."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _getAssertEqualityFunc(self, first, second):
        # exact types only: a subclass may compare in its own way
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if isinstance(function, str):
                function = getattr(self, function)
            if function is not None:
                return function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail unless the difference, rounded to places (7 unless given), is
        zero, or unless it is at most delta."""
        if first == second:
            return
        diff, places, how = self._difference(first, second, places, delta)
        near = diff <= delta if delta is not None else round(diff, places) == 0
        if not near:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} within "
                            f"{how} ({safe_repr(diff)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """The opposite of assertAlmostEqual."""
        diff, places, how = self._difference(first, second, places, delta)
        far = diff > delta if delta is not None else round(diff, places) != 0
        if first == second or not far:
            tail = "" if delta is None else f" ({safe_repr(diff)} difference)"
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} within {how}{tail}")

    @staticmethod
    def _difference(first, second, places, delta):
        """The difference of two values, the places to look at, the measure."""
        if delta is not None:
            if places is not None:
                raise TypeError("specify delta or places not both")
            return abs(first - second), None, f"{safe_repr(delta)} delta"
        if places is None:
            places = 7
        return abs(first - second), places, f"{places!r} places"

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Fail unless two sequences are equal, and of type seq_type if that is
        given."""
        if seq_type is not None:
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(
                        f"{which} sequence is not a {seq_type.__name__}: {safe_repr(seq)}")
        difference = _sequence_difference(seq1, seq2, seq_type)
        if difference is not None:
            self._fail_with_diff(msg, difference, _pretty_diff(seq1, seq2))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Fail unless two sets, or objects with method difference, are equal."""
        lines = []
        for one, other, name, negative in (
                (set1, set2, "first", "second"), (set2, set1, "second", "first")):
            try:
                items = one.difference(other)
            except TypeError as e:
                self.fail(f"invalid type when attempting set difference: {e}")
            except AttributeError as e:
                self.fail(f"{name} argument does not support set difference: {e}")
            if items:
                lines.append(f"Items in the {name} set but not the {negative}:")
                lines.extend(map(repr, items))
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail_with_diff(msg, "%s != %s" % _common_shorten_repr(d1, d2),
                                 _pretty_diff(d1, d2))

    def assertCountEqual(self, first, second, msg=None):
        """Fail unless two iterables have the same elements, in any order, each
        as often."""
        first, second = list(first), list(second)
        try:
            if collections.Counter(first) == collections.Counter(second):
                return
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        else:
            differences = _count_diff_hashable(first, second)
        if differences:
            lines = "\n".join("First has %d, Second has %d:  %r" % d for d in differences)
            self._fail_with_diff(msg, "Element counts were not equal:\n", lines)

    def assertMultiLineEqual(self, first, second, msg=None):
        """Fail unless two strings are equal, and show how lines differ."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        self._fail_with_diff(msg, "%s != %s" % _common_shorten_repr(first, second),
                             _text_diff(first, second))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            many = "any of " if isinstance(cls, tuple) else ""
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {many}{cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            cls = _first_true(cls, lambda c: isinstance(obj, c))
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def _is_subclass(self, cls, superclass, msg):
        try:
            return issubclass(cls, superclass)
        except TypeError:
            if not isinstance(cls, type):
                self._fail(msg, f"{cls!r} is not a class")
            raise

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not self._is_subclass(cls, superclass, msg):
            many = "any of " if isinstance(superclass, tuple) else ""
            self._fail(msg, f"{cls!r} is not a subclass of {many}{superclass!r}")

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if self._is_subclass(cls, superclass, msg):
            superclass = _first_true(superclass, lambda c: issubclass(cls, c))
            self._fail(msg, f"{cls!r} is a subclass of {superclass!r}")

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._fail(msg, f"{_describe(obj)} has no attribute {name!r}")

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._fail(msg, f"{_describe(obj)} has unexpected attribute {name!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail unless the pattern is found in text."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} "
                            f"not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail if the pattern is found in text."""
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._fail(msg, f"Regex matched: {text[match.start():match.end()]!r} "
                            f"matches {unexpected_regex.pattern!r} in {text!r}")

    def _has_tail(self, method, s, tails, msg):
        """Call s.startswith or s.endswith; a wrong type of s is a failure."""
        try:
            return getattr(s, method)(tails)
        except (AttributeError, TypeError):
            for tail in tails if isinstance(tails, tuple) else (tails,):
                for kind, types in (("str", str), ("bytes", (bytes, bytearray))):
                    if isinstance(tail, types) and not isinstance(s, types):
                        self._fail(msg, f"Expected {kind}, not {type(s).__name__}")
            raise

    def _assert_tail(self, method, verb, s, tails, msg):
        if not self._has_tail(method, s, tails, msg):
            many = "any of " if isinstance(tails, tuple) else ""
            self._fail(msg, f"{safe_repr(s, short=True)} doesn't {verb} with "
                            f"{many}{safe_repr(tails)}")

    def _assert_no_tail(self, method, verb, s, tails, msg):
        if self._has_tail(method, s, tails, msg):
            tails = _first_true(tails, getattr(s, method))
            self._fail(msg, f"{safe_repr(s, short=True)} {verb} with {safe_repr(tails)}")

    def assertStartsWith(self, s, prefix, msg=None):
        self._assert_tail("startswith", "start", s, prefix, msg)

    def assertNotStartsWith(self, s, prefix, msg=None):
        self._assert_no_tail("startswith", "starts", s, prefix, msg)

    def assertEndsWith(self, s, suffix, msg=None):
        self._assert_tail("endswith", "end", s, suffix, msg)

    def assertNotEndsWith(self, s, suffix, msg=None):
        self._assert_no_tail("endswith", "ends", s, suffix, msg)


def _first_true(items, test):
    """The first of a tuple's items that passes the test; other items as they
    are."""
    if isinstance(items, tuple):
        return next((x for x in items if test(x)), items)
    return items


def _describe(obj):
    """An object as messages about its attributes name it."""
    if isinstance(obj, types.ModuleType):
        return f"module {obj.__name__!r}"
    if isinstance(obj, type):
        return f"type object {obj.__name__!r}"
    return f"{type(obj).__name__!r} object"


class FunctionTestCase(TestCase):
    """A test that is a function, with functions around it."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def _key(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((type(self), *self._key()))

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """Stands for a subtest in results."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException
        self._message = message

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("(%s)" % ", ".join(f"{k}={v!r}" for k, v in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"
