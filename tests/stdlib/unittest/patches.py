# unittest.mock.patch in all forms, and mocks of coroutines and for threads.
import asyncio
import contextlib
import inspect
import os
import re
import sys
import threading
import types
import unittest
from unittest import mock
from unittest.mock import AsyncMock, DEFAULT, MagicMock, Mock, ThreadingMock, call, create_autospec, patch, sentinel

module = types.ModuleType("made_up")
sys.modules["made_up"] = module


class Thing:
    attr = "original"

    def method(self, a):
        return "method"

    async def coro(self, a):
        return "coro"


async def coro(a, b=1):
    return a


def function(x):
    return x


module.Thing, module.coro, module.function, module.value, module.d = Thing, coro, function, 1, {"a": 1}
module.Thing.__module__ = "made_up"


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except BaseException as e:
        result = f"{type(e).__name__}: {e}" + (f" <- {e.__cause__}" if e.__cause__ else "")
    print(re.sub(r"0x[0-9a-f]+", "ADDRESS", re.sub(r"id='\d+'", "ID", str(result))))


def enter(patcher):
    with patcher as value:
        return value


print("-- context manager")
with patch("made_up.value") as m:
    print(module.value is m, type(m).__name__)
print(module.value)
with patch("made_up.value", 5) as m:
    print(module.value, m)
with patch.object(Thing, "attr", new="new"):
    print(Thing.attr, Thing().attr)
with patch("made_up.Thing") as m:
    print(module.Thing is m, module.Thing() is m.return_value)
with patch("made_up.coro") as m:
    print(type(m).__name__)
with patch("made_up.function", autospec=True) as m:
    attempt(module.function)
    m.return_value = 4
    print(module.function(1), m.mock_calls)
with patch("made_up.Thing", autospec=True) as m:
    attempt(module.Thing().method)
    attempt(module.Thing().method, 1)
with patch.object(Thing, "method", autospec=True) as m:
    t = Thing()
    t.method(3)
    print(len(m.call_args.args), m.call_args.args[1])
with patch("made_up.Thing", spec=True) as m:
    attempt(lambda: m.nothing)
    attempt(lambda: m().nothing)
    print(isinstance(m(), Thing), m)if 0 else None
with patch("made_up.Thing", spec_set=True) as m:
    attempt(setattr, m, "nothing", 1)
with patch("made_up.value", new_callable=lambda: sentinel.made):
    print(module.value)
with patch("made_up.value", return_value=3, **{"a.b": 4}) as m:
    print(module.value(), m.a.b)
with patch("made_up.missing", create=True) as m:
    print(hasattr(module, "missing"))
print(hasattr(module, "missing"))
with patch("made_up.len", lambda x: 42):
    print(module.len([]))
print(hasattr(module, "len"))
for bad in (lambda: patch("nodots"), lambda: patch(3), lambda: enter(patch("made_up.missing")), lambda: enter(patch("no_such_module_x.y")),
            lambda: patch("made_up.value", 1, new_callable=2), lambda: patch("made_up.value", new_callable=1, autospec=True),
            lambda: enter(patch("made_up.value", spec=True, autospec=True)), lambda: enter(patch("made_up.value", spec=1, spec_set=2)),
            lambda: enter(patch("made_up.value", 3, return_value=1)), lambda: enter(patch("made_up.value", 3, autospec=True)),
            lambda: enter(patch("made_up.missing", create=True, autospec=True)), lambda: enter(patch("made_up.missing", create=True, spec=True)),
            lambda: patch.object("made_up", "value"), lambda: patch("made_up.value", autospect=True), lambda: patch("made_up.value", set_spec=1, unsafe=True) and "fine",
            lambda: patch.multiple("made_up"), lambda: patch("made_up.value", spec=Mock()), lambda: patch("made_up.value", spec_set=Mock())):
    attempt(bad)
with patch("made_up.Thing") as m:
    attempt(lambda: enter(patch("made_up.Thing.attr", autospec=True)))
    attempt(lambda: enter(patch("made_up.Thing", autospec=True)))
p = patch("made_up.value")
p.start()
attempt(p.start)
p.stop()
print(p.stop(), module.value)

print("-- decorator")


@patch("made_up.value")
@patch.object(Thing, "attr")
@patch("made_up.d", {"b": 2})
def decorated(first, attr, value, *, key=None):
    """Documented."""
    print(first, module.value is value, Thing.attr is attr, module.d, key)


decorated(0, key=1)
print(decorated.__name__, decorated.__doc__, len(decorated.patchings), module.value, Thing.attr)


@patch("made_up.value", 7)
class Tests(unittest.TestCase):
    def test_one(self):
        self.assertEqual(module.value, 7)

    @patch("made_up.function")
    def test_two(self, f):
        self.assertIs(module.function, f)
        self.assertEqual(module.value, 7)

    def helper(self):
        return module.value


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result)
print(result, Tests("test_one").helper())


@patch("made_up.value", 8)
async def async_decorated():
    await asyncio.sleep(0)
    return module.value


print(inspect.iscoroutinefunction(async_decorated), asyncio.run(async_decorated()), module.value)


@patch("made_up.value")
def raising(m):
    raise KeyError("inside")


attempt(raising)
print(module.value)

print("-- multiple, dict, stopall")
with patch.multiple("made_up", value=DEFAULT, function=5) as values:
    print(sorted(values), module.function, module.value is values["value"])


@patch.multiple(Thing, attr=DEFAULT, method=DEFAULT)
def many(**kwargs):
    print(sorted(kwargs), Thing.attr is kwargs["attr"])


many()
with patch.dict(module.d, {"b": 2}, c=3) as d:
    print(module.d, d is module.d)
print(module.d)
with patch.dict("made_up.d", [("x", 1)], clear=True):
    print(module.d)
print(module.d)


@patch.dict(module.d, a=5)
def in_dict():
    module.d["new"] = 1
    print(module.d)


in_dict()
print(module.d)


@patch.dict("os.environ", {"MADE_UP": "1"})
class EnvTests(unittest.TestCase):
    def test_env(self):
        self.assertEqual(os.environ["MADE_UP"], "1")


print(EnvTests("test_env").run(), "MADE_UP" in os.environ)


class Mapping:
    def __init__(self):
        self.d = {"k": 1}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)


mapping = Mapping()
with patch.dict(mapping, {"l": 2}, clear=True):
    print(mapping.d)
print(mapping.d)
patch("made_up.value", 1).start()
patch("made_up.value", 2).start()
patch.dict(module.d, z=1).start()
print(module.value, module.d)
patch.stopall()
print(module.value, module.d)
with contextlib.suppress(ZeroDivisionError), patch("made_up.value", 9):
    1 / 0
print(module.value)

print("-- coroutines")


async def awaits():
    m = AsyncMock(name="am", return_value=3)
    print(inspect.iscoroutinefunction(m), await m(1, k=2), m.await_count, m.await_args, m.await_args_list, m.call_count)
    m.assert_awaited_once_with(1, k=2)
    for name, args in (("assert_awaited_with", (5,)), ("assert_not_awaited", ()), ("assert_any_await", (6,)), ("assert_has_awaits", ([call(7)],)),
                       ("assert_has_awaits", ([call(1, k=2)],)), ("assert_awaited", ()), ("assert_awaited_once", ())):
        attempt(getattr(m, name), *args)
    await m(2)
    attempt(m.assert_awaited_once)
    attempt(m.assert_awaited_once_with, 2)
    attempt(m.assert_has_awaits, [call(9)], any_order=True)
    m.reset_mock()
    print(m.await_count, m.await_args)
    attempt(m.assert_awaited)
    attempt(m.assert_awaited_with, 1)
    m.side_effect = [1, KeyError("k")]
    print(await m())
    for _ in range(2):
        try:
            await m()
        except Exception as e:
            print(repr(e))

    async def effect(x):
        return x * 2
    print(await AsyncMock(side_effect=effect)(4), await AsyncMock(side_effect=lambda: 5)(), await AsyncMock(wraps=coro)(6))
    print(type(AsyncMock().method).__name__, type(AsyncMock()()).__name__ if 0 else "")
    spec = AsyncMock(Thing)
    print(type(spec.coro).__name__, type(spec.method).__name__, type(Mock(Thing).coro).__name__)
    auto = create_autospec(Thing)
    print(type(auto.coro).__name__, inspect.iscoroutinefunction(auto().coro))
    await auto().coro(1)
    f = create_autospec(coro)
    f.return_value = 8
    print(inspect.iscoroutinefunction(f), await f(1), f.await_count)
    f.assert_awaited_once_with(1)
    try:
        await f()
    except TypeError as e:
        print(e)
    attempt(create_autospec, coro, instance=True)
    cm = MagicMock()
    cm.__aenter__.return_value = "entered"
    async with cm as value:
        print(value)
    cm.__aexit__.assert_awaited_once()
    cm.__aiter__.return_value = [1, 2]
    print([x async for x in cm], [x async for x in cm])
    print([x async for x in AsyncMock()])
    with patch("made_up.coro", return_value=3) as p:
        print(await module.coro(), p.await_count)
    with patch.object(Thing, "coro", autospec=True) as p:
        await Thing().coro(2)
        print(p.await_count)


asyncio.run(awaits())

print("-- threads")
t = ThreadingMock(timeout=5)
threading.Timer(0.01, lambda: (t.work(1), t(2))).start()
t.work.wait_until_called()
t.work.wait_until_any_call_with(1)
t.wait_until_any_call_with(2)
print(t.mock_calls)
quick = ThreadingMock(timeout=0.01, name="quick")
attempt(quick.wait_until_called)
attempt(quick.wait_until_called, timeout=0.02)
attempt(quick.wait_until_any_call_with, 1, k=2)
attempt(quick.sub.wait_until_called)
quick(3)
quick.reset_mock()
attempt(quick.wait_until_called)
print(ThreadingMock.DEFAULT_TIMEOUT)
