# Instances of one class keep the same attribute in different places: those made
# before the class knew how many attributes it has, and the later ones.
class C:
    def fill(self, n):
        self.first = 5
        self.name = n
        self.third = 3
        return self

    def __repr__(self):
        return "<%s %s %s>" % (self.name, self.first, self.third)


def setname(o, v):
    o.name = v


early = C()
a = C().fill("A")
b = C().fill("B")
early.fill("E")
for i in range(4):
    print({"a": a, "b": b, "early": early, "again": a})
    for o in (a, early, b):
        setname(o, o.name + "x")


class D(C):
    pass


d = D()
d.extra = 1
d.fill("D")
a.__class__ = D
print(a, d, D().fill("late"), vars(a), vars(d))
