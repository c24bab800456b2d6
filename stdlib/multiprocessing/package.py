# multiprocessing: the names of the default context.

from multiprocessing import context as _context
from multiprocessing.context import ProcessError, BufferTooShort, TimeoutError, AuthenticationError

__all__ = [n for n in dir(_context._default) if not n.startswith("_")]
globals().update((n, getattr(_context._default, n)) for n in __all__)

SUBDEBUG = 5
SUBWARNING = 25
