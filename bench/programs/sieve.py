def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    primes = []
    for i in range(n + 1):
        if flags[i]:
            primes.append(i)
    return primes


primes = sieve(6_000_000)
print(len(primes), primes[-1], sum(primes))
