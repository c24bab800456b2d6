# multiprocessing.connection: messages over pipes and sockets.

import _multiprocessing
import os
from multiprocessing import util

__all__ = ["Client", "Listener", "Pipe", "wait"]


class _ConnectionBase:
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _inherit(self):
        return () if self._handle is None else (self._handle,)

    def _close(self):
        handle, self._handle = self._handle, None
        os.close(handle)

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """True if the connection is closed"""
        return self._handle is None

    @property
    def readable(self):
        """True if the connection is readable"""
        return self._readable

    @property
    def writable(self):
        """True if the connection is writable"""
        return self._writable

    def fileno(self):
        """File descriptor or handle of the connection"""
        self._check_closed()
        return self._handle

    def close(self):
        """Close the connection"""
        if self._handle is not None:
            self._close()

    def send_bytes(self, buf, offset=0, size=None):
        """Send the bytes data from a bytes-like object"""
        self._check_closed()
        self._check_writable()
        m = memoryview(buf)
        if m.itemsize > 1:
            m = m.cast("B")
        n = m.nbytes
        if offset < 0:
            raise ValueError("offset is negative")
        if n < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > n:
            raise ValueError("buffer length < offset + size")
        _multiprocessing.send(self._handle, m[offset:offset + size])

    def send(self, obj):
        """Send a (picklable) object"""
        self._check_closed()
        self._check_writable()
        _multiprocessing.send(self._handle, _multiprocessing.dumps(obj))

    def recv_bytes(self, maxlength=None):
        """Receive bytes data as a bytes object."""
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        buf = _multiprocessing.recv(self._handle, maxlength)
        if buf is None:
            self._readable = False
            if not self._writable:
                self.close()
            raise OSError("bad message length")
        return buf

    def recv_bytes_into(self, buf, offset=0):
        """Receive bytes data into a writeable bytes-like object."""
        self._check_closed()
        self._check_readable()
        with memoryview(buf) as m:
            m = m.cast("B")
            if offset < 0:
                raise ValueError("negative offset")
            if offset > m.nbytes:
                raise ValueError("offset too large")
            result = self.recv_bytes()
            size = len(result)
            if m.nbytes < offset + size:
                from multiprocessing.context import BufferTooShort
                raise BufferTooShort(result)
            m[offset:offset + size] = result
            return size

    def recv(self):
        """Receive a (picklable) object"""
        self._check_closed()
        self._check_readable()
        return _multiprocessing.loads(_multiprocessing.recv(self._handle))

    def poll(self, timeout=0.0):
        """Whether there is any input available to be read"""
        self._check_closed()
        self._check_readable()
        return bool(_multiprocessing.poll((self._handle,), timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        raise RuntimeError("%s objects should only be shared between processes through inheritance" % type(self).__name__)


class Connection(_ConnectionBase):
    """A connection over a socket or a pipe."""


def Pipe(duplex=True):
    """Returns pair of connection objects at either end of a pipe"""
    a, b = util._with_descriptors(_multiprocessing.pair, duplex)
    if duplex:
        return Connection(a), Connection(b)
    return Connection(a, writable=False), Connection(b, readable=False)


def wait(object_list, timeout=None):
    """Wait till an object in object_list is ready/readable; returns the ready ones."""
    objects = list(object_list)
    fds = [o if isinstance(o, int) else o.fileno() for o in objects]
    ready = set(_multiprocessing.poll(fds, timeout))
    return [o for o, fd in zip(objects, fds) if fd in ready]


def address_type(address):
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str):
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % address)


def arbitrary_address(family):
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        import tempfile
        return tempfile.mktemp(prefix="listener-", dir=util.get_temp_dir())
    raise ValueError("unrecognized family")


class _UnixListener:
    """A listening socket of the file system."""

    def __init__(self, address, backlog):
        self._fd = _multiprocessing.unix_listen(address, backlog)
        self.address = address

    def accept(self):
        return _multiprocessing.unix_accept(self._fd), ""

    def close(self):
        os.close(self._fd)
        try:
            os.unlink(self.address)
        except OSError:
            pass


class _InetListener:
    """A listening socket of the network."""

    def __init__(self, address, backlog):
        import socket
        self._socket = s = socket.socket(socket.AF_INET)
        try:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(address)
            s.listen(backlog)
        except OSError:
            s.close()
            raise
        self.address = s.getsockname()

    def accept(self):
        s, peer = self._socket.accept()
        s.setblocking(True)
        return s.detach(), peer

    def close(self):
        self._socket.close()


class Listener:
    """Returns a listener object: a bound socket which is listening for connections."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or "AF_UNIX"
        address = address or arbitrary_address(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey = authkey
        self._last_accepted = None
        self._listener = (_UnixListener if family == "AF_UNIX" else _InetListener)(address, backlog)
        self._address = self._listener.address

    def accept(self):
        """Accept a connection on the bound socket; returns a `Connection` object."""
        if self._listener is None:
            raise OSError("listener is closed")
        fd, self._last_accepted = self._listener.accept()
        c = Connection(fd)
        if self._authkey is not None:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        """Close the bound socket or named pipe of `self`."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Client(address, family=None, authkey=None):
    """Returns a connection to the address of a `Listener`"""
    family = family or address_type(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    if family == "AF_UNIX":
        c = Connection(_multiprocessing.unix_connect(address))
    else:
        import socket
        with socket.socket(getattr(socket, family)) as s:
            s.connect(address)
            c = Connection(s.detach())
    if authkey is not None:
        answer_challenge(c, authkey)
        deliver_challenge(c, authkey)
    return c


MESSAGE_LENGTH = 40
_CHALLENGE = b"#CHALLENGE#"
_WELCOME = b"#WELCOME#"
_FAILURE = b"#FAILURE#"


def _digest(authkey, message):
    import hmac
    return b"{sha256}" + hmac.new(authkey, message, "sha256").digest()


def deliver_challenge(connection, authkey, digest_name="sha256"):
    from multiprocessing.context import AuthenticationError
    message = b"{sha256}" + os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(_CHALLENGE + message)
    response = connection.recv_bytes(256)
    import hmac
    if hmac.compare_digest(response, _digest(authkey, message)):
        connection.send_bytes(_WELCOME)
    else:
        connection.send_bytes(_FAILURE)
        raise AuthenticationError("digest received was wrong")


def answer_challenge(connection, authkey):
    from multiprocessing.context import AuthenticationError
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError("Protocol error, expected challenge: %r" % message)
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
