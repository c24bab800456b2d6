# The base class of loaders, without the rest of importlib.abc.

from . import _bootstrap
import abc


class Loader(metaclass=abc.ABCMeta):
    """Abstract base class of loaders."""

    def create_module(self, spec):
        """Create the module of spec; None lets the import system do that."""
        return None

    def load_module(self, fullname):
        """Load a module; deprecated, exec_module() is used."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        return _bootstrap._load_module_shim(self, fullname)
