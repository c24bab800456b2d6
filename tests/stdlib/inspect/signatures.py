import functools
import inspect
from inspect import Parameter, Signature, signature


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b: int, c=1, *args: str, d, e: 'x' = 3, **kw) -> None: "doc"
def g(a, /, b=1, *, c=2, **k): pass
def h(): pass
def posdef(a, b=2, /): pass
def only(*, x, y=1): pass
def star(*a, **b): pass
def one(a): pass


for fn in (f, g, h, posdef, only, star, one, lambda x, *y: x):
    s = signature(fn)
    print(s, repr(s))
    for n, p in s.parameters.items():
        print("  ", n, repr(p), p.kind, repr(p.kind), p.kind.description, p.default, p.annotation)
    print("  ", s.return_annotation, hash(s) == hash(signature(fn)), s == signature(fn))

# bind
calls = [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)]
kws = [{}, {"a": 1}, {"b": 2}, {"c": 3}, {"d": 4}, {"x": 5}, {"zz": 1, "c": 2}, {"a": 1, "x": 2}]
for fn in (f, g, h, posdef, only, star, one):
    s = signature(fn)
    for c in calls:
        for k in kws:
            for bind in (s.bind, s.bind_partial):
                try:
                    b = bind(*c, **k)
                    print(fn.__name__, c, k, b, b.args, b.kwargs, end=" ")
                    b.apply_defaults()
                    print(b.arguments, b.signature is s)
                except TypeError as e:
                    print(fn.__name__, c, k, bind.__name__, e)

# Parameter and Signature
P = Parameter
show(P, "a", P.POSITIONAL_ONLY, default=3)
show(P, "a b", P.POSITIONAL_ONLY)
show(P, "class", P.KEYWORD_ONLY)
show(P, "class", P.POSITIONAL_ONLY)
show(P, 1, P.KEYWORD_ONLY)
show(P, "a", 10)
show(P, "a", "x")
show(P, "a", P.VAR_POSITIONAL, default=1)
show(P, "a", P.VAR_KEYWORD, default=1)
show(P, ".0", P.POSITIONAL_OR_KEYWORD)
show(P, ".0", P.KEYWORD_ONLY)
show(P, None, P.KEYWORD_ONLY)
show(P, "a", P.KEYWORD_ONLY, annotation=int, default=2)
show(P, "a", P.KEYWORD_ONLY, annotation="int", default=2)
p = P("a", P.POSITIONAL_OR_KEYWORD, default=1, annotation=list[int])
print(p, p.replace(name="b"), p.replace(default=P.empty), p.replace(annotation=P.empty, kind=P.KEYWORD_ONLY))
print(p == p.replace(), p != p.replace(name="q"), hash(p.replace(annotation=1)) == hash(p.replace(annotation=1)), p == 3)
print(P.empty, Signature.empty, P.empty is Signature.empty)
show(Signature, [P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)])
show(Signature, [P("a", P.POSITIONAL_ONLY), P("a", P.POSITIONAL_ONLY)])
show(Signature, [P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_ONLY)])
show(Signature, [P("a", P.VAR_POSITIONAL), P("b", P.VAR_POSITIONAL)])
show(Signature, [P("a", P.VAR_KEYWORD), P("b", P.VAR_KEYWORD)])
show(Signature, [P("a", P.VAR_KEYWORD), P("b", P.KEYWORD_ONLY)])
show(Signature)
show(Signature, [p], return_annotation=dict)
show(signature(f).replace, parameters=[p])
show(signature(f).replace, return_annotation=Signature.empty)
print(signature(f).format(max_width=20))
print(signature(f).format(quote_annotation_strings=False))
print(signature(g).format(max_width=5))
print(type(signature(f).parameters), list(signature(f).parameters))
print(signature(f) == signature(g), signature(f) != signature(f), signature(f) == 1)


# classes
class A:
    def __init__(self, x, *, y=2): pass
    def meth(self, a, b=1): pass
    @classmethod
    def cm(cls, c): pass
    @staticmethod
    def sm(d): pass
    def __call__(self, z): pass
    pm = functools.partialmethod(meth, 5)
    pmk = functools.partialmethod(meth, b=5)
    @functools.wraps(meth)
    def wrapped(self, *a, **k): pass
    @property
    def prop(self): pass
class B(A): pass
class N:
    def __new__(cls, q, r=1): return super().__new__(cls)
class NI(N):
    def __init__(self, t): pass
class M(type):
    def __call__(cls, mm): pass
class WithM(metaclass=M):
    def __init__(self, k): pass
class Empty: pass
class E(Exception): pass
class E2(Exception):
    def __init__(self, a): pass
class Sig:
    __signature__ = signature(g)
class SigStr:
    __text_signature__ = "(a, b=3, /)"
class L(list): pass
class D(dict):
    def __init__(self, w): pass

for o in (A, B, N, NI, WithM, Empty, E2, Sig, D, A.meth, A(1).meth, A.cm, A.sm, A(1).sm, A(1), A.pm, A(1).pm, A.pmk,
          A(1).pmk, A.wrapped, A(1).wrapped, functools.partial(f, 1), functools.partial(f, 1, c=3),
          functools.partial(g, b=3), functools.partial(functools.partial(one), 1), functools.partial(f, 1, 2, 3, 4),
          functools.partial(A), functools.partial(A(1).meth, 3), functools.lru_cache(f), functools.cache(one)):
    show(signature, o)
for o in (3, "x", A.prop, type, object, int, len, sorted, print, isinstance, list, dict, list.append, [].append,
          str.join, "".join, dict.get, dict.fromkeys, getattr, min, E, L, super, property, staticmethod, range, zip,
          map, enumerate, bytes, str, float, complex, bool, slice, memoryview, Exception, ValueError, open, pow, sum,
          divmod, object.__init__, int.__add__, (1).__add__, type.__call__, object().__repr__, vars, dir, iter, next,
          compile, eval, exec, reversed, filter, tuple, set, frozenset, bytearray, hash, id, callable, round,
          __import__, input, format, breakpoint, all, any, chr, ord, setattr, delattr, hasattr, globals, locals,
          str.split, str.replace, str.encode, bytes.decode, list.sort, list.index, set.add, dict.pop,
          int.from_bytes, int.to_bytes, float.fromhex):
    try:
        print(getattr(o, "__qualname__", "?"), signature(o))
    except (TypeError, ValueError) as e:
        text = str(e)
        print(text.split(" at 0x")[0].split(" object functools")[0])

try:
    signature(functools.partial(one, 1, 2))
except ValueError as e:
    print(str(e)[:20])
show(Signature.from_callable, f)
show(Signature.from_callable, A.wrapped, follow_wrapped=False)
show(signature, f, eval_str=True)
x = bytes
show(signature, f, eval_str=True)
show(signature, f, globals={"x": 5}, eval_str=True)


def deco(fn):
    @functools.wraps(fn)
    def inner(*args): return fn(*args)
    return inner


@deco
@deco
def decorated(a, b: int = 3) -> str: pass


print(signature(decorated), inspect.unwrap(decorated), decorated.__wrapped__.__wrapped__ is inspect.unwrap(decorated)) if 0 else None
print(signature(decorated), decorated.__wrapped__.__wrapped__ is inspect.unwrap(decorated))
print(signature(inspect.unwrap(decorated, stop=lambda q: q is decorated.__wrapped__), follow_wrapped=False))
def loop(): pass
loop.__wrapped__ = loop
try:
    inspect.unwrap(loop)
except ValueError as e:
    print(str(e)[:30])

# getfullargspec, getcallargs, getargs
for fn in (f, g, h, posdef, only, star, A.meth, A(1).meth, A, A.cm, functools.partial(f, 1), len):
    try:
        print(inspect.getfullargspec(fn))
    except TypeError as e:
        print("TypeError", e)
show(inspect.getfullargspec, 3)
for fn in (f, g, posdef, only, star, one, A(1).meth):
    for c in calls:
        for k in kws[:5]:
            try:
                print(fn.__name__, {n: v if n != "self" else 0 for n, v in inspect.getcallargs(fn, *c, **k).items()})
            except TypeError as e:
                print(fn.__name__, e)
show(inspect.getargs, f.__code__)
show(inspect.getargs, 3)

print(inspect.formatannotation(int), inspect.formatannotation("x"), inspect.formatannotation(list[int]),
      inspect.formatannotation(A), inspect.formatannotation(A, "__main__"), inspect.formatannotation(None),
      inspect.formatannotationrelativeto(A)(A), inspect.formatannotation(int | str))


def frames(a, b=2, *c, **d):
    e = 5
    v = inspect.getargvalues(inspect.currentframe())
    print(v.args, v.varargs, v.keywords, sorted(v.locals)[:3])
    print(inspect.formatargvalues(*v))


frames(1, 2, 3, q=1)


class Meta2(type):
    def __call__(cls, *args): return super().__call__(*args)
class UsesMeta2(metaclass=Meta2):
    def __init__(self, a): pass
show(signature, UsesMeta2)
class CallProxy:
    def __getattr__(self, n): raise AttributeError(n)
    __call__ = staticmethod(one)
class CallObj:
    __call__ = A(1)
class PartialCall:
    __call__ = functools.partialmethod(f, 7)
show(signature, CallProxy())
show(signature, CallObj())

async def co(a): pass
def gen(a): yield
show(signature, co)
show(signature, gen)
show(signature, (x for x in ()).send)
import collections
NT = collections.namedtuple("NT", "a b c", defaults=[5])
show(signature, NT)
import enum
class Color(enum.Enum):
    R = 1
show(signature, Color)
def seq(func, ph):
    return signature(functools.partial(func, functools.Placeholder, ph))
show(seq, f, 2)
import copy
b = signature(f).bind(1, 2, d=4)
print(copy.copy(b) == b, copy.deepcopy(signature(g)) == signature(g))
