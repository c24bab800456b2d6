import gzip
import io
import os
import random
import shutil
import tempfile
import zlib


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(zlib.adler32(b""), zlib.adler32(b"hello"), zlib.adler32(b"lo", zlib.adler32(b"hel")), zlib.adler32(b"x" * 100000), zlib.adler32(b"a", 0), zlib.adler32(b"a", 2**32 + 5))
print(zlib.crc32(b""), zlib.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.crc32(b"x" * 100000), zlib.crc32(b"a", -1))
show(zlib.crc32, "text")
show(zlib.adler32, b"a", "x")
random.seed(1)
datas = [b"", b"a", b"hello world" * 1000, bytes(random.randrange(256) for _ in range(20000)), bytes(range(256)) * 300]
for d in datas:
    for level in (-1, 0, 1, 6, 9):
        for wbits in (15, -15, 31, 9, -9, 25):
            c = zlib.compress(d, level, wbits)
            assert zlib.decompress(c, wbits) == d
            if abs(wbits) != 15 and wbits > 0:
                assert zlib.decompress(c, 47) == d
    print(len(d), len(zlib.compress(d)) < len(d) + 30)
# data made by zlib itself
ref = bytes.fromhex("789ccb48cdc9c95728cf2fca49010024600437") if 0 else bytes.fromhex("789ccb48cdc9c95728cf2fca49010" + "01a0b045d")
print(zlib.decompress(ref), zlib.decompress(ref[2:-4], -15))
show(zlib.decompress, b"")
show(zlib.decompress, b"notzlib")
show(zlib.decompress, ref[:-1])
show(zlib.decompress, ref[:5])
show(zlib.decompress, ref[:-1] + b"x")
show(zlib.decompress, ref, 31)
show(zlib.decompress, b"\x78\x9c\x07\x00")
show(zlib.decompress, ref, bufsize=-1)
show(zlib.decompress, "text")
show(zlib.compress, b"x", 10)
show(zlib.compress, "x")
show(zlib.compressobj, 10)
show(zlib.compressobj, wbits=3)
show(zlib.compressobj, method=9)
show(zlib.decompressobj, 3)
show(zlib.decompressobj, zdict=3)
print(zlib.decompress(zlib.compress(b"q") + b"extra") == b"q" if 0 else "")

# objects
c = zlib.compressobj()
out = c.compress(b"part one ") + c.compress(b"part two") + c.flush()
print(zlib.decompress(out))
show(c.flush)
show(c.compress, b"x")
c = zlib.compressobj(wbits=-15)
out = c.compress(b"sync") + c.flush(zlib.Z_SYNC_FLUSH)
d = zlib.decompressobj(-15)
print(d.decompress(out), d.eof, d.unused_data, d.unconsumed_tail)
out = c.compress(b" full") + c.flush(zlib.Z_FULL_FLUSH)
print(d.decompress(out), d.eof, c.flush(zlib.Z_NO_FLUSH))
print(d.decompress(c.flush() + b"behind"), d.eof, d.unused_data, d.decompress(b"more"), d.unused_data, d.flush())
big = b"0123456789" * 5000
comp = zlib.compress(big)
d = zlib.decompressobj()
got = b"".join(d.decompress(comp[i:i + 1]) for i in range(len(comp)))
print(got == big, d.eof)
d = zlib.decompressobj()
got = d.decompress(comp, 100)
print(len(got), d.eof)
while not d.eof:
    piece = d.decompress(d.unconsumed_tail, 7000)
    assert len(piece) <= 7000
    got += piece
print(got == big, d.unconsumed_tail, d.unused_data)
d = zlib.decompressobj()
d.decompress(comp, 10)
print(len(d.flush()) == len(big) - 10, d.eof)
show(d.flush, 0)
show(zlib.decompressobj().decompress, b"", -1)
zd = b"common words in a dictionary"
c = zlib.compressobj(zdict=zd)
out = c.compress(b"common words again") + c.flush()
print(zlib.decompressobj(zdict=zd).decompress(out))
show(zlib.decompressobj().decompress, out)
show(zlib.decompressobj(zdict=b"wrong").decompress, out)
d = zlib.decompressobj()
print(d.decompress(b""), d.eof, type(c).__name__, type(d).__name__)
show(zlib.decompressobj().decompress, b"garbage!")
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.DEF_BUF_SIZE, zlib.Z_BEST_COMPRESSION, zlib.Z_FINISH, zlib.error.__mro__)

# gzip
for d in datas:
    g = gzip.compress(d)
    assert gzip.decompress(g) == d and g[:4] == b"\x1f\x8b\x08\0" and g[4:8] == b"\0\0\0\0", g[:10]
print(gzip.compress(b"x")[:10], gzip.compress(b"x", 1, mtime=5)[4:10], gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0"), gzip.decompress(b""))
good = gzip.compress(b"some data")
show(gzip.decompress, b"xx")
show(gzip.decompress, b"not gzip data")
show(gzip.decompress, good[:-9])
show(gzip.decompress, good[:5])
show(gzip.decompress, good[:-8] + b"\0\0\0\0" + good[-4:])
show(gzip.decompress, good[:-4] + b"\0\0\0\0")
show(gzip.decompress, good + b"trailing")
tmp = tempfile.mkdtemp()
p = os.path.join(tmp, "file.gz")
with gzip.open(p, "wt", encoding="utf-8") as f:
    f.write("line one\nzwei é\n")
with gzip.open(p, "rt", encoding="utf-8") as f:
    print(f.read(), end="")
with gzip.open(p, "ab") as f:
    print(f.write(b"appended\n"), f.tell(), f.writable(), f.readable(), f.mode)
with gzip.open(p) as f:
    print(f.readline(), f.read(3), f.tell(), f.seek(2), f.read(4), f.peek(1)[:1], list(f), f.read(), f.seekable(), f.readable(), f.writable(), f.mode, f.name == p, f.mtime > 0)
    f.rewind()
    print(f.readlines()[-1], f.seek(-3, 2), f.read(), f.read1(5))
    show(f.write, b"x")
print(f.closed)
show(f.read)
buf = io.BytesIO()
with gzip.GzipFile("name.txt.gz", "wb", 5, buf, mtime=123) as f:
    f.write(b"abc")
    f.flush()
    f.seek(6)
    f.write(memoryview(b"def"))
    show(f.seek, 0)
    show(f.read)
    show(f.rewind)
raw = buf.getvalue()
print(raw[:4], raw[4:8], raw[10:19], gzip.decompress(raw))
f = gzip.GzipFile(fileobj=io.BytesIO(raw))
print(f.read(2), f.mtime, bytearray(f.read(1)), f.readinto(b := bytearray(3)), b, f.read())
show(gzip.open, p, "zz")
show(gzip.open, p, "tb")
show(gzip.open, 3)
show(gzip.open, p, "rb", encoding="x")
show(gzip.GzipFile, p, "rt")
show(gzip.open, os.path.join(tmp, "none"[:0] or "nonexistent")) if 0 else None
print(gzip.BadGzipFile.__mro__[1], gzip.__all__)
big = os.urandom(300000)
with gzip.open(p, "wb") as f:
    for i in range(0, len(big), 1000):
        f.write(big[i:i + 1000])
with gzip.open(p) as f:
    print(f.read() == big, f.seek(150000), f.read(10) == big[150000:150010])
shutil.rmtree(tmp)
