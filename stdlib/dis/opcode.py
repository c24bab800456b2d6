"""The opcodes of gopy's bytecode. They change between versions."""

import _opcode
from _opcode import stack_effect

__all__ = ['cmp_op', 'stack_effect', 'hascompare', 'opname', 'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG',
           'hasarg', 'hasconst', 'hasname', 'hasjump', 'hasjrel', 'hasjabs', 'hasfree', 'haslocal', 'hasexc']

cmp_op = ('<', '<=', '==', '!=', '>', '>=')

opname = _opcode.opnames()
opmap = {name: op for op, name in enumerate(opname)}

EXTENDED_ARG = opmap['WIDE']
HAVE_ARGUMENT = 0  # whether an opcode has operands does not show in its number


def _where(test):
    return [op for op in opmap.values() if test(op)]


hasarg = _where(_opcode.has_arg)
hasconst = _where(_opcode.has_const)
hasname = _where(_opcode.has_name)
hasjump = _where(_opcode.has_jump)
hasjrel = hasjump
hasjabs = []
hasfree = _where(_opcode.has_free)
haslocal = _where(_opcode.has_local)
hasexc = _where(_opcode.has_exc)
hascompare = []

_inline_cache_entries = {name: count for name, count in zip(opname, _opcode.caches()) if count}
_cache_format = {name: {'word': count} for name, count in _inline_cache_entries.items()}
_specializations = {}
_specialized_opmap = {}
