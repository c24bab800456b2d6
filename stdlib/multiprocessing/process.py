# multiprocessing.process: processes, and what runs in a child.

import itertools
import os
import sys
import threading
from _weakrefset import WeakSet

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

ORIGINAL_DIR = os.path.abspath(os.getcwd())


def current_process():
    """Return process object representing the current process"""
    return _current_process


def active_children():
    """Return list of process objects corresponding to live child processes"""
    _cleanup()
    return list(_children)


def parent_process():
    """Return process object representing the parent process"""
    return _parent_process


def _cleanup():
    for p in list(_children):
        popen = p._popen
        if popen is None or popen.poll() is not None:
            _children.discard(p)


class Popen:
    """A child process: its number, the socket by which its end is seen."""

    def __init__(self, process):
        import _multiprocessing
        from multiprocessing import util
        util._flush_std_streams()
        state = {"argv": list(sys.argv), "path": list(sys.path), "recursion": sys.getrecursionlimit(),
                 "parent": (_current_process._name, os.getpid())}
        warnings = sys.modules.get("warnings")
        if warnings is not None:
            state["warnings"] = list(warnings.filters)
        data, self.known, fds = _multiprocessing.snapshot((process, state), process.__dict__.pop("_base", None))
        self.returncode = None
        self._lock = threading.Lock()
        self.pid, self.sentinel = util._with_descriptors(_multiprocessing.spawn, data, fds)
        self.owner = os.getpid()

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None and self.owner == os.getpid():
            if flag == 0:
                self.wait()
            elif self._lock.acquire(False):
                try:
                    self._reap(flag)
                finally:
                    self._lock.release()
        return self.returncode

    def _reap(self, flag):
        if self.returncode is not None:
            return
        try:
            pid, status = os.waitpid(self.pid, flag)
        except OSError:
            # somebody else has waited for it
            if flag == 0:
                self.returncode = 255
            return
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def wait(self, timeout=None):
        if self.returncode is None:
            import _multiprocessing
            if self.sentinel >= 0 and not _multiprocessing.poll((self.sentinel,), timeout):
                return None
            with self._lock:
                self._reap(0)
        return self.returncode

    def _signal(self, sig):
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        import signal
        self._signal(signal.SIGTERM)

    def kill(self):
        import signal
        self._signal(signal.SIGKILL)

    def interrupt(self):
        import signal
        self._signal(signal.SIGINT)

    def close(self):
        if self.sentinel >= 0:
            os.close(self.sentinel)
            self.sentinel = -1

    def __del__(self):
        if getattr(self, "owner", None) == os.getpid():  # missing if the start failed
            self.close()

    def _after_start(self):
        # In a child: a sibling's handle is of no use.
        self.sentinel = -1


class BaseProcess:
    """Process objects represent activity that is run in a separate process"""

    def _Popen(self):
        return Popen(self)

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        count = next(_process_counter)
        self._identity = _current_process._identity + (count,)
        self._config = _current_process._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(str(i) for i in self._identity)
        if daemon is not None:
            self.daemon = daemon
        _dangling.add(self)

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """Method to be run in sub-process; can be overridden in sub-class"""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start child process"""
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
        _cleanup()
        self._popen = self._Popen()
        self._sentinel = self._popen.sentinel
        del self._target, self._args, self._kwargs
        _children.add(self)

    def interrupt(self):
        """Interrupt process; sends SIGINT"""
        self._check_closed()
        self._popen.interrupt()

    def terminate(self):
        """Terminate process; sends SIGTERM signal"""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """Terminate process; sends SIGKILL signal"""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Wait until child process terminates"""
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Return whether process is alive"""
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Close the Process object."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        """Return whether process is a daemon"""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = bytes(authkey)

    @property
    def exitcode(self):
        """Return exit code of process or `None` if it has yet to stop"""
        self._check_closed()
        if self is _current_process or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        """Return identifier (PID) of process or `None` if it has yet to start"""
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that is ready when the process has ended."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != os.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "stopped" if exitcode is not None else "started"
        info = [type(self).__name__, "name=%r" % self._name]
        if self._popen is not None:
            info.append("pid=%s" % self._popen.pid)
        info.append("parent=%s" % self._parent_pid)
        info.append(status)
        if exitcode is not None:
            info.append("exitcode=%s" % _exitcode_name(exitcode))
        if self.daemon:
            info.append("daemon")
        return "<%s>" % " ".join(info)

    def _bootstrap(self):
        from multiprocessing import util
        global _current_process, _parent_process, _process_counter
        _process_counter = itertools.count(1)
        _children.clear()
        old = _current_process
        _current_process = self
        threading.current_thread().name = "MainThread"
        try:
            util.info("child process calling self.run()")
            self.run()
            exitcode = 0
        except SystemExit as e:
            if e.code is None:
                exitcode = 0
            elif isinstance(e.code, int):
                exitcode = e.code
            else:
                sys.stderr.write(str(e.code) + "\n")
                exitcode = 1
        except BaseException:
            exitcode = 1
            import traceback
            sys.stderr.write("Process %s:\n" % self.name)
            traceback.print_exc()
        finally:
            del old
            try:
                util._exit_function()
            finally:
                threading._shutdown()
                util.info("process exiting with exitcode %d" % exitcode)
                util._flush_std_streams()
        return exitcode & 0xff


def _exitcode_name(code):
    if code < 0:
        import signal
        try:
            return "-" + signal.Signals(-code).name
        except ValueError:
            pass
    return str(code)


def _run_child(root):
    """The main function of a child."""
    global _parent_process
    process, state = root
    sys.argv[:] = state["argv"]
    sys.path[:] = state["path"]
    sys.setrecursionlimit(state["recursion"])
    if "warnings" in state:
        import warnings
        if warnings.filters != state["warnings"]:
            warnings.filters[:] = state["warnings"]
            warnings._filters_mutated()
    sys.stdin = open(os.devnull)
    name, pid = state["parent"]
    _parent_process = _ParentProcess(name, pid)
    process._parent_pid = pid
    import atexit
    atexit._clear()
    code = process._bootstrap()
    atexit._run_exitfuncs()
    return code


class AuthenticationString(bytes):
    def __reduce__(self):
        raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {}

    def is_alive(self):
        return os.getppid() == self._pid

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        import time
        end = None if timeout is None else time.monotonic() + timeout
        while self.is_alive() and (end is None or time.monotonic() < end):
            time.sleep(0.01)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}

    def close(self):
        pass


_parent_process = None
_current_process = _MainProcess()
_process_counter = itertools.count(1)
_children = set()
_dangling = WeakSet()


def _at_exit():
    from multiprocessing import util
    util._exit_function()


import atexit
atexit.register(_at_exit)
del atexit
