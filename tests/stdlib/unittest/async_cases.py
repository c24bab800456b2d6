# Test cases with coroutines.
import asyncio
import contextlib
import contextvars
import gc
import re
import unittest
import warnings

log = []
var = contextvars.ContextVar("var", default="none")


class Manager:
    async def __aenter__(self):
        return "value"

    async def __aexit__(self, *args):
        log.append("left")


class Case(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append("setUp")
        var.set("setUp")

    async def asyncSetUp(self):
        log.append(f"asyncSetUp {var.get()}")
        var.set("asyncSetUp")
        self.addAsyncCleanup(self.clean, 1, key=2)
        self.addCleanup(log.append, "cleanup")

    async def clean(self, *args, **kwargs):
        await asyncio.sleep(0)
        log.append(("clean", args, kwargs, var.get()))

    async def asyncTearDown(self):
        log.append("asyncTearDown")

    def tearDown(self):
        log.append("tearDown")

    async def test_async(self):
        await asyncio.sleep(0)
        log.append(f"test {var.get()}")
        var.set("test")

    def test_sync(self):
        log.append("sync")

    async def test_failure(self):
        await asyncio.sleep(0)
        self.assertEqual(1, 2)

    async def test_error(self):
        raise KeyError("k")

    async def test_context(self):
        log.append(await self.enterAsyncContext(Manager()))
        for bad in (1, contextlib.nullcontext.__class__, contextlib.ExitStack()):
            try:
                await self.enterAsyncContext(bad)
            except TypeError as e:
                log.append(str(e))

    async def test_subtest(self):
        for i in range(3):
            with self.subTest(i=i):
                await asyncio.sleep(0)
                self.assertNotEqual(i, 1)

    @unittest.skip("no")
    async def test_skipped(self):
        pass

    @unittest.expectedFailure
    async def test_expected(self):
        self.fail()

    async def test_value(self):
        return 3


for name in unittest.defaultTestLoader.getTestCaseNames(Case):
    log.clear()
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        result = Case(name).run()
    print(name, result, result.skipped != [], log)
    for _, text in result.failures + result.errors:
        # frames of the library are left out
        print(text.split("\n")[0], text.rpartition("async_cases.py")[2])
    print(len(result.expectedFailures), len(w))
log.clear()
Case("test_async").debug()
print(log)


class Plain(unittest.TestCase):
    async def test_forgotten(self):
        pass

    def test_value(self):
        return 3


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    Plain("test_forgotten").run()
    gc.collect()
    Plain("test_value").run()
    messages = [re.sub("0x[0-9a-f]+", "ADDRESS", str(x.message)) for x in w if x.category is DeprecationWarning]
print(messages)
print("IsolatedAsyncioTestCase" in dir(unittest), Case.loop_factory)


class Factory(unittest.IsolatedAsyncioTestCase):
    loop_factory = asyncio.EventLoop

    async def test_loop(self):
        log.append(type(asyncio.get_running_loop()) is asyncio.EventLoop)


log.clear()
Factory("test_loop").run()
print(log)
