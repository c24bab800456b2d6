"""Source text from trees (ast.unparse)."""

import ast

# How tightly the parts of an expression bind, loosest first.
(NAMED_EXPR, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, EXPR, BXOR, BAND, SHIFT,
 ARITH, TERM, FACTOR, POWER, AWAIT, ATOM) = range(18)
BOR = EXPR

_BINARY = {
    'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
    'Mod': ('%', TERM), 'FloorDiv': ('//', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT),
    'BitOr': ('|', BOR), 'BitXor': ('^', BXOR), 'BitAnd': ('&', BAND), 'Pow': ('**', POWER),
}
_UNARY = {'Invert': ('~', FACTOR), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR), 'Not': ('not ', NOT)}
_BOOLEAN = {'And': ('and', AND), 'Or': ('or', OR)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=',
            'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}

_TRIPLE = ('"""', "'''")
_QUOTES = ("'", '"', *_TRIPLE)
_INFINITY = '1e309'  # too large for a float


def _name_of(node):
    return node.__class__.__name__


def _tighter(level):
    return min(level + 1, ATOM)


def _parens(text, yes):
    return f'({text})' if yes else text


def _number(value):
    # There are no literals of infinity and NaN.
    if isinstance(value, (float, complex)):
        return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
    return repr(value)


def _escape(char, whitespace):
    if char in '\n\t' and not whitespace:
        return char
    if char == '\\' or not char.isprintable():
        return char.encode('unicode_escape').decode('ascii')
    return char


def _quote(string, quotes, whitespace=False):
    """Return the inside of a literal for string and which of the quotes may stand around it."""
    escaped = ''.join([_escape(c, whitespace) for c in string])
    fitting = [q for q in quotes if q not in escaped and ('\n' not in escaped or q in _TRIPLE)]
    if not fitting:
        # repr escapes quotes.
        text = repr(string)
        return text[1:-1], [next((q for q in quotes if text[0] in q), text[0])]
    if escaped:
        last = escaped[-1]
        fitting.sort(key=lambda q: q[0] == last)
        if fitting[0][0] == last:
            escaped = f'{escaped[:-1]}\\{last}'
    return escaped, fitting


class Unparser:
    """Writes statements as lines and returns expressions as strings."""

    def __init__(self):
        self.lines = []
        self.indent = 0
        self.interactive = False
        self.ignores = {}
        self.star = ''  # behind except

    def visit(self, node):
        if isinstance(node, ast.AST) and hasattr(self, 'stmt_' + _name_of(node)):
            self.statement(node)
            return '\n'.join(self.lines)
        return self.expr(node)

    def line(self, text, simple=False):
        if simple and self.interactive and not self.indent and self.lines:
            self.lines[-1] += '; ' + text
        else:
            self.lines.append('    ' * self.indent + text)

    def blank(self):
        if self.lines:
            self.lines.append('')

    def statement(self, node):
        method = getattr(self, 'stmt_' + _name_of(node), None)
        if method:
            method(node)
        else:
            self.lines.append(self.expr(node))

    def statements(self, body):
        for node in body:
            self.statement(node)

    def block(self, head, body, comment=''):
        self.line(f'{head}:{comment}')
        self.indent += 1
        self.statements(body)
        self.indent -= 1

    def type_comment(self, node):
        comment = self.ignores.get(node.lineno) or node.type_comment
        return '' if comment is None else f' # type: {comment}'

    # Expressions. Each method gets the level that its surroundings ask for.

    def expr(self, node, level=TEST):
        method = getattr(self, 'expr_' + _name_of(node), None)
        if method:
            return method(node, level)
        return ''.join([self.expr(child) for child in ast.iter_child_nodes(node)])

    def exprs(self, nodes, sep=', ', level=TEST):
        return sep.join([self.expr(node, level) for node in nodes])

    def items(self, texts):
        return texts[0] + ',' if len(texts) == 1 else ', '.join(texts)

    def expr_Name(self, node, level):
        return node.id

    def expr_Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            return f'({self.items([_number(v) for v in value])})'
        if value is ...:
            return '...'
        prefix = 'u' if node.kind == 'u' else ''
        return prefix + _number(value)

    def expr_NamedExpr(self, node, level):
        return _parens(f'{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}', level > NAMED_EXPR)

    def expr_BinOp(self, node, level):
        operator, own = _BINARY[_name_of(node.op)]
        left, right = own, _tighter(own)
        if operator == '**':
            left, right = right, left
        return _parens(f'{self.expr(node.left, left)} {operator} {self.expr(node.right, right)}', level > own)

    def expr_UnaryOp(self, node, level):
        operator, own = _UNARY[_name_of(node.op)]
        return _parens(operator + self.expr(node.operand, own), level > own)

    def expr_BoolOp(self, node, level):
        operator, own = _BOOLEAN[_name_of(node.op)]
        parts = []
        inner = own
        for value in node.values:
            inner = _tighter(inner)
            parts.append(self.expr(value, inner))
        return _parens(f' {operator} '.join(parts), level > own)

    def expr_Compare(self, node, level):
        inner = _tighter(CMP)
        parts = [self.expr(node.left, inner)]
        for operator, value in zip(node.ops, node.comparators):
            parts.append(f'{_COMPARE[_name_of(operator)]} {self.expr(value, inner)}')
        return _parens(' '.join(parts), level > CMP)

    def expr_IfExp(self, node, level):
        inner = _tighter(TEST)
        body, test, orelse = self.expr(node.body, inner), self.expr(node.test, inner), self.expr(node.orelse, TEST)
        return _parens(f'{body} if {test} else {orelse}', level > TEST)

    def expr_Lambda(self, node, level):
        arguments = self.expr(node.args)
        return _parens(f'lambda{" " if arguments else ""}{arguments}: {self.expr(node.body, TEST)}', level > TEST)

    def expr_Await(self, node, level):
        value = ' ' + self.expr(node.value, ATOM) if node.value else ''
        return _parens('await' + value, level > AWAIT)

    def expr_Yield(self, node, level):
        value = ' ' + self.expr(node.value, ATOM) if node.value else ''
        return _parens('yield' + value, level > YIELD)

    def expr_YieldFrom(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _parens('yield from ' + self.expr(node.value, ATOM), level > YIELD)

    def expr_Starred(self, node, level):
        return '*' + self.expr(node.value, EXPR)

    def expr_Attribute(self, node, level):
        value = self.expr(node.value, ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            value += ' '  # "1.x" would be a number
        return f'{value}.{node.attr}'

    def expr_Subscript(self, node, level):
        if isinstance(node.slice, ast.Tuple) and node.slice.elts:
            index = self.items([self.expr(item) for item in node.slice.elts])
        else:
            index = self.expr(node.slice)
        return f'{self.expr(node.value, ATOM)}[{index}]'

    def expr_Slice(self, node, level):
        parts = [self.expr(part) if part else '' for part in (node.lower, node.upper)]
        if node.step:
            parts.append(self.expr(node.step))
        return ':'.join(parts)

    def expr_Call(self, node, level):
        return f'{self.expr(node.func, ATOM)}({self.exprs([*node.args, *node.keywords])})'

    def expr_keyword(self, node, level):
        value = self.expr(node.value)
        return '**' + value if node.arg is None else f'{node.arg}={value}'

    # Displays and comprehensions.

    def expr_Tuple(self, node, level):
        return _parens(self.items([self.expr(item) for item in node.elts]), not node.elts or level > TUPLE)

    def expr_List(self, node, level):
        return f'[{self.exprs(node.elts)}]'

    def expr_Set(self, node, level):
        return f'{{{self.exprs(node.elts)}}}' if node.elts else '{*()}'

    def expr_Dict(self, node, level):
        pairs = []
        for key, value in zip(node.keys, node.values):
            if key is None:
                pairs.append('**' + self.expr(value, EXPR))
            else:
                pairs.append(f'{self.expr(key)}: {self.expr(value)}')
        return f'{{{", ".join(pairs)}}}'

    def expr_ListComp(self, node, level):
        return f'[{self.expr(node.elt)}{self.exprs(node.generators, "")}]'

    def expr_SetComp(self, node, level):
        return f'{{{self.expr(node.elt)}{self.exprs(node.generators, "")}}}'

    def expr_GeneratorExp(self, node, level):
        return f'({self.expr(node.elt)}{self.exprs(node.generators, "")})'

    def expr_DictComp(self, node, level):
        return f'{{{self.expr(node.key)}: {self.expr(node.value)}{self.exprs(node.generators, "")}}}'

    def expr_comprehension(self, node, level):
        inner = _tighter(TEST)
        text = f'{" async" if node.is_async else ""} for {self.expr(node.target, TUPLE)} in {self.expr(node.iter, inner)}'
        return text + ''.join([' if ' + self.expr(test, inner) for test in node.ifs])

    # Strings with fields.

    def expr_JoinedStr(self, node, level):
        return 'f' + self.joined(node.values)

    def expr_TemplateStr(self, node, level):
        return 't' + self.joined(node.values)

    def joined(self, values):
        parts = [(self.joined_part(value), isinstance(value, ast.Constant)) for value in values]
        quotes = list(_QUOTES)
        texts = []
        for text, literal in parts:
            if literal:
                text, fitting = _quote(text, quotes, True)
                if set(fitting).isdisjoint(quotes):
                    # No quotes do for all parts: escape them.
                    quotes = ["'''"]
                    texts = [repr('"' + text)[2:-1] if literal else text for text, literal in parts]
                    break
                quotes = fitting
            else:
                if '\n' in text:
                    quotes = [q for q in quotes if q in _TRIPLE]
                quotes = [q for q in quotes if q not in text] or quotes
            texts.append(text)
        return quotes[0] + ''.join(texts) + quotes[0]

    def joined_part(self, node, spec=False):
        match node:
            case ast.JoinedStr():
                return ''.join([self.joined_part(value, spec) for value in node.values])
            case ast.Constant(value=str(text)):
                text = text.replace('{', '{{').replace('}', '}}')
                if spec:
                    for char, escape in (('\\', '\\\\'), ("'", "\\'"), ('"', '\\"'), ('\n', '\\n')):
                        text = text.replace(char, escape)
                return text
            case ast.FormattedValue():
                return self.expr_FormattedValue(node, TEST)
            case ast.Interpolation():
                return self.expr_Interpolation(node, TEST)
        raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')

    def field(self, node, text):
        if text.startswith('{'):
            text = ' ' + text
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.joined_part(node.format_spec, True)
        return f'{{{text}}}'

    def expr_FormattedValue(self, node, level):
        return self.field(node, self.expr(node.value, _tighter(TEST)))

    def expr_Interpolation(self, node, level):
        return self.field(node, self.expr(node.value, _tighter(TEST)) if node.str is None else node.str)

    # Parameters, imported names, items of with.

    def expr_arguments(self, node, level):
        parts = []
        positional = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for i, (arg, default) in enumerate(zip(positional, defaults), 1):
            parts.append(self.parameter(arg, default))
            if i == len(node.posonlyargs):
                parts.append('/')
        if node.vararg:
            parts.append('*' + self.expr(node.vararg))
        elif node.kwonlyargs:
            parts.append('*')
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.parameter(arg, default))
        if node.kwarg:
            parts.append('**' + self.expr(node.kwarg))
        return ', '.join(parts)

    def parameter(self, arg, default):
        text = self.expr(arg)
        return f'{text}={self.expr(default)}' if default else text

    def expr_arg(self, node, level):
        return f'{node.arg}: {self.expr(node.annotation)}' if node.annotation else node.arg

    def expr_alias(self, node, level):
        return f'{node.name} as {node.asname}' if node.asname else node.name

    def expr_withitem(self, node, level):
        text = self.expr(node.context_expr)
        return f'{text} as {self.expr(node.optional_vars)}' if node.optional_vars else text

    def expr_FunctionType(self, node, level):
        return f'({self.exprs(node.argtypes)}) -> {self.expr(node.returns)}'

    def type_params(self, node):
        return f'[{self.exprs(node.type_params)}]' if node.type_params else ''

    def type_param(self, node, stars, bound=None):
        text = stars + node.name
        if bound:
            text += ': ' + self.expr(bound)
        if node.default_value:
            text += ' = ' + self.expr(node.default_value)
        return text

    def expr_TypeVar(self, node, level):
        return self.type_param(node, '', node.bound)

    def expr_TypeVarTuple(self, node, level):
        return self.type_param(node, '*')

    def expr_ParamSpec(self, node, level):
        return self.type_param(node, '**')

    # Patterns.

    def expr_MatchValue(self, node, level):
        return self.expr(node.value)

    def expr_MatchSingleton(self, node, level):
        return _number(node.value)

    def expr_MatchSequence(self, node, level):
        return f'[{self.exprs(node.patterns)}]'

    def expr_MatchStar(self, node, level):
        return f'*{"_" if node.name is None else node.name}'

    def expr_MatchMapping(self, node, level):
        parts = [f'{self.expr(key)}: {self.expr(pattern)}' for key, pattern in zip(node.keys, node.patterns, strict=True)]
        if node.rest is not None:
            parts.append('**' + node.rest)
        return f'{{{", ".join(parts)}}}'

    def expr_MatchClass(self, node, level):
        parts = [self.expr(pattern) for pattern in node.patterns]
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
            parts.append(f'{name}={self.expr(pattern)}')
        return f'{self.expr(node.cls, ATOM)}({", ".join(parts)})'

    def expr_MatchAs(self, node, level):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return _parens(f'{self.expr(node.pattern, BOR)} as {node.name}', level > TEST)

    def expr_MatchOr(self, node, level):
        return _parens(self.exprs(node.patterns, ' | ', _tighter(BOR)), level > BOR)

    # Statements.

    def stmt_Module(self, node):
        self.ignores = {ignore.lineno: 'ignore' + ignore.tag for ignore in node.type_ignores}
        self.body_with_docstring(node)
        self.ignores = {}

    def stmt_Interactive(self, node):
        self.interactive = True
        self.statements(node.body)
        self.interactive = False

    def body_with_docstring(self, node):
        match node.body:
            case [ast.Expr(value=ast.Constant(value=str(text)) as doc), *rest]:
                text, quotes = _quote(text, _TRIPLE)
                self.line(('u' if doc.kind == 'u' else '') + quotes[0] + text + quotes[0])
                self.statements(rest)
            case _:
                self.statements(node.body)

    def definition(self, node, head, comment=''):
        self.blank()
        for decorator in node.decorator_list:
            self.line('@' + self.expr(decorator))
        self.line(f'{head}:{comment}')
        self.indent += 1
        self.body_with_docstring(node)
        self.indent -= 1

    def function(self, node, keyword):
        returns = ' -> ' + self.expr(node.returns) if node.returns else ''
        head = f'{keyword} {node.name}{self.type_params(node)}({self.expr(node.args)}){returns}'
        self.definition(node, head, self.type_comment(node))

    def stmt_FunctionDef(self, node):
        self.function(node, 'def')

    def stmt_AsyncFunctionDef(self, node):
        self.function(node, 'async def')

    def stmt_ClassDef(self, node):
        bases = self.exprs([*node.bases, *node.keywords])
        self.definition(node, f'class {node.name}{self.type_params(node)}{_parens(bases, True) if bases else ""}')

    def stmt_Expr(self, node):
        self.line(self.expr(node.value, YIELD), True)

    def stmt_Assign(self, node):
        targets = ''.join([self.expr(target, TUPLE) + ' = ' for target in node.targets])
        self.line(targets + self.expr(node.value) + self.type_comment(node), True)

    def stmt_AugAssign(self, node):
        self.line(f'{self.expr(node.target)} {_BINARY[_name_of(node.op)][0]}= {self.expr(node.value)}', True)

    def stmt_AnnAssign(self, node):
        target = _parens(self.expr(node.target), not node.simple and isinstance(node.target, ast.Name))
        value = ' = ' + self.expr(node.value) if node.value else ''
        self.line(f'{target}: {self.expr(node.annotation)}{value}', True)

    def stmt_TypeAlias(self, node):
        self.line(f'type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}', True)

    def stmt_Return(self, node):
        self.line('return ' + self.expr(node.value) if node.value else 'return', True)

    def stmt_Delete(self, node):
        self.line('del ' + self.exprs(node.targets), True)

    def stmt_Assert(self, node):
        self.line('assert ' + self.exprs([node.test, node.msg] if node.msg else [node.test]), True)

    def stmt_Raise(self, node):
        text = 'raise'
        if node.exc:
            text += ' ' + self.expr(node.exc)
            if node.cause:
                text += ' from ' + self.expr(node.cause)
        elif node.cause:
            raise ValueError("Node can't use cause without an exception.")
        self.line(text, True)

    def stmt_Import(self, node):
        self.line('import ' + self.exprs(node.names), True)

    def stmt_ImportFrom(self, node):
        self.line(f'from {"." * (node.level or 0)}{node.module or ""} import {self.exprs(node.names)}', True)

    def stmt_Global(self, node):
        self.line('global ' + ', '.join(node.names), True)

    def stmt_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names), True)

    def stmt_Pass(self, node):
        self.line('pass', True)

    def stmt_Break(self, node):
        self.line('break', True)

    def stmt_Continue(self, node):
        self.line('continue', True)

    def orelse(self, body, head='else'):
        if body:
            self.block(head, body)

    def stmt_If(self, node, keyword='if'):
        self.block(f'{keyword} {self.expr(node.test)}', node.body)
        match node.orelse:
            case [ast.If() as inner]:
                self.stmt_If(inner, 'elif')
            case body:
                self.orelse(body)

    def loop(self, node, keyword):
        head = f'{keyword} {self.expr(node.target, TUPLE)} in {self.expr(node.iter)}'
        self.block(head, node.body, self.type_comment(node))
        self.orelse(node.orelse)

    def stmt_For(self, node):
        self.loop(node, 'for')

    def stmt_AsyncFor(self, node):
        self.loop(node, 'async for')

    def stmt_While(self, node):
        self.block('while ' + self.expr(node.test), node.body)
        self.orelse(node.orelse)

    def stmt_With(self, node):
        self.block('with ' + self.exprs(node.items), node.body, self.type_comment(node))

    def stmt_AsyncWith(self, node):
        self.block('async with ' + self.exprs(node.items), node.body, self.type_comment(node))

    def stmt_Try(self, node, star=''):
        outer, self.star = self.star, star
        self.block('try', node.body)
        self.statements(node.handlers)
        self.orelse(node.orelse)
        self.orelse(node.finalbody, 'finally')
        self.star = outer

    def stmt_TryStar(self, node):
        self.stmt_Try(node, '*')

    def stmt_ExceptHandler(self, node):
        text = 'except' + self.star
        if node.type:
            text += ' ' + self.expr(node.type)
        if node.name:
            text += ' as ' + node.name
        self.block(text, node.body)

    def stmt_Match(self, node):
        self.block('match ' + self.expr(node.subject), node.cases)

    def stmt_match_case(self, node):
        guard = ' if ' + self.expr(node.guard) if node.guard else ''
        self.block(f'case {self.expr(node.pattern)}{guard}', node.body)
