# What no other script of the library uses.
import abc, builtins, atexit, bisect, collections.abc as C, enum, functools, heapq, os, os.path, pathlib, traceback, weakref, random, time, sys, gc, tempfile, errno
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
class A(abc.ABC):
    @abc.abstractclassmethod
    def k(cls): pass
    @abc.abstractstaticmethod
    def s(): pass
    @abc.abstractproperty
    def p(self): pass
print(sorted(A.__abstractmethods__), attempt(A))
class B(A): pass
B.k = B.s = B.p = 1
print(attempt(B)[:9], abc.update_abstractmethods(B) is B, attempt(B)[:12])
def bye(*a, **k): print("bye", a, k)
atexit.register(bye, 1, x=2)
print(atexit.register(print, "gone") is print, atexit.unregister(print), atexit._ncallbacks())
l = [1, 3, 3, 5]
bisect.insort_right(l, 3); bisect.insort_left(l, 3); bisect.insort(l, 4, key=None)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 3, 0, 3), attempt(bisect.bisect, l, 1, -1))
h = [1, 5, 3]
heapq.heapify_max(h); heapq.heappush_max(h, 4)
print(h, heapq.heappushpop_max(h, 9), heapq.heappushpop_max(h, 2), heapq.heapreplace_max(h, 0), h, heapq.heappop_max(h), attempt(heapq.heappop_max, []))
for n in "AsyncGenerator AsyncIterable AsyncIterator Awaitable Buffer ByteString Callable Collection Container Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView".split():
    c = getattr(C, n, None)
    if c and n != "ByteString":
        print(n, sorted(c.__abstractmethods__), [b.__name__ for b in c.__bases__], [isinstance(x, c) for x in ([], (), {}, "", 1, set(), b"", iter([]), {}.keys(), len, range(1))])
class MS(C.MutableSequence):
    def __init__(self, *a): self.d = list(a)
    def __len__(self): return len(self.d)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def insert(self, i, v): self.d.insert(i, v)
m = MS(1, 2)
m.append(3); m.extend([4, 5]); m += [6]; m.reverse(); m.remove(4)
print(m.d, m.pop(), m.pop(0), m.index(3), m.count(2), 3 in m, list(reversed(m)), m.clear(), m.d, attempt(m.index, 9), attempt(m.pop))
class MS2(C.MutableSet):
    def __init__(self, a=()): self.d = set(a)
    def __len__(self): return len(self.d)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(sorted(self.d))
    def add(self, x): self.d.add(x)
    def discard(self, x): self.d.discard(x)
s = MS2([1, 2, 3])
print(sorted(s & [2, 9]), sorted(s | [7]), sorted(s - [1]), sorted(s ^ [1, 8]), s <= MS2([1, 2, 3, 4]), s == {1, 2, 3}, s.isdisjoint([5]), s.pop(), s.remove(2), attempt(s.remove, 9), sorted(s), C.Set._hash(s) == C.Set._hash(MS2([3])), s.clear(), len(s))
class MM(C.MutableMapping):
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
m = MM()
m.update({"a": 1}, b=2)
print(m.get("a"), m.get("z", 5), m.setdefault("c", 3), m.pop("a"), m.pop("zz", None), attempt(m.pop, "zz"), list(m.items()), "b" in m.keys(), ("b", 2) in m.items(), 3 in m.values(), m == {"b": 2, "c": 3}, m.popitem(), m.clear(), attempt(m.popitem), type(m.keys()).__mro__[1].__name__)
class G(C.Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): raise t
print(next(G()), G().send(4), attempt(G().close), isinstance(G(), C.Iterator), issubclass(C.Coroutine, C.Awaitable), issubclass(C.AsyncGenerator, C.AsyncIterator))
class E(enum.Enum):
    X = 1
class F(enum.Flag):
    P = 1
    Q = 2
print(enum.EnumMeta is enum.EnumType, list(enum.EnumCheck), list(enum.FlagBoundary), issubclass(enum.IntEnum, enum.ReprEnum), enum.global_enum_repr(E.X), enum.global_flag_repr(F.P | F.Q), enum.global_str(E.X), enum.pickle_by_global_name(E.X, 2), enum.pickle_by_enum_name(E.X, 2)[1], enum.EnumDict.__name__)
def wrapped(): "doc"
def wrapper(): pass
print(functools.update_wrapper(wrapper, wrapped) is wrapper, wrapper.__name__, wrapper.__doc__, wrapper.__wrapped__ is wrapped)
for p in ("/a/b/../c", "a//b/", "", "/", "//x", "a/./b", "../x", "a.tar.gz", ".hid", "/x/.y.z"):
    print(repr(p), os.path.normpath(p), os.path.split(p), os.path.splitext(p), os.path.splitdrive(p), os.path.splitroot(p), os.path.basename(p), os.path.dirname(p), os.path.isabs(p), os.path.normcase(p), os.path.join("r", p), os.path.abspath("/q/" + p))
print(os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), attempt(os.path.commonpath, []), attempt(os.path.commonpath, ["a", "/b"]), os.path.relpath("/a/b", "/a/c/d"), os.path.expanduser("~") != "~", os.path.expandvars("$GOPY_NONE"), os.path.isjunction("/"), os.path.isdevdrive("/"), os.path.lexists("/"), os.path.ismount("/"), os.path.supports_unicode_filenames, attempt(os.path.join, 1), attempt(os.path.join, "a", b"b"))
f = tempfile.NamedTemporaryFile()
print(os.path.getatime(f.name) > 0, os.path.getmtime(f.name) > 0, os.path.getctime(f.name) > 0, os.path.samefile(f.name, f.name), os.path.sameopenfile(f.fileno(), f.fileno()), os.path.samestat(os.stat(f.name), os.stat(f.name)), os.getcwdb() == os.getcwd().encode(), os.readinto(f.fileno(), bytearray(4)))
print([t.__name__ for t in (os.stat_result, os.statvfs_result, os.terminal_size, os.times_result, os.uname_result, os.DirEntry)], os.terminal_size((80, 24)), os.stat_result(range(10)).st_size, attempt(os.getlogin) != "", attempt(os.getxattr, f.name, "user.nope")[:9])
print(attempt(os.setuid, os.getuid()), attempt(os.setgid, os.getgid()), attempt(os.setpgid, 0, 0), attempt(os.setpriority, os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0)), attempt(os.setsid)[:15] != "", attempt(os.chroot, "/nope_nope"), attempt(os.killpg, 2 ** 22 + 7, 0), os.register_at_fork(before=int), os.reload_environ())
print(os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 1"), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $V", {"V": "2"}), os.spawnve(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 3"], {}), os.spawnvp(os.P_WAIT, "sh", ["sh", "-c", "exit 4"]))
pid = os.posix_spawnp("sh", ["sh", "-c", "exit 9"], os.environ)
print(os.wait()[1] >> 8)
for call in ('os.execl("/bin/echo", "echo", "l")', 'os.execle("/bin/sh", "sh", "-c", "echo $V", {"V": "le"})', 'os.execlp("echo", "echo", "lp")', 'os.execlpe("sh", "sh", "-c", "echo $V", {"V": "lpe", "PATH": os.environ["PATH"]})', 'os.execv("/bin/echo", ["echo", "v"])', 'os.execve("/bin/sh", ["sh", "-c", "echo $V"], {"V": "ve"})', 'os.execvp("echo", ["echo", "vp"])', 'os.execvpe("sh", ["sh", "-c", "echo $V"], {"V": "vpe", "PATH": os.environ["PATH"]})', "os.abort()", "os._exit(3)"):
    import subprocess
    r = subprocess.run([sys.executable, "-c", "import os; " + call], capture_output=True, text=True)
    print(call.split("(")[0], r.returncode, r.stdout, end="\n")
p = pathlib.PurePath("/a/b.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], p.parts, p.anchor, p.root, p.drive, p.with_name("x"), p.with_suffix(".y"), p.with_stem("s"), p.joinpath("c", "d"), p / "e", p.is_absolute(), p.relative_to("/a"), p.as_posix(), p.match("*.gz"), p.full_match("/a/*"), p == pathlib.PurePosixPath("/a/b.tar.gz"), hash(p) == hash(pathlib.PurePath("/a/b.tar.gz")), repr(p), bytes(p), p < pathlib.PurePath("/b"), attempt(p.relative_to, "/z"), p.relative_to("/a/c", walk_up=True), p.is_relative_to("/a"))
print(isinstance(pathlib.Path("x"), pathlib.PosixPath), attempt(pathlib.WindowsPath), issubclass(pathlib.UnsupportedOperation, NotImplementedError), pathlib.PureWindowsPath("c:\\a\\b").parts)
d = pathlib.Path(tempfile.mkdtemp())
(d / "s").mkdir(); (d / "f.txt").write_text("t\u00e9xt", encoding="utf-8"); (d / "b").write_bytes(b"\x00\x01"); (d / "s" / "g.txt").touch(); (d / "m" / "n").mkdir(parents=True)
print((d / "f.txt").read_text(encoding="utf-8"), (d / "b").read_bytes(), sorted(x.name for x in d.iterdir()), sorted(x.name for x in d.glob("**/*.txt")), sorted(x.name for x in d.rglob("*")), (d / "f.txt").stat().st_size, (d / "f.txt").exists(), (d / "s").is_dir(), (d / "f.txt").is_file(), attempt((d / "nope").read_text)[:17], (d / "f.txt").rename(d / "h.txt").name, (d / "h.txt").unlink(), (d / "h.txt").unlink(missing_ok=True), (d / "m" / "n").rmdir(), (d / "b").copy(d / "c").name, (d / "c").move(d / "e").name, (d / "ln").symlink_to("b"), (d / "ln").is_symlink(), (d / "ln").readlink(), (d / "ln").resolve() == (d / "b").resolve(), (d / "b").samefile(d / "ln"), [(t.name != "", sorted(x), sorted(y)) for t, x, y in d.walk()][0][1:], (d / "b").open("rb").read(1), pathlib.Path.cwd() == pathlib.Path("."). absolute(), pathlib.Path("~").expanduser() == pathlib.Path.home())
def tb():
    try: 1 / 0
    except ZeroDivisionError as e: return e
e = tb()
sys.last_exc = e
print(traceback.format_tb(e.__traceback__), [(f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__)], [f.f_code.co_name for f, n in traceback.walk_stack(None)][:1])
traceback.print_last(file=sys.stdout)
traceback.print_list(traceback.extract_tb(e.__traceback__), file=sys.stdout)
def deep(): traceback.print_stack(file=sys.stdout, limit=1)
deep()
class W: pass
w = W()
pr = weakref.proxy(w)
print(type(pr) is weakref.ProxyType, weakref.CallableProxyType.__name__, type(weakref.proxy(tb)) is weakref.CallableProxyType, weakref.ProxyTypes)
random.seed(5)
print(random.getrandbits(70), random.getrandbits(0), [time.time_ns() > 0, time.monotonic_ns() > 0, time.perf_counter_ns() > 0, time.process_time_ns() > 0, time.thread_time_ns() > 0])
