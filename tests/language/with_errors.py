class A:
    async def __aenter__(self): pass
    async def __aexit__(self,*a): pass
class B:
    def __enter__(self): pass
class C:
    def __exit__(self,*a): pass
class D:
    async def __aenter__(self): pass
class E(B,C): pass
async def m(c):
    async with c(): pass
for k in (A,B,C,D,E,int):
    try:
        with k(): pass
        print('ok')
    except TypeError as e: print(e)
    try:
        m(k).send(None)
    except TypeError as e: print(e)
    except StopIteration: print('ok')
