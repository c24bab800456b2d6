# What cannot be pickled or unpickled, and how that is said.
import pickle


def hide(s):
    i = s.find("0x")
    while i >= 0:
        j = i + 2
        while j < len(s) and s[j] in "0123456789abcdef":
            j += 1
        s = s[:i + 2] + "." + s[j:]
        i = s.find("0x", i + 2)
    return s.replace(' (gopy does not provide it)', '')


def tryit(f,*a,**k):
    try: r=f(*a,**k); print(repr(r)[:200])
    except BaseException as e: print(type(e), hide(str(e)), getattr(e,'__notes__',None))
d=pickle.dumps; l=pickle.loads
class A:
    def __reduce__(self): return self.r
a=A()
for r in (1, (), (1,), (1,2),(len,2),(len,(),1,2,3,4,5), 'foo', (A.__new__,()), ):
    a.r=r; tryit(d,a); tryit(d,[a]); tryit(d,{'x':(a,)})
import copyreg
a.r=(copyreg.__newobj__,()); tryit(d,a)
a.r=(copyreg.__newobj__,(1,)); tryit(d,a)
a.r=(copyreg.__newobj__,(int,)); tryit(d,a)
a.r=(copyreg.__newobj_ex__,(int,)); tryit(d,a)
a.r=(copyreg.__newobj_ex__,(int,1,2)); tryit(d,a)
a.r=(copyreg.__newobj_ex__,(int,(),2)); tryit(d,a)
a.r=(copyreg.__newobj_ex__,(1,(),{})); tryit(d,a)
a.r=(A,(),None,1); tryit(d,a)
a.r=(A,(),None,None,1); tryit(d,a)
a.r=(A,(),None,iter([lambda:0])); tryit(d,a)
a.r=(A,(),None,None,iter([(1,lambda:0)])); tryit(d,a)
a.r=(A,(),None,None,iter([1])); tryit(d,a)
a.r=(A,(),{'x':lambda:0}); tryit(d,a)
a.r=(A,(),None,None,None,1); tryit(d,a)
f=lambda:0
def g():
    def h():0
    class B:0
    return h,B
h,B=g()
for x in (f,h,B,[f],(f,),(1,2,3,f),{1:f},{f},frozenset([f]),{f:1},B(), (i for i in []), __import__('sys'), __import__('threading').Lock(), [1,[2,f]], [1,2,f], iter([1,2]), memoryview(b''), A.__dict__, A.__dict__['__dict__'], property(), staticmethod(len), [].append, str.upper, a.__reduce__, type(None), ..., NotImplemented, type(...), type(NotImplemented), None):
    for p in (0,2,5): tryit(d,x,p)
A.__qualname__='foo.bar'; tryit(d,A); tryit(d,A,1)
A.__module__='nomod'; tryit(d,A)
A.__module__='os'; A.__qualname__='path'; tryit(d,A)
for b in (b'', b'.', b'a', b'\x00', b'\xff', b'(', b'0.', b'1.', b'2.', b'I1', b'I1\n', b'Ix\n.', b'I01\n.', b'L1L\n.', b'Fx\n.', b'F1.5\n.', b'Sx\n.', b"S'a'\n.", b"S'a\n.", b'K', b'M1', b'J123', b'\x8a\x05', b'\x8b\xff\xff\xff\xff', b'T\xff\xff\xff\xff', b'U\x05a', b'X\xff\xff\xff\x7f', b'X\x01\0\0\0\xff.', b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff', b'h\x05.', b'j\x05\0\0\0.', b'g5\n.', b'gx\n.', b'cos\nnope\n.', b'cnomod\nx\n.', b'cos', b'cos\n', b'\x93.', b'K\x01K\x02\x93.', b'R.', b'K\x01R.', b'K\x01)R.', b'K\x01K\x02R.', b'b.', b'K\x01}b.', b'K\x01K\x02b.', b'NK\x01b.', b'a.', b'K\x01K\x02a.', b'e.', b'(e.', b'](e.', b'K\x01(K\x01e.', b'}K\x01K\x02s.', b'K\x01K\x01K\x01s.', b'}(K\x01u.', b'\x80\x63.', b'\x80\xff.', b'\x95\x05', b'\x95\xff\xff\xff\xff\xff\xff\xff\xff', b'\x95\x05\0\0\0\0\0\0\0K\x01.', b'Px\n.', b'K\x01Q.', b'\x82\x01.', b'\x82\x00.', b'\x84\xff\xff\xff\xff.', b'\x97.', b'\x98.', b'\x81.', b'K\x01)\x81.', b'K\x01K\x01\x81.', b'cbuiltins\nint\nK\x01\x81.', b'\x92.', b'cbuiltins\nint\n))\x92.', b'cbuiltins\nint\n)}\x92.',b'cbuiltins\nint\nK\x01}\x92.', b'K\x01)}\x92.', b'\x90.', b'K\x01(K\x01\x90.', b'\x91.', b'\x85.', b'\x86.', b'\x87.', b't.', b'l.', b'd.', b'(K\x01d.', b'(](d.', b'i.', b'(iint\n', b'(icos\nx\n.', b'(ibuiltins\nint\n.', b'(cbuiltins\nint\no.', b'(o.', b'p1\n', b'q\x01.', b'r\x01\0\0\0.', b'\x94.', b'K\x01\x94.', b'K\x01p-1\n.', b'K\x01p1x\n.', b'K\x01K\x02.', b'V\\u12\n.', b'Vab\n.', b'N.N.', b'\x8c\x02ab.', b'\x8c\x02\xff\xff.', b'G123', b'B\x05\0\0\0a', b'C\x05', b'\x8e\xff\xff\xff\xff\xff\xff\xff\x7f', b'\x96\x05\0\0\0\0\0\0\0a', b'\x96\x01\0\0\0\0\0\0\0a.', b'I00\n.', b'I99999999999999999999\n.', b'L99999999999999999999\n.', b'Lx\n.', b'L\n.', b'I\n.', b'F\n.', b'(((N1.', b'(0.', b'((K\x010t.', b'K\x01(R.', b'K\x01(\x85.', b'2', b'N2\x86.', b'(2.'):
    print(b, end=' '); tryit(l,b)
tryit(l,'str'); tryit(l,5); tryit(l); tryit(d); tryit(d,1,9); tryit(d,1,-1); tryit(d,1,'x'); tryit(d,1,-9)
tryit(pickle.dump,1,2); tryit(pickle.Pickler,2); tryit(pickle.Unpickler,2); tryit(pickle.load,2); tryit(pickle.Pickler.__new__(pickle.Pickler).dump,1); tryit(pickle.Unpickler.__new__(pickle.Unpickler).load)
print(pickle.PickleError, pickle.PicklingError.__mro__, pickle.Pickler, pickle.Unpickler, pickle.dumps)
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, pickle.compatible_formats)
e = []
for i in range(200000):
    e = [e]
try:
    d(e)
except RecursionError as e:
    print(type(e))
