# Which of ten numbers are prime?
def is_prime(n: int) -> bool:
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


nums = [10_000_019 + i * 2 for i in range(10)]
for n in nums:
    print(n, is_prime(n))
