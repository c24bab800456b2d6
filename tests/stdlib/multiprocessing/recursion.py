# Recursive and mutually recursive functions.
from multiprocessing import Pool


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def tree(n):
    return None if n == 0 else {"left": tree(n - 1), "n": n}


with Pool(2) as p:
    print(p.map(fib, range(12)))
    print(p.map(even, range(6)))
    print(p.map(tree, range(3)))
