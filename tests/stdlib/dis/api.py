# dis: what holds for any bytecode.
import contextlib
import dis
import io
import opcode


def f(a, *b, c=1):
    """doc"""
    for i in a:
        try:
            print(i, b)
        except ValueError as e:
            pass

    def g():
        return a
    return g


code = f.__code__
instructions = list(dis.get_instructions(f))
print(dis.Instruction._fields)
print(all(isinstance(i, dis.Instruction) for i in instructions), instructions[0].offset)
print([i.offset for i in instructions] == sorted({i.offset for i in instructions}))
print({i.line_number for i in instructions} >= {8, 10, 11, 15, 17}, all(dis.opname[i.opcode] == i.opname and dis.opmap[i.opname] == i.opcode for i in instructions))
print(all(i.jump_target in {j.offset for j in instructions} for i in instructions if i.opcode in dis.hasjump))
moved = list(dis.get_instructions(f, first_line=100))
print({m.line_number - i.line_number for m, i in zip(moved, instructions) if i.line_number} == {100 - code.co_firstlineno})
b = dis.Bytecode(f)
print(repr(b)[:20], b.codeobj is code, b.first_line == code.co_firstlineno, b.info() == dis.code_info(f))
text = io.StringIO()
dis.dis(f, file=text)
print(b.dis() == text.getvalue().split('\nDisassembly of')[0] or 'differs', 'Disassembly of <code object g at' in text.getvalue())
print('ExceptionTable:' in text.getvalue(), len(text.getvalue().splitlines()) > 15)
text = io.StringIO()
dis.dis(f, depth=0, file=text)
print('Disassembly of' in text.getvalue())
with contextlib.redirect_stdout(io.StringIO()) as out:
    dis.show_code('x + 1')
print(out.getvalue().splitlines()[:6])
print(dis.code_info(f).splitlines()[2:6])
print(dis.pretty_flags(0x4000003), dis.pretty_flags(0x40), dis.COMPILER_FLAG_NAMES)


class C:
    def m(self): pass

    @staticmethod
    def s(): pass


with contextlib.redirect_stdout(io.StringIO()) as out:
    dis.dis(C)
print([line for line in out.getvalue().splitlines() if line.startswith('Disassembly')])
for bad in (3, None, int.__add__):
    try:
        list(dis.get_instructions(bad))
    except TypeError as e:
        print(e)
try:
    dis.distb()
except RuntimeError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        dis.distb(e.__traceback__)
    print('-->' in out.getvalue())
    print(dis.Bytecode.from_traceback(e.__traceback__).current_offset == e.__traceback__.tb_lasti)
print(sorted(set(dis.__all__) - set(opcode.__all__)), opcode.cmp_op)
print([n for n in ('hasarg', 'hasconst', 'hasname', 'hasjump', 'hasjrel', 'haslocal') if not getattr(opcode, n)])
