# Globals of many kinds, shared and cyclic ones among them.
import collections
import functools
import itertools
import operator
from multiprocessing import Process

cyclic = [1]
cyclic.append(cyclic)
shared = ["x"]
pair = (shared, shared)
d = collections.defaultdict(list, a=[1])
od = collections.OrderedDict([("z", 1), ("a", 2)])
counter = collections.Counter("hello")
dq = collections.deque([1, 2, 3], maxlen=3)
Point = collections.namedtuple("Point", "x y")
point = Point(1, 2)
part = functools.partial(int, base=2)
ba = bytearray(b"abc")
fs = frozenset([1, 2])
cplx = 1 + 2j
big = 10**50
rng = range(3, 9, 2)
getter = operator.itemgetter(1)
never = None
chain = collections.ChainMap({"a": 1}, {"b": 2})


@functools.lru_cache(maxsize=None)
def cached(n):
    return n * 2


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


root = Node("root")
leaf = Node("leaf", root)


def work():
    print(cyclic[1] is cyclic, pair[0] is pair[1] is shared)
    d["b"].append(2)
    print(dict(d), list(od.items()), counter.most_common(1), dq, point.x, type(point).__name__, part("101"))
    print(ba, fs, cplx, big, rng, getter([1, 2]), never, cached(4), cached.cache_info().misses)
    print(root.children[0] is leaf, leaf.parent is root, chain["b"], Point(3, 4)._replace(x=5))


p = Process(target=work)
p.start()
p.join()
print(dict(d))
