def f(a, *, key): pass
f(1)
