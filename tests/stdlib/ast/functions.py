# The functions of ast.
import ast


def show(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


source = '''
"doc"
from . import a as b
from ..c.d import (e, f)
import g.h

@dec(1)
async def fn[T: int, *Ts, **P](a, /, b: str = "x", *args: int, c, d=None, **kw) -> list[int]:
    """
      inner doc
        more
    """
    async with x as y, z: pass
    async for i in aiter(): break
    else: continue
    return await q

class C(Base, metaclass=M):
    x: int = 1
    y: str
    (z): int
    a.b: int

type Alias[T] = dict[str, T]
x = y = *a, b
x += 1; del x, y[0]
if a: pass
elif b: pass
else: pass
while True: break
try: f()
except A as e: raise E from e
except B: raise
else: pass
finally: pass
try: pass
except* A: pass
match v:
    case 1 | -2.5 | "s" | None: pass
    case [a, *_, b]: pass
    case {"k": 1, **rest}: pass
    case Point(x=0, y=yy) if yy: pass
    case (1+2j) as z: pass
    case _: pass
assert a, "b"
global gg
def k():
    nonlocal_ = 1
    yield
    x = yield 1
    yield from z
lambda a, *b, c=1: (a if b else c)
[x for x in y if z if w]; {x: y for x in z}; {*a}; (x async for x in y)
a < b <= c is not d not in e
a and b or not c
f"a{x!r:>{w}}b{{"; t"{x + 1=}"
x[1:2, ::3]; x[a:=1]; b"b"; 1j; ...; -1 ** 2; 0x10; 1e400
print(*a, k=1, **kw)
'''
tree = ast.parse(source)
print(ast.dump(tree))
print(ast.dump(tree, annotate_fields=False))
print(ast.dump(tree, include_attributes=True, indent=1))
print(ast.dump(tree, indent='--', show_empty=True))
print(ast.unparse(tree))
for mode in ('eval', 'single', 'func_type'):
    print(ast.dump(ast.parse({'eval': 'a + 1', 'single': 'a; b', 'func_type': '(int, *str, **x) -> y'}[mode], mode=mode)))
print(ast.dump(ast.parse('if 1:\n  a # type: ignore[x]\nx = 1 # type: int\nfor i in x: # type: str\n  pass', type_comments=True)))
print(ast.dump(ast.parse('def f(a, # type: int\n  b # type: str\n  ):\n  # type: (...) -> int\n  pass', type_comments=True)))
show(ast.parse, 'x = [ # type: int\n1]', type_comments=True)
show(ast.parse, 'match x:\n case 1: pass', feature_version=(3, 9))
show(ast.parse, 'x', feature_version=(2, 7))
show(ast.parse, 'x', mode='foo')
show(ast.parse, 'a b', 'file.py')
show(ast.parse, ast.Name('x'))
for level in (-1, 0, 1, 2):
    print(ast.dump(ast.parse('"d"\n__debug__\n"%s-%5.3r%%" % (a, b)\nmatch x:\n  case -1: pass\n  case {1-2j: 0}: pass\ndef f(): "d"', optimize=level)))
show(ast.dump, 3)
show(ast.unparse, 3)

nodes = [type(n).__name__ for n in ast.walk(tree)]
print(len(nodes), nodes[:60])
print(list(ast.iter_fields(ast.parse('x', mode='eval').body)))
print([type(n).__name__ for n in ast.iter_child_nodes(tree.body[5])])
print(repr(ast.get_docstring(tree)), repr(ast.get_docstring(tree.body[4])), repr(ast.get_docstring(tree.body[4], clean=False)))
show(ast.get_docstring, ast.Name('x'))
for n in tree.body[4:8]:
    print(ast.get_source_segment(source, n), ast.get_source_segment(source, n, padded=True))
text = 'if 1:\n  x = (ä,\n  "é")\f\r\n  y = 2'
t = ast.parse(text)
print([ast.get_source_segment(text, n) for n in ast.walk(t) if hasattr(n, 'lineno')])
print(ast.get_source_segment(text, ast.Name('x')), ast.get_source_segment(text, ast.Load()))

n = ast.BinOp(ast.Constant(1), ast.Add(), ast.Constant(2, lineno=5, col_offset=3))
print(ast.dump(ast.fix_missing_locations(n), include_attributes=True))
print(ast.dump(ast.increment_lineno(n, 10), include_attributes=True))
print(ast.dump(ast.copy_location(ast.Name('x'), n), include_attributes=True))
print(ast.increment_lineno(ast.TypeIgnore(3, 'x'), 2).lineno)


class Visitor(ast.NodeVisitor):
    def visit_Name(self, node):
        print('name', node.id, end='; ')

    def visit_Constant(self, node):
        print('constant', node.value, end='; ')


Visitor().visit(tree)
print()


class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        if node.id == 'remove':
            return None
        return ast.copy_location(ast.Name('_' + node.id, node.ctx), node)

    def visit_Pass(self, node):
        return [ast.Break(), ast.Continue()]

    def visit_Delete(self, node):
        return None


print(ast.unparse(Rename().visit(ast.parse('a = b\ndel c\nwhile d: pass\nreturn_ = [remove, e]'))))

for text in ('1', '-1', '+1.5', '1 + 2j', '-1 - 2j', '[1, (2,), {3: {4}}, set()]', '"a" "b"', 'b"x"', 'None', '...', '  1', 'u"x"',
             '1 - 2', '--1', '-"a"', 'a', 'f()', 'set(1)', '{**a}', '[*a]', 'f"x"', '1 + 1', '+True', 'lambda: 1', '1 if 2 else 3', '\n1', '', '1 2', '()', '{}'):
    print(repr(text), end=' ')
    show(ast.literal_eval, text)
show(ast.literal_eval, ast.Constant('c'))
show(ast.literal_eval, ast.Expression(ast.List([ast.Constant(1)])))
show(ast.literal_eval, ast.Dict([ast.Constant(1)], []))
show(ast.literal_eval, 3)
