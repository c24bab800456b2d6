def f():
    value = 3
    def g():
        return valeu + value
    return g()
f()
