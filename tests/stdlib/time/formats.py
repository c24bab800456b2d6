import os
import time
os.environ["TZ"] = "EST5EDT"
time.tzset()
print(time.gmtime(0)); print(time.strftime("%Y-%m-%d %H:%M:%S %j %U %W %V %G %a %A %b %B %p %I %y %c %x %X %% %Z %z %e|%-d", time.gmtime(1e9)))
for s,f in [("2024-02-29 12:34:56","%Y-%m-%d %H:%M:%S"),("Mon Jan  5 2015","%a %b %d %Y"),("12/31/99 11 PM","%m/%d/%y %I %p"),("2024 60","%Y %j"),("2024-W05-3","%G-W%V-%u"),("x","%Y"),("2024-02-30","%Y-%m-%d"),("2024 extra","%Y"),("10:20 +0530","%H:%M %z"),("1","%Q"),("2023 5 2","%Y %W %w"),("12 am","%I %p")]:
    try: print(time.strptime(s,f), time.strptime(s,f).tm_gmtoff)
    except ValueError as e: print(e)
print(time.asctime((2020,1,2,3,4,5,6,7,0)), time.mktime((2020,1,1,0,0,0,0,0,-1)), time.ctime(0))
print(time.localtime(0).tm_zone, time.tzname, time.timezone, time.daylight)
print(time.get_clock_info("monotonic"))
try: time.strftime("%Y",(2020,13,1,0,0,0,0,1,0))
except ValueError as e: print(e)
print(time.localtime(1720000000), time.mktime((2024,7,3,5,46,40,0,0,-1)), time.mktime((2024,7,3,5,46,40,0,0,0)), time.strftime("%Z %z", time.localtime(1720000000)))
