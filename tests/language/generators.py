# Generators: send, throw, close, yield from, return values.
def numbers(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)
    return "done"


def outer():
    r = yield from numbers(2)
    print("result", r)
    try:
        yield 99
    except ValueError as e:
        print("caught", e)
        yield 100
    finally:
        print("cleanup")


g = outer()
print(g.send(None), g.send("hello"), g.send(None), g.throw(ValueError("x")))
g.close()
print([x for x in numbers(3)], sum(i * i for i in range(5)))
g = numbers(1)
for x in g:
    print(x)
try:
    g.send(None)
except StopIteration as e:
    print("stop", e.value)


def bad():
    raise StopIteration
    yield


try:
    for _ in bad():
        pass
except RuntimeError as e:
    print(e)
