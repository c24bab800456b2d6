import io
import os
os.chdir(__import__("tempfile").mkdtemp())
p = "x.txt"
open(p,"w").write("héllo\nworld\r\nlast")
print(repr(open(p).read()))
print(repr(open(p,newline="").read()))
with open(p,"rb") as f:
    print(f, f.read(3), f.tell(), f.readline(), f.readlines(), f.seek(1), f.peek(2)[:2])
    print(f.closed)
print(f.closed)
f=open(p)
print(f, repr(f))
print(f.readline(), f.tell(), f.read(2), f.tell())
c=f.tell(); r=f.read(); f.seek(c); print(r==f.read())
try: next(f); f.tell()
except Exception as e: print(type(e),e)
for l in open(p): print(repr(l))
f.close()
try: f.read()
except ValueError as e: print(e)
for args in [("nofile",),(p,"q"),(p,"rw"),(p,"rr"),(p,"b"),(p,"r+b",0),(p,"tb"),(p,"r",0),(p,"wb",1,"utf8")]:
    try: g=open(*args); print(g)
    except Exception as e: print(type(e).__name__,e)
s=io.StringIO("a\nb\nçd"); print(s.readlines(), s.tell(), s.getvalue()); s.write("é"); print(s.getvalue())
b=io.BytesIO(b"abc"); b.seek(2); b.write(b"xyz"); print(b.getvalue(), b.tell()); print(list(io.BytesIO(b"a\nb")))
class R(io.RawIOBase):
    def __init__(self): self.d=b"one\ntwo\nthree"
    def readable(self): return True
    def readinto(self,b):
        n=min(len(b),4,len(self.d)); b[:n]=self.d[:n]; self.d=self.d[n:]; return n
print(R().read(2), R().readall(), io.BufferedReader(R()).read(), list(io.TextIOWrapper(R())) if 0 else list(io.BufferedReader(R())))
print(isinstance(f, io.TextIOBase), isinstance(b, io.IOBase), isinstance(f, io.IOBase), issubclass(io.FileIO, io.RawIOBase))
w=io.TextIOWrapper(io.BytesIO(), "latin-1", newline="\r\n"); w.write("é\n"); w.flush(); print(w.buffer.getvalue())
w=io.TextIOWrapper(io.BytesIO(), "ascii")
try: w.write("é")
except UnicodeEncodeError as e: print(e)
try: io.TextIOWrapper(io.BytesIO(b"a\xff"), "utf-8").read()
except UnicodeDecodeError as e: print(e)
import sys

os.unlink(p)
os.rmdir(os.getcwd())
