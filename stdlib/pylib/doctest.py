"""Examples in docstrings and texts, run and compared with what they show."""

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
    "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
    "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example",
    "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner",
    "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner",
    "testmod", "testfile", "run_docstring_examples", "DocTestSuite",
    "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
    "testsource", "debug_src", "debug",
]

import __future__
import difflib
import functools
import inspect
import linecache
import os
import re
import sys
import traceback
import unittest
from collections import namedtuple
from io import IncrementalNewlineDecoder, StringIO

import _colorize

__unittest = True


class TestResults(namedtuple("TestResults", "failed attempted")):
    """Numbers of examples; attribute skipped counts the skipped ones."""

    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        if not self.skipped:
            return super().__repr__()
        return (f"TestResults(failed={self.failed}, attempted={self.attempted}, "
                f"skipped={self.skipped})")


# Option flags

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The flag called name, a new one unless it is known."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE
                    | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF
                   | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST)

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


# Helpers

def _extract_future_flags(globs):
    """The compiler flags of the __future__ features that globs hold."""
    flags = 0
    for name in __future__.all_feature_names:
        feature = getattr(__future__, name)
        if globs.get(name) is feature:
            flags |= feature.compiler_flag
    return flags


def _normalize_module(module, depth=2):
    """A module, the module of that name, or for None the one of the frame at
    this depth."""
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is not None:
        raise TypeError("Expected a module, string, or None")
    return sys.modules.get(sys._getframe(depth).f_globals["__name__"])


def _newline_convert(data):
    return IncrementalNewlineDecoder(None, True).decode(data, True)


def _load_testfile(filename, package, module_relative, encoding):
    """The text of a file and its name; the module's loader may provide it."""
    if module_relative:
        package = _normalize_module(package, 3)
        filename = _module_relative_path(package, filename)
        loader = getattr(package, "__loader__", None)
        if loader is None:
            loader = getattr(getattr(package, "__spec__", None), "loader", None)
        if hasattr(loader, "get_data"):
            text = loader.get_data(filename).decode(encoding)
            return _newline_convert(text), filename
    with open(filename, encoding=encoding) as f:
        return f.read(), filename


def _module_relative_path(module, test_path):
    """The path of a file that is named relative to a module."""
    if not inspect.ismodule(module):
        raise TypeError(f"Expected a module: {module!r}")
    if test_path.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    test_path = os.path.join(*test_path.split("/"))
    if hasattr(module, "__file__"):
        folder = os.path.dirname(module.__file__)
    elif module.__name__ == "__main__":
        folder = os.path.dirname(sys.argv[0]) if sys.argv and sys.argv[0] else os.curdir
    else:
        for folder in getattr(module, "__path__", ()):
            path = os.path.join(folder, test_path)
            if os.path.exists(path):
                return path
        raise ValueError("Can't resolve paths relative to the module "
                         f"{module.__name__!r} (it has no __file__)")
    return os.path.join(folder, test_path)


def _indent(s, indent=4):
    """s with its lines indented, except empty ones."""
    return re.sub("(?m)^(?!$)", indent * " ", s)


def _exception_traceback(exc_info):
    out = StringIO()
    traceback.print_exception(*exc_info, file=out)
    return out.getvalue()


class _SpoofOut(StringIO):
    """Stands for sys.stdout while examples run. Its text ends with a newline,
    since expected text cannot show that there is none."""

    def getvalue(self):
        text = super().getvalue()
        return text + "\n" if text and not text.endswith("\n") else text

    def truncate(self, size=None):
        if size is not None:
            self.seek(size)
        super().truncate()


def _ellipsis_match(want, got):
    """Whether got is want, where "..." stands for any text."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *pieces, last = want.split(ELLIPSIS_MARKER)
    if not (got.startswith(first) and got.endswith(last)):
        return False
    pos, end = len(first), len(got) - len(last)
    if pos > end:
        return False  # the ends overlap
    for piece in pieces:  # the leftmost places are as good as any
        pos = got.find(piece, pos, end)
        if pos < 0:
            return False
        pos += len(piece)
    return True


def _comment_line(line):
    line = line.rstrip()
    return f"# {line}" if line else "#"


def _strip_exception_details(msg):
    """The exception's name in the first line of a traceback's message, without
    the module."""
    return msg.partition("\n")[0].partition(":")[0].rpartition(".")[2]


def _redirecting_pdb(out):
    """A debugger that talks to out while sys.stdout is another's."""
    import pdb

    class _OutputRedirectingPdb(pdb.Pdb):
        def __init__(self, out):
            self.__out = out
            self.__debugger_used = False
            super().__init__(stdout=out, nosigint=True)
            self.use_rawinput = 1

        def set_trace(self, frame=None, *, commands=None):
            self.__debugger_used = True
            if frame is None:
                frame = sys._getframe().f_back
            super().set_trace(frame, commands=commands)

        def set_continue(self):
            if self.__debugger_used:
                super().set_continue()

        def trace_dispatch(self, *args):
            before = sys.stdout
            sys.stdout = self.__out
            try:
                return super().trace_dispatch(*args)
            finally:
                sys.stdout = before

    return _OutputRedirectingPdb(out)


# Examples and tests

def _terminated(text):
    return text if text.endswith("\n") else text + "\n"


class Example:
    """A statement and the output that it should have.

    source and want end with a newline (want may be empty), exc_msg is the last
    part of the expected traceback or None, lineno and indent tell where the
    example is in its text, options maps flags to booleans.
    """

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = _terminated(source)
        self.want = _terminated(want) if want else want
        self.exc_msg = exc_msg if exc_msg is None else _terminated(exc_msg)
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key() and self.options == other.options

    def __hash__(self):
        return hash(self._key())


class DocTest:
    """Examples that run in one namespace.

    globs is a copy of the given namespace; name, filename and lineno (from 0)
    tell where the text docstring comes from.
    """

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), \
            "DocTest no longer accepts str; use DocTestParser instead"
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        examples = {0: "no examples", 1: "1 example"}.get(n, f"{n} examples")
        return (f"<{self.__class__.__name__} {self.name} from "
                f"{self.filename}:{self.lineno} ({examples})>")

    def _key(self):
        return self.docstring, self.name, self.filename, self.lineno

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self._key() == other._key() and self.examples == other.examples
                and self.globs == other.globs)

    def __hash__(self):
        return hash(self._key())

    def _order(self):
        lineno = -1 if self.lineno is None else self.lineno
        return self.name, self.filename, lineno, id(self)

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._order() < other._order()


class DocTestParser:
    """Finds examples in texts."""

    # A prompt line with continuation lines, and what follows up to a blank
    # line or the next prompt.
    _EXAMPLE_RE = re.compile(
        r"(?P<source>^(?P<indent> *)>>>.*(?:\n *\.\.\..*)*)\n?"
        r"(?P<want>(?:(?! *$)(?! *>>>).+$\n?)*)", re.MULTILINE)

    # A traceback: header, stack, and from the first line that starts with a
    # word the message.
    _EXCEPTION_RE = re.compile(
        r"^(?P<hdr>Traceback \((?:most recent call last|innermost last)\):)\s*$"
        r"(?P<stack>.*?)^(?P<msg>\w+.*)", re.MULTILINE | re.DOTALL)

    # Options must not be followed by a quote, which would make them part of a
    # string.
    _OPTION_DIRECTIVE_RE = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)

    _INDENT_RE = re.compile(r"^( *)(?=\S)", re.MULTILINE)
    _IS_BLANK_OR_COMMENT = re.compile(r"^ *(#.*)?$").match

    def parse(self, string, name="<string>"):
        """The examples and the texts between them as a list. name is for
        messages."""
        string = string.expandtabs()
        margin = self._min_indent(string)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        pieces = []
        end = lineno = 0
        for m in self._EXAMPLE_RE.finditer(string):
            pieces.append(string[end:m.start()])
            lineno += string.count("\n", end, m.start())
            source, options, want, exc_msg = self._parse_example(m, name, lineno)
            if not self._IS_BLANK_OR_COMMENT(source):
                pieces.append(Example(
                    source, want, exc_msg, lineno=lineno,
                    indent=margin + len(m["indent"]), options=options))
            lineno += string.count("\n", m.start(), m.end())
            end = m.end()
        pieces.append(string[end:])
        return pieces

    def get_doctest(self, string, globs, name, filename, lineno):
        """A DocTest of the examples in a text."""
        return DocTest(self.get_examples(string, name), globs, name, filename,
                       lineno, string)

    def get_examples(self, string, name="<string>"):
        """The examples in a text. Their line numbers count from 0."""
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def _parse_example(self, m, name, lineno):
        """Source, options, expected output and exception of a match."""
        indent = len(m["indent"])
        lines = m["source"].split("\n")
        self._check_prompt_blank(lines, indent, name, lineno)
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join(line[indent + 4:] for line in lines)
        want_lines = m["want"].split("\n")
        if len(want_lines) > 1 and not want_lines[-1].strip(" "):
            del want_lines[-1]
        self._check_prefix(want_lines, " " * indent, name, lineno + len(lines))
        want = "\n".join(line[indent:] for line in want_lines)
        exception = self._EXCEPTION_RE.match(want)
        exc_msg = exception["msg"] if exception else None
        return source, self._find_options(source, name, lineno), want, exc_msg

    def _find_options(self, source, name, lineno):
        options = {}
        for m in self._OPTION_DIRECTIVE_RE.finditer(source):
            for option in m[1].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1!r} of the doctest for {name} "
                                     f"has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and self._IS_BLANK_OR_COMMENT(source):
            raise ValueError(f"line {lineno!r} of the doctest for {name} has an option "
                             f"directive on a line with no example: {source!r}")
        return options

    def _min_indent(self, s):
        return min(map(len, self._INDENT_RE.findall(s)), default=0)

    def _check_prompt_blank(self, lines, indent, name, lineno):
        for i, line in enumerate(lines, lineno + 1):
            if line[indent + 3:indent + 4] not in ("", " "):
                raise ValueError(f"line {i!r} of the docstring for {name} lacks blank "
                                 f"after {line[indent:indent + 3]}: {line!r}")

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines, lineno + 1):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {i!r} of the docstring for {name} has "
                                 f"inconsistent leading whitespace: {line!r}")


class DocTestFinder:
    """Finds the tests in an object's docstring and in those of what it
    contains: functions, classes, methods, properties, and for modules the
    texts and objects in __test__."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True,
                 exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """A sorted list of tests. What comes from other modules than module is
        left out; with False as module nothing is. The tests' namespaces are
        copies of globs, the module's unless given, updated by extraglobs."""
        if name is None:
            name = getattr(obj, "__name__", None)
        if name is None:
            raise ValueError("DocTestFinder.find: name must be given when "
                             f"obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__
        globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, self._source_lines(obj, module), globs, {})
        tests.sort()
        return tests

    @staticmethod
    def _source_lines(obj, module):
        """The lines of the file that obj comes from, or None."""
        try:
            file = inspect.getsourcefile(obj)
            if not file:
                file = inspect.getfile(obj)
                if not (file[0] == "<" and file[-2:] == "]>"):
                    return None  # only examples have source without a file
        except (TypeError, OSError):
            return None
        module_globals = None if module is None else module.__dict__
        return linecache.getlines(file, module_globals) or None

    def _from_module(self, module, object):
        """Whether object is defined in module."""
        if module is None:
            return True
        found = inspect.getmodule(object)
        if found is not None:
            return module is found
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            owner = getattr(object, "__objclass__", object)
            return getattr(owner, "__module__", module.__name__) == module.__name__
        if inspect.isclass(object) or hasattr(object, "__module__"):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True  # nothing tells
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        """Append the tests of obj and what it contains to tests."""
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            inner = self._of_module(obj, name, module)
        elif inspect.isclass(obj):
            inner = self._of_class(obj, name, module)
        else:
            return
        for inner_name, value in inner:
            self._find(tests, value, inner_name, module, source_lines, globs, seen)

    def _of_module(self, obj, name, module):
        for key, value in obj.__dict__.items():
            if ((self._is_routine(value) or inspect.isclass(value))
                    and self._from_module(module, value)):
                yield f"{name}.{key}", value
        for key, value in getattr(obj, "__test__", {}).items():
            if not isinstance(key, str):
                raise ValueError("DocTestFinder.find: __test__ keys must be strings: "
                                 f"{type(key)!r}")
            if not (inspect.isroutine(value) or inspect.isclass(value)
                    or inspect.ismodule(value) or isinstance(value, str)):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, "
                                 "functions, methods, classes, or modules: "
                                 f"{type(value)!r}")
            yield f"{name}.__test__.{key}", value

    def _of_class(self, obj, name, module):
        for key, value in obj.__dict__.items():
            if isinstance(value, (staticmethod, classmethod)):
                value = value.__func__
            if ((inspect.isroutine(value) or inspect.isclass(value)
                 or isinstance(value, property))
                    and self._from_module(module, value)):
                yield f"{name}.{key}", value

    def _get_test(self, obj, name, module, globs, source_lines):
        """The test of obj's docstring, or None if that is empty."""
        if isinstance(obj, str):
            docstring = obj
        else:
            try:
                docstring = obj.__doc__
            except (TypeError, AttributeError):
                docstring = None
            docstring = "" if docstring is None else str(docstring)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not docstring:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename.endswith(".pyc"):
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        """The line, from 0, where obj's docstring begins, or None. It is taken
        to be the first line of the definition that begins with a quote."""
        lineno = None
        has_doc = getattr(obj, "__doc__", None) is not None
        if inspect.ismodule(obj) and has_doc:
            lineno = 0
        if inspect.isclass(obj) and has_doc:
            if source_lines is None:
                return None
            head = re.compile(rf"^\s*class\s*{re.escape(getattr(obj, '__name__', '-'))}\b")
            lineno = next((i for i, line in enumerate(source_lines) if head.match(line)), None)
        obj = self._function_of(obj)
        if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
            obj = getattr(inspect.unwrap(obj), "__code__", None)
            if obj is None:
                return None
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is None:
            return None
        if source_lines is None:
            return lineno + 1
        quote = re.compile(r"(^|.*:)\s*\w*(\"|')")
        return next((i for i in range(lineno, len(source_lines))
                     if quote.match(source_lines[i])), None)

    @staticmethod
    def _function_of(obj):
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if isinstance(obj, functools.cached_property):
            obj = obj.func
        return obj


# Running

_SUCCESS, _FAILURE, _BOOM = range(3)


class DocTestRunner:
    """Runs tests and counts: attributes tries, failures and skips.

    What it writes goes through the methods report_start, report_success,
    report_failure and report_unexpected_exception, which may be overridden.
    """

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self.skips = 0
        self._stats = {}
        self._fakeout = _SpoofOut()
        self.debugger = None

    def report_start(self, out, test, example):
        """An example is about to run."""
        if self._verbose:
            want = f"\n{_indent(example.want)}" if example.want else " nothing\n"
            out(f"Trying:\n{_indent(example.source)}Expecting"
                f"{':' if example.want else ''}{want}")

    def report_success(self, out, test, example, got):
        """An example did what it shows."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example did something else."""
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example raised."""
        out(self._failure_header(test, example)
            + "Exception raised:\n" + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        red = reset = ""
        if can_colorize():
            red, reset = _colorize.ANSIColors.RED, _colorize.ANSIColors.RESET
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            lineno = test.lineno + example.lineno + 1 if known else "?"
            place = f'File "{test.filename}", line {lineno}, in {test.name}'
        else:
            place = f"Line {example.lineno + 1}, in {test.name}"
        return (f"{red}{self.DIVIDER}{reset}\n{place}\nFailed example:\n"
                + _indent(example.source))

    def __run(self, test, compileflags, out):
        failures = attempted = skips = 0
        flags = self.optionflags
        for number, example in enumerate(test.examples):
            attempted += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self._with_options(flags, example.options)
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            exc_info = None
            try:
                exec(compile(example.source, f"<doctest {test.name}[{number}]>",
                             "single", compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as exc:
                exc_info = type(exc), exc, exc.__traceback__.tb_next
            if self.debugger is not None:
                self.debugger.set_continue()
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            outcome = self._outcome(example, got, exc_info)
            if exc_info is not None and not quiet:
                got += _exception_traceback(exc_info)
            if outcome != _SUCCESS:
                failures += 1
            if quiet:
                pass
            elif outcome == _SUCCESS:
                self.report_success(out, test, example, got)
            elif outcome == _FAILURE:
                self.report_failure(out, test, example, got)
            else:
                self.report_unexpected_exception(out, test, example, exc_info)
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = flags
        self._record(test.name, failures, attempted, skips)
        return TestResults(failures, attempted, skipped=skips)

    @staticmethod
    def _with_options(flags, options):
        for flag, on in (options or {}).items():
            flags = flags | flag if on else flags & ~flag
        return flags

    def _outcome(self, example, got, exc_info):
        check = self._checker.check_output
        if exc_info is None:
            return _SUCCESS if check(example.want, got, self.optionflags) else _FAILURE
        message = self._exception_message(exc_info)
        if example.exc_msg is None:
            return _BOOM
        if check(example.exc_msg, message, self.optionflags):
            return _SUCCESS
        if (self.optionflags & IGNORE_EXCEPTION_DETAIL
                and check(_strip_exception_details(example.exc_msg),
                          _strip_exception_details(message), self.optionflags)):
            return _SUCCESS
        return _FAILURE

    @staticmethod
    def _exception_message(exc_info):
        """The last part of a traceback. The lines of a SyntaxError that show
        the place are left out."""
        cls = exc_info[0]
        lines = traceback.format_exception_only(*exc_info[:2])
        if issubclass(cls, SyntaxError):
            heads = f"{cls.__qualname__}:", f"{cls.__module__}.{cls.__qualname__}:"
            start = next(i for i, line in enumerate(lines) if line.startswith(heads))
            lines = lines[start:]
        return "".join(lines)

    def _record(self, name, failures, tries, skips):
        before = self._stats.get(name, (0, 0, 0))
        self._stats[name] = tuple(map(sum, zip(before, (failures, tries, skips))))
        self.failures += failures
        self.tries += tries
        self.skips += skips

    __FILENAME_RE = re.compile(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$")

    def __patched_linecache_getlines(self, filename, module_globals=None):
        m = self.__FILENAME_RE.match(filename)
        if m and m["name"] == self.test.name:
            return self.test.examples[int(m["number"])].source.splitlines(keepends=True)
        return self.save_linecache_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a test; reports go to out, sys.stdout.write
        unless given. The test's namespace is cleared at the end if clear_globs
        is true."""
        self.test = test
        if compileflags is None:
            compileflags = _extract_future_flags(test.globs)
        stdout = sys.stdout
        if out is None:
            out = self._writer(stdout)
        pdb = sys.modules.get("pdb")
        if pdb is not None:  # who did not import it cannot stop in it
            trace, set_trace = sys.gettrace(), pdb.set_trace
            self.debugger = _redirecting_pdb(stdout)
            self.debugger.reset()
            pdb.set_trace = self.debugger.set_trace
        self.save_linecache_getlines = linecache.getlines
        displayhook, color = sys.displayhook, _colorize.can_colorize
        environ = {key: os.environ.pop(key, None)
                   for key in ("PYTHON_COLORS", "FORCE_COLOR")}
        sys.stdout = self._fakeout
        linecache.getlines = self.__patched_linecache_getlines
        sys.displayhook = sys.__displayhook__
        _colorize.can_colorize = lambda *args, **kwargs: False
        try:
            return self.__run(test, compileflags, out)
        finally:
            sys.stdout = stdout
            if pdb is not None:
                pdb.set_trace = set_trace
                sys.settrace(trace)
            linecache.getlines = self.save_linecache_getlines
            sys.displayhook = displayhook
            _colorize.can_colorize = color
            os.environ.update({k: v for k, v in environ.items() if v is not None})
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    @staticmethod
    def _writer(stdout):
        encoding = stdout.encoding
        if encoding is None or encoding.lower() == "utf-8":
            return stdout.write

        def write(s):
            stdout.write(s.encode(encoding, "backslashreplace").decode(encoding))
        return write

    def summarize(self, verbose=None):
        """Print a summary of all tests that ran; return the sums."""
        if verbose is None:
            verbose = self._verbose
        untested, passed, failed = [], [], []
        for name, (failures, tries, skips) in sorted(self._stats.items()):
            if tries == 0:
                untested.append(name)
            elif failures == 0:
                passed.append((name, tries))
            else:
                failed.append((name, failures, tries))
        sums = [sum(column) for column in zip(*self._stats.values())] or [0, 0, 0]
        failures, tries, skips = sums
        c = _colorize.get_colors()
        if verbose:
            if untested:
                print(f"{_n_items(untested)} had no tests:")
                for name in untested:
                    print(f"    {name}")
            if passed:
                print(f"{c.GREEN}{_n_items(passed)} passed all tests:{c.RESET}")
                for name, count in passed:
                    print(f" {c.GREEN}{count:3d} test{_s(count)} in {name}{c.RESET}")
        if failed:
            print(f"{c.RED}{self.DIVIDER}{c.RESET}")
            print(f"{_n_items(failed)} had failures:")
            for name, bad, count in failed:
                print(f" {bad:3d} of {count:3d} in {name}")
        if verbose:
            print(f"{tries} test{_s(tries)} in {_n_items(self._stats)}.")
            also = f" and {c.RED}{failures} failed{c.RESET}" if failures else ""
            print(f"{c.GREEN}{tries - failures} passed{c.RESET}{also}.")
        if failures:
            also = ""
            if skips:
                also = f" and {c.YELLOW}{skips} skipped test{_s(skips)}{c.RESET}"
            print(f"{c.BOLD_RED}***Test Failed*** {failures} failure{_s(failures)}"
                  f"{c.RESET}{also}.")
        elif verbose:
            print(f"{c.BOLD_GREEN}Test passed.{c.RESET}")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Add the numbers of another runner's tests."""
        for name, numbers in other._stats.items():
            before = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(map(sum, zip(before, numbers)))


def can_colorize():
    return _colorize.can_colorize()


def _s(n):
    return "" if n == 1 else "s"


def _n_items(items):
    return f"{len(items)} item{_s(len(items))}"


class OutputChecker:
    """Compares expected and actual output."""

    def _toAscii(self, s):
        return s.encode("ASCII", "backslashreplace").decode("ASCII")

    def check_output(self, want, got, optionflags):
        """Whether got is as wanted, with the freedom that the flags give."""
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def _do_a_fancy_diff(self, want, got, optionflags):
        if optionflags & REPORT_NDIFF:
            return True  # shows differences within lines
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF):
            return False
        return want.count("\n") > 2 and got.count("\n") > 2

    def output_difference(self, example, got, optionflags):
        """How got differs from the example's expected output, as a text."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            kind, lines = self._diff(want.splitlines(True), got.splitlines(True), optionflags)
            return f"Differences ({kind}):\n{_indent(''.join(lines))}"
        text = f"Expected:\n{_indent(want)}" if want else "Expected nothing\n"
        return text + (f"Got:\n{_indent(got)}" if got else "Got nothing\n")

    @staticmethod
    def _diff(want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            return ("unified diff with -expected +actual",
                    list(difflib.unified_diff(want, got, n=2))[2:])
        if optionflags & REPORT_CDIFF:
            return ("context diff with expected followed by actual",
                    list(difflib.context_diff(want, got, n=2))[2:])
        differ = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
        return "ndiff with -expected +actual", differ.compare(want, got)


class DocTestFailure(Exception):
    """An example of a DebugRunner printed something else."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example of a DebugRunner raised."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """A runner that raises at the first failure, and leaves the test's
    namespace as it is then."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        results = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return results

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# Running all tests of something

master = None  # the runner with the sums of all calls


def _run_all(tests, report, raise_on_error, verbose, optionflags):
    global master
    cls = DebugRunner if raise_on_error else DocTestRunner
    runner = cls(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True,
            optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Run the tests of a module, __main__ unless given. The numbers of
    failures and examples are returned."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    tests = finder.find(m, m.__name__ if name is None else name, globs=globs,
                        extraglobs=extraglobs)
    return _run_all(tests, report, raise_on_error, verbose, optionflags)


def testfile(filename, module_relative=True, name=None, package=None,
             globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(),
             encoding=None):
    """Run the examples of a text file. Its name is relative to the calling
    module or to package unless module_relative is false."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _load_testfile(filename, package, module_relative,
                                    encoding or "utf-8")
    globs = {"__name__": "__main__"} | (globs or {}) | (extraglobs or {})
    if name is None:
        name = os.path.basename(filename)
    test = parser.get_doctest(text, globs, name, filename, 0)
    return _run_all([test], report, raise_on_error, verbose, optionflags)


def run_docstring_examples(f, globs, verbose=False, name="NoName",
                           compileflags=None, optionflags=0):
    """Run the examples of one docstring."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# Tests for unittest

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Set the reporting flags of test cases that have none; return the ones
    before."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    before, _unittest_reportflags = _unittest_reportflags, flags
    return before


class DocTestCase(unittest.TestCase):
    """A test as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test = test
        self._dt_optionflags = optionflags
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown
        self._dt_checker = checker

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        out, stdout = StringIO(), sys.stdout
        try:
            results = runner.run(self._dt_test, out=out.write, clear_globs=False)
            if results.skipped == results.attempted:
                raise unittest.SkipTest("all examples were skipped")
        finally:
            sys.stdout = stdout
        if results.failed:
            raise self.failureException(self.format_failure(out.getvalue().rstrip("\n")))

    def format_failure(self, err):
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else test.lineno
        name = test.name.split(".")[-1]
        return (f"Failed doctest test for {test.name}\n"
                f'  File "{test.filename}", line {lineno}, in {name}\n\n{err}')

    def debug(self):
        """Run the test and let the exceptions of a DebugRunner through."""
        self.setUp()
        runner = DebugRunner(optionflags=self._dt_optionflags,
                             checker=self._dt_checker, verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def _key(self):
        return (self._dt_optionflags, self._dt_setUp, self._dt_tearDown,
                self._dt_checker)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._dt_test == other._dt_test and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        package, _, name = self._dt_test.name.rpartition(".")
        return f"{name} ({package})"

    __str__ = object.__str__

    def shortDescription(self):
        return f"Doctest: {self._dt_test.name}"


class SkipDocTestCase(DocTestCase):
    """Stands for the tests of a module whose docstrings were stripped."""

    def __init__(self, module):
        self.module = module
        super().__init__(None)

    def setUp(self):
        self.skipTest("DocTestSuite will not work with -O2 and above")

    def test_skip(self):
        pass

    def shortDescription(self):
        return f"Skipping tests from {self.module.__name__}"

    __str__ = shortDescription


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        """Tests stay."""


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None,
                 **options):
    """A suite of a module's tests, the calling module unless given. options
    are those of DocTestCase."""
    if test_finder is None:
        test_finder = DocTestFinder()
    module = _normalize_module(module)
    tests = test_finder.find(module, globs=globs, extraglobs=extraglobs)
    suite = _DocTestSuite()
    if not tests and sys.flags.optimize >= 2:
        suite.addTest(SkipDocTestCase(module))
        return suite
    for test in sorted(tests):
        if not test.examples:
            continue
        if not test.filename:
            test.filename = module.__file__.removesuffix("c") \
                if module.__file__.endswith(".pyc") else module.__file__
        suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """The examples of a file as a test case."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        return (f"Failed doctest test for {self._dt_test.name}\n"
                f'  File "{self._dt_test.filename}", line 0\n\n{err}')


def DocFileTest(path, module_relative=True, package=None, globs=None,
                parser=DocTestParser(), encoding=None, **options):
    """A test case of a file's examples, see testfile."""
    globs = {} if globs is None else globs.copy()
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(path, package, module_relative, encoding or "utf-8")
    globs.setdefault("__file__", path)
    test = parser.get_doctest(text, globs, os.path.basename(path), path, 0)
    return DocFileCase(test, **options)


def DocFileSuite(*paths, **kw):
    """A suite of several files; keyword arguments are those of DocFileTest."""
    suite = _DocTestSuite()
    if kw.get("module_relative", True):
        kw["package"] = _normalize_module(kw.get("package"))  # the caller's
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


# Debugging

def script_from_examples(s):
    """A script of the examples in a text, where all else is comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if not isinstance(piece, Example):
            lines += [_comment_line(line) for line in piece.split("\n")[:-1]]
            continue
        lines.append(piece.source[:-1])
        if piece.want:
            lines.append("# Expected:")
            lines += [f"## {line}" for line in piece.want.split("\n")[:-1]]
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def testsource(module, name):
    """The script of the test called name in a module."""
    module = _normalize_module(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, "not found in tests")


def debug_src(src, pm=False, globs=None):
    """Debug the examples of a text; with pm after it has failed."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """Debug a script."""
    import pdb
    globs = globs.copy() if globs else {}
    if not pm:
        pdb.Pdb(nosigint=True).run(f"exec({src!r})", globs, globs)
        return
    try:
        exec(src, globs, globs)
    except:
        print(sys.exc_info()[1])
        debugger = pdb.Pdb(nosigint=True)
        debugger.reset()
        debugger.interaction(None, sys.exc_info()[2])


def debug(module, name, pm=False):
    """Debug the test called name in a module."""
    module = _normalize_module(module)
    debug_script(testsource(module, name), pm, module.__dict__)


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner", color=True)
    parser.add_argument("-v", "--verbose", action="store_true", default=False,
                        help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", default=[],
                        choices=OPTIONFLAGS_BY_NAME.keys(),
                        help="specify a doctest option flag to apply to the test "
                             "run; may be specified more than once to apply "
                             "multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a "
                             "shorthand for -o FAIL_FAST, and is in addition to "
                             "any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    flags = FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        flags |= OPTIONFLAGS_BY_NAME[option]
    for filename in args.file:
        if filename.endswith(".py"):
            folder, filename = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(filename[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=args.verbose, optionflags=flags)
        else:
            failures, _ = testfile(filename, module_relative=False,
                                   verbose=args.verbose, optionflags=flags)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
