import os
import stat
import sys
from _fnmatch import fnmatchcase

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "make_archive", "get_archive_formats", "unpack_archive", "get_unpack_formats", "ignore_patterns",
           "chown", "which", "get_terminal_size", "SameFileError", "disk_usage", "ExecError", "ReadError", "RegistryError"]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """The operation is not possible for a special file such as a pipe."""


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


def copyfileobj(fsrc, fdst, length=0):
    """Copy the rest of one file object to another."""
    if not length:
        length = COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while buf := read(length):
        write(buf)


def _samefile(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the contents of a file."""
    sys.audit("shutil.copyfile", src, dst)
    if _samefile(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        try:
            st = os.stat(path)
        except OSError:
            continue
        if stat.S_ISFIFO(st.st_mode):
            path = os.fspath(path) if isinstance(path, os.PathLike) else path
            raise SpecialFileError("`%s` is a named pipe" % path)
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from None
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permission bits."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permission bits and times."""
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    st = src.stat(follow_symlinks=follow) if isinstance(src, os.DirEntry) else os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(st.st_mode))


def copy(src, dst, *, follow_symlinks=True):
    """Copy contents and permission bits; dst may be a directory."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy contents, permission bits and times; dst may be a directory."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """Return an ignore function for copytree."""
    def ignore(path, names):
        return {n for n in names for p in patterns if fnmatchcase(n, p)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a directory tree and return the destination."""
    sys.audit("shutil.copytree", src, dst)
    with os.scandir(src) as it:
        entries = list(it)
    ignored = ignore(os.fspath(src), [e.name for e in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    use_entry = copy_function is copy2 or copy_function is copy
    for entry in entries:
        if entry.name in ignored:
            continue
        srcname = os.path.join(src, entry.name)
        dstname = os.path.join(dst, entry.name)
        srcobj = entry if use_entry else srcname
        try:
            if entry.is_symlink():
                target = os.readlink(srcname)
                if symlinks:
                    os.symlink(target, dstname)
                    copystat(srcobj, dstname, follow_symlinks=False)
                    continue
                if not os.path.exists(srcname) and ignore_dangling_symlinks:
                    continue
            if entry.is_dir():
                copytree(srcobj, dstname, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(srcobj, dstname)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((srcname, dstname, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a directory tree."""
    sys.audit("shutil.rmtree", path, dir_fd)
    if ignore_errors:
        def onexc(*args):
            pass
    elif onexc is None:
        if onerror is None:
            def onexc(*args):
                raise
        else:
            def onexc(function, path, error):
                return onerror(function, path, (type(error), error, error.__traceback__))
    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as error:
        onexc(os.path.islink, path, error)
        return
    try:
        st = os.lstat(path, dir_fd=dir_fd)
    except OSError as error:
        onexc(os.lstat, path, error)
        return
    if not stat.S_ISDIR(st.st_mode):
        try:
            os.listdir(path)
        except OSError as error:
            onexc(os.scandir, path, error)
            return
    _rmtree(path, onexc)


def _rmtree(path, onexc):
    try:
        with os.scandir(path) as it:
            entries = list(it)
    except FileNotFoundError:
        return
    except OSError as error:
        onexc(os.scandir, path, error)
        entries = []
    for entry in entries:
        full = entry.path
        try:
            is_dir = entry.is_dir(follow_symlinks=False)
        except FileNotFoundError:
            continue
        except OSError:
            is_dir = False
        if is_dir:
            _rmtree(full, onexc)
            continue
        try:
            os.unlink(full)
        except FileNotFoundError:
            continue
        except OSError as error:
            onexc(os.unlink, full, error)
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        onexc(os.rmdir, path, error)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Move a file or directory, also to another file system."""
    sys.audit("shutil.move", src, dst)
    real = dst
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if (os.path.abspath(dst) + "/").startswith(os.path.abspath(src).rstrip("/") + "/"):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst)) from None
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


_ntuple_diskusage = None


def disk_usage(path):
    """Return total, used and free space of a file system."""
    from collections import namedtuple
    global _ntuple_diskusage
    if _ntuple_diskusage is None:
        _ntuple_diskusage = namedtuple("usage", "total used free")
    st = os.statvfs(path)
    return _ntuple_diskusage(st.f_blocks * st.f_frsize, (st.f_blocks - st.f_bfree) * st.f_frsize, st.f_bavail * st.f_frsize)


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Change owner and group, given by name or number."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    uid = gid = -1
    if isinstance(user, str):
        import pwd
        uid = pwd.getpwnam(user).pw_uid
    elif user is not None:
        uid = user
    if isinstance(group, str):
        import grp
        gid = grp.getgrnam(group).gr_gid
    elif group is not None:
        gid = group
    os.chown(path, uid, gid, dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def get_terminal_size(fallback=(80, 24)):
    """Return the size of the terminal, from the environment or the system."""
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    columns, lines = sizes
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """Return the path of the program that a command would run, or None."""
    def usable(f):
        return os.path.exists(f) and os.access(f, mode) and not os.path.isdir(f)

    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    as_bytes = isinstance(cmd, bytes)
    if path is None:
        path = os.environ.get("PATH")
        if path is None:
            path = os.defpath
    if not path:
        return None
    path = os.fsdecode(path).split(os.pathsep)
    for d in dict.fromkeys(path):
        name = os.path.join(os.fsencode(d) if as_bytes else d, cmd)
        if usable(name):
            return name
    return None


def _make_tar(base_name, base_dir, mode, suffix, root_dir):
    import tarfile
    name = base_name + suffix
    with tarfile.open(name, mode) as tar:
        tar.add(os.path.join(root_dir, base_dir) if root_dir else base_dir, arcname=base_dir)
    return name


def _make_zip(base_name, base_dir, root_dir):
    import zipfile
    name = base_name + ".zip"
    with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as z:
        top = os.path.join(root_dir, base_dir) if root_dir else base_dir
        for parent, dirs, files in os.walk(top):
            rel = os.path.normpath(os.path.join(base_dir, os.path.relpath(parent, top)))
            for f in sorted(dirs) + files:
                z.write(os.path.join(parent, f), os.path.normpath(os.path.join(rel, f)))
    return name


_archives = {
    "tar": (".tar", "w", "uncompressed tar file"), "gztar": (".tar.gz", "w:gz", "gzip'ed tar-file"),
    "bztar": (".tar.bz2", "w:bz2", "bzip2'ed tar-file"), "xztar": (".tar.xz", "w:xz", "xz'ed tar-file"), "zip": (".zip", "", "ZIP file"),
}


def get_archive_formats():
    return sorted((name, row[2]) for name, row in _archives.items())


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Pack a directory and return the name of the archive."""
    try:
        suffix, mode, _ = _archives[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_name = os.path.abspath(base_name)
    base_dir = os.curdir if base_dir is None else base_dir
    parent = os.path.dirname(base_name)
    if parent and not os.path.exists(parent):
        os.makedirs(parent)
    if format == "zip":
        return _make_zip(base_name, base_dir, root_dir)
    return _make_tar(base_name, base_dir, mode, suffix, root_dir)


def get_unpack_formats():
    return sorted((name, [row[0]], row[2]) for name, row in _archives.items())


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a directory."""
    filename = os.fspath(filename)
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    if format is None:
        for name, row in _archives.items():
            if filename.endswith(row[0]) or name == "gztar" and filename.endswith(".tgz"):
                format = name
        if format is None:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    elif format not in _archives:
        raise ValueError("Unknown unpack format '{0}'".format(format))
    if format == "zip":
        import zipfile
        with zipfile.ZipFile(filename) as z:
            z.extractall(extract_dir)
    else:
        import tarfile
        with tarfile.open(filename) as tar:
            tar.extractall(extract_dir, filter=filter)
