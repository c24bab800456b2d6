# Classes made by decorators, dataclasses among them.
import dataclasses
import functools
from multiprocessing import Pool, Process


@dataclasses.dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = dataclasses.field(default_factory=list)

    def total(self, n):
        return self.price * n


@dataclasses.dataclass(frozen=True, order=True)
class Key:
    a: int
    b: str = "b"


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    @functools.cached_property
    def text(self):
        return ".".join(map(str, self.parts))


items = [Item("a"), Item("b", 2.0, ["x"])]
keys = {Key(1): "one"}


def work(it):
    it.tags.append("seen")
    return it, it.total(3), Item("new"), keys[Key(1)], Key(1) < Key(2), Version(1, 2) >= Version(1), Version(3, 1).text


with Pool(2) as p:
    for r in p.map(work, items):
        print(r, isinstance(r[0], Item))
print(items)
p = Process(target=lambda: print(items, dataclasses.asdict(items[1]), dataclasses.replace(items[0], name="z")))
p.start()
p.join()
