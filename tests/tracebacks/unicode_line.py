π = 1
print('ääääää', π, undefined_name, '漢字')
