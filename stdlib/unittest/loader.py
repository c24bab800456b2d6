"""Finding tests: in classes, in modules, by names, in folders."""

import functools
import inspect
import os
import re
import sys
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True

VALID_MODULE_NAME = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    """A test that raises why it could not be loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _format_exc():
    import traceback
    return traceback.format_exc()


def _make_failed_import_test(name, suiteClass):
    message = f"Failed to import test module: {name}\n{_format_exc()}"
    return _make_failed_test(name, ImportError(message), suiteClass, message)


def _make_failed_load_tests(name, exception, suiteClass):
    message = f"Failed to call load_tests:\n{_format_exc()}"
    return _make_failed_test(name, exception, suiteClass, message)


def _make_failed_test(methodname, exception, suiteClass, message):
    return suiteClass((_FailedTest(methodname, exception),)), message


def _make_skipped_test(methodname, exception, suiteClass):
    @case.skip(str(exception))
    def testSkipped(self):
        pass
    cls = type("ModuleSkipped", (case.TestCase,), {methodname: testSkipped})
    return suiteClass((cls(methodname),))


def _splitext(path):
    return os.path.splitext(path)[0]


def _is_test_class(obj):
    return (isinstance(obj, type) and issubclass(obj, case.TestCase)
            and obj not in (case.TestCase, case.FunctionTestCase))


class TestLoader:
    """Makes suites of the tests it finds. Attribute errors lists what went
    wrong."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._loading_packages = set()  # those whose load_tests is at work

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. "
                            "Maybe you meant to derive from TestCase?")
        names = []
        if (testCaseClass not in (case.TestCase, case.FunctionTestCase)
                and not inspect.isabstract(testCaseClass)):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """The tests of a module's classes, or what its function
        load_tests(loader, tests, pattern) makes of them."""
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if _is_test_class(obj) and not inspect.isabstract(obj):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            return self._failed(_make_failed_load_tests(
                module.__name__, e, self.suiteClass))

    def _failed(self, failure):
        """Note the message of a test that stands for a failure; return the
        test."""
        test, message = failure
        self.errors.append(message)
        return test

    def loadTestsFromName(self, name, module=None):
        """The tests that a dotted name stands for: a module, a class, a
        method, or something callable that returns a test or a suite. The name
        is relative to module if that is given."""
        parts = name.split(".")
        import_failure = None
        if module is None:
            module, import_failure = self._import_longest(parts)
            if module is None:
                return self._failed(import_failure)
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if import_failure is not None and getattr(obj, "__path__", None) is not None:
                    # the name of a module, or of something in a package: the
                    # failed import tells more
                    return self._failed(import_failure)
                return self._failed(_make_failed_test(
                    part, e, self.suiteClass,
                    f"Failed to access attribute:\n{_format_exc()}"))
        return self._tests_of(obj, parent, parts)

    def _import_longest(self, parts):
        """Import the longest prefix that can be imported. The top-level
        module, or None, and the last failure, or None."""
        failure = None
        for n in range(len(parts), 0, -1):
            try:
                return __import__(".".join(parts[:n])), failure
            except ImportError:
                failure = _make_failed_import_test(parts[n - 1], self.suiteClass)
        return None, failure

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_test_class(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, suite.TestSuite):
            return obj
        if (isinstance(obj, types.FunctionType) and isinstance(parent, type)
                and issubclass(parent, case.TestCase)):
            if inspect.isabstract(parent):
                raise TypeError(f"Cannot instantiate abstract test case {parent.__name__}")
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
            # a static method is called like any function
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {obj} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        """The tests of several names, see loadTestsFromName."""
        return self.suiteClass([self.loadTestsFromName(n, module) for n in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""
        prefix = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}."

        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            return self.testNamePatterns is None or any(
                fnmatchcase(prefix + name, p) for p in self.testNamePatterns)
        names = [n for n in dir(testCaseClass) if wanted(n)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of all modules in a folder, and in the packages in it,
        whose file names match pattern. start_dir may be a package's name.
        Modules are imported relative to top_level_dir, start_dir unless given.
        A package with a function load_tests loads its tests itself."""
        before = self._top_level_dir
        implicit = top_level_dir is None and before is None
        if top_level_dir is None:
            top_level_dir = start_dir if before is None else before
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        importable, tests = True, None
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                importable = False
            else:
                start_dir, tests = self._discover_module(start_dir, pattern, implicit)
                if implicit:
                    sys.path.remove(top_level_dir)
        if not importable:
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        if tests is None:
            tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _discover_module(self, name, pattern, implicit):
        """The folder where to look for the tests of module name, and its
        tests if it is a namespace package."""
        module = sys.modules[name]
        if getattr(module, "__file__", None) is None:
            return name, self._discover_namespace(module, pattern, implicit)
        if implicit:
            top = name.split(".")[0]
            if sys.modules[top].__file__ is None:
                self._top_level_dir = os.path.dirname(module.__file__)
                if self._top_level_dir not in sys.path:
                    sys.path.insert(0, self._top_level_dir)
            else:
                self._top_level_dir = self._get_directory_containing_module(top)
        return os.path.abspath(os.path.dirname(module.__file__)), None

    def _discover_namespace(self, module, pattern, implicit):
        spec = getattr(module, "__spec__", None)
        if spec and spec.submodule_search_locations is not None:
            tests, top = [], self._top_level_dir
            for path in module.__path__:
                if implicit or path.startswith(top):
                    inner = module.__name__.replace(".", os.path.sep)
                    self._top_level_dir = top = path.split(inner)[0]
                    tests.extend(self._find_tests(path, pattern, namespace=True))
            return tests
        if module.__name__ in sys.builtin_module_names:
            raise TypeError("Can not use builtin modules as dotted module names")
        raise TypeError(f"don't know how to discover from {module!r}")

    def _get_directory_containing_module(self, module_name):
        path = os.path.abspath(sys.modules[module_name].__file__)
        folder = os.path.dirname(path)
        if os.path.basename(path).lower().startswith("__init__.py"):
            return os.path.dirname(folder)
        return folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        path = os.path.relpath(_splitext(os.path.normpath(path)), self._top_level_dir)
        assert not os.path.isabs(path), "Path must be within the project"
        assert not path.startswith(".."), "Path must be within the project"
        return path.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        """Whether a file is wanted; subclasses may decide otherwise."""
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern, namespace=False):
        """Yield the suites of a folder: its package's, then those of files and
        of packages below."""
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, recurse = self._find_test_path(start_dir, pattern, namespace)
            if tests is not None:
                yield tests
            if not recurse:
                return
        for entry in sorted(os.listdir(start_dir)):
            path = os.path.join(start_dir, entry)
            tests, recurse = self._find_test_path(path, pattern, False)
            if tests is not None:
                yield tests
            if recurse:
                name = self._get_name_from_path(path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(path, pattern, False)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern, namespace=False):
        """The suite of a file or a package, or None, and whether to look into
        the folder."""
        basename = os.path.basename(full_path)
        if os.path.isfile(full_path):
            if (not VALID_MODULE_NAME.match(basename)
                    or not self._match_path(basename, full_path, pattern)):
                return None, False
            module, tests = self._import_path(full_path)
            if module is None:
                return tests, False
            self._check_origin(module, full_path)
            return self.loadTestsFromModule(module, pattern=pattern), False
        if not os.path.isdir(full_path):
            return None, False
        if not namespace and not os.path.isfile(os.path.join(full_path, "__init__.py")):
            return None, False
        package, tests = self._import_path(full_path)
        if package is None:
            return tests, False
        recurse = getattr(package, "load_tests", None) is None
        name = self._get_name_from_path(full_path)
        self._loading_packages.add(name)
        try:
            return self.loadTestsFromModule(package, pattern=pattern), recurse
        finally:
            self._loading_packages.discard(name)

    def _import_path(self, path):
        """The module of a file or folder, or None and a suite that tells why
        there is none."""
        name = self._get_name_from_path(path)
        try:
            return self._get_module_from_name(name), None
        except case.SkipTest as e:
            return None, _make_skipped_test(name, e, self.suiteClass)
        except:
            return None, self._failed(_make_failed_import_test(name, self.suiteClass))

    def _check_origin(self, module, full_path):
        file = os.path.abspath(getattr(module, "__file__", full_path))
        found = _splitext(os.path.realpath(file))
        expected = _splitext(os.path.realpath(full_path))
        if found.lower() != expected.lower():
            raise ImportError(
                f"{_splitext(os.path.basename(full_path))!r} module incorrectly "
                f"imported from {os.path.dirname(found)!r}. Expected "
                f"{os.path.dirname(full_path)!r}. Is this module globally installed?")


defaultTestLoader = TestLoader()
