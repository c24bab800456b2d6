"""The three models of concurrency side by side: the same sum three times."""

import asyncio
import queue
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def fetch(n: int) -> int:
    """Stands for a request: the thread waits and others run."""
    time.sleep(0.1)
    return n * n


async def stage(source: asyncio.Queue, sink: asyncio.Queue) -> None:
    while (item := await source.get()) is not None:
        await asyncio.sleep(0.01)
        await sink.put(item + 1)
    await sink.put(None)


async def pipeline(n: int) -> int:
    """Two stages with queues of two places between them: backpressure."""
    first, second, third = (asyncio.Queue(2) for _ in range(3))

    async def feed():
        for i in range(n):
            await first.put(i)
        await first.put(None)

    total = 0
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(feed())
        group.create_task(stage(first, second))
        group.create_task(stage(second, third))
        while (item := await third.get()) is not None:
            total += item
    return total


with ThreadPoolExecutor(max_workers=8) as pool:
    print("threads:  ", sum(pool.map(fetch, range(8))))

with ProcessPoolExecutor() as pool:
    found = pool.map(is_prime, range(10_000_000, 10_000_200), chunksize=50)
    print("processes:", sum(found), "primes")

print("asyncio:  ", asyncio.run(pipeline(10)))

jobs: queue.Queue = queue.Queue(maxsize=3)
done = []
worker = threading.Thread(target=lambda: [done.append(j * 2) for j in iter(jobs.get, None)])
worker.start()
for job in range(5):
    jobs.put(job)
jobs.put(None)
worker.join()
print("queue:    ", done)
