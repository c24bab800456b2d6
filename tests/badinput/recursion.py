# Recursion of every kind ends in RecursionError, and the program goes on.
import sys

def attempt(name, f):
    try:
        f()
    except RecursionError as e:
        print(name, "RecursionError", str(e)[:32])
    except Exception as e:
        print(name, type(e).__name__, str(e)[:60])
    else:
        print(name, "no error")

def calls(): calls()
def args(*a, **k): args(*a, **k)
def mutual_a(): mutual_b()
def mutual_b(): mutual_a()
def gen(): yield from gen()
def method():
    class A:
        def m(self): self.m()
    A().m()
def lam():
    f = lambda: f()
    f()
def compr():
    def f(): return [f() for _ in (1,)]
    f()
def deep_list(n=100000):
    x = []
    for _ in range(n):
        x = [x]
    return x
def deep_tuple(n=100000):
    x = ()
    for _ in range(n):
        x = (x,)
    return x
def deep_dict(n=100000):
    x = {}
    for _ in range(n):
        x = {1: x}
    return x

class Repr:
    def __repr__(self): return repr(self)
class Str:
    def __str__(self): return str(self)
class Eq:
    def __eq__(self, o): return self == o
class Lt:
    def __lt__(self, o): return self < o
class Hash:
    def __hash__(self): return hash(self)
class Attr:
    def __getattr__(self, n): return getattr(self, n + "x")
class Attribute:
    def __getattribute__(self, n): return self.x
class SetAttr:
    def __setattr__(self, n, v): self.x = v
class Add:
    def __add__(self, o): return self + o
class Call:
    def __call__(self): return self()
class Len:
    def __len__(self): return len(self)
class Bool:
    def __bool__(self): return bool(self)
class Iter:
    def __iter__(self): return iter(self)
class Next:
    def __iter__(self): return self
    def __next__(self): return next(self)
class Item:
    def __getitem__(self, i): return self[i]
class Contains:
    def __contains__(self, x): return x in self
class Index:
    def __index__(self): return [0][self]
class Format:
    def __format__(self, s): return format(self, s)
class Enter:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
class Init:
    def __init__(self): Init()
class New:
    def __new__(cls): return New()
class Prop:
    @property
    def p(self): return self.p
class Get:
    def __get__(self, o, t): return o.d
class HasGet:
    d = Get()
class Instance(type):
    def __instancecheck__(cls, x): return isinstance(x, cls)
class Inst(metaclass=Instance): pass
class Missing(dict):
    def __missing__(self, k): return self[k]
class Bytes:
    def __bytes__(self): return bytes(self)
class Reduce:
    def __reduce_ex__(self, p):
        import copy
        return copy.copy(self)

def handler():
    try:
        raise ValueError
    except ValueError:
        handler()
def fin():
    try:
        pass
    finally:
        fin()
def groups():
    e = ValueError()
    for _ in range(50000):
        e = ExceptionGroup("g", [e])
    return e
def chain():
    e = None
    for _ in range(50000):
        n = ValueError()
        n.__cause__ = e
        e = n
    return e
def union():
    t = list[int]
    for _ in range(20000):
        t = list[t]
    return repr(t)
def part():
    import functools
    f = len
    for _ in range(20000):
        f = functools.partial(f)
    return repr(f), f([])
def chains():
    import itertools
    it = iter([1])
    for _ in range(50000):
        it = itertools.chain(it)
    return list(it)

for f in [calls, args, mutual_a, gen, method, lam, compr]:
    attempt(f.__name__, f if f is not gen else lambda: list(gen()))
for name, f in {
    "repr": lambda: repr(Repr()), "str": lambda: str(Str()), "eq": lambda: Eq() == 1, "lt": lambda: Lt() < Lt(), "hash": lambda: hash(Hash()),
    "getattr": lambda: Attr().x, "getattribute": lambda: Attribute().x, "setattr": lambda: setattr(SetAttr(), "a", 1), "add": lambda: Add() + 1,
    "call": lambda: Call()(), "len": lambda: len(Len()), "bool": lambda: bool(Bool()), "iter": lambda: iter(Iter()), "next": lambda: next(Next()),
    "item": lambda: Item()[0], "contains": lambda: 1 in Contains(), "index": lambda: [0][Index()], "format": lambda: format(Format()), "fstring": lambda: f"{Format()}",
    "with": lambda: Enter().__enter__(), "init": lambda: Init(), "new": lambda: New(), "property": lambda: Prop().p, "descriptor": lambda: HasGet().d,
    "isinstance": lambda: isinstance(1, Inst), "missing": lambda: Missing()[1], "bytes": lambda: bytes(Bytes()), "reduce": lambda: __import__("copy").copy(Reduce()),
    "sorted": lambda: sorted([Lt(), Lt()]), "max": lambda: max(Lt(), Lt()), "key": lambda: sorted([1], key=lambda x: calls()), "map": lambda: list(map(lambda x: calls(), [1])),
    "list repr": lambda: repr(deep_list()), "tuple repr": lambda: repr(deep_tuple()), "dict repr": lambda: repr(deep_dict()),
    "list eq": lambda: deep_list() == deep_list(), "tuple eq": lambda: deep_tuple() == deep_tuple(), "dict eq": lambda: deep_dict() == deep_dict(), "tuple hash": lambda: hash(deep_tuple()),
    "list lt": lambda: deep_list() < deep_list(), "deepcopy": lambda: __import__("copy").deepcopy(deep_list()), "json": lambda: __import__("json").dumps(deep_list()),
    "json loads": lambda: __import__("json").loads("[" * 100000), "isinstance tuple": lambda: isinstance(1, deep_tuple()),
    "eval": lambda: eval("eval('x' " + "+ 1" * 3000 + ")"), "exec": lambda: exec("def f(): exec('f()', globals())\nf()", globals()),
    "format spec": lambda: "{:{:{}}}".format(1, 2, 3), "except": lambda: handler(), "finally": lambda: fin(),
    "group": lambda: repr(groups()), "cause": lambda: chain(), "union": lambda: union(), "partial": lambda: part(), "chain": lambda: chains(),
}.items():
    if name in ("list repr", "tuple repr", "dict repr", "list eq", "tuple eq", "dict eq", "tuple hash", "list lt", "json", "json loads", "isinstance tuple", "group", "union", "partial", "chain", "cause"):
        def g(f=f):
            try:
                f()
            except RecursionError:
                pass  # how deep a C stack goes differs
            raise ValueError("survived")
        attempt(name, g)
    else:
        attempt(name, f)
