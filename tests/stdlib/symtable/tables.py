# symtable: the tables of a program with all kinds of blocks.
import symtable
import warnings

SOURCE = '''
import os
from sys import path as p
g = 1
def f(a, *b: int, c=1) -> str:
    global g, g2
    [y for y in a if (z := y)]
    (y for y in a)
    y: int
    lambda q: [w for w in q if (lambda: w)]
    def inner():
        nonlocal z
        z = a
        return __x
    return b
class A(f, metaclass=m):
    __p = 1
    z: str
    def m(self): return super().m() + __q
    def n(z): return [z for __r in z]
type X[T: int = 3] = list[T]
class B[T]: pass
class H[T](X): x: T
del g
for i in g: pass
'''


def show(table, level=0):
    pad = '  ' * level
    print(pad, table, table.get_type(), repr(table.get_name()), table.get_lineno(), table.is_nested(), table.is_optimized(), table.has_children())
    if isinstance(table, symtable.Function):
        print(pad, ' ', table.get_parameters(), table.get_locals(), table.get_globals(), table.get_nonlocals(), table.get_frees())
    if isinstance(table, symtable.Class):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            print(pad, ' ', table.get_methods(), caught[0].message)
    for s in table.get_symbols():
        print(pad, '  -', s, [n for n in dir(s) if n.startswith('is_') and getattr(s, n)()], s.get_namespaces())
    for child in table.get_children():
        show(child, level + 1)


show(symtable.symtable(SOURCE, 'file.py', 'exec'))
show(symtable.symtable('[x for x in y]', b'f', 'eval'))
show(symtable.symtable('x = lambda: y\n', 'f', 'single'))
top = symtable.symtable('def a(): pass\ndef a(): pass\nb = 1', '?', 'exec')
print(top.lookup('a').get_namespaces(), top.lookup('a') is top.lookup('a'), list(top.get_identifiers()))
for what in (lambda: top.lookup('a').get_namespace(), lambda: top.lookup('b').get_namespace(), lambda: top.lookup('zz'),
             lambda: symtable.symtable('a b', 'f.py', 'exec'), lambda: symtable.symtable('x', 'f', 'foo'),
             lambda: symtable.symtable('def f(a, a): pass', 'f', 'exec'), lambda: symtable.symtable('x', 3, 'exec')):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
