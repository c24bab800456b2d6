# importlib.abc: abstract base classes of finders and loaders (library
# reference, "importlib.abc").

from . import _bootstrap_external, machinery
try:
    import _frozen_importlib
    import _frozen_importlib_external
except ImportError:
    _frozen_importlib = None
    _frozen_importlib_external = _bootstrap_external
from ._abc import Loader
import abc

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader",
           "FileLoader", "SourceLoader"]


def _register(abstract_cls, *classes):
    for cls in classes:
        abstract_cls.register(cls)
        if _frozen_importlib is not None:
            name = cls.__name__
            known = getattr(_frozen_importlib, name, None) or getattr(_frozen_importlib_external, name)
            abstract_cls.register(known)


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Abstract base class of the finders on sys.meta_path."""

    def invalidate_caches(self):
        """Forget what is known about files."""


_register(MetaPathFinder, machinery.BuiltinImporter, machinery.FrozenImporter, machinery.PathFinder,
          machinery.WindowsRegistryFinder)


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Abstract base class of the finders for entries of a path."""

    def invalidate_caches(self):
        """Forget what is known about files."""


_register(PathEntryFinder, machinery.FileFinder)


class ResourceLoader(Loader):
    """Abstract base class of loaders that give the content of files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of the file at path."""
        raise OSError


class InspectLoader(Loader):
    """Abstract base class of loaders that tell about modules."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code object, or None."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The text of the module's source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """Compile source; path is what the code says it is from."""
        return compile(data, path, "exec", dont_inherit=True)

    exec_module = _bootstrap_external._LoaderBasics.exec_module
    load_module = _bootstrap_external._LoaderBasics.load_module


_register(InspectLoader, machinery.BuiltinImporter, machinery.FrozenImporter, machinery.NamespaceLoader)


class ExecutionLoader(InspectLoader):
    """Abstract base class of loaders whose modules can run as scripts."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The __file__ of the module."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code object, or None."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


_register(ExecutionLoader, machinery.ExtensionFileLoader, machinery.AppleFrameworkLoader)


class FileLoader(_bootstrap_external.FileLoader, ResourceLoader, ExecutionLoader):
    """Abstract base class of loaders of files."""


_register(FileLoader, machinery.SourceFileLoader, machinery.SourcelessFileLoader)


class SourceLoader(_bootstrap_external.SourceLoader, ResourceLoader, ExecutionLoader):
    """Abstract base class of loaders of source, and of compiled files of it.

    get_data() and get_filename() are to be defined; path_stats() and set_data()
    if there are compiled files."""

    def path_mtime(self, path):
        """The time of modification of a source file; deprecated, see path_stats()."""
        import warnings
        warnings.warn("SourceLoader.path_mtime is deprecated in favour of SourceLoader.path_stats().",
                      DeprecationWarning, stacklevel=2)
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def path_stats(self, path):
        """What is known about a source file: a dict with 'mtime' and perhaps 'size'."""
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Write a compiled file, if possible."""


_register(SourceLoader, machinery.SourceFileLoader)
