import os, stat, sys, tempfile, errno
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
d = tempfile.mkdtemp()
os.chdir(d)
os.umask(0o022)
print(os.getcwd() == os.path.realpath(d), os.listdir(), os.name, os.sep, os.linesep, os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, os.devnull, os.defpath)
os.mkdir("a"); os.makedirs("b/c/d"); os.makedirs("b/c", exist_ok=True)
print(attempt(os.mkdir, "a"), attempt(os.makedirs, "b/c"), attempt(os.mkdir, "x/y"), attempt(os.rmdir, "b"), os.rmdir("a"), attempt(os.rmdir, "a"))
fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o640)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 3, 6), os.pwrite(fd, b"W", 6), os.fstat(fd).st_size, os.ftruncate(fd, 8), os.fsync(fd), os.isatty(fd), os.get_inheritable(fd), os.set_inheritable(fd, True), os.get_inheritable(fd), os.get_blocking(fd))
e = os.dup(fd)
print(os.dup2(e, 50), os.fdatasync(50), os.close(50), os.close(e), os.close(fd), attempt(os.close, fd), attempt(os.read, fd, 1), attempt(os.open, "nope", os.O_RDONLY))
print(os.stat("f").st_size, stat.filemode(os.stat("f").st_mode), os.path.getsize("f"), os.access("f", os.R_OK), os.access("nope", os.F_OK), os.chmod("f", 0o600), oct(os.stat("f").st_mode), os.truncate("f", 3), os.stat("f").st_size)
s = os.stat("f")
print(type(s).__name__, len(s), s[6] == s.st_size, s.st_nlink, s.st_uid == os.getuid(), isinstance(s.st_mtime_ns, int), attempt(os.stat, "nope"), attempt(os.stat, 3.5))
os.utime("f", (1000, 2000))
print(os.stat("f").st_mtime, os.stat("f").st_atime, os.utime("f", ns=(5, 6)), os.stat("f").st_mtime_ns, attempt(os.utime, "f", (1, 2), ns=(1, 2)))
os.symlink("f", "ln"); os.link("f", "hard")
print(os.readlink("ln"), os.lstat("ln").st_size, stat.S_ISLNK(os.lstat("ln").st_mode), os.path.islink("ln"), os.path.samefile("f", "hard"), os.stat("f").st_nlink, attempt(os.readlink, "f"), attempt(os.symlink, "f", "ln"))
print(sorted(os.listdir(".")), sorted(os.listdir(b".")), attempt(os.listdir, "nope"), attempt(os.listdir, "f"))
with os.scandir(".") as it:
    for x in sorted(it, key=lambda x: x.name):
        print(x.name, x.is_dir(), x.is_file(), x.is_symlink(), x.path, x.stat(follow_symlinks=False).st_size > 0 or x.name, os.fspath(x), repr(x))
os.rename("hard", "moved"); os.replace("moved", "f2"); os.renames("f2", "g/h/f3")
print(os.path.exists("g/h/f3"), attempt(os.rename, "nope", "x"), os.remove("ln"), os.unlink("g/h/f3"), attempt(os.remove, "nope"), attempt(os.unlink, "b"), os.removedirs("g/h"), os.path.exists("g"))
open("b/1", "w").close(); open("b/c/2", "w").close()
for top, dirs, files in os.walk("b"): print(top, dirs, files)
for top, dirs, files in os.walk("b", topdown=False): print(top, dirs, files)
for top, dirs, files, dfd in os.fwalk("b"): print(top, dirs, files, dfd > 2)
print(list(os.walk("nope")), os.path.commonpath(["/a/b", "/a/c"]), os.path.relpath("/a/b", "/a/c"))
os.environ["GOPY_T"] = "v"
print(os.environ["GOPY_T"], os.getenv("GOPY_T"), os.getenv("NOPE_X"), os.getenv("NOPE_X", 5), os.environb[b"GOPY_T"], os.getenvb(b"GOPY_T"), os.environ.pop("GOPY_T"), attempt(lambda: os.environ["GOPY_T"]), attempt(os.environ.__setitem__, "a", 1), os.putenv("Q", "1"), os.unsetenv("Q"), attempt(os.putenv, "a=b", "c"), "PATH" in os.environ, type(os.environ).__name__)
print(os.getpid() > 0, os.getppid() > 0, os.getuid() == os.geteuid(), os.getgid() == os.getegid(), isinstance(os.getgroups(), list), os.getpgid(0) == os.getpgrp(), os.getsid(0) >= 0, os.getpriority(os.PRIO_PROCESS, 0), os.nice(0), len(os.uname()), os.uname().sysname, len(os.times()), len(os.getloadavg()), os.cpu_count() > 0, os.process_cpu_count() > 0, os.sched_getaffinity(0) != set(), os.sched_yield())
print(os.strerror(2), os.fsencode("a\udcff"), os.fsdecode(b"a\xff"), os.fspath("x"), attempt(os.fspath, 1), os.get_exec_path({"PATH": "/a:/b"}), os.urandom(4) != os.urandom(4), len(os.urandom(0)), os.getrandom(3) != b"", os.ctermid(), os.major(259), os.minor(259), os.makedev(1, 3))
r, w = os.pipe()
print(os.write(w, b"abc"), os.read(r, 10), os.set_blocking(r, False), attempt(os.read, r, 1), os.close(r), attempt(os.write, w, b"x"), os.close(w))
r, w = os.pipe2(os.O_CLOEXEC)
print(os.writev(w, [b"a", b"bc"]), os.readv(r, [x := bytearray(2), y := bytearray(5)]), x, y, os.closerange(r, w + 1))
pid = os.fork() if False else None
print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 3")), os.WIFEXITED(768), os.WEXITSTATUS(768), os.WIFSIGNALED(9), os.WTERMSIG(9), os.WIFSTOPPED(0x137f), os.WSTOPSIG(0x137f), os.WCOREDUMP(0), os.WIFCONTINUED(0xffff))
print(os.popen("echo hi").read(), os.popen("exit 2").close(), os.popen("cat > /dev/null", "w").close())
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 5"), os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 6"]))
p = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 7"], os.environ)
print(os.waitpid(p, 0)[1] >> 8, attempt(os.waitpid, p, 0), attempt(os.kill, 2 ** 22 + 5, 0), attempt(os.kill, os.getpid(), 1000))
with os.fdopen(os.open("t", os.O_CREAT | os.O_WRONLY), "w") as f: print(f.write("xy"), f.name > 2)
print(os.copy_file_range, os.sendfile) if False else None
print(os.statvfs(".").f_bsize > 0, os.get_terminal_size.__name__, attempt(os.get_terminal_size, 999))
os.mkfifo("fifo"); print(stat.S_ISFIFO(os.stat("fifo").st_mode)); os.remove("fifo")
print(os.path.isfile("t"), os.path.isdir("b"), os.path.ismount("/"), os.path.abspath("t") == os.path.join(os.getcwd(), "t"), os.path.expanduser("~x_nope"), os.path.expandvars("$HOME_NOPE ${X"), os.path.lexists("t"))
dfd = os.open(".", os.O_RDONLY)
print(os.stat("t", dir_fd=dfd).st_size, os.mkdir("dd", dir_fd=dfd), os.listdir(dfd) != [], os.rmdir("dd", dir_fd=dfd), os.fchmod(dfd, 0o700), os.fchdir(dfd), os.close(dfd), os.chown("t", -1, -1), os.lchown("t", -1, -1))
os.chdir("/")
import shutil
shutil.rmtree(d)
