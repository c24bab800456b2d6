# Objects of these modules survive pickling and copying.
import copy
import pickle
import re
import struct
import uuid
from datetime import date, datetime, time, timedelta, timezone
from decimal import Context, Decimal
from fractions import Fraction
from statistics import NormalDist

for o in [date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 2, tzinfo=timezone.utc), time(1, 2, 3, 4), time(1, tzinfo=timezone(timedelta(hours=2), "X")), timedelta(1, 2, 3), timezone.utc, timezone(timedelta(minutes=-5)), Decimal("1.50"), Decimal("-Infinity"), Fraction(3, 4), NormalDist(1, 2), uuid.UUID(int=5), re.compile("a(b)", re.I), re.compile(b"x")]:
    for proto in range(2, 6):
        p = pickle.loads(pickle.dumps(o, proto))
        assert p == o and type(p) is type(o) and repr(p) == repr(o), (o, p)
    print(repr(o), copy.deepcopy(o) == o, pickle.dumps(o, 2))
c = Context(prec=5, traps=[])
print(pickle.loads(pickle.dumps(c)), re.error("x", "abc", 1).args)
try:
    pickle.dumps(re.match("a", "a"))
except TypeError as e:
    print(e)
