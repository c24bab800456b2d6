# Enum members keep their identity both ways.
import enum
from multiprocessing import Pool, Process


class Color(enum.Enum):
    RED = 1
    GREEN = "g"

    def shout(self):
        return self.name + "!"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Bits(enum.Flag):
    A = 1
    B = 2


default = Color.GREEN


def check(c):
    return c, c is Color.RED, c in (Color.RED, default), c.shout(), Level(10), Bits.A | Bits.B


def work():
    print(list(Color), default is Color.GREEN, Color["RED"], Color("g"), Level.HIGH + 1, Bits.A | Bits.B)


with Pool(1) as p:
    r = p.map(check, [Color.RED, Color.GREEN])
    print(r)
    print(r[0][0] is Color.RED, r[1][0] is default, r[0][4] is Level.HIGH)
p = Process(target=work)
p.start()
p.join()
