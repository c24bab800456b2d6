# importlib.resources.readers: readers for the import system's loaders.

import itertools
import operator
import pathlib
import warnings

from . import abc


class FileReader(abc.TraversableResources):
    """Reads from the folder of a module's file."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path


class ZipReader(abc.TraversableResources):
    """Reads from a folder in a ZIP file."""

    def __init__(self, loader, module):
        self.prefix = loader.prefix.replace("\\", "/")
        if loader.is_package(module):
            self.prefix += module.rpartition(".")[2] + "/"
        self.archive = loader.archive

    def open_resource(self, resource):
        try:
            return super().open_resource(resource)
        except KeyError as exc:
            raise FileNotFoundError(exc.args[0])

    def is_resource(self, path):
        target = self.files().joinpath(path)
        return target.is_file() and target.exists()

    def files(self):
        import zipfile
        return zipfile.Path(self.archive, self.prefix)


class MultiplexedPath(abc.Traversable):
    """Several folders seen as one."""

    def __init__(self, *paths):
        self._paths = [_traversable(path) for path in dict.fromkeys(paths)]
        if not self._paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError("MultiplexedPath only supports directories")

    def iterdir(self):
        by_name = operator.attrgetter("name")
        children = sorted((child for path in self._paths for child in path.iterdir()), key=by_name)
        return map(self._follow, (list(group) for _, group in itertools.groupby(children, key=by_name)))

    @classmethod
    def _follow(cls, children):
        if len(children) == 1:
            return children[0]
        try:
            return cls(*children)
        except NotADirectoryError:
            return children[0]

    def read_bytes(self):
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def joinpath(self, *descendants):
        try:
            return super().joinpath(*descendants)
        except abc.TraversalError:
            return self._paths[0].joinpath(*descendants)  # it is not there

    def open(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        paths = ", ".join(f"'{path}'" for path in self._paths)
        return f"MultiplexedPath({paths})"


class NamespaceReader(abc.TraversableResources):
    """Reads from the folders of a namespace package."""

    def __init__(self, namespace_path):
        if "NamespacePath" not in str(namespace_path):
            raise ValueError("Invalid path")
        self.path = MultiplexedPath(*filter(bool, map(self._resolve, namespace_path)))

    @staticmethod
    def _resolve(entry):
        path = pathlib.Path(entry)
        return path if path.is_dir() else None

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path


def _traversable(path):
    if not isinstance(path, str):
        return path
    warnings.warn("String arguments are deprecated. Pass a Traversable instead.", DeprecationWarning, stacklevel=3)
    return pathlib.Path(path)
