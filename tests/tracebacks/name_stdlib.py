def f():
    return itertools.count()
f()
