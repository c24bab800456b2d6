# inspect: sources of objects, static attributes, variables of closures,
# signatures of unusual classes; linecache.
import abc
import functools
import inspect
import linecache
import os
import tempfile
import types
import typing


def f(a,
      b=2):
    """doc"""
    # comment
    if a:
        return b

    return (lambda x:
            x + 1)

class C:
    x = 1
    @property
    def p(self):
        return 1

    class D:
        def m(self): pass
# after
async def g(): pass
L = lambda q: q*2; M = [lambda: 1,
                        lambda: 2]
@staticmethod
def deco(): pass
def s(): return "a" \
    "b"
def one(): pass; x = 1
class E: a = 1


for o in (f, C, C.p.fget, C.D, C.D.m, g, L, M[0], M[1], deco, s, one, E, f.__code__):
    try:
        print(inspect.getsource(o), inspect.getsourcelines(o)[1])
    except Exception as e:
        print(type(e).__name__, e)
print(inspect.getcomments(g), inspect.getdoc(f), inspect.getsourcefile(f) == __file__)
for o in (int, 3, len):
    try:
        print(inspect.getsource(o))
    except Exception as e:
        print(type(e).__name__, e)
print(inspect.getblock(['def f():\n', '  x\n', '  y\n', 'z\n']), inspect.getblock(['x = 1\n', 'y\n']), inspect.getblock(['@a\n', 'async def f(\n', '  b): pass\n', 'c\n']))


class Static:
    @property
    def __class__(self):
        print('not called')
        return object
    attr = 3


class Getting:
    def __getattribute__(self, name):
        print('not called')


class Meta(type):
    @property
    def __dict__(self):
        print('not called')


class Thing(metaclass=Meta):
    def __init__(self):
        self.spam = 42


print(inspect.getattr_static(Static(), 'attr'), inspect.getattr_static(Getting(), 'x', 'none'), inspect.getattr_static(Thing(), 'spam'))


def closure():
    free = 1
    unset_later = 2

    def inner():
        print(free, f.attribute, undefined, os.path, len)
        return C.missing
    return inner


print(inspect.getclosurevars(closure()).nonlocals, sorted(inspect.getclosurevars(closure()).globals), sorted(inspect.getclosurevars(closure()).builtins), sorted(inspect.getclosurevars(closure()).unbound))


async def co(a=None):
    b = 'spam'
    await g


def maker():
    cell = 1

    async def co(a=None):
        b = cell
    return co


c = maker()()
print(inspect.getcoroutinelocals(c))
c.close()


class Checker(metaclass=abc.ABCMeta):
    def __init_subclass__(cls):
        print(cls.__name__, inspect.isabstract(cls))


class Abstract(Checker):
    @abc.abstractmethod
    def m(self): pass


class Concrete(Abstract):
    def m(self): pass


class New:
    __new__ = functools.partial(lambda x, cls, a: (x, a), 2)


class Text:
    __text_signature__ = '(a, /, b, c=True)'

    def __call__(self, *args, **kwargs): pass


def text(*args): pass


text.__text_signature__ = '($self, a, b=1, *args, c, d=2, **kwargs)'


class Spam:
    def test(it, a, b, *, c): pass
    bar = functools.partialmethod(test, functools.Placeholder, 1, c=1)


class M2(type): pass


for o in (New, Text, Text(), text, Spam.bar, Spam().bar, M2, type):
    try:
        print(inspect.signature(o))
    except Exception as e:
        print(type(e).__name__)
print(inspect.formatannotation(typing.List['x'] | None), inspect.formatannotation(typing.ForwardRef('fwd')))
wrapped = types.coroutine(lambda: (yield))()
print(inspect.getgeneratorstate(wrapped))

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, 'x.py')
    for data in (b'', b'a\nb', b'a\r\nb\rc\n', b'# coding: latin-1\n\xe9\n', b'\xff\n', b'\xef\xbb\xbfx\n', b'a\fb\x0bc\nd\n'):
        with open(name, 'wb') as file:
            file.write(data)
        linecache.checkcache(name)
        linecache.clearcache()
        print(data, linecache.getlines(name), repr(linecache.getline(name, 2)), repr(linecache.getline(name, 99)))
    print(linecache.getlines(folder), linecache.getlines('/nowhere.py'), linecache.getlines(''))


class Loader:
    def get_source(self, name):
        return f'source of {name}\nline 2' if name == 'mod' else None


print(linecache.lazycache('/no/mod.py', {'__name__': 'mod', '__loader__': Loader()}), linecache.getlines('/no/mod.py'))
print(linecache.getlines('/no/other.py', {'__name__': 'other', '__loader__': Loader()}), linecache.lazycache('<x>', {'__name__': 'mod', '__loader__': Loader()}))
