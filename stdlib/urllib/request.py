# urllib.request: opening URLs through handlers.

import http.client
import io
import os
import sys

import _http
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit, urldefrag
from urllib.response import addclosehook, addinfourl

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler",
           "HTTPCookieProcessor", "ProxyHandler", "HTTPHandler", "HTTPSHandler", "FileHandler", "DataHandler",
           "UnknownHandler", "HTTPErrorProcessor", "urlopen", "install_opener", "build_opener", "pathname2url",
           "url2pathname", "getproxies", "urlretrieve", "urlcleanup"]

__version__ = "%d.%d" % sys.version_info[:2]
_no_timeout = object()


class Request:
    """A URL with a method, headers and a body."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = origin_req_host if origin_req_host is not None else self.host
        self.unverifiable = unverifiable
        if method:
            self.method = method
        self.timeout = None

    @property
    def full_url(self):
        return self._full_url + "#" + self.fragment if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, self.fragment = urldefrag(url.strip().removeprefix("<").removesuffix(">").removeprefix("URL:"))
        scheme, sep, rest = self._full_url.partition(":")
        if not sep or not scheme.isidentifier() and not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum():
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type = scheme.lower()
        parts = urlsplit(self._full_url)
        self.host = unquote(parts.netloc) if parts.netloc else None
        self.selector = urlunsplit(("", "", parts.path, parts.query, "")) or "/"

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    def get_method(self):
        default = "POST" if self.data is not None else "GET"
        return getattr(self, "method", default)

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def set_proxy(self, host, type):
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class BaseHandler:
    """A handler has methods called <scheme>_open, <scheme>_request, http_error_<code> ..."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        return self.handler_order < getattr(other, "handler_order", 500)


class OpenerDirector:
    """Opens URLs by asking its handlers."""

    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/%s" % __version__)]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        if isinstance(handler, ProxyHandler) and not handler.proxies:
            return  # it would never act
        self.handlers.append(handler)
        self.handlers.sort()
        handler.add_parent(self)

    def close(self):
        pass

    def _each(self, name):
        return [getattr(h, name) for h in self.handlers if hasattr(h, name)]

    def open(self, fullurl, data=None, timeout=_no_timeout):
        if isinstance(fullurl, str):
            req = Request(fullurl, data)
        else:
            req = fullurl
            if data is not None:
                req.data = data
        req.timeout = None if timeout is _no_timeout else timeout
        for process in self._each(req.type + "_request"):
            req = process(req)
        response = self._open(req)
        for process in self._each(req.type + "_response"):
            response = process(req, response)
        return response

    def _open(self, req):
        for name in ("default_open", req.type + "_open", "unknown_open"):
            for opening in self._each(name):
                result = opening(req)
                if result is not None:
                    return result

    def error(self, proto, *args):
        names = [proto + "_error"]
        if proto in ("http", "https"):
            names = ["http_error_%s" % args[2], "http_error_default"]
        for name in names:
            for handling in self._each(name):
                result = handling(*args)
                if result is not None:
                    return result


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPErrorProcessor(BaseHandler):
    """Hands responses that are no success to the error handlers."""

    handler_order = 1000

    def http_response(self, request, response):
        code, msg, hdrs = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error("http", request, response, code, msg, hdrs)
        return response

    https_response = http_response


class HTTPRedirectHandler(BaseHandler):
    max_repeats = 4
    max_redirections = 10
    inf_msg = ("The HTTP server returned a redirect error that would lead to an infinite loop.\n"
               "The last 30x error message was:\n")

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        m = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and m in ("GET", "HEAD") or code in (301, 302, 303) and m == "POST"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        newurl = newurl.replace(" ", "%20")
        kept = {k: v for k, v in req.headers.items() if k.lower() not in ("content-length", "content-type")}
        return Request(newurl, method="HEAD" if m == "HEAD" else "GET", headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        newurl = headers.get("location") or headers.get("uri")
        if not newurl:
            return None
        parts = urlsplit(newurl)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(newurl, code, "%s - Redirection to url '%s' is not allowed" % (msg, newurl), headers, fp)
        if not parts.path and parts.netloc:
            newurl = urlunsplit(parts._replace(path="/"))
        newurl = urljoin(req.full_url, quote(newurl, encoding="iso-8859-1", safe="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        if hasattr(req, "redirect_dict"):
            visited = new.redirect_dict = req.redirect_dict
            if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
                raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        else:
            visited = new.redirect_dict = req.redirect_dict = {}
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout if req.timeout is not None else _no_timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class AbstractHTTPHandler(BaseHandler):
    _insecure = False
    _cafile = None

    def do_open(self, req):
        if not req.host:
            raise URLError("no host given")
        headers = dict(self.parent.addheaders) if hasattr(self, "parent") else {}
        headers = {k.title(): v for k, v in headers.items()}
        headers.update((k.title(), v) for k, v in req.header_items())
        headers["Connection"] = "close"
        data = req.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
            if not isinstance(data, (bytes, bytearray, memoryview)):
                data = data.read() if hasattr(data, "read") else b"".join(data)
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        try:
            native = _http.request(None, req.get_method(), req._full_url, list(headers.items()), data, req.timeout,
                                   self._insecure, self._cafile)
        except OSError as err:
            raise URLError(err)
        response = http.client.HTTPResponse(native, req.get_method(), req.full_url)
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(req)


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        if context is not None:
            self._insecure = getattr(context, "verify_mode", None) == 0
            self._cafile = getattr(context, "_cafile", None)

    def https_open(self, req):
        return self.do_open(req)


class ProxyHandler(BaseHandler):
    """Proxies come from the environment; a mapping given here is put there."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        self.proxies = {k.lower(): v for k, v in proxies.items()}


class HTTPCookieProcessor(BaseHandler):
    """Keeps the cookies of responses for later requests to the same host."""

    def __init__(self, cookiejar=None):
        self.cookiejar = cookiejar
        self._cookies = {}

    def http_request(self, request):
        jar = self._cookies.get(request.host)
        if jar and not request.has_header("Cookie"):
            request.add_unredirected_header("Cookie", "; ".join(f"{k}={v}" for k, v in jar.items()))
        return request

    def http_response(self, request, response):
        for line in response.info().get_all("Set-Cookie") or ():
            name, sep, value = line.split(";")[0].partition("=")
            if sep:
                self._cookies.setdefault(request.host, {})[name.strip()] = value.strip()
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError("unknown url type: %s" % req.type)


class FileHandler(BaseHandler):
    def file_open(self, req):
        if req.host and req.host not in ("", "localhost", "127.0.0.1"):
            raise URLError("file:// scheme is supported only on localhost")
        path = url2pathname(req.selector)
        try:
            size = os.stat(path).st_size
            fp = open(path, "rb")
        except OSError as exc:
            raise URLError(exc, exc.filename)
        headers = http.client.HTTPMessage([("Content-type", "text/plain"), ("Content-length", str(size))])
        return addinfourl(fp, headers, req.full_url)


class DataHandler(BaseHandler):
    def data_open(self, req):
        head, sep, data = req.full_url.partition(":")[2].partition(",")
        if not sep:
            raise ValueError("data url without comma")
        raw = unquote(data).encode("latin-1", "replace")
        if head.endswith(";base64"):
            import base64
            raw = base64.decodebytes(raw)
            head = head[:-7]
        headers = http.client.HTTPMessage([("Content-type", head or "text/plain;charset=US-ASCII"),
                                           ("Content-length", str(len(raw)))])
        return addinfourl(io.BytesIO(raw), headers, req.full_url)


def build_opener(*handlers):
    """An opener with the usual handlers, some replaced or added."""
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler,
             FileHandler, HTTPErrorProcessor, DataHandler, HTTPSHandler]
    for klass in usual:
        for check in handlers:
            if isinstance(check, type) and issubclass(check, klass) or isinstance(check, klass):
                break
        else:
            opener.add_handler(klass())
    for h in handlers:
        opener.add_handler(h() if isinstance(h, type) else h)
    return opener


_opener = None


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_no_timeout, *, context=None):
    """Open a URL given as text or as a Request."""
    global _opener
    if context:
        opener = build_opener(HTTPSHandler(context=context))
    elif _opener is None:
        _opener = opener = build_opener()
    else:
        opener = _opener
    return opener.open(url, data, timeout)


_temporary = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy a URL to a file; returns the file's name and the headers."""
    import tempfile
    with urlopen(url, data) as fp:
        headers = fp.info()
        if url.startswith("file://") and not filename:
            return unquote(urlsplit(url).path), headers
        if filename:
            out = open(filename, "wb")
        else:
            fd, filename = tempfile.mkstemp()
            out = os.fdopen(fd, "wb")
            _temporary.append(filename)
        with out:
            size = int(headers["Content-Length"] or -1)
            done = block = 0
            if reporthook:
                reporthook(block, 8192, size)
            while chunk := fp.read(8192):
                done += len(chunk)
                out.write(chunk)
                block += 1
                if reporthook:
                    reporthook(block, 8192, size)
    if 0 <= size and done < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes" % (done, size), (filename, headers))
    return filename, headers


def urlcleanup():
    for name in _temporary:
        try:
            os.unlink(name)
        except OSError:
            pass
    _temporary.clear()


def pathname2url(pathname, *, add_scheme=False):
    """The path of a file: URL, or the URL, of a local file."""
    authority = "//" if pathname.startswith("/") else ""
    return ("file:" if add_scheme else "") + authority + quote(pathname)


def url2pathname(url, *, require_scheme=False, resolve_host=False):
    """The local file of the path of a file: URL, or of the URL."""
    if require_scheme:
        scheme, sep, url = url.partition(":")
        if not sep or scheme != "file":
            raise URLError("URL is missing a 'file' scheme")
    if url.startswith("//"):
        authority, slash, path = url[2:].partition("/")
        if authority not in ("", "localhost"):
            raise URLError("file:// scheme is supported only on localhost")
        url = slash + path
    return unquote(url)


def getproxies():
    """The proxies of the environment by scheme."""
    proxies = {}
    for name, value in os.environ.items():
        name = name.lower()
        if value and name.endswith("_proxy"):
            proxies[name[:-6]] = value
    return proxies
