# importlib.metadata: what is installed (library reference,
# "importlib.metadata").

import abc
import functools
import itertools
import os
import pathlib
import re
import sys

from importlib import import_module
from importlib.abc import MetaPathFinder

__all__ = [
    "Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "PackagePath", "SimplePath",
    "distribution", "distributions", "entry_points", "files", "metadata", "packages_distributions", "requires", "version",
]


class PackageNotFoundError(ModuleNotFoundError):
    """A distribution is not installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


class PackageMetadata:
    """The fields of a METADATA file; names are compared without regard to case."""

    def __init__(self, text):
        self._fields = []
        head, _, body = text.replace("\r\n", "\n").partition("\n\n")
        for line in head.split("\n"):
            if line[:1] in (" ", "\t") and self._fields:
                name, value = self._fields[-1]
                self._fields[-1] = name, value + "\n" + line
            elif ":" in line:
                name, _, value = line.partition(":")
                self._fields.append((name, value.strip()))
        if body:
            self._fields.append(("Description", body))
        self._fields = [(n, self._clean(n, v)) for n, v in self._fields]

    @staticmethod
    def _clean(name, value):
        """Description without the indent that continued lines have."""
        if "\n" not in value:
            return value
        return re.sub(r"\n {7,8}\|?", "\n", value) if name == "Description" else value

    def get_all(self, name, failobj=None):
        """All values of a field."""
        values = [v for n, v in self._fields if n.lower() == name.lower()]
        return values or failobj

    def get(self, name, failobj=None):
        """The first value of a field."""
        values = self.get_all(name)
        return values[0] if values else failobj

    def __getitem__(self, name):
        values = self.get_all(name)
        if not values:
            raise KeyError(name)
        return values[0]

    def __contains__(self, name):
        return self.get_all(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._fields)

    def keys(self):
        return [n for n, _ in self._fields]

    def values(self):
        return [v for _, v in self._fields]

    def items(self):
        return list(self._fields)

    _multiple = {"classifier", "obsoletes-dist", "platform", "project-url", "provides-dist", "provides-extra",
                 "requires-dist", "requires-external", "supported-platform", "dynamic", "license-file"}

    @property
    def json(self):
        """The metadata as data for JSON."""
        out = {}
        for name in dict.fromkeys(n.lower() for n in self.keys()):
            key = name.replace("-", "_")
            if name in self._multiple:
                out[key] = self.get_all(name)
            elif name == "keywords":
                out[key] = re.split(r"\s+", self[name])
            else:
                out[key] = self[name]
        return out


class SimplePath(abc.ABC):
    """What a Distribution needs of a path: a part of pathlib.Path."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not SimplePath:
            return NotImplemented
        return all(hasattr(other, n) for n in ("joinpath", "__truediv__", "parent", "read_text", "read_bytes", "exists"))


def _sections(text):
    """Pairs of section and line in text like that of an INI file."""
    section = None
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        else:
            yield section, line


class EntryPoint:
    """A name for an object of a distribution."""

    pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def _match(self):
        return self.pattern.match(self.value)

    def load(self):
        """Import the object."""
        module = import_module(self.module)
        return functools.reduce(getattr, filter(None, (self.attr or "").split(".")), module)

    @property
    def module(self):
        return self._match()["module"]

    @property
    def attr(self):
        return self._match()["attr"]

    @property
    def extras(self):
        return re.findall(r"\w+", self._match()["extras"] or "")

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def matches(self, **params):
        """Whether attributes have the given values."""
        if "dist" in params:
            raise ValueError('"dist" is not suitable for matching. Instead, use Distribution.entry_points.select() on a '
                             "located distribution.")
        return all(getattr(self, name) == value for name, value in params.items())

    def _key(self):
        return self.name, self.value, self.group

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"


class EntryPoints(tuple):
    """Entry points from which some can be selected."""

    __slots__ = ()

    def __getitem__(self, name):
        for found in self.select(name=name):
            return found
        raise KeyError(name)

    def __repr__(self):
        return f"{self.__class__.__name__}({tuple(self)!r})"

    def select(self, **params):
        """Those whose attributes have the given values."""
        return EntryPoints(ep for ep in self if ep.matches(**params))

    @property
    def names(self):
        return {ep.name for ep in self}

    @property
    def groups(self):
        return {ep.group for ep in self}

    @classmethod
    def _from_text_for(cls, text, dist):
        return cls(ep._for(dist) for ep in cls._from_text(text))

    @staticmethod
    def _from_text(text):
        for group, line in _sections(text or ""):
            if group is not None:
                name, _, value = line.partition("=")
                yield EntryPoint(name=name.strip(), value=value.strip(), group=group)


class PackagePath(pathlib.PurePosixPath):
    """A file of a distribution."""

    hash = size = dist = None

    def read_text(self, encoding="utf-8"):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        """The path in the file system."""
        return self.dist.locate_file(self)


class FileHash:
    """The hash of a file as RECORD has it."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return f"<FileHash mode: {self.mode} value: {self.value}>"


class Distribution(abc.ABC):
    """Something that is installed."""

    @abc.abstractmethod
    def read_text(self, filename):
        """The text of a metadata file, or None."""

    @abc.abstractmethod
    def locate_file(self, path):
        """The path of a file of the distribution."""

    @classmethod
    def from_name(cls, name):
        """The distribution called name."""
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        """The distributions of a context, or of one made from the arguments."""
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        return itertools.chain.from_iterable(resolver(context) for resolver in cls._discover_resolvers())

    @staticmethod
    def at(path):
        """The distribution with metadata in the folder at path."""
        return PathDistribution(pathlib.Path(path))

    @staticmethod
    def _discover_resolvers():
        finders = (getattr(finder, "find_distributions", None) for finder in sys.meta_path)
        return filter(None, finders)

    @property
    def metadata(self):
        """The fields of the metadata file."""
        text = self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("")
        return PackageMetadata(text or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return Prepared.normalize(self.name)

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        return EntryPoints._from_text_for(self.read_text("entry_points.txt"), self)

    @property
    def files(self):
        """The files of the distribution, or None if they are unknown."""
        text = self.read_text("RECORD")
        if text is not None:
            import csv
            made = (self._file(*row) for row in csv.reader(text.splitlines()) if row)
            return [path for path in made if path.locate().exists()]
        text = self.read_text("SOURCES.txt")
        if text is None:
            return None
        made = (self._file(name) for name in text.splitlines())
        return [path for path in made if path.locate().exists()]

    def _file(self, name, hash=None, size=None):
        path = PackagePath(name)
        path.hash = FileHash(hash) if hash else None
        path.size = int(size) if size else None
        path.dist = self
        return path

    @property
    def requires(self):
        """What the distribution needs, or None if that is unknown."""
        required = self.metadata.get_all("Requires-Dist")
        if required is None:
            text = self.read_text("requires.txt")
            required = None if text is None else self._egg_requires(text)
        return required and list(required)

    @staticmethod
    def _egg_requires(text):
        for section, line in _sections(text):
            extra, _, marker = (section or "").partition(":")
            if extra and marker:
                marker = f"({marker})"
            conditions = list(filter(None, [marker, extra and f'extra == "{extra}"']))
            space = " " * ("@" in line)
            yield line + space + ("; " + " and ".join(conditions) if conditions else "")

    @property
    def origin(self):
        """Where the distribution was installed from, if that is written."""
        text = self.read_text("direct_url.json")
        if not text:
            return None
        import json
        import types
        return json.loads(text, object_hook=lambda data: types.SimpleNamespace(**data))


class DistributionFinder(MetaPathFinder):
    """A finder that finds distributions too."""

    class Context:
        """What is looked for: a name, or all, and where."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get("path", sys.path)

    @abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The distributions of a context."""


class Prepared:
    """A name in the forms in which names are compared."""

    normalized = None
    legacy_normalized = None

    def __init__(self, name):
        self.name = name
        if name is not None:
            self.normalized = self.normalize(name)
            self.legacy_normalized = self.legacy_normalize(name)

    @staticmethod
    def normalize(name):
        return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")

    @staticmethod
    def legacy_normalize(name):
        return name.lower().replace("-", "_")

    def __bool__(self):
        return bool(self.name)


class MetadataPathFinder(DistributionFinder):
    """Finds distributions in folders."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        prepared = Prepared(context.name)
        for entry in context.path:
            for folder in _metadata_folders(os.fspath(entry)):
                if not prepared or cls._is(folder.name, prepared):
                    yield PathDistribution(folder)

    @staticmethod
    def _is(filename, prepared):
        stem, ext = os.path.splitext(filename.lower())
        name = stem.partition("-")[0]
        if ext == ".egg-info" or filename.lower() == "egg-info":
            return Prepared.legacy_normalize(name) == prepared.legacy_normalized or \
                Prepared.normalize(name) == prepared.normalized
        return Prepared.normalize(stem.rpartition("-")[0] or name) == prepared.normalized or name == prepared.normalized

    @classmethod
    def invalidate_caches(cls):
        """Nothing is kept."""


def _metadata_folders(entry):
    try:
        names = sorted(os.listdir(entry or "."))
    except OSError:
        return
    root = pathlib.Path(entry)
    for name in names:
        low = name.lower()
        if low.endswith((".dist-info", ".egg-info")):
            yield root / name
        elif low.endswith(".egg") and os.path.isdir(os.path.join(entry, name, "EGG-INFO")):
            yield root / name / "EGG-INFO"


class PathDistribution(Distribution):
    """A distribution with metadata in a folder."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def _normalized_name(self):
        stem, ext = os.path.splitext(os.path.basename(str(self._path)))
        if ext in (".dist-info", ".egg-info"):
            return Prepared.normalize(stem.partition("-")[0])
        return super()._normalized_name


def distribution(distribution_name):
    """The distribution called distribution_name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions, or those of a context."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The metadata of a distribution."""
    return distribution(distribution_name).metadata


def version(distribution_name):
    """The version of a distribution."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all distributions, or those with the given attributes."""
    unique, seen = [], set()
    for dist in distributions():
        name = dist._normalized_name
        if name not in seen:
            seen.add(name)
            unique.append(dist.entry_points)
    return EntryPoints(itertools.chain.from_iterable(unique)).select(**params)


def files(distribution_name):
    """The files of a distribution."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a distribution needs."""
    return distribution(distribution_name).requires


def packages_distributions():
    """A dict of the top-level modules and the names of the distributions that they are from."""
    out = {}
    for dist in distributions():
        declared = (dist.read_text("top_level.txt") or "").split()
        for module in declared or _top_level(dist):
            out.setdefault(module, []).append(dist.metadata["Name"])
    return out


def _top_level(dist):
    import inspect
    names = set()
    for path in dist.files or []:
        top = path.parts[0] if len(path.parts) > 1 else inspect.getmodulename(path) or str(path)
        if "." not in top:
            names.add(top)
    return names
