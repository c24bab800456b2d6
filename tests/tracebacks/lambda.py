f = lambda a: a / 0
print(f(1))
