def words(n):
    counts = {}
    for i in range(n):
        key = "key" + str(i * 7919 % 5003)
        counts[key] = counts.get(key, 0) + 1
    return counts


def squares(n):
    table = {}
    for i in range(n):
        table[i * i % 65_537] = i
    hits = 0
    for i in range(n):
        if i in table:
            hits += table[i]
    return hits


counts = words(1_300_000)
total = 0
for k, v in counts.items():
    total += v
print(len(counts), total, squares(1_700_000))
