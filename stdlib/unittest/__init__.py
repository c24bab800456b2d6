"""Unit tests: test cases, suites, loaders, results and runners."""

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite",
    "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
    "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
    "expectedFailure", "TextTestResult", "installHandler", "registerResult",
    "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups",
    "enterModuleContext",
]

__unittest = True

from .case import (FunctionTestCase, SkipTest, TestCase, addModuleCleanup,
                   doModuleCleanups, enterModuleContext, expectedFailure, skip,
                   skipIf, skipUnless)
from .loader import TestLoader, defaultTestLoader
from .main import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .signals import (installHandler, registerResult, removeHandler,
                      removeResult)
from .suite import BaseTestSuite, TestSuite


# asyncio is loaded only for those who ask for its test case.

def __getattr__(name):
    if name != "IsolatedAsyncioTestCase":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .async_case import IsolatedAsyncioTestCase
    globals()[name] = IsolatedAsyncioTestCase
    return IsolatedAsyncioTestCase


def __dir__():
    return globals().keys() | {"IsolatedAsyncioTestCase"}
