x = 1 is 1
assert (x, 'always')
print('a\d')
if x is 'a': pass
1()
