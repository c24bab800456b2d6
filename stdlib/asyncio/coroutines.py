# asyncio.coroutines

import inspect
import types
from collections.abc import Coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return isinstance(obj, (types.CoroutineType, Coroutine))
