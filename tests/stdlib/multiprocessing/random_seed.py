# Own generators keep their state; the shared one is seeded anew.
import random
from multiprocessing import Pool, Process, Queue

own = random.Random(42)
first = own.random()
q = Queue()


def draw():
    q.put([own.randrange(1000) for _ in range(3)])


for _ in range(2):
    p = Process(target=draw)
    p.start()
    print(q.get())
    p.join()
print([own.randrange(1000) for _ in range(3)])


def shared(_):
    return random.random()


def seeded(s):
    random.seed(s)
    return random.randrange(10**6)


random.seed(1)
with Pool(1) as p:
    a = p.apply(shared, (0,))
with Pool(1) as p:
    b = p.apply(shared, (0,))
    print(a != b, a != random.random(), p.apply(seeded, (7,)))
random.seed(7)
print(random.randrange(10**6))
