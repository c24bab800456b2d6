# asyncio.coroutines

import types
from collections.abc import Awaitable, Coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def _isawaitable(obj):
    """inspect.isawaitable, without that module's weight."""
    return (isinstance(obj, (types.CoroutineType, Awaitable))
            or isinstance(obj, types.GeneratorType) and bool(obj.gi_code.co_flags & 0x100))


def iscoroutinefunction(func):
    import inspect
    import warnings
    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
                  "use inspect.iscoroutinefunction() instead", DeprecationWarning, stacklevel=2)
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return isinstance(obj, (types.CoroutineType, Coroutine))
