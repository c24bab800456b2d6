import operator as o
class M:
    def __init__(self, v): self.v = v
    def hello(self, *a, **k): return self.v, a, k
    def __matmul__(self, x): return "matmul", x
for n in sorted(o.__all__) if hasattr(o, "__all__") else ():
    pass
pairs = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt", "le", "eq", "ne", "gt", "ge", "iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "ilshift", "irshift", "iand", "ior", "ixor", "is_", "is_not"]
print([(n, getattr(o, n)(7, 2)) for n in pairs])
print(o.matmul(M(1), 2), o.imatmul(M(1), 3))
l = [1]; print(o.iadd(l, [2]) is l, o.iconcat(l, (3,)), o.concat([1], [2]), o.contains([1, 2], 2), o.countOf([1, 2, 1], 1), o.indexOf([5, 6], 6))
d = {}; o.setitem(d, 1, 2); print(o.getitem(d, 1)); o.delitem(d, 1); print(d)
print(o.not_(0), o.truth([]), o.neg(3), o.pos(-3), o.abs(-3), o.inv(1), o.invert(2), o.index(True), o.is_none(None), o.is_not_none(None))
for f in ["o.attrgetter()", "o.attrgetter(1)", "o.attrgetter('a',x=1)", "o.itemgetter()", "o.itemgetter(1,x=1)", "o.methodcaller()", "o.methodcaller(1)", "o.attrgetter('a.b')(1)", "o.attrgetter('a')()", "o.itemgetter(1)(1,2)", "o.methodcaller('x')()", "o.attrgetter('a','b.c')", "o.itemgetter(1,2)", "o.methodcaller('a',1,2,x=3)", "o.itemgetter(1)(x=3)", "o.attrgetter('a').__reduce__()", "o.methodcaller('a',1,x=2).__reduce__()", "o.neg('a')", "o.abs('a')", "o.inv('a')", "o.concat(1,2)", "o.concat([],1)", "o.iconcat(1,2)", "o.concat({},1)", "o.countOf(1,2)", "o.indexOf([],2)", "o.length_hint(1,'a')", "o.length_hint(1,5)", "o.length_hint([1,2])", "o.call(print,1,sep='')", "o.delitem(1,2)", "o.setitem(1,2,3)", "o.getitem(1,2)", "o.add", "o.attrgetter('a')==o.attrgetter('a')", "o.itemgetter(1).__dict__", "o.attrgetter('v.real','hello')(M(3))[0]", "o.itemgetter(1,0)('ab')", "o.itemgetter(slice(1,3))('abcd')", "o.methodcaller('hello',1,x=2)(M(4))", "o.__add__ is o.add", "o.index(1.5)", "o.add(1)", "sorted([M(3),M(1)],key=o.attrgetter('v'))[0].v"]:
    try: print(f, repr(eval(f)))
    except Exception as e: print(f, type(e).__name__, e)
