class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        n = 1
        if self.left is not None:
            n += self.left.count()
        if self.right is not None:
            n += self.right.count()
        return n


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def tuples(depth):
    if depth == 0:
        return (None, None)
    return (tuples(depth - 1), tuples(depth - 1))


def size(t):
    left, right = t
    if left is None:
        return 1
    return 1 + size(left) + size(right)


total = 0
for i in range(26):
    total += build(14).count() + size(tuples(14))
print(total)
