"""What became of the tests of a run."""

import io
import sys
import traceback
from functools import wraps

from . import util

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Decorator of methods that report something bad."""
    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return inner


def _with_newline(text):
    return text if text.endswith("\n") else text + "\n"


class TestResult:
    """Keeps what test cases and suites report: tests with the text of their
    exceptions."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.failfast = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Called by the runner at the end."""

    def startTestRun(self):
        """Called before the first test."""

    def stopTestRun(self):
        """Called after the last test."""

    def startTest(self, test):
        """Called before a test."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        """Called after a test."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            self._stderr_buffer = io.StringIO()
            self._stdout_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for buffer, stream, form in (
                    (sys.stdout, self._original_stdout, STDOUT_LINE),
                    (sys.stderr, self._original_stderr, STDERR_LINE)):
                text = buffer.getvalue()
                if text:
                    stream.write(form % _with_newline(text))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    @failfast
    def addError(self, test, err):
        """An exception that is no failure. err is what sys.exc_info() gave."""
        self._add(self.errors, test, err)

    @failfast
    def addFailure(self, test, err):
        """A failed assertion."""
        self._add(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        """The end of a subtest; err is None if it succeeded."""
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        kept = self.failures if failed else self.errors
        kept.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """A success."""

    def addSkip(self, test, reason):
        """A test that was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A failure that was expected."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A success where a failure was expected."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """The seconds that a test and its cleanups took."""
        if hasattr(self, "collectedDurations"):  # __init__ may be another's
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors
                    or getattr(self, "unexpectedSuccesses", ()))

    def stop(self):
        """Let the run end after this test."""
        self.shouldStop = True

    def _add(self, kept, test, err):
        kept.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def _exc_info_to_string(self, err, test):
        exc_type, exc, tb = err
        tb = self._clean_tracebacks(exc_type, exc, tb, test)
        report = traceback.TracebackException(
            exc_type, exc, tb, capture_locals=self.tb_locals, compact=True)
        if hasattr(self, "stream"):
            from _colorize import can_colorize
            lines = list(report.format(colorize=can_colorize(file=self.stream)))
        else:
            lines = list(report.format())
        if self.buffer:
            for buffer, form in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                text = buffer.getvalue()
                if text:
                    lines.append(form % _with_newline(text))
        return "".join(lines)

    def _clean_tracebacks(self, exc_type, exc, tb, test):
        """Cut this package's frames from the tracebacks of an exception and
        of those it came from; the exception's own is returned."""
        cleaned = self._clean_traceback(exc_type, tb, test)
        waiting, seen = [exc], {id(exc)}
        while waiting:
            exc = waiting.pop()
            if exc is None:
                continue
            for other in (exc.__cause__, exc.__context__):
                if other is not None and id(other) not in seen:
                    seen.add(id(other))
                    other.__traceback__ = self._clean_traceback(
                        type(other), other.__traceback__, test)
                    waiting.append(other)
        return cleaned

    def _clean_traceback(self, exc_type, tb, test):
        while tb and self._is_relevant_tb_level(tb):
            tb = tb.tb_next
        if exc_type is test.failureException:
            self._remove_unittest_tb_frames(tb)
        return tb

    def _is_relevant_tb_level(self, tb):
        return "__unittest" in tb.tb_frame.f_globals

    def _remove_unittest_tb_frames(self, tb):
        """Cut the assertion's frames from the end of a traceback."""
        last = None
        while tb and not self._is_relevant_tb_level(tb):
            last, tb = tb, tb.tb_next
        if last is not None:
            last.tb_next = None

    def __repr__(self):
        return (f"<{util.strclass(self.__class__)} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")
