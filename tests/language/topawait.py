# Code that may await at the top.
import ast
import types

SOURCES = ["async for i in agen():\n x = i\n", "async with lock() as l:\n x = l\n", "x = await one()\n",
           "x = [y async for y in agen()][-1]\n", "if 0:\n async for i in agen(): pass\n",
           "if x:\n async with lock() as l: x = 5\n", "x = 1\n"]


async def agen():
    yield 1
    yield 2


class lock:
    async def __aenter__(self):
        return 7

    async def __aexit__(self, *args):
        pass


async def one():
    return 1


for mode in ("single", "exec"):
    for source in SOURCES:
        c = compile(source, "?", mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        print(mode, c.co_flags & 128, end=" ")
        ns = {"agen": agen, "lock": lock, "one": one, "x": 9}
        r = types.FunctionType(c, ns)()
        if r is not None:
            try:
                r.send(None)
            except StopIteration:
                pass
        print(ns["x"])
        try:
            compile(source, "?", mode)
        except SyntaxError as e:
            print(e)
