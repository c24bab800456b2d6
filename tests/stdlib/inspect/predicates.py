import inspect, types, sys, functools
def attempt(f, *a, **k):
    try:
        return repr(f(*a, **k))
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
def f(a, b: int = 1, *c, d, e=2, **g): "doc"; return locals()
async def co(): pass
def gen(): yield
async def ag(): yield
class A:
    "class doc"
    __slots__ = ("s",)
    x = 1
    def m(self): pass
    @classmethod
    def k(cls): pass
    @staticmethod
    def st(): pass
    @property
    def p(self): return 1
class B(A):
    def m(self): pass
c = co()
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
samples = {"f": f, "lambda": lambda: 1, "co": co, "coro": c, "gen": gen, "generator": gen(), "ag": ag, "agen": ag(), "A": A, "A.m": A.m, "bound": B().m, "A.k": A.k, "A.st": A.st, "p": A.__dict__["p"], "slot": A.s, "len": len, "append": [].append, "str.join": str.join,
    "init": object.__init__, "strwrap": object().__str__, "code": f.__code__, "frame": sys._getframe(), "tb": tb, "module": sys, "int": 1, "getset": type(f).__dict__["__code__"], "partial": functools.partial(f), "type": type}
names = [n for n in dir(inspect) if n.startswith("is") and n != "iskeyword" and callable(getattr(inspect, n))]
for n in sorted(names):
    p = getattr(inspect, n)
    print(n, [k for k, v in samples.items() if attempt(p, v) == "True"])
c.close()
print(inspect.getfullargspec(f), isinstance(inspect.getfullargspec(f), inspect.FullArgSpec), attempt(inspect.getfullargspec, 5), inspect.getargs(f.__code__), isinstance(inspect.getargs(f.__code__), inspect.Arguments))
def show(a, *b, **c): return inspect.getargvalues(inspect.currentframe())
av = show(1, 2, z=3)
print(av, isinstance(av, inspect.ArgInfo), inspect.formatargvalues(*av))
print([a[:3] for a in inspect.classify_class_attrs(B)][-6:], isinstance(inspect.classify_class_attrs(B)[0], inspect.Attribute))
ba = inspect.signature(f).bind(1, d=3)
print(ba, isinstance(ba, inspect.BoundArguments), ba.args, ba.kwargs, ba.apply_defaults(), ba.arguments, inspect.getcallargs(f, 1, d=2), attempt(inspect.getcallargs, f))
x = 5
def outer():
    y = 1
    def inner(): return x, y, len, undefined
    return inner
cv = inspect.getclosurevars(outer())
print(cv, isinstance(cv, inspect.ClosureVars))
print(inspect.findsource(f)[1], inspect.getsourcelines(A.m), inspect.getblock(["def q():\n", "  pass\n", "x\n"]), inspect.getsource(f), inspect.getcomments(outer), inspect.getsourcefile(f).endswith("predicates.py"), inspect.getfile(A).endswith("predicates.py"), attempt(inspect.getfile, int), attempt(inspect.getsource, len))
print([i.function for i in inspect.getinnerframes(tb)], isinstance(inspect.getinnerframes(tb)[0], inspect.FrameInfo), inspect.getframeinfo(tb).lineno, isinstance(inspect.getframeinfo(tb), inspect.Traceback), inspect.stack()[0].function, inspect.trace(), len(inspect.getouterframes(sys._getframe())))
print(inspect.getclasstree([A, B]), list(inspect.walktree(inspect.getclasstree([A, B])[1:], {}, None)) if False else "", inspect.getmro(B), inspect.get_annotations(f), inspect.getdoc(B.m), inspect.getdoc(A), inspect.cleandoc(" a\n   b\n  c"), inspect.indentsize("  \tx"), inspect.getmodulename("/a/b.py"), inspect.getmodule(f).__name__)
print(inspect.getgeneratorstate(g := gen()), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.close(), inspect.getgeneratorstate(g), inspect.getcoroutinestate(q := co()), inspect.getcoroutinelocals(q), q.close(), inspect.getcoroutinestate(q), inspect.getasyncgenstate(ag()), inspect.getasyncgenlocals(ag()))
print(type(inspect.getattr_static(A, "p")), attempt(inspect.getattr_static, A, "zz"), inspect.getattr_static(A(), "x"), [n for n, v in inspect.getmembers(A, inspect.isfunction)], [n for n, v in inspect.getmembers_static(A, lambda v: isinstance(v, property))], inspect.unwrap(functools.wraps(f)(lambda: 1)) is f)
print(inspect.istraceback(tb), [inspect.isgenerator, inspect.isgeneratorfunction, inspect.isasyncgen, inspect.isasyncgenfunction, inspect.isbuiltin, inspect.isclass, inspect.iscode, inspect.iscoroutine, inspect.isdatadescriptor, inspect.isframe, inspect.isgetsetdescriptor, inspect.ismemberdescriptor, inspect.ismethoddescriptor, inspect.ismethodwrapper, inspect.ismodule, inspect.isroutine][3](ag))
print(issubclass(inspect.ClassFoundException, Exception), issubclass(inspect.EndOfBlock, Exception), inspect.BlockFinder.__name__, inspect.isawaitable(5), inspect.CO_GENERATOR, inspect.TPFLAGS_IS_ABSTRACT)
w = inspect.markcoroutinefunction(lambda: 1)
print(inspect.iscoroutinefunction(w), inspect.ispackage(sys) if hasattr(inspect, "ispackage") else False)
