nan = 1e999 - 1e999
a = [3.5, nan, 1.5, 2.5, nan, 0.5]
a.sort()
print(a)
a.sort(reverse=True)
print(a)

for l in ([0.0, -0.0, 0, -1.5, 2], [-0.0, 0.0, -0.0], [1e300, -1e300, 5e-324, 1.0, 0.5]):
    a = l.copy()
    a.sort()
    print(a)
    a.sort(reverse=True)
    print(a)
s = {0.5, -0.0, 1e300, 2.0, 3, "a", "b", "ab", "xyz", (1, "a"), b"bytes", None, frozenset({"q", "w"})}
print(s, {str(i) for i in range(30)})
print(hash(frozenset("abc")), {"a": 1, "b": 2, "c": 3}.keys() & {"c", "a", "z"})
