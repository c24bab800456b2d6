# Every operator with every pair of built-in types: the value or the error.
import operator
import types
import warnings

warnings.simplefilter("ignore")  # ~True

values = {
    "NoneType": None, "bool": True, "int": 7, "big": 10 ** 25, "negative": -3, "float": 2.5, "complex": 1 + 2j, "str": "ab", "bytes": b"ab", "bytearray": bytearray(b"cd"),
    "list": [1, 2], "tuple": (1, 2), "dict": {"a": 1}, "set": {1, 2}, "frozenset": frozenset({2, 3}), "range": range(3), "slice": slice(1, 2), "memoryview": memoryview(b"ab"),
    "type": int, "NotImplemented": NotImplemented, "Ellipsis": ..., "function": len, "keys": {"a": 1}.keys(), "items": {"a": 1}.items(), "values": {"a": 1}.values(),
    "union": int | str, "alias": list[int], "mappingproxy": types.MappingProxyType({"a": 1}), "object": object(),
}

binary = [operator.add, operator.sub, operator.mul, operator.matmul, operator.truediv, operator.floordiv, operator.mod, divmod, pow, operator.lshift, operator.rshift,
          operator.and_, operator.or_, operator.xor, operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne, operator.contains, operator.getitem]
inplace = [operator.iadd, operator.isub, operator.imul, operator.imatmul, operator.itruediv, operator.ifloordiv, operator.imod, operator.ipow, operator.ilshift,
           operator.irshift, operator.iand, operator.ior, operator.ixor]
unary = [operator.neg, operator.pos, operator.invert, operator.not_, abs, len, hash, iter, next, reversed, int, float, complex, bool, bytes, list, operator.index, round, callable]


def show(r):
    text = repr(r) if not isinstance(r, (set, frozenset)) else type(r).__name__ + repr(sorted(r, key=repr))
    text = text.split(" at 0x")[0]
    return text if len(text) < 70 else text[:60] + f"...{len(text)}"


def attempt(f, *args):
    try:
        return show(f(*args))
    except Exception as e:
        return f"{type(e).__name__}: {e}".split(" at 0x")[0]


def copy(v):
    return v.copy() if isinstance(v, (list, dict, set, bytearray)) else v


for f in unary:
    print("==", f.__name__)
    for n, v in values.items():
        if f is hash and n in ("NoneType", "str", "bytes", "memoryview", "type", "Ellipsis", "NotImplemented", "function", "values", "union", "alias", "object", "mappingproxy"):
            continue  # depends on addresses
        print(" ", n, attempt(f, copy(v)))
plain = {}  # the operators' signs
for f, sign in zip(binary, "+ - * @ / // % divmod() ** << >> & | ^ < <= > >=".split()):
    plain[f] = sign
for f, sign in zip(inplace, "+= -= *= @= /= //= %= **= <<= >>= &= |= ^=".split()):
    plain[f] = sign


def expected(f, v, w):
    """The usual error, which is not worth a line."""
    a, b = (type(x).__module__ + "." + type(x).__name__ if type(x).__module__ != "builtins" else type(x).__name__ for x in (v, w))
    sign = plain.get(f, "")
    if sign in ("<", "<=", ">", ">="):
        return f"TypeError: '{sign}' not supported between instances of '{a}' and '{b}'"
    if sign == "**":
        sign = "** or pow()"
    return f"TypeError: unsupported operand type(s) for {sign}: '{a}' and '{b}'"


for f in binary + inplace:
    print("==", f.__name__)
    usual = 0
    for n, v in values.items():
        results = {}
        for m, w in values.items():
            if m == "big" and (f is pow or f is operator.ipow):
                w = 3  # a power to 10 ** 25 takes for ever
            r = attempt(f, copy(v), copy(w))
            if r == expected(f, v, w):
                usual += 1
            else:
                results.setdefault(r, []).append(m)
        for r, names in results.items():
            if f is not operator.eq and f is not operator.ne or len(names) < 20:
                print(" ", n, ",".join(names), r)
    print("  usual errors:", usual)
