import gc
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(isinstance(gc.collect(), int), isinstance(gc.collect(0), int))
for a in (-1, 3, 5):
    try:
        gc.collect(a)
    except ValueError as e:
        print(e)
print(gc.get_debug(), gc.set_debug(gc.DEBUG_STATS & 0), len(gc.get_threshold()), gc.set_threshold(700, 10, 10), gc.get_threshold())
print(len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
class A: pass
a = A()
a.me = a
l = [a, 1]
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("s"), gc.is_tracked(a), gc.is_finalized(a))
print(any(r is l for r in gc.get_referrers(a)), sorted(type(r).__name__ for r in gc.get_referents(l)), gc.get_referents(1), gc.get_referents())
print(any(o is l for o in gc.get_objects()), gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze(), gc.get_freeze_count())
print(gc.garbage, gc.callbacks)
import weakref
r = weakref.ref(a)
del a, l
gc.collect()
print(r() is None)
