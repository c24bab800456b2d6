"""Sets every attribute of many built-in objects to odd values, and deletes it:
whatever comes of it must be an exception."""
import types, sys, builtins, collections, functools, itertools, threading, asyncio, io, weakref, contextvars, re, decimal, datetime, struct, zlib, hashlib, queue, array, random, json, pickle, socket, select, string.templatelib, typing
def gen(): yield
async def co(): pass
async def ag(): yield
def f(a, b=1): pass
class C: 
    __slots__ = ("a",)
    def m(self): pass
objs = [None, 1, 1.5, 2j, "s", b"b", bytearray(b"x"), [1], (1,), {1: 2}, {1}, frozenset(), range(3), slice(1), object(), type, C, C(), C().m, f, f.__code__, gen(), ag(), (lambda: 0), len, [].append, str.join, int.__add__, (1).__add__, property(f), classmethod(f), staticmethod(f), super(C, C()), types.ModuleType("m"), types.SimpleNamespace(a=1), types.MappingProxyType({}), sys._getframe(), Exception("x"), OSError(1, "a"), ImportError("x"), SyntaxError("m", ("f", 1, 2, "t")), UnicodeDecodeError("a", b"b", 0, 1, "r"), StopIteration(1), SystemExit(1), ExceptionGroup("g", [ValueError()]), AttributeError("x"), NameError("n"), KeyError(1), memoryview(b"abc"), iter([]), iter(()), iter({}), iter("x"), enumerate([]), zip([]), map(len, []), filter(None, []), reversed([]), itertools.count(), itertools.chain(), itertools.tee([])[0], collections.deque(), collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), functools.partial(f, 1), functools.lru_cache(f), functools.cached_property(f), functools.singledispatch(f), threading.Lock(), threading.RLock(), threading.local(), threading.Thread(), io.StringIO(), io.BytesIO(), io.TextIOWrapper(io.BytesIO()), io.BufferedReader(io.BytesIO()), weakref.ref(f), weakref.proxy(f), contextvars.ContextVar("x"), contextvars.copy_context(), re.compile("a"), re.match("a", "a"), decimal.Decimal(1), decimal.Context(), datetime.datetime.now(), datetime.timedelta(1), struct.Struct("i"), hashlib.md5(), queue.SimpleQueue(), array.array("i", [1]), random.Random(), json.JSONEncoder(), typing.TypeVar("T"), typing.ParamSpec("P"), list[int], int | str, typing.List[int], types.CellType(1), (lambda x: (lambda: x))(1).__closure__[0], asyncio.new_event_loop(), t"{1}", sys.flags, sys.version_info, sys.implementation, NotImplemented, Ellipsis, type.__dict__["__mro__"], C.a, object.__dict__["__class__"], zlib.compressobj(), pickle.Pickler(io.BytesIO())]
type A[T] = int
objs += [A, A.__type_params__[0]]
c = co(); objs.append(c)
try: 1/0
except Exception as e: objs.append(e.__traceback__)
bad = [None, 1, "x", b"y", (), [], {}, C, f, 1.5, object()]
n = 0
for o in objs:
    try: names = set(dir(type(o))) | set(dir(o))
    except Exception: names = dir(type(o))
    for name in sorted(names):
        if name in ("__class__", "settimeout") and isinstance(o, types.ModuleType): pass
        for v in bad:
            try: old = getattr(o, name)
            except Exception: old = None
            try: setattr(o, name, v); n += 1
            except Exception: pass
            else:
                try: repr(o)
                except Exception: pass
                try: setattr(o, name, old)
                except Exception: pass
        try: old = getattr(o, name)
        except Exception: continue
        try: delattr(o, name); n += 1
        except Exception: pass
        else:
            try: repr(o); getattr(o, name)
            except Exception: pass
            try: setattr(o, name, old)
            except Exception: pass
        d = None
        for t in type(o).__mro__ if isinstance(type(o).__mro__, tuple) else ():
            if name in t.__dict__: d = t.__dict__[name]; break
        if hasattr(type(d), "__set__"):
            for v in bad:
                try: type(d).__set__(d, o, v)
                except Exception: pass
            try: type(d).__delete__(d, o)
            except Exception: pass
            try: type(d).__get__(d, o, type(o)); repr(o); str(o); hash(o)
            except Exception: pass
c.close()
print("survived", n > 100)
