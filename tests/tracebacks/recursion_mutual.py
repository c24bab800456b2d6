import sys
sys.setrecursionlimit(50)
def f(): g()
def g(): f()
f()
