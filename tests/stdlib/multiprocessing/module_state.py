# A module from a file: imported in the child, with the globals it has now.
import multiprocessing

import state_mod
from state_mod import settings as aliased

state_mod.level = 7
state_mod.settings["debug"] = True
state_mod.names.append("from parent")


def work():
    print(state_mod.level, state_mod.settings, state_mod.names, state_mod.get_level())
    print(aliased is state_mod.settings, state_mod.instance.value, state_mod.Thing is type(state_mod.instance))


state_mod.instance.value = "changed"
p = multiprocessing.Process(target=work)
p.start()
p.join()
with multiprocessing.Pool(1) as pool:
    print(pool.apply(state_mod.get_level))
    t = pool.apply(state_mod.Thing, ("t",))
    print(type(t) is state_mod.Thing, t.value)
