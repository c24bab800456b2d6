def f(counter):
    return countr
f(1)
