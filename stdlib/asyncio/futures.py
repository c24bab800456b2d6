# asyncio.futures

import concurrent.futures
from _asyncio import Future
from asyncio import events
from asyncio.base_futures import isfuture

__all__ = ("Future", "wrap_future", "isfuture")


def _get_loop(fut):
    return fut.get_loop()


def _copy_state(source, dest):
    """Give dest the outcome of source, which is done."""
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(exception)
    else:
        dest.set_result(source.result())


def _copy_to_concurrent(concurrent_future, source):
    if source.cancelled():
        concurrent_future.cancel()
    if not concurrent_future.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent_future.set_exception(exception)
    else:
        concurrent_future.set_result(source.result())


def _chain_future(source, destination):
    """Make destination finish as source does, and cancel source with it."""
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_state(other, future)
        else:
            _copy_to_concurrent(future, other)

    def on_dest_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def on_source_done(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            set_state(destination, source)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(on_dest_cancel)
    source.add_done_callback(on_source_done)


def wrap_future(future, *, loop=None):
    """Wrap a concurrent.futures.Future."""
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped
