class M(type):
    def __new__(m, n, b, d): raise ValueError(n)
class A(metaclass=M):
    pass
