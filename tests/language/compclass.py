y = "global"
class C:
    y = "class"
    a: [y for _ in (1,)]
    b: (lambda: y)()
    c: list(y for _ in (1,))
    d: [z for z in y]
    e: y
    type F = [y for _ in (1,)]
    type G = y
    type H[T] = [y for _ in (1,)]
    def m[T: [y for _ in (1,)]](self, p: [y for _ in (1,)], q: [[y for _ in (1,)] for _ in (1,)], r: {y for _ in (1,)}): pass
    class I[T]([(type(y, (), {})) for _ in (1,)][0]): pass
    def plain(self, p: [y for _ in (1,)]): pass
print(C.__annotations__, C.F.__value__, C.G.__value__, C.H.__value__, C.m.__type_params__[0].__bound__, C.m.__annotations__, C.I.__bases__, C.plain.__annotations__)
def f():
    w = "outer"
    class D:
        w = "class"
        a: [w for _ in (1,)]
        b: w
        def m[w](self, x: [w for _ in (1,)], y: w): pass
    return D
D = f(); print(D.__annotations__, D.m.__annotations__)
