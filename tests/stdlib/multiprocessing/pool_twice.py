# Two pools, one after the other, with globals changed between them.
from multiprocessing import Pool

factor = 2


def times(x):
    return x * factor


with Pool(2) as p:
    print(p.map(times, range(5)))
    factor = 10
    print(p.map(times, range(5)))
with Pool(2) as p:
    print(p.map(times, range(5)))
