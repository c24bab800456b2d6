# importlib.resources.abc: base classes of what reads resources.

import abc
import itertools
import os
import pathlib
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=abc.ABCMeta):
    """Reads the resources of a package."""

    @abc.abstractmethod
    def open_resource(self, resource):
        """Open a resource for reading bytes."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        """The path of a resource in the file system."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        """Whether a name is that of a file."""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        """The names in the package's folder."""
        raise FileNotFoundError


class TraversalError(Exception):
    """There is no such way."""


@runtime_checkable
class Traversable(Protocol):
    """A file or a folder: a part of what pathlib.Path can do."""

    @abc.abstractmethod
    def iterdir(self):
        """Give what is in the folder."""

    def read_bytes(self):
        """The bytes of the file."""
        with self.open("rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """The text of the file."""
        with self.open(encoding=encoding, errors=errors) as f:
            return f.read()

    @abc.abstractmethod
    def is_dir(self):
        """Whether this is a folder."""

    @abc.abstractmethod
    def is_file(self):
        """Whether this is a file."""

    def joinpath(self, *descendants):
        """What is found from here by names, one below the other."""
        if not descendants:
            return self
        parts = [pathlib.PurePosixPath(d).parts for d in map(os.fspath, descendants)]
        names = itertools.chain.from_iterable(parts)
        target = next(names)
        for item in self.iterdir():
            if item.name == target:
                return item.joinpath(*names)
        raise TraversalError("Target not found during traversal.", target, list(names))

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """Open the file."""

    @property
    @abc.abstractmethod
    def name(self):
        """The name without the folder."""


class TraversableResources(ResourceReader):
    """A reader that gives its package's folder as a Traversable."""

    @abc.abstractmethod
    def files(self):
        """The folder."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
