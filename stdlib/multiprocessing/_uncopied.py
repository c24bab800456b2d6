# What stands, in a child, for an object that could not be copied.


class Uncopied:
    """Raises when it is used."""

    def __init__(self, path, reason):
        object.__setattr__(self, "_info", (path, reason))

    def _fail(self, *args, **kwargs):
        path, reason = object.__getattribute__(self, "_info")
        raise RuntimeError("an object reached by the global %r is not available in this process: %s" % (path, reason))

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        self._fail()

    def __repr__(self):
        path, reason = object.__getattribute__(self, "_info")
        return "<not available in this process: %s: %s>" % (path, reason)

    __setattr__ = __call__ = __iter__ = __next__ = __len__ = __getitem__ = __setitem__ = __contains__ = _fail
    __enter__ = __add__ = __radd__ = __sub__ = __mul__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = _fail
    __index__ = __await__ = _fail

    def __exit__(self, *args):
        return False
