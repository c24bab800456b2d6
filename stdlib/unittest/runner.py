"""Running tests with a report as text."""

import sys
import time
import warnings

from _colorize import get_theme

from . import result
from .case import _SubTest
from .signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with method writeln."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(result.TestResult):
    """A result that writes a letter, or a line if verbose, for each test."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.durations = durations
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._theme = get_theme(tty_file=stream).unittest
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f"{test}\n{doc}" if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        is_subtest = isinstance(test, _SubTest)
        if is_subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            if is_subtest:
                self.stream.write("  ")
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _outcome(self, test, color, letter, word, detail="", in_line=False):
        """Show an outcome: a letter, or the word and detail if verbose."""
        reset = self._theme.reset
        if self.showAll:
            status = f"{color}{word}{reset}{detail}"
            if in_line:
                self.stream.writeln(status)
                self.stream.flush()
            else:
                self._write_status(test, status)
        elif self.dots:
            self.stream.write(f"{color}{letter}{reset}")
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._outcome(subtest, self._theme.fail, *(("F", "FAIL") if failed else ("E", "ERROR")))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._outcome(test, self._theme.passed, ".", "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self._outcome(test, self._theme.fail, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._outcome(test, self._theme.fail, "F", "FAIL")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._outcome(test, self._theme.warn, "s", "skipped", f" {reason!r}")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._outcome(test, self._theme.warn, "x", "expected failure", in_line=True)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._outcome(test, self._theme.fail, "u", "unexpected success", in_line=True)

    def printErrors(self):
        t = self._theme
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList(f"{t.fail}ERROR{t.reset}", self.errors)
        self.printErrorList(f"{t.fail}FAIL{t.reset}", self.failures)
        unexpected = getattr(self, "unexpectedSuccesses", ())
        if unexpected:
            self.stream.writeln(self.separator1)
            for test in unexpected:
                self.stream.writeln(
                    f"{t.fail}UNEXPECTED SUCCESS{t.fail_info}: "
                    f"{self.getDescription(test)}{t.reset}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        t = self._theme
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(
                f"{flavour}{t.fail_info}: {self.getDescription(test)}{t.reset}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(str(err))
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes what becomes of them to a stream."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False,
                 buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        args = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*args, durations=self.durations)
        except TypeError:  # a class that does not know durations
            return self.resultclass(*args)

    def run(self, test):
        """Run a test or a suite; the result is returned."""
        result = self._makeResult()
        registerResult(result)
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            self._call(result, "startTestRun")
            try:
                test(result)
            finally:
                self._call(result, "stopTestRun")
            elapsed = time.perf_counter() - start
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        self._print_summary(result, elapsed)
        return result

    @staticmethod
    def _call(result, name):
        method = getattr(result, name, None)
        if method is not None:
            method()

    def _printDurations(self, result):
        durations = sorted(result.collectedDurations, key=lambda d: d[1], reverse=True)
        if not durations:
            return
        if self.durations > 0:
            durations = durations[:self.durations]
        self.stream.writeln("Slowest test durations")
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        least = 0 if self.verbosity >= 2 else 0.001
        shown = [d for d in durations if d[1] >= least]
        for test, elapsed in shown:
            self.stream.writeln("%-10s %s" % ("%.3fs" % elapsed, test))
        if len(shown) < len(durations):
            self.stream.writeln("\n(durations < 0.001s were hidden; "
                                "use -v to show these durations)")
        else:
            self.stream.writeln("")

    def _print_summary(self, result, elapsed):
        t = get_theme(tty_file=self.stream).unittest
        run = result.testsRun
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        self.stream.writeln("Ran %d test%s in %.3fs" % (run, "" if run == 1 else "s", elapsed))
        self.stream.writeln()
        counts = []

        def count(color, name, number):
            if number:
                counts.append(f"{color}{name}={number}{t.reset}")

        try:  # results of old may lack these
            expected, unexpected, skipped = map(len, (
                result.expectedFailures, result.unexpectedSuccesses, result.skipped))
        except AttributeError:
            expected = unexpected = skipped = 0
        if not result.wasSuccessful():
            self.stream.write(f"{t.fail_info}FAILED{t.reset}")
            count(t.fail_info, "failures", len(result.failures))
            count(t.fail_info, "errors", len(result.errors))
        elif run == 0 and not skipped:
            self.stream.write(f"{t.warn}NO TESTS RAN{t.reset}")
        else:
            self.stream.write(f"{t.passed}OK{t.reset}")
        count(t.warn, "skipped", skipped)
        count(t.warn, "expected failures", expected)
        count(t.fail, "unexpected successes", unexpected)
        if counts:
            self.stream.writeln(f" ({', '.join(counts)})")
        else:
            self.stream.write("\n")
        self.stream.flush()
