# gzip: files in the format of gzip.

import io
import os
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = "rb", "wb"

_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
READ_BUFFER_SIZE = 128 * 1024


class BadGzipFile(OSError):
    """A file is not in the format of gzip."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip file by its name or over another file."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    gz_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        binary = GzipFile(filename, gz_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        binary = GzipFile(None, gz_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(binary, io.text_encoding(encoding), errors, newline)
    return binary


class _Reader(io.RawIOBase):
    """Decompresses the members of a file, one after the other."""

    def __init__(self, fp):
        self._fp = fp
        self._pending = b""     # read but not decompressed
        self._decomp = None
        self._members = 0
        self._eof = False
        self._pos = 0
        self._size = -1
        self.mtime = None

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def tell(self):
        return self._pos

    def _more(self):
        data = self._fp.read(READ_BUFFER_SIZE)
        self._pending += data
        return bool(data)

    def _begin(self):
        """Start the next member; False if there is none."""
        if self._members:
            while True:     # zeros may stand between members
                self._pending = self._pending.lstrip(b"\0")
                if self._pending or not self._more():
                    break
        while len(self._pending) < 10 and self._more():
            pass
        if not self._pending:
            return False
        head = self._pending
        if head[:2] != b"\x1f\x8b":
            raise BadGzipFile("Not a gzipped file (%r)" % head[:2])
        if len(head) < 10:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        if head[2] != 8:
            raise BadGzipFile("Unknown compression method")
        self.mtime = int.from_bytes(head[4:8], "little")
        self._decomp = zlib.decompressobj(31)
        self._members += 1
        return True

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as byte_view:
            data = self.read(len(byte_view))
            byte_view[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size:
            return b""
        while not self._eof:
            if self._decomp is None and not self._begin():
                self._eof = True
                self._size = self._pos
                break
            try:
                data = self._decomp.decompress(self._pending, size)
            except zlib.error as e:
                text = str(e)
                if "incorrect data check" in text:
                    raise BadGzipFile("CRC check failed") from None
                if "incorrect length check" in text:
                    raise BadGzipFile("Incorrect length of data produced") from None
                raise
            self._pending = self._decomp.unconsumed_tail
            if self._decomp.eof:
                self._pending = self._decomp.unused_data
                self._decomp = None
            elif not data and not self._more():
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            if data:
                self._pos += len(data)
                return data
        return b""

    def readall(self):
        parts = []
        while data := self.read(READ_BUFFER_SIZE):
            parts.append(data)
        return b"".join(parts)

    def rewind(self):
        self._fp.seek(0)
        self._pending, self._decomp, self._members, self._eof, self._pos = b"", None, 0, False, 0

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self.read(READ_BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._pos:
            self.rewind()
        while self._pos < offset and self.read(min(READ_BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos


class GzipFile(io.BufferedIOBase):
    """A file that is compressed when it is written and decompressed when it is read."""

    myfileobj = None    # the file that was opened here

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        self.mode = None
        self.fileobj = None
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            import builtins
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        self.name = filename
        self.fileobj = fileobj
        if mode.startswith("r"):
            self.mode = READ
            self._raw = _Reader(fileobj)
            self._buffer = io.BufferedReader(self._raw, READ_BUFFER_SIZE)
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self._write_mtime = mtime
            self.crc = 0
            self.size = 0
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._write_gzip_header(compresslevel)
        else:
            if self.myfileobj is not None:
                self.myfileobj.close()
            raise ValueError("Invalid mode: {!r}".format(mode))

    @property
    def mtime(self):
        """The time in the header that was read last."""
        return self._raw.mtime

    def __repr__(self):
        s = repr(self.fileobj)
        return "<gzip " + s[1:-1] + " " + hex(id(self)) + ">"

    def _write_gzip_header(self, compresslevel):
        name = os.path.basename(self.name)
        try:
            name = (name if isinstance(name, bytes) else name.encode("latin-1")).removesuffix(b".gz")
        except UnicodeEncodeError:
            name = b""
        mtime = int(time.time() if self._write_mtime is None else self._write_mtime)
        xfl = {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(compresslevel, 0)
        self.fileobj.write(b"\x1f\x8b\x08" + bytes([FNAME if name else 0]) + mtime.to_bytes(4, "little")
                           + bytes([xfl, 255]) + (name + b"\0" if name else b""))

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def write(self, data):
        self._check_not_closed()
        if self.mode != WRITE:
            from errno import EBADF
            raise OSError(EBADF, "write() on read-only GzipFile object")
        if self.fileobj is None:
            raise ValueError("write() on closed GzipFile object")
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).tobytes()
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
        return len(data)

    def _check_reading(self, name):
        self._check_not_closed()
        if self.mode != READ:
            from errno import EBADF
            raise OSError(EBADF, f"{name}() on write-only GzipFile object")

    def read(self, size=-1):
        self._check_reading("read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_reading("read1")
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._check_reading("readinto")
        return self._buffer.readinto(b)

    def peek(self, n):
        self._check_reading("peek")
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush())
                fileobj.write(self.crc.to_bytes(4, "little") + (self.size & 0xffffffff).to_bytes(4, "little"))
            elif self.mode == READ:
                self._buffer.close()
        finally:
            self.fileobj = None
            myfileobj, self.myfileobj = self.myfileobj, None
            if myfileobj:
                myfileobj.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        return self.fileobj.fileno()

    def rewind(self):
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        return self.size if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == READ:
            self._check_not_closed()
            return self._buffer.seek(offset, whence)
        if whence != io.SEEK_SET:
            if whence != io.SEEK_CUR:
                raise ValueError("Seek from end not supported")
            offset += self.size
        if offset < self.size:
            raise OSError("Negative seek in write mode")
        zeros = offset - self.size
        while zeros > 0:
            n = min(zeros, 1 << 16)
            self.write(b"\0" * n)
            zeros -= n
        return self.size


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=0):
    """Compress data at once."""
    gzip_data = bytearray(zlib.compress(data, level=compresslevel, wbits=31))
    if mtime is None:
        mtime = time.time()
    gzip_data[4:8] = int(mtime).to_bytes(4, "little")
    gzip_data[9] = 255
    return bytes(gzip_data)


def decompress(data):
    """Decompress data at once, all members of it."""
    return _Reader(io.BytesIO(data)).readall()
