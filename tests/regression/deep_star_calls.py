import sys
n=0
def args(*a, **k):
    global n
    n+=1
    if n>900: return
    args(*a, **k)
args()
print("fine")
