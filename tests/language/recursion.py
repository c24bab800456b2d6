# Unlimited recursion ends in RecursionError.
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as e:
    print(e)
a = []
a.append(a)
print(a)
