# getpass: passwords that are not shown, and the name of the user.

import io
import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """A password is shown while it is typed."""


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    """Ask for a password at the terminal without showing it."""
    if echo_char is not None and not (isinstance(echo_char, str) and len(echo_char) == 1 and echo_char.isascii()
                                      and echo_char.isprintable()):
        raise ValueError("'echo_char' must be a single printable ASCII character, "
                         f"got: {echo_char!r}" if isinstance(echo_char, str) else "'echo_char' must be a str")
    import termios
    try:
        fd = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
        tty = io.TextIOWrapper(io.FileIO(fd, "w+"))
        input, stream = tty, stream or tty
    except OSError:
        try:
            fd = sys.stdin.fileno()
        except (AttributeError, ValueError):
            return fallback_getpass(prompt, stream)
        input, stream = sys.stdin, stream or sys.stderr
    try:
        old = termios.tcgetattr(fd)
    except termios.error:
        return fallback_getpass(prompt, stream)
    new = old[:]
    new[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(fd, termios.TCSAFLUSH, new)
        password = _raw_input(prompt, stream, input)
    finally:
        termios.tcsetattr(fd, termios.TCSAFLUSH, old)
        stream.flush()
    stream.write("\n")
    return password


def fallback_getpass(prompt="Password: ", stream=None, *, echo_char=None):
    import warnings
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    if not stream:
        stream = sys.stderr
    print("Warning: Password input may be echoed.", file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt="", stream=None, input=None):
    stream = stream or sys.stderr
    input = input or sys.stdin
    prompt = str(prompt)
    if prompt:
        try:
            stream.write(prompt)
        except UnicodeEncodeError:
            prompt = prompt.encode(stream.encoding, "replace").decode(stream.encoding)
            stream.write(prompt)
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The name of the user."""
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        user = os.environ.get(name)
        if user:
            return user
    try:
        import pwd
        return pwd.getpwuid(os.getuid())[0]
    except (ImportError, KeyError) as e:
        raise OSError("No username set in the environment") from e
