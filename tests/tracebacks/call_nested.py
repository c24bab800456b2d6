def f(x): return g(x)(1)(2)
def g(x): return lambda y: y
f(1)
