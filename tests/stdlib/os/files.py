import os, os.path
from os import path
os.environ["HOME"] = "/home/x"
print(os.environ["HOME"], os.path.join("a","b","/c","d/","e"), path is os.path)
os.environ["GX"]="1"; print(os.getenv("GX"), "GX" in os.environ, os.environ.pop("GX"), os.getenv("GX"))
import tempfile, shutil
top = tempfile.mkdtemp()
os.chdir(top)
d = "tree"
import posix
def rm(p):
    for r,ds,fs in os.walk(p, topdown=False):
        for f in fs + [x for x in ds if os.path.islink(os.path.join(r,x))]: os.remove(os.path.join(r,f))
        os.rmdir(r)
if os.path.exists(d): rm(d)
os.makedirs(d+"/a/b/c"); os.makedirs(d+"/a/b/c", exist_ok=True)
open(d+"/a/f.txt","w").write("hello")
print(os.stat(d+"/a/f.txt").st_size, os.path.getsize(d+"/a/f.txt"), os.path.isfile(d+"/a/f.txt"), os.path.isdir(d))
os.symlink("f.txt", d+"/a/link"); print(os.readlink(d+"/a/link"), os.path.islink(d+"/a/link"), os.path.realpath(d+"/a/link")==os.path.realpath(d+"/a/f.txt"))
print([(r[len(d):],sorted(x),sorted(f)) for r,x,f in os.walk(d)])
print(sorted((e.name,e.is_dir(),e.is_file(),e.is_symlink()) for e in os.scandir(d+"/a")))
os.rename(d+"/a/f.txt", d+"/a/g.txt"); print(sorted(os.listdir(d+"/a")))
for f,a in [(os.remove,("nope",)),(os.rename,("nope","x")),(os.mkdir,(d,)),(os.rmdir,(d,)),(os.listdir,("nope",)),(os.chdir,(5.5,)),(os.stat,("a\0b",)),(os.open,("nope",0))]:
    try: f(*a)
    except Exception as e: print(type(e).__name__, e)
r,w=os.pipe(); os.write(w,b"abc"); print(os.read(r,10), os.get_inheritable(r)); os.close(r); os.close(w)
try: os.close(w)
except OSError as e: print(e.strerror, e.errno)
fd=os.open(d+"/x",os.O_CREAT|os.O_RDWR,0o600); os.write(fd,b"12345"); os.lseek(fd,1,0); print(os.read(fd,2)); os.ftruncate(fd,2); os.close(fd)
print(oct(os.stat(d+"/x").st_mode)); os.chmod(d+"/x",0o644); print(oct(os.stat(d+"/x").st_mode)); os.utime(d+"/x",(1,2)); print(os.stat(d+"/x").st_mtime, os.stat(d+"/x").st_mtime_ns)
print(os.access(d,os.R_OK), os.fspath("a"), os.fsencode("a\udcff"), os.fsdecode(b"a\xff").encode("utf8","surrogateescape"))
print(path.split("/a/b/"), path.splitext("a/.b.c"), path.normpath("/a/../b//c/./d/.."), path.relpath("/a/b","/a/c/d"), path.commonpath(["/a/b","/a/c"]), path.commonprefix(["abc","abd"]), path.basename("a/b"), path.dirname("a/b"), path.isabs("/a"), path.splitroot("//a/b"), path.expandvars("$HOME/x${HOME}$"), path.expanduser("~/x"))
print(os.sep, os.name, os.linesep, os.curdir, os.devnull, os.strerror(2), os.cpu_count()>0, os.getpid()>0)
print(type(os.uname()).__name__, os.WEXITSTATUS(256), os.waitstatus_to_exitcode(9))
try: os.path.join("a",1)
except TypeError as e: print(e)
try: os.path.join("a",b"b")
except TypeError as e: print(e)
try: open(d)
except OSError as e: print(e)
print(isinstance("a",os.PathLike), len(os.urandom(4)))
class P:
    def __fspath__(self): return d
print(isinstance(P(),os.PathLike), os.path.exists(P()), os.fspath(P())==d)
print(repr(os.environ)[:9], os.get_exec_path({"PATH":"/a:/b"}))
rm(d); print(os.path.exists(d))

os.rmdir(top)
