# importlib.resources.simple: resources for those who have names and streams
# only.

import abc
import io
import itertools
import os

from .abc import Traversable, TraversableResources


class SimpleReader(abc.ABC):
    """The least that is needed to give resources."""

    @property
    @abc.abstractmethod
    def package(self):
        """The name of the package."""

    @abc.abstractmethod
    def children(self):
        """Readers for the folders in this one."""

    @abc.abstractmethod
    def resources(self):
        """The names of the files."""

    @abc.abstractmethod
    def open_binary(self, resource):
        """Open a file for reading bytes."""

    @property
    def name(self):
        return self.package.split(".")[-1]


class ResourceContainer(Traversable):
    """The folder of a SimpleReader."""

    def __init__(self, reader):
        self.reader = reader

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def iterdir(self):
        files = (ResourceHandle(self, name) for name in self.reader.resources())
        return itertools.chain(files, map(ResourceContainer, self.reader.children()))

    def open(self, *args, **kwargs):
        raise IsADirectoryError()

    @property
    def name(self):
        return self.reader.name


class ResourceHandle(Traversable):
    """A file of a SimpleReader."""

    def __init__(self, parent, name):
        self.parent = parent
        self._name = name

    name = property(lambda self: self._name)

    def is_file(self):
        return True

    def is_dir(self):
        return False

    def open(self, mode="r", *args, **kwargs):
        stream = self.parent.reader.open_binary(self.name)
        return stream if "b" in mode else io.TextIOWrapper(stream, *args, **kwargs)

    def iterdir(self):
        return iter(())

    def joinpath(self, *descendants):
        if not descendants:
            return self
        raise RuntimeError("Cannot traverse into a resource")


class TraversableReader(TraversableResources, SimpleReader):
    """A SimpleReader that is a reader of resources."""

    def files(self):
        return ResourceContainer(self)


class OldReader(TraversableResources):
    """A reader without files(), seen as one that has it."""

    def __init__(self, reader, spec):
        self.reader = reader
        self.spec = spec

    def files(self):
        return _OldFolder(self.reader, self.spec.name)


class _OldFolder(Traversable):
    def __init__(self, reader, name):
        self.reader = reader
        self._name = name

    name = property(lambda self: self._name)

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def iterdir(self):
        return (_OldFile(self.reader, name) for name in self.reader.contents())

    def joinpath(self, other):
        return _OldFile(self.reader, os.fspath(other))

    def open(self, mode="r", *args, **kwargs):
        raise IsADirectoryError()


class _OldFile(Traversable):
    def __init__(self, reader, name):
        self.reader = reader
        self._name = name

    name = property(lambda self: self._name)

    def is_file(self):
        return self.reader.is_resource(self._name)

    def is_dir(self):
        return False

    def iterdir(self):
        return iter(())

    def joinpath(self, *descendants):
        return self if not descendants else _OldFile(self.reader, os.path.join(self._name, *descendants))

    def open(self, mode="r", *args, **kwargs):
        stream = self.reader.open_resource(self._name)
        return stream if "b" in mode else io.TextIOWrapper(stream, *args, **kwargs)
