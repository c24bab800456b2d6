# Compiling trees: what compile() takes and what it says about bad ones.
import ast

ok = dict(lineno=1, col_offset=0)


def name(n='x', ctx=ast.Load):
    return ast.Name(n, ctx(), **ok)


def const(v=1):
    return ast.Constant(v, **ok)


def show(tree, mode='exec', flags=0):
    try:
        code = compile(tree, '<tree>', mode, flags)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print('ok', code if isinstance(code, ast.AST) else code.co_filename)


def stmt(node, fix=True):
    show(ast.fix_missing_locations(ast.Module([node])) if fix else ast.Module([node]))


def expr(node, fix=True):
    tree = ast.Expression(node)
    show(ast.fix_missing_locations(tree) if fix else tree, 'eval')


def pattern(p):
    stmt(ast.Match(name(), [ast.match_case(p, None, [ast.Pass()])]))


exec(compile(ast.parse('def f(a, b=2):\n    return a + b\nprint(f(1), [i for i in range(3)])'), '<tree>', 'exec'))
print(eval(compile(ast.parse('1 + 2', mode='eval'), '<tree>', 'eval')))
exec(compile(ast.parse('1 + 2', mode='single'), '<tree>', 'single'))
print(eval(compile(ast.Expression(const((1, frozenset([2]), (3, b'x')))), '', 'eval')))

show(ast.parse('1', mode='eval'))
show(ast.parse('1'), 'eval')
show(ast.parse('1'), 'single')
show(ast.Constant(1))
show(ast.parse('1'), 'exec', ast.PyCF_ONLY_AST)
show(ast.parse('1'), 'foo')
show(ast.parse('1'), 'func_type')
show('1', 'foo')
show('1', 'func_type')
show('1', 'foo', ast.PyCF_ONLY_AST)
show('1', 'exec', 0x40000000)
show(3)

# Missing and wrong fields.
expr(ast.Name('x', ast.Load()), False)
expr(ast.Name('x', ast.Load(), lineno=1), False)
expr(ast.Name('x', ast.Load(), lineno=1, col_offset='a'), False)
expr(ast.Name('x', ast.Load(), lineno=None, col_offset=1), False)
expr(ast.Name('x', ast.Load(), lineno=5, col_offset=1, end_lineno=3, end_col_offset=2), False)
expr(ast.Name('x', ast.Load(), lineno=5, col_offset=4, end_lineno=5, end_col_offset=2), False)
expr(ast.Name('x', ast.Load(), lineno=-1, col_offset=4, end_lineno=5, end_col_offset=2), False)
n = name()
del n.id
expr(n)
expr(ast.Name(3, ast.Load()))
expr(ast.Name('x', 3))
expr(ast.Name('x', ast.Add()))
expr(ast.Name('None'))
expr(ast.Name('x', ast.Store()))
expr(3)
expr(None)
expr(ast.Pass())
stmt(ast.Expr(None))
stmt(ast.Expr(3))
stmt(ast.Name('x'))
stmt(None)
stmt(ast.Expr(ast.Constant([])))
stmt(ast.Expr(ast.Constant((1, [2]))))
stmt(ast.Expr(ast.Constant(ast.Load())))
show(ast.Module(3))
show(ast.Module([3]))
expr(ast.List([None]))
expr(ast.List(3))
expr(ast.Dict([name()], []))
expr(ast.Dict([None], [name()]))
expr(ast.BoolOp(ast.And(), [name()]))
expr(ast.BoolOp(3, [name(), name()]))
expr(ast.Compare(name(), [], []))
expr(ast.Compare(name(), [ast.Lt()], []))
expr(ast.Compare(name(), [ast.Lt(), ast.Gt()], [name()]))
expr(ast.ListComp(name(), []))
expr(ast.ListComp(name(), [ast.comprehension(name(), name(), [], 0)]))
expr(ast.Lambda(ast.arguments(defaults=[name()]), name()))
expr(ast.Lambda(ast.arguments(kwonlyargs=[ast.arg('x')]), name()))
expr(ast.Call(name(), [name('x', ast.Store)], []))
expr(ast.Starred(name(), ast.Load()))
expr(ast.YieldFrom(None))
expr(ast.Attribute(name(), None))
stmt(ast.Delete([]))
stmt(ast.Delete([name()]))
stmt(ast.Assign([], name()))
stmt(ast.Assign([const()], name()))
stmt(ast.Assign([name()], name()))
stmt(ast.AugAssign(name(), ast.Add(), name()))
stmt(ast.AnnAssign(ast.Attribute(name(), 'x', ast.Store()), name(), None, 1))
stmt(ast.For(name(), name(), [ast.Pass()]))
stmt(ast.For(name('x', ast.Store), name(), []))
stmt(ast.While(name(), []))
stmt(ast.If(name(), []))
stmt(ast.If(name(), [ast.Pass()], [None]))
stmt(ast.With([], [ast.Pass()]))
stmt(ast.With([ast.withitem(name(), name())], [ast.Pass()]))
stmt(ast.Raise(None, name()))
stmt(ast.Try([], [], [], []))
stmt(ast.Try([ast.Pass()], [], [], []))
stmt(ast.Try([ast.Pass()], [], [ast.Pass()], [ast.Pass()]))
stmt(ast.Try([ast.Pass()], [ast.ExceptHandler(None, 'x', [])]))
stmt(ast.TryStar([ast.Pass()], [], [], []))
stmt(ast.Import([]))
stmt(ast.Import([ast.alias('None')]))
stmt(ast.ImportFrom('a', [ast.alias('b')], -1))
stmt(ast.Global([]))
stmt(ast.Global([3]))
stmt(ast.FunctionDef('f', ast.arguments(), []))
stmt(ast.FunctionDef('True', ast.arguments(), [ast.Pass()]))
stmt(ast.FunctionDef('f', None, [ast.Pass()]))
stmt(ast.ClassDef('c', body=[]))
stmt(ast.ClassDef('c', bases=[name('x', ast.Del)], body=[ast.Pass()]))
stmt(ast.TypeAlias(const(), [], name()))
stmt(ast.TypeAlias(name('x', ast.Store), [ast.TypeVar('None')], name()))
stmt(ast.Match(name(), []))
stmt(ast.Return(name()))
stmt(ast.Break())

pattern(ast.MatchValue(const()))
pattern(ast.MatchValue(const(True)))
pattern(ast.MatchValue(name()))
pattern(ast.MatchValue(ast.UnaryOp(ast.USub(), const(1))))
pattern(ast.MatchValue(ast.UnaryOp(ast.UAdd(), const(1))))
pattern(ast.MatchValue(ast.BinOp(const(1), ast.Add(), const(2j))))
pattern(ast.MatchValue(ast.BinOp(const(1), ast.Add(), const(2))))
pattern(ast.MatchSingleton(3))
pattern(ast.MatchSingleton(None))
pattern(ast.MatchStar('x'))
pattern(ast.MatchSequence([ast.MatchStar('x')]))
pattern(ast.MatchSequence([ast.MatchStar('_')]))
pattern(ast.MatchMapping([const()], [], None))
pattern(ast.MatchMapping([name()], [ast.MatchAs(None, 'x')], None))
pattern(ast.MatchMapping([], [], 'True'))
pattern(ast.MatchClass(const(), [], [], []))
pattern(ast.MatchClass(name(), [], ['a'], []))
pattern(ast.MatchClass(name(), [], ['None'], [ast.MatchAs(None, 'x')]))
pattern(ast.MatchAs(ast.MatchAs(None, 'x'), None))
pattern(ast.MatchAs(None, '_'))
pattern(ast.MatchOr([ast.MatchAs(None, 'x')]))


class Shrinking(ast.Name):
    @property
    def id(self):
        tree.body.pop()
        return 'x'


class Own(ast.Name):
    pass


expr(Own('x'))
tree = ast.Module([ast.Expr(Own('x', **ok), **ok), ast.Pass(**ok)])
show(tree)
stmt(ast.AugAssign(ast.Tuple([], ast.Store()), ast.Add(), const()))
stmt(ast.AnnAssign(ast.Tuple([], ast.Store()), const(), None, 0))
expr(ast.NamedExpr(ast.Attribute(name(), 'y', ast.Store()), const()))
stmt(ast.Expr(ast.Interpolation(const(), 'x', -1)))
stmt(ast.Expr(ast.JoinedStr([ast.FormattedValue(const(), -1, const('>5'))])))
stmt(ast.Assign([ast.Starred(name('a', ast.Store), ast.Store())], const()))
stmt(ast.FunctionDef('f', ast.arguments(args=[ast.arg('a'), ast.arg('a')]), [ast.Pass()]))
