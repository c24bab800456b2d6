# gc.collect() called in a generator, by way of Go, finds what callers of
# callers dropped.
import gc
import unittest
from contextlib import contextmanager
from unittest.mock import AsyncMock


@contextmanager
def forgotten(test):
    with test.assertWarnsRegex(RuntimeWarning, "was never awaited$"):
        yield
        gc.collect()


class Test(unittest.TestCase):
    def test_calls(self):
        self.mock = AsyncMock()
        with forgotten(self):
            self.mock()
        with forgotten(self):
            self.mock(1, 2)
        with forgotten(self):
            self.mock(a=3)
        other = AsyncMock(Test)
        with forgotten(self):
            other()


print(Test("test_calls").run())
