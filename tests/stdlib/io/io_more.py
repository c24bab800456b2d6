import io, os, tempfile
from io import BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper, FileIO, IncrementalNewlineDecoder, UnsupportedOperation, BlockingIOError
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}".replace(p, "P")
fd, p = tempfile.mkstemp(); os.close(fd)
with open(p, "w", encoding="utf-8", newline="") as f: print(f.write("l1\nl2\r\nl3\rend\u00e9"), f.tell(), f.name == p, f.mode, f.encoding, f.errors, f.newlines, f.line_buffering, f.closed, f.readable(), f.writable(), f.seekable(), attempt(f.read))
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(p, newline=nl, encoding="utf-8") as f: print(repr(nl), f.readlines(), f.newlines)
with open(p, encoding="utf-8") as f: print(f.readline(), f.read(2), f.tell() > 0, f.seek(0), f.readline(3), list(f), attempt(f.write, "x"), attempt(f.seek, 1, 1), f.seek(0, 2))
with open(p, "rb") as f: print(type(f).__name__, f.read(3), f.peek(2)[:2], f.read1(4), f.readline(), f.tell(), f.seek(-3, 2), f.read(), f.raw.name == p, f.readinto(bytearray(2)), f.seek(0), f.readinto(b := bytearray(4)), b, f.readinto1(b), attempt(f.write, b""))
with open(p, "r+b") as f: print(type(f).__name__, f.read(2), f.write(b"XX"), f.seek(0), f.read(6), f.truncate(4), f.seek(0), f.read())
with open(p, "wb", buffering=0) as f: print(type(f).__name__, f.write(b"raw"), f.mode, f.closefd)
with open(p, "ab") as f: print(f.tell(), f.write(b"more"), f.flush(), f.tell())
with open(p, "xb") if False else open(p, "rb") as f: print(f.readall() if hasattr(f, "readall") else f.read())
for args in ((p, "x"), (p, "rw"), (p, "z"), (p, "rt+b"), (p, "rb", -1, "utf-8"), (p, "r", 0), (p, "w", 1, None, None, "x"), ("/nope/x",), (p, ""), (p, "r", -1, "nope"), (5.5,), ("",), ("a\0b",), (p, "rb", 1, None, "strict"), (p, "U")):
    print(args[1:], attempt(open, *args))
class Op:
    def __call__(self, path, flags): return os.open(path, flags)
with open(p, opener=Op()) as f: print(f.read())
with io.open(os.open(p, os.O_RDONLY), closefd=True) as f: print(f.read(), isinstance(f.name, int))
with io.open_code(p) as f: print(f.read())
print(io.text_encoding(None), io.text_encoding("x"), io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END)
b = BytesIO(b"hello\nworld")
print(b.read(2), b.getvalue(), b.readline(), b.readlines(), b.seek(0), b.getbuffer()[1], b.truncate(3), b.getvalue(), b.seek(5), b.write(b"x"), b.getvalue(), b.tell(), attempt(b.seek, -1), b.seek(-1, 2), b.read(), b.read1(), b.close(), attempt(b.read))
s = StringIO("a\nb\r\nc", newline=None)
print(s.read(), s.getvalue(), s.seek(0), s.readline(), s.write("ZZ"), s.getvalue(), s.truncate(2), s.getvalue(), s.tell(), s.newlines, attempt(s.write, b"x"), attempt(StringIO, 5), attempt(StringIO, "", "x"), StringIO("q\n", newline="\r\n").getvalue(), s.close(), attempt(s.getvalue))
r = BufferedReader(BytesIO(b"0123456789"), 4)
print(r.read(1), r.peek(), r.read1(2), r.read(3), r.tell(), r.seek(2), r.read(), r.raw.__class__.__name__, r.seekable(), attempt(BufferedReader, BytesIO(), 0), r.peek(3))
raw = BytesIO()
w = BufferedWriter(raw, 4)
print(w.write(b"ab"), raw.getvalue(), w.write(b"cdefg"), raw.getvalue(), w.flush(), raw.getvalue(), w.tell(), attempt(w.read), attempt(w.write, "s"), w.detach() is raw, attempt(w.write, b"x"))
rw = BufferedRWPair(BytesIO(b"read"), out := BytesIO())
print(rw.read(2), rw.write(b"w"), rw.flush(), out.getvalue(), rw.peek(1), rw.readable(), rw.writable(), rw.readinto(bytearray(1)))
rnd = BufferedRandom(BytesIO(b"abcdef"))
print(rnd.read(2), rnd.write(b"XY"), rnd.seek(0), rnd.read(), rnd.raw.getvalue())
t = TextIOWrapper(BytesIO("h\u00e9llo\nw".encode("latin-1")), encoding="latin-1", errors="strict", line_buffering=True)
print(t.read(2), t.encoding, t.line_buffering, t.write_through, t.buffer.__class__.__name__, t.readline(), t.errors, t.seek(0), t.read(), repr(t)[:40], attempt(t.reconfigure, encoding="ascii"), attempt(TextIOWrapper, BytesIO(), newline="x"), attempt(t.seek, 99, 5))
t = TextIOWrapper(BytesIO(b"\xff\xfe"), encoding="utf-8")
print(attempt(t.read), TextIOWrapper(BytesIO(b"\xff"), encoding="utf-8", errors="surrogateescape").read().encode("utf-8", "surrogateescape"), TextIOWrapper(BytesIO(b"\xff"), encoding="ascii", errors="ignore").read())
out = BytesIO(); t = TextIOWrapper(out, encoding="utf-16", newline="\r\n"); t.write("a\nb"); t.flush(); print(out.getvalue(), attempt(t.write, 5), t.detach() is out, attempt(t.read))
d = IncrementalNewlineDecoder(None, translate=True)
print(d.decode("a\r"), d.decode("\nb\r", final=True), d.newlines, d.reset(), d.getstate())
f = FileIO(p, "r+")
print(f.read(2), f.readall(), f.seek(0), f.write(b"Q"), f.tell(), f.fileno() > 2, f.isatty(), f.mode, f.readinto(bytearray(1)), f.truncate(), repr(f).replace(p, "P")[:30], f.close(), f.closed, attempt(f.read), attempt(FileIO, "/nope"), attempt(FileIO, -5), attempt(FileIO, p, "q"))
print(issubclass(UnsupportedOperation, (OSError)), issubclass(UnsupportedOperation, ValueError), io.BlockingIOError is BlockingIOError, [c.__name__ for c in io.TextIOWrapper.__mro__], isinstance(b, io.BufferedIOBase), isinstance(f, io.RawIOBase), isinstance(s, io.TextIOBase), isinstance(s, io.IOBase))
class R(io.RawIOBase):
    def __init__(self): self.n = 3
    def readable(self): return True
    def readinto(self, b):
        if not self.n: return 0
        self.n -= 1
        b[:2] = b"ab"
        return 2
print(R().read(), R().readall(), attempt(R().readline), BufferedReader(R()).read(), TextIOWrapper(BufferedReader(R())).read(), attempt(list, R()), attempt(R().write, b""), attempt(R().seek, 0), attempt(R().fileno), R().isatty())
class W(io.RawIOBase):
    def writable(self): return True
    def write(self, b): self.got = bytes(b); return len(b)
w = W(); tw = TextIOWrapper(BufferedWriter(w), write_through=True); tw.write("hey\n"); tw.flush(); print(w.got, tw.writelines(["a", "b"]))
print(isinstance(BytesIO(), io.Reader), isinstance(BytesIO(), io.Writer), isinstance(5, io.Reader))
with open(p, "w") as f: print("x", 1, sep="-", end="!", file=f, flush=True)
print(open(p).read(), attempt(print, "x", file=5), attempt(print, sep=5), attempt(print, end=b""), attempt(print, x=1))
with attempt and open(p) as f: pass
print(attempt(f.read), attempt(f.__enter__), repr(f).replace(p, "P"))
os.remove(p)
