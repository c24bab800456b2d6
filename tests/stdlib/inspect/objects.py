import functools
import inspect
import sys
import types


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


# comment of outer
# more
def outer(x, y=2):
    """Doc of
    outer.

      indented
    """
    z = x
    def inner():
        return z + y + undefined_thing + len
    return inner


@functools.cache
def decorated(
    a,
    b=")",
):
    # inside
    return """
text at margin
"""

after = 1

class Base:
    """Base doc."""
    attr = 1
    def method(self):
        "method doc"
    def other(self): "other doc"
    @property
    def prop(self):
        "prop doc"
        return 1
    @classmethod
    def cm(cls): "cm doc"
    @staticmethod
    def sm(): "sm doc"
    def __len__(self): return 0


class Derived(Base):
    __slots__ = ("slot",)
    def method(self): pass
    @property
    def prop(self): return 2
    def last(self):
        if True:
            return lambda a: (
                a,
                1)
        # trailing comment in the body

    # comment at class level


one_line = lambda q: q; another = 3
def one_liner(): return 1
class Nested:
    class In:
        def deep(self): return [
            1, 2,
        ]


def gen():
    x = 1
    yield x
async def coro():
    w = 2
    await things()
async def agen():
    v = 3
    yield v
@types.coroutine
def oldcoro():
    yield


class It:
    def __await__(self): yield


class Desc:
    def __get__(self, *a): return 1
class Data(Desc):
    def __set__(self, *a): pass


g, c, a = gen(), coro(), agen()
c2 = oldcoro()
things = {"module": sys, "class": Base, "method": Base().method, "function": outer, "lambda": one_line, "builtin": len,
          "bound builtin": [].append, "gen": g, "coro": c, "agen": a, "genf": gen, "corof": coro, "agenf": agen,
          "oldcoro": c2, "code": outer.__code__, "frame": sys._getframe(), "property": Base.__dict__["prop"],
          "slot": Derived.slot, "getset": type.__dict__["__dict__"], "mdesc": str.join, "wrapper": int.__add__,
          "bound wrapper": (1).__add__, "cm": Base.cm, "cmdesc": Base.__dict__["cm"], "smdesc": Base.__dict__["sm"],
          "int": 3, "none": None, "await": It(), "partial": functools.partial(gen), "partialc": functools.partial(coro),
          "Desc": Desc(), "Data": Data(),  
          "dict.fromkeys": dict.__dict__["fromkeys"],
          "cached": decorated, "object.__new__": object.__new__, "generic": list[int]}
preds = [n for n in dir(inspect) if n.startswith("is") and n not in ("iskeyword",)]
print(preds)
for k, v in things.items():
    print(k, [p for p in preds if callable(getattr(inspect, p)) and getattr(inspect, p)(v)])

for n in ("outer", "decorated", "Base", "Derived", "one_line", "one_liner", "Nested", "gen", "It"):
    o = globals()[n]
    lines, start = inspect.getsourcelines(o)
    print(n, start, len(lines))
    print(inspect.getsource(o), end="")
    print(repr(inspect.getcomments(o)), repr(inspect.getdoc(o)))
print(inspect.getsource(Derived.last), inspect.getsource(Nested.In), inspect.getsource(Nested.In.deep))
print(inspect.getsource(Derived.prop.fget), inspect.getsource(Base().cm), inspect.getsource(outer(1)))
print(len(inspect.getsource(sys.modules["__main__"])) > 1000, inspect.getsourcelines(sys.modules["__main__"])[1])
show(inspect.getsource, 3)
show(inspect.getsource, len)
show(inspect.getsource, int)
show(inspect.getsource, sys)
show(inspect.getfile, sys)
show(inspect.getfile, int)
show(inspect.getfile, "x")
ns = {}
exec("def made(): pass\nclass Made: pass", ns)
show(inspect.getsource, ns["made"])
show(inspect.getfile, ns["made"])
import os
print(os.path.basename(inspect.getfile(outer)), os.path.basename(inspect.getsourcefile(outer)), os.path.basename(inspect.getfile(Base)),
      os.path.basename(inspect.getabsfile(outer)))
print(inspect.getmodule(outer).__name__, inspect.getmodule(len), inspect.getmodule(3), inspect.getmodule(sys) is sys)
print(inspect.getmodulename("/a/b.py"), inspect.getmodulename("b.txt"), inspect.getmodulename("x.pyc"), inspect.getmodulename("/.py"))

# documentation
for o in (outer, Base, Derived, Derived.method, Derived().method, Derived.prop, Base.cm, Derived.cm, Base.sm, 3, type, Nested.In,
          Derived.last, one_line, object()):
    print(repr(inspect.getdoc(o))[:60] if o not in (3, type) else bool(inspect.getdoc(o)))
print(repr(inspect.cleandoc("\n  a\n    b\n\n   c\n\n")), repr(inspect.cleandoc("x\n\ty\n\t\tz")), repr(inspect.cleandoc("")))
print(inspect.indentsize("   \tx"))

# members
print([n for n, v in inspect.getmembers(Base(), inspect.ismethod)], [n for n, v in inspect.getmembers(Base, inspect.isfunction)])
print([n for n, v in inspect.getmembers_static(Base, lambda v: isinstance(v, (property, classmethod, staticmethod)))])
for at in inspect.classify_class_attrs(Derived):
    if at.name in ("attr", "method", "other", "prop", "cm", "sm", "slot", "__len__", "__init__", "__doc__", "__new__", "__dict__", "__module__", "__class__"):
        print(at.name, at.kind, at.defining_class.__name__)
print(inspect.getmro(Derived))
class X(Base): pass
class Y(X, It): pass
print(inspect.getclasstree([Base, Derived, X, Y, It]))
print(inspect.getclasstree([Base, Derived, X, Y], True))
import abc
class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
class Conc(Abs):
    def f(self): pass
print(inspect.isabstract(Abs), inspect.isabstract(Conc), inspect.isabstract(3))

# static lookup
class Dyn:
    klass = 1
    def __getattr__(self, n): return "dyn"
    @property
    def p(self): return 1 / 0
    data = Data()
    nd = Desc()
d = Dyn()
d.inst = 2
d.__dict__["nd"] = 5
d.__dict__["data"] = 6
for n in ("klass", "inst", "nd"):
    print(n, inspect.getattr_static(d, n))
print(type(inspect.getattr_static(d, "p")), type(inspect.getattr_static(d, "data")), inspect.getattr_static(d, "nope", "default"))
show(inspect.getattr_static, d, "nope")
print(inspect.getattr_static(Dyn, "klass"), type(inspect.getattr_static(Dyn, "__mro__")), inspect.getattr_static(Derived(), "slot").__name__)

# states
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
def running():
    print(inspect.getgeneratorstate(r))
    yield
r = running()
next(r)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
print(inspect.getasyncgenstate(a), inspect.getasyncgenlocals(a))
try:
    a.asend(None).send(None)
except StopIteration as e:
    print(e.value)
print(inspect.getasyncgenstate(a), inspect.getasyncgenlocals(a))
show(inspect.getgeneratorlocals, 3)
show(inspect.getasyncgenlocals, 3)

# marks
def plain(): pass
print(inspect.iscoroutinefunction(plain), inspect.iscoroutinefunction(inspect.markcoroutinefunction(plain)))

# closure variables
print(inspect.getclosurevars(outer(5)))
show(inspect.getclosurevars, 3)

# frames
def level1(): return level2()
def level2():
    st = inspect.stack()
    fi = st[0]
    print([f.function for f in st], fi.lineno, fi.code_context, fi.index, os.path.basename(fi.filename), fi.positions)
    print(inspect.getframeinfo(sys._getframe(), context=3).code_context)
    print(inspect.getlineno(sys._getframe()), inspect.currentframe() is sys._getframe())
    return st[0]
fi = level1()
print(type(fi), len(fi), fi._fields)
def raiser(): 1 / 0
try:
    raiser()
except ZeroDivisionError as e:
    for t in inspect.trace():
        print(t.function, t.lineno, t.code_context, t.index, t.positions)
    tb = inspect.getframeinfo(e.__traceback__)
    print(tb.function, tb._fields)
print(inspect.trace())
try:
    inspect.getouterframes(3)
except Exception as e:
    print(type(e).__name__)

# flags
def nested():
    fr = 1
    def inn(a, *b, **c): return fr
    return inn
class K:
    def m(self): "d"
for fn in (outer, nested(), gen, coro, agen, oldcoro, lambda: 0, K.m, K().m.__func__, plain, one_liner):
    print(fn.__name__, sorted(n for n in dir(inspect) if n.startswith("CO_") and fn.__code__.co_flags & getattr(inspect, n)), hex(fn.__code__.co_flags))
print(hex(compile("1", "", "exec").co_flags), hex(compile("1", "", "eval").co_flags), hex(compile("from __future__ import annotations", "", "exec").co_flags))
print([(f.name, f.value) for f in inspect.BufferFlags], inspect.BufferFlags.FULL)
print(inspect.CO_OPTIMIZED, inspect.TPFLAGS_IS_ABSTRACT)
import inspect as m
print(sorted(m.__all__))
c2.close()
for f in (inspect.isasyncgen, inspect.isasyncgenfunction, inspect.isawaitable, inspect.isbuiltin, inspect.isclass, inspect.iscode, inspect.iscoroutine,
          inspect.isdatadescriptor, inspect.isframe, inspect.isgenerator, inspect.isgeneratorfunction, inspect.isgetsetdescriptor, inspect.ismemberdescriptor,
          inspect.ismethoddescriptor, inspect.ismethodwrapper, inspect.ismodule, inspect.ispackage, inspect.isroutine, inspect.istraceback):
    print(f.__name__, f(outer), f(int), f(inspect))
print(inspect.ArgInfo._fields, inspect.Arguments._fields, inspect.Attribute._fields, inspect.ClosureVars._fields, inspect.FullArgSpec._fields, inspect.FrameInfo.__mro__[1].__name__)
print(inspect.BoundArguments.__name__, issubclass(inspect.ClassFoundException, Exception), issubclass(inspect.EndOfBlock, Exception), inspect.BlockFinder().last, inspect.Traceback._fields)
print(inspect.get_annotations(outer), inspect.getblock(["def f():\n", "    pass\n", "x = 1\n"]), inspect.findsource(outer)[1] > 10, inspect.walktree([int, bool], {}, None))
try:
    raiser()
except ZeroDivisionError as e:
    print([i.function for i in inspect.getinnerframes(e.__traceback__)])
