import struct
import sys

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

p = struct.pack
tries(lambda:p('b',128),lambda:p('b',-129),lambda:p('B',-1),lambda:p('h',1<<16),lambda:p('H',-1),lambda:p('<H',-1),lambda:p('<h',40000),lambda:p('i',1<<40),lambda:p('I',-1),lambda:p('<I',-1),lambda:p('<i',1<<40),lambda:p('q',1<<70),lambda:p('Q',-1),lambda:p('<q',1<<70),lambda:p('<Q',-1),lambda:p('l',1<<70),lambda:p('L',-1),lambda:p('n',1<<80),lambda:p('N',-1),lambda:p('P',1<<80),lambda:p('P',-1),
      lambda:p('i','a'),lambda:p('<i','a'),lambda:p('i',1.5),lambda:p('<i',1.5),lambda:p('f','a'),lambda:p('<f','a'),lambda:p('f',1e300),lambda:p('<f',1e300),lambda:p('e',1e10),lambda:p('c','a'),lambda:p('c',b'ab'),lambda:p('s','a'),lambda:p('p',1),lambda:p('z',1),lambda:p('i'),lambda:p('i',1,2),lambda:p('5'),lambda:p('5 i',1),lambda:p(' 2i ',1,2),lambda:p('?',[]),lambda:p('3s',b'abcdef'),lambda:p('3p',b'abcdef'),lambda:p('0s',b''),lambda:p('0p',b'a'),lambda:p('xi',1),lambda:p('=xi',1),lambda:p('@b0i',1),lambda:p('i<i',1,2),lambda:p('<n',1),lambda:p('<P',1),
      lambda:p(),lambda:p(1),lambda:p(b'i',1),lambda:p('F',1j),lambda:p('<D',1+2j),lambda:p('F',1),lambda:p('D','a'),
      lambda:struct.unpack('i',b'abc'),lambda:struct.unpack('2i',b'abc'),lambda:struct.unpack_from('i',b'abc'),lambda:struct.unpack_from('i',b'abcdefgh',5),lambda:struct.unpack_from('i',b'abcdefgh',-2),lambda:struct.unpack_from('i',b'abcdefgh',-4),lambda:struct.unpack_from('i',b'abcdefgh',-20),lambda:struct.unpack_from('i',buffer=b'abcdefgh',offset=2),
      lambda:list(struct.iter_unpack('i',b'abc')),lambda:list(struct.iter_unpack('',b'abc')),lambda:list(struct.iter_unpack('h',b'abcd')),lambda:struct.pack_into('i',bytearray(3),0,1),lambda:struct.pack_into('i',bytearray(3),-5,1),lambda:struct.pack_into('i',bytearray(8),-2,1),lambda:struct.pack_into('i',bytearray(8),6,1),lambda:struct.pack_into('i',b'abcd',0,1),lambda:struct.pack_into('i'),lambda:struct.pack_into('i',bytearray(4)),lambda:struct.pack_into('i',bytearray(4),0),lambda:struct.pack_into('i',bytearray(4),'a',0),
      lambda:struct.calcsize('99999999999999999999i'),lambda:struct.calcsize('9223372036854775807i'),lambda:struct.calcsize('iq'),lambda:struct.calcsize('bhilqnPfd?c3sp'),lambda:struct.Struct('i'),lambda:struct.Struct('é'),lambda:struct.Struct(1),lambda:struct.Struct('<i').format,lambda:struct.Struct('<iq').size,lambda:struct.Struct('i').unpack(b''),lambda:struct.Struct('i').pack('x'),lambda:struct.Struct('i').pack(),lambda:struct.unpack('i','abc'),lambda:struct.unpack('?',b'\x02'),lambda:struct.unpack('@P',b'12345678'),lambda:next(struct.iter_unpack('i',b'1234').__iter__()),lambda:struct.iter_unpack('i',b'12341234').__length_hint__(),
      lambda:p('\0i',1),lambda:struct.unpack('>f',b'\x7f\xc0\0\0'),lambda: struct.calcsize('i\n'),lambda:struct.error.__module__,lambda:struct.pack('e',float('nan')), lambda:struct.Struct(),lambda:p('l',1<<64), lambda:p('b','a'), lambda: p("<l", 1 << 31), lambda: p("Q", 1 << 64))
for fmt, *vals in [("<bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 2**64 - 1), (">bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 2**64 - 1), ("@bhiqnNP", 1, 2, 3, 4, 5, 6, 7), ("!efd", 1.5, -0.1, 1e300), ("<efd", float("inf"), float("-inf"), 5e-324), ("4s3x2p?c", b"ab", b"xyz", True, b"z"), ("=3h2B", 1, 2, 3, 4, 5), ("10p", b"hello"), ("<?", "x"), ("300p", b"a" * 299), ("FD", 1 + 2j, -3j), (">FD", 1 + 2j, -3j), ("", ), ("2x",), ("0i3h", 1, 2, 3), ("h0q", 1), ("e", 65504), ("e", 65519.9), ("e", 6e-8)]:
    b = p(fmt, *vals)
    print(fmt, b, struct.calcsize(fmt), struct.unpack(fmt, b))
buf = bytearray(12)
s = struct.Struct("<hi")
s.pack_into(buf, 1, 7, 8)
struct.pack_into(">H", buf, -2, 513)
print(buf, s.unpack_from(buf, 1), s.size, list(s.iter_unpack(buf)), s.pack(1, 2), s.unpack(memoryview(buf)[1:7]))
class Idx:
    def __index__(self): return 5
class Fl:
    def __float__(self): return 2.5
class Bad:
    def __index__(self): raise KeyError("x")
class Q:
    def __bool__(self): raise ValueError("no")
tries(lambda: p("bQ", Idx(), Idx()), lambda: p("f", Fl()), lambda: p("d", 3), lambda: p("i", Bad()), lambda: p("?", Q()), lambda: p("d", 10**400), lambda: p("i", True))
class T(struct.Struct):
    def __init__(self, f, extra):
        super().__init__(f)
        self.extra = extra
t = T("i", 5)
print(t, t.extra, t.pack(1), struct.Struct.__module__, struct.__all__, issubclass(struct.error, Exception))
