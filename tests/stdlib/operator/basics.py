import operator as o
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: o.itemgetter(1)([1,2])); t(lambda: o.itemgetter(1,0)([1,2])); t(lambda: o.itemgetter()); t(lambda: o.itemgetter(1)()); t(lambda:o.itemgetter(5)([1])); t(lambda: o.itemgetter(1,x=2))
class A: pass
a=A(); a.b=A(); a.b.c=3; a.d=4
t(lambda: o.attrgetter('b.c','d')(a)); t(lambda: o.attrgetter('d')(a)); t(lambda: o.attrgetter(1)); t(lambda: o.attrgetter('x')(a)); t(lambda: repr(o.attrgetter('b.c','d')))
t(lambda: o.methodcaller('split','b')('abc')); t(lambda: repr(o.methodcaller('f',1,x=2))); t(lambda: o.methodcaller()); t(lambda: o.methodcaller(1)); t(lambda: o.methodcaller('f')())
t(lambda: o.add(1,2)); t(lambda: o.__add__(1,2)); t(lambda: o.abs('a')); t(lambda: o.neg([])); t(lambda: o.concat([1],[2])); t(lambda: o.concat(1,2)); t(lambda: o.index('a')); t(lambda: o.countOf([1,2,1],1)); t(lambda:o.indexOf([1],3)); t(lambda: o.length_hint([1]))
t(lambda: o.call(dict,a=1)); t(lambda: o.is_none(None)); t(lambda: o.add(1)); t(lambda: o.truth(3)); t(lambda: o.not_(3)); t(lambda: o.invert(3)); t(lambda: o.add(1,'a')); t(lambda: o.lt(1,'a')); t(lambda: o.pow(2,3)); t(lambda: o.contains([1],1)); t(lambda: o.ipow(2,3)); t(lambda: o.add); t(lambda: o.itemgetter(1).__reduce__()); t(lambda: o.methodcaller('a',1).__reduce__()); t(lambda: sorted(o.__all__)==sorted(x for x in dir(o) if not x.startswith('_')))
