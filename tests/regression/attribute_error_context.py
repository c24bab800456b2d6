# AttributeErrors from Python code tell what was looked up; unbound locals are
# no misspelt names.
import traceback
class A:
    blech = None
    def __getattr__(self, n): raise AttributeError
    @property
    def p(self): raise AttributeError('x')
class B:
    def __getattribute__(self, n): raise AttributeError(3)
class D:
    def __get__(self, *a): raise AttributeError
class E: d = D()
class F:
    bluc = blucha = None
for o, n in ((A(), 'bluch'), (A(), 'p'), (B(), 'foo'), (E(), 'd'), (F(), 'bluch')):
    try: getattr(o, n)
    except AttributeError as e: print(e.name, type(e.obj).__name__, traceback.format_exception_only(e))
def f():
    something = 3
    print(somethong)
    somethong = 1
try: f()
except NameError as e: print(e.name, traceback.format_exception_only(e))
for args in (('f.py', 1, 2, 'text here'), ('f.py', 1, 2, 'text here', 1, 5), ('f.py', 1, 20, 'text'), ('f.py', 1, -1, 'text'), 'abcd', (1, 2, 3, 4), ('f', None, 1, 'x')):
    print(traceback.format_exception_only(SyntaxError('msg', args)))
print(traceback.format_exception_only(ExceptionGroup('A\n1', [ValueError('B\n2')]), show_group=True))
e = None
for i in range(3000):
    new = ValueError(i)
    new.__context__ = e
    e = new
print(len(list(traceback.TracebackException.from_exception(e).format())))
raise SyntaxError('msg', ('f.py', 1, 2, 'text here'))
