# importlib.resources: files in packages (library reference,
# "importlib.resources").

import contextlib
import functools
import importlib
import os
import pathlib
import sys
import types

from .abc import ResourceReader, Traversable

__all__ = ["Package", "Anchor", "ResourceReader", "as_file", "files", "contents", "is_resource", "open_binary",
           "open_text", "path", "read_binary", "read_text"]

Package = types.ModuleType | str
Anchor = Package
_MISSING = object()


def files(anchor=None):
    """The folder of a package, or that of the calling module's package."""
    if anchor is None:
        anchor = sys._getframemodulename(1)
    if isinstance(anchor, str):
        anchor = importlib.import_module(anchor)
    return _reader(anchor).files()


def _reader(package):
    """The object that reads the resources of a package."""
    spec = package.__spec__
    get = getattr(spec.loader, "get_resource_reader", None)
    reader = get(spec.name) if get is not None else None
    if hasattr(reader, "files"):
        return reader
    if reader is None:
        from .readers import FileReader
        path = getattr(spec.loader, "path", None) or (spec.origin if spec.has_location else None)
        if path is None:
            raise TypeError(f"{spec.name!r} has no files")
        return FileReader(types.SimpleNamespace(path=path))
    from .simple import OldReader
    return OldReader(reader, spec)


@contextlib.contextmanager
def _copied_file(resource):
    import tempfile
    fd, name = tempfile.mkstemp(suffix=resource.name)
    try:
        with open(fd, "wb") as f:
            f.write(resource.read_bytes())
        yield pathlib.Path(name)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(name)


@contextlib.contextmanager
def _copied_folder(resource):
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        yield _copy_to(pathlib.Path(folder), resource)


def _copy_to(target, resource):
    child = target.joinpath(resource.name)
    if resource.is_dir():
        child.mkdir()
        for item in resource.iterdir():
            _copy_to(child, item)
    else:
        child.write_bytes(resource.read_bytes())
    return child


@functools.singledispatch
def as_file(path):
    """Make a context manager that gives a resource as a path in the file system."""
    try:
        folder = path.is_dir()
    except FileNotFoundError:
        folder = False
    return _copied_folder(path) if folder else _copied_file(path)


@as_file.register(pathlib.Path)
@contextlib.contextmanager
def _(path):
    yield path


def _resource(anchor, path_names):
    if anchor is None:
        raise TypeError("anchor must be module or string, got None")
    return files(anchor).joinpath(*path_names)


def _encoding(path_names, encoding):
    if encoding is not _MISSING:
        return encoding
    if len(path_names) > 1:
        raise TypeError("'encoding' argument required with multiple path names")
    return "utf-8"


def open_binary(anchor, *path_names):
    """Open a resource for reading bytes."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """Open a resource for reading text."""
    encoding = _encoding(path_names, encoding)
    return _resource(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """The bytes of a resource."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """The text of a resource."""
    encoding = _encoding(path_names, encoding)
    return _resource(anchor, path_names).read_text(encoding=encoding, errors=errors)


def path(anchor, *path_names):
    """Make a context manager that gives a resource as a path."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is such a file."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names in a folder; deprecated, use files(anchor).iterdir()."""
    import warnings
    warnings.warn("importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.", DeprecationWarning,
                  stacklevel=2)
    return (item.name for item in _resource(anchor, path_names).iterdir())
