# multiprocessing.synchronize: locks and what is made of them.

import _multiprocessing
import os
import sys
import threading
from multiprocessing import process
from time import monotonic as _time

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = 2**31 - 1


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx=None):
        if value < 0 or value > maxvalue:
            raise OSError(22, "Invalid argument")
        self._semlock = _multiprocessing.new_semlock(kind, value, maxvalue)
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        self._semlock.acquire()
        return True

    def __exit__(self, *args):
        self._semlock.release()

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)

    def locked(self):
        return self._semlock._is_zero()

    def _owner(self):
        try:
            if self._semlock._is_mine():
                name = process.current_process().name
                if threading.current_thread().name != "MainThread":
                    name += "|" + threading.current_thread().name
            elif not self._semlock._is_zero():
                name = "None"
            elif self._semlock._count() > 0:
                name = "SomeOtherThread"
            else:
                name = "SomeOtherProcess"
        except Exception:
            name = "unknown"
        return name


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return "<%s(value=%s)>" % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)
        self._maxvalue = value

    def __repr__(self):
        return "<%s(value=%s, maxvalue=%s)>" % (type(self).__name__, self._semlock._get_value(), self._maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return "<%s(owner=%s)>" % (type(self).__name__, self._owner())


class RLock(SemLock):
    def __init__(self, *, ctx=None):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = self._owner()
        count = self._semlock._count() if self._semlock._is_mine() else "nonzero"
        if owner == "None":
            count = 0
        return "<%s(%s, %s)>" % (type(self).__name__, owner, count)


class Condition:
    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._sleeping_count = Semaphore(0)
        self._woken_count = Semaphore(0)
        self._wait_semaphore = Semaphore(0)
        self._make_methods()

    def __reduce__(self):
        from multiprocessing.context import assert_spawning
        assert_spawning(self)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        try:
            n = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        except Exception:
            n = "unknown"
        return "<%s(%s, %s)>" % (type(self).__name__, self._lock, n)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        assert not self._wait_semaphore.acquire(False), "notify: Should not have been able to acquire _wait_semaphore"
        while self._woken_count.acquire(False):
            ok = self._sleeping_count.acquire(False)
            assert ok, "notify: Bug in sleeping_count.acquire - res should not be False"
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _time() + timeout
        left = timeout
        while not result:
            if end is not None:
                left = end - _time()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx=None):
        self._cond = Condition(Lock())
        self._flag = Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        return "<%s at %s %s>" % (type(self).__qualname__, hex(id(self)), "set" if self.is_set() else "unset")


class Barrier(threading.Barrier):
    """A barrier whose state is in shared memory."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._shared = _multiprocessing.new_memory(8)
        self._cond = Condition()
        self._action = action
        self._timeout = timeout
        self._parties = parties

    @property
    def _state(self):
        return self._shared.get("i", 0)

    @_state.setter
    def _state(self, value):
        self._shared.set("i", 0, value)

    @property
    def _count(self):
        return self._shared.get("i", 1)

    @_count.setter
    def _count(self, value):
        self._shared.set("i", 1, value)
