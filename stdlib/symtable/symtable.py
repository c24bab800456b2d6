"""The compiler's symbol tables."""

import _symtable
from enum import StrEnum
import os

__all__ = ['symtable', 'SymbolTableType', 'SymbolTable', 'Class', 'Function', 'Symbol']

# How a name occurs in a block, and what it is.
_FLAGS = {'USE': 16, 'DEF_GLOBAL': 1, 'DEF_NONLOCAL': 8, 'DEF_LOCAL': 2, 'DEF_PARAM': 4, 'DEF_TYPE_PARAM': 1024,
          'DEF_FREE_CLASS': 64, 'DEF_IMPORT': 128, 'DEF_ANNOT': 256, 'DEF_COMP_ITER': 512, 'DEF_COMP_CELL': 2048}
_SCOPES = {1: 'LOCAL', 2: 'GLOBAL_EXPLICIT', 3: 'GLOBAL_IMPLICIT', 4: 'FREE', 5: 'CELL'}
_SCOPE_OFF = 12
_LOCAL, _GLOBAL_EXPLICIT, _GLOBAL_IMPLICIT, _FREE, _CELL = _SCOPES
_BOUND = _FLAGS['DEF_LOCAL'] | _FLAGS['DEF_PARAM'] | _FLAGS['DEF_IMPORT']


def symtable(code, filename, compile_type, *, module=None):
    """Return the table of the module block of the source text."""
    return _make(_symtable.symtable(code, os.fsdecode(filename), compile_type), filename)


def _make(raw, filename):
    kind = raw[0]
    cls = Function if kind == 'function' else Class if kind == 'class' else SymbolTable
    return cls(raw, filename)


class SymbolTableType(StrEnum):
    MODULE = 'module'
    FUNCTION = 'function'
    CLASS = 'class'
    ANNOTATION = 'annotation'
    TYPE_ALIAS = 'type alias'
    TYPE_PARAMETERS = 'type parameters'
    TYPE_VARIABLE = 'type variable'


class _Entry:
    """A block as the compiler knows it."""

    def __init__(self, name, line):
        self.name = name
        self.lineno = line

    def __repr__(self):
        return f'<symtable entry {self.name}({id(self)}), line {self.lineno}>'


class SymbolTable:
    """The names of a block."""

    def __init__(self, raw_table, filename):
        self._kind, self._name, self._line, self._nested, self._params, self._flags, self._raw_children = raw_table
        self._table = _Entry(self._name, self._line)
        self._filename = filename
        self._symbols = {}
        self._made = None

    def __repr__(self):
        kind = '' if self.__class__ == SymbolTable else self.__class__.__name__ + ' '
        name = '' if self._kind == 'module' else f'{self._name} in '
        block = 'module ' if self._kind == 'module' else ''
        return f'<{kind}SymbolTable for {block}{name}{self._filename}>'

    def get_type(self):
        """Return the kind of the block, a SymbolTableType."""
        return SymbolTableType(self._kind)

    def get_id(self):
        """Return a number that identifies the table."""
        return id(self._table)

    def get_name(self):
        """Return the name of the function, class ... or 'top'."""
        return self._name

    def get_lineno(self):
        """Return the line in which the block begins."""
        return self._line

    def is_optimized(self):
        """Tell whether the block's local variables are known beforehand."""
        return self._kind == 'function'

    def is_nested(self):
        """Tell whether the block is within a function."""
        return self._nested

    def has_children(self):
        """Tell whether there are blocks within the block."""
        return bool(self._raw_children)

    def get_identifiers(self):
        """Return the names of the block."""
        return self._flags.keys()

    def lookup(self, name):
        """Return the Symbol of a name."""
        if name not in self._symbols:
            flags = self._flags[name]
            spaces = [child for child in self._all_children() if child._name == name]
            self._symbols[name] = Symbol(name, flags, spaces, module_scope=self._name == 'top')
        return self._symbols[name]

    def get_symbols(self):
        """Return the symbols of all names."""
        return [self.lookup(name) for name in self.get_identifiers()]

    def _all_children(self):
        if self._made is None:
            self._made = [_make(raw, self._filename) for raw in self._raw_children]
        return self._made

    def get_children(self):
        """Return the tables of the blocks within the block."""
        return list(self._all_children())


def _scope(flags):
    return flags >> _SCOPE_OFF


class Function(SymbolTable):
    """The names of a function, lambda or generator expression."""

    def _matching(self, test):
        return tuple([name for name, flags in self._flags.items() if test(flags)])

    def get_parameters(self):
        """Return the names of the parameters."""
        return self._matching(lambda flags: flags & _FLAGS['DEF_PARAM'])

    def get_locals(self):
        """Return the names of the local variables."""
        return self._matching(lambda flags: _scope(flags) in (_LOCAL, _CELL))

    def get_globals(self):
        """Return the names of the global variables."""
        return self._matching(lambda flags: _scope(flags) in (_GLOBAL_IMPLICIT, _GLOBAL_EXPLICIT))

    def get_nonlocals(self):
        """Return the names declared nonlocal."""
        return self._matching(lambda flags: flags & _FLAGS['DEF_NONLOCAL'])

    def get_frees(self):
        """Return the names of the free variables."""
        return self._matching(lambda flags: _scope(flags) == _FREE)


class Class(SymbolTable):
    """The names of a class."""

    def get_methods(self):
        """Return the names of the functions defined in the class."""
        import warnings
        typename = f'{self.__class__.__module__}.{self.__class__.__name__}'
        warnings.warn(f'{typename}.get_methods() is deprecated and will be removed in Python 3.16.',
                      DeprecationWarning, stacklevel=2)
        found = {}
        for child in self._all_children():
            if not self._is_local(child._name):
                continue
            if child._kind == 'type parameters':
                # The function is in there, unless this is a class or an alias.
                inner = [c for c in child._all_children() if c._name == child._name and c._kind == 'function']
                if inner:
                    found[child._name] = True
            elif child._kind == 'function' and '.0' not in child._params:  # no generator expression
                found[child._name] = True
        return tuple(found)

    def _is_local(self, name):
        return _scope(self._flags.get(name, 0)) == _LOCAL


class Symbol:
    """A name of a block."""

    def __init__(self, name, flags, namespaces=None, *, module_scope=False):
        self.__name = name
        self.__flags = flags
        self.__scope = _scope(flags)
        self.__namespaces = namespaces or ()
        self.__module_scope = module_scope

    def __repr__(self):
        return f'<symbol {self.__name!r}: {self._scope_str()}, {self._flags_str()}>'

    def _scope_str(self):
        return _SCOPES.get(self.__scope) or str(self.__scope)

    def _flags_str(self):
        return '|'.join([name for name, flag in _FLAGS.items() if self.__flags & flag])

    def get_name(self):
        """Return the name."""
        return self.__name

    def is_referenced(self):
        """Tell whether the name is used."""
        return bool(self.__flags & _FLAGS['USE'])

    def is_parameter(self):
        """Tell whether it is a parameter."""
        return bool(self.__flags & _FLAGS['DEF_PARAM'])

    def is_type_parameter(self):
        """Tell whether it is a type parameter."""
        return bool(self.__flags & _FLAGS['DEF_TYPE_PARAM'])

    def is_global(self):
        """Tell whether it is global."""
        return bool(self.__scope in (_GLOBAL_IMPLICIT, _GLOBAL_EXPLICIT)
                    or self.__module_scope and self.__flags & _BOUND)

    def is_nonlocal(self):
        """Tell whether it is declared nonlocal."""
        return bool(self.__flags & _FLAGS['DEF_NONLOCAL'])

    def is_declared_global(self):
        """Tell whether it is global by a global statement."""
        return bool(self.__scope == _GLOBAL_EXPLICIT)

    def is_local(self):
        """Tell whether it is local."""
        return bool(self.__scope in (_LOCAL, _CELL) or self.__module_scope and self.__flags & _BOUND)

    def is_annotated(self):
        """Tell whether it is annotated."""
        return bool(self.__flags & _FLAGS['DEF_ANNOT'])

    def is_free(self):
        """Tell whether it is used but bound in a block around."""
        return bool(self.__scope == _FREE)

    def is_free_class(self):
        """Tell whether it is bound in the class and free in a method."""
        return bool(self.__flags & _FLAGS['DEF_FREE_CLASS'])

    def is_imported(self):
        """Tell whether an import statement binds it."""
        return bool(self.__flags & _FLAGS['DEF_IMPORT'])

    def is_assigned(self):
        """Tell whether it is assigned to."""
        return bool(self.__flags & _FLAGS['DEF_LOCAL'])

    def is_comp_iter(self):
        """Tell whether it is the target of a comprehension."""
        return bool(self.__flags & _FLAGS['DEF_COMP_ITER'])

    def is_comp_cell(self):
        """Tell whether it is a cell of an inlined comprehension."""
        return bool(self.__flags & _FLAGS['DEF_COMP_CELL'])

    def is_namespace(self):
        """Tell whether the name is bound to a new block (a function or class)."""
        return bool(self.__namespaces)

    def get_namespaces(self):
        """Return the tables of the blocks that the name is bound to."""
        return self.__namespaces

    def get_namespace(self):
        """Return the only table that the name is bound to."""
        if len(self.__namespaces) == 0:
            raise ValueError('name is not bound to any namespaces')
        if len(self.__namespaces) > 1:
            raise ValueError('name is bound to multiple namespaces')
        return self.__namespaces[0]


def main(args):
    """The command python -m symtable."""
    import sys

    def show(table, level=0):
        indent = '    ' * level
        nested = 'nested ' if table.is_nested() else ''
        what = f'from file {filename!r}' if table.get_type() == 'module' else repr(table.get_name())
        print(f'{indent}symbol table for {nested}{table.get_type()} {what}:')
        for symbol in table.get_symbols():
            print(f'{indent}    {symbol._scope_str().lower()} symbol {symbol.get_name()!r}: '
                  f'{", ".join(symbol._flags_str().lower().split("|"))}')
        print()
        for child in table.get_children():
            show(child, level + 1)

    for filename in args or ('-',):
        if filename == '-':
            source, filename = sys.stdin.read(), '<stdin>'
        else:
            with open(filename, 'rb') as file:
                source = file.read()
        show(symtable(source, filename, 'exec'))


if __name__ == '__main__':
    import sys
    main(sys.argv[1:])
