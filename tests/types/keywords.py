import weakref, itertools
nan = float('nan')
print(hash(nan) == object.__hash__(nan), hash(nan) == object.__hash__(nan))
class F(float): pass
v = F('nan'); print(hash(v) == object.__hash__(v), -0.0 ** 2, (-0.0) ** float('-inf'), 0.0 ** float('-inf'))
for base, args in [(float,(1,)),(int,(1,)),(str,("a",)),(list,((1,),)),(tuple,((1,),)),(set,((1,),)),(frozenset,((1,),)),(bytes,(b"a",)),(bytearray,(b"a",)),(complex,(1,)),(dict,()),(enumerate,([],)),(reversed,([],)),(zip,([],)),(map,(len,[])),(filter,(len,[])),(property,()),(staticmethod,(len,)),(itertools.count,()),(itertools.cycle,([],)),(itertools.chain,([],)),(itertools.repeat,(1,)), (itertools.product,([],)),(itertools.starmap,(len,[])),(itertools.islice,([],1)),(itertools.accumulate,([],)),(itertools.pairwise,([],)),(itertools.takewhile,(len,[])),(itertools.dropwhile,(len,[])),(itertools.filterfalse,(len,[])),(itertools.compress,([],[])),(itertools.permutations,([],)),(itertools.combinations,([],1)),(object,())]:
    class S(base): pass
    class I(base):
        def __init__(self, *a, newarg=None): self.newarg = newarg
    class N(base):
        def __new__(cls, *a, newarg=None):
            s = super().__new__(cls, *a); s.newarg = newarg; return s
    r = []
    for c in (S, I, N):
        try: o = c(*args, newarg=3); r.append(getattr(o, "newarg", "?"))
        except Exception as e: r.append(f"{type(e).__name__}: {e}")
    print(base.__name__, r)
