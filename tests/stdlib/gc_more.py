import gc
print(sorted(gc.get_referents([1, 3], (2,), {4: 5})), gc.get_referents(1, "a", 2j))
print([gc.is_tracked(x) for x in (None, 1, "s", b"", bytearray(), int, object(), [], set(), gc, lambda: 0)])
class U: pass
print(gc.is_tracked(U), gc.is_tracked(U()))
for g in (1000, -1, "1", 1.5):
    try: gc.get_objects(g)
    except Exception as e: print(type(e).__name__, e)
def f():
    l = []; l.append(l)
    print(any(x is l for x in gc.get_objects()))
f()
log = []
gc.callbacks.append(lambda phase, info: log.append((phase, info["generation"], sorted(info))))
gc.collect(1); print(log); log.clear(); gc.collect(); print([x[:2] for x in log])
def bad(phase, info): 1 / 0
gc.callbacks[:] = []
before = gc.get_stats(); gc.disable(); gc.collect(0); gc.collect(2); after = gc.get_stats()
print([b["collections"] - a["collections"] for a, b in zip(before, after)])
gc.freeze(); print(gc.get_freeze_count() > 0); gc.unfreeze(); print(gc.get_freeze_count())
