import warnings; warnings.simplefilter("ignore")
import array
for c in 'bBhHiIlLqQfduw':
    for v in (1.5, 'a', None, -1, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -2**7-1, -2**15-1, -2**31-1, -2**63-1, 1e40, 'ab', b'a', '', True):
        try: a = array.array(c, [v]); print(c, v, a)
        except Exception as e: print(c, v, type(e).__name__, e)
A=array.array
def t(s):
    try: print(s, '->', eval(s))
    except Exception as e: print(s, '->', type(e).__name__, e)
import io, copy, pickle
a=A('i',[1,2,3]); d=A('d',[1.5,2]); u=A('u','héé'); w=A('w','h\U00010000')
for s in '''A()
A('x')
A(1)
A('ii')
A('i', 1)
A('i', 'abc')
A('i', b'1234')
A('i', b'123')
A('u', 'abc')
A('u', b'abcd')
A('d', 'x')
A('i', u)
A('u', a)
A('w', u)
A('u', w)
A('b', bytearray(b'ab'))
A('i', (x for x in (1,2)))
A('i', d)
A('f', a)
A('i', [], 3)
A('i', x=3)
a[0], a[-1], a[1:], a[::-1], a[::2]
a[3]
a['x']
a[1.0]
a.__setitem__(0, 'x')
a.__setitem__(5, 1)
a.__setitem__(slice(0,1), [1])
a.__setitem__(slice(0,1), d)
a.__setitem__(slice(0,2,1), A('i',[7,8,9])), a
a.__setitem__(slice(0,None,2), A('i',[0])), a
a.__setitem__(slice(0,None,2), A('i',[5,6])), a
a.__delitem__(slice(0,None,2)), a
a.__delitem__(7)
a + A('i',[4])
a + d
a + [1]
a * 2, 2 * a, a * -1, a*0
a * 1.5
a.__iadd__([1])
a.__iadd__(d)
a.extend([4,5]), a
a.extend(d)
a.extend(5)
a.extend(['x'])
a.append('x')
a.append(9), a
a.insert(0, 3), a.insert(-1, 4), a.insert(100, 5), a
a.pop(), a.pop(0), a.pop(-2), a
A('i').pop()
a.pop(100)
a.remove(100)
a.index(100)
a.index(8), a.index(8, 0), a.count(8), 8 in a
a.index(8, 2)
a.reverse(), a
a.tolist(), d.tolist(), u.tolist(), w.tolist()
a.tobytes(), d.tobytes(), u.tobytes()
a.frombytes(b'\\1\\0\\0\\0'), a
a.frombytes(b'\\1')
a.frombytes('x')
a.fromlist([1,2]), a
a.fromlist([1,'x']), a
a.fromlist((1,))
u.fromunicode('zz'), u, w.fromunicode('q'), w
a.fromunicode('x')
a.tounicode()
u.tounicode(), w.tounicode()
u.fromunicode(1)
a.byteswap(), a
d.byteswap(), d
A('b',b'12').byteswap()
len(a), a.itemsize, a.typecode, bool(a), bool(A('i'))
hash(a)
a.buffer_info()[1]
A('i',[1]) == A('d',[1.0]), A('i',[1]) < A('i',[2]), A('i',[1,2]) > A('i',[1]), A('i',[1]) == [1], A('i',[1]) != A('i',[1]), A('b',[1])<=A('B',[200])
A('i',[1]) < [1]
repr(A('i')), repr(A('u')), repr(d), str(u)
copy.copy(a) == a, copy.deepcopy(a) == a
pickle.loads(pickle.dumps(a)) == a, pickle.loads(pickle.dumps(u, 2)) == u, pickle.loads(pickle.dumps(d,0)) == d
a.__reduce_ex__(3)
a.__reduce_ex__(2)
a.fromfile(io.BytesIO(b'\\1\\0\\0\\0\\2\\0\\0\\0'), 2), a
a.fromfile(io.BytesIO(b'\\1\\0\\0\\0\\2\\0\\0'), 2)
a
a.fromfile(io.StringIO('a'), 1)
a.tofile(io.BytesIO())
a.clear(), a
memoryview(d).format, memoryview(d).tolist(), memoryview(u).format, memoryview(A('L',[1])).format
A[int]
isinstance(a, __import__('collections').abc.MutableSequence)
array.typecodes, array.ArrayType is A
array._array_reconstructor(A, 'i', 8, b'\\1\\0\\0\\0')
array._array_reconstructor(A, 'i', 9, b'\\1\\0\\0\\0')
array._array_reconstructor(A, 'd', 16, b'\\0'*8)
array._array_reconstructor(A, 'i', 99, b'')
array._array_reconstructor(int, 'i', 8, b'')
array._array_reconstructor(A, 'u', 18, b'a\\0')
class_attr(a)
a.foo
a.__dict__
A.__sizeof__(A('d',[1,2]))
bytes(d) == d.tobytes(), bytearray(A('b',[1,2]))'''.split('\n'): t(s)
class S(A):
    pass
s=S('i',[1]); s.x=1; print(s, s+s, type(s+s), s[:], type(s[:]), type(copy.copy(s)), pickle.loads(pickle.dumps(s)).x if 0 else '')
m=memoryview(d)
with m:
    try: d.append(1)
    except BufferError as e: print(e)
    m[0]=9.0
print(d)
it=iter(a); print(type(it), list(it))
import struct
a=A('q', range(5)); print(struct.unpack_from('q', a, 8), sum(a), max(a), sorted(a, reverse=True)); a[1:3]=A('q',[]); print(a); a[0:0]=a; print(a)
