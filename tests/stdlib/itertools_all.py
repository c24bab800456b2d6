import itertools as I
from itertools import *
import operator as o

def show(x, n=None):
    try:
        print(list(islice(x, n)) if n is not None else list(x))
    except Exception as e:
        print(type(e).__name__, e)

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r) if not hasattr(r, "__next__") else list(islice(r, 20)))
    except Exception as e:
        print(type(e).__name__, e)

show(accumulate([1, 2, 3])); show(accumulate([1, 2, 3], o.mul, initial=10)); show(accumulate([])); show(accumulate([], initial=5))
show(accumulate("abc")); show(accumulate([1, "a"]))
show(batched("ABCDEFG", 3)); show(batched("ABCDEF", 3, strict=True)); show(batched("ABCDEFG", 3, strict=True))
show(chain("AB", [], (1, 2))); show(chain.from_iterable([[1], "xy"])); show(chain(1)); print(chain[int])
for r in range(5):
    show(combinations("ABCD", r)); show(combinations_with_replacement("ABC", r)); show(permutations("ABC", r))
show(permutations(range(3))); show(permutations([], 0)); show(combinations([], 1))
show(product("AB", [1, 2], repeat=1)); show(product([0, 1], repeat=3)); show(product()); show(product([1], [])); show(product("ab", repeat=0))
show(compress("ABCDEF", [1, 0, 1, 0, 1])); show(count(5, 2), 4); show(count(1.5, .5), 3); show(count(2**62 - 1), 3); show(count(-2**70, 2**65), 2)
print(count(), count(3), count(1, 2), count(1.5), count(0, 1.0), repeat(3), repeat("x", 2))
show(cycle("AB"), 5); show(cycle([]), 5)
show(dropwhile(lambda x: x < 3, [1, 2, 3, 1])); show(takewhile(lambda x: x < 3, [1, 2, 3, 1])); show(filterfalse(None, [0, 1, "", 2])); show(filterfalse(lambda x: x % 2, range(6)))
print([(k, list(g)) for k, g in groupby("AAABBBCCD")]); print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print([k for k, g in groupby("AABBA")])
gs = [g for k, g in groupby("AABBA")]; print([list(g) for g in gs])
show(islice("ABCDEFG", 2)); show(islice("ABCDEFG", 2, 4)); show(islice("ABCDEFG", 2, None)); show(islice("ABCDEFG", 0, None, 2)); show(islice("ABCDEFG", None))
it = iter(range(10)); print(list(islice(it, 3)), list(islice(it, 1, 5, 2)), next(it))
it = iter(range(10)); print(list(islice(it, 5, 3)), next(it))
it = iter(range(10)); print(list(islice(it, 1, 8, 3)), list(it))
show(pairwise("ABCD")); show(pairwise("A")); show(pairwise("")); show(repeat("a", 3)); show(repeat("a", -3)); show(repeat(1), 2); show(starmap(pow, [(2, 5), (3, 2)]))
show(zip_longest("ABCD", "xy", fillvalue="-")); show(zip_longest()); show(zip_longest([1], [])); show(zip_longest("ab"))
a, b, c = tee(range(5), 3); print(next(a), next(a), list(b), list(a), list(c)); print(tee([], 0)); x, = tee("abc", 1); import copy; next(x); y = copy.copy(x); print(list(x), list(y))
print(o.length_hint(repeat(1, 5)))
class Bad:
    def __iter__(self): return self
    def __next__(self): raise KeyError("boom")
for f in (accumulate, lambda b: batched(b, 2), chain, lambda b: compress(b, b), cycle, lambda b: zip_longest(b, b), pairwise, groupby, lambda b: islice(b, 3), lambda b: tee(b)[0], product):
    err(f, Bad())
err(accumulate); err(accumulate, 1); err(batched, "a", 0); err(batched, "a"); err(combinations, "abc", -1); err(combinations, "abc"); err(combinations, "a", "b")
err(permutations, "abc", -1); err(permutations, "abc", "x"); err(product, "abc", repeat=-1); err(product, "a", x=1); err(count, "a"); err(repeat); err(repeat, 1, "x"); err(repeat, 1, 2, 3)
err(islice, "abc", -1); err(islice, "abc", 1, -2); err(islice, "abc", 1, 2, 0); err(islice, "abc", "a"); err(islice, "abc"); err(islice); err(islice, "abc", 1, 2, 3, 4)
err(tee, 1); err(tee, [], -1); err(starmap, 1, 2); err(starmap, pow, [1]); err(zip_longest, 1); err(groupby, 1); err(pairwise); err(cycle); err(filterfalse, None)
err(chain, x=1); err(takewhile, None, [1]); err(repeat, object=2, times=3)
class C(count):
    def hello(self): return next(self)
k = C(4); k.x = 1; print(k.hello(), k.hello(), k, k.x)
def gen():
    yield next(t1)
t1, t2 = tee(gen())
try: next(t1)
except (RuntimeError, ValueError) as e: print(type(e).__name__, e)
