# tokenize: tokens, positions and errors of many small sources.
import io
import token
import tokenize
import warnings

warnings.simplefilter('ignore')
SOURCES = [
    '', '\n', '#c', ' # c\nx', 'x = 1\n', 'x = 1;\n\n\n', 'a $ b ? !\n', 'if x:\n  # c\n\n  y # d\n # e\nz', "x = '''a\nb''' + \\\n 2\n",
    "f'a{{b{x!r:>{w}}}}c'\n", "é = 'ü'; b\r\nc\r\n", '(a,\n # c\n b)\n', "'abc", '(a', "'''abc\n", '  x\n y\n', '\x0c\nx', '0x\n',
    '1_000__0', 'x\\', 'x \\\ny\n', "f'{a:\n}'", "f'''{\nx\n}'''\n", 'if 1:\n\tx\n        y\n', "t'{x}'", 'é§', "f'''a\nb{x}\nc\n''' + y",
    "f'{x:}'", "f'{x:{a}b{c}}'", 'class A:\n  def f():\n    pass\n\n  # c', 'if a:\n  b\n\n\n', "rf'\\N{a}{{' f'\\N{DASH}}}'",
    "a = (\n'''b\nc''')", '\ufeffa', ']', '(]', '1a', '0777', 'x = 5 if 1else 2\n', "b'é'", '...->:=**=//=>>=!=<>', '"\\\n"',
    'if 1:\n    \n  x', "f'\\{6}'", "f'{x=}' rb'' Rb\"\"", 'async def f(): await x', '@a.b\nclass C: pass', '1.5e-3j + .5 + 0b1 + 0o7 + 0xFf',
    'a\tb', 'x=(\n\n\n)', 'if 1:\n x\nelse:\n y', '"""\n\n"""', "'\\\n\n'", '\\\n', '  \\\n  x', 'if x:\n y\n  \\\n z', 'def f(a, /, *, b): ...',
]


def show(tokens):
    try:
        for t in tokens:
            print('  ', t.type, tokenize.tok_name[t.exact_type], repr(t.string), t.start, t.end, repr(t.line))
    except Exception as e:
        print('  ', type(e).__name__, e, e.args)


for source in SOURCES:
    print(repr(source))
    show(tokenize.generate_tokens(io.StringIO(source).readline))
    show(tokenize._generate_tokens_from_c_tokenizer(io.StringIO(source).readline))
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (SyntaxError, tokenize.TokenError):
        continue
    print('  ', repr(tokenize.untokenize(tokens)))
    print('  ', repr(tokenize.untokenize([t[:2] for t in tokens])))

for source in (b'x\n', b'# coding: latin-1\n\xe9 = 1\n', b'\xef\xbb\xbfx', b'#!/bin/sh\n# vim: set fileencoding=utf8 :\nx',
               b'# coding: nope\n', b'\xff\n', b'\xef\xbb\xbf# coding: latin-1\n', b'#coding:utf-8\x00\n', b'', b'\n\n#coding: latin-1', b'x\n#coding: latin-1'):
    print(source)
    try:
        print('  ', tokenize.detect_encoding(io.BytesIO(source).readline))
        show(tokenize.tokenize(io.BytesIO(source).readline))
        print('  ', tokenize.untokenize(tokenize.tokenize(io.BytesIO(source).readline)))
    except SyntaxError as e:
        print('  ', type(e).__name__, e)

print(tokenize.TokenInfo(1, 'a', (1, 0), (1, 1), 'a'), tokenize.TokenInfo(55, '+', (1, 0), (1, 1), '+').exact_type == token.PLUS)
print(sorted(token.tok_name.items()), token.EXACT_TOKEN_TYPES)
print(token.ISTERMINAL(1), token.ISNONTERMINAL(300), token.ISEOF(0))
print(sorted(set(tokenize.__all__)))
try:
    tokenize.untokenize([(1, 'a', (1, 5), (1, 6), ''), (1, 'b', (1, 0), (1, 1), '')])
except ValueError as e:
    print(e)
for bad in (lambda: 3, lambda: b'x'):
    show(tokenize.generate_tokens(bad))
print([t.string for t in tokenize.generate_tokens(iter(['a +\n', 'b\n']).__next__)])
with tokenize.open(__file__) as f:
    print(f.encoding, f.mode, f.readline())
