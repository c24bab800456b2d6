# multiprocessing: the names of the default context.

from multiprocessing import context as _context
from multiprocessing.context import ProcessError, BufferTooShort, TimeoutError, AuthenticationError

__all__ = [n for n in dir(_context._default) if not n.startswith("_")]
globals().update((n, getattr(_context._default, n)) for n in __all__ if n != "reducer")

SUBDEBUG = 5
SUBWARNING = 25


def __getattr__(name):
    if name == "reducer":
        return _context._default.reducer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
