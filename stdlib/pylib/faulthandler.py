# faulthandler: print where the threads are (library reference, "faulthandler").
#
# Faults of the processor do not reach a program that gopy runs, so enable()
# has nothing to install; what prints tracebacks works.

import sys

_state = {"enabled": "faulthandler" in sys._xoptions or sys.flags.dev_mode, "later": None}
_registered = {}
_MAX_FRAMES = 100


def _fd(file):
    """The file descriptor that file means."""
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("unable to get sys.stderr")
    if isinstance(file, int):
        if isinstance(file, bool):
            import warnings
            warnings.warn("bool is used as a file descriptor", RuntimeWarning, stacklevel=3)
        if file < 0:
            raise ValueError("file is not a valid file descriptor")
        return int(file)
    fd = file.fileno()
    if not isinstance(fd, int):
        raise RuntimeError("file.fileno() is not a valid file descriptor")
    if fd < 0:
        raise RuntimeError("file.fileno() is not a valid file descriptor")
    try:
        file.flush()
    except Exception:
        pass
    return fd


def _text(value):
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in value)


def _stack(frame, out):
    n = 0
    while frame is not None:
        if n == _MAX_FRAMES:
            out.append("  ...")
            return
        code = frame.f_code
        out.append(f'  File "{_text(code.co_filename)}", line {frame.f_lineno} in {_text(code.co_name)}')
        frame = frame.f_back
        n += 1


def _report(frame, all_threads, current):
    """The text about the thread that runs frame, and about the others."""
    if not all_threads:
        out = ["Stack (most recent call first):"]
        _stack(frame, out)
        return "\n".join(out) + "\n"
    out = []
    for ident, other in sys._current_frames().items():
        if ident != current:
            out.append(f"Thread 0x{ident:016x} (most recent call first):")
            _stack(other, out)
            out.append("")
    if frame is not None:
        out.append(f"Current thread 0x{current:016x} (most recent call first):")
        _stack(frame, out)
    elif out:
        out.pop()
    return "\n".join(out) + "\n"


def _write(fd, text):
    import os
    os.write(fd, text.encode("ascii", "backslashreplace"))


def enable(file=None, all_threads=True, c_stack=True):
    """Accept that faults are to be reported; the interpreter reports its own anyway."""
    _fd(file)
    _state["enabled"] = True


def disable():
    """Undo enable(); the result says whether it was enabled."""
    was = _state["enabled"]
    _state["enabled"] = False
    return was


def is_enabled():
    """Whether enable() was called."""
    return _state["enabled"]


def dump_traceback(file=None, all_threads=True):
    """Print where the threads are, or the calling one alone."""
    import _thread
    fd = _fd(file)
    _write(fd, _report(sys._getframe(1), all_threads, _thread.get_ident()))


def dump_c_stack(file=None):
    """gopy has no C stack."""
    _write(_fd(file), "Current thread's C stack trace (most recent call first):\n  <no C stack>\n")


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Print where the threads are after timeout seconds, unless cancelled."""
    import _thread
    import datetime
    if not isinstance(timeout, (int, float)):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer or float")
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    fd = _fd(file)
    cancel_dump_traceback_later()
    head = f"Timeout ({datetime.timedelta(seconds=timeout)})!\n"
    stop = _thread.allocate_lock()
    stop.acquire()

    def watch():
        while not stop.acquire(timeout=timeout):
            me = _thread.get_ident()
            _write(fd, head + _report(None, True, me))
            if exit:
                import os
                os._exit(1)
            if not repeat:
                return

    _state["later"] = stop
    _thread.start_new_thread(watch, ())


def cancel_dump_traceback_later():
    """Undo dump_traceback_later()."""
    stop = _state["later"]
    if stop is not None:
        _state["later"] = None
        stop.release()


def register(signum, file=None, all_threads=True, chain=False):
    """Print where the threads are when a signal comes; chain calls the handler that it had."""
    import _thread
    import signal
    fd = _fd(file)
    if signum in (signal.SIGSEGV, signal.SIGABRT, signal.SIGFPE, signal.SIGILL, signal.SIGBUS):
        raise RuntimeError(f"signal {signum} cannot be registered, use enable() instead")
    if not 1 <= signum < signal.NSIG:
        raise ValueError("signal number out of range")

    def handler(number, frame):
        _write(fd, _report(frame, all_threads, _thread.get_ident()))
        if chain and callable(previous):
            previous(number, frame)

    old = _registered.get(signum)
    previous = old if signum in _registered else signal.getsignal(signum)
    signal.signal(signum, handler)
    _registered[signum] = previous


def unregister(signum):
    """Undo register(); the result says whether the signal was registered."""
    import signal
    if not 1 <= signum < signal.NSIG:
        raise ValueError("signal number out of range")
    if signum not in _registered:
        return False
    previous = _registered.pop(signum)
    signal.signal(signum, signal.SIG_DFL if previous is None else previous)
    return True
