class D:
    def __get__(self, o, t): return 1 / 0
class A: d = D()
A().d
