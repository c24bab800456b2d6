# multiprocessing.spawn: names that programs ask for; children are started in
# one way only.

import sys

__all__ = ["freeze_support", "set_executable", "get_executable"]


def freeze_support():
    """Does nothing: a frozen program needs no support."""


def get_executable():
    return sys.executable


def set_executable(exe):
    """Does nothing: children are this executable."""


def is_forking(argv):
    return False
