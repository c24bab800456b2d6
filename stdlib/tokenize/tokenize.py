"""Tokens of Python source, with comments and white space preserved."""

from builtins import open as _builtin_open
from codecs import lookup, BOM_UTF8
import collections
from io import TextIOWrapper
import re
import sys
from token import *
from token import EXACT_TOKEN_TYPES
import token
import _tokenize

cookie_re = re.compile(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(rb'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)

__all__ = token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open',
                           'TokenError']
del token


class TokenInfo(collections.namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        return (f'TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, '
                f'start={self.start!r}, end={self.end!r}, line={self.line!r})')

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


_named_character = re.compile(r'(?<!\\)(?:\\\\)*\\N\Z')  # the start of one
_MIDDLES = FSTRING_MIDDLE, TSTRING_MIDDLE
_STARTS = FSTRING_START, TSTRING_START
_ENDS = FSTRING_END, TSTRING_END


class Untokenizer:
    """Puts tokens together to source text."""

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.prev_type = None
        self.prev_line = ''
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if row < self.prev_row or row == self.prev_row and col < self.prev_col:
            raise ValueError(f'start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})')
        self.add_backslash_continuation(start)
        if (width := col - self.prev_col) > 0:
            self.tokens.append(' ' * width)

    def add_backslash_continuation(self, start):
        """Add the backslashes of lines that end between two tokens."""
        rows = start[0] - self.prev_row
        if not rows:
            return
        newline = '\r\n' if self.prev_line.endswith('\r\n') else '\n'
        line = self.prev_line.rstrip('\\\r\n')
        space = line[len(line.rstrip()):]
        self.tokens.append(space + f'\\{newline}' * rows)
        self.prev_col = 0

    def escape_brackets(self, text):
        """Double the braces of literal text, but for those of \\N{...}."""
        out = []
        named = False
        for i, char in enumerate(text):
            if char == '{' and _named_character.search(text, 0, i):
                named = True
            elif char == '}' and named:
                named = False
            elif char in '{}':
                out.append(char)
            out.append(char)
        return ''.join(out)

    def untokenize(self, iterable):
        it = iter(iterable)
        indents = []
        startline = False
        for t in it:
            if len(t) == 2:
                self.compat(t, it)
                break
            kind, text, start, end, line = t
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.tokens.append(indent)
                    self.prev_col = len(indent)
                startline = False
            elif kind in _MIDDLES and ('{' in text or '}' in text):
                text = self.escape_brackets(text)
                last = text.splitlines()[-1]
                end = end[0], end[1] + last.count('{{') + last.count('}}')
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
            self.prev_line = line
        return ''.join(self.tokens)

    def compat(self, first, rest):
        """Put pairs of type and text together, with spaces where they are needed."""
        indents = []
        startline = first[0] in (NEWLINE, NL)
        depth = 0
        last = None
        for t in (first, *rest):
            kind, text = t[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if (kind == STRING or kind in _STARTS) and (last == STRING or last in _ENDS):
                text = '  '[:1 + (kind == last)] + text
            if kind in _STARTS:
                depth += 1
            elif kind in _ENDS:
                depth -= 1
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                self.tokens.append(indents[-1])
                startline = False
            elif kind in _MIDDLES:
                text = self.escape_brackets(text)
            if text in ('{', '}') and self.tokens and self.tokens[-1] == text and depth:
                text = ' ' + text
            self.tokens.append(text)
            last = kind


def untokenize(iterable):
    """Turn tokens back into source text.

    Tokens of five elements give text with the same positions; pairs of type
    and string give text with the same tokens. The result is bytes if the first
    token is ENCODING.
    """
    untokenizer = Untokenizer()
    text = untokenizer.untokenize(iterable)
    if untokenizer.encoding is not None:
        text = text.encode(untokenizer.encoding)
    return text


def _get_normal_name(name):
    # The usual spellings of UTF-8 and Latin-1.
    start = name[:12].lower().replace('_', '-')
    if start == 'utf-8' or start.startswith('utf-8-'):
        return 'utf-8'
    for latin in ('latin-1', 'iso-8859-1', 'iso-latin-1'):
        if start == latin or start.startswith(latin + '-'):
            return 'iso-8859-1'
    return name


def detect_encoding(readline):
    """Return the encoding of a source file and the lines (at most two) read to find it.

    It comes from a BOM or a coding line; without both it is utf-8.
    """
    try:
        filename = readline.__self__.name
    except AttributeError:
        filename = None
    has_bom = False
    default = 'utf-8'

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def wrong(what, *, where=' for {!r}', tail=''):
        raise SyntaxError(what + (where.format(filename) if filename is not None else '') + tail)

    def cookie(line):
        found = cookie_re.match(line)
        if not found:
            return None
        encoding = _get_normal_name(found[1].decode())
        try:
            codec = lookup(encoding)
        except LookupError:
            wrong('unknown encoding', tail=f': {encoding}')
        if has_bom:
            if encoding != 'utf-8':
                wrong('encoding problem', tail=': utf-8')
            encoding += '-sig'
        return encoding

    def check(lines, encoding):
        # Returns what detect_encoding does, if the lines are in the encoding.
        for line in lines:
            if 0 in line:
                wrong('source code cannot contain null bytes')
            try:
                line.decode(encoding)
            except UnicodeDecodeError:
                wrong('invalid or missing encoding declaration')
        return encoding, lines

    first = read()
    if first.startswith(BOM_UTF8):
        has_bom = True
        first = first[3:]
        default = 'utf-8-sig'
    if not first:
        return default, []
    if encoding := cookie(first):
        return check([first], encoding)
    if not blank_re.match(first):
        return check([first], default)
    second = read()
    if not second:
        return check([first], default)
    return check([first, second], cookie(second) or default)


def open(filename):
    """Open a source file as text, in the encoding that it declares."""
    buffer = _builtin_open(filename, 'rb')
    try:
        encoding, lines = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        buffer.close()
        raise


def tokenize(readline):
    """Yield the tokens of the lines of bytes that readline returns.

    The first token is ENCODING. Invalid source raises TokenError or a
    SyntaxError.
    """
    encoding, consumed = detect_encoding(readline)

    def lines():
        yield from consumed
        while True:
            try:
                line = readline()
            except StopIteration:
                return
            if not line:
                return
            yield line

    if encoding is not None:
        if encoding == 'utf-8-sig':
            encoding = 'utf-8'  # the BOM is gone
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    yield from _generate_tokens_from_c_tokenizer(lines().__next__, encoding, extra_tokens=True)


def generate_tokens(readline):
    """Yield the tokens of the lines of text that readline returns."""
    return _generate_tokens_from_c_tokenizer(readline, extra_tokens=True)


def _transform_msg(msg):
    if 'unterminated triple-quoted string literal' in msg:
        return 'EOF in multi-line string'
    return msg


def _generate_tokens_from_c_tokenizer(source, encoding=None, extra_tokens=False):
    if encoding is None:
        it = _tokenize.TokenizerIter(source, extra_tokens=extra_tokens)
    else:
        it = _tokenize.TokenizerIter(source, encoding=encoding, extra_tokens=extra_tokens)
    try:
        for info in it:
            yield TokenInfo._make(info)
    except SyntaxError as e:
        if type(e) != SyntaxError:
            raise e from None
        raise TokenError(_transform_msg(e.msg), (e.lineno, e.offset)) from None


def _main(args=None):
    import argparse

    def complain(message, filename=None, location=None):
        # Errors go to stderr and end the command.
        if location:
            message = f'{filename}:{location[0]}:{location[1]}: error: {message}'
        elif filename:
            message = f'{filename}: error: {message}'
        else:
            message = f'error: {message}'
        sys.stderr.write(message + '\n')
        sys.exit(1)

    parser = argparse.ArgumentParser(color=True)
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py',
                        help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true',
                        help='display token names using the exact type')
    args = parser.parse_args(args)
    filename = args.filename or '<stdin>'
    try:
        if args.filename:
            with _builtin_open(filename, 'rb') as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = _generate_tokens_from_c_tokenizer(sys.stdin.readline, extra_tokens=True)
        for t in tokens:
            kind = t.exact_type if args.exact else t.type
            where = '%d,%d-%d,%d:' % (t.start + t.end)
            print(f'{where:<20}{tok_name[kind]:<15}{t.string!r:<15}')
    except IndentationError as e:
        complain(e.args[0], filename, e.args[1][1:3])
    except TokenError as e:
        complain(e.args[0], filename, e.args[1])
    except SyntaxError as e:
        complain(e, filename)
    except OSError as e:
        complain(e)
    except KeyboardInterrupt:
        print('interrupted')
    except Exception as e:
        sys.stderr.write(f'unexpected error: {e}\n')
        raise


def __getattr__(name):
    if name == 'StringPrefix':
        # The prefixes of strings as a group of a regular expression.
        import itertools
        found = {''}
        for prefix in ('b', 'r', 'u', 'f', 't', 'br', 'fr', 'tr'):
            for letters in itertools.permutations(prefix):
                found.update(map(''.join, itertools.product(*[(c, c.upper()) for c in letters])))
        return '(' + '|'.join(found) + ')'
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


if __name__ == '__main__':
    _main()
