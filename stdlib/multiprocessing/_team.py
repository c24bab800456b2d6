# Workers and the thread that gives them their tasks: what Pool and
# ProcessPoolExecutor have in common. Each worker has a connection of its own,
# so that its end is seen, and only its own task is lost with it.

import _multiprocessing
import collections
import os
import threading
from multiprocessing import connection


def work(conn, initializer, initargs, maxtasks, wrap, unsendable, catch):
    """The main function of a worker."""
    if initializer is not None:
        initializer(*initargs)
    interrupted = _watch_interrupts()
    fd = conn.fileno()
    known = _multiprocessing.received()
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            data = _multiprocessing.recv(fd)
        except (EOFError, OSError):
            break
        if not data:
            break
        try:
            func, args, kwds = _multiprocessing.loads(data)
            result = (True, func(*args, **kwds))
        except catch as e:
            result = (False, wrap(e))
        try:
            out = _multiprocessing.dumps(result, known)
        except Exception as e:
            out = _multiprocessing.dumps((False, unsendable(e, result)), known)
        done += 1
        try:
            _multiprocessing.send(fd, out)
        except OSError:
            break
        if interrupted:
            break  # Ctrl-C: what is still to be done is not begun
        func = args = kwds = result = out = data = None


def _watch_interrupts():
    """Returns a list that is not empty after a Ctrl-C."""
    import _signal as signal
    seen = []
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        def handler(signum, frame):
            seen.append(signum)
            raise KeyboardInterrupt
        signal.signal(signal.SIGINT, handler)
    return seen


class Worker:
    def __init__(self, process, conn):
        self.process = process
        self.conn = conn
        self.fd = conn.fileno()
        self.known = process._popen.known
        self.task = None
        self.done = 0
        self.leaving = False


class Team:
    """Starts workers and hands tasks to them, until it is told to stop.

    A task is an object with attributes func, args, kwds and a method
    finish(ok, value); begin() tells whether it is to be run at all.
    """

    def __init__(self, Process, size, initializer, initargs, maxtasks, wrap, unsendable, catch, daemon, name):
        self.Process = Process
        self.size = size
        self.setup = (initializer, initargs, maxtasks, wrap, unsendable, catch)
        self.maxtasks = maxtasks
        self.daemon = daemon
        self.name = name
        self.lock = threading.Lock()
        self.changed = threading.Condition(self.lock)
        self.tasks = collections.deque()
        self.workers = []
        self.base = None
        self.closing = False        # no more tasks come
        self.stopped = False        # the thread is at its end
        self.broken = None
        self.keep = False           # always as many workers as there are to be
        self.on_death = None
        self.wake_r, self.wake_w = _multiprocessing.pair(False)
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self.run, name=self.name, daemon=True)
        self.thread.start()

    def add_worker(self):
        ours, theirs = connection.Pipe()
        p = self.Process(target=work, args=(theirs, *self.setup))
        if self.daemon:
            p.daemon = True
        if self.base is None:
            self.base = _multiprocessing.base(self.setup[0])
        p._base = self.base
        p.start()
        theirs.close()
        w = Worker(p, ours)
        self.workers.append(w)
        return w

    def wake(self):
        try:
            os.write(self.wake_w, b"x")
        except OSError:
            pass

    def put(self, task):
        with self.lock:
            self.tasks.append(task)
        self.wake()

    def close(self):
        with self.lock:
            self.closing = True
        self.wake()

    # What follows runs in the thread.

    def run(self):
        try:
            while self.step():
                pass
        finally:
            self.finish()

    def step(self):
        self.assign()
        if self.closing and not self.tasks and not any(w.task for w in self.workers):
            return False
        ready = _multiprocessing.poll([self.wake_r] + [w.fd for w in self.workers])
        if self.wake_r in ready:
            os.read(self.wake_r, 4096)
        for w in list(self.workers):
            if w.fd in ready:
                self.receive(w)
        return self.broken is None

    def assign(self):
        idle = None
        while True:
            with self.lock:
                if not self.tasks and not (self.keep and len(self.workers) < self.size and not self.closing):
                    return
                idle = next((w for w in self.workers if w.task is None and not w.leaving), None)
                if idle is None:
                    if len(self.workers) >= self.size:
                        return
                elif not self.tasks:
                    idle = None
            if idle is None:
                self.add_worker()
                continue
            with self.lock:
                if not self.tasks:
                    return
                task = self.tasks.popleft()
            task = task.begin()
            if task is not None:
                self.give(idle, task)

    def give(self, w, task):
        try:
            data = _multiprocessing.dumps((task.func, task.args, task.kwds), w.known)
        except Exception as e:
            task.finish(False, e)
            return
        w.task = task
        w.done += 1
        if w.done == self.maxtasks:
            w.leaving = True
        try:
            _multiprocessing.send(w.fd, data)
        except OSError:
            self.lost(w)

    def receive(self, w):
        try:
            data = _multiprocessing.recv(w.fd)
        except (EOFError, OSError):
            self.lost(w)
            return
        task, w.task = w.task, None
        try:
            ok, value = _multiprocessing.loads(data)
        except Exception as e:
            ok, value = False, e
        if task is not None:
            task.finish(ok, value)

    def lost(self, w):
        """The worker has ended."""
        self.workers.remove(w)
        w.conn.close()
        w.process.join()
        if self.keep:
            self.base = None  # its successor sees the globals of then
        task, w.task = w.task, None
        if task is not None or not w.leaving:
            self.on_death(w, task)

    def finish(self):
        """Ends the workers and whatever is still to be done."""
        with self.lock:
            self.closing = True
            tasks = list(self.tasks)
            self.tasks.clear()
        for w in self.workers:
            if w.task is None:
                try:
                    _multiprocessing.send(w.fd, b"")
                except OSError:
                    pass
            else:
                w.process.terminate()
                tasks.append(w.task)
        for w in self.workers:
            w.process.join()
            w.conn.close()
        self.workers.clear()
        for t in tasks:
            t.abandon(self.broken)
        os.close(self.wake_r)
        with self.lock:
            self.stopped = True
            os.close(self.wake_w)
            self.wake_w = -1
