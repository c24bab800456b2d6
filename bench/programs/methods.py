class Counter:
    def __init__(self):
        self.total = 0
        self.calls = 0

    def add(self, x):
        self.total += x
        self.calls += 1
        return self.total


class Offset(Counter):
    def __init__(self, base):
        super().__init__()
        self.base = base

    def value(self, x):
        return self.add(x) + self.base


def run(n):
    c = Counter()
    o = Offset(10)
    last = 0
    for i in range(n):
        c.add(i)
        last = o.value(i)
    return c.total, c.calls, last


print(run(1_800_000))
