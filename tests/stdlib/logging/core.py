import io
import logging
import os
import sys
import threading
import warnings
from logging import *


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(logging.__all__))
# before anything is configured
lg = getLogger("first")
lg.warning("last resort %s", 1)
lg.info("not shown")
lg.error("with exc", exc_info=ValueError("boom"))
logging.lastResort = None
lg.warning("none")
lg.warning("none again")
logging.lastResort = logging._defaultLastResort

# levels
print(getLevelName(10), getLevelName("INFO"), getLevelName(15), getLevelName("NOPE"), getLevelNamesMapping())
addLevelName(25, "NOTICE")
print(getLevelName(25), getLevelName("NOTICE"))
show(lg.setLevel, "NOPE")
show(lg.setLevel, 1.5)
show(lg.setLevel, None)
show(lg.log, "INFO", "x")
show(getLogger, 3)
lg.setLevel("NOTICE")
print(lg, lg.level, getLogger(), getLogger("root") is logging.root, Handler(), Handler(level="ERROR"), lg.isEnabledFor(24), lg.isEnabledFor(25))


class ListHandler(Handler):
    def __init__(self, *a):
        super().__init__(*a)
        self.out = []
    def emit(self, record):
        self.out.append(self.format(record))
    def take(self):
        out, self.out = self.out, []
        return out


h = ListHandler()
log = getLogger("a.b")
log.setLevel(DEBUG)
log.addHandler(h)
log.addHandler(h)
log.propagate = False
print(len(log.handlers), log.hasHandlers(), getLogger("a"), getLogger("a.b.c").parent is log, log.parent, log.getChild("x.y"), logging.root.getChild("z"))
print(sorted(l.name for l in log.getChildren()), sorted(l.name for l in getLogger("a").getChildren()))

# messages and formats
for args in (("plain",), ("%s and %d", "a", 3), ("%(k)s", {"k": 1}), ("100%",), (ValueError("obj"),), (("t",),), ("%s", ("x",)), ("%s", {}), (None,)):
    log.info(*args)
print(h.take())
FULL = "%(name)s|%(levelname)s|%(levelno)d|%(filename)s|%(module)s|%(lineno)d|%(funcName)s|%(message)s|%(threadName)s|%(processName)s|%(taskName)s"
h.setFormatter(Formatter(FULL))
def inside():
    log.debug("d")
    log.warning("w", stacklevel=2)
    log.critical("c")
    log.fatal("f")
    log.log(25, "n")
    log.log(7, "seven")
    log.error("e")
inside()
for line in h.take():
    print(line)
h.setFormatter(Formatter("%(message)s"))
try:
    1 / 0
except ZeroDivisionError:
    log.exception("exc %s", 1)
    log.info("info", exc_info=True)
    log.info("tuple", exc_info=sys.exc_info())
    log.exception("none", exc_info=False)
log.info("no current", exc_info=True)
def st():
    log.info("stack", stack_info=True)
st()
for line in h.take():
    print(line.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, ""))
log.info("extra", extra={"user": "bob"})
show(log.info, "x", extra={"message": 1})
show(log.info, "x", extra={"name": 1})
show(log.info, "x", nope=1)
print(h.take())
for style, fmt in (("%", "%(levelname)-8s [%(message)s]"), ("{", "{levelname:>8} {message!r} {name}"), ("%", None), ("{", None)):
    h.setFormatter(Formatter(fmt, style=style))
    log.info("styled")
print(h.take())
h.setFormatter(Formatter("%(message)s %(custom)s", defaults={"custom": "dflt"}))
log.info("a")
log.info("b", extra={"custom": "own"})
print(h.take())
for fmt, style in (("no field", "%"), ("%(message)", "%"), ("%(message)q", "%"), ("{", "{"), ("{message", "{"), ("none", "{"), ("{0}", "{"), ("{a b}", "{"),
                   ("{message!x}", "{"), ("{message:^^^}", "{"), ("{message:>{w}}", "{"), ("{record.name}", "{"), ("{a[0]}", "{"), ("x", "&"), ("%(message)5.3s", "%"),
                   ("{message:10.4f}", "{"), ("{a.}", "{"), ("{m:q}", "{"), ("%(a)*d", "%")):
    try:
        print(fmt, Formatter(fmt, style=style)._fmt)
    except ValueError as e:
        print(fmt, "ValueError", e)
print(Formatter("no field", validate=False)._fmt)
rec = makeLogRecord({"msg": "m %s", "args": (1,), "name": "nm", "levelname": "L", "created": 0.5, "msecs": 7.0, "lineno": 4})
print(rec, rec.getMessage())
f = Formatter("%(asctime)s %(message)s", "%Y")
f.converter = __import__("time").gmtime
print(f.format(rec), f.usesTime(), Formatter().usesTime(), f.formatTime(rec), f.formatTime(rec, "%d"))
f.default_msec_format = None
f.datefmt = None
print(f.format(rec))
show(Formatter("%(nope)s").format, rec)
show(Formatter("{nope}", style="{").format, rec)
print(Formatter("{asctime} {message}", style="{").usesTime(), BufferingFormatter().format([rec, rec]), BufferingFormatter().format([]))

# filters
h.setFormatter(None)
log.addFilter(Filter("a.b"))
log.addFilter(lambda r: "drop" not in r.msg)
log.info("keep")
log.info("drop this")
def rewrite(record):
    new = makeLogRecord({**record.__dict__, "msg": "changed " + record.msg})
    return new
h.addFilter(rewrite)
log.info("one")
h.removeFilter(rewrite)
class F:
    def filter(self, record): return record.levelno > INFO
fl = F()
log.addFilter(fl)
log.info("low")
log.error("high")
log.removeFilter(fl)
print(h.take(), Filter("a").filter(makeLogRecord({"name": "a.b"})), Filter("a").filter(makeLogRecord({"name": "ab"})), Filter().filter(rec))

# disable, propagation
disable(INFO)
log.info("disabled")
log.warning("enabled")
disable("ERROR")
log.warning("x")
disable(NOTSET)
log.disabled = True
log.critical("no")
log.disabled = False
root_h = ListHandler()
logging.root.addHandler(root_h)
log.propagate = True
log.info("both")
getLogger("a.b.c.d").info("deep")
print(h.take(), root_h.take())
log.removeHandler(h)
log.info("root only")
print(h.take(), root_h.take(), getLogger("a.b.c.d").getEffectiveLevel())
h.setLevel(ERROR)
log.addHandler(h)
log.warning("below")
log.error("above")
print(h.take(), root_h.take())
h.setLevel(NOTSET)
logging.root.removeHandler(root_h)

# handlers
s = io.StringIO()
sh = StreamHandler(s)
print(StreamHandler(sys.stdout), sh, StreamHandler(), NullHandler(), StreamHandler[int])
log.addHandler(sh)
log.propagate = False
log.info("to stream")
sh.terminator = "|"
log.info("term")
s2 = io.StringIO()
print(sh.setStream(s2) is s, sh.setStream(s2))
log.info("second")
print(repr(s.getvalue()), repr(s2.getvalue()))
log.removeHandler(sh)
sh.name = "named"
print(getHandlerByName("named") is sh, sorted(getHandlerNames()), sh.get_name(), getHandlerByName("nope"))
sh.close()
print(getHandlerNames())
show(Handler().emit, rec)
import tempfile
d = tempfile.mkdtemp()
path = os.path.join(d, "x.log")
fh = FileHandler(path, encoding="utf-8", delay=True)
print(os.path.exists(path), fh.stream, repr(fh).replace(d, "D"))
log.addHandler(fh)
log.info("in file é")
fh.close()
print(open(path, encoding="utf-8").read())
log.info("reopened")
fh.close()
log.removeHandler(fh)
print(open(path, encoding="utf-8").read())
fh = FileHandler(path, mode="w")
log.addHandler(fh)
log.info("fresh")
fh.close()
log.info("closed w")
print(open(path).read())
log.removeHandler(fh)
log.addHandler(NullHandler())
log.info("null")

# adapters
ad = LoggerAdapter(log, {"who": "me"})
h.setFormatter(Formatter("%(message)s %(who)s"))
ad.info("adapted %d", 3)
ad.log(ERROR, "log")
ad.exception("exc", exc_info=False)
print(h.take(), ad, ad.name, ad.isEnabledFor(DEBUG), ad.getEffectiveLevel(), ad.hasHandlers(), ad.manager is Logger.manager)
ad2 = LoggerAdapter(log, {"who": "me"}, merge_extra=True)
h.setFormatter(Formatter("%(message)s %(who)s %(more)s"))
ad2.info("merged", extra={"more": "y"})
class Ad(LoggerAdapter):
    def process(self, msg, kwargs): return "[" + msg + "]", {"extra": {"who": 1, "more": 2}}
Ad(log).warning("proc")
print(h.take())
h.setFormatter(None)

# errors while logging
class Bad(Handler):
    def emit(self, record):
        try:
            raise RuntimeError("bad emit")
        except RuntimeError:
            self.handleError(record)
err = sys.stderr
sys.stderr = io.StringIO()
badh = StreamHandler(io.StringIO())
log.addHandler(badh)
log.removeHandler(h)
log.info("%d", "notint")
text = sys.stderr.getvalue()
sys.stderr = err
lines = text.splitlines()
print(lines[0], [l for l in lines if l.startswith(("TypeError", "Call stack", "Message", "Arguments"))])
logging.raiseExceptions = False
log.info("%d", "silent")
show(log.log, "INFO", "x")
logging.raiseExceptions = True
log.removeHandler(badh)
log.addHandler(h)

# classes and factories
class MyLogger(Logger):
    def special(self): return "special"
setLoggerClass(MyLogger)
print(getLogger("mine").special(), getLoggerClass(), getLogger("mine"))
show(setLoggerClass, int)
setLoggerClass(Logger)
class MyRecord(LogRecord):
    def getMessage(self): return "REC " + super().getMessage()
setLogRecordFactory(MyRecord)
log.info("factory")
print(h.take(), getLogRecordFactory() is MyRecord)
setLogRecordFactory(LogRecord)

# warnings
with warnings.catch_warnings():
    warnings.simplefilter("always")
    wl = getLogger("py.warnings")
    wl.addHandler(h)
    wl.propagate = False
    captureWarnings(True)
    warnings.warn("captured")
    captureWarnings(False)
    print([l.rpartition("/")[2] for l in h.take()])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    log.warn("dep")
    ad.warn("dep2")
    logging.warn("dep3")
    print(h.take(), [(str(x.message), x.filename == __file__) for x in w])

# basicConfig
for kw in ({"stream": sys.stdout, "filename": "x"}, {"handlers": [], "stream": 1}, {"style": "q"}, {"nope": 1}, {"format": "bad"}):
    show(basicConfig, **kw)
    logging.root.handlers.clear()
basicConfig(stream=sys.stdout, level="DEBUG", format="%(levelname)s:%(message)s")
basicConfig(stream=sys.stderr, level="ERROR")
debug("root debug")
info("root info")
warning("root warning")
error("root error")
critical("root critical")
fatal("root fatal")
logging.log(25, "root notice")
try:
    raise KeyError("k")
except KeyError:
    exception("root exc", stack_info=False)
basicConfig(stream=sys.stdout, force=True, style="{", format="<{message}>", datefmt="%Y")
info("force")
warning("forced")
basicConfig(filename=path, filemode="w", force=True, encoding="utf-8")
warning("to file")
basicConfig(handlers=[h], force=True)
warning("h")
print(open(path).read(), h.take(), logging.root)

# threads
out = []
class Th(Handler):
    def emit(self, r): out.append((r.threadName, r.getMessage()))
tl = getLogger("threads")
tl.setLevel(INFO)
tl.propagate = False
tl.addHandler(Th())
ts = [threading.Thread(target=lambda i=i: [tl.info("m%d", j) for j in range(50)], name=f"T{i}") for i in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(out), sorted(set(n for n, _ in out)))
import asyncio
async def task():
    log.info("in task")
h.setFormatter(Formatter("%(taskName)s %(message)s"))
async def main():
    await asyncio.create_task(task(), name="the task")
getLogger("asyncio").setLevel(ERROR)
asyncio.run(main())
print(h.take())
print(rec.__dict__.keys() - {"x"} == set("name msg args levelname levelno pathname filename module exc_info exc_text stack_info lineno funcName created msecs relativeCreated thread threadName processName process taskName message asctime".split()))
import shutil
logging.shutdown()
shutil.rmtree(d)
