# aiohttp.client: sessions, requests and responses.

import asyncio
import json as _json
from collections import namedtuple
from http.client import HTTPMessage
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

import _http
from aiohttp import client_exceptions as errors

ClientTimeout = namedtuple("ClientTimeout", "total connect sock_read sock_connect ceil_threshold",
                           defaults=(None, None, None, None, 5))
DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)
RequestInfo = namedtuple("RequestInfo", "url method headers real_url")


class BasicAuth(namedtuple("BasicAuth", "login password encoding", defaults=("", "latin1"))):
    """A user name and password."""

    def encode(self):
        import base64
        return "Basic " + base64.b64encode(f"{self.login}:{self.password}".encode(self.encoding)).decode()


class URL:
    """A URL with its parts as attributes."""

    def __init__(self, text):
        self._text = str(text)
        self._parts = urlsplit(self._text)

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname)
    path = property(lambda self: self._parts.path or "/")
    query_string = property(lambda self: self._parts.query)
    fragment = property(lambda self: self._parts.fragment)

    @property
    def port(self):
        return self._parts.port or {"http": 80, "https": 443}.get(self.scheme)

    def human_repr(self):
        return self._text


class FormData:
    """Fields of a form, url-encoded."""

    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, "items") else fields)

    def add_field(self, name, value, **options):
        if options:
            raise NotImplementedError("gopy's aiohttp client does not send multipart forms")
        self._fields.append((name, value))

    def encode(self):
        return urlencode(self._fields).encode()


class TCPConnector:
    """Limits and settings of a session's connections."""

    def __init__(self, *, limit=100, limit_per_host=0, ssl=True, verify_ssl=None, ttl_dns_cache=10, use_dns_cache=True,
                 keepalive_timeout=15, force_close=False, enable_cleanup_closed=False, loop=None, family=0):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.force_close = force_close
        if verify_ssl is not None:
            ssl = bool(verify_ssl)
        self._ssl = ssl
        self._closed = False
        self._transports = {}
        self._slots = asyncio.Semaphore(limit) if limit else None
        self._host_slots = {}

    @property
    def closed(self):
        return self._closed

    def _transport(self, ssl):
        insecure = ssl is False or getattr(ssl, "verify_mode", None) == 0
        cafile = getattr(ssl, "_cafile", None)
        key = (insecure, cafile)
        if key not in self._transports:
            self._transports[key] = _http.transport(insecure, cafile)
        return self._transports[key], insecure, cafile

    async def _acquire(self, host):
        if self._slots is not None:
            await self._slots.acquire()
        if self.limit_per_host:
            slot = self._host_slots.setdefault(host, asyncio.Semaphore(self.limit_per_host))
            try:
                await slot.acquire()
            except BaseException:
                if self._slots is not None:
                    self._slots.release()
                raise

    def _release(self, host):
        if self.limit_per_host:
            self._host_slots[host].release()
        if self._slots is not None:
            self._slots.release()

    async def close(self):
        self._closed = True
        for transport in self._transports.values():
            transport.close()
        self._transports.clear()


class StreamReader:
    """The body of a response as a stream."""

    def __init__(self, response):
        self._response = response
        self._buffer = b""
        self._eof = False

    def at_eof(self):
        return self._eof and not self._buffer

    async def _fill(self):
        data = await self._response._read_native(65536)
        if not data:
            self._eof = True
            self._response.release()
        self._buffer += data

    async def read(self, n=-1):
        while not self._eof and (n < 0 or len(self._buffer) < n):
            await self._fill()
        if n < 0:
            n = len(self._buffer)
        data, self._buffer = self._buffer[:n], self._buffer[n:]
        return data

    async def readany(self):
        while not self._eof and not self._buffer:
            await self._fill()
        data, self._buffer = self._buffer, b""
        return data

    async def readexactly(self, n):
        data = await self.read(n)
        if len(data) < n:
            raise asyncio.IncompleteReadError(data, n)
        return data

    async def readline(self):
        while b"\n" not in self._buffer and not self._eof:
            await self._fill()
        end = self._buffer.find(b"\n") + 1 or len(self._buffer)
        line, self._buffer = self._buffer[:end], self._buffer[end:]
        return line

    async def iter_chunked(self, n):
        while data := await self.read(n):
            yield data

    async def iter_any(self):
        while data := await self.readany():
            yield data

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    """An answer whose body is read on demand."""

    def __init__(self, session, native, method, url, request_headers, release):
        self._session = session
        self._loop = asyncio.get_running_loop()
        self._native = native
        self._release = release
        self._body = None
        self.method = method
        self.url = self.real_url = URL(url)
        self.status = native.status
        self.reason = native.reason
        self.version = divmod(native.version, 10)
        self.headers = HTTPMessage(native.headers)
        self.request_info = RequestInfo(self.url, method, request_headers, self.url)
        self.history = ()
        self.content = StreamReader(self)

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"

    @property
    def ok(self):
        return self.status < 400

    @property
    def host(self):
        return self.url.host

    @property
    def closed(self):
        return self._release is None

    @property
    def content_type(self):
        return (self.headers.get("Content-Type") or "application/octet-stream").split(";")[0].strip()

    @property
    def content_length(self):
        n = self.headers.get("Content-Length")
        return None if n is None else int(n)

    @property
    def charset(self):
        return self.headers.get_content_charset()

    async def _read_native(self, n):
        try:
            return await self._native.read_future(self._loop, n)
        except TimeoutError as exc:
            raise errors.SocketTimeoutError(f"Timeout on reading data from socket") from exc
        except (OSError, _http.IncompleteRead) as exc:
            raise errors.ClientPayloadError(f"Response payload is not completed: {exc!r}") from exc

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
            self.release()
        return self._body

    def get_encoding(self):
        charset = self.charset
        if charset:
            import codecs
            try:
                return codecs.lookup(charset).name
            except LookupError:
                pass
        return "utf-8"

    async def text(self, encoding=None, errors="strict"):
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        if content_type:
            actual = self.content_type.lower()
            if not (content_type in actual or content_type == "application/json" and actual.endswith("+json")):
                raise errors.ContentTypeError(self.request_info, self.history, status=self.status,
                                              message="Attempt to decode JSON with unexpected mimetype: %s" % actual,
                                              headers=self.headers)
        text = (await self.text(encoding)).strip()
        if not text:
            return None
        return loads(text)

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise errors.ClientResponseError(self.request_info, self.history, status=self.status,
                                             message=self.reason, headers=self.headers)

    def release(self):
        if self._release is not None:
            release, self._release = self._release, None
            release()
            self._native.close()

    def close(self):
        self.release()

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class _RequestContextManager:
    """What session.get() returns: to be awaited, or entered."""

    def __init__(self, coro):
        self._coro = coro
        self._resp = None

    def __await__(self):
        return self._coro.__await__()

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, exc_type, exc, tb):
        await self._resp.__aexit__(exc_type, exc, tb)


def _connection_error(exc, url, ssl):
    """The aiohttp exception for a failure to connect."""
    key = (url.host, url.port, ssl)
    if isinstance(exc, _http.gaierror):
        return errors.ClientConnectorDNSError(key, exc)
    if isinstance(exc, _http.SSLCertVerificationError):
        return errors.ClientConnectorCertificateError(key, exc)
    if isinstance(exc, _http.SSLError):
        return errors.ClientConnectorSSLError(key, exc)
    if isinstance(exc, _http.RemoteDisconnected):
        return errors.ServerDisconnectedError()
    if isinstance(exc, TimeoutError):
        return errors.ConnectionTimeoutError(f"Connection timeout to host {url}")
    if isinstance(exc, ConnectionResetError):
        return errors.ClientOSError(exc.errno, exc.strerror)
    if isinstance(exc, ConnectionRefusedError) and exc.strerror == "Connection refused":
        exc = OSError(exc.errno, f"Connect call failed ({url.host!r}, {url.port})")
    return errors.ClientConnectorError(key, exc)


class ClientSession:
    """Requests that share connections, headers and cookies."""

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, auth=None,
                 json_serialize=_json.dumps, raise_for_status=False, timeout=DEFAULT_TIMEOUT, connector_owner=True,
                 trust_env=False, cookie_jar=None, read_bufsize=65536, version=None, skip_auto_headers=None):
        asyncio.get_running_loop()
        self._base_url = base_url
        self._connector = connector if connector is not None else TCPConnector()
        self._connector_owner = connector_owner
        self._headers = dict(headers or {})
        self._auth = auth
        self._json = json_serialize
        self._raise = raise_for_status
        self._timeout = timeout if isinstance(timeout, ClientTimeout) else ClientTimeout(total=timeout)
        self._cookies = {}
        self._default_cookies = dict(cookies or {})
        self._closed = False

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return self._connector

    @property
    def headers(self):
        return self._headers

    @property
    def timeout(self):
        return self._timeout

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request("GET", url, allow_redirects=allow_redirects, **kwargs))

    def options(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContextManager(self._request("OPTIONS", url, allow_redirects=allow_redirects, **kwargs))

    def head(self, url, *, allow_redirects=False, **kwargs):
        return _RequestContextManager(self._request("HEAD", url, allow_redirects=allow_redirects, **kwargs))

    def post(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request("POST", url, data=data, **kwargs))

    def put(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request("PUT", url, data=data, **kwargs))

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContextManager(self._request("PATCH", url, data=data, **kwargs))

    def delete(self, url, **kwargs):
        return _RequestContextManager(self._request("DELETE", url, **kwargs))

    def ws_connect(self, *args, **kwargs):
        raise NotImplementedError("gopy's aiohttp client does not speak WebSocket")

    def _url(self, url, params):
        text = str(url)
        if self._base_url is not None:
            text = urljoin(str(self._base_url), text)
        parts = urlsplit(text)
        if parts.scheme not in ("http", "https"):
            if not parts.scheme or not parts.netloc:
                raise errors.InvalidUrlClientError(text)
            raise errors.NonHttpUrlClientError(text)
        if not parts.hostname:
            raise errors.InvalidUrlClientError(text)
        if params:
            extra = params if isinstance(params, str) else urlencode(params)
            parts = parts._replace(query=parts.query + "&" + extra if parts.query else extra)
        return urlunsplit(parts._replace(path=parts.path or "/", fragment=""))

    def _body(self, data, json, headers):
        if json is not None:
            if data is not None:
                raise ValueError("data and json parameters can not be used at the same time")
            headers.setdefault("Content-Type", "application/json")
            return self._json(json).encode()
        if data is None:
            return None
        if isinstance(data, (bytes, bytearray, memoryview)):
            headers.setdefault("Content-Type", "application/octet-stream")
            return bytes(data)
        if isinstance(data, str):
            headers.setdefault("Content-Type", "text/plain; charset=utf-8")
            return data.encode()
        if hasattr(data, "read"):
            headers.setdefault("Content-Type", "application/octet-stream")
            data = data.read()
            return data.encode() if isinstance(data, str) else data
        if not isinstance(data, FormData):
            data = FormData(data)
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return data.encode()

    async def _request(self, method, url, *, params=None, data=None, json=None, cookies=None, headers=None, auth=None,
                       allow_redirects=True, max_redirects=10, raise_for_status=None, timeout=None, ssl=True,
                       verify_ssl=None, proxy=None, compress=None, chunked=None, read_until_eof=True, trace_request_ctx=None,
                       server_hostname=None, skip_auto_headers=None, expect100=False):
        if self._closed:
            raise RuntimeError("Session is closed")
        if proxy is not None:
            raise NotImplementedError("gopy's aiohttp client takes proxies from the environment only")
        if timeout is None:
            timeout = self._timeout
        elif not isinstance(timeout, ClientTimeout):
            timeout = ClientTimeout(total=timeout)
        if verify_ssl is not None:
            ssl = bool(verify_ssl)
        if ssl is True:
            ssl = self._connector._ssl
        send = {"Accept": "*/*", "User-Agent": "Python/3.14 aiohttp/3.12.0+gopy", **self._headers, **dict(headers or {})}
        auth = auth or self._auth
        if auth is not None:
            send["Authorization"] = auth.encode()
        url = self._url(url, params)
        body = self._body(data, json, send)
        try:
            async with asyncio.timeout(timeout.total):
                response = await self._follow(method, url, send, body, cookies, allow_redirects, max_redirects, timeout, ssl)
        except TimeoutError as exc:
            if isinstance(exc, errors.ServerTimeoutError):
                raise
            raise asyncio.TimeoutError() from exc
        if raise_for_status if raise_for_status is not None else self._raise:
            response.raise_for_status()
        return response

    async def _follow(self, method, url, headers, body, cookies, allow_redirects, max_redirects, timeout, ssl):
        history = []
        while True:
            response = await self._send(method, url, headers, body, cookies, timeout, ssl)
            response.history = tuple(history)
            if not allow_redirects or response.status not in (301, 302, 303, 307, 308):
                return response
            location = response.headers.get("Location") or response.headers.get("URI")
            if not location:
                return response
            history.append(response)
            response.release()
            if len(history) >= max_redirects:
                raise errors.TooManyRedirects(history[0].request_info, tuple(history))
            if response.status == 303 and method != "HEAD" or response.status in (301, 302) and method == "POST":
                method, body = "GET", None
                headers = {k: v for k, v in headers.items() if k.lower() not in ("content-length", "content-type")}
            new = self._url(urljoin(url, location), None)
            if urlsplit(new).netloc != urlsplit(url).netloc:
                headers = {k: v for k, v in headers.items() if k.lower() != "authorization"}
            url = new

    async def _send(self, method, url, headers, body, cookies, timeout, ssl):
        target = URL(url)
        transport, insecure, cafile = self._connector._transport(ssl)
        jar = {**self._default_cookies, **self._cookies.get(target.host, {}), **dict(cookies or {})}
        if jar:
            headers = {**headers, "Cookie": "; ".join(f"{k}={v}" for k, v in jar.items())}
        await self._connector._acquire(target.host)
        try:
            native = await _http.start(asyncio.get_running_loop(), transport, method, url, list(headers.items()), body,
                                       timeout.sock_read, insecure, cafile)
        except OSError as exc:
            self._connector._release(target.host)
            raise _connection_error(exc, target, ssl) from exc
        except _http.InvalidURL as exc:
            self._connector._release(target.host)
            raise errors.ClientConnectionError(str(exc)) from exc
        except BaseException:
            self._connector._release(target.host)
            raise
        connector, host = self._connector, target.host
        response = ClientResponse(self, native, method, url, headers, lambda: connector._release(host))
        for line in response.headers.get_all("Set-Cookie") or ():
            name, sep, value = line.split(";")[0].partition("=")
            if sep:
                self._cookies.setdefault(target.host, {})[name.strip()] = value.strip()
        return response

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                await self._connector.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *args):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()


def request(method, url, **kwargs):
    """One request in a session of its own, as a context manager."""
    return _SingleRequest(method, url, kwargs)


class _SingleRequest:
    def __init__(self, method, url, kwargs):
        self._call = method, url, kwargs
        self._session = None

    async def __aenter__(self):
        method, url, kwargs = self._call
        self._session = ClientSession()
        try:
            self._response = await self._session._request(method, url, **kwargs)
        except BaseException:
            await self._session.close()
            raise
        return self._response

    async def __aexit__(self, exc_type, exc, tb):
        self._response.release()
        await self._session.close()
