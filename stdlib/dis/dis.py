"""Disassembler of gopy's bytecode.

Offsets count bytes of co_code, as f_lasti does; every instruction word has
eight. Operands are registers (shown by the variables' names, or t0, t1 ... for
temporaries), constants, names, small numbers (#1) and jump targets.
"""

import _opcode
import collections
import io
import itertools
import sys
import types

from opcode import *
from opcode import __all__ as _opcodes_all, _inline_cache_entries

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode'] + _opcodes_all
del _opcodes_all

_have_code = types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
    128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR', 0x4000000: 'HAS_DOCSTRING', 0x8000000: 'METHOD',
}

Positions = collections.namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'],
                                   defaults=[None] * 4)

_Instruction = collections.namedtuple('_Instruction', [
    'opname', 'opcode', 'arg', 'argval', 'argrepr', 'offset', 'start_offset', 'starts_line', 'line_number',
    'label', 'positions', 'cache_info'], defaults=[None, None, None])


class Instruction(_Instruction):
    """An instruction.

    opname, opcode  -- what it does
    arg             -- its operands as one number, or None
    argval          -- the value of the operand that says most: target, constant, name
    argrepr         -- the operands as text
    offset, start_offset -- where it begins
    starts_line, line_number -- its line, and whether it is the first of it
    label           -- the number of the label before it, or None
    positions       -- its range in the source
    cache_info      -- its cache words: name, size and content, or None
    """

    __slots__ = ()

    @property
    def oparg(self):
        """Alias of arg."""
        return self.arg

    @property
    def baseopcode(self):
        """The opcode: there are no specialized ones."""
        return self.opcode

    @property
    def baseopname(self):
        """The name of the opcode: there are no specialized ones."""
        return self.opname

    @property
    def cache_offset(self):
        """Where the cache words begin."""
        return self.offset + _opcode.wordsize

    @property
    def end_offset(self):
        """Where the next instruction begins."""
        return self.cache_offset + _inline_cache_entries.get(self.opname, 0) * _opcode.wordsize

    @property
    def jump_target(self):
        """Where it may jump to, or None."""
        return self.argval if self.opcode in hasjump else None

    @property
    def is_jump_target(self):
        """Whether an instruction jumps here."""
        return self.label is not None

    def __str__(self):
        output = io.StringIO()
        Formatter(file=output, lineno_width=3 if self.line_number is not None else 0).print_instruction(self, False)
        return output.getvalue()


def _try_compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def _get_code_object(x):
    # The code of a method, function, generator, ... or of source text.
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        x = _try_compile(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False,
        show_positions=False):
    """Disassemble classes, methods, functions and other compiled objects.

    Without argument, disassemble the last traceback. Compiled objects are
    generators, coroutines, code objects and text as well.
    """
    options = dict(file=file, show_caches=show_caches, adaptive=adaptive, show_offsets=show_offsets,
                   show_positions=show_positions)
    if x is None:
        distb(**options)
        return
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if hasattr(x, '__dict__'):  # a class or a module
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _have_code):
                print(f'Disassembly of {name}:', file=file)
                try:
                    dis(member, depth=depth, **options)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _disassemble_recursive(x, depth, **options)
    elif isinstance(x, (bytes, bytearray)):
        raise TypeError('raw bytecode cannot be disassembled: its names and constants are missing')
    elif isinstance(x, str):
        _disassemble_recursive(_try_compile(x, '<dis>'), depth, **options)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False, show_positions=False):
    """Disassemble the code that a traceback ends in (default: the last one)."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive,
                show_offsets=show_offsets, show_positions=show_positions)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False,
                show_positions=False):
    """Disassemble a code object; an arrow marks the instruction at lasti."""
    instructions = list(_instructions(co, show_caches))
    Formatter.of(co, instructions, file, show_offsets, show_positions).print_all(instructions, lasti, co)


disco = disassemble  # the older name


def _disassemble_recursive(co, depth, file=None, **options):
    disassemble(co, file=file, **options)
    if depth is None or depth > 0:
        if depth is not None:
            depth -= 1
        for constant in co.co_consts:
            if hasattr(constant, 'co_code'):
                print(file=file)
                print(f'Disassembly of {constant!r}:', file=file)
                _disassemble_recursive(constant, depth, file=file, **options)


class Formatter:
    """Prints instructions."""

    def __init__(self, file=None, lineno_width=0, offset_width=0, label_width=0, show_positions=False,
                 line_offset=0):
        self.file = file
        self.lineno_width = lineno_width
        self.offset_width = offset_width
        self.label_width = label_width
        self.show_positions = show_positions
        self.line_offset = line_offset

    @classmethod
    def of(cls, co, instructions, file, show_offsets, show_positions, line_offset=0):
        """A formatter whose columns fit the instructions."""
        lines = [i.line_number for i in instructions if i.line_number is not None]
        width = 0
        if show_positions:
            width = max((len(_positions_text(i.positions)) for i in instructions), default=0)
        elif lines:
            width = max(3, len(str(max(lines) + line_offset)), 2 * (len(lines) < len(instructions)))
        offsets = len(str(instructions[-1].offset)) if show_offsets and instructions else 0
        labels = max((len(f'L{i.label}:') for i in instructions if i.label is not None), default=0)
        return cls(file, width, offsets, max(4 * bool(labels), labels), show_positions, line_offset)

    def print_all(self, instructions, lasti=-1, co=None):
        """Print the instructions and the exception table."""
        for i in instructions:
            if i.starts_line and i.offset > 0 and self.lineno_width and not self.show_positions:
                print(file=self.file)
            self.print_instruction(i, i.offset <= lasti < i.end_offset and lasti >= 0)
        if co is not None:
            self.print_exceptions(co, instructions)

    def print_instruction(self, i, mark=False):
        """Print one instruction; mark says that it is the current one."""
        fields = []
        if self.show_positions:
            if self.lineno_width:
                fields.append(_positions_text(i.positions).rjust(self.lineno_width))
        elif self.lineno_width:
            text = ''
            if i.starts_line:
                text = '--' if i.line_number is None else str(i.line_number + self.line_offset)
            fields.append(text.rjust(self.lineno_width))
        label = '' if i.label is None else f'L{i.label}:'
        fields.append(label.rjust(self.label_width))
        fields.append('-->' if mark else '   ')
        if self.offset_width:
            fields.append(str(i.offset).rjust(self.offset_width))
        fields.append(i.opname.ljust(12))
        fields.append(i.argrepr)
        print(' '.join(fields).rstrip(), file=self.file)
        for name, size, data in i.cache_info or ():
            print(' '.join(fields[:-2]) + f' CACHE        ({name}: {int.from_bytes(data, sys.byteorder)})', file=self.file)

    def print_exceptions(self, co, instructions):
        """Print the exception table."""
        rows = _opcode.exceptions(co)
        if not rows:
            return
        labels = {i.offset: i.label for i in instructions if i.label is not None}
        print('ExceptionTable:', file=self.file)
        for start, end, target, register in rows:
            end = f'L{labels[end]}' if end in labels else 'end'
            print(f'  L{labels[start]} to {end} -> L{labels[target]} [{register}]', file=self.file)


def _positions_text(p):
    if p is None or p.lineno is None:
        return 'NO_LINE'
    if p.col_offset is None:
        return f'{p.lineno}:?-{p.end_lineno}:?'
    return f'{p.lineno}:{p.col_offset}-{p.end_lineno}:{p.end_col_offset}'


def _labels(co, rows):
    targets = {value for *_, operands in rows for kind, value, _ in operands if kind == 'jump'}
    for start, end, target, _ in _opcode.exceptions(co):
        targets.update((start, end, target))
    starts = {row[0] for row in rows}
    return {offset: number for number, offset in enumerate(sorted(targets & starts), 1)}


def _argument(co, operands, labels):
    # Returns argval and argrepr.
    texts = []
    value = None
    found = False
    for kind, number, text in operands:
        if kind == 'jump':
            value, found = number, True
            texts.append(f'to L{labels[number]}' if number in labels else f'to {number}')
            continue
        if kind == 'const':
            value, found = co.co_consts[number], True
            text = repr(value)
        elif kind == 'name' and not found:
            value, found = text[1:-1], True
            text = value
        elif kind == 'int' and not found:
            value = number
        elif kind == 'reg' and not found and value is None:
            value = text
        texts.append(text)
    if not found and value is None and operands:
        value = operands[0][1]
    return value, ', '.join(texts)


def _instructions(co, show_caches=False, line_offset=0):
    rows = _opcode.instructions(co)
    labels = _labels(co, rows)
    positions = list(itertools.islice(co.co_positions(), 0, None, _opcode.wordsize // 2))
    lines = dict(_line_starts(co))
    line = None
    for offset, end, op, number, operands in rows:
        starts = offset in lines
        if starts:
            line = lines[offset]
        argval, argrepr = _argument(co, operands, labels)
        name = opname[op] if op < len(opname) else f'<{op}>'
        caches = None
        if show_caches and (count := (end - offset) // _opcode.wordsize - 1):
            caches = [('word', 1, bytes(_opcode.wordsize))] * count
        yield Instruction(name, op, number if operands else None, argval, argrepr, offset, offset, starts,
                          None if line is None else line + line_offset, labels.get(offset),
                          Positions(*positions[offset // _opcode.wordsize]), caches)


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """Iterate over the instructions of a method, function, generator, code object or text.

    first_line is the line number that the first line of the code shall have.
    """
    co = _get_code_object(x)
    return _instructions(co, bool(show_caches), 0 if first_line is None else first_line - co.co_firstlineno)


def findlabels(code):
    """The offsets that the code object's instructions jump to."""
    rows = _opcode.instructions(_get_code_object(code))
    labels = []
    for *_, operands in rows:
        for kind, value, _ in operands:
            if kind == 'jump' and value not in labels:
                labels.append(value)
    return labels


def _line_starts(co):
    last = False
    for start, _, line in co.co_lines():
        if line != last:
            yield start, line
            last = line


def findlinestarts(code):
    """Yield the offset and the line of each place where a line begins."""
    return _line_starts(code)


def pretty_flags(flags):
    """The names of a code object's flags."""
    names = []
    for bit in range(32):
        if flag := flags & 1 << bit:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
    return ', '.join(names) or '0x0'


def code_info(x):
    """Text about the code of a method, function or other compiled object."""
    return _format_code_info(_get_code_object(x))


def _format_code_info(co):
    lines = [f'Name:              {co.co_name}', f'Filename:          {co.co_filename}',
             f'Argument count:    {co.co_argcount}', f'Positional-only arguments: {co.co_posonlyargcount}',
             f'Kw-only arguments: {co.co_kwonlyargcount}', f'Number of locals:  {co.co_nlocals}',
             f'Stack size:        {co.co_stacksize}', f'Flags:             {pretty_flags(co.co_flags)}']
    for title, names in (('Constants', [repr(c) for c in co.co_consts]), ('Names', co.co_names),
                         ('Variable names', co.co_varnames), ('Free variables', co.co_freevars),
                         ('Cell variables', co.co_cellvars)):
        if names:
            lines.append(title + ':')
            lines += [f'{i:4}: {name}' for i, name in enumerate(names)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print text about the code of a method, function or other compiled object."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of a piece of code.

    Takes a method, function, generator, code object or source text; iterating
    yields the instructions.
    """

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False,
                 show_offsets=False, show_positions=False):
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset
        self.show_caches = show_caches
        self.adaptive = adaptive
        self.show_offsets = show_offsets
        self.show_positions = show_positions

    def __iter__(self):
        return _instructions(self.codeobj, self.show_caches, self._line_offset)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._original_object!r})'

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """A Bytecode of the code that a traceback ends in."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        """Text about the code."""
        return _format_code_info(self.codeobj)

    def dis(self):
        """The disassembly as text."""
        with io.StringIO() as output:
            instructions = list(self)
            formatter = Formatter.of(self.codeobj, instructions, output, self.show_offsets, self.show_positions)
            lasti = -1 if self.current_offset is None else self.current_offset
            formatter.print_all(instructions, lasti, self.codeobj)
            return output.getvalue()


def main(args=None):
    """The command python -m dis."""
    import argparse

    parser = argparse.ArgumentParser(color=True)
    parser.add_argument('-C', '--show-caches', action='store_true', help='show inline caches')
    parser.add_argument('-O', '--show-offsets', action='store_true', help='show instruction offsets')
    parser.add_argument('-P', '--show-positions', action='store_true', help='show instruction positions')
    parser.add_argument('-S', '--specialized', action='store_true', help='show specialized bytecode')
    parser.add_argument('infile', nargs='?', default='-')
    args = parser.parse_args(args=args)
    if args.infile == '-':
        name, source = '<stdin>', sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, 'rb') as file:
            source = file.read()
    dis(compile(source, name, 'exec'), show_caches=args.show_caches, adaptive=args.specialized,
        show_offsets=args.show_offsets, show_positions=args.show_positions)


if __name__ == '__main__':
    main()
