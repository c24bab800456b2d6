# Where the carets of a method call stand.
class A:
    def m(self):
        return self.n(1)

    def n(self, x):
        return x.missing(2)


A().m()
