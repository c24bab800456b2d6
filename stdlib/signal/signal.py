import _signal
from _signal import *
from enum import IntEnum as _IntEnum

_globals = globals()
Signals = _IntEnum("Signals", {n: v for n, v in vars(_signal).items()
                               if n.isupper() and n.startswith("SIG") and not n.startswith("SIG_")}, module=__name__)
Handlers = _IntEnum("Handlers", {n: getattr(_signal, n) for n in ("SIG_DFL", "SIG_IGN")}, module=__name__)
Sigmasks = _IntEnum("Sigmasks", {n: getattr(_signal, n) for n in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")}, module=__name__)
for _kind in (Signals, Handlers, Sigmasks):
    _globals.update(_kind.__members__)
del _kind


def _to_enum(value, kind):
    if not isinstance(value, int):
        return value
    try:
        return kind(value)
    except ValueError:
        return value


def _to_int(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Set the action for a signal and return the one before."""
    return _to_enum(_signal.signal(_to_int(signalnum), _to_int(handler) if isinstance(handler, int) else handler), Handlers)


def getsignal(signalnum):
    """Return the current action for a signal."""
    return _to_enum(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Fetch or change the mask of signals held back."""
    return {_to_enum(x, Signals) for x in _signal.pthread_sigmask(how, mask)}


def sigpending():
    return {_to_enum(x, Signals) for x in _signal.sigpending()}


def sigwait(sigset):
    return _to_enum(_signal.sigwait(sigset), Signals)


def valid_signals():
    return {_to_enum(x, Signals) for x in _signal.valid_signals()}
