# site: folders of installed packages (library reference, "site").
#
# gopy does not import site when it starts: sys.path has the program's folder
# and PYTHONPATH. main() adds the rest.

import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = None
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """An absolute path, and its form for comparisons."""
    folder = os.path.join(*paths)
    try:
        folder = os.path.abspath(folder)
    except OSError:
        pass
    return folder, os.path.normcase(folder)


def _init_pathinfo():
    known = set()
    for item in sys.path:
        try:
            if os.path.exists(item):
                known.add(makepath(item)[1])
        except TypeError:
            continue
    return known


def removeduppaths():
    """Make the entries of sys.path absolute and drop those that were there before."""
    kept, known = [], set()
    for item in sys.path:
        folder, key = makepath(item)
        if key not in known:
            kept.append(folder)
            known.add(key)
    sys.path[:] = kept
    return known


def addpackage(sitedir, name, known_paths):
    """Read a .pth file: folders to add to sys.path, lines of code beginning with import."""
    reset = known_paths is None
    if reset:
        known_paths = _init_pathinfo()
    path = os.path.join(sitedir, name)
    try:
        with open(path, encoding="utf-8-sig") as f:
            text = f.read()
    except OSError:
        return None
    except UnicodeDecodeError:
        import locale
        with open(path, encoding=locale.getencoding()) as f:
            text = f.read()
    for n, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or line.strip() == "":
            continue
        try:
            if line.startswith(("import ", "import\t")):
                exec(line)
                continue
            folder, key = makepath(sitedir, line.rstrip())
            if key not in known_paths and os.path.exists(folder):
                sys.path.append(folder)
                known_paths.add(key)
        except Exception as exc:
            print(f"Error processing line {n:d} of {path}:\n", file=sys.stderr)
            import traceback
            for record in traceback.format_exception(exc):
                for out in record.splitlines():
                    print("  " + out, file=sys.stderr)
            print("\nRemainder of file ignored", file=sys.stderr)
            break
    return None if reset else known_paths


def addsitedir(sitedir, known_paths=None):
    """Add a folder to sys.path and read the .pth files in it."""
    reset = known_paths is None
    if reset:
        known_paths = _init_pathinfo()
    sitedir, key = makepath(sitedir)
    if key not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(key)
    try:
        names = os.listdir(sitedir)
    except OSError:
        return None
    for name in sorted(names):
        if name.endswith(".pth") and not name.startswith("."):
            addpackage(sitedir, name, known_paths)
    return None if reset else known_paths


def check_enableusersite():
    """Whether the user's folder is used: False if not wanted, None if unsafe."""
    if sys.flags.no_user_site:
        return False
    if hasattr(os, "getuid"):
        if os.geteuid() != os.getuid() or os.getegid() != os.getgid():
            return None
    return True


def _get_path(userbase):
    major, minor = sys.version_info[:2]
    if os.name == "nt":
        return f"{userbase}\\Python{major}{minor}\\site-packages"
    return f"{userbase}/lib/python{major}.{minor}/site-packages"


def getuserbase():
    """The folder for what a user installs."""
    global USER_BASE
    if USER_BASE is None:
        base = os.environ.get("PYTHONUSERBASE")
        if not base:
            home = os.path.join(os.environ.get("APPDATA") or "~", "Python") if os.name == "nt" else os.path.join("~", ".local")
            base = os.path.expanduser(home)
        USER_BASE = base
    return USER_BASE


def getusersitepackages():
    """The folder for packages that a user installs."""
    global USER_SITE, ENABLE_USER_SITE
    base = getuserbase()
    if USER_SITE is None:
        if base is None:
            ENABLE_USER_SITE = False
        else:
            USER_SITE = _get_path(base)
    return USER_SITE


def addusersitepackages(known_paths):
    """Add the user's folder to sys.path."""
    folder = getusersitepackages()
    if ENABLE_USER_SITE and os.path.isdir(folder):
        addsitedir(folder, known_paths)
    return known_paths


def getsitepackages(prefixes=None):
    """The folders for packages that are installed for all."""
    out, seen = [], set()
    for prefix in PREFIXES if prefixes is None else prefixes:
        if not prefix or prefix in seen:
            continue
        seen.add(prefix)
        if os.sep == "/":
            libs = [sys.platlibdir] if sys.platlibdir == "lib" else [sys.platlibdir, "lib"]
            for lib in libs:
                out.append(os.path.join(prefix, lib, "python%d.%d" % sys.version_info[:2], "site-packages"))
        else:
            out += [prefix, os.path.join(prefix, "Lib", "site-packages")]
    return out


def addsitepackages(known_paths, prefixes=None):
    """Add the folders of installed packages to sys.path."""
    for folder in getsitepackages(prefixes):
        if os.path.isdir(folder):
            addsitedir(folder, known_paths)
    return known_paths


def venv(known_paths):
    """Take the folders of a virtual environment that the interpreter is in."""
    folder = os.path.dirname(os.path.dirname(os.path.abspath(sys.executable)))
    if os.path.isfile(os.path.join(folder, "pyvenv.cfg")):
        sys.prefix = sys.exec_prefix = folder
        addsitepackages(known_paths, [folder])
        PREFIXES.insert(0, folder)
    return known_paths


def main():
    """Add the folders of installed packages to sys.path."""
    global ENABLE_USER_SITE
    known_paths = venv(removeduppaths())
    if ENABLE_USER_SITE is None:
        ENABLE_USER_SITE = check_enableusersite()
    known_paths = addusersitepackages(known_paths)
    addsitepackages(known_paths)
    for name in ("sitecustomize", "usercustomize") if ENABLE_USER_SITE else ("sitecustomize",):
        try:
            __import__(name)
        except ImportError as exc:
            if exc.name != name:
                raise


ENABLE_USER_SITE = check_enableusersite()
getusersitepackages()


def _script():
    args = sys.argv[1:]
    shown = []
    if "--user-base" in args:
        shown.append(getuserbase())
    if "--user-site" in args:
        shown.append(getusersitepackages())
    if shown:
        print(os.pathsep.join(shown))
        sys.exit(0 if ENABLE_USER_SITE else 1 if ENABLE_USER_SITE is False else 2)
    if args:
        print("usage: site [--user-base] [--user-site]")
        sys.exit(10)
    print("sys.path = [")
    for folder in sys.path:
        print(f"    {folder!r},")
    print("]")
    for name, folder in ("USER_BASE", getuserbase()), ("USER_SITE", getusersitepackages()):
        print(f"{name}: {folder!r} ({'exists' if os.path.isdir(folder) else 'doesn' + chr(39) + 't exist'})")
    print(f"ENABLE_USER_SITE: {ENABLE_USER_SITE!r}")


if __name__ == "__main__":
    _script()
