# The limit on digits in conversions between int and str.
import sys

print(sys.get_int_max_str_digits())
for n in (100, -1, 639, "a"):
    try:
        sys.set_int_max_str_digits(n)
    except Exception as e:
        print(type(e).__name__, e)
sys.set_int_max_str_digits(640)
for f in (lambda: str(10 ** 640), lambda: int("1" * 641), lambda: len(str(10 ** 639)), lambda: "%d" % 10 ** 640 if False else "%d" % (10 ** 640), lambda: f"{10 ** 640:,}", lambda: len(hex(10 ** 640)), lambda: repr(-10 ** 640)):
    try:
        print(f())
    except ValueError as e:
        print(e)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)), int("9" * 5000) == 10 ** 5000 - 1)
