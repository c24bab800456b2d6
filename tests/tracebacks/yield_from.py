def a():
    yield 1
    1 / 0
def b(): yield from a()
list(b())
