# multiprocessing.reduction: pickling for other processes.

import _multiprocessing
import copyreg
import pickle

__all__ = ["send_handle", "recv_handle", "ForkingPickler", "register", "dump"]


class ForkingPickler(pickle.Pickler):
    """Pickles what other processes can read; also functions and classes of __main__."""

    _extra_reducers = {}

    @classmethod
    def register(cls, type, reduce):
        copyreg.pickle(type, reduce)

    @classmethod
    def dumps(cls, obj, protocol=None):
        return _multiprocessing.dumps(obj)

    loads = staticmethod(_multiprocessing.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    file.write(_multiprocessing.dumps(obj))


def DupFd(fd):
    raise NotImplementedError("gopy passes descriptors by inheritance only")


send_handle = recv_handle = DupFd
