# asyncio.exceptions

from _asyncio import CancelledError, InvalidStateError

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError", "QueueEmpty", "QueueFull", "QueueShutDown")

TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    """The sendfile syscall is not available here."""


class IncompleteReadError(EOFError):
    """A stream ended before a read was complete: partial holds what came."""

    def __init__(self, partial, expected):
        r_expected = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {r_expected} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """A separator was not found within the limit."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by a barrier.abort() call."""


class QueueEmpty(Exception):
    """get_nowait() on an empty queue."""


class QueueFull(Exception):
    """put_nowait() on a full queue."""


class QueueShutDown(Exception):
    """The queue was shut down."""


for _c in (IncompleteReadError, LimitOverrunError, BrokenBarrierError, SendfileNotAvailableError):
    _c.__module__ = "asyncio.exceptions"
del _c
for _c in (QueueEmpty, QueueFull, QueueShutDown):
    _c.__module__ = "asyncio.queues"
del _c
