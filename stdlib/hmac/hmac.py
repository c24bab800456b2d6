# hmac: authentication codes on any hash of hashlib.

import hashlib as _hashlib

digest_size = None

_trans_5c = bytes(x ^ 0x5C for x in range(256))
_trans_36 = bytes(x ^ 0x36 for x in range(256))


def _constructor(digestmod):
    if isinstance(digestmod, str):
        return lambda d=b"": _hashlib.new(digestmod, d)
    return digestmod if callable(digestmod) else lambda d=b"": digestmod.new(d)


class HMAC:
    """A keyed hash; the interface is that of hashlib's objects."""

    blocksize = 64
    __slots__ = ("_outer", "_inner", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        new = _constructor(digestmod)
        self._outer = new()
        self._inner = new()
        self.digest_size = self._inner.digest_size
        if not self.digest_size:
            raise ValueError("no reason supplied")
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = new(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(key.translate(_trans_5c))
        self._inner.update(key.translate(_trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Feed msg."""
        self._inner.update(msg)

    def copy(self):
        """Return a copy that does not depend on this object."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _current(self):
        h = self._outer.copy()
        h.update(self._inner.digest())
        return h

    def digest(self):
        """Return the code of what was fed so far as bytes."""
        return self._current().digest()

    def hexdigest(self):
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    """Return a new HMAC object; digestmod is required."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """Return the code of msg at once."""
    return HMAC(key, msg, digest).digest()
