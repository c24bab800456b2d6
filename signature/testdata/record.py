"""Record what CPython says about wrong arguments of built-in functions.

Run with the reference interpreter; writes argerror.json
beside this file. Every callable below that has a text signature is called with
many numbers of arguments and keywords; a message that is not about the binding
of arguments counts as success.
"""

import json
import os
import re

import _bisect
import _contextvars
import _functools
import _heapq
import _operator
import _sre
import binascii
import builtins
import itertools
import math
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))

BINDING = re.compile(
    r"takes (no|at most|at least|exactly) .*argument|takes no (keyword |positional )?arguments"
    r"|^\w+ expected (at most |at least )?\d+ argument|^expected \d+( or \d+)? arguments?, got"
    r"|missing required argument|unexpected keyword argument"
    r"|given by name \(")

# Written by hand in C, with words of their own.
SKIP = {
    "__new__", "__build_class__", "breakpoint", "print", "input", "__call__", "__init__", "__import__",
    "zip", "range", "release", "__init_subclass__", "__subclasshook__", "exit", "quit", "help", "copyright", "credits",
    "license", "compress", "enumerate", "format", "zip_longest", "type", "super", "map", "int", "object",
    "__get__", "sorted", "methodcaller", "itemgetter", "attrgetter", "partial", "__replace__",
}


class Arg:
    """An argument that nothing accepts."""


def attempt(call, nargs, keywords):
    try:
        call(*[Arg() for _ in range(nargs)], **{k: Arg() for k in keywords})
    except TypeError as e:
        text = str(e)
        return text if BINDING.search(text) else ""
    except BaseException:
        return ""
    return ""


def shown(f):
    """The name CPython puts into messages about f."""
    module = getattr(f, "__module__", None)
    name = getattr(f, "__qualname__", None) or f.__name__
    if module and module != "builtins" and not isinstance(getattr(f, "__self__", None), type):
        return f"{module}.{name}"
    return name


def names(sig):
    return re.findall(r"(?<![\w.$*'])([a-z_]\w*)\s*(?=[,=)])", sig)


def variants(sig):
    params = [n for n in names(sig) if n not in ("self", "module", "type", "sys", "None", "True", "False")]
    for nargs in range(0, 7):
        yield nargs, []
    for nargs in range(0, 4):
        yield nargs, ["foo"]
        yield nargs, ["foo", "bar"]
        for p in params[:5]:
            yield nargs, [p]
            yield nargs, [p, "foo"]
            yield nargs, [p[:-1] + "x"]
        if params:
            yield nargs, params
            yield nargs, params + ["foo"]
            yield nargs, params[1:]


def functions():
    for module in (builtins, math, itertools, _functools, _bisect, _heapq, _operator, binascii, zlib, _contextvars):
        for name, f in sorted(vars(module).items()):
            if name in SKIP or not callable(f) or not getattr(f, "__text_signature__", None):
                continue
            if isinstance(f, type):
                if type(f) is type and f.__flags__ & (1 << 9) == 0 and not issubclass(f, BaseException):
                    yield "new", f.__name__, f.__text_signature__, f
            else:
                yield "call", shown(f), f.__text_signature__, f
    samples = [1, 1.5, 1j, "a", b"a", bytearray(b"a"), (), [], {}, set(), frozenset(), memoryview(b"a"),
               range(3), slice(1), object(), re.compile("a"), re.match("a", "a")]
    for obj in samples:
        for name in sorted(vars(type(obj))):
            if name in SKIP:
                continue
            f = getattr(obj, name, None)
            sig = getattr(f, "__text_signature__", None)
            if not callable(f) or not sig or isinstance(f, type):
                continue
            mode = "wrapper" if type(f).__name__ == "method-wrapper" else "call"
            if name.startswith("__") and mode == "call" and type(f).__name__ == "method":
                continue
            yield mode, f.__qualname__, sig, f


def main():
    rows, seen = [], set()
    for mode, name, sig, f in list(functions()):
        for nargs, keywords in variants(sig):
            if len(set(keywords)) != len(keywords):
                continue
            key = (name, sig, nargs, tuple(keywords))
            if key in seen:
                continue
            seen.add(key)

            rows.append([mode, name, sig, nargs, keywords, attempt(f, nargs, keywords)])
    # One row per distinct shape is enough: keep a function only if no other
    # with the same mode and signature shape was kept twice.
    kept, count = [], {}
    for row in rows:
        shape = (row[0], re.sub(r"\w+", "x", row[2]), row[3], len(row[4]))
        count[shape] = count.get(shape, 0) + 1
        if count[shape] <= 3:
            kept.append(row)
    with open(os.path.join(HERE, "argerror.json"), "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(r) for r in kept) + "\n]\n")
    print(len(rows), "calls,", len(kept), "kept")


main()
