# zipimport: modules in ZIP files (library reference, "zipimport").

import importlib._bootstrap as _bootstrap
import importlib._bootstrap_external as _external
import os

__all__ = ["ZipImportError", "zipimporter"]

path_sep = _external.path_sep
_zip_directory_cache = {}

# A package, a module, each as source or compiled.
_SEARCH = (("/__init__.pyc", True, True), ("/__init__.py", False, True), (".pyc", True, False), (".py", False, False))


class ZipImportError(ImportError):
    """A ZIP file cannot be read, or a module is not in it."""


class zipimporter(_external._LoaderBasics):
    """Finds and loads modules in a ZIP file, or in a folder of one."""

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError(f"expected str, not {type(path)!r}")
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inside = path, []
        while not os.path.isfile(archive):
            folder, name = _external._path_split(archive)
            if os.path.exists(archive) or folder == archive:
                raise ZipImportError(f"not a Zip file: {path!r}", path=path)
            archive = folder
            inside.append(name)
            if not archive:
                raise ZipImportError(f"not a Zip file: {path!r}", path=path)
        if archive not in _zip_directory_cache:
            _zip_directory_cache[archive] = _read_directory(archive)
        self._files = _zip_directory_cache[archive]
        self.archive = archive
        self.prefix = path_sep.join(reversed(inside))
        if self.prefix:
            self.prefix += path_sep

    def invalidate_caches(self):
        """Read the directory of the file again."""
        try:
            self._files = _zip_directory_cache[self.archive] = _read_directory(self.archive)
        except ZipImportError:
            _zip_directory_cache.pop(self.archive, None)
            self._files = {}

    def _base(self, fullname):
        return self.prefix + fullname.rpartition(".")[2]

    def _find(self, fullname):
        """The path of a module in the file, whether that is compiled, and whether it is a package; or None."""
        base = self._base(fullname)
        for suffix, compiled, package in _SEARCH:
            path = base + suffix.replace("/", path_sep)
            if path in self._files:
                return path, compiled, package
        return None

    def _found(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        """Find a module; a folder is a part of a namespace package."""
        found = self._find(fullname)
        if found is not None:
            return _bootstrap.spec_from_loader(fullname, self, is_package=found[2])
        folder = self._base(fullname)
        if folder + path_sep not in self._files:
            return None
        spec = _bootstrap.ModuleSpec(name=fullname, loader=None, is_package=True)
        spec.submodule_search_locations.append(f"{self.archive}{path_sep}{folder}")
        return spec

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._found(fullname)[2]

    def get_filename(self, fullname):
        """The __file__ of a module."""
        return f"{self.archive}{path_sep}{self._found(fullname)[0]}"

    def get_data(self, pathname):
        """The bytes of a file."""
        key = pathname.removeprefix(self.archive + path_sep)
        if key not in self._files:
            raise OSError(0, "", key)
        return _read_file(self.archive, self._files[key])

    def get_source(self, fullname):
        """The text of a module's source, or None if there is none."""
        found = self._found(fullname)
        path = found[0].removesuffix("c") if found[1] else found[0]
        if path not in self._files:
            return None
        return _external.decode_source(_read_file(self.archive, self._files[path]))

    def get_code(self, fullname):
        """The code object of a module."""
        path, compiled, _ = self._found(fullname)
        source = path.removesuffix("c")
        if compiled:
            data = _read_file(self.archive, self._files[path])
            try:
                _external._classify_pyc(data, fullname, {"name": fullname, "path": path})
                return _external._compile_bytecode(memoryview(data)[16:], fullname, path, None)
            except (ImportError, EOFError):
                if source not in self._files:
                    raise
        text = _read_file(self.archive, self._files[source])
        return compile(text, f"{self.archive}{path_sep}{source}", "exec", dont_inherit=True)

    def load_module(self, fullname):
        """Load a module; deprecated."""
        return _bootstrap._load_module_shim(self, fullname)

    def get_resource_reader(self, fullname):
        """The reader of a package's resources, or None."""
        try:
            if not self.is_package(fullname):
                return None
        except ZipImportError:
            return None
        from importlib.readers import ZipReader
        return ZipReader(self, fullname)

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{path_sep}{self.prefix}">'


def _number(data, at, size):
    return int.from_bytes(data[at:at + size], "little")


_END, _END_SIZE = b"PK\x05\x06", 22


def _find_end(data, archive):
    """Where the record at the end of a ZIP file begins."""
    at = len(data) - _END_SIZE
    if at < 0:
        raise ZipImportError(f"not a Zip file: {archive!r}", path=archive)
    if data[at:at + 4] != _END:  # a comment follows it
        at = data.rfind(_END, max(len(data) - 0xFFFF - _END_SIZE, 0))
        if at < 0:
            raise ZipImportError(f"not a Zip file: {archive!r}", path=archive)
    return at


def _read_directory(archive):
    """What is in a ZIP file: for each path its method, sizes and offset."""
    try:
        with open(archive, "rb") as f:
            data = f.read()
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None
    end = _find_end(data, archive)
    size, offset = _number(data, end + 12, 4), _number(data, end + 16, 4)
    if end < size:
        raise ZipImportError(f"bad central directory size: {archive!r}", path=archive)
    if end < offset:
        raise ZipImportError(f"bad central directory offset: {archive!r}", path=archive)
    at = end - size
    shift = at - offset  # what stands before the ZIP file, as a line #!
    if shift < 0:
        raise ZipImportError(f"bad central directory size or offset: {archive!r}", path=archive)
    files = {}
    while data[at:at + 4] == b"PK\x01\x02":
        if at + 46 > len(data):
            raise EOFError("EOF read where not expected")
        flags, method = _number(data, at + 8, 2), _number(data, at + 10, 2)
        packed, full = _number(data, at + 20, 4), _number(data, at + 24, 4)
        names, extra, comment = (_number(data, at + n, 2) for n in (28, 30, 32))
        where = _number(data, at + 42, 4) + shift
        raw = data[at + 46:at + 46 + names]
        name = raw.decode("utf-8" if flags & 0x800 else "cp437" if max(raw, default=0) > 127 else "ascii")
        name = name.replace("/", path_sep)
        files[name] = method, packed, full, where
        while path_sep in name.rstrip(path_sep):
            name = name.rstrip(path_sep).rpartition(path_sep)[0] + path_sep
            files.setdefault(name, (0, 0, 0, -1))
        at += 46 + names + extra + comment
    return files


def _read_file(archive, entry):
    """The content of a file in a ZIP file."""
    method, packed, full, where = entry
    if where < 0:
        return b""
    with open(archive, "rb") as f:
        f.seek(where)
        head = f.read(30)
        if head[:4] != b"PK\x03\x04":
            raise ZipImportError(f"bad local file header: {archive!r}", path=archive)
        f.seek(where + 30 + _number(head, 26, 2) + _number(head, 28, 2))
        data = f.read(packed)
    if len(data) != packed:
        raise OSError("zipimport: can't read data")
    if method == 0:
        return data
    try:
        from zlib import decompress
    except ImportError:
        raise ZipImportError("can't decompress data; zlib not available") from None
    return decompress(data, -15)
