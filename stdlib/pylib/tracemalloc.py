# tracemalloc: how much memory is in use (library reference, "tracemalloc").
#
# gopy counts the memory of the whole interpreter; it does not know where each
# block was allocated, so that there are no snapshots.

from _tracemalloc import clear_traces, get_traced_memory, get_tracemalloc_memory, is_tracing, reset_peak, start, stop
from _tracemalloc import get_traceback_limit

from fnmatch import fnmatchcase as _match


def _no_snapshots(what):
    raise NotImplementedError(f"tracemalloc.{what}: gopy does not record where memory was allocated")


def take_snapshot():
    """Not available in gopy."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    _no_snapshots("take_snapshot")


def get_object_traceback(obj):
    """Where obj was allocated: unknown, None."""
    return None


class Frame:
    """A line of a file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    filename = property(lambda self: self._frame[0])
    lineno = property(lambda self: self._frame[1])

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f"{self.filename}:{self.lineno}"

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    """Selects traces by file name and line."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        if filename_pattern.endswith(".pyc"):
            filename_pattern = filename_pattern[:-1]
        self._filename_pattern = filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    filename_pattern = property(lambda self: self._filename_pattern)

    def _match_frame(self, filename, lineno):
        matches = _match(filename.removesuffix("c") if filename.endswith(".pyc") else filename, self._filename_pattern)
        if matches and self.lineno is not None:
            matches = lineno == self.lineno
        return matches == self.inclusive


class DomainFilter(BaseFilter):
    """Selects traces by domain."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    domain = property(lambda self: self._domain)


class Snapshot:
    """Snapshots are not available in gopy."""

    def __init__(self, traces, traceback_limit):
        self.traces = traces
        self.traceback_limit = traceback_limit

    @staticmethod
    def load(filename):
        _no_snapshots("Snapshot.load")
