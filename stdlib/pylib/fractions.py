# fractions: rational numbers.

__all__ = ["Fraction"]

import math
import numbers
import operator
import sys

_modulus = sys.hash_info.modulus
_patterns = {}


def _pattern(kind):
    """Return a compiled pattern: of a number as text, or of a format."""
    if kind not in _patterns:
        import re

        number = r"\d+(?:_\d+)*"
        layout = r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)"
        text = {
            "number": rf"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|{number})"
                      rf"(?:(?:\s*/\s*(?P<denom>{number}))?|(?:\.(?P<decimal>\d*|{number}))?(?:E(?P<exp>[-+]?{number}))?)\s*",
            "general": layout + r"(?P<alt>\#)?(?P<width>0|[1-9][0-9]*)?(?P<sep>[,_])?",
            "float": layout + r"(?P<poszero>z)?(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<sep>[,_])?"
                              r"(?:\.(?=[,_0-9])(?P<precision>[0-9]+)?(?P<fracsep>[,_])?)?(?P<type>[eEfFgG%])",
        }[kind]
        _patterns[kind] = re.compile(text, re.IGNORECASE if kind == "number" else re.DOTALL)
    return _patterns[kind].fullmatch


def _round_to(n, d, exponent):
    """Return n/d in units of 10**exponent, rounded to even."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return q


def _round_to_figures(n, d, figures):
    """Return a number of the given count of digits and its exponent."""
    if n == 0:
        return 0, 1 - figures
    text_n, text_d = str(abs(n)), str(d)
    exponent = len(text_n) - len(text_d) + (text_d <= text_n) - figures
    digits = abs(_round_to(n, d, exponent))
    if len(str(digits)) > figures:
        digits //= 10
        exponent += 1
    return digits, exponent


def _pad(match, sign, body):
    """Fill a number up to the width of a format."""
    padding = (match["fill"] or " ") * (int(match["width"] or 0) - len(sign) - len(body))
    match match["align"] or ">":
        case ">":
            return padding + sign + body
        case "<":
            return sign + body + padding
        case "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _group(digits, sep):
    first = 1 + (len(digits) - 1) % 3
    return digits[:first] + "".join([sep + digits[i:i + 3] for i in range(first, len(digits), 3)])


def _operators(exact, inexact, complex_too=True):
    """Make an operator and its reflection from one for Fractions and one for floats."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float) or complex_too and isinstance(b, complex):
            return inexact(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        if complex_too and isinstance(a, numbers.Complex):
            return inexact(complex(a), float(b))
        return NotImplemented

    name = inexact.__name__
    forward.__name__, reverse.__name__ = f"__{name}__", f"__r{name}__"
    return forward, reverse


class Fraction(numbers.Rational):
    """A rational number, in lowest terms.

    It is made of two rational numbers, or of one number or text: '3/2',
    '-1.5e3', a float, a Decimal.
    """

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                numerator, denominator = cls._parse(numerator)
            elif type(numerator) is int:
                return cls._make(numerator, 1)
            elif isinstance(numerator, numbers.Rational):
                return cls._make(numerator.numerator, numerator.denominator)
            elif _has_ratio(numerator):
                n, d = numerator.as_integer_ratio()
                return cls._make(n, d)
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
        elif not type(numerator) is int is type(denominator):
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        return cls._reduced(numerator, denominator)

    @staticmethod
    def _parse(text):
        m = _pattern("number")(text)
        if m is None:
            raise ValueError(f"Invalid literal for Fraction: {text!r}")
        numerator = int(m["num"] or "0")
        denominator = int(m["denom"] or "1")
        if decimal := (m["decimal"] or "").replace("_", ""):
            denominator = 10 ** len(decimal)
            numerator = numerator * denominator + int(decimal)
        if m["exp"]:
            exp = int(m["exp"])
            if exp >= 0:
                numerator *= 10 ** exp
            else:
                denominator *= 10 ** -exp
        return -numerator if m["sign"] == "-" else numerator, denominator

    @classmethod
    def _make(cls, numerator, denominator, /):
        """Make a Fraction of numbers in lowest terms."""
        self = super(Fraction, cls).__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def _reduced(cls, numerator, denominator, /):
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        return cls._make(numerator // g, denominator // g)

    @classmethod
    def from_number(cls, number):
        """Convert a finite real number exactly."""
        if type(number) is int:
            return cls._make(number, 1)
        if isinstance(number, numbers.Rational):
            return cls._make(number.numerator, number.denominator)
        if _has_ratio(number):
            n, d = number.as_integer_ratio()
            return cls._make(n, d)
        raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        """Convert a finite float exactly."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Convert a finite Decimal exactly."""
        from decimal import Decimal

        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._make(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Return the closest Fraction whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, and the last semiconvergent.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while q0 + (a := n // d) * q1 <= max_denominator:
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._make(p1, q1)
        return Fraction._make(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        if m := _pattern("general")(format_spec):
            sep = m["sep"] or ""
            body = f"{abs(self._numerator):{sep}}"
            if self._denominator > 1 or m["alt"]:
                body += f"/{self._denominator:{sep}}"
            return _pad(m, "-" if self._numerator < 0 else m["sign"].replace("-", ""), body)
        m = _pattern("float")(format_spec)
        if m and (m["align"] is None or m["zeropad"] is None):
            return self._format_float(m)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def _format_float(self, m):
        n, d = self._numerator, self._denominator
        kind = m["type"]
        precision = int(m["precision"] or "6")
        general = kind in "gG"
        suffix = ""
        if kind in "fF%":
            digits = _round_to(n, d, -precision - 2 * (kind == "%"))
            negative = digits < 0 if m["poszero"] else n < 0
            digits = abs(digits)
            point = precision
            if kind == "%":
                suffix = "%"
        else:
            figures = max(precision, 1) if general else precision + 1
            digits, exponent = _round_to_figures(n, d, figures)
            negative = n < 0
            point = -exponent
            if not general or exponent > 0 or exponent + figures <= -4:
                point = figures - 1
                suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}"
        text = f"{digits:0{point + 1}d}"
        whole, frac = text[:len(text) - point], text[len(text) - point:]
        if general and not m["alt"]:
            frac = frac.rstrip("0")
        dot = "." if frac or m["alt"] else ""
        if m["fracsep"]:
            frac = m["fracsep"].join([frac[i:i + 3] for i in range(0, len(frac), 3)])
        tail = dot + frac + suffix
        sign = "-" if negative else m["sign"].replace("-", "")
        if m["zeropad"] or m["align"] == "=" and m["fill"] == "0":
            room = int(m["width"] or 0) - len(sign) - len(tail)
            whole = whole.zfill(3 * room // 4 + 1 if m["sep"] else room)
        if m["sep"]:
            whole = _group(whole, m["sep"])
        return _pad(m, sign, whole + tail)

    def _add(a, b):
        return _sum(a._numerator, a._denominator, b._numerator, b._denominator)

    def _sub(a, b):
        return _sum(a._numerator, a._denominator, -b._numerator, b._denominator)

    def _mul(a, b):
        return _product(a._numerator, a._denominator, b._numerator, b._denominator)

    def _div(a, b):
        n, d = b._numerator, b._denominator
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d}, 0)")
        if n < 0:
            n, d = -n, -d
        return _product(a._numerator, a._denominator, d, n)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _divmod(a, b):
        da, db = a._denominator, b._denominator
        q, r = divmod(a._numerator * db, da * b._numerator)
        return q, Fraction(r, da * db)

    def _mod(a, b):
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv, False)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod, False)
    __mod__, __rmod__ = _operators(_mod, operator.mod, False)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, (float, complex)):
            return float(a) ** b
        if not isinstance(b, numbers.Rational):
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        n, d, power = a._numerator, a._denominator, b.numerator
        if power < 0:
            power = -power
            n, d = d, n
            if d == 0:
                raise ZeroDivisionError(f"Fraction({n ** power}, 0)")
            if d < 0:
                n, d = -n, -d
        return Fraction._make(n ** power, d ** power)

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    def __trunc__(a):
        n, d = a._numerator, a._denominator
        return -(-n // d) if n < 0 else n // d

    def __int__(a):
        return operator.index(a.__trunc__())

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """Round to even, to an int if ndigits is not given."""
        if ndigits is None:
            return _round_to(self._numerator, self._denominator, 0)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # As float's and int's: the numerator times the inverse of the
        # denominator, modulo a prime.
        try:
            inverse = pow(self._denominator, -1, _modulus)
        except ValueError:
            result = sys.hash_info.inf
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == a.from_float(b) if math.isfinite(b) else 0.0 == b
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(self, self.from_float(other)) if math.isfinite(other) else op(0.0, other)
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _has_ratio(number):
    return isinstance(number, float) or not isinstance(number, type) and hasattr(number, "as_integer_ratio")


def _sum(na, da, nb, db):
    """Add two fractions in lowest terms (Knuth, volume 2, 4.5.1)."""
    g = math.gcd(da, db)
    if g == 1:
        return Fraction._make(na * db + da * nb, da * db)
    s = da // g
    t = na * (db // g) + nb * s
    g = math.gcd(t, g)
    return Fraction._make(t // g, s * (db // g))


def _product(na, da, nb, db):
    """Multiply two fractions in lowest terms."""
    g, h = math.gcd(na, db), math.gcd(nb, da)
    return Fraction._make((na // g) * (nb // h), (da // h) * (db // g))
