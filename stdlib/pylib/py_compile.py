# py_compile: compile source files to files of compiled code (library
# reference, "py_compile").

import enum
import importlib._bootstrap_external
import importlib.machinery
import importlib.util
import os
import os.path
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A source file cannot be compiled."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        name = exc_type.__name__
        if exc_type is SyntaxError:
            text = "".join(traceback.format_exception_only(exc_type, exc_value))
            text = text.replace('File "<string>"', f'File "{file}"')
        else:
            text = f"Sorry: {name}: {exc_value}"
        Exception.__init__(self, msg or text, name, exc_value, file)
        self.exc_type_name = name
        self.exc_value = exc_value
        self.file = file
        self.msg = msg or text

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How a compiled file is checked against its source."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def _get_default_invalidation_mode():
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return PycInvalidationMode.CHECKED_HASH
    return PycInvalidationMode.TIMESTAMP


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compile a source file; the result is the path of the compiled one.

    cfile is where that goes, dfile the name of the source in messages. An error
    is printed, or raised as PyCompileError if doraise is true."""
    external = importlib._bootstrap_external
    if invalidation_mode is None:
        invalidation_mode = _get_default_invalidation_mode()
    if cfile is None:
        if optimize >= 0:
            cfile = importlib.util.cache_from_source(file, optimization=optimize if optimize >= 1 else "")
        else:
            cfile = importlib.util.cache_from_source(file)
    if os.path.islink(cfile):
        raise FileExistsError(f"{cfile} is a symlink and will be changed into a regular file if import writes a "
                              "byte-compiled file to it")
    if os.path.exists(cfile) and not os.path.isfile(cfile):
        raise FileExistsError(f"{cfile} is a non-regular file and will be changed into a regular one if import writes "
                              "a byte-compiled file to it")
    loader = importlib.machinery.SourceFileLoader("<py_compile>", file)
    source = loader.get_data(file)
    try:
        code = loader.source_to_code(source, dfile or file, _optimize=optimize)
    except Exception as err:
        failure = PyCompileError(err.__class__, err, dfile or file)
        if quiet < 2:
            if doraise:
                raise failure
            sys.stderr.write(failure.msg + "\n")
        return None
    folder = os.path.dirname(cfile)
    if folder:
        os.makedirs(folder, exist_ok=True)
    if invalidation_mode == PycInvalidationMode.TIMESTAMP:
        stats = loader.path_stats(file)
        data = external._code_to_timestamp_pyc(code, stats["mtime"], stats["size"])
    else:
        checked = invalidation_mode == PycInvalidationMode.CHECKED_HASH
        data = external._code_to_hash_pyc(code, importlib.util.source_hash(source), checked)
    external._write_atomic(cfile, data, external._calc_mode(file))
    return cfile


def main():
    """Compile the files that the command line names; - means names from standard input."""
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for py_compile module.")
    parser.add_argument("-q", "--quiet", action="store_true", help="Suppress error output")
    parser.add_argument("filenames", nargs="+", help="Files to compile")
    args = parser.parse_args()
    names = [line.rstrip("\n") for line in sys.stdin] if args.filenames == ["-"] else args.filenames
    for name in names:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            if args.quiet:
                parser.exit(1)
            parser.exit(1, error.msg)
        except OSError as error:
            if args.quiet:
                parser.exit(1)
            parser.exit(1, str(error))


if __name__ == "__main__":
    main()
