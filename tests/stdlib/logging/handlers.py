import io
import logging
import logging.config
import logging.handlers as H
import os
import queue
import shutil
import sys
import tempfile
import time


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, "|", e.__cause__)


d = tempfile.mkdtemp()
p = os.path.join(d, "app.log")


def files():
    return {n: open(os.path.join(d, n)).read() for n in sorted(os.listdir(d))}


log = logging.getLogger("x")
log.setLevel(logging.DEBUG)
log.propagate = False

# rotation by size
h = H.RotatingFileHandler(p, maxBytes=30, backupCount=2)
log.addHandler(h)
for i in range(12):
    log.info("message %d", i)
print(files(), repr(h).replace(d, "D"))
h.close()
log.removeHandler(h)
for n in os.listdir(d):
    os.remove(os.path.join(d, n))
h = H.RotatingFileHandler(p, maxBytes=10, backupCount=1)
h.namer = lambda n: n + ".old"
h.rotator = lambda s, t: (os.rename(s, t), print("rotate", os.path.basename(s), os.path.basename(t)))
log.addHandler(h)
for i in range(3):
    log.info("m%d", i)
    log.info("long message that is over the limit")
h.close()
log.removeHandler(h)
print(files())
for n in os.listdir(d):
    os.remove(os.path.join(d, n))

# rotation by time
for when in ("S", "M", "H", "D", "midnight", "W0", "W6"):
    h = H.TimedRotatingFileHandler(p, when=when, interval=2, backupCount=3, utc=True, delay=True)
    print(when, h.interval, h.suffix, [h.computeRollover(t) - t for t in (0, 86399, 1700000000, 1700000000.5)])
for bad in ("x", "W", "W7", "Wx"):
    show(H.TimedRotatingFileHandler, p, when=bad)
h = H.TimedRotatingFileHandler(p, when="S", utc=True)
log.addHandler(h)
log.info("before")
h.rolloverAt = int(time.time()) - 10
log.info("after")
h.close()
log.removeHandler(h)
print(len(files()), sorted(files().values()), all(n.startswith("app.log") for n in files()))
for n in os.listdir(d):
    os.remove(os.path.join(d, n))

# watched
h = H.WatchedFileHandler(p)
log.addHandler(h)
log.info("one")
os.rename(p, p + ".moved")
log.info("two")
h.close()
log.removeHandler(h)
print(files())

# memory
out = io.StringIO()
target = logging.StreamHandler(out)
mem = H.MemoryHandler(3, target=target)
log.addHandler(mem)
log.info("a")
log.info("b")
print(repr(out.getvalue()), len(mem.buffer))
log.info("c")
print(repr(out.getvalue()), len(mem.buffer))
log.error("d")
log.info("e")
print(repr(out.getvalue()))
mem.close()
print(repr(out.getvalue()), mem.target)
log.removeHandler(mem)
buf = H.BufferingHandler(2)
log.addHandler(buf)
log.info("1")
print(len(buf.buffer))
log.info("2")
print(len(buf.buffer))
log.removeHandler(buf)

# queues
q = queue.Queue()
qh = H.QueueHandler(q)
log.addHandler(qh)
class Collect(logging.Handler):
    def __init__(self, level=0):
        super().__init__(level)
        self.got = []
    def emit(self, r):
        self.got.append((r.levelname, r.msg, r.args, r.exc_info, r.getMessage()))
c1, c2 = Collect(), Collect(logging.ERROR)
ql = H.QueueListener(q, c1, c2, respect_handler_level=True)
ql.start()
show(ql.start)
log.info("queued %s", "x")
try:
    1 / 0
except ZeroDivisionError:
    log.error("err", exc_info=True)
ql.stop()
ql.stop()
print([(g[:2][0], g[1].splitlines()[0], g[1].splitlines()[-1]) + g[2:4] for g in c1.got], len(c2.got), q.unfinished_tasks)
with H.QueueListener(q, c2) as l:
    log.info("with")
print(len(c2.got), c2.got[-1][1])
log.removeHandler(qh)
print(H.DEFAULT_TCP_LOGGING_PORT, H.SYSLOG_UDP_PORT)
show(H.HTTPHandler, "h", "/u", "PUT")
show(H.HTTPHandler, "h", "/u", context=1)
print(H.SysLogHandler.LOG_LOCAL3, H.SysLogHandler.facility_names["local3"], H.SysLogHandler.priority_names["crit"],
      H.SysLogHandler.encodePriority(H.SysLogHandler, "user", "info") if 0 else "", H.SysLogHandler.mapPriority(H.SysLogHandler, "ERROR"))


# dictConfig
class Special(logging.Handler):
    def __init__(self, bar=0, **kw):
        super().__init__()
        self.bar, self.kw = bar, kw
    def emit(self, r): print("special", self.bar, self.kw, self.format(r), getattr(self, "attr", None))
def make_filter(word):
    return lambda r: word not in r.getMessage()
class MyFmt(logging.Formatter):
    def format(self, r): return "MYFMT " + super().format(r)
stream = io.StringIO()
logging.getLogger("old")
logging.getLogger("pkg.sub.child")
conf = {
    "version": 1,
    "formatters": {"brief": {"format": "%(levelname)s %(message)s"}, "curly": {"format": "{levelname}|{message}|{z}", "style": "{", "defaults": {"z": 9}},
                   "custom": {"()": MyFmt, "format": "%(name)s %(message)s"}, "cls": {"class": "__main__.MyFmt", "format": "%(message)s", "datefmt": "%Y"}},
    "filters": {"noise": {"()": make_filter, "word": "noise"}, "named": {"name": "pkg"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "brief", "level": "INFO", "filters": ["noise"], "stream": "ext://sys.stdout"},
        "mem": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "flushLevel": "ERROR", "target": "zlast"},
        "zlast": {"class": "logging.StreamHandler", "stream": stream, "formatter": "curly"},
        "spec": {"()": "__main__.Special", "bar": "cfg://values.list[1]", "extra": "cfg://values.d.k", ".": {"attr": "set"}, "formatter": "custom"},
        "file": {"class": "logging.handlers.RotatingFileHandler", "filename": p, "maxBytes": 1000, "formatter": "cls"},
        "queue": {"class": "logging.handlers.QueueHandler", "handlers": ["zlast", "console"], "respect_handler_level": True},
    },
    "values": {"list": [1, 22, 3], "d": {"k": "v"}},
    "loggers": {"pkg": {"level": "DEBUG", "handlers": ["spec", "mem"], "propagate": False, "filters": ["named"]}, "pkg.sub": {"handlers": ["console"]},
                "q": {"handlers": ["queue"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["console", "file"]},
}
logging.config.dictConfig(conf)
logging.getLogger("pkg").debug("debug pkg")
logging.getLogger("pkg.sub").info("sub noise")
logging.getLogger("pkg.sub").info("sub quiet")
logging.getLogger("pkg.sub.child").error("child")
logging.getLogger("old").error("disabled?")
logging.getLogger("fresh").error("root")
print(stream.getvalue(), open(p).read())
qh = logging.getHandlerByName("queue")
print(qh, type(qh.listener).__name__, [h.name for h in qh.listener.handlers], sorted(logging.getHandlerNames()))
with qh.listener:
    logging.getLogger("q").info("via queue")
print(stream.getvalue().splitlines()[-1])
logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"console": {"level": "ERROR"}}, "loggers": {"pkg.sub": {"level": "ERROR"}}, "root": {"level": "INFO"}})
print(logging.getHandlerByName("console"), logging.getLogger("pkg.sub").level, logging.root.level)
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"a": {"class": "nope.X"}}}, {"version": 1, "handlers": {"a": {"class": "logging.Nope"}}},
            {"version": 1, "root": {"handlers": ["missing"]}}, {"version": 1, "loggers": {"l": {"level": "BAD"}}}, {"version": 1, "formatters": {"f": {"format": "bad"}}},
            {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "formatter": "none"}}}, {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "level": "X"}}},
            {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "bad arg": 1}}}, {"version": 1, "incremental": True, "handlers": {"nope": {}}},
            {"version": 1, "handlers": {"a": {"class": "logging.handlers.QueueHandler", "queue": 3}}}, {"version": 1, "filters": {"f": {"()": "x.y"}}},
            {"version": 1, "handlers": {"a": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "b"}}}):
    show(logging.config.dictConfig, bad)
show(logging.config.valid_ident, "a b")
print(logging.config.valid_ident("ok_1"))
c = logging.config.BaseConfigurator({"a": {"b": [1, {"c": 5}], "x y": 3}, "s": "cfg://a.b[1][c]"})
print(c.config["s"], c.convert("cfg://a[x y]"), c.convert("ext://os.path.join") is os.path.join, c.convert("http://x"), c.convert(5), type(c.convert((1,))).__name__)
show(c.convert, "cfg://")
show(c.convert, "cfg://a!")
show(c.convert, "cfg://a.b[9]")
show(c.convert, "ext://nope.mod")
logging.shutdown()
shutil.rmtree(d)
