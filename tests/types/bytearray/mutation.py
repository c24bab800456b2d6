# What changes a bytearray.
def t(f, *a, **k):
    try:
        print(f.__name__, a, k, "->", f(*a, **k))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


ba = bytearray(b"hello")
for f, a in [("append", (300,)), ("append", ("a",)), ("append", (-1,)), ("extend", ([300],)), ("extend", ("a",)), ("extend", (5,)), ("insert", (0, 300)), ("insert", ("a", 1)), ("pop", (10,)), ("remove", (1,)), ("remove", (300,)), ("resize", (-1,)), ("resize", (7,)), ("__setitem__", (0, 300)), ("__setitem__", (50, 3)), ("__setitem__", ("a", 3)),
             ("__delitem__", (50,)), ("__iadd__", ("a",)), ("__imul__", ("a",)), ("__init__", (5,)), ("pop", ()), ("__init__", (b"again",)), ("clear", ()), ("pop", ())]:
    t(getattr(ba, f), *a)
    print(ba)
ba = bytearray(b"hello")
ba[0] = 72
print(ba)
ba[1:3] = b"EYY"
print(ba)
ba[::2] = b"123"
print(ba)
del ba[1]
print(ba)
del ba[::2]
print(ba)
ba += b"xyz"
print(ba)
ba *= 2
print(ba)
ba.extend([1, 2, 3])
ba.append(9)
ba.insert(0, 7)
ba.insert(-100, 8)
ba.insert(100, 6)
print(ba, ba.pop(), ba.pop(0), ba.pop(-2))
ba.remove(120)
print(ba)
ba.reverse()
print(ba, ba.copy(), ba.copy() is ba)
ba[:] = b""
print(ba)
ba[5:10] = [0, 1, 2]
print(ba)
ba[1:1] = ba
print(ba)
ba[-1:0:-2] = bytes(len(ba[-1:0:-2]))
print(ba)
del ba[::-2]
print(ba)
for k, v in ((0, 3), (0, "a"), (1, [300])):
    try:
        ba[k:2] = v
    except Exception as e:
        print(type(e).__name__, e)
try:
    ba[::2] = b"abcdefgh"
except ValueError as e:
    print(e)
b2 = bytearray(b"abc")
with memoryview(b2) as m:
    for f in (lambda: b2.append(1), b2.clear, lambda: b2.extend(b"x"), lambda: b2.pop(), lambda: b2.__delitem__(0), lambda: b2.__imul__(2)):
        try:
            f()
            print("resized")
        except BufferError as e:
            print(e)
    b2[0] = 120
    b2[1:2] = b"y"
    print(m.tobytes(), b2)
b2.append(1)
print(b2)
it = iter(bytearray(b"abc"))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
