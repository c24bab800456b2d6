# A loop in code without registers.
c=compile('while 1: pass','t','exec')
print(c.replace().co_name)
