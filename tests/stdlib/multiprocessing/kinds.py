# Globals of every kind that can be copied, among many that cannot.
import asyncio, threading, weakref, types, typing, collections, functools, itertools, re, io, os, sys, tempfile, subprocess, queue, contextlib, enum, abc, time, random, pathlib, datetime, operator, string, json, copy, traceback
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor, Future
from multiprocessing import Process, Pool, Queue, Pipe, Manager
class W: pass
w = W(); ref = weakref.ref(w); prox = weakref.proxy(w); wvd = weakref.WeakValueDictionary({"a": w}); wkd = weakref.WeakKeyDictionary({w: 1}); ws = weakref.WeakSet([w])
fin = weakref.finalize(w, print, "finalized")
loop = asyncio.new_event_loop(); fut = loop.create_future(); alock = asyncio.Lock(); aq = asyncio.Queue(); sem = asyncio.Semaphore(2)
te = ThreadPoolExecutor(2); tf = te.submit(lambda: 5); tf.result()
pe = ProcessPoolExecutor(1)
f = Future()
tmp = tempfile.TemporaryFile(); ntf = tempfile.NamedTemporaryFile(); td = tempfile.TemporaryDirectory()
sp = subprocess.Popen(["true"], stdout=subprocess.PIPE)
rx = re.compile("a+"); m = rx.match("aaa"); it = rx.finditer("aa")
bio = io.BytesIO(b"abc"); bio.read(1); sio = io.StringIO("xyz"); sio.read(1)
ns = types.SimpleNamespace(a=1, b=[2]); mp_ = types.MappingProxyType({"k": 1}); mod = types.ModuleType("dyn"); mod.x = 5; mod.fn = lambda: mod.x
exec("def g(): return x + 1\nx = 41", mod.__dict__)
cm = contextlib.suppress(KeyError); es = contextlib.ExitStack()
@contextlib.contextmanager
def ctx():
    yield 5
gen = ctx(); cyc = itertools.cycle([1, 2]); cnt = itertools.count(3); next(cnt); ch = itertools.chain([1], [2])
q = queue.Queue(); q.put(1); sq = queue.SimpleQueue(); pq = queue.PriorityQueue()
timer = threading.Timer(100, print); barrier = threading.Barrier(2); ev = threading.Event()
ga = list[int]; un = int | str; opt = typing.Optional[int]; call = typing.Callable[[int], str]; lit = typing.Literal["a"]
alias = typing.List[int]
type Alias[T] = list[T]
def generic[T](x: T) -> T: return x
class G[T]:
    def get(self) -> T: return 1
gi = G[int]
S = typing.NewType("S", int)
class Proto(typing.Protocol):
    def meth(self): ...
class TD(typing.TypedDict):
    a: int
prop = property(lambda self: 1); cp = functools.cached_property(lambda s: 1); sd = functools.singledispatch(lambda x: "base")
@sd.register(int)
def _(x): return "int"
pm = functools.partialmethod(print)
rnd = random.Random(3); now = datetime.datetime.now(datetime.timezone.utc); tz = datetime.timezone(datetime.timedelta(hours=1)); p_ = pathlib.Path(".")
try: 1/0
except ZeroDivisionError as e: exc = e; tb = e.__traceback__; frame = tb.tb_frame; te_ = traceback.TracebackException.from_exception(e)
async def co(): pass
async def agen(): yield 1
ag = agen()
mgr = Manager(); md = mgr.dict(z=1)
pool = Pool(1)
r, wr = Pipe(); mq = Queue()
od = collections.OrderedDict(a=1); dq = collections.deque([1]); ud = collections.UserDict(a=1); ul = collections.UserList([1])
tmpl = string.Template("$a"); js = json.JSONEncoder(); ig = operator.itemgetter(1)
env = os.environ; argv = sys.argv; stdout = sys.stdout; stderr = sys.stderr; modules_ = sys.modules
lam = lambda *a, k=[1], **kw: (a, k, kw)
def work():
    print(ref() is w, wvd["a"] is w, wkd[w], w in ws, bio.read(), sio.read(), ns, mp_["k"], mod.fn(), mod.g(), next(cnt), q.qsize(), ga, un, opt, generic(3), G().get(), gi, S(3), sd(1), sd("a"), rnd.randrange(100), tz, exc, od, dq, ud, ul, tmpl.substitute(a=1), ig([1,2]), env is os.environ, argv is sys.argv, stdout is sys.stdout, lam(1), tf.result() if isinstance(tf, Future) else None, md["z"], rx.sub("b", "aac"), Alias, Alias.__value__, modules_ is sys.modules)
    with ctx() as c: print(c)
    q.put(2); ev.set(); print(ev.is_set(), q.get())
p = Process(target=work); p.start(); p.join(); print(p.exitcode)
print(pool.apply(abs, (-1,))); pool.terminate(); mgr.shutdown(); te.shutdown()
fin.detach()
