total = 1
def f():
    return totl
f()
