import _io
import abc
from _io import (DEFAULT_BUFFER_SIZE, UnsupportedOperation, BlockingIOError, open, open_code, text_encoding, FileIO, BytesIO, StringIO,
                 BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper, IncrementalNewlineDecoder)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
           "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder",
           "text_encoding", "Reader", "Writer"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """The abstract base class of all streams."""


class RawIOBase(_io._RawIOBase, IOBase):
    """Base class for raw binary streams."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """Base class for buffered binary streams."""


class TextIOBase(_io._TextIOBase, IOBase):
    """Base class for text streams."""


RawIOBase.register(FileIO)
for _cls in (BytesIO, BufferedReader, BufferedRandom, BufferedWriter):
    BufferedIOBase.register(_cls)
for _cls in (StringIO, TextIOWrapper):
    TextIOBase.register(_cls)
del _cls


class BufferedRWPair(BufferedIOBase):
    """A buffered reader and a buffered writer on two raw streams."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self.reader.readinto1(buffer)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, b, /):
        return self.writer.write(b)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


BufferedRWPair.__module__ = "_io"


class Reader(metaclass=abc.ABCMeta):
    """Anything that has read()."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        """Read up to size items, all of them by default."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Reader:
            return _has_method(C, "read")
        return NotImplemented

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


class Writer(metaclass=abc.ABCMeta):
    """Anything that has write()."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Write data and return how many items were written."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is Writer:
            return _has_method(C, "write")
        return NotImplemented

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _has_method(C, name):
    for base in C.__mro__:
        if name in base.__dict__:
            return True if base.__dict__[name] is not None else NotImplemented
    return NotImplemented


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)
