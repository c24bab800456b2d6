# numbers: abstract base classes of numbers (PEP 3141).

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _abstract(*names):
    """Put abstract methods without own doc into the class body that calls."""
    import sys
    body = sys._getframe(1).f_locals
    for name in names:
        body[name] = _method(name, body["__qualname__"])


def _method(name, qualname):
    binary = name.strip("_") in ("add", "radd", "mul", "rmul", "truediv", "rtruediv", "rpow", "eq", "floordiv",
                                 "rfloordiv", "mod", "rmod", "lt", "le", "lshift", "rlshift", "rshift", "rrshift",
                                 "and", "rand", "xor", "rxor", "or", "ror")
    if binary:
        def method(self, other):
            raise NotImplementedError
    else:
        def method(self):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = f"{qualname}.{name}"
    return abstractmethod(method)


class Number(metaclass=ABCMeta):
    """Base of all numbers."""
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """Numbers with a real and an imaginary part."""
    __slots__ = ()
    _abstract("__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__", "__truediv__",
              "__rtruediv__", "__rpow__", "__abs__", "conjugate", "__eq__")

    @abstractmethod
    def __pow__(self, exponent):
        raise NotImplementedError

    def __bool__(self):
        """self != 0"""
        return self != 0

    @property
    @abstractmethod
    def real(self):
        """The real part."""
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        """The imaginary part."""
        raise NotImplementedError

    def __sub__(self, other):
        """self - other"""
        return self + -other

    def __rsub__(self, other):
        """other - self"""
        return -self + other


class Real(Complex):
    """Numbers that can be ordered."""
    __slots__ = ()
    _abstract("__float__", "__trunc__", "__floor__", "__ceil__", "__floordiv__", "__rfloordiv__", "__mod__",
              "__rmod__", "__lt__", "__le__")

    @abstractmethod
    def __round__(self, ndigits=None):
        """self rounded to ndigits digits"""
        raise NotImplementedError

    def __divmod__(self, other):
        """(self // other, self % other)"""
        return self // other, self % other

    def __rdivmod__(self, other):
        """(other // self, other % self)"""
        return other // self, other % self

    def __complex__(self):
        """complex(self)"""
        return complex(float(self))

    @property
    def real(self):
        """The number itself."""
        return +self

    @property
    def imag(self):
        """Zero."""
        return 0

    def conjugate(self):
        """The number itself."""
        return +self


class Rational(Real):
    """Fractions."""
    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        """float(self)"""
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers."""
    __slots__ = ()
    _abstract("__int__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__",
              "__rxor__", "__or__", "__ror__", "__invert__")

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        """int(self)"""
        return int(self)

    def __float__(self):
        """float(self)"""
        return float(int(self))

    @property
    def numerator(self):
        """The number itself."""
        return +self

    @property
    def denominator(self):
        """One."""
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
