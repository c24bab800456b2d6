x = 1
print(f'a {x.foo!r:>10} b')
