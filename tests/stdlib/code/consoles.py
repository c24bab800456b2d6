# code and codeop: incomplete input, interpreters and consoles.
import code
import codeop
import io
import sys

SOURCES = ['', ' ', '\n\n', '# a', 'x = 1', 'x = 1\n', 'x = 1;', 'if 1:', 'if 1:\n  pass', 'if 1:\n  pass\n', 'if 1:\n #c\n', '(', '(1,\n',
           "'''a", "f'''a", "x = 'a", "a = 'a\\", "a = 'a\\\n", 'x=\\', 'x=\\\n', '@a', '@a\n', 'class A:\n\n', 'try:\n  x', 'for x in y: pass', '1+', 'a b',
           'def x():\n\n', 'lambda z: \\', 'x\ny', 'return', 'await x', 'def f():\n  return 1\n\n', 'a = [1,\n2', '}', 'if 1: pass\nelse:', 'match x:\n case 1:\n  pass',
           'print(1', '"""a\nb', 'x = 5 +', 'from a import (b', 'while 1:\n  if 2:\n', '\n\n\nx']
for symbol in ('single', 'exec', 'eval'):
    for s in SOURCES:
        if symbol == 'eval' and '\\' in s:
            continue
        try:
            c = codeop.compile_command(s, symbol=symbol)
            print(symbol, repr(s), None if c is None else c.co_filename)
        except Exception as e:
            print(symbol, repr(s), type(e).__name__, e)

compiler = codeop.CommandCompiler()
print(compiler('from __future__ import annotations').co_flags & 0x1000000 != 0, compiler('x: 1').co_flags & 0x1000000 != 0, compiler('('))
print(codeop.compile_command('x: 1').co_flags & 0x1000000 != 0)


class Console(code.InteractiveConsole):
    def __init__(self, lines, **kw):
        super().__init__({'__name__': '__console__'}, **kw)
        self.lines = iter(lines)

    def raw_input(self, prompt=''):
        try:
            line = next(self.lines)
        except StopIteration:
            raise EOFError
        if isinstance(line, BaseException):
            raise line
        print(f'{prompt}{line}')
        return line

    def write(self, data):
        print('|', data, end='')


def run(lines, banner='hi', exitmsg=None, **kw):
    print('=' * 20)
    console = Console(lines, **kw)
    try:
        console.interact(banner, exitmsg)
    except SystemExit as e:
        print('SystemExit', e.code)
    return console


run(['x = 1', 'x', 'def f(a):', '    return a', '', 'f(3)', 'if x:', '    print("y")', 'else:', '    pass', '', '[1,', '2]'])
run(['1/0', 'a b', 'x = (', ')', 'undefined', "raise ValueError('x') from KeyError(1)", 'def g(): 1/0', '', 'g()'], banner='', exitmsg='')
run([KeyboardInterrupt(), 'if 1:', KeyboardInterrupt(), '2'], exitmsg='bye')
run(['raise SystemExit(3)', '1'])
run(['exit()', '1'], local_exit=True)
run(['quit', 'exit(2)'], local_exit=True)
run(['import sys', 'sys.ps1', "sys.ps1 = '? '", '1'])
print(hasattr(sys, 'ps1'), type(sys.last_exc).__name__)

interp = code.InteractiveInterpreter()
print(interp.runsource('a = 5'), interp.runsource('if 1:'), interp.locals['a'], interp.locals['__name__'])
sys.stderr = sys.stdout
print(interp.runsource('a +'), interp.runsource('1/0', 'file.py'), interp.runsource('"a', 'f2'))
interp.runcode(compile('print(a)', '', 'exec'))
sys.stdin = io.StringIO('b = 2\nb\n')
code.interact(banner='start', local={'b': 1}, exitmsg='end')
code.interact(banner='', readfunc=lambda prompt: (_ for _ in ()).throw(EOFError), exitmsg='')
console = code.InteractiveConsole()
print(console.push('for i in range(2):'), console.push('  print(i)'), console.buffer, console.push(''), console.buffer, console.filename)
