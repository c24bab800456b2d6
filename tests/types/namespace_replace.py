# copy.replace of namespaces whose class makes something else.
import copy
import types


class Odd(types.SimpleNamespace):
    def __new__(cls, *args, **kwargs):
        return made.pop(0) if made else super().__new__(cls)


made = []
odd = Odd(a=1)
for other in (3, None, "text"):
    made = [other]
    try:
        print(copy.replace(odd, a=2))
    except TypeError as e:
        print(e)
made = [types.SimpleNamespace(b=1)]
print(copy.replace(odd, a=2))
print(copy.replace(odd, a=2), copy.replace(types.SimpleNamespace(x=1), y=2))
