from _ast import *
from _ast import AST

_POSITIONS = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
_missing = object()


def parse(source, filename='<unknown>', mode='exec', *,
          type_comments=False, feature_version=None, optimize=-1):
    """Return the tree of the source, by compile() with PyCF_ONLY_AST."""
    flags = PyCF_OPTIMIZED_AST if optimize > 0 else PyCF_ONLY_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f'Unsupported major version: {major}')
        feature_version = minor
    elif feature_version is None:
        feature_version = -1
    return compile(source, filename, mode, flags, _feature_version=feature_version, optimize=optimize)


def literal_eval(node_or_string):
    """Return the value of a literal, given as text or as a node.

    Numbers, strings, bytes, tuples, lists, sets, dicts, booleans, None and
    Ellipsis are literals, and the complex numbers written as sums.
    """
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(' \t'), mode='eval').body
    elif isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _malformed(node):
    where = ''
    if lineno := getattr(node, 'lineno', None):
        where = f' on line {lineno}'
    raise ValueError(f'malformed node or string{where}: {node!r}')


def _number(node, signed=False):
    if signed and isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _literal(node):
    match node:
        case Constant():
            return node.value
        case Tuple():
            return tuple(map(_literal, node.elts))
        case List():
            return list(map(_literal, node.elts))
        case Set():
            return set(map(_literal, node.elts))
        case Call(func=Name(id='set'), args=[], keywords=[]):
            return set()
        case Dict():
            if len(node.keys) != len(node.values):
                _malformed(node)
            return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
        case BinOp(op=Add() | Sub()):
            left, right = _number(node.left, signed=True), _number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
    return _number(node, signed=True)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Return the tree below node as text."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {node.__class__.__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, 0, (annotate_fields, include_attributes, indent, show_empty))[0]


def _dump(node, level, options):
    # Returns the text and whether it is simple enough to stand in a line.
    keywords, attributes, indent, show_empty = options
    if isinstance(node, AST):
        parts, simple = _dump_fields(node, level + 1, options)
        name = node.__class__.__name__
        if simple and len(parts) <= 3:
            return f'{name}({", ".join(parts)})', not parts
        opening, closing = name + '(', ')'
    elif isinstance(node, list):
        if not node:
            return '[]', True
        parts = [_dump(item, level + 1, options)[0] for item in node]
        opening, closing = '[', ']'
    else:
        return repr(node), True
    if indent is None:
        return opening + ', '.join(parts) + closing, False
    start = '\n' + indent * (level + 1)
    return opening + start + (',' + start).join(parts) + closing, False


def _dump_fields(node, level, options):
    keywords, attributes, indent, show_empty = options
    cls = type(node)
    parts = []
    held = []  # empty values that matter only if another one follows by position
    simple = True

    def add(name, value, keywords):
        nonlocal simple
        text, plain = _dump(value, level, options)
        simple = simple and plain
        parts.append(f'{name}={text}' if keywords else text)

    for name in node._fields:
        value = getattr(node, name, _missing)
        if value is _missing or value is None and getattr(cls, name, _missing) is None:
            keywords = True
            continue
        if not show_empty:
            if value == [] and _is_list_field(cls, name):
                if not keywords:
                    held.append('[]')
                continue
            if not keywords:
                parts += held
                held.clear()
        add(name, value, keywords)
    if attributes:
        for name in node._attributes:
            value = getattr(node, name, _missing)
            if value is not _missing and (value is not None or getattr(cls, name, _missing) is not None):
                add(name, value, True)
    return parts, simple


def _is_list_field(cls, name):
    return getattr(cls._field_types.get(name), '__origin__', None) is list


def copy_location(new_node, old_node):
    """Give new_node the position of old_node, as far as both have one; return new_node."""
    for name in _POSITIONS:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            # A missing end is copied, a missing start is not.
            if value is not None or name.startswith('end_') and hasattr(old_node, name):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give nodes without a position that of the node above them; return node."""
    def fix(node, above):
        here = []
        for name, inherited in zip(_POSITIONS, above):
            if name in node._attributes:
                value = getattr(node, name, None)
                if value is None and (name.startswith('end_') or not hasattr(node, name)):
                    value = inherited
                    setattr(node, name, value)
                inherited = value
            here.append(inherited)
        for child in iter_child_nodes(node):
            fix(child, here)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move the nodes of a tree down by n lines; return node."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):  # lineno is a field there
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    """Yield the name and value of each field that node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Yield the nodes right below node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    """Return the docstring of a module, class or function, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    match node.body:
        case [Expr(value=Constant(value=str(text))), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


_line_pattern = None


def _splitlines_no_ff(source, maxlines=None):
    # As the parser splits: form feeds and the like end no line.
    global _line_pattern
    if _line_pattern is None:
        import re
        _line_pattern = re.compile(r'(.*?(?:\r\n|\n|\r|$))', re.DOTALL)
    lines = []
    for number, found in enumerate(_line_pattern.finditer(source), 1):
        if maxlines is not None and number > maxlines:
            break
        lines.append(found[0])
    return lines


def _pad_whitespace(source):
    return ''.join(c if c in '\f\t' else ' ' for c in source)


def get_source_segment(source, node, *, padded=False):
    """Return the text of source that node was parsed from, or None.

    With padded, the first line keeps its column.
    """
    try:
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
        if node.end_lineno is None or end is None:
            return None
    except (AttributeError, TypeError):
        return None
    lines = [line.encode() for line in _splitlines_no_ff(source, maxlines=last + 1)]
    padding = _pad_whitespace(lines[first][:start].decode()) if padded else ''
    if first == last:
        return padding + lines[first][start:end].decode()
    middle = b''.join(lines[first + 1:last])
    return padding + (lines[first][start:] + middle + lines[last][:end]).decode()


def walk(node):
    """Yield node and all nodes below it, in no particular order."""
    todo = [node]
    for node in todo:
        todo.extend(iter_child_nodes(node))
        yield node


def compare(a, b, /, *, compare_attributes=False):
    """Tell whether two trees are equal: types, fields and, if wanted, attributes."""
    if type(a) is not type(b):
        return False
    names = a._fields + a._attributes if compare_attributes else a._fields
    if names != (b._fields + b._attributes if compare_attributes else b._fields):
        return False
    for name in names:
        x, y = getattr(a, name, _missing), getattr(b, name, _missing)
        if x is _missing and y is _missing:
            continue
        if x is _missing or y is _missing or not _same(x, y, compare_attributes):
            return False
    return True


def _same(x, y, compare_attributes):
    if isinstance(x, AST):
        return compare(x, y, compare_attributes=compare_attributes)
    if isinstance(x, list) and isinstance(y, list):
        return len(x) == len(y) and all(_same(i, j, compare_attributes) for i, j in zip(x, y))
    return type(x) is type(y) and x == y


class NodeVisitor(object):
    """Walks over a tree and calls visit_NAME for nodes of class NAME.

    Nodes without such a method go to generic_visit, which visits their children.
    """

    def visit(self, node):
        """Visit a node."""
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit the nodes below node."""
        for _, value in iter_fields(node):
            if isinstance(value, AST):
                self.visit(value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)


class NodeTransformer(NodeVisitor):
    """A visitor that puts the results of its methods in place of the nodes.

    None removes a node; in a list, an iterable of nodes replaces it.
    """

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                old[:] = _transform(self.visit, old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def _transform(visit, items):
    out = []
    for item in items:
        if isinstance(item, AST):
            item = visit(item)
            if item is None:
                continue
            if not isinstance(item, AST):
                out.extend(item)
                continue
        out.append(item)
    return out


# Classes of older versions, kept for programs that mention them.

class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Deprecated AST node class.  Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


def _dims_getter(self):
    """Deprecated. Use elts instead."""
    return self.elts


def _dims_setter(self, value):
    self.elts = value


Tuple.dims = property(_dims_getter, _dims_setter)


def unparse(ast_obj):
    """Return source text whose tree equals ast_obj."""
    from _ast_unparse import Unparser
    return Unparser().visit(ast_obj)


def main(args=None):
    """The command python -m ast."""
    import argparse
    import sys

    parser = argparse.ArgumentParser(color=True)
    parser.add_argument('infile', nargs='?', default='-', help='the file to parse; defaults to stdin')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval', 'func_type'),
                        help='specify what kind of code must be parsed')
    parser.add_argument('--no-type-comments', default=True, action='store_false',
                        help="don't add information about type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true',
                        help='include attributes such as line numbers and column offsets')
    parser.add_argument('-i', '--indent', type=int, default=3, help='indentation of nodes (number of spaces)')
    parser.add_argument('--feature-version', type=str, default=None, metavar='VERSION',
                        help='Python version in the format 3.x (for example, 3.10)')
    parser.add_argument('-O', '--optimize', type=int, default=-1, metavar='LEVEL',
                        help='optimization level for parser (default -1)')
    parser.add_argument('--show-empty', default=False, action='store_true',
                        help='show empty lists and fields in dump output')
    args = parser.parse_args(args)

    name = args.infile
    if name == '-':
        name, source = '<stdin>', sys.stdin.buffer.read()
    else:
        with open(name, 'rb') as file:
            source = file.read()
    version = None
    if args.feature_version:
        try:
            major, minor = map(int, args.feature_version.split('.', 1))
        except ValueError:
            parser.error(f'Invalid format for --feature-version: {args.feature_version!r}; '
                         "expected format is '3.x'")
        version = major, minor
    tree = parse(source, name, args.mode, type_comments=args.no_type_comments,
                 feature_version=version, optimize=args.optimize)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent, show_empty=args.show_empty))


if __name__ == '__main__':
    main()
