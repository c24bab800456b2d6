# The usual example: no guard, a pool with statement at module level.
from concurrent.futures import ProcessPoolExecutor


def is_prime(n: int) -> bool:
    if n < 2: return False
    i = 2
    while i * i <= n:
        if n % i == 0: return False
        i += 1
    return True


nums = [10_000_019 + i for i in range(10)]
with ProcessPoolExecutor() as ex:
    results = list(ex.map(is_prime, nums))
print(results)
