import random
for s in (0,42,-5,10**40,"abc",b"xyz",1.5,bytearray(b"q")):
    r=random.Random(s)
    print(s, r.random(), r.getrandbits(5), r.getrandbits(100), r.randint(1,100), r.choice("abcdef"))
random.seed(7)
l=list(range(10)); random.shuffle(l); print(l)
print(random.sample(range(1000),5), random.sample("abcdefgh",3), random.sample(["a","b"],3,counts=[2,3]))
print(random.choices([1,2,3],[1,2,3],k=5), random.choices("ab",k=3), random.randrange(0,100,7), random.randbytes(5))
for f in [lambda: random.uniform(1,2), lambda: random.gauss(0,1), lambda: random.gauss(), lambda: random.normalvariate(), lambda: random.expovariate(2), lambda: random.triangular(1,5), lambda: random.betavariate(2,3), lambda: random.gammavariate(2,1), lambda: random.gammavariate(.5,1), lambda: random.paretovariate(3), lambda: random.weibullvariate(1,2), lambda: random.vonmisesvariate(0,4), lambda: random.lognormvariate(0,1), lambda: random.binomialvariate(10,.3), lambda: random.binomialvariate(100,.4)]:
    print(round(f(),10))
st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random(), len(st[1]))
for f in [lambda: random.choice([]), lambda: random.randint(5,1), lambda: random.randrange(0), lambda: random.sample({1},1), lambda: random.sample([1],2), lambda: random.seed([]), lambda: random.choices([1],[0])]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
sr=random.SystemRandom(); print(0<=sr.random()<1, sr.randint(1,1))
print(random.Random(3).randint(0,10**30))
