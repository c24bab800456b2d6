# hashlib: the names and what reads files. The hashes are Go.

_always = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
           "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")

algorithms_guaranteed = set(_always)
algorithms_available = algorithms_guaranteed | {"sha512_224", "sha512_256"}

__all__ = _always + ("new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def new(name, *args, **kwargs):
    """Return a new object of the hash called name, fed with data if given."""
    if name in ("blake2b", "blake2s"):
        return globals()[name](*args, **kwargs)
    return _new(name, *args, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """Digest what is left of a binary file with the named hash, or with what
    calling digest returns."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        digestobj.update(fileobj.getbuffer())
        return digestobj
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buf = bytearray(_bufsize)
    view = memoryview(buf)
    while True:
        size = fileobj.readinto(buf)
        if size is None:
            raise BlockingIOError("I/O operation would block.")
        if not size:
            return digestobj
        digestobj.update(view[:size])
