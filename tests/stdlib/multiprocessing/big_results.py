# Big arguments and results, many tasks.
from multiprocessing import Pool


def make(n):
    return b"x" * n


def size(b):
    return len(b)


def ident(x):
    return x


with Pool(2) as p:
    print([len(b) for b in p.map(make, [10, 100000, 3000000], chunksize=1)])
    print(p.map(size, [b"y" * 2000000, b"", b"z" * 70000], chunksize=1))
    print(sum(p.imap(ident, range(1000), chunksize=50)), sum(p.map(ident, range(3000))))
    print(p.map(ident, [{"a": [1, (2, {3})]}, None, 1.5, "é", b"\0", 10**40]))
