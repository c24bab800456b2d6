import collections
import pprint
import types
from pprint import pformat, pp

data = {"name": "x" * 30, "list": list(range(40)), "nested": {"a": [{"b": (1, 2, 3), "c": {"d": "e" * 50}}] * 3, "z": {1, 2, 3}}, 1: None, (1, 2): frozenset("abc"), "text": "the quick brown fox jumps over the lazy dog " * 4, "bytes": bytes(range(60)), "ba": bytearray(b"abcdef" * 15)}
for kw in [{}, dict(width=40), dict(indent=4), dict(indent=4, width=30), dict(compact=True), dict(compact=True, width=30), dict(depth=1), dict(depth=2), dict(sort_dicts=False), dict(width=1), dict(indent=0), dict(indent=3, compact=True, width=50)]:
    print(kw)
    print(pformat(data, **kw))
for o in ["a" * 100, "a b " * 40, "line one\nline two\nline three " + "x" * 70, "", b"", b"abc", b"x" * 100, bytearray(b"y" * 100), "one\n", "\n" * 40, "x" * 79 + " y", " " * 100, "tab\t" * 30]:
    print(pformat(o))
    print(pformat([o], width=40))
    print(pformat({"k": o}, width=20))
for o in [collections.OrderedDict((i, "v" * 20) for i in range(6)), collections.OrderedDict(), collections.defaultdict(list, {i: "v" * 20 for i in range(6)}), collections.defaultdict(int), collections.Counter("abracadabra" * 3), collections.Counter({"word" * 5 + str(i): i for i in range(6)}), collections.deque(range(40)), collections.deque(range(40), maxlen=50), collections.deque(), collections.ChainMap({"a" * 30: 1}, {"b" * 30: 2}, {"c" * 30: 3}), collections.ChainMap(), collections.UserDict({i: "v" * 20 for i in range(6)}), collections.UserList(["v" * 20] * 6), collections.UserString("word " * 30), types.MappingProxyType({i: "v" * 20 for i in range(6)}), types.SimpleNamespace(alpha="a" * 30, beta="b" * 30, gamma=[1] * 40), types.SimpleNamespace(a=1), set(range(50)), frozenset(range(50)), set(), frozenset(), (1,), ("x" * 80,), (), [()], {}, [{}], range(3), print, 5, 1.5, None, True, {"b": 1, "a": 2, 3: 4}, [[["x" * 30] * 3] * 2] * 2]:
    print(pformat(o, width=60))
    print(pformat(o, width=60, indent=2, compact=True))
print(pformat(123456789, underscore_numbers=True), pformat([1234567, -1234, 12, True], underscore_numbers=True))
class L(list):
    pass
class D(dict):
    def __repr__(self):
        return "D!" * 50
class T(tuple):
    def __repr__(self):
        return "T"
class S(set):
    pass
print(pformat(L(range(40))), pformat(D(a=1)), pformat(T((1, 2))), pformat(S(range(40))))
r = [1, 2]
r.append(r)
d = {"self": r}
r.append(d)
print(pprint.isrecursive(r), pprint.isreadable(r), pprint.isrecursive([1]), pprint.isreadable([1, "a"]), pprint.isreadable([print]), pprint.isreadable(object()), pformat(r).replace(str(id(r)), "ID"), pprint.saferepr(d).replace(str(id(r)), "ID").replace(str(id(d)), "ID2"))
n = types.SimpleNamespace(x="x" * 60)
n.me = n
print(pformat(n))
pp({"b": 1, "a": [1, 2]}, width=10)
pprint.pprint({"b": 1, "a": 2})
print(pprint.saferepr({"b": 1, "a": 2}), pprint.PrettyPrinter(depth=1).isreadable([[1]]), pprint.PrettyPrinter().isrecursive(r))
class P(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return "<" + object + ">", True, False
        return super().format(object, context, maxlevels, level)
P().pprint(["a", {"b": "c"}])
for kw in [dict(indent=-1), dict(depth=0), dict(depth=-1), dict(width=0), dict(width="x")]:
    try:
        pformat(1, **kw)
    except Exception as e:
        print(type(e).__name__, e)
print(pformat({1: 2, "a": 3, None: 4, (1,): 5}).count("\n"), sorted(pprint.__all__), pformat(["a" * i for i in range(20)], compact=True, width=50))
