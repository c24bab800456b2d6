from pathlib import *
import os, shutil, tempfile, glob, fnmatch, stat
P=PurePosixPath
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for p in ["", ".", "/", "//a", "a/b.c.d", "/a/./b//c/../", ".bashrc", "a.", "..", "a/.b.c", "//", "///x"]:
    x=P(p); print(repr(x), x.parts, x.drive, x.root, x.name, x.stem, x.suffix, x.suffixes, x.parent, list(x.parents), x.is_absolute())
for p in ["c:/a/b", "c:a", "\\\\srv\\share\\x", "//srv/share", "c:", "\\a", "a/b"]:
    x=PureWindowsPath(p); print(repr(x), str(x), x.parts, x.drive, x.root, x.anchor, x.name, x.parent, x.is_absolute())
print(P("a")/"b"/"/c", "x"/P("y"), P("a","b"), P("a").joinpath("b","c"), P("a")==P("a/."), P("a")<P("b"), hash(P("a"))==hash(P("./a")), {P("a")})
t(lambda: P("a/b.txt").with_name("c")); t(lambda: P("a/b.txt").with_suffix(".py")); t(lambda: P("a/b.txt").with_stem("q")); t(lambda: P("/").with_name("x")); t(lambda: P("a").with_suffix("py")); t(lambda: P("a").with_name("b/c"))
t(lambda: P("/a/b").relative_to("/a")); t(lambda: P("/a/b").relative_to("/c")); t(lambda: P("/a/b").relative_to("/a/c",walk_up=True)); t(lambda: P("/a/b").is_relative_to("/a"))
t(lambda: P("/a/b.py").match("*.py")); t(lambda: P("/a/b.py").match("/a/*.py")); t(lambda: P("a/b/c.py").full_match("a/**/*.py")); t(lambda: P("a").match("")); t(lambda: PureWindowsPath("A.PY").match("*.py"))
t(lambda: Path.from_uri("file:///a%20b")); t(lambda: P("a")/1); t(lambda: P(1)); t(lambda: P(b"a")); t(lambda: P("a").parents[0]); t(lambda: P("a/b/c").parents[5]); t(lambda: P("a/b/c").parents[-1]); t(lambda: P("a/b/c").parents[:2])
top = Path(tempfile.mkdtemp()).resolve(); os.chdir(top); d = top/"pt"; d.mkdir()
(d/"a/b").mkdir(parents=True); (d/"a/f.py").write_text("hé\nx"); (d/"a/b/g.py").write_bytes(b"123"); (d/".h").touch(); (d/"a/ln").symlink_to("f.py")
print((d/"a/f.py").read_text(), (d/"a/b/g.py").read_bytes(), (d/"a").is_dir(), (d/"zz").exists(), (d/"a/ln").is_symlink(), (d/"a/ln").readlink(), (d/"a/ln").resolve().name, (d/"a/f.py").stat().st_size)
print(sorted(str(x.relative_to(d)) for x in d.rglob("*.py")), sorted(x.name for x in d.iterdir()), sorted(str(x.relative_to(d)) for x in d.glob("**/*")), sorted(str(x.relative_to(d)) for x in d.glob("*/b")), sorted(str(x.relative_to(d)) for x in d.glob("**")),sorted(str(x.relative_to(d)) for x in d.glob("a/*/")))
t(lambda: list(d.glob(""))); t(lambda: list(d.glob("/x")));    t(lambda: (d/"nope").unlink(missing_ok=True));  
print([(str(p.relative_to(d)),sorted(a),sorted(b)) for p,a,b in d.walk()])
os.chdir(d); print(sorted(map(str,Path(".").glob("**/*.py"))), Path("x").absolute() == d/"x", Path.cwd() == d, Path().resolve() == d, sorted(map(str,Path().rglob("g*"))))
print(sorted(glob.glob("**", recursive=True)), sorted(glob.glob("a/*.py")), glob.glob("*"), glob.glob("nope*"), glob.escape("a[b]*"), sorted(glob.glob("*", root_dir="a")), sorted(glob.glob("**/*.py",recursive=True)))
(d/"a/ln").unlink(); print((d/"a/f.py").rename(d/"a/z.py").name, (d/"a/z.py").replace(d/"a/y.py").name)
for n,p in [("abc","a*"),("abc","a?c"),("abc","[a-b]bc"),("abc","[!a]bc"),("a[c","a[c"),("","*"),("ABC","abc"),("a]","a[]]")]: print(fnmatch.fnmatch(n,p), end=" ")
print(fnmatch.translate("a*b?[!x-z]*.py"), fnmatch.translate("*"), fnmatch.filter(["a.py","b.c"],"*.py"))
print(shutil.copy("a/y.py","c.py"), shutil.copytree("a","a2"), sorted(os.listdir("a2")), shutil.move("a2","a3"), shutil.which("sh") is not None, shutil.which("nonexistent"), 1)
t(lambda: shutil.copyfile("c.py","c.py")); t(lambda: shutil.rmtree("nope")); t(lambda: shutil.copytree("a","a3"))
with tempfile.TemporaryDirectory() as td: print(os.path.isdir(td)); open(td+"/x","w").write("1")
print(os.path.exists(td))
with tempfile.NamedTemporaryFile("w+", suffix=".t") as f: f.write("hi"); f.seek(0); print(f.read(), f.name.endswith(".t"), os.path.exists(f.name))
print(os.path.exists(f.name)); fd,n=tempfile.mkstemp(prefix="pp"); os.close(fd); print(os.path.basename(n)[:2], oct(os.stat(n).st_mode)); os.unlink(n)
with tempfile.TemporaryFile() as f: f.write(b"x"); f.seek(0); print(f.read())
s=tempfile.SpooledTemporaryFile(max_size=3); s.write(b"ab"); print(s._rolled); s.write(b"cd"); print(s._rolled); s.seek(0); print(s.read())
print(stat.filemode(0o100644), stat.S_ISDIR(os.stat("/").st_mode), stat.filemode(0o41777), shutil.get_terminal_size())
os.chdir("/"); shutil.rmtree(top); print(d.exists())
class M(PurePosixPath): pass
print(repr(M("a")/"b"), M("a").parent)

