# A big global is there, and each child has its own.
from multiprocessing import Pool

big = list(range(200000))
text = "x" * 300000
nested = {i: [i, str(i)] for i in range(5000)}


def look(i):
    big[0] += 1
    return big[i], len(big), len(text), nested[i]


with Pool(2) as p:
    print(p.map(look, [1, 1000, 4999]))
print(big[0], sum(big))
