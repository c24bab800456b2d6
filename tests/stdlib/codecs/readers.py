import codecs, io
def R(): return codecs.getreader("utf-8")(io.BytesIO("l1\nl\u00e92\r\nl3 and more\nx".encode()))
r=R(); print(repr(r.read(2)), repr(r.read(3)), repr(r.read(1)), repr(r.read(1)),repr(r.read(4)), repr(r.read()))
r=R(); print(repr(r.readline()), repr(r.read(2)), repr(r.read(100)), repr(r.read()))
r=R(); print(repr(r.readline()), repr(r.read(2, 1)), repr(r.read(-1, 3)),  repr(r.readline()), repr(r.read(50)))
r=R(); print(repr(r.read(-1, 3)), repr(r.readline()), list(r))
