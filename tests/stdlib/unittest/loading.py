# Loading tests: by class, module, name and from folders.
import os
import re
import sys
import tempfile
import types
import unittest


class A(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        pass

    testing = 3

    def check_c(self):
        pass

    @staticmethod
    def make():
        return A("test_a")


class Run(unittest.TestCase):
    def runTest(self):
        pass


def suite():
    return unittest.TestSuite([A("test_b")])


def nothing():
    return 3


def names(tests):
    try:
        return [names(t) for t in tests]
    except TypeError:
        return tests.id()


def attempt(f, *args, **kwargs):
    try:
        print(names(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, re.sub("0x[0-9a-f]+", "ADDRESS", str(e)))


loader = unittest.TestLoader()
attempt(loader.loadTestsFromTestCase, A)
attempt(loader.loadTestsFromTestCase, Run)
attempt(loader.loadTestsFromTestCase, unittest.TestCase)
attempt(loader.loadTestsFromTestCase, unittest.FunctionTestCase)
attempt(loader.loadTestsFromTestCase, unittest.TestSuite)
print(loader.getTestCaseNames(A))
loader.sortTestMethodsUsing = lambda x, y: (x < y) - (x > y)
print(loader.getTestCaseNames(A))
loader.sortTestMethodsUsing = None
loader.testMethodPrefix = "check"
print(loader.getTestCaseNames(A))
loader.testMethodPrefix = ("check", "test_a")
print(loader.getTestCaseNames(A))
loader = unittest.TestLoader()
loader.testNamePatterns = ["*b", "nothing"]
print(loader.getTestCaseNames(A))
loader = unittest.TestLoader()
main = sys.modules["__main__"]
attempt(loader.loadTestsFromModule, main)
for name in ("A", "A.test_a", "A.make", "A.check_c", "suite", "nothing", "A.none", "nonsense", "Run", "sys", "", "loader", "A.testing"):
    print(f"[{name}]", end=" ")
    attempt(loader.loadTestsFromName, name, main)
attempt(loader.loadTestsFromNames, ["A", "suite"], main)
print([re.sub(" line [0-9]+", " line N", e.strip().rpartition("\n")[2]) for e in loader.errors])
loader = unittest.TestLoader()
for name in ("nonsense", "__main__.A.test_b", "email_no.x"):
    print(f"[{name}]", end=" ")
    attempt(loader.loadTestsFromName, name)
for e in loader.errors:
    lines = e.strip().split("\n")
    print(lines[0], "|", lines[-1])
try:
    test = next(iter(loader.loadTestsFromName("nonsense")))
    print(test)
    test.debug()
except ImportError as e:
    print(str(e).strip().split("\n")[0])

print("-- load_tests")
module = types.ModuleType("module")
module.A = A
module.load_tests = lambda loader, tests, pattern: unittest.TestSuite([A("test_b")]) if pattern else tests
attempt(loader.loadTestsFromModule, module)
attempt(loader.loadTestsFromModule, module, pattern="x")
loader.errors.clear()
module.load_tests = lambda loader, tests, pattern: 1 / 0
attempt(loader.loadTestsFromModule, module)
print(loader.errors[0].strip().split("\n")[0], loader.errors[0].strip().split("\n")[-1])

print("-- discovery")
top = os.path.realpath(tempfile.mkdtemp())


def write(path, text=""):
    path = os.path.join(top, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


TEST = "import unittest\nclass T(unittest.TestCase):\n    def test_x(self): pass\n    def test_y(self): self.fail('y')\n"
write("test_one_x.py", TEST)
write("other_x.py", TEST)
write("test_broken_x.py", "import no_such_module_x\n")
write("test_skipped_x.py", "import unittest\nraise unittest.SkipTest('not here')\n")
write("test-no.py", TEST)
write("pack_x/__init__.py")
write("pack_x/test_two_x.py", TEST)
write("pack_x/inner/__init__.py", TEST + "def load_tests(loader, tests, pattern):\n    return tests\n")
write("pack_x/inner/test_hidden_x.py", TEST)
write("nopack_x/test_three_x.py", TEST)
loader = unittest.TestLoader()
attempt(loader.discover, top)
print([e.strip().split("\n")[-1] for e in loader.errors])
attempt(loader.discover, top, pattern="*_x.py")
attempt(loader.discover, os.path.join(top, "pack_x"), top_level_dir=top)
attempt(loader.discover, "pack_x.inner")
attempt(unittest.TestLoader().discover, "sys")
attempt(unittest.TestLoader().discover, "no_such_x")
try:
    unittest.TestLoader().discover(os.path.join(top, "nopack_x"), top_level_dir=top)
except ImportError as e:
    print(str(e).replace(top, "TOP"))
print(top in sys.path)
result = unittest.TestResult()
unittest.TestLoader().discover(top).run(result)
print(result, [str(t) for t, _ in result.failures + result.errors + result.skipped])

print("-- the program")
import io
os.chdir(top)
for argv in (["x"], ["x", "-v", "test_one_x"], ["x", "test_one_x.T.test_x"], ["x", "-k", "y", "test_one_x"],
             ["x", "discover", "-s", "pack_x", "-t", "."], ["x", "-f", "-b", "pack_x/test_two_x.py"], ["x", "-q", "test_one_x"],
             ["x", "-k", "zzz", "test_one_x"], ["x", "discover", "-p", "other*"]):
    stream, sys.stderr = sys.stderr, io.StringIO()
    try:
        unittest.main(module=None, argv=argv, testLoader=unittest.TestLoader())
    except SystemExit as e:
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = stream
    print(argv[1:], e.code if 0 else "", end="")
    print(re.sub(r"in \d+\.\d+s", "in TIMEs", text).replace(top, "TOP").strip().split("\n")[-1])
for argv in (["x", "-h"], ["x", "discover", "-h"]):
    try:
        unittest.main(module=None, argv=argv)
    except SystemExit as e:
        print(e.code)
try:
    unittest.main(argv=["x", "-h"])
except SystemExit as e:
    print(e.code)
program = unittest.main(module=main, argv=["x", "A"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result, program.verbosity, program.progName)
program = unittest.main(module=main, defaultTest="Run", argv=["x"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result, program.testNames)
