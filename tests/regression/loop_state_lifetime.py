# What was dropped before a loop is collected while the loop runs.
import gc
import weakref


class Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


def generator(n):
    yield from range(n)


def run(name, iterable):
    def task():
        pass

    done = []
    ref = weakref.ref(task, lambda _: done.append(None))
    del task
    for _ in iterable:
        if done:
            break
        gc.collect()
    print(name, done, ref())


run("range", range(9))
run("list", [1] * 9)
run("tuple", (1,) * 9)
run("generator", generator(9))
run("iterator", Iterator(9))
run("iter", iter([1] * 9))
run("dict", dict.fromkeys(range(9)))
