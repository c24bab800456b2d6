def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(items):
    for x in items:
        if x % 2 == 0:
            yield x


total = 0
for x in evens(numbers(3_000_000)):
    total += x
print(total, sum(i * 3 for i in range(3_000_000)))
