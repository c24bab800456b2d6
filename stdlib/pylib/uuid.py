# uuid: universally unique identifiers (RFC 9562).

import os
import time
from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility", "reserved for future definition"]

int_ = int
bytes_ = bytes


class SafeUUID(Enum):
    safe = 0
    unsafe = -1
    unknown = None


def _stamp(value, version):
    """Set the bits of variant and version."""
    return value & ~(0xF000 << 64 | 0xC000 << 48) | 0x8000 << 48 | version << 76


def _swap(b):
    """Turn the first three fields around, between the two byte orders."""
    return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]


_field_bits = (32, 16, 16, 8, 8, 48)


class UUID:
    """An identifier of 128 bits.

    It is made of one of: hex, a string of 32 digits with or without braces,
    hyphens and URN prefix; bytes, 16 of them; bytes_le, 16 with the first three
    fields in little-endian order; fields, the six of them; int. version sets
    the bits of variant and version.
    """

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = int_(digits, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            assert isinstance(bytes_le, bytes_), repr(bytes_le)
            int = int_.from_bytes(_swap(bytes_le))
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            assert isinstance(bytes, bytes_), repr(bytes)
            int = int_.from_bytes(bytes)
        elif fields is not None:
            if len(fields) != 6:
                raise ValueError("fields is not a 6-tuple")
            int = 0
            for i, (field, bits) in enumerate(zip(fields, _field_bits), 1):
                if not 0 <= field < 1 << bits:
                    raise ValueError(f"field {i} out of range (need a{'n' if bits == 8 else ''} {bits}-bit value)")
                int = int << bits | field
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            int = _stamp(int, version)
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        d = {"int": self.int}
        if self.is_safe != SafeUUID.unknown:
            d["is_safe"] = self.is_safe.value
        return d

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state.get("is_safe")))

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        x = self.hex
        return f"{x[:8]}-{x[8:12]}-{x[12:16]}-{x[16:20]}-{x[20:]}"

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        return _swap(self.bytes)

    @property
    def fields(self):
        return self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        last = self.time_hi_version & 0x0FFF
        if self.version == 6:
            return self.time_low << 28 | self.time_mid << 12 | last
        if self.version == 7:
            return self.int >> 80
        return last << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return self.int >> 48 & 0x3FFF

    @property
    def node(self):
        return self.int & 0xFFFF_FFFF_FFFF

    @property
    def hex(self):
        return self.bytes.hex()

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        bits = self.clock_seq_hi_variant
        if not bits & 0x80:
            return RESERVED_NCS
        if not bits & 0x40:
            return RFC_4122
        return RESERVED_FUTURE if bits & 0x20 else RESERVED_MICROSOFT

    @property
    def version(self):
        """The version, meaningful for RFC 4122 identifiers only."""
        if self.variant == RFC_4122:
            return self.int >> 76 & 0xF


_node = None


def _interface_node():
    """Return the address of a network interface, None if there is none."""
    base = "/sys/class/net"
    try:
        names = sorted(os.listdir(base))
    except OSError:
        return None
    for name in names:
        try:
            with open(f"{base}/{name}/address") as f:
                node = int(f.read().strip().replace(":", ""), 16)
        except (OSError, ValueError):
            continue
        if 0 < node < 1 << 48 and not node >> 40 & 2:
            return node
    return None


def getnode():
    """Return the hardware address as an int, or a random number marked as such."""
    global _node
    if _node is None:
        _node = _interface_node() or int.from_bytes(os.urandom(6)) | 1 << 40
    return _node


_gregorian = 0x01B21DD213814000  # the epoch in units of 100 ns since 1582-10-15
_last = {}


def _ticks(version):
    """Return the time in units of 100 ns, never the same one twice."""
    now = time.time_ns() // 100 + _gregorian
    last = _last.get(version)
    if last is not None and now <= last:
        now = last + 1
    _last[version] = now
    return now


def _clock_seq(clock_seq):
    if clock_seq is None:
        import random

        return random.getrandbits(14)
    return clock_seq & 0x3FFF


def uuid1(node=None, clock_seq=None):
    """Make an identifier of the time, a sequence number and a host."""
    now = _ticks(1)
    value = (now & 0xFFFF_FFFF) << 96 | (now >> 32 & 0xFFFF) << 80 | (now >> 48 & 0x0FFF) << 64 | _clock_seq(clock_seq) << 48
    node = getnode() if node is None else node
    if not 0 <= node < 1 << 48:
        raise ValueError("field 6 out of range (need a 48-bit value)")
    return UUID(int=value | node, version=1)


def _hashed(namespace, name, hash, version):
    import hashlib

    if isinstance(name, str):
        name = name.encode()
    digest = getattr(hashlib, hash)(namespace.bytes + name, usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=version)


def uuid3(namespace, name):
    """Make an identifier of the MD5 hash of a namespace and a name."""
    return _hashed(namespace, name, "md5", 3)


def uuid4():
    """Make a random identifier."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """Make an identifier of the SHA-1 hash of a namespace and a name."""
    return _hashed(namespace, name, "sha1", 5)


def uuid6(node=None, clock_seq=None):
    """Make an identifier as uuid1 does, in an order that sorts by time."""
    now = _ticks(6)
    node = (getnode() if node is None else node) & 0xFFFF_FFFF_FFFF
    return UUID(int=(now >> 12 & 0xFFFF_FFFF_FFFF) << 80 | (now & 0x0FFF) << 64 | _clock_seq(clock_seq) << 48 | node, version=6)


_last_ms = -1
_counter = 0


def uuid7():
    """Make an identifier of the time in milliseconds and random bits; those of
    one process are in order."""
    global _last_ms, _counter
    now = time.time_ns() // 1_000_000
    if now <= _last_ms:
        now = _last_ms
        _counter += 1
        if _counter >= 1 << 42:
            now += 1
    if now > _last_ms:
        _counter = int.from_bytes(os.urandom(6)) & 0x1FF_FFFF_FFFF
    _last_ms = now
    tail = int.from_bytes(os.urandom(4))
    return UUID(int=(now & 0xFFFF_FFFF_FFFF) << 80 | _counter >> 30 << 64 | (_counter & 0x3FFF_FFFF) << 32 | tail, version=7)


def uuid8(a=None, b=None, c=None):
    """Make an identifier of three numbers of 48, 12 and 62 bits."""
    if None in (a, b, c):
        import random

        a = random.getrandbits(48) if a is None else a
        b = random.getrandbits(12) if b is None else b
        c = random.getrandbits(62) if c is None else c
    return UUID(int=(a & 0xFFFF_FFFF_FFFF) << 80 | (b & 0xFFF) << 64 | c & 0x3FFF_FFFF_FFFF_FFFF, version=8)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
NIL = UUID("00000000-0000-0000-0000-000000000000")
MAX = UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")
