# Classes with inheritance, super(), properties, class and static methods.
from multiprocessing import Process, Queue

q = Queue()


class Base:
    registry = []
    kind = "base"

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append(cls.__name__)

    def __init__(self, v):
        self.v = v

    @property
    def double(self):
        return self.v * 2

    @classmethod
    def make(cls, v):
        return cls(v)

    @staticmethod
    def plus(a, b):
        return a + b

    def describe(self):
        return "Base(%r)" % self.v

    def __repr__(self):
        return "%s<%r>" % (type(self).__name__, self.v)


class Child(Base):
    kind = "child"
    __slots__ = ("extra",)

    def __init__(self, v):
        super().__init__(v)
        self.extra = [v]

    def describe(self):
        return "Child+" + super().describe()

    def __eq__(self, other):
        return type(other) is Child and self.v == other.v

    def __hash__(self):
        return hash(self.v)


class Mixin:
    def mixed(self):
        return "mixed " + self["k"]


class Multi(Mixin, dict):
    v = 7

    def __init__(self):
        super().__init__(a=1)

    def __missing__(self, key):
        return "no " + key


obj = Child.make(5)
keyed = {obj: "found"}
multi = Multi()
multi["k"] = "x"


def work():
    c = Child(3)
    print(c.describe(), c.double, Child.plus(1, 2), c.kind, Base.registry, c.extra, obj.extra)
    print([k.__name__ for k in Multi.__mro__], multi["zz"], multi["k"], multi.v, multi.mixed(), dict(multi))
    print(keyed[Child(5)], isinstance(obj, Base), type(obj) is Child, super(Child, obj).describe())
    q.put(c)
    q.put(type(c))
    q.put([Child(9), {Child(9)}])


p = Process(target=work)
p.start()
c = q.get()
print(type(c) is Child, c, c.extra, c == Child(3), q.get() is Child, q.get())
p.join()
print(Base.registry, p.exitcode)
