import copy
import uuid
from uuid import UUID

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

s = "12345678-1234-5678-9234-567812345678"
u = UUID(s)
print(u, repr(u), u.int, u.hex, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time, u.clock_seq, u.node, u.is_safe, int(u), hash(u) == hash(u.int))
print(UUID("{" + s + "}") == u, UUID("urn:uuid:" + s) == u, UUID(s.replace("-", "")) == u, UUID(bytes=u.bytes) == u, UUID(bytes_le=u.bytes_le) == u, UUID(fields=u.fields) == u, UUID(int=u.int) == u, UUID(s.upper()) == u)
for v in range(1, 9):
    w = UUID(int=2**128 - 1, version=v)
    print(w, w.version, w.variant, w.time)
for h in "0 4 8 b c d e f".split():
    w = UUID("00000000-0000-1000-" + h + "000-000000000000")
    print(w.variant, w.version)
tries(lambda: UUID(), lambda: UUID("x"), lambda: UUID("g" * 32), lambda: UUID(s, int=1), lambda: UUID(bytes=b"a"), lambda: UUID(bytes_le=b"a"), lambda: UUID(fields=(1,)), lambda: UUID(fields=(1 << 32, 0, 0, 0, 0, 0)), lambda: UUID(fields=(0, 1 << 16, 0, 0, 0, 0)), lambda: UUID(fields=(0, 0, -1, 0, 0, 0)), lambda: UUID(fields=(0, 0, 0, 256, 0, 0)), lambda: UUID(fields=(0, 0, 0, 0, 256, 0)), lambda: UUID(fields=(0, 0, 0, 0, 0, 1 << 48)), lambda: UUID(int=-1), lambda: UUID(int=1 << 128), lambda: UUID(int=0, version=9), lambda: setattr(u, "int", 1), lambda: u < 1, lambda: u == 1, lambda: u < uuid.MAX, lambda: u >= uuid.NIL, lambda: UUID(1))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, b"x"), uuid.uuid8(1, 2, 3), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500)
for f in (uuid.uuid1, uuid.uuid4, uuid.uuid6, uuid.uuid7, uuid.uuid8):
    a, b = f(), f()
    print(f.__name__, a != b, a.version, a.variant, len(str(a)))
print(uuid.uuid1(5, 3).node, uuid.uuid1(5, 3).clock_seq, uuid.uuid6(5, 3).node, uuid.uuid6(5, 3).clock_seq, uuid.uuid6() < uuid.uuid6(), all(x < y for x, y in zip(*[iter([uuid.uuid7() for _ in range(100)])] * 2)), 0 < uuid.getnode() < 1 << 48)
print(copy.copy(u) == u, copy.deepcopy(u) == u, uuid.SafeUUID.safe, sorted([uuid.MAX, uuid.NIL, u]) == [uuid.NIL, u, uuid.MAX], u in {u}, UUID(s, is_safe=uuid.SafeUUID.safe).is_safe)
