# Time zones written in Python, arithmetic across them, subclasses, ordinals.
import copy
import random
from datetime import *

class Berlin(tzinfo):
    def _summer(self, dt):
        if dt is None:
            return False
        n = dt.replace(tzinfo=None, fold=0)
        def last_sunday(month):
            d = datetime(dt.year, month, 31 if month == 3 else 31)
            return d - timedelta(days=(d.weekday() + 1) % 7)
        start, end = last_sunday(3).replace(hour=2), last_sunday(10).replace(hour=3)
        if end - timedelta(hours=1) <= n < end:
            return not dt.fold
        return start <= n < end
    def utcoffset(self, dt):
        return timedelta(hours=2 if self._summer(dt) else 1)
    def dst(self, dt):
        return timedelta(hours=1 if self._summer(dt) else 0)
    def tzname(self, dt):
        return "CEST" if self._summer(dt) else "CET"
    def __repr__(self):
        return "Berlin()"

b = Berlin()
for dt in [datetime(2024, 1, 1, 12, tzinfo=b), datetime(2024, 7, 1, 12, tzinfo=b), datetime(2024, 10, 27, 2, 30, tzinfo=b), datetime(2024, 10, 27, 2, 30, tzinfo=b, fold=1), datetime(2024, 3, 31, 2, 30, tzinfo=b)]:
    u = dt.astimezone(timezone.utc)
    print(dt, dt.tzname(), dt.dst(), u, u.astimezone(b), dt.strftime("%z %Z %:z"), dt.timetuple().tm_isdst, dt.timestamp(), hash(dt) == hash(u), dt == u, dt.timetz(), dt.isoformat(timespec="minutes"), repr(dt))
x, y = datetime(2024, 10, 27, 2, 30, tzinfo=b), datetime(2024, 10, 27, 2, 30, tzinfo=b, fold=1)
print(x == y, x - y, y - x, x < y, x.astimezone(timezone.utc) < y.astimezone(timezone.utc), x - datetime(2024, 10, 27, tzinfo=timezone.utc))
for s in range(0, 5 * 3600, 1800):
    u = datetime(2024, 10, 26, 23, tzinfo=timezone.utc) + timedelta(seconds=s)
    print(u.astimezone(b), u.astimezone(b).fold)
t = time(12, tzinfo=b)
print(t, t.utcoffset(), t.tzname(), t.dst(), t == time(11, tzinfo=timezone.utc), t < time(13), sep="|") if False else print(t, t.utcoffset(), t.tzname(), t.dst(), t == time(11, tzinfo=timezone.utc))

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

class Bad(tzinfo):
    def __init__(self, r=None):
        self.r = r
    def utcoffset(self, dt):
        return self.r
    dst = tzname = utcoffset
d = datetime(2024, 1, 1)
tries(lambda: d.replace(tzinfo=Bad(1)).utcoffset(), lambda: d.replace(tzinfo=Bad(timedelta(1))).utcoffset(), lambda: d.replace(tzinfo=Bad("x")).dst(), lambda: d.replace(tzinfo=Bad(1)).tzname(), lambda: d.replace(tzinfo=Bad("x")).tzname(), lambda: str(d.replace(tzinfo=Bad(None))), lambda: d.replace(tzinfo=Bad(None)) == d, lambda: d.replace(tzinfo=Bad(None)).astimezone(Bad(None)), lambda: d.replace(tzinfo=tzinfo()).utcoffset(), lambda: d.replace(tzinfo=Bad(1)).isoformat(), lambda: str(time(tzinfo=Bad(timedelta(hours=25)))), lambda: time(tzinfo=Bad(timedelta(seconds=-5))).isoformat(), lambda: d.replace(tzinfo=Bad(timedelta(1))) < d.replace(tzinfo=timezone.utc), lambda: hash(d.replace(tzinfo=Bad(3))))
for o in [date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5, 6, timezone.utc, fold=1), time(1, 2, 3, 4, timezone(timedelta(hours=1), "X")), timedelta(1, 2, 3), timezone(timedelta(hours=1), "X"), timezone.utc]:
    c = copy.copy(o)
    e = copy.deepcopy(o)
    print(c == o, e == o, type(c) is type(o), repr(c) == repr(o), repr(e))
class DT(datetime):
    def __new__(cls, *args, **kw):
        self = super().__new__(cls, *args, **kw)
        self.extra = "x"
        return self
    def hello(self):
        return "hello " + self.isoformat()
n = DT(2024, 1, 1, 5) + timedelta(hours=2)
print(type(n).__name__, n.extra, n.hello(), isinstance(n, date), n.replace(hour=1).extra, DT.fromtimestamp(0, timezone.utc).hello(), DT.strptime("2024", "%Y").extra, (n - timedelta(1)).extra, n.astimezone(timezone.utc).extra)
class TZ(timedelta):
    pass
print(TZ(hours=5) + TZ(1), type(TZ(1) + TZ(1)).__name__, type(TZ(1) * 2).__name__)
rnd = random.Random(1)
for _ in range(300):
    k = rnd.randrange(1, 3652060)
    q = date.fromordinal(k)
    assert q.toordinal() == k
    y, w, wd = q.isocalendar()
    assert date.fromisocalendar(y, w, wd) == q, q
    assert q.isoweekday() == wd and date.fromisoformat(q.isoformat()) == q
    h = datetime(q.year, q.month, q.day, rnd.randrange(24), rnd.randrange(60), rnd.randrange(60), rnd.randrange(10**6))
    assert datetime.fromisoformat(h.isoformat()) == h
    assert datetime.strptime(h.strftime("%Y-%m-%dT%H:%M:%S.%f"), "%Y-%m-%dT%H:%M:%S.%f") == h
    if _ % 30 == 0:
        print(q, q.isocalendar(), h, h.strftime("%a %j %U %W %V %G %u %w"))
for _ in range(60):
    a = timedelta(rnd.randrange(-1000, 1000), rnd.randrange(86400), rnd.randrange(10**6))
    c = timedelta(rnd.randrange(-10, 10), rnd.randrange(86400), rnd.randrange(1, 10**6))
    f = rnd.uniform(-100, 100)
    i = rnd.randrange(1, 1000) * rnd.choice([-1, 1])
    print(a, c, a + c, a - c, a * f, a / f, a * i, a / i, a // i, a / c, a // c, a % c, divmod(a, c), abs(a), a.total_seconds(), a < c)
for kw in [dict(days=1.5), dict(days=-0.1), dict(hours=0.33333), dict(seconds=1e-7), dict(microseconds=2.5), dict(microseconds=-0.5), dict(weeks=1.1, days=2.2, hours=3.3, minutes=4.4, seconds=5.5, milliseconds=6.6, microseconds=7.7), dict(days=1e5, seconds=0.1), dict(seconds=0.1), dict(milliseconds=0.0005), dict(days=10**9, hours=-24 * 10**9)]:
    tries(lambda: timedelta(**kw))
print(date(2024, 1, 1) in {date(2024, 1, 1)}, sorted([datetime(2024, 5, 1), datetime(2023, 1, 1)]), max(date(1, 1, 1), date(2, 1, 1)), sum([timedelta(1)] * 3, timedelta()))
match datetime(2024, 1, 2):
    case datetime(year=2024, month=m):
        print(m)
