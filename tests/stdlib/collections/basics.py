from collections import *
import collections.abc as ca
P = namedtuple('P', 'x y', defaults=[5])
p = P(1); print(p, p.x, p._replace(y=3), P._make([1,2]), p._asdict(), P.__doc__, P.x.__doc__)
try: P()
except TypeError as e: print(e)
try: p.x = 3
except AttributeError as e: print(e)
c = Counter("abracadabra"); print(c, c.most_common(2), c['z'], c + c, c - Counter(a=3), list(c.elements()))
d = deque(range(5), 3); print(d); d.rotate(1); print(d, d[0], d[-1]); d.appendleft(9); print(d, d.index(2) if 2 in d else None)
dd = defaultdict(list); dd['a'].append(1); print(dd)
od = OrderedDict(a=1,b=2,c=3); od.move_to_end('a'); print(od); od.move_to_end('a', False); print(od, od.popitem(False), od == OrderedDict(c=3,b=2), od == dict(c=3,b=2))
class D(defaultdict): pass
x = D(int, {1:2}); x[5] += 1; x.foo = 3; print(x, x.foo)
class O(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v*2)
o = O(a=1); o.z=1; print(o, o.__dict__)
print(ChainMap({1:2},{3:4})[3], UserDict({1:2}), UserList([1,2])+[3], UserString("abc").upper())
print(isinstance([], ca.Sequence), isinstance({}, ca.Mapping), isinstance(5, ca.Hashable), isinstance([], ca.Hashable))
