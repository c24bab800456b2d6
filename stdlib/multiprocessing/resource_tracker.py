# multiprocessing.resource_tracker: nothing is tracked; the system frees what
# processes leave behind.

__all__ = ["ensure_running", "register", "unregister"]


def ensure_running():
    """Does nothing: there is no tracker process."""


def register(name, rtype):
    """Does nothing: resources need no tracking."""


def unregister(name, rtype):
    """Does nothing: resources need no tracking."""


def getfd():
    return -1
