import calendar
import time

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

print(calendar.month(2024, 2))
print(calendar.calendar(2023))
print(calendar.TextCalendar(6).formatyear(2024, m=4, w=3, l=2, c=3))
calendar.prmonth(1, 1)
calendar.prcal(9998, m=6)
print(calendar.monthrange(2024, 2), calendar.monthrange(0, 1), calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1900, 2025), calendar.weekday(2024, 2, 29), calendar.weekday(12345, 1, 1), calendar.monthcalendar(2024, 9))
print(list(calendar.day_name), calendar.day_abbr[1:3], list(calendar.month_name), calendar.month_abbr[-1], len(calendar.month_abbr), calendar.month_name[0] == "")
print(calendar.Month.MAY, calendar.MAY, repr(calendar.SUNDAY), calendar.Day(3), list(calendar.Day)[:2], calendar.JANUARY + 1)
c = calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdates(2024, 2))[:3], list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[-4:], list(c.itermonthdays3(2024, 1))[:3], list(c.itermonthdays4(2024, 12))[-5:], c.monthdatescalendar(2024, 2)[0][0], c.monthdays2calendar(2024, 2)[0], c.yeardayscalendar(2024, 5)[2], len(c.yeardatescalendar(2024)), len(c.yeardays2calendar(2024, 4)))
print(calendar.timegm(time.gmtime(1700000000)), calendar.timegm((1969, 12, 31, 23, 59, 59)), calendar.weekheader(3), calendar.weekheader(10), calendar.firstweekday())
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2024, 5))
calendar.setfirstweekday(0)
tries(lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.month(2024, 0), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.month_name[13], lambda: calendar.nothing, lambda: calendar.IllegalMonthError.__mro__[1:3], lambda: calendar.formatstring(["a", "b"], 5, 2))
