"""Compiling input that may be incomplete, as a prompt reads it."""

import __future__
import warnings

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

# These flags are compile()'s.
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ONLY_AST = 0x400
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000
_INCOMPLETE = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT


def _is_blank(source):
    return all(line.isspace() or not line or line.lstrip().startswith('#') for line in source.split('\n'))


def _maybe_compile(compiler, source, filename, symbol, flags):
    # Returns None for the beginning of a statement.
    if symbol != 'eval' and _is_blank(source):
        source = 'pass'
    with warnings.catch_warnings():
        # The warnings come when the code is compiled for good.
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol, flags=flags)
        except SyntaxError:
            try:
                compiler(source + '\n', filename, symbol, flags=flags)
                return None
            except _IncompleteInputError:
                return None
            except SyntaxError:
                pass  # raised again below
    return compiler(source, filename, symbol, incomplete_input=False)


def _compile(source, filename, symbol, incomplete_input=True, *, flags=0):
    if incomplete_input:
        flags |= _INCOMPLETE
    return compile(source, filename, symbol, flags)


def compile_command(source, filename='<input>', symbol='single', flags=0):
    """Compile source; return None if it is only the beginning of a command.

    Raises what compile() does if the command cannot be completed.
    """
    return _maybe_compile(_compile, source, filename, symbol, flags)


class Compile:
    """Like compile(), but remembers the future statements that it has seen."""

    def __init__(self):
        self.flags = _INCOMPLETE

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        flags |= self.flags
        if kwargs.get('incomplete_input', True) is False:
            flags &= ~_INCOMPLETE
        result = compile(source, filename, symbol, flags, True)
        if not flags & PyCF_ONLY_AST:
            for feature in _features:
                self.flags |= result.co_flags & feature.compiler_flag
        return result


class CommandCompiler:
    """Like compile_command(), but remembers the future statements that it has seen."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol, flags=self.compiler.flags)
