import gc


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


class L(list):
    def __del__(self):
        print("del list", self)


class Sub(D):
    pass


def f():
    D(1)


f()
gc.collect()


def f():
    d = Sub(2)


f()
gc.collect()


def f():
    x = [L([1])]


f()
gc.collect()
saved = []


class Again:
    def __del__(self):
        print("resurrected")
        saved.append(self)


a = Again()
del a
gc.collect()
print(len(saved))
saved.clear()
gc.collect()
print("done")


at_exit = D("at exit")
