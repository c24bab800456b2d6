# http.client: messages, responses and connections on top of _http.

import _http
import io
from _http import IncompleteRead, InvalidURL, RemoteDisconnected

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPSConnection", "HTTPException", "NotConnected", "InvalidURL",
           "IncompleteRead", "BadStatusLine", "RemoteDisconnected", "ImproperConnectionState", "responses"]

HTTP_PORT = 80
HTTPS_PORT = 443


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class BadStatusLine(HTTPException):
    pass


def __getattr__(name):
    if name == "responses":
        import http
        return {int(s): s.phrase for s in http.HTTPStatus}
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class HTTPMessage:
    """The header of a response: a multi-dictionary without regard to case."""

    def __init__(self, pairs=()):
        self._headers = [(k, v) for k, v in pairs]

    def get_all(self, name, failobj=None):
        name = name.lower()
        found = [v for k, v in self._headers if k.lower() == name]
        return found or failobj

    def get(self, name, failobj=None):
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return v
        return failobj

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._headers)

    def keys(self):
        return [k for k, v in self._headers]

    def values(self):
        return [v for k, v in self._headers]

    def items(self):
        return list(self._headers)

    def add_header(self, name, value):
        self._headers.append((name, value))

    def get_content_type(self):
        kind = (self.get("content-type") or "text/plain").split(";")[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_param(self, param, failobj=None, header="content-type"):
        for part in (self.get(header) or "").split(";")[1:]:
            key, sep, value = part.strip().partition("=")
            if key.strip().lower() == param.lower():
                return value.strip().strip('"')
        return failobj

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        return charset.lower() if charset else failobj

    def __str__(self):
        return "".join(f"{k}: {v}\n" for k, v in self._headers) + "\n"


class HTTPResponse(io.BufferedIOBase):
    """A response whose body is read on demand."""

    def __init__(self, native, method="GET", url=None):
        self._native = native
        self._method = method
        self._buffer = b""
        self._eof = False
        self._left = None if native.length is None else native.length
        self.url = url
        self.status = self.code = native.status
        self.reason = self.msg = native.reason
        self.version = native.version
        self.headers = HTTPMessage(native.headers)
        self.length = native.length
        self.will_close = True

    def _fill(self, n):
        """Read until n bytes are buffered, or everything when n is None."""
        if n is None:
            if not self._eof:
                self._buffer += self._native.read()
                self._eof = True
            return
        while len(self._buffer) < n and not self._eof:
            more = self._native.read(max(n - len(self._buffer), 8192))
            if not more:
                self._eof = True
            self._buffer += more

    def read(self, amt=None):
        if self.closed:
            return b""
        if amt is not None and amt < 0:
            amt = None
        self._fill(amt)
        if amt is None:
            data, self._buffer = self._buffer, b""
        else:
            data, self._buffer = self._buffer[:amt], self._buffer[amt:]
        if self._eof and not self._buffer:
            self._native.close()
        return data

    def read1(self, n=-1):
        return self.read(n if n >= 0 else 8192)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def peek(self, n=-1):
        self._fill(max(n, 1))
        return self._buffer

    def readline(self, limit=-1):
        while b"\n" not in self._buffer and not self._eof:
            self._fill(len(self._buffer) + 8192)
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        if limit is not None and limit >= 0:
            end = min(end, limit)
        line, self._buffer = self._buffer[:end], self._buffer[end:]
        return line

    def readable(self):
        return True

    def close(self):
        super().close()
        self._native.close()

    def isclosed(self):
        return self.closed

    def getheader(self, name, default=None):
        found = self.headers.get_all(name)
        return ", ".join(found) if found else default

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    """Requests to one host."""

    _scheme = "http"
    default_port = HTTP_PORT

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        if port is None:
            head, sep, tail = host.rpartition(":")
            if sep and tail.isdigit() and not host.endswith("]"):
                host, port = head, int(tail)
            else:
                port = self.default_port
        self.host = host
        self.port = port
        self.timeout = timeout
        self._insecure = False
        self._cafile = None
        self._transport = None
        self._response = None

    def connect(self):
        if self._transport is None:
            self._transport = _http.transport(self._insecure, self._cafile)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        self.connect()
        if isinstance(body, str):
            body = body.encode("iso-8859-1")
        elif body is not None and not isinstance(body, (bytes, bytearray, memoryview)):
            body = body.read() if hasattr(body, "read") else b"".join(body)
        if not url.startswith(("http://", "https://")):
            host = f"[{self.host}]" if ":" in self.host else self.host
            url = f"{self._scheme}://{host}:{self.port}{url}"
        native = _http.request(self._transport, method, url, list(headers.items()), body, self.timeout,
                               self._insecure, self._cafile)
        self._response = HTTPResponse(native, method, url)

    def getresponse(self):
        if self._response is None:
            raise NotConnected("no request was sent")
        response, self._response = self._response, None
        return response

    def close(self):
        if self._transport is not None:
            self._transport.close()
            self._transport = None


class HTTPSConnection(HTTPConnection):
    _scheme = "https"
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=None, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout)
        if context is not None:
            self._insecure = getattr(context, "verify_mode", None) == 0
            self._cafile = getattr(context, "_cafile", None)
