# multiprocessing.pool: pools of processes and of threads.

import collections
import itertools
import os
import threading
from multiprocessing import get_context, TimeoutError
from multiprocessing import util
from multiprocessing.context import ProcessError

__all__ = ["Pool", "ThreadPool"]

INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"
job_counter = itertools.count()


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc, tb):
        import traceback
        tb = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.tb = '\n"""\n%s"""' % tb

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """Wraps possible unpickleable errors, so they can be safely sent through the socket."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self)


def _wrap(e):
    return ExceptionWithTraceback(e, e.__traceback__)


def _unsendable(e, result):
    value = result[1]
    if isinstance(value, ExceptionWithTraceback):
        value = value.exc
    return MaybeEncodingError(e, value)


class _Task:
    """One call, for one of the results below."""

    def __init__(self, result, index, func, args, kwds):
        self.result = result
        self.index = index
        self.func = func
        self.args = args
        self.kwds = kwds

    def begin(self):
        return self

    def finish(self, ok, value):
        self.result._set(self.index, (ok, value))

    def abandon(self, reason):
        if reason is not None:
            self.finish(False, ProcessError(reason))


class _Stream:
    """Tasks that are made when there is a worker for them."""

    def __init__(self, pool, result, tasks):
        self.pool = pool
        self.result = result
        self.tasks = tasks
        self.count = 0

    def begin(self):
        try:
            func, args = next(self.tasks)
        except StopIteration:
            self.result._set_length(self.count)
            return None
        except Exception as e:
            self.result._set(self.count, (False, e))
            self.result._set_length(self.count + 1)
            return None
        task = _Task(self.result, self.count, func, args, {})
        self.count += 1
        self.pool._again(self)
        return task

    def abandon(self, reason):
        pass


class Pool:
    """Class which supports an async version of applying functions to arguments."""

    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._state = INIT
        self._ctx = context or get_context()
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._start(processes, initializer, initargs, maxtasksperchild)
        self._state = RUN

    def _start(self, processes, initializer, initargs, maxtasks):
        from multiprocessing import _team
        team = _team.Team(_naming(self._ctx.Process), processes, initializer, initargs, maxtasks, _wrap, _unsendable, Exception, True, "PoolDispatcher")
        team.keep = True
        team.deaths = 0

        def on_death(worker, task):
            if task is not None:
                team.deaths = 0
                code = worker.process.exitcode
                task.finish(False, ProcessError("a worker process ended while it ran this task (exit code %s)" % code))
                return
            team.deaths += 1
            if team.deaths > 3 * processes:
                team.broken = "the workers of this pool end before they get a task"

        team.on_death = on_death
        self._team = team
        for _ in range(processes):
            team.add_worker()
        team.start()
        self._terminate = util.Finalize(self, Pool._terminate_team, args=(team,), exitpriority=15)

    @property
    def _pool(self):
        return [w.process for w in self._team.workers]

    def __del__(self):
        if self._state == RUN:
            import warnings
            warnings.warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={self._processes}>"

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def _put(self, task):
        self._team.put(task)

    def _again(self, stream):
        team = self._team
        with team.lock:
            team.tasks.append(stream)

    def apply(self, func, args=(), kwds={}):
        """Equivalent of `func(*args, **kwds)`."""
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        """Apply `func` to each element in `iterable`, collecting the results in a list that is returned."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        """Like `map()` but the elements are unpacked as arguments."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Asynchronous version of `starmap()` method."""
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Asynchronous version of `map()` method."""
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def _imap(self, result, func, iterable, chunksize):
        self._check_running()
        if chunksize == 1:
            self._put(_Stream(self, result, ((func, (x,)) for x in iterable)))
            return result
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        chunks = Pool._get_tasks(func, iterable, chunksize)
        self._put(_Stream(self, result, ((mapstar, (c,)) for c in chunks)))
        return (item for chunk in result for item in chunk)

    def imap(self, func, iterable, chunksize=1):
        """Equivalent of `map()` -- can be MUCH slower than `Pool.map()`."""
        return self._imap(IMapIterator(self), func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """Like `imap()` method but ordering of results is arbitrary."""
        return self._imap(IMapUnorderedIterator(self), func, iterable, chunksize)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Asynchronous version of `apply()` method."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._put(_Task(result, 0, func, tuple(args), dict(kwds)))
        return result

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), self._processes * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        for i, chunk in enumerate(Pool._get_tasks(func, iterable, chunksize)):
            self._put(_Task(result, i, mapper, (chunk,), {}))
        return result

    @staticmethod
    def _get_tasks(func, it, size):
        it = iter(it)
        while True:
            x = tuple(itertools.islice(it, size))
            if not x:
                return
            yield func, x

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._team.close()

    def terminate(self):
        self._state = TERMINATE
        self._terminate()

    @staticmethod
    def _terminate_team(team):
        with team.lock:
            team.tasks.clear()
        for w in list(team.workers):
            if w.task is not None:
                w.process.terminate()
        team.on_death = lambda worker, task: None
        team.close()
        if team.thread is not threading.current_thread():
            team.thread.join()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._team.thread.join()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


def _naming(Process):
    def make(*args, **kwds):
        p = Process(*args, **kwds)
        p.name = p.name.replace("Process", "PoolWorker")
        return p
    return make


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._callback = callback
        self._error_callback = error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _done(self):
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        self._pool = None

    def _set(self, i, obj):
        self._success, self._value = obj
        self._done()

    __class_getitem__ = classmethod(type(list[int]))


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
        elif not success and self._success:
            self._success = False
            self._value = result
        if self._number_left == 0:
            self._done()


class IMapIterator:
    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                self._cond.wait_for(lambda: self._items or self._index == self._length, timeout)
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration from None
                    raise TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    def __next__(self):
        return self.next()

    def _set(self, i, obj):
        with self._cond:
            self._unsorted[i] = obj
            while self._index in self._unsorted:
                self._items.append(self._unsorted.pop(self._index))
                self._index += 1
            self._cond.notify()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify()


class IMapUnorderedIterator(IMapIterator):
    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()


class ThreadPool(Pool):
    """A pool of threads."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _start(self, processes, initializer, initargs, maxtasks):
        import queue
        self._queue = queue.SimpleQueue()
        self._threads = []
        for i in range(processes):
            t = threading.Thread(target=ThreadPool._work, args=(self._queue, initializer, initargs), daemon=True,
                                 name="Thread-%d (worker)" % (i + 1))
            t.start()
            self._threads.append(t)
        self._terminate = util.Finalize(self, ThreadPool._stop, args=(self._queue, self._threads, True), exitpriority=15)

    @staticmethod
    def _work(tasks, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        while True:
            task = tasks.get()
            if task is None:
                return
            task = task.begin()
            if task is None:
                continue
            try:
                ok, value = True, task.func(*task.args, **task.kwds)
            except Exception as e:
                ok, value = False, e
            task.finish(ok, value)

    @staticmethod
    def _stop(tasks, threads, drop):
        if drop:
            while not tasks.empty():
                tasks.get()
        for _ in threads:
            tasks.put(None)

    @property
    def _pool(self):
        return self._threads

    def _put(self, task):
        self._queue.put(task)

    _again = _put

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            ThreadPool._stop(self._queue, self._threads, False)

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for t in self._threads:
            t.join()
