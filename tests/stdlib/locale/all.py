import locale
from locale import (CHAR_MAX, LC_ALL, LC_COLLATE, LC_CTYPE, LC_MESSAGES, LC_MONETARY, LC_NUMERIC, LC_TIME, atof, atoi, currency, format_string,
                    getlocale, normalize, setlocale, strcoll, strxfrm)


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC), locale.getlocale(), locale.localeconv())
show(setlocale, LC_ALL, "xx_YY")
show(setlocale, LC_ALL, "C.UTF-8")
show(getlocale)
show(setlocale, LC_NUMERIC, "C")
show(setlocale, LC_ALL, ("C", None))
show(setlocale, 99)
print(isinstance(locale.getpreferredencoding(False), str), isinstance(locale.getencoding(), str), issubclass(locale.Error, Exception))
print(strcoll("a", "b"), strcoll("b", "a"), strcoll("a", "a"), strxfrm("abc"), sorted(["b", "a", "C"], key=locale.strxfrm))
print(locale.str(1.5), atof("1.5"), atoi("12"), atof("3", int), locale.delocalize("1.5"), locale.localize("1.5"))
show(format_string, "%d items %s %5.2f %%", (3, "x", 1.234))
show(format_string, "%(a)d %(b)s", {"a": 1, "b": "c"})
show(format_string, "%10d|%-5d|%*d", (1, 2, 5, 3), grouping=True)
show(format_string, "%x", 255)
show(format_string, "%d", "x")
show(currency, 3)
locale._override_localeconv.update({"thousands_sep": ",", "grouping": [3, 0], "decimal_point": ".", "mon_thousands_sep": ",", "mon_grouping": [3, 0], "mon_decimal_point": ".", "frac_digits": 2,
                                    "currency_symbol": "$", "int_curr_symbol": "USD ", "int_frac_digits": 2, "n_cs_precedes": 1, "p_cs_precedes": 1, "n_sep_by_space": 0, "p_sep_by_space": 0,
                                    "n_sign_posn": 1, "p_sign_posn": 1, "negative_sign": "-", "positive_sign": ""})
for v in (0, 1234567.891, -1234.5, 999, 1000):
    print(format_string("%d", int(v), grouping=True), format_string("%.2f", v, grouping=True), format_string("%12d", int(v), True), currency(v), currency(v, grouping=True), currency(v, False), currency(v, True, True, True))
print(atof("1,234.5"), atoi("1,234"), locale.delocalize("1,234.50"), locale.localize("1234567.5", grouping=True), locale.str(1e10))
print(normalize("en_US.utf8"), normalize("C"), normalize("posix"), locale.nl_langinfo(locale.CODESET) in ("UTF-8", "ANSI_X3.4-1968"), locale.nl_langinfo(locale.RADIXCHAR))
print(LC_CTYPE, LC_COLLATE, LC_TIME, LC_MONETARY, LC_NUMERIC, LC_ALL, LC_MESSAGES, CHAR_MAX)
