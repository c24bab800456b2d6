# Lambdas, closures and nested functions as targets.
from multiprocessing import Process, Queue

q = Queue()


def outer(n):
    total = n * 2

    def inner(x):
        def innermost(y):
            return x + y + total
        q.put(("inner", innermost(1), n))
    return inner


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


step = counter()
step()
step()
for target, args in [(lambda: q.put("lambda"), ()), (outer(5), (7,)), (lambda x, *, k=step: q.put((x, k(), k())), (1,))]:
    p = Process(target=target, args=args)
    p.start()
    print(q.get())
    p.join()
    print(p.exitcode)
print(step())
