# Classes: attributes, inheritance, properties, descriptors, special methods.
class Base:
    kind = "base"

    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return self.name() + "(" + repr(self.x) + ")"

    def name(self):
        return "Base"

    @property
    def double(self):
        return self.x * 2

    @double.setter
    def double(self, v):
        self.x = v // 2

    @classmethod
    def make(cls, x):
        return cls(x + 1)

    @staticmethod
    def plain(x):
        return x


class Derived(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def name(self):
        return "Derived of " + super().name()

    def __add__(self, other):
        return Derived(self.x + other.x, self.y)

    def __eq__(self, other):
        return self.x == other.x

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * self.x

    def __call__(self, *a):
        return a


d = Derived(3, 4)
print(d, d.double, d.kind, Derived.kind, Base.make(1), Base.plain(5))
d.double = 20
print(d.x, d + d, d == Derived(10, 0), d != Derived(1, 1), len(d), [v for v in d], d(1, 2))
print(isinstance(d, Base), isinstance(Base(1), Derived))
try:
    d.missing
except AttributeError as e:
    print(e)


class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        cls.tag = kw
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class WithMeta(metaclass=Meta, a=1):
    __slots__ = ("p", "q")


w = WithMeta()
w.p = 1
print(WithMeta.tag, w.p, type(WithMeta))
try:
    w.r = 1
except AttributeError as e:
    print(e)


class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print(D.__mro__)
