import marshal
for v in [None, True, 1, -1, 2**31, -2**31-1, 2**100, -2**100, 1.5, 1e300, float('inf'), 1j, 'abc', 'é', '\udc80', 'x'*300, b'abc', (1,2), [1,[2]], {'a':1}, {1,2}, frozenset('a'), ..., StopIteration, slice(1,2), bytearray(b'x'), memoryview(b'q'), ()]:
    for ver in range(6):
        try:
            d = marshal.dumps(v, ver)
            assert marshal.loads(d) == v, (v, ver)
            if ver < 3 and v!='abc': print(ver, v if not isinstance(v,memoryview) else 1, d)
        except ValueError as e: print(ver, repr(v), e)
for bad in [b'', b'i', b'i\0', b'[\x01\0\0\0', b'\xff', b'r\0\0\0\0', b'(\xff\xff\xff\xff', b'l\x01\0\0\0\0\0', b'[\x01\0\0\0' + b'0', b'{N0N', b'0', b'z', b'z\x05ab']:
    try: print(bad, marshal.loads(bad))
    except Exception as e: print(bad, type(e).__name__, e)
l=[]; l.append(l)
try: x=marshal.loads(marshal.dumps(l)); print(x[0] is x)
except ValueError as e: print(e)
d={}; d[1]=d; x=marshal.loads(marshal.dumps(d)); print(x[1] is x)
l=[]; 
for i in range(3000): l=[l]
try: marshal.dumps(l)
except ValueError as e: print(e)
c=compile('def f(x): return x+1\nprint(f(2))','f','exec'); exec(marshal.loads(marshal.dumps(c)))
for f in (lambda: marshal.dumps(c, allow_code=False), lambda: marshal.loads(marshal.dumps(c), allow_code=False), lambda: marshal.dumps(object()), lambda: marshal.loads('a'), lambda: marshal.dumps([object()])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import io
f=io.BytesIO(); marshal.dump([1,2],f); marshal.dump('x',f); f.seek(0); print(marshal.load(f), marshal.load(f))
try: marshal.load(f)
except Exception as e: print(type(e).__name__, e)
try: marshal.load(io.StringIO('a'))
except Exception as e: print(type(e).__name__, e)
print(marshal.version)
