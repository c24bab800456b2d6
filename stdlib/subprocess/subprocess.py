import io
import os
import select
import _signal
import sys
import threading
import time
import _posixsubprocess

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3


def _cleanup():
    """Children are waited for elsewhere: there is nothing to do."""


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A child ended with a status other than zero and check was asked for."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal
            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A child did not end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() returns."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = ["args={!r}".format(self.args), "returncode={!r}".format(self.returncode)]
        if self.stdout is not None:
            parts.append("stdout={!r}".format(self.stdout))
        if self.stderr is not None:
            parts.append("stderr={!r}".format(self.stderr))
        return "{}({})".format(type(self).__name__, ", ".join(parts))

    __class_getitem__ = classmethod(type(list[int]))

    def check_returncode(self):
        """Raise CalledProcessError if the exit status is not zero."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    """Join arguments to a command line by the rules of Microsoft's C runtime."""
    words = []
    for word in map(os.fsdecode, seq):
        quoted = not word or " " in word or "\t" in word
        out, slashes = [], 0
        for c in word:
            if c == "\\":
                slashes += 1
                continue
            if c == '"':
                out.append("\\" * (slashes * 2 + 1) + c)
            else:
                out.append("\\" * slashes + c)
            slashes = 0
        out.append("\\" * (slashes * 2 if quoted else slashes))
        text = "".join(out)
        words.append('"%s"' % text if quoted else text)
    return " ".join(words)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a command and return a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = PIPE
        kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a command, wait for it and return its exit status."""
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Run a command; a status other than zero raises CalledProcessError."""
    code = call(*popenargs, **kwargs)
    if code:
        cmd = kwargs.get("args")
        raise CalledProcessError(code, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a command and return its output."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Return (exit status, output) of a shell command."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        data = error.output
        code = error.returncode
    return code, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Return the output of a shell command."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


_active = []  # children that nobody waited for are reaped by the runtime


def _cleanup():
    """Reap children that nobody waited for."""


def _optim_args_from_interpreter_flags():
    """The option that gives a child this program's optimization."""
    return ["-" + "O" * sys.flags.optimize] if sys.flags.optimize else []


def _args_from_interpreter_flags():
    """The options that give a child this program's settings."""
    flags = sys.flags
    args = _optim_args_from_interpreter_flags()
    for name, option in (("debug", "d"), ("dont_write_bytecode", "B"), ("no_site", "S"), ("verbose", "v"),
                         ("bytes_warning", "b"), ("quiet", "q")):
        if getattr(flags, name) > 0:
            args.append("-" + option * getattr(flags, name))
    if flags.isolated:
        args.append("-I")
    else:
        args += [option for name, option in (("ignore_environment", "-E"), ("no_user_site", "-s"), ("safe_path", "-P"))
                 if getattr(flags, name)]
    implied = []
    if flags.bytes_warning:
        implied.append("error::BytesWarning" if flags.bytes_warning > 1 else "default::BytesWarning")
    if flags.dev_mode:
        implied.append("default")
    args += ["-W" + option for option in sys.warnoptions if option not in implied]
    if flags.dev_mode:
        args += ["-X", "dev"]
    for option, value in sorted(sys._xoptions.items()):
        if option != "dev":
            args += ["-X", option if value is True else f"{option}={value}"]
    return args


class Popen:
    """A child process."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        self.returncode = None
        self.pid = None
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self._waitpid_lock = threading.Lock()
        self._input = None
        self._output = {}
        self._communicating = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if preexec_fn is not None:
            raise NotImplementedError("preexec_fn is not supported: gopy processes do not fork")
        if pass_fds and not close_fds:
            close_fds = True
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.")
        self.text_mode = encoding or errors or text or universal_newlines
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        line_buffering = bool(self.text_mode) and bufsize == 1
        if line_buffering:
            bufsize = -1

        close_later = []
        ours = {}
        try:
            child = self._get_handles(stdin, stdout, stderr, ours, close_later)
            self._execute(args, executable, child, pass_fds, close_fds, shell, cwd, env, start_new_session,
                          -1 if process_group is None else process_group, _id(user, "user"), _id(group, "group"),
                          None if extra_groups is None else [_id(g, "group") for g in extra_groups], umask)
        except:
            for fd in ours.values():
                os.close(fd)
            raise
        finally:
            for fd in close_later:
                os.close(fd)
        for name, fd in ours.items():
            mode = "wb" if name == "stdin" else "rb"
            stream = io.open(fd, mode, bufsize)
            if self.text_mode:
                if name == "stdin":
                    stream = io.TextIOWrapper(stream, write_through=True, line_buffering=line_buffering, encoding=encoding, errors=errors)
                else:
                    stream = io.TextIOWrapper(stream, encoding=encoding, errors=errors)
            setattr(self, name, stream)

    def _get_handles(self, stdin, stdout, stderr, ours, close_later):
        """Return the three descriptors of the child; -1 means the parent's."""
        child = []
        for name, spec in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
            if spec is None:
                child.append(-1)
            elif isinstance(spec, int) and spec == PIPE:
                r, w = os.pipe()
                mine, theirs = (w, r) if name == "stdin" else (r, w)
                ours[name] = mine
                close_later.append(theirs)
                child.append(theirs)
            elif isinstance(spec, int) and spec == DEVNULL:
                fd = os.open(os.devnull, os.O_RDWR)
                close_later.append(fd)
                child.append(fd)
            elif name == "stderr" and isinstance(spec, int) and spec == STDOUT:
                child.append(child[1] if child[1] != -1 else 1)
            elif isinstance(spec, int):
                child.append(spec)
            else:
                child.append(spec.fileno())
        return child

    def _execute(self, args, executable, child, pass_fds, close_fds, shell, cwd, env, new_session, process_group, user, group, groups, umask):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            if not args:
                raise IndexError("list index out of range")
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        self.pid = _posixsubprocess.fork_exec(args, executable, cwd, env, *child, tuple(pass_fds), close_fds, new_session,
                                              process_group, user, group, groups, umask)

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        if len(text) > 80:
            text = text[:76] + "...>"
        return text

    __class_getitem__ = classmethod(type(list[int]))

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type is KeyboardInterrupt:
                try:
                    self.wait(timeout=0.25)
                except TimeoutExpired:
                    pass
                return
            self.wait()

    def _set_status(self, pid, status):
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def poll(self):
        """Return the exit code, or None while the child runs."""
        if self.returncode is None and self._waitpid_lock.acquire(False):
            try:
                if self.returncode is None:
                    try:
                        self._set_status(*os.waitpid(self.pid, os.WNOHANG))
                    except ChildProcessError:
                        self.returncode = 0
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the child to end and return its exit code."""
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    if self.returncode is not None:
                        break
                    try:
                        self._set_status(*os.waitpid(self.pid, 0))
                    except ChildProcessError:
                        self.returncode = 0
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    def send_signal(self, sig):
        """Send a signal to the child unless it has ended."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(_signal.SIGTERM)

    def kill(self):
        self.send_signal(_signal.SIGKILL)

    def communicate(self, input=None, timeout=None):
        """Send input, read all output, wait; return (stdout, stderr)."""
        if self._communicating and input:
            raise ValueError("Cannot send input after starting communication")
        streams = [s for s in (self.stdin, self.stdout, self.stderr) if s is not None]
        if timeout is None and not self._communicating and len(streams) <= 1:
            stdout = stderr = None
            if self.stdin:
                self._write_input(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        end = None if timeout is None else time.monotonic() + timeout
        try:
            return self._exchange(input, end, timeout)
        except TimeoutExpired as error:
            error.timeout = timeout
            raise

    def _write_input(self, input):
        try:
            if input:
                self.stdin.write(input)
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _exchange(self, input, end, timeout):
        if not self._communicating:
            self._communicating = True
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                if input is None:
                    input = b""
                elif self.text_mode:
                    input = input.encode(self.stdin.encoding, self.stdin.errors)
                self._input = memoryview(input)
                if not input:
                    self._close_stdin()
            for name in ("stdout", "stderr"):
                if getattr(self, name):
                    self._output[name] = []
        poller = select.poll()
        byfd = {}
        for name in ("stdin", "stdout", "stderr"):
            stream = getattr(self, name)
            if stream and not stream.closed:
                fd = stream.fileno()
                byfd[fd] = name
                poller.register(fd, select.POLLOUT if name == "stdin" else select.POLLIN | select.POLLPRI)
                if name == "stdin":
                    os.set_blocking(fd, False)
        while byfd:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    self._timed_out(timeout)
            for fd, event in poller.poll(None if left is None else left * 1000 + 1):
                name = byfd[fd]
                if name == "stdin":
                    done = self._feed(fd)
                else:
                    data = os.read(fd, 65536)
                    self._output[name].append(data)
                    done = not data
                if done:
                    poller.unregister(fd)
                    del byfd[fd]
                    getattr(self, name).close()
        self.wait(None if end is None else max(end - time.monotonic(), 0))
        return tuple(self._collect(name) for name in ("stdout", "stderr"))

    def _close_stdin(self):
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _feed(self, fd):
        """Write some input; return whether that was the end of it."""
        try:
            n = os.write(fd, self._input[:65536])
        except BlockingIOError:
            return False
        except BrokenPipeError:
            return True
        self._input = self._input[n:]
        return not self._input

    def _collect(self, name):
        if name not in self._output:
            return None
        data = b"".join(self._output[name])
        stream = getattr(self, name)
        if self.text_mode:
            data = data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
        return data

    def _timed_out(self, timeout):
        parts = [b"".join(self._output[n]) if self._output.get(n) else None for n in ("stdout", "stderr")]
        raise TimeoutExpired(self.args, timeout, output=parts[0], stderr=parts[1])


def _id(value, what):
    """Return the number of a user or group given by name or number."""
    if value is None:
        return None
    if isinstance(value, str):
        if what == "user":
            import pwd
            return pwd.getpwnam(value).pw_uid
        import grp
        return grp.getgrnam(value).gr_gid
    if not isinstance(value, int):
        raise TypeError(f"{what.title()} must be a string or an integer, not {type(value)}")
    if value < 0:
        raise ValueError(f"{what.title()} ID cannot be negative, got {value}")
    return value


def __getattr__(name):
    if name == "_PopenSelector":  # what waits for pipes elsewhere; tests replace it
        import selectors
        return getattr(selectors, "PollSelector", selectors.SelectSelector)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
