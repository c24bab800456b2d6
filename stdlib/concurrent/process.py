# concurrent.futures.process: the pool of processes.

import itertools
import multiprocessing
import os
import threading
import weakref
from concurrent.futures import _base
from functools import partial
from multiprocessing import _team

_teams = weakref.WeakSet()
_global_shutdown = False
_ABRUPT = "A process in the process pool was terminated abruptly while the future was running or pending."
_UNUSABLE = "A child process terminated abruptly, the process pool is not usable anymore"


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    teams = list(_teams)
    for team in teams:
        team.close()
    for team in teams:
        if team.thread is not None:
            team.thread.join()


threading._register_atexit(_python_exit)


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        import traceback
        tb = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % tb

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


def _wrap(e):
    return _ExceptionWithTraceback(e, e.__traceback__)


def _unsendable(e, result):
    return _ExceptionWithTraceback(e, e.__traceback__)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _initialize(initializer, initargs):
    try:
        initializer(*initargs)
    except BaseException:
        logger = _logger()
        if logger is not None:
            logger.critical("Exception in initializer:", exc_info=True)
        else:
            import traceback
            traceback.print_exc()
        raise SystemExit(0)


def _logger():
    try:
        import logging
    except ImportError:
        return None
    return logging.getLogger("concurrent.futures")


class BrokenProcessPool(_base.BrokenExecutor):
    """
    Raised when a process in a ProcessPoolExecutor terminated abruptly
    while a future was in the running state.
    """


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.func = fn
        self.args = args
        self.kwds = kwargs

    def begin(self):
        return self if self.future.set_running_or_notify_cancel() else None

    def finish(self, ok, value):
        if ok:
            self.future.set_result(value)
        else:
            self.future.set_exception(value)

    def abandon(self, reason):
        exc = BrokenProcessPool(_ABRUPT)
        try:
            self.future.set_exception(exc)
        except _base.InvalidStateError:
            pass


class ProcessPoolExecutor(_base.Executor):
    """An executor that runs calls in a pool of processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            self._max_workers = os.process_cpu_count() or 1
        else:
            if max_workers <= 0:
                raise ValueError("max_workers must be greater than 0")
            self._max_workers = max_workers
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._mp_context = mp_context or multiprocessing.get_context()
        self._initializer = initializer
        self._initargs = initargs
        self._max_tasks = max_tasks_per_child
        self._shutdown_lock = threading.Lock()
        self._shutdown_thread = False
        self._broken = False
        self._team = None

    def _start(self, fn):
        """Takes the snapshot that all workers start from."""
        import _multiprocessing
        init, initargs = None, ()
        if self._initializer is not None:
            init, initargs = _initialize, (self._initializer, self._initargs)
        team = _team.Team(self._mp_context.Process, self._max_workers, init, initargs, self._max_tasks, _wrap, _unsendable,
                          BaseException, False, "ExecutorManagerThread")
        team.base = _multiprocessing.base((fn, self._initializer))
        ref = weakref.ref(self, lambda _, close=team.close: close())

        def on_death(worker, task):
            team.broken = _UNUSABLE
            executor = ref()
            if executor is not None:
                executor._broken = _UNUSABLE
                executor._shutdown_thread = True
            if task is not None:
                with team.lock:
                    team.tasks.append(task)

        team.on_death = on_death
        team.executor = ref
        self._team = team
        _teams.add(team)
        team.start()

    @property
    def _processes(self):
        if self._team is None:
            return None
        return {w.process.pid: w.process for w in self._team.workers}

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _global_shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            if self._team is None:
                self._start(fn)
            f = _base.Future()
            team = self._team
            with team.lock:
                if team.closing:
                    raise BrokenProcessPool(team.broken or _UNUSABLE)
                team.tasks.append(_WorkItem(f, fn, args, kwargs))
                team.wake()
            return f

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(partial(_process_chunk, fn), itertools.batched(zip(*iterables), chunksize),
                              timeout=timeout, buffersize=buffersize)
        return _chain(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown_thread = True
            team = self._team
        if team is None:
            return
        if cancel_futures:
            with team.lock:
                tasks = list(team.tasks)
                team.tasks.clear()
            for t in tasks:
                t.future.cancel()
                t.future.set_running_or_notify_cancel()
        team.close()
        if wait:
            team.thread.join()

    def _force(self, operation):
        team = self._team
        processes = [] if team is None else [w.process for w in team.workers]
        self.shutdown(wait=False, cancel_futures=True)
        for p in processes:
            try:
                if not p.is_alive():
                    continue
            except ValueError:
                continue
            getattr(p, operation)()

    def terminate_workers(self):
        """Attempts to terminate the executor's workers using the terminate method."""
        return self._force("terminate")

    def kill_workers(self):
        """Attempts to kill the executor's workers using the kill method."""
        return self._force("kill")


ProcessPoolExecutor.shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _chain(lists):
    for items in lists:
        items.reverse()
        while items:
            yield items.pop()
