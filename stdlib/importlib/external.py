# The part of the import system that reads files: loaders and finders (library
# reference, "importlib.machinery").

import _imp
import _io
import sys
import os as _os

_bootstrap = None

_MS_WINDOWS = sys.platform == "win32"
path_separators = "\\/" if _MS_WINDOWS else "/"
path_sep = path_separators[0]
path_sep_tuple = tuple(path_separators)
_pathseps_with_colon = {f":{s}" for s in path_separators}
_CASE_INSENSITIVE_PLATFORMS_STR_KEY = ("win",)
_CASE_INSENSITIVE_PLATFORMS_BYTES_KEY = ("cygwin", "darwin", "ios", "tvos", "watchos")
_CASE_INSENSITIVE_PLATFORMS = _CASE_INSENSITIVE_PLATFORMS_BYTES_KEY + _CASE_INSENSITIVE_PLATFORMS_STR_KEY


def _relax_case():
    """Whether file names are compared without regard to case."""
    if not sys.platform.startswith(_CASE_INSENSITIVE_PLATFORMS):
        return False
    return not sys.flags.ignore_environment and "PYTHONCASEOK" in _os.environ


def _pack_uint32(x):
    """32 bits of x as bytes, little-endian."""
    return (int(x) & 0xFFFFFFFF).to_bytes(4, "little")


def _unpack_uint64(data):
    assert len(data) == 8
    return int.from_bytes(data, "little")


def _unpack_uint32(data):
    assert len(data) == 4
    return int.from_bytes(data, "little")


def _unpack_uint16(data):
    assert len(data) == 2
    return int.from_bytes(data, "little")


def _path_join(*path_parts):
    """Join the parts of a path."""
    if _MS_WINDOWS:
        return _os.path.join(*path_parts)
    return path_sep.join([part.rstrip(path_separators) for part in path_parts if part])


def _path_split(path):
    """Split a path into folder and file name."""
    i = max(path.rfind(p) for p in path_separators)
    return ("", path) if i < 0 else (path[:i], path[i + 1:])


_path_stat = _os.stat


def _path_is_mode_type(path, mode):
    try:
        return _path_stat(path).st_mode & 0o170000 == mode
    except OSError:
        return False


def _path_isfile(path):
    return _path_is_mode_type(path, 0o100000)


def _path_isdir(path):
    return _path_is_mode_type(path or _os.getcwd(), 0o040000)


def _path_isabs(path):
    return _os.path.isabs(path) if _MS_WINDOWS else path.startswith(path_separators)


def _path_abspath(path):
    if _path_isabs(path):
        return path
    for sep in path_separators:
        path = path.removeprefix(f".{sep}")
    return _path_join(_os.getcwd(), path)


def _write_atomic(path, data, mode=0o666):
    """Write a file so that nobody sees half of it."""
    temp = f"{path}.{id(path)}"
    fd = _os.open(temp, _os.O_EXCL | _os.O_CREAT | _os.O_WRONLY, mode & 0o666)
    try:
        with _io.open(fd, "wb") as file:
            n = file.write(data)
        if n != len(data):
            raise OSError("short write")
        _os.replace(temp, path)
    except OSError:
        try:
            _os.unlink(temp)
        except OSError:
            pass
        raise


_code_type = type(_write_atomic.__code__)

_RAW_MAGIC_NUMBER = _imp.pyc_magic_number_token
MAGIC_NUMBER = _pack_uint32(_RAW_MAGIC_NUMBER)

_PYCACHE = "__pycache__"
_OPT = "opt-"

SOURCE_SUFFIXES = [".py", ".pyw"] if _MS_WINDOWS else [".py"]
EXTENSION_SUFFIXES = _imp.extension_suffixes()
BYTECODE_SUFFIXES = [".pyc"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES


def cache_from_source(path, debug_override=None, *, optimization=None):
    """The path of the compiled form of a source file; neither need exist.

    optimization becomes a part of the name; it is the interpreter's level if
    missing. debug_override is deprecated: true stands for an optimization of
    '', false for one of 1."""
    if debug_override is not None:
        _bootstrap._warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning, 2)
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    head, tail = _path_split(_os.fspath(path))
    base, dot, rest = tail.rpartition(".")
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    name = (base or rest) + dot + tag
    if optimization is None:
        optimization = sys.flags.optimize or ""
    optimization = str(optimization)
    if optimization:
        if not optimization.isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        name += f".{_OPT}{optimization}"
    name += BYTECODE_SUFFIXES[0]
    if sys.pycache_prefix is None:
        return _path_join(head, _PYCACHE, name)
    # The whole path goes below the prefix, so that files of one name do not meet.
    head = _path_abspath(head)
    if head[1:2] == ":" and head[0:1] not in path_separators:
        head = head[2:]
    return _path_join(sys.pycache_prefix, head.lstrip(path_separators), name)


def source_from_cache(path):
    """The path of the source file of a compiled file in a __pycache__ folder; neither need exist."""
    if sys.implementation.cache_tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    path = _os.fspath(path)
    head, name = _path_split(path)
    found = False
    if sys.pycache_prefix is not None:
        prefix = sys.pycache_prefix.rstrip(path_separators)
        if head.startswith(prefix + path_sep):
            head = head[len(prefix):]
            found = True
    if not found:
        head, folder = _path_split(head)
        if folder != _PYCACHE:
            raise ValueError(f"{_PYCACHE} not bottom-level directory in {path!r}")
    dots = name.count(".")
    if dots not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if dots == 3:
        optimization = name.rsplit(".", 2)[-2]
        if not optimization.startswith(_OPT):
            raise ValueError(f"optimization portion of filename does not start with {_OPT!r}")
        if not optimization.removeprefix(_OPT).isalnum():
            raise ValueError(f"optimization level {optimization!r} is not an alphanumeric value")
    return _path_join(head, name.partition(".")[0] + SOURCE_SUFFIXES[0])


def _get_sourcefile(bytecode_path):
    """The source of a compiled file if it is there, else the compiled file."""
    if not bytecode_path:
        return None
    rest, _, extension = bytecode_path.rpartition(".")
    if not rest or extension.lower()[-3:-1] != "py":
        return bytecode_path
    try:
        source = source_from_cache(bytecode_path)
    except (NotImplementedError, ValueError):
        source = bytecode_path[:-1]
    return source if _path_isfile(source) else bytecode_path


def _get_cached(filename):
    if filename.endswith(tuple(SOURCE_SUFFIXES)):
        try:
            return cache_from_source(filename)
        except NotImplementedError:
            return None
    return filename if filename.endswith(tuple(BYTECODE_SUFFIXES)) else None


def _calc_mode(path):
    """The permissions of a compiled file: its source's, and that it can be written."""
    try:
        mode = _path_stat(path).st_mode
    except OSError:
        mode = 0o666
    return mode | 0o200


def _check_name(method):
    """Decorate a method of a file loader that is for the loader's module only."""
    def _check_name_wrapper(self, name=None, *args, **kwargs):
        if name is None:
            name = self.name
        elif self.name != name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)
        return method(self, name, *args, **kwargs)
    for attr in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(_check_name_wrapper, attr, getattr(method, attr))
    return _check_name_wrapper


# Compiled files

def _classify_pyc(data, name, exc_details):
    """The flags in the header of a compiled file, which is checked."""
    magic = data[:4]
    if magic != MAGIC_NUMBER:
        message = f"bad magic number in {name!r}: {magic!r}"
        _bootstrap._verbose_message("{}", message)
        raise ImportError(message, **exc_details)
    if len(data) < 16:
        message = f"reached EOF while reading pyc header of {name!r}"
        _bootstrap._verbose_message("{}", message)
        raise EOFError(message)
    flags = _unpack_uint32(data[4:8])
    if flags & ~0b11:
        raise ImportError(f"invalid flags {flags!r} in {name!r}", **exc_details)
    return flags


def _validate_timestamp_pyc(data, source_mtime, source_size, name, exc_details):
    """Raise ImportError if the source is not what was compiled, going by time and size."""
    stale = _unpack_uint32(data[8:12]) != source_mtime & 0xFFFFFFFF
    if stale or source_size is not None and _unpack_uint32(data[12:16]) != source_size & 0xFFFFFFFF:
        message = f"bytecode is stale for {name!r}"
        _bootstrap._verbose_message("{}", message)
        raise ImportError(message, **exc_details)


def _validate_hash_pyc(data, source_hash, name, exc_details):
    """Raise ImportError if the source is not what was compiled, going by its hash."""
    if data[8:16] != source_hash:
        raise ImportError(f"hash in bytecode doesn't match hash of source {name!r}", **exc_details)


def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
    """The code object in a compiled file."""
    import marshal
    code = marshal.loads(data)
    if not isinstance(code, _code_type):
        raise ImportError(f"Non-code object in {bytecode_path!r}", name=name, path=bytecode_path)
    _bootstrap._verbose_message("code object from {!r}", bytecode_path)
    if source_path is not None:
        _imp._fix_co_filename(code, source_path)
    return code


def _code_to_timestamp_pyc(code, mtime=0, source_size=0):
    """The content of a compiled file that is checked by time and size."""
    import marshal
    return bytearray(MAGIC_NUMBER + _pack_uint32(0) + _pack_uint32(mtime) + _pack_uint32(source_size) + marshal.dumps(code))


def _code_to_hash_pyc(code, source_hash, checked=True):
    """The content of a compiled file that is checked by the source's hash."""
    import marshal
    assert len(source_hash) == 8
    return bytearray(MAGIC_NUMBER + _pack_uint32(0b1 | checked << 1) + source_hash + marshal.dumps(code))


def decode_source(source_bytes):
    """The text of a source file, decoded as it says, with newlines made '\\n'."""
    return _io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(_source_encoding(source_bytes)))


def _source_encoding(source):
    """The encoding of a source file: by its mark, its first two lines, or UTF-8."""
    import codecs
    import re
    bom = source[:3] == codecs.BOM_UTF8
    for line in bytes(source[3 * bom:]).split(b"\n", 2)[:2]:
        found = re.match(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
        if found:
            name = found[1].decode()
            try:
                known = codecs.lookup(name).name
            except LookupError:
                raise SyntaxError("unknown encoding: " + name) from None
            if bom and known != "utf-8":
                raise SyntaxError("encoding problem: utf-8")
            return "utf-8-sig" if bom else known
        if not re.match(rb"[ \t\f]*(?:[#\r\n]|$)", line):
            break
    return "utf-8-sig" if bom else "utf-8"


# Specs

_POPULATE = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_POPULATE):
    """Make the spec of the module in a file.

    The module is a package if submodule_search_locations is a list, or, if it
    is missing, if the loader says so."""
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = _os.fspath(location)
        try:
            location = _path_abspath(location)
        except OSError:
            pass
    spec = _bootstrap.ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for cls, suffixes in _get_supported_file_loaders():
            if location.endswith(tuple(suffixes)):
                loader = spec.loader = cls(name, location)
                break
        else:
            return None
    if submodule_search_locations is not _POPULATE:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, "is_package"):
        try:
            if loader.is_package(name):
                spec.submodule_search_locations = []
        except ImportError:
            pass
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(_path_split(location)[0])
    return spec


def _bless_my_loader(module_globals):
    """The loader of a module with the given globals, for warnings."""
    if not isinstance(module_globals, dict):
        return None
    missing = object()
    loader = module_globals.get("__loader__")
    spec = module_globals.get("__spec__", missing)
    if spec is None and module_globals.get("__name__") == "__main__":
        return loader
    if loader is None:
        if spec is missing:
            return None
        if spec is None:
            raise ValueError("Module globals is missing a __spec__.loader")
    spec_loader = getattr(spec, "loader", missing)
    if spec_loader is missing or spec_loader is None:
        if loader is None:
            raise (AttributeError if spec_loader is missing else ValueError)("Module globals is missing a __spec__.loader")
        _bootstrap._warn("Module globals is missing a __spec__.loader", DeprecationWarning)
        spec_loader = loader
    if loader is not None and loader != spec_loader:
        _bootstrap._warn("Module globals; __loader__ != __spec__.loader", DeprecationWarning)
        return loader
    return spec_loader


# Loaders

class _LoaderBasics:
    """What loaders of source and of compiled files share."""

    def is_package(self, fullname):
        """Whether the file that get_filename() tells is an __init__."""
        base = _path_split(self.get_filename(fullname))[1].rsplit(".", 1)[0]
        return base == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def create_module(self, spec):
        """Let the import system create the module."""

    def exec_module(self, module):
        """Run the module's code."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        _bootstrap._call_with_frames_removed(exec, code, module.__dict__)

    def load_module(self, fullname):
        """Load a module; deprecated."""
        return _bootstrap._load_module_shim(self, fullname)


class SourceLoader(_LoaderBasics):
    """Loads source that get_data() and get_filename() of a subclass give."""

    def path_mtime(self, path):
        """The time of modification of a source file, an int."""
        raise OSError

    def path_stats(self, path):
        """What is known about a source file: a dict with 'mtime' and perhaps 'size'."""
        return {"mtime": self.path_mtime(path)}

    def _cache_bytecode(self, source_path, cache_path, data):
        return self.set_data(cache_path, data)

    def set_data(self, path, data):
        """Write a compiled file; this one does not."""

    def get_source(self, fullname):
        """The text of the module's source."""
        path = self.get_filename(fullname)
        try:
            source_bytes = self.get_data(path)
        except OSError as exc:
            raise ImportError("source not available through get_data()", name=fullname) from exc
        return decode_source(source_bytes)

    def source_to_code(self, data, path, *, _optimize=-1):
        """Compile source."""
        return _bootstrap._call_with_frames_removed(compile, data, path, "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        """The module's code object, from a compiled file if one is up to date."""
        source_path = self.get_filename(fullname)
        cached = _Cached(self, fullname, source_path)
        code = cached.read()
        if code is not None:
            return code
        source = cached.source
        if source is None:
            source = self.get_data(source_path)
        code = self.source_to_code(source, source_path)
        _bootstrap._verbose_message("code object from {}", source_path)
        cached.write(code, source)
        return code


class _Cached:
    """The compiled file of a source file."""

    def __init__(self, loader, name, source_path):
        self.loader, self.name, self.source_path = loader, name, source_path
        self.mtime = self.source = self.hash = None
        self.hash_based, self.check = False, True
        try:
            self.path = cache_from_source(source_path)
        except NotImplementedError:
            self.path = None

    def read(self):
        """The code in the file, or None if it is not there or stale."""
        if self.path is None:
            return None
        try:
            stats = self.loader.path_stats(self.source_path)
        except OSError:
            return None
        self.mtime = int(stats["mtime"])
        try:
            data = self.loader.get_data(self.path)
        except OSError:
            return None
        try:
            self.validate(data, stats)
        except (ImportError, EOFError):
            return None
        _bootstrap._verbose_message("{} matches {}", self.path, self.source_path)
        return _compile_bytecode(memoryview(data)[16:], name=self.name, bytecode_path=self.path, source_path=self.source_path)

    def validate(self, data, stats):
        details = {"name": self.name, "path": self.path}
        flags = _classify_pyc(data, self.name, details)
        self.hash_based = flags & 1 != 0
        if not self.hash_based:
            _validate_timestamp_pyc(data, self.mtime, stats["size"], self.name, details)
            return
        self.check = flags & 2 != 0
        how = _imp.check_hash_based_pycs
        if how != "never" and (self.check or how == "always"):
            self.source = self.loader.get_data(self.source_path)
            self.hash = _imp.source_hash(_RAW_MAGIC_NUMBER, self.source)
            _validate_hash_pyc(data, self.hash, self.name, details)

    def write(self, code, source):
        if sys.dont_write_bytecode or self.path is None or self.mtime is None:
            return
        if self.hash_based:
            if self.hash is None:
                self.hash = _imp.source_hash(_RAW_MAGIC_NUMBER, source)
            data = _code_to_hash_pyc(code, self.hash, self.check)
        else:
            data = _code_to_timestamp_pyc(code, self.mtime, len(source))
        try:
            self.loader._cache_bytecode(self.source_path, self.path, data)
        except NotImplementedError:
            pass


class FileLoader:
    """What loaders of files share."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    @_check_name
    def load_module(self, fullname):
        """Load the module; deprecated."""
        return super(FileLoader, self).load_module(fullname)

    @_check_name
    def get_filename(self, fullname):
        """The path of the module's file."""
        return self.path

    def get_data(self, path):
        """The bytes in a file."""
        if isinstance(self, (SourceLoader, SourcelessFileLoader, ExtensionFileLoader)):
            file = _io.open_code(str(path))
        else:
            file = _io.FileIO(path, "r")
        with file:
            return file.read()

    @_check_name
    def get_resource_reader(self, module):
        from importlib.readers import FileReader
        return FileReader(self)


class SourceFileLoader(FileLoader, SourceLoader):
    """Loads source files."""

    def path_stats(self, path):
        """The time of modification and the size of a file."""
        st = _path_stat(path)
        return {"mtime": st.st_mtime, "size": st.st_size}

    def _cache_bytecode(self, source_path, bytecode_path, data):
        return self.set_data(bytecode_path, data, _mode=_calc_mode(source_path))

    def set_data(self, path, data, *, _mode=0o666):
        """Write a compiled file; if that cannot be done, there is none."""
        parent = _path_split(path)[0]
        missing = []
        while parent and not _path_isdir(parent):
            parent, part = _path_split(parent)
            missing.append(part)
        try:
            for part in reversed(missing):
                parent = _path_join(parent, part)
                try:
                    _os.mkdir(parent)
                except FileExistsError:
                    pass
        except OSError as exc:
            _bootstrap._verbose_message("could not create {!r}: {!r}", parent, exc)
            return
        try:
            _write_atomic(path, data, _mode)
            _bootstrap._verbose_message("created {!r}", path)
        except OSError as exc:
            _bootstrap._verbose_message("could not create {!r}: {!r}", path, exc)


class SourcelessFileLoader(FileLoader, _LoaderBasics):
    """Loads compiled files that have no source."""

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        data = self.get_data(path)
        _classify_pyc(data, fullname, {"name": fullname, "path": path})
        return _compile_bytecode(memoryview(data)[16:], name=fullname, bytecode_path=path)

    def get_source(self, fullname):
        """There is no source: None."""
        return None


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """Stands for CPython's loader of extension modules, which gopy cannot run."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        """Extension modules cannot be loaded."""
        raise ImportError(f"gopy cannot load extension module {spec.name!r}", name=spec.name, path=self.path)

    def exec_module(self, module):
        """Extension modules cannot be loaded."""
        raise ImportError(f"gopy cannot load extension module {self.name!r}", name=self.name, path=self.path)

    def is_package(self, fullname):
        """Whether the file is an __init__."""
        name = _path_split(self.path)[1]
        return any(name == "__init__" + suffix for suffix in EXTENSION_SUFFIXES)

    def get_code(self, fullname):
        """There is no code object: None."""
        return None

    def get_source(self, fullname):
        """There is no source: None."""
        return None

    @_check_name
    def get_filename(self, fullname):
        """The path of the file."""
        return self.path


class AppleFrameworkLoader(ExtensionFileLoader):
    """Stands for CPython's loader of extension modules on iOS."""


class _NamespacePath:
    """The __path__ of a namespace package, which follows its parent's path."""

    _epoch = 0  # changed by invalidate_caches()

    def __init__(self, name, path, path_finder):
        self._name = name
        self._path = path
        self._last_parent_path = tuple(self._get_parent_path())
        self._last_epoch = self._epoch
        self._path_finder = path_finder

    def _find_parent_path_names(self):
        """The module and the attribute with the path that this one depends on."""
        parent = self._name.rpartition(".")[0]
        return (parent, "__path__") if parent else ("sys", "path")

    def _get_parent_path(self):
        module, attr = self._find_parent_path_names()
        return getattr(sys.modules[module], attr)

    def _recalculate(self):
        parent_path = tuple(self._get_parent_path())
        if parent_path != self._last_parent_path or self._epoch != self._last_epoch:
            spec = self._path_finder(self._name, parent_path)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations
            self._last_parent_path = parent_path
            self._last_epoch = self._epoch
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __repr__(self):
        return f"_NamespacePath({self._path!r})"

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)


class NamespaceLoader:
    """The loader of namespace packages, which have nothing to load."""

    def __init__(self, name, path, path_finder):
        self._path = _NamespacePath(name, path, path_finder)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def create_module(self, spec):
        """Let the import system create the module."""

    def exec_module(self, module):
        pass

    def load_module(self, fullname):
        """Load the package; deprecated."""
        _bootstrap._verbose_message("namespace module loaded with path {!r}", self._path)
        return _bootstrap._load_module_shim(self, fullname)

    def get_resource_reader(self, module):
        from importlib.readers import NamespaceReader
        return NamespaceReader(self._path)


_NamespaceLoader = NamespaceLoader


# Finders

class WindowsRegistryFinder:
    """Stands for CPython's finder of modules named in Windows' registry; it finds none."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        _bootstrap._warn("importlib.machinery.WindowsRegistryFinder is deprecated; use site configuration instead. "
                         "Future versions of Python may not enable this finder by default.", DeprecationWarning, 2)
        return None


class PathFinder:
    """Finds modules on sys.path or the __path__ of a package."""

    @staticmethod
    def invalidate_caches():
        """Make the finders of folders look again."""
        for name, finder in list(sys.path_importer_cache.items()):
            if finder is None or not _path_isabs(name):
                del sys.path_importer_cache[name]
            elif hasattr(finder, "invalidate_caches"):
                finder.invalidate_caches()
        _NamespacePath._epoch += 1
        metadata = sys.modules.get("importlib.metadata")
        if metadata is not None:
            metadata.MetadataPathFinder.invalidate_caches()

    @staticmethod
    def _path_hooks(path):
        """A finder for an entry of a path, or None."""
        if sys.path_hooks is not None and not sys.path_hooks:
            _bootstrap._warn("sys.path_hooks is empty", ImportWarning)
        for hook in sys.path_hooks:
            try:
                return hook(path)
            except ImportError:
                continue
        return None

    @classmethod
    def _path_importer_cache(cls, path):
        """The finder for an entry of a path, kept in sys.path_importer_cache."""
        if path == "":
            try:
                path = _os.getcwd()
            except (FileNotFoundError, PermissionError):
                return None
        try:
            return sys.path_importer_cache[path]
        except KeyError:
            finder = sys.path_importer_cache[path] = cls._path_hooks(path)
            return finder

    @classmethod
    def _get_spec(cls, fullname, path, target=None):
        """The spec of a module; without a loader if there are only parts of a namespace package."""
        portions = []
        for entry in path:
            finder = cls._path_importer_cache(entry) if isinstance(entry, str) else None
            spec = None if finder is None else finder.find_spec(fullname, target)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError("spec missing loader")
            portions.extend(spec.submodule_search_locations)
        spec = _bootstrap.ModuleSpec(fullname, None)
        spec.submodule_search_locations = portions
        return spec

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """Find a module on path, or on sys.path."""
        spec = cls._get_spec(fullname, sys.path if path is None else path, target)
        if spec is None or spec.loader is not None:
            return spec
        portions = spec.submodule_search_locations
        if not portions or path is None and _imp._find_library(fullname):
            return None  # the library comes last, but before namespace packages
        spec.origin = None
        spec.submodule_search_locations = _NamespacePath(fullname, portions, cls._get_spec)
        return spec

    @staticmethod
    def find_distributions(*args, **kwargs):
        """Find installed distributions."""
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)


class FileFinder:
    """Finds modules in a folder, whose list of names it keeps while the folder does not change."""

    def __init__(self, path, *loader_details):
        """loader_details are pairs of a loader and the suffixes of its files."""
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = _os.getcwd() if not path or path == "." else _path_abspath(path)
        self._path_mtime = -1
        self._path_cache = set()
        self._relaxed_path_cache = set()

    def invalidate_caches(self):
        """Read the folder again before the next search."""
        self._path_mtime = -1

    def _get_spec(self, loader_class, fullname, path, smsl, target):
        return spec_from_file_location(fullname, path, loader=loader_class(fullname, path), submodule_search_locations=smsl)

    def _refresh(self):
        try:
            mtime = _path_stat(self.path or _os.getcwd()).st_mtime
        except OSError:
            mtime = -1
        if mtime != self._path_mtime:
            self._fill_cache()
            self._path_mtime = mtime

    def find_spec(self, fullname, target=None):
        """Find a module; the spec of a folder that may be part of a namespace package has no loader."""
        tail = fullname.rpartition(".")[2]
        self._refresh()
        relaxed = _relax_case()
        names = self._relaxed_path_cache if relaxed else self._path_cache
        name = tail.lower() if relaxed else tail
        folder = None
        if name in names:
            base = _path_join(self.path, tail)
            for suffix, loader_class in self._loaders:
                full = _path_join(base, "__init__" + suffix)
                if _path_isfile(full):
                    return self._get_spec(loader_class, fullname, full, [base], target)
            if _path_isdir(base):
                folder = base
        for suffix, loader_class in self._loaders:
            try:
                full = _path_join(self.path, tail + suffix)
            except ValueError:
                return None
            _bootstrap._verbose_message("trying {}", full, verbosity=2)
            if name + suffix in names and _path_isfile(full):
                return self._get_spec(loader_class, fullname, full, None, target)
        if folder is None:
            return None
        _bootstrap._verbose_message("possible namespace for {}", folder)
        spec = _bootstrap.ModuleSpec(fullname, None)
        spec.submodule_search_locations = [folder]
        return spec

    def _fill_cache(self):
        """Read the names in the folder."""
        try:
            contents = _os.listdir(self.path or _os.getcwd())
        except (FileNotFoundError, PermissionError, NotADirectoryError):
            contents = []
        if sys.platform.startswith("win"):
            # Suffixes are compared without regard to case there.
            parts = [item.partition(".") for item in contents]
            self._path_cache = {base + dot + suffix.lower() for base, dot, suffix in parts}
        else:
            self._path_cache = set(contents)
        if sys.platform.startswith(_CASE_INSENSITIVE_PLATFORMS):
            self._relaxed_path_cache = {item.lower() for item in contents}

    @classmethod
    def path_hook(cls, *loader_details):
        """Make a function for sys.path_hooks that makes finders with these loaders."""
        def path_hook_for_FileFinder(path):
            """Path hook for importlib.machinery.FileFinder."""
            if not _path_isdir(path):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)

        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


def _zip_hook(path):
    """Path hook for ZIP files: zipimport.zipimporter."""
    if not path or _path_isdir(path):
        raise ImportError("not a Zip file", path=path)
    from zipimport import zipimporter
    return zipimporter(path)


def _lazy_loader(kind, name, path):
    """The loader of a module that the interpreter imported by itself."""
    if kind == "file":
        return SourceFileLoader(name, path)
    return _bootstrap.BuiltinImporter if kind == "built-in" else _bootstrap.FrozenImporter


def _fix_up_module(ns, name, pathname, cpathname=None):
    """Give the globals of a module what a file loader gives."""
    spec = ns.get("__spec__")
    loader = ns.get("__loader__")
    if not loader:
        if spec:
            loader = spec.loader
        else:
            loader = (SourcelessFileLoader if pathname == cpathname else SourceFileLoader)(name, pathname)
    if not spec:
        spec = spec_from_file_location(name, pathname, loader=loader)
        if cpathname:
            spec.cached = _path_abspath(cpathname)
    ns.update(__spec__=spec, __loader__=loader, __file__=pathname, __cached__=cpathname)


def _get_supported_file_loaders():
    """Pairs of loaders and the suffixes of their files."""
    return [(SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)]


def _set_bootstrap_module(_bootstrap_module):
    global _bootstrap
    _bootstrap = _bootstrap_module


def _install(_bootstrap_module):
    """Install the importers that look at files, once more."""
    _set_bootstrap_module(_bootstrap_module)
    sys.path_hooks.append(FileFinder.path_hook(*_get_supported_file_loaders()))
    sys.meta_path.append(PathFinder)
