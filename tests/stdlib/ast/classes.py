# The node classes: what they tell about themselves, constructors, repr,
# copies, pickles, replacement.
import ast
import copy
import pickle
import warnings

for name in sorted(vars(ast)):
    cls = getattr(ast, name)
    if isinstance(cls, type) and issubclass(cls, ast.AST):
        print(name, cls.__bases__, cls._fields, cls._attributes, cls.__match_args__, getattr(cls, '_field_types', None))
        print('   ', cls.__doc__)
        print('   ', [f for f in cls._fields + cls._attributes if getattr(cls, f, 0) is None])
print(ast.Name.__annotations__, ast.AST.__module__, ast.stmt.__qualname__)


def show(what, *args, **kwargs):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print(what(*args, **kwargs))
        except Exception as e:
            print(type(e).__name__, e)
    for w in caught:
        print('   ', w.category.__name__, w.message)


show(ast.Name, 'x')
show(ast.Name, 'x', ast.Store())
show(ast.Name, 'x', ast.Store(), 3)
show(ast.Name)
show(ast.Name, id='x', lineno=3, col_offset=4)
show(ast.Name, 'x', id='y')
show(ast.Name, 'x', foo=3)
show(ast.FunctionDef, 'f')
show(ast.FunctionDef, name='f', args=ast.arguments(), body=[ast.Pass()])
show(ast.Return)
show(ast.Constant)
show(ast.Constant, 1, kind='u')
show(ast.Module)
show(ast.AST, 1)
show(ast.Load, 1)
show(ast.Dict, [None, ast.Constant(1)], [ast.Constant(2)])
show(ast.ImportFrom)
show(ast.TypeIgnore, 1)
show(ast.ExtSlice, [ast.Constant(1)])
show(ast.Index, 3)


class Mine(ast.expr):
    _fields = ('a', 'b')
    _field_types = {'a': int | None, 'b': list[str]}
    a = None


class Untyped(ast.AST):
    _fields = ('a', 'b')


class Partly(ast.AST):
    _fields = ('a', 'b')
    _field_types = {'a': int}


show(Mine)
show(Mine, 1, ['x'])
show(Mine, 1, 2, 3)
show(Untyped)
show(Untyped, 1, c=3)
show(Partly)
show(Partly, b=1)

tree = ast.parse('def f(a, *b: int, c=(1, 2, 3), **d):\n    return [a, b, c, d, {}, -1]\nclass A(B, m=C): x: int = 3')
print(tree)
print(tree.body[0].args)
print(repr(tree.body[0].body[0].value))
print(ast.Module(body=[ast.Expr(ast.Name('x'))] * 3, type_ignores=()))
print(ast.List([1, 'a', None]), ast.Tuple((1, 2)), ast.Set([ast.Constant(...)]))
print(tree.body[0].returns, tree.body[0].lineno, tree.body[0].end_lineno, tree.body[0].__dict__.keys())

for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps(tree, protocol))
    print(ast.compare(tree, again, compare_attributes=True), again is tree)
deep = copy.deepcopy(tree)
print(ast.compare(tree, deep, compare_attributes=True), deep.body is tree.body, copy.copy(tree).body is tree.body)
print(ast.Name('x').__reduce__(), ast.Load().__reduce__())

node = ast.Name('x', lineno=1, col_offset=2)
print(ast.dump(copy.replace(node, id='y'), include_attributes=True))
show(node.__replace__, 1)
show(node.__replace__, foo=1)
del node.id
show(node.__replace__)
show(node.__replace__, ctx=ast.Del())
show(ast.arg.__replace__, ast.arg('x'), annotation=ast.Name('int'))

print(ast.compare(ast.Name('x'), ast.Name('x')), ast.compare(ast.Name('x'), ast.Name('y')))
print(ast.compare(ast.Name('x', lineno=1), ast.Name('x', lineno=2)), ast.compare(ast.Name('x', lineno=1), ast.Name('x', lineno=2), compare_attributes=True))
print(ast.compare(ast.Constant(1), ast.Constant(True)), ast.compare(ast.Constant(1), ast.Constant(1.0)), ast.compare(ast.Add(), ast.Sub()))
print(ast.Tuple([1]).dims)
match ast.Name('q'):
    case ast.Name(n, ast.Load()):
        print(n)
