"""Ctrl-C that ends a run after the current test."""

import signal
import weakref
from functools import wraps

__unittest = True


class _InterruptHandler:
    """The first SIGINT stops the registered results, the next one does what
    it did before."""

    def __init__(self, default_handler):
        self.called = False
        self.original_handler = default_handler
        if isinstance(default_handler, int):
            default_handler = self._callable_for(default_handler)
        self.default_handler = default_handler

    @staticmethod
    def _callable_for(disposition):
        if disposition == signal.SIG_DFL:
            return signal.default_int_handler
        if disposition == signal.SIG_IGN:
            return lambda signum, frame: None
        raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, "
                        "signal.SIG_DFL, or a callable object")

    def __call__(self, signum, frame):
        if signal.getsignal(signal.SIGINT) is not self:
            self.default_handler(signum, frame)  # called by another handler
        if self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in _results.keys():
            result.stop()


_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


def registerResult(result):
    _results[result] = True


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    global _interrupt_handler
    if _interrupt_handler is None:
        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Remove the handler, or decorate method so that it runs without it."""
    if method is None:
        if _interrupt_handler is not None:
            signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
        return None

    @wraps(method)
    def without_handler(*args, **kwargs):
        before = signal.getsignal(signal.SIGINT)
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            signal.signal(signal.SIGINT, before)
    return without_handler
