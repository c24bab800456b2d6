# multiprocessing.managers: objects that live in a server process, and their
# proxies.

import _multiprocessing
import os
import queue
import sys
import threading
import types
from traceback import format_exc
from multiprocessing import connection, context, process, util

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]


class Token:
    """Identifies a shared object."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class ProcessLocalSet(set):
    def __reduce__(self):
        return type(self), ()


def dispatch(c, id, methodname, args=(), kwds={}):
    """Send a message to the server and return what it answers."""
    c.send((id, methodname, args, kwds))
    kind, result = c.recv()
    if kind == "#RETURN":
        return result
    raise convert_to_error(kind, result)


def convert_to_error(kind, result):
    if kind == "#ERROR":
        return result
    if kind in ("#TRACEBACK", "#UNSERIALIZABLE"):
        return RemoteError(result)
    return ValueError("Unrecognized message type {!r}".format(kind))


def all_methods(obj):
    return [n for n in dir(obj) if callable(getattr(obj, n))]


def public_methods(obj):
    return [n for n in all_methods(obj) if n[0] != "_"]


class Server:
    """Runs in the manager's process and holds the objects."""

    public = ["shutdown", "create", "accept_connection", "get_methods", "debug_info", "number_of_objects", "dummy", "incref", "decref"]

    def __init__(self, registry, address, authkey, serializer="pickle"):
        if not isinstance(authkey, bytes):
            raise TypeError("Authkey {0!r} is type {1!s}, not bytes".format(authkey, type(authkey)))
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        self.listener = connection.Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.objects = {"0": (None, ())}
        self.refs = {}
        self.kept = {}
        self.mutex = threading.Lock()
        self.stop_event = threading.Event()

    def serve_forever(self):
        process.current_process()._manager_server = self
        threading.Thread(target=self.accepter, daemon=True).start()
        try:
            self.stop_event.wait()
        except KeyboardInterrupt:
            pass
        self.listener.close()

    def accepter(self):
        while True:
            try:
                c = self.listener.accept()
            except OSError:
                if self.stop_event.is_set():
                    return
                continue
            threading.Thread(target=self.handle_request, args=(c,), daemon=True).start()

    def handle_request(self, c):
        try:
            connection.deliver_challenge(c, self.authkey)
            connection.answer_challenge(c, self.authkey)
            ignore, name, args, kwds = c.recv()
            assert name in self.public, "%r unrecognized" % name
            func = getattr(self, name)
        except Exception:
            msg = ("#TRACEBACK", format_exc())
        else:
            try:
                result = func(c, *args, **kwds)
            except Exception:
                msg = ("#TRACEBACK", format_exc())
            else:
                msg = ("#RETURN", result)
        try:
            if msg[1] is not Server:
                c.send(msg)
        except Exception as e:
            try:
                c.send(("#TRACEBACK", format_exc()))
            except Exception:
                pass
        c.close()

    def accept_connection(self, c, name):
        """The thread of this connection serves method calls from now on."""
        threading.current_thread().name = name
        c.send(("#RETURN", None))
        self.serve_client(c)
        return Server

    def serve_client(self, c):
        while not self.stop_event.is_set():
            try:
                request = c.recv()
            except (EOFError, OSError):
                return
            try:
                msg = self.call(*request)
            except Exception:
                msg = ("#TRACEBACK", format_exc())
            try:
                try:
                    c.send(msg)
                except OSError:
                    return
                except Exception:
                    c.send(("#UNSERIALIZABLE", format_exc()))
            except Exception:
                return

    def call(self, ident, name, args, kwds):
        entry = self.objects.get(ident) or self.kept.get(ident)
        if entry is None:
            raise KeyError(ident)
        obj, exposed, to_typeid = entry
        if name not in exposed:
            fallback = self.fallbacks.get(name)
            if fallback is None:
                raise AttributeError("method %r of %r object is not in exposed=%r" % (name, type(obj), exposed))
            return "#RETURN", fallback(self, ident, obj, *args, **kwds)
        try:
            result = getattr(obj, name)(*args, **kwds)
        except Exception as e:
            return "#ERROR", e
        typeid = to_typeid and to_typeid.get(name)
        if typeid:
            rident, rexposed = self.create(None, typeid, result)
            return "#PROXY", (rexposed, Token(typeid, self.address, rident))
        return "#RETURN", result

    fallbacks = {"__str__": lambda self, ident, obj: str(obj), "__repr__": lambda self, ident, obj: repr(obj),
                 "#GETVALUE": lambda self, ident, obj: obj}

    def create(self, c, typeid, /, *args, **kwds):
        """Create a new shared object and return its id"""
        callable, exposed, to_typeid, proxytype = self.registry[typeid]
        if callable is None:
            if kwds or len(args) != 1:
                raise ValueError("Without callable, must have one non-keyword argument")
            obj = args[0]
        else:
            obj = callable(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        if to_typeid is not None:
            if not isinstance(to_typeid, dict):
                raise TypeError("Method_to_typeid {0!r}: type {1!s}, not dict".format(to_typeid, type(to_typeid)))
            exposed = list(exposed) + list(to_typeid)
        ident = "%x" % id(obj)
        with self.mutex:
            self.objects[ident] = (obj, set(exposed), to_typeid)
            self.refs[ident] = self.refs.get(ident, 0) + 1
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple((self.objects.get(token.id) or self.kept[token.id])[1])

    def debug_info(self, c):
        with self.mutex:
            return "\n".join("  %s:       refcount=%s\n    %s" % (i, self.refs.get(i), str(self.objects[i][0])[:75])
                             for i in sorted(self.objects) if i != "0")

    def number_of_objects(self, c):
        return len(self.objects) - 1

    def incref(self, c, ident):
        with self.mutex:
            if ident not in self.objects:
                self.objects[ident] = self.kept[ident]
            self.refs[ident] = self.refs.get(ident, 0) + 1

    def decref(self, c, ident):
        with self.mutex:
            n = self.refs.get(ident, 0) - 1
            if n > 0:
                self.refs[ident] = n
                return
            self.refs.pop(ident, None)
            obj = self.objects.pop(ident, None)
        del obj

    def dummy(self, c):
        pass

    def shutdown(self, c):
        try:
            c.send(("#RETURN", None))
        finally:
            self.stop_event.set()
        return Server


class State:
    INITIAL, STARTED, SHUTDOWN = 0, 1, 2

    def __init__(self):
        self.value = State.INITIAL


def _client(address, authkey):
    return connection.Client(address, authkey=authkey)


class BaseManager:
    """Base class for managers"""

    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = State()
        self._ctx = ctx or context._default.get_context()
        self._shutdown_timeout = shutdown_timeout

    def get_server(self):
        """Return server object with serve_forever() method and address attribute"""
        self._check_initial()
        return Server(self._registry, self._address, self._authkey)

    def _check_initial(self):
        if self._state.value == State.STARTED:
            raise context.ProcessError("Already started server")
        if self._state.value == State.SHUTDOWN:
            raise context.ProcessError("Manager has shut down")
        if self._state.value != State.INITIAL:
            raise context.ProcessError("Unknown state {!r}".format(self._state.value))

    def connect(self):
        """Connect manager object to the server process"""
        c = _client(self._address, self._authkey)
        dispatch(c, None, "dummy")
        self._state.value = State.STARTED

    def start(self, initializer=None, initargs=()):
        """Spawn a server process for this manager object"""
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = connection.Pipe(duplex=False)
        p = self._ctx.Process(target=type(self)._run_server,
                              args=(self._registry, self._address, bytes(self._authkey), writer, initializer, initargs))
        p.name = type(self).__name__ + "-" + ":".join(str(i) for i in p._identity)
        self._process = p
        p.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(self, type(self)._finalize_manager,
                                      args=(p, self._address, self._authkey, self._state, self._shutdown_timeout), exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, writer, initializer=None, initargs=()):
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        process.current_process()._config["authkey"] = process.AuthenticationString(authkey)
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey)
        writer.send(server.address)
        writer.close()
        server.serve_forever()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, "server not yet started"
        c = _client(self._address, self._authkey)
        try:
            id, exposed = dispatch(c, None, "create", (typeid,) + args, kwds)
        finally:
            c.close()
        return Token(typeid, self._address, id), exposed

    def join(self, timeout=None):
        """Join the manager process (if it has been spawned)"""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _debug_info(self):
        with _client(self._address, self._authkey) as c:
            return dispatch(c, None, "debug_info")

    def _number_of_objects(self):
        with _client(self._address, self._authkey) as c:
            return dispatch(c, None, "number_of_objects")

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        if self._state.value != State.STARTED:
            if self._state.value == State.INITIAL:
                raise context.ProcessError("Unable to start server")
            if self._state.value == State.SHUTDOWN:
                raise context.ProcessError("Manager has shut down")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @staticmethod
    def _finalize_manager(process, address, authkey, state, timeout):
        if process.is_alive():
            try:
                with _client(address, authkey) as c:
                    dispatch(c, None, "shutdown")
            except Exception:
                pass
            process.join(timeout=timeout)
            if process.is_alive():
                process.terminate()
                process.join(timeout=timeout)
                if process.is_alive():
                    process.kill()
                    process.join()
        state.value = State.SHUTDOWN

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Register a typeid with the manager type"""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def temp(self, /, *args, **kwds):
                token, exp = self._create(typeid, *args, **kwds)
                return proxytype(token, "pickle", manager=self, authkey=self._authkey, exposed=exp, incref=False)
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class BaseProxy:
    """A base for proxies of shared objects"""

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        elif manager is not None:
            self._authkey = manager._authkey
        else:
            self._authkey = process.current_process().authkey
        self._tls = threading.local()
        if incref:
            with _client(token.address, self._authkey) as c:
                dispatch(c, None, "incref", (self._id,))
        if not manager_owned:
            self._close = util.Finalize(self, BaseProxy._decref, args=(token, self._authkey, manager and manager._state), exitpriority=10)

    def _after_start(self):
        # A copy in a child talks to the server itself.
        self._tls = threading.local()
        self._manager = None

    @staticmethod
    def _decref(token, authkey, state):
        if state is None or state.value == State.STARTED:
            try:
                with _client(token.address, authkey) as c:
                    dispatch(c, None, "decref", (token.id,))
            except Exception:
                pass

    def _connect(self):
        name = process.current_process().name
        if threading.current_thread().name != "MainThread":
            name += "|" + threading.current_thread().name
        c = _client(self._token.address, self._authkey)
        dispatch(c, None, "accept_connection", (name,))
        self._tls.connection = c

    def _callmethod(self, methodname, args=(), kwds={}):
        """Try to call a method of the referent and return a copy of the result"""
        try:
            c = self._tls.connection
        except AttributeError:
            self._connect()
            c = self._tls.connection
        c.send((self._id, methodname, args, kwds))
        kind, result = c.recv()
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            exposed, token = result
            proxytype = self._proxytype(token.typeid)
            return proxytype(token, "pickle", manager=self._manager, authkey=self._authkey, exposed=exposed, incref=False)
        raise convert_to_error(kind, result)

    def _proxytype(self, typeid):
        registry = self._manager._registry if self._manager is not None else SyncManager._registry
        return registry[typeid][-1]

    def _getvalue(self):
        """Get a copy of the value of the referent"""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        kwds = {"authkey": bytes(self._authkey)}
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, "pickle", kwds)
        return RebuildProxy, (type(self), self._token, "pickle", kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    server = getattr(process.current_process(), "_manager_server", None)
    if server and server.address == token.address:
        # Kept by the server itself.
        server.kept[token.id] = server.objects[token.id]
        kwds["manager_owned"] = True
        return func(token, serializer, incref=False, **kwds)
    return func(token, serializer, incref=True, **kwds)


_proxy_types = {}


def MakeProxyType(name, exposed):
    """Return a proxy type whose methods are given by `exposed`"""
    exposed = tuple(exposed)
    try:
        return _proxy_types[(name, exposed)]
    except KeyError:
        pass
    ns = {}
    for method in exposed:
        ns[method] = _forward(method)
    cls = type(name, (BaseProxy,), ns)
    cls._exposed_ = exposed
    _proxy_types[(name, exposed)] = cls
    return cls


def _forward(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """Return an auto-proxy for `token`"""
    if exposed is None:
        with _client(token.address, authkey) as c:
            exposed = dispatch(c, None, "get_methods", (token,))
    cls = MakeProxyType("AutoProxy[%s]" % token.typeid, exposed)
    proxy = cls(token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = ["%s=%r" % (n, v) for n, v in sorted(self.__dict__.items()) if not n.startswith("_")]
        return "%s(%s)" % (self.__class__.__name__, ", ".join(items))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return list(sequence)


class IteratorProxy(BaseProxy):
    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)

    def send(self, *args):
        return self._callmethod("send", args)

    def throw(self, *args):
        return self._callmethod("throw", args)

    def close(self, *args):
        return self._callmethod("close", args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release", "locked")

    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod("acquire", args)

    def release(self):
        return self._callmethod("release")

    def locked(self):
        return self._callmethod("locked")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "locked", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        import time
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        left = timeout
        while not result:
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = ("is_set", "set", "clear", "wait")

    def is_set(self):
        return self._callmethod("is_set")

    def set(self):
        return self._callmethod("set")

    def clear(self):
        return self._callmethod("clear")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def abort(self):
        return self._callmethod("abort")

    def reset(self):
        return self._callmethod("reset")

    @property
    def parties(self):
        return self._callmethod("__getattribute__", ("parties",))

    @property
    def n_waiting(self):
        return self._callmethod("__getattribute__", ("n_waiting",))

    @property
    def broken(self):
        return self._callmethod("__getattribute__", ("broken",))


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, "_callmethod")("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return object.__getattribute__(self, "_callmethod")("__delattr__", (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")

    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(types.GenericAlias)


BaseListProxy = MakeProxyType("BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__imul__", "__len__", "__mul__", "__reversed__", "__rmul__",
    "__setitem__", "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self

    __class_getitem__ = classmethod(types.GenericAlias)


BaseDictProxy = MakeProxyType("BaseDictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__ior__", "__iter__", "__len__", "__or__", "__reversed__", "__ror__",
    "__setitem__", "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"))
BaseDictProxy._method_to_typeid_ = {"__iter__": "Iterator"}


class _Dict(dict):
    # The views travel as lists.

    def keys(self):
        return list(dict.keys(self))

    def values(self):
        return list(dict.values(self))

    def items(self):
        return list(dict.items(self))

    def __iter__(self):
        return iter(list(dict.keys(self)))

    def __repr__(self):
        return repr(dict(self))

    def __reduce__(self):
        return dict, (dict(self),)

    def copy(self):
        return dict(self)


class DictProxy(BaseDictProxy):
    def __ior__(self, value):
        self._callmethod("update", (value,))
        return self

    __class_getitem__ = classmethod(types.GenericAlias)


BaseSetProxy = MakeProxyType("BaseSetProxy", (
    "__and__", "__class_getitem__", "__contains__", "__iand__", "__ior__", "__isub__", "__iter__", "__ixor__", "__len__", "__or__",
    "__rand__", "__ror__", "__rsub__", "__rxor__", "__sub__", "__xor__", "__ge__", "__gt__", "__le__", "__lt__", "add", "clear",
    "copy", "difference", "difference_update", "discard", "intersection", "intersection_update", "isdisjoint", "issubset",
    "issuperset", "pop", "remove", "symmetric_difference", "symmetric_difference_update", "union", "update"))
BaseSetProxy._method_to_typeid_ = {"__iter__": "Iterator"}


class SetProxy(BaseSetProxy):
    def __ior__(self, value):
        self._callmethod("update", (value,))
        return self

    def __iand__(self, value):
        self._callmethod("intersection_update", (value,))
        return self

    def __ixor__(self, value):
        self._callmethod("symmetric_difference_update", (value,))
        return self

    def __isub__(self, value):
        self._callmethod("difference_update", (value,))
        return self

    __class_getitem__ = classmethod(types.GenericAlias)


ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))

BasePoolProxy = MakeProxyType("PoolProxy", ("apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async",
                                            "starmap", "starmap_async", "terminate"))
BasePoolProxy._method_to_typeid_ = {"apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult",
                                    "imap": "Iterator", "imap_unordered": "Iterator"}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class SyncManager(BaseManager):
    """A manager of the usual shared objects: its methods create them and return proxies."""


def _pool(*args, **kwds):
    from multiprocessing.pool import Pool
    process.current_process()._config["daemon"] = False
    return Pool(*args, **kwds)


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("Pool", _pool, PoolProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", _Dict, DictProxy)
SyncManager.register("set", set, SetProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)


class SharedMemoryManager(BaseManager):
    """Makes blocks of shared memory and frees them at its end."""

    def __init__(self, *args, **kwds):
        self._blocks = []
        super().__init__(*args, **kwds)

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        self._state.value = State.STARTED

    def shutdown(self):
        for m in self._blocks:
            try:
                m.close()
                m.unlink()
            except OSError:
                pass
        self._blocks.clear()
        self._state.value = State.SHUTDOWN

    def SharedMemory(self, size):
        """Returns a new SharedMemory instance with the specified size in bytes."""
        from multiprocessing.shared_memory import SharedMemory
        m = SharedMemory(None, create=True, size=size)
        self._blocks.append(m)
        return m

    def ShareableList(self, sequence):
        """Returns a new ShareableList instance populated with the values from the input sequence."""
        from multiprocessing.shared_memory import ShareableList
        l = ShareableList(sequence)
        self._blocks.append(l.shm)
        return l
