# asyncio.events: loops of threads, and the abstract loop.

import _asyncio
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop
import threading

__all__ = ("AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop_policy",
           "set_event_loop_policy", "get_event_loop", "set_event_loop",
           "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop")


class AbstractServer:
    """A server of connections."""

    def close(self):
        raise NotImplementedError

    def close_clients(self):
        raise NotImplementedError

    def abort_clients(self):
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

    def default_exception_handler(self, context):
        raise NotImplementedError


def _abstract(name, message=None):
    def method(self, *args, **kwargs):
        raise NotImplementedError(message) if message else NotImplementedError
    method.__name__ = name
    method.__qualname__ = "AbstractEventLoop." + name
    return method


def _abstract_async(name, message=None):
    async def method(self, *args, **kwargs):
        raise NotImplementedError(message) if message else NotImplementedError
    method.__name__ = name
    method.__qualname__ = "AbstractEventLoop." + name
    return method


_methods = """run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time create_future
create_task call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader add_writer remove_writer
add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler set_exception_handler
call_exception_handler get_debug set_debug""".split()
_async_methods = """shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server
sendfile start_tls create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint
connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom
sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile""".split()
for _name in _methods:
    setattr(AbstractEventLoop, _name, _abstract(_name))
for _name in _async_methods:
    setattr(AbstractEventLoop, _name, _abstract_async(_name))


def _missing_methods(cls):
    """Give the methods that a concrete loop class lacks an error that says so."""
    for names, make in ((_methods, _abstract), (_async_methods, _abstract_async)):
        for name in names:
            if getattr(cls, name) is getattr(AbstractEventLoop, name):
                setattr(cls, name, make(name, f"gopy's event loop does not provide {name}()"))


class _AbstractEventLoopPolicy:
    """Which loop a thread has."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class _BaseDefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    """Threads have the loops that were set for them."""

    _loop_factory = None

    class _Local(threading.local):
        _loop = None

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        loop = self._local._loop
        if loop is None:
            raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(_BaseDefaultEventLoopPolicy):
    def _loop_factory(self):
        from asyncio.base_events import EventLoop
        return EventLoop()


_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy

_event_loop_policy = None


def _get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = _DefaultEventLoopPolicy()
    return _event_loop_policy


def _set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, _AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop_policy():
    import warnings
    warnings._deprecated("asyncio.get_event_loop_policy", remove=(3, 16))
    return _get_event_loop_policy()


def set_event_loop_policy(policy):
    import warnings
    warnings._deprecated("asyncio.set_event_loop_policy", remove=(3, 16))
    _set_event_loop_policy(policy)


def _get_policy_loop():
    return _get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    _get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return _get_event_loop_policy().new_event_loop()
