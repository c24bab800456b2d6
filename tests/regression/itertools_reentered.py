# Sources that ask the iterator they feed, and reprs of used iterators.
from itertools import pairwise, repeat


def check(reenter_at, stop_at=6):
    class Source:
        count = 0

        def __iter__(self):
            return self

        def __next__(self):
            if self.count >= stop_at:
                raise StopIteration
            self.count += 1
            if self.count in reenter_at:
                return next(it, None)
            return [self.count]

    it = pairwise(Source())
    print(reenter_at, list(it))


for places in ({1}, {2}, {3}, {1, 2}, {2, 3}, {1, 3}, {6}):
    check(places)
for stop in range(4):
    check({1}, stop)
r = repeat("x", 2)
print(r, list(r), r, list(r), r)
