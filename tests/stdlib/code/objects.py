# Code objects: attributes, equality, positions, lines, replacement.
import copy
import inspect
import warnings


def f(a, b, /, c, *args, d, e=1, **kw):
    """doc"""
    x = a + c
    def g():
        return x, b
    return [i for i in g()]


def lines(y):
    try:
        z = y(
            1)
    except ValueError as e:
        pass
    return (z
            + 1)


class C:
    def m(self):
        return super().m


async def co():
    yield await x

for fn in (f, lines, C.m, co, lambda: (yield), f.__code__.co_consts):
    if isinstance(fn, tuple):
        fn, = [c for c in fn if inspect.iscode(c)]
    c = getattr(fn, '__code__', fn)
    print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames,
          c.co_freevars, c.co_cellvars, hex(c.co_flags), c.co_firstlineno, c.co_filename == __file__)
    positions = list(c.co_positions())
    print(len(positions) == len(c.co_code) // 2, all(len(p) == 4 for p in positions))
    ranges = list(c.co_lines())
    print(ranges[0][0], all(a[1] == b[0] for a, b in zip(ranges, ranges[1:])), ranges[-1][1] == len(c.co_code))

code = lines.__code__
print({2, 3, 4, 6} <= {p[0] - code.co_firstlineno for p in code.co_positions() if p[0] is not None})
print((7, 7, 10, 14) in [p for p in compile('\n\n\n\n\n\nx = f(1, 2, call)', '', 'exec').co_positions()])
one, two = [compile('x = 1\ndef f(): return 2.0', name, 'exec') for name in ('a', 'b')]
print(one == two, hash(one) == hash(two), one == compile('x = 1\ndef f(): return 2', 'a', 'exec'), one == 1, one != two)
print((lambda: 0.0).__code__ == (lambda: -0.0).__code__, (lambda: 1).__code__ == (lambda: 1).__code__)

new = f.__code__.replace(co_name='other', co_filename='x.py', co_firstlineno=100, co_qualname='q')
print(new.co_name, new.co_filename, new.co_firstlineno, new.co_qualname, new == f.__code__)
print(copy.replace(code, co_name='r').co_name, code.replace() == code, code.replace(co_code=code.co_code, co_consts=code.co_consts) == code)
print(list((lambda: 1).__code__.replace(co_linetable=b'').co_lines()), code.replace(co_linetable=code.co_linetable) == code)


def answer():
    return 'forty-two'


swap = answer.__code__.replace(co_consts=tuple('new' if c == 'forty-two' else c for c in answer.__code__.co_consts))
answer.__code__ = swap
print(answer())
for kw in ({'co_name': 3}, {'co_foo': 1}, {'co_firstlineno': 'a'}, {'co_consts': [1]}):
    try:
        print(code.replace(**kw))
    except Exception as e:
        print(type(e).__name__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(type(code.co_lnotab), caught[0].category.__name__, caught[0].message)
print(type(code.co_linetable), type(code.co_exceptiontable), type(code.co_names), 'ValueError' in code.co_names)
