# decimal: signals, and contexts as Python sees them. The arithmetic is Go.

import numbers as _numbers
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

__version__ = "1.70"
__libmpdec_version__ = "2.5.1"


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Clamped(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
_numbers.Number.register(Decimal)

_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_bit = {signal: 1 << i for i, signal in enumerate(_signals)}


class SignalDict(_MutableMapping):
    """The flags or traps of a context."""

    __slots__ = ("_context", "_traps")

    def __init__(self, context, traps):
        self._context = context
        self._traps = traps

    def _bits(self):
        return self._context._bits(self._traps)

    def _find(self, key):
        try:
            return _bit[key]
        except (KeyError, TypeError):
            raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                           "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]") from None

    def __getitem__(self, key):
        return bool(self._bits() & self._find(key))

    def __setitem__(self, key, value):
        bit = self._find(key)
        bits = self._bits()
        self._context._set_bits(self._traps, bits | bit if value else bits & ~bit)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_signals)

    def __len__(self):
        return len(_signals)

    def __repr__(self):
        return "{" + ", ".join([f"{signal}:{self[signal]}" for signal in _signals]) + "}"

    def __eq__(self, other):
        return dict(self) == dict(other) if isinstance(other, (SignalDict, dict)) else NotImplemented

    def copy(self):
        return dict(self)


_setup(_signals + (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext), SignalDict, DecimalTuple, Context())
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])._mark()
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])._mark()
DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                         traps=[DivisionByZero, Overflow, InvalidOperation])._mark()
_setup(_signals + (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext), SignalDict, DecimalTuple, DefaultContext)


def IEEEContext(bits, /):
    """Return the context of an IEEE interchange format of that many bits."""
    if not 0 < bits <= IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError("argument must be a multiple of 32, with a maximum of 512")
    emax = 3 * (1 << bits // 16 + 3)
    return Context(prec=9 * (bits // 32) - 2, rounding=ROUND_HALF_EVEN, Emin=1 - emax, Emax=emax, capitals=1, clamp=1, flags=[], traps=[])


class ContextManager:
    """Sets a context for a with block."""

    def __init__(self, context, changes):
        self._new = context.copy()
        for name, value in changes.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that runs its block in a copy of ctx, the
    current context by default, with the given attributes changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    for name in kwargs:
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    return ContextManager(ctx, {name: value for name, value in kwargs.items() if value is not None})
