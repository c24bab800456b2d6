import urllib.parse as P, urllib.request as R, urllib.error as E, io, os, tempfile
from urllib.parse import *
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
for u in ("http://user:pw@Host.com:8080/p/a;x=1?q=1&r=2#frag", "//h/p", "p?q", "#f", "", "mailto:a@b", "http://[::1]:80/x", "http://h:x/", "HTTP://A/%41", "file:///a/b", "http://a/b?c=d?e#f#g", "x:y:z", "http://h:99999/", "http://[::1/"):
    print(u, attempt(urlparse, u), attempt(urlsplit, u), attempt(urldefrag, u))
    try:
        r = urlsplit(u)
        print(r.scheme, r.netloc, r.username, r.password, r.hostname, attempt(lambda: r.port), r.geturl(), r._replace(path="/new").geturl(), urlunparse(urlparse(u)), urlunsplit(r))
    except ValueError as e:
        print(e)
for b, r in (("http://a/b/c/d;p?q", x) for x in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../g", "../..", "../../../g", "/./g", "g;x=1/../y", "http:g")):
    print(r, urljoin(b, r))
print(quote("a b/c\u00e9&=+~"), quote("a/b", safe=""), quote_plus("a b+c/\u00e9"), quote(b"\xff\x00"), quote_from_bytes(b"a b"), unquote("a%20b%C3%A9+%zz%4"), unquote_plus("a+b%2B"), unquote_to_bytes("a%ffb"), unquote(b"%41"), unquote("%ff"), unquote("%e9", "latin-1"), attempt(quote, 5), attempt(quote_from_bytes, "x"))
print(urlencode({"a": 1, "b c": "d&e", "\u00e9": "x"}), urlencode([("k", "v"), ("k", 2)]), urlencode({"l": [1, 2]}, doseq=True), urlencode({"a": "b c"}, quote_via=quote), urlencode({b"k": b"v"}), attempt(urlencode, 5), attempt(urlencode, "ab"))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("a=1;b=2&c=%20+"), parse_qsl("a;b", separator=";", keep_blank_values=True), attempt(parse_qs, "a", strict_parsing=True), attempt(parse_qsl, "a=1&b=2", max_num_fields=1), parse_qsl(b"a=1"))
print(urlparse(b"http://h/p?q"), urlsplit(b"http://h/p"), urldefrag(b"x#y"), [c.__name__ for c in (DefragResult, DefragResultBytes, ParseResult, ParseResultBytes, SplitResult, SplitResultBytes)], ParseResult("s", "n", "p", "q", "r", "f").geturl(), SplitResult("s", "n", "p", "q", "f").encode(), SplitResultBytes(b"s", b"n", b"p", b"q", b"f").decode(), attempt(urljoin, "a", b"b"))
req = R.Request("http://example.com:80/path?q#f", data=b"x=1", headers={"X-a": "1"}, origin_req_host="o", unverifiable=True, method=None)
print(req.full_url, req.type, req.host, req.selector, req.data, req.headers, req.get_method(), req.fragment, req.origin_req_host, req.unverifiable, req.has_header("X-a"), req.get_header("X-a"), req.get_header("no", 5), req.header_items(), req.add_header("Y-z", "2"), req.add_unredirected_header("u", "3"), sorted(req.header_items()), req.remove_header("Y-z"), req.has_header("Y-z"), req.get_full_url(), R.Request("http://h", method="PUT").get_method(), R.Request("http://h").get_method(), attempt(R.Request, "nope"))
req.set_proxy("proxy:3128", "http")
print(req.host, req.has_proxy(), req.type, req.selector)
with R.urlopen("data:text/plain;charset=utf-8,hello%20w") as r: print(r.read(), r.headers["content-type"], r.url[:9], r.status)
with R.urlopen("data:;base64,aGk=") as r: print(r.read(), r.headers.get_content_type())
fd, p = tempfile.mkstemp(suffix=".txt"); os.write(fd, b"file data"); os.close(fd)
with R.urlopen("file://" + p) as r: print(r.read(), r.headers["Content-length"], r.headers["Content-type"], r.geturl() == "file://" + p)
print(attempt(R.urlopen, "file:///nope/x"), attempt(R.urlopen, "nope://x"), attempt(R.urlopen, "http://"), attempt(R.urlopen, "x"), attempt(R.urlopen, "http://127.0.0.1:1/"))
q = R.urlretrieve("file://" + p)
print(q[0] == p, q[1]["Content-length"], R.urlretrieve("data:,abc", p + "2")[0] == p + "2", open(p + "2").read(), R.urlcleanup(), os.remove(p), os.remove(p + "2"))
print(R.pathname2url("/a b/c"), R.url2pathname("/a%20b"), R.getproxies() if False else "")
os.environ["http_proxy"] = "http://p:1"
print(R.getproxies()["http"], os.environ.pop("http_proxy"))
e = E.HTTPError("http://u", 404, "Not Found", {"h": "v"}, io.BytesIO(b"body"))
print(e, e.code, e.reason, e.read(), e.url, e.filename, e.headers, e.status, e.msg, repr(e), issubclass(E.HTTPError, E.URLError), E.URLError("r"), E.URLError("r").reason, issubclass(E.URLError, OSError), E.ContentTooShortError("m", b"c").content)
class H(R.BaseHandler):
    def my_open(self, req): return io.StringIO("mine " + req.selector)
    handler_order = 100
o = R.build_opener(H)
print(o.open("my://x/y").read(), sorted({type(h).__name__ for h in o.handlers} - {"FTPHandler"}), isinstance(o, R.OpenerDirector), o.addheaders[0][0])
R.install_opener(o)
print(R.urlopen("my://z/w").read(), R.install_opener(None), attempt(R.urlopen, "my://q"), attempt(R.OpenerDirector().add_handler, 5), H() < R.UnknownHandler(), [c.__name__ for c in (R.HTTPHandler, R.HTTPSHandler, R.HTTPRedirectHandler, R.HTTPCookieProcessor, R.HTTPErrorProcessor, R.HTTPDefaultErrorHandler, R.ProxyHandler, R.DataHandler, R.FileHandler)])
