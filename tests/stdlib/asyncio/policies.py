import asyncio, warnings
def caught(f, *a):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r = f(*a)
        except Exception as e: r = repr(e)
    print(type(r).__name__ if not isinstance(r, str) else r, [str(x.message) for x in w])
    return r
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
p = caught(asyncio.get_event_loop_policy)
caught(asyncio.set_event_loop_policy, 3)
caught(asyncio.set_event_loop, 3)
A = caught(lambda: asyncio.AbstractEventLoopPolicy)
D = caught(lambda: asyncio.DefaultEventLoopPolicy)
caught(lambda: asyncio.NoSuchPolicy)
class P(D):
    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()
caught(asyncio.set_event_loop_policy, P())
async def main(): return asyncio.get_event_loop() is asyncio.get_running_loop()
print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
caught(asyncio.set_event_loop_policy, None)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
loop.close()
for n in ("get_event_loop", "set_event_loop", "new_event_loop"):
    try: getattr(A(), n)(*([1] if n[0]=="s" else []))
    except NotImplementedError as e: print(repr(e))
