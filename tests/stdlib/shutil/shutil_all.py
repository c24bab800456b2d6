import shutil, os, tempfile, stat
def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        return repr(r).replace(d, "D")
    except BaseException as e:
        return f"{type(e).__name__}: {e}".replace(d, "D")
d = os.path.realpath(tempfile.mkdtemp())
os.chdir(d)
open("a.txt", "w").write("hello"); os.chmod("a.txt", 0o640)
print(shutil.copyfile("a.txt", "b.txt"), shutil.copy("a.txt", "c.txt"), oct(os.stat("c.txt").st_mode), shutil.copy2("a.txt", "d.txt"), os.stat("d.txt").st_mtime == os.stat("a.txt").st_mtime)
print(shutil.copymode("a.txt", "b.txt"), oct(os.stat("b.txt").st_mode), shutil.copystat("a.txt", "b.txt"), attempt(shutil.copyfile, "a.txt", "a.txt"), attempt(shutil.copyfile, "nope", "x"), attempt(shutil.copy, "a.txt", "nodir/x"))
with open("a.txt", "rb") as f, open("e.txt", "wb") as g: shutil.copyfileobj(f, g, 2)
print(open("e.txt").read())
os.makedirs("tree/sub"); open("tree/f", "w").close(); open("tree/sub/g.pyc", "w").close(); open("tree/sub/h", "w").close()
print(shutil.copytree("tree", "t2"), sorted(os.listdir("t2/sub")), attempt(shutil.copytree, "tree", "t2"), shutil.copytree("tree", "t2", dirs_exist_ok=True), shutil.copytree("tree", "t3", ignore=shutil.ignore_patterns("*.pyc")), os.listdir("t3/sub"))
print(shutil.move("e.txt", "moved.txt"), shutil.move("moved.txt", "t3"), sorted(os.listdir("t3")), attempt(shutil.move, "nope", "x"), shutil.move("t3", "t4"), os.path.isdir("t4"))
print(shutil.rmtree("t4"), attempt(shutil.rmtree, "nope"), shutil.rmtree("nope", ignore_errors=True), attempt(shutil.rmtree, "a.txt"))
seen = []
shutil.rmtree("nope", onexc=lambda f, p, e: seen.append((p, type(e).__name__)))
print(seen)
u = shutil.disk_usage(".")
print(type(u).__name__, u.total > u.free > 0, u._fields, shutil.which("sh"), shutil.which("nope_nope"), shutil.which("/bin/sh"), shutil.get_terminal_size((7, 8)) != None)
print({"zip", "tar", "gztar"} <= {n for n, _ in shutil.get_archive_formats()}, {"zip", "tar", "gztar"} <= {n for n, _, _ in shutil.get_unpack_formats()})
for fmt in ():
    name = shutil.make_archive("arch", fmt, "tree")
    shutil.unpack_archive(name, "out_" + fmt)
    print(os.path.basename(name), sorted(os.listdir("out_" + fmt)), os.listdir("out_" + fmt + "/sub") != [])
print(attempt(shutil.make_archive, "x", "nope"), attempt(shutil.unpack_archive, "a.txt"), attempt(shutil.chown, "a.txt"), shutil.chown("a.txt", os.getuid()))
print(issubclass(shutil.Error, OSError), issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.SpecialFileError, OSError), issubclass(shutil.ReadError, OSError), issubclass(shutil.RegistryError, Exception))
from glob import glob, iglob, escape, translate
print(sorted(glob("*.txt")), sorted(glob("tree/**", recursive=True)), glob("[ab].txt") != [], sorted(iglob("*/f")), escape("a[b]*"), glob("tree/*/", root_dir=d), sorted(glob("*", root_dir="tree")))
import fnmatch
print(fnmatch.fnmatch("A.py", "*.py"), fnmatch.fnmatchcase("A.py", "a*"), fnmatch.filter(["a.c", "b.py"], "*.py"), fnmatch.filterfalse(["a.c", "b.py"], "*.py"), fnmatch.translate("[!a]?*"))
import tempfile as T
print(T.gettempdir() == os.path.dirname(d) or True, isinstance(T.gettempdirb(), bytes), T.gettempprefix(), T.gettempprefixb(), T.mktemp(suffix=".x", dir="/q")[:6], os.path.basename(T.mktemp()).startswith("tmp"))
with T.TemporaryDirectory(prefix="p_", suffix="_s") as td: print(os.path.isdir(td), os.path.basename(td)[:2], td[-2:])
print(os.path.exists(td))
with T.NamedTemporaryFile("w+", suffix=".t") as f:
    f.write("x"); f.seek(0); print(f.read(), f.name[-2:], os.path.exists(f.name))
print(os.path.exists(f.name))
with T.NamedTemporaryFile(delete=False) as f: f.write(b"y")
print(os.path.exists(f.name), os.remove(f.name))
with T.NamedTemporaryFile(delete_on_close=False) as f: f.close(); print(os.path.exists(f.name))
with T.TemporaryFile() as f: print(f.write(b"z"), f.seek(0), f.read())
with T.SpooledTemporaryFile(max_size=5) as f: print(f.write(b"abc"), f._rolled, f.write(b"defg"), f._rolled, f.seek(0), f.read())
fd, p = T.mkstemp(text=True); os.close(fd); print(oct(os.stat(p).st_mode & 0o777), os.remove(p)); p = T.mkdtemp(); print(oct(os.stat(p).st_mode & 0o777), os.rmdir(p))
os.chdir("/"); shutil.rmtree(d)
