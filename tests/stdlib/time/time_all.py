import time
for n in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    a = getattr(time, n)()
    b = getattr(time, n + "_ns")()
    i = time.get_clock_info(n)
    print(n, type(a).__name__, type(b).__name__, 0 <= b / 1e9 - a < 5, i.monotonic, i.adjustable, i.resolution < 0.1)
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 10 ** 18, 0 < time.clock_getres(time.CLOCK_MONOTONIC) < 1)
try:
    time.get_clock_info("x")
except ValueError as e:
    print(e)
try:
    time.clock_gettime(9999)
except OSError as e:
    print(e)
import os
os.environ["TZ"] = "UTC"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight)
g = time.gmtime(1700000000.5)
print(g, tuple(g), g.tm_year, g[0], g.tm_zone, g.tm_gmtoff, time.struct_time(range(9)), time.struct_time((1,) * 11).tm_zone)
print(time.mktime(g), time.asctime(g), time.ctime(0), time.localtime(0) == time.gmtime(0))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %U %w %W %% %Z %z %c %x %X %D %e %F %T %R %n %t|", g))
print(time.strptime("2023-11-14 22:13:20", "%Y-%m-%d %H:%M:%S"), time.strptime("14 Nov 23", "%d %b %y").tm_yday)
for args in (("x", "%Y"), ("2023", "%Q"), ("2023 1", "%Y")):
    try:
        print(time.strptime(*args))
    except ValueError as e:
        print(e)
for f in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.gmtime(1e20), lambda: time.mktime((1, 2)), lambda: time.asctime((2000, 13, 1, 0, 0, 0, 0, 0, 0)), lambda: time.strftime("%Y", (2000, 0, 99, 0, 0, 0, 0, 0, 0)), lambda: time.struct_time((1,)), lambda: time.sleep(float("nan"))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(time.sleep(0), time.sleep(0.001))
t = time.perf_counter()
time.sleep(0.05)
print(time.perf_counter() - t >= 0.05)
os.environ["TZ"] = "Europe/Berlin"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(1700000000), time.localtime(1690000000).tm_isdst, time.mktime((2023, 7, 1, 12, 0, 0, 0, 0, -1)))
