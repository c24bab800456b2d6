# asyncio.events: loops of threads, and the abstract loop.

import _asyncio
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop
import threading

__all__ = ("AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop", "set_event_loop",
           "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop")


class AbstractServer:
    """A server of connections."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What every event loop has."""


class _Local(threading.local):
    loop = None


_local = _Local()


def _get_policy_loop():
    loop = _local.loop
    if loop is None:
        raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
    return loop


def set_event_loop(loop):
    _local.loop = loop


def new_event_loop():
    from asyncio.base_events import EventLoop
    return EventLoop()
