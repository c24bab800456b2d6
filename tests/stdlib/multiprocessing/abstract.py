# Abstract classes, protocols of collections.abc and metaclasses.
import abc
import collections.abc
from multiprocessing import Process


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Square(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


class Meta(type):
    def __new__(mcls, name, bases, ns):
        ns["tag"] = name.lower()
        print("making", name)
        return super().__new__(mcls, name, bases, ns)

    def __len__(cls):
        return 42


class Tagged(metaclass=Meta):
    pass


class Seq(collections.abc.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class Descriptor:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner):
        return self if obj is None else "value of " + self.name


class Holder:
    field = Descriptor()


def work():
    print(Square(3).area(), isinstance(Square(1), Shape), Tagged.tag, len(Tagged), type(Tagged).__name__)
    print(list(Seq()), 20 in Seq(), Seq().index(10), isinstance(Seq(), collections.abc.Sequence), Holder().field)
    try:
        Shape()
    except TypeError as e:
        print(e)

    class Local(Shape):
        def area(self):
            return 0
    print(Local().area(), issubclass(Local, Shape))


p = Process(target=work)
p.start()
p.join()
