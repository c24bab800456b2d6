"""Runs gopy code objects, given as JSON, on the objects of CPython.

A test aid: programs compiled by package compiler must behave as CPython runs
their source. Usage: python3.14 emulator.py code.json [arguments]
"""
import builtins
import json
import operator
import sys
import types
import typing

NULL = type("NULL", (), {"__repr__": lambda self: "NULL"})()


class Code:
    pass


class Wrapped:
    def __init__(self, value):
        self.value = value


def load_const(k):
    tag, v = k
    if tag == "N":
        return None
    if tag in "bs":
        return v
    if tag == "i":
        return int(v)
    if tag == "f":
        return float.fromhex(v)
    if tag == "c":
        return complex(float.fromhex(v[0]), float.fromhex(v[1]))
    if tag == "S":
        return bytes(v).decode("utf-8", "surrogatepass")
    if tag == "B":
        return bytes(v)
    if tag == "E":
        return ...
    items = [load_const(x) for x in v] if tag != "C" else None
    if tag == "t":
        return tuple(items)
    if tag == "z":
        return frozenset(items)
    if tag == "l":
        return slice(*items)
    return load_code(v)


def load_code(d):
    c = Code()
    c.__dict__.update(d)
    c.consts = [load_const(k) for k in d["consts"]]
    n = c.argcount + c.kwonly
    c.varargs = n if c.flags & 4 else -1
    c.varkw = n + (1 if c.flags & 4 else 0) if c.flags & 8 else -1
    return c


class Frame:
    def __init__(self, code, glob, loc, closure):
        self.code, self.glob, self.loc, self.closure = code, glob, loc, closure
        self.reg = [NULL] * code.nregs


HANDLED = [None]  # the exception being handled

BINARY = {
    "ADD": operator.add, "SUB": operator.sub, "MUL": operator.mul, "DIV": operator.truediv,
    "FLOORDIV": operator.floordiv, "MOD": operator.mod, "POW": operator.pow, "MATMUL": operator.matmul,
    "LSHIFT": operator.lshift, "RSHIFT": operator.rshift, "AND": operator.and_, "OR": operator.or_,
    "XOR": operator.xor, "IADD": operator.iadd, "ISUB": operator.isub, "IMUL": operator.imul,
    "IDIV": operator.itruediv, "IFLOORDIV": operator.ifloordiv, "IMOD": operator.imod, "IPOW": operator.ipow,
    "IMATMUL": operator.imatmul, "ILSHIFT": operator.ilshift, "IRSHIFT": operator.irshift,
    "IAND": operator.iand, "IOR": operator.ior, "IXOR": operator.ixor, "LT": operator.lt, "LE": operator.le,
    "GT": operator.gt, "GE": operator.ge, "EQ": operator.eq, "NE": operator.ne, "IS": operator.is_,
    "ISNOT": operator.is_not, "IN": lambda a, b: a in b, "NOTIN": lambda a, b: a not in b,
    "GETITEM": operator.getitem,
}
UNARY = {"NEG": operator.neg, "POS": operator.pos, "INVERT": operator.invert, "NOT": operator.not_, "LEN": len}
COMPARE = {k: BINARY[k] for k in ("LT", "LE", "GT", "GE", "EQ", "NE")}


def lookup(d, glob, name):
    if d is not None:
        try:
            return d[name]
        except KeyError:
            pass
    if name in glob:
        return glob[name]
    b = glob.get("__builtins__", builtins)
    b = b if isinstance(b, dict) else vars(b)
    if name in b:
        return b[name]
    raise NameError(f"name '{name}' is not defined")


def unbound(name):
    return UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")


def deref(f, r, name):
    try:
        return f.reg[r].cell_contents
    except ValueError:
        pass
    if r >= len(f.code.locals) - f.code.nfree:
        raise NameError(f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope")
    raise unbound(name)


def make_function(code, glob, defaults, kwdefaults, annotate, closure):
    names = [n for n, _ in code.locals]

    def fn(*args, **kw):
        f = Frame(code, glob, None, closure)
        bind(f, code, names, fn, args, kw)
        return start(f)

    fn.__name__, fn.__qualname__ = code.name, code.qualname
    fn.__gopy__ = code
    fn.gdefaults = () if defaults is NULL else defaults
    fn.gkwdefaults = {} if kwdefaults is NULL else kwdefaults
    fn.gglobals, fn.gclosure = glob, closure
    fn.__module__ = glob.get("__name__")
    fn.__doc__ = code.consts[0] if code.flags & 0x4000000 else None
    if annotate is not NULL:
        if isinstance(annotate, dict):
            fn.__annotations__ = annotate
        else:
            fn.__annotate__ = annotate
    return fn


def bind(f, code, names, fn, args, kw):
    reg, n = f.reg, code.argcount
    for i, a in enumerate(args[:n]):
        reg[i] = a
    if code.varargs >= 0:
        reg[code.varargs] = tuple(args[n:])
    elif len(args) > n:
        raise TypeError(f"{code.qualname}() takes {n} positional arguments but {len(args)} were given")
    extra = {}
    for k, v in kw.items():
        for i in range(code.posonly, n + code.kwonly):
            if names[i] == k:
                if reg[i] is not NULL:
                    raise TypeError(f"{code.qualname}() got multiple values for argument '{k}'")
                reg[i] = v
                break
        else:
            if code.varkw < 0:
                raise TypeError(f"{code.qualname}() got an unexpected keyword argument '{k}'")
            extra[k] = v
    if code.varkw >= 0:
        reg[code.varkw] = extra
    d = fn.gdefaults
    for i in range(n):
        if reg[i] is NULL:
            if i >= n - len(d):
                reg[i] = d[i - (n - len(d))]
            else:
                raise TypeError(f"{code.qualname}() missing 1 required positional argument: '{names[i]}'")
    for i in range(n, n + code.kwonly):
        if reg[i] is NULL:
            if names[i] not in fn.gkwdefaults:
                raise TypeError(f"{code.qualname}() missing 1 required keyword-only argument: '{names[i]}'")
            reg[i] = fn.gkwdefaults[names[i]]


def start(f):
    flags = f.code.flags
    if flags & 0x200:
        return name_gen(async_generator(f), f)
    if flags & 0x80:
        return name_gen(coroutine(f), f)
    if flags & 0x20:
        return name_gen(generator(f), f)
    return finish(next_step(run(f)))


def name_gen(g, f):
    g.__name__, g.__qualname__ = f.code.name, f.code.qualname
    return g


def next_step(r):
    try:
        next(r)
    except StopIteration as e:
        return e.value
    raise SystemError("yield in a plain function")


def finish(result):
    kind, v = result
    if kind == "exc":
        try:
            raise v
        finally:
            del v
    return v


def generator(f):
    result = yield from run(f)
    return finish(result)


@types.coroutine
def raw(value):
    return (yield value)


async def coroutine(f):
    r, step, error = run(f), None, None
    while True:
        try:
            y = r.send(step) if error is None else r.throw(error)
        except StopIteration as e:
            return finish(e.value)
        step = error = None
        try:
            step = await raw(y)
        except BaseException as e:
            error = e


async def async_generator(f):
    r, step, error = run(f), None, None
    while True:
        try:
            y = r.send(step) if error is None else r.throw(error)
        except StopIteration as e:
            finish(e.value)
            return
        step = error = None
        try:
            if isinstance(y, Wrapped):
                step = yield y.value
            else:
                step = await raw(y)
        except BaseException as e:
            error = e


def build_class(func, name, *bases, **kw):
    resolved = types.resolve_bases(bases)
    meta, ns, kw = types.prepare_class(name, resolved, kw)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    f = Frame(func.__gopy__, func.gglobals, ns, func.gclosure)
    cell = finish(next_step(run(f)))
    cls = meta(name, resolved, ns, **kw)
    if isinstance(cell, types.CellType):
        try:
            cell.cell_contents
        except ValueError:
            cell.cell_contents = cls
    return cls


def unpack(v, n):
    try:
        it = iter(v)
    except TypeError:
        raise TypeError(f"cannot unpack non-iterable {type(v).__name__} object") from None
    out = []
    for x in it:
        out.append(x)
        if len(out) > n:
            if isinstance(v, (list, tuple, dict)):
                raise ValueError(f"too many values to unpack (expected {n}, got {len(v)})")
            raise ValueError(f"too many values to unpack (expected {n})")
    if len(out) < n:
        raise ValueError(f"not enough values to unpack (expected {n}, got {len(out)})")
    return out


def unpack_ex(v, before, after):
    try:
        out = list(v)
    except TypeError:
        if hasattr(type(v), "__iter__"):
            raise
        raise TypeError(f"cannot unpack non-iterable {type(v).__name__} object") from None
    if len(out) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(out)})")
    end = len(out) - after
    return out[:before] + [out[before:end]] + out[end:]


def match_class(subject, cls, npos, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    out, seen = [], set()
    if npos:
        args = getattr(cls, "__match_args__", None)
        if args is None:
            args = ()
            if cls.__flags__ & (1 << 22):
                if npos > 1:
                    raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({npos} given)")
                out.append(subject)
                npos = 0
        elif not isinstance(args, tuple):
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})")
        if npos > len(args):
            s = "" if len(args) == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {len(args)} positional sub-pattern{s} ({npos} given)")
        for a in args[:npos]:
            if not isinstance(a, str):
                raise TypeError(f"__match_args__ elements must be strings (got {type(a).__name__})")
            if a in seen:
                raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{a}'")
            seen.add(a)
            try:
                out.append(getattr(subject, a))
            except AttributeError:
                return None
    for a in names:
        if a in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{a}'")
        seen.add(a)
        try:
            out.append(getattr(subject, a))
        except AttributeError:
            return None
    return tuple(out)


def match_keys(subject, keys):
    dummy, out, seen = object(), [], set()
    for k in keys:
        if k in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({k!r})")
        seen.add(k)
        v = subject.get(k, dummy)
        if v is dummy:
            return None
        out.append(v)
    return tuple(out)


def merge_kwargs(func, d, other):
    name = getattr(func, "__qualname__", str(func))
    mod = getattr(func, "__module__", None)
    if mod not in (None, "builtins"):
        name = f"{mod}.{name}"
    if not hasattr(other, "keys"):
        raise TypeError(f"{name}() argument after ** must be a mapping, not {type(other).__name__}")
    for k in other.keys():
        if k in d:
            raise TypeError(f"{name}() got multiple values for keyword argument '{k}'")
        d[k] = other[k]


def chain(e):
    """Sets __context__ as a raise in a frame that handles HANDLED does."""
    h = HANDLED[0]
    if h is None or e is h:
        return
    x = e
    seen = 0
    while x is not None and seen < 1000:
        if x is h:
            return
        x, seen = x.__context__, seen + 1
    if e.__context__ is None:
        o = h
        while o.__context__ is not None:
            if o.__context__ is e:
                o.__context__ = None
                break
            o = o.__context__
        e.__context__ = h


def check_exc(t, star=False):
    ts = t if isinstance(t, tuple) else (t,)
    for x in ts:
        if not (isinstance(x, type) and issubclass(x, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if star and issubclass(x, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


def prep_reraise_star(orig, excs):
    excs = [e for e in excs if e is not None]
    if not excs:
        return None
    if not isinstance(orig, BaseExceptionGroup):
        return excs[0]
    raised, reraised = [], []
    for e in excs:
        meta = lambda x: (x.__notes__ if hasattr(x, "__notes__") else None, x.__traceback__, x.__cause__, x.__context__)
        same = isinstance(e, BaseExceptionGroup) and all(a is b for a, b in zip(meta(e), meta(orig)))
        (reraised if same else raised).append(e)
    if not raised and len(reraised) == 1 and False:
        return reraised[0]

    def leaves(g):
        return [y for x in g.exceptions for y in leaves(x)] if isinstance(g, BaseExceptionGroup) else [g]

    if reraised:
        keep = {id(x) for g in reraised for x in leaves(g)}
        proj = orig.split(lambda x: id(x) in keep)[0]
    if not raised:
        return proj
    if reraised:
        raised.append(proj)
    return BaseExceptionGroup("", raised)


def intrin1(kind, v):
    if kind == 1:
        return typing.TypeVar(v)
    if kind == 2:
        return typing.ParamSpec(v)
    if kind == 3:
        return typing.TypeVarTuple(v)
    if kind == 4:
        return typing.Generic[tuple(typing.Unpack[x] if isinstance(x, typing.TypeVarTuple) else x for x in v)]
    if kind == 5:
        return typing.TypeAliasType(v[0], v[2](), type_params=v[1] or ())
    return iter(v)


def intrin2(kind, a, b):
    if kind == 7:
        return typing.TypeVar(a, bound=b())
    if kind == 8:
        return typing.TypeVar(a, *b())
    if kind == 9:
        a.__type_params__ = b
        return a
    return a


def run(f):
    """A generator: yields what the frame yields, returns ("ret", value) or ("exc", exception)."""
    code, reg = f.code, f.reg
    pc, ins = 0, code.ins
    throw = None
    while True:
        try:
            if throw is not None:
                e, throw = throw, None
                raise e
            op, a, b, c = ins[pc]
            nxt = pc + 1
            while nxt < len(ins) and ins[nxt] is None:
                nxt += 1
            if op in BINARY:
                reg[a] = BINARY[op](reg[b], reg[c])
            elif op in UNARY:
                reg[a] = UNARY[op](reg[b])
            elif op[:-1] in BINARY and op[-1] == "I" and op != "FORITERI":
                reg[a] = BINARY[op[:-1]](reg[b], c)
            elif op == "GETITEMI":
                reg[a] = reg[b][c]
            elif op in ("RET", "RETNONE"):
                return "ret", reg[a] if op == "RET" else None
            elif op == "YIELD":
                pc = yield from do_yield(f, a, b, c, nxt)
                continue
            elif op == "RETGEN":
                pass
            elif op[0] == "J":
                if jump(reg, op, a, b):
                    nxt = c
            else:
                r = OPS[op](f, a, b, c)
                if r is not None:
                    nxt = r
            pc = nxt
        except BaseException as e:
            if ins[pc][0] != "RERAISE":
                chain(e)
            for s, t, target, r in code.exc:
                if s <= pc < t:
                    reg[r] = e
                    pc = target
                    break
            else:
                return "exc", e
        finally:
            e = None


def do_yield(f, a, b, c, nxt):
    saved = HANDLED[0]
    value = f.reg[b]
    if not c:
        try:
            f.reg[a] = yield value
        finally:
            HANDLED[0] = saved
        return nxt
    it = f.reg[c - 1]
    while True:
        try:
            try:
                f.reg[a] = yield value
            finally:
                HANDLED[0] = saved
            return nxt
        except GeneratorExit:
            if hasattr(it, "close"):
                it.close()
            raise
        except BaseException as e:
            if not hasattr(it, "throw"):
                raise
            try:
                value = it.throw(e)
            except StopIteration as s:
                f.reg[a] = s.value
                # Continue where SEND would have gone.
                k = nxt
                while f.code.ins[k] is None or f.code.ins[k][0] != "SEND":
                    k = f.code.ins[k][3] if f.code.ins[k][0] == "JMP" else k + 1
                return f.code.ins[k][3]


def jump(reg, op, a, b):
    if op == "JMP":
        return True
    if op == "JT":
        return bool(reg[a])
    if op == "JF":
        return not reg[a]
    if op == "JNONE":
        return reg[a] is None
    if op == "JNOTNONE":
        return reg[a] is not None
    if op == "JIS":
        return reg[a] is reg[b]
    if op == "JISNOT":
        return reg[a] is not reg[b]
    if op == "JNULL":
        return reg[a] is NULL
    if op == "JNEXC":
        check_exc(reg[b])
        t = reg[b] if isinstance(reg[b], tuple) else (reg[b],)
        return not any(issubclass(type(reg[a]), x) for x in t)
    name, want = op[1:], True
    imm = name.endswith("I")
    name = name[:-1] if imm else name
    if name not in COMPARE:
        name, want = name[1:], False
    return bool(COMPARE[name](reg[a], b if imm else reg[b])) == want


OPS = {}


def op(fn):
    OPS[fn.__name__] = fn
    return fn


def names(f, i):
    return f.code.names[i]


@op
def NOP(f, a, b, c): pass
@op
def WIDE(f, a, b, c): pass
@op
def MOVE(f, a, b, c): f.reg[a] = f.reg[b]
@op
def LOADK(f, a, b, c): f.reg[a] = f.code.consts[b]
@op
def LOADI(f, a, b, c): f.reg[a] = b
@op
def FORITER(f, a, b, c):
    try:
        f.reg[b] = next(f.reg[a])
    except StopIteration:
        return None
    return c
@op
def GETITER(f, a, b, c):
    f.reg[a] = f.reg[b] if c else iter(f.reg[b])
    f.reg[a + 1] = f.reg[a + 2] = 0
@op
def GETATTR(f, a, b, c): f.reg[a] = getattr(f.reg[b], names(f, c))
@op
def SETATTR(f, a, b, c): setattr(f.reg[a], names(f, c), f.reg[b])
@op
def DELATTR(f, a, b, c): delattr(f.reg[a], names(f, c))
@op
def SETITEM(f, a, b, c): f.reg[a][f.reg[b]] = f.reg[c]
@op
def DELITEM(f, a, b, c): del f.reg[a][f.reg[b]]
@op
def SLICE(f, a, b, c): f.reg[a] = slice(*f.reg[b:b + c])
@op
def GETSLICE(f, a, b, c): f.reg[a] = f.reg[b][f.reg[c]:f.reg[c + 1]]
@op
def SETSLICE(f, a, b, c): f.reg[a][f.reg[b]:f.reg[b + 1]] = f.reg[c]
@op
def LOADG(f, a, b, c): f.reg[a] = lookup(None, f.glob, names(f, c))
@op
def STOREG(f, a, b, c): f.glob[names(f, c)] = f.reg[a]
@op
def DELG(f, a, b, c):
    if names(f, c) not in f.glob:
        raise NameError(f"name '{names(f, c)}' is not defined")
    del f.glob[names(f, c)]
@op
def LOADNAME(f, a, b, c): f.reg[a] = lookup(f.loc, f.glob, names(f, c))
@op
def STORENAME(f, a, b, c): f.loc[names(f, c)] = f.reg[a]
@op
def DELNAME(f, a, b, c):
    try:
        del f.loc[names(f, c)]
    except KeyError:
        raise NameError(f"name '{names(f, c)}' is not defined") from None
@op
def LOADFROMDICTORG(f, a, b, c): f.reg[a] = lookup(f.reg[b], f.glob, names(f, c))
@op
def LOADFROMDICTORDEREF(f, a, b, c):
    try:
        f.reg[a] = f.reg[a][names(f, c)]
    except KeyError:
        f.reg[a] = deref(f, b, names(f, c))
@op
def LOADLOCALS(f, a, b, c): f.reg[a] = f.loc
@op
def MAKECELL(f, a, b, c): f.reg[a] = types.CellType() if f.reg[a] is NULL else types.CellType(f.reg[a])
@op
def COPYFREE(f, a, b, c): f.reg[a:a + b] = f.closure
@op
def LOADDEREF(f, a, b, c): f.reg[a] = deref(f, b, names(f, c))
@op
def STOREDEREF(f, a, b, c): f.reg[a].cell_contents = f.reg[b]
@op
def DELDEREF(f, a, b, c):
    deref(f, a, names(f, c))
    del f.reg[a].cell_contents
@op
def NULL_(f, a, b, c): f.reg[a] = NULL
OPS["NULL"] = NULL_
@op
def CLEAR(f, a, b, c): f.reg[a:a + b] = [NULL] * b
@op
def CHECK(f, a, b, c):
    if f.reg[a] is NULL:
        raise unbound(names(f, b))
@op
def DELLOCAL(f, a, b, c):
    CHECK(f, a, c, 0)
    f.reg[a] = NULL
@op
def LOADSPILL(f, a, b, c):
    if names(f, c) not in f.reg[b]:
        raise unbound(names(f, c))
    f.reg[a] = f.reg[b][names(f, c)]
@op
def STORESPILL(f, a, b, c): f.reg[a][names(f, c)] = f.reg[b]
@op
def DELSPILL(f, a, b, c):
    if names(f, c) not in f.reg[a]:
        raise unbound(names(f, c))
    del f.reg[a][names(f, c)]


def call(f, a, fn, args, kw):
    f.reg[a + 1:] = ["dead"] * (len(f.reg) - a - 1)
    saved = HANDLED[0]
    try:
        f.reg[a] = fn(*args, **kw)
    finally:
        HANDLED[0] = saved


def split_kw(f, args, c):
    keys = f.code.consts[c]
    n = len(args) - len(keys)
    return args[:n], dict(zip(keys, args[n:]))


@op
def CALL(f, a, b, c): call(f, a, f.reg[a], f.reg[a + 1:a + 1 + b], {})
@op
def CALLKW(f, a, b, c): call(f, a, f.reg[a], *split_kw(f, f.reg[a + 1:a + 1 + b], c))
@op
def CALLEX(f, a, b, c): call(f, a, f.reg[a], f.reg[a + 1], {} if f.reg[a + 2] is NULL else f.reg[a + 2])
@op
def LOADM(f, a, b, c): f.reg[a], f.reg[a + 1] = NULL, getattr(f.reg[b], names(f, c))
@op
def CALLMETH(f, a, b, c): call(f, a, f.reg[a + 1], f.reg[a + 2:a + 2 + b], {})
@op
def CALLMETHKW(f, a, b, c): call(f, a, f.reg[a + 1], *split_kw(f, f.reg[a + 2:a + 2 + b], c))
@op
def CALLM(f, a, b, c): call(f, a, getattr(f.reg[a + 1], names(f, c)), f.reg[a + 2:a + 2 + b], {})
@op
def GETSUPER(f, a, b, c):
    s = f.reg[b]
    f.reg[a] = getattr(super(f.reg[b + 1], f.reg[b + 2]) if s is super else s(), names(f, c))
@op
def LOADSUPER(f, a, b, c):
    GETSUPER(f, a, b, c)
    f.reg[a], f.reg[a + 1] = NULL, f.reg[a]
@op
def LISTAPPEND(f, a, b, c): f.reg[a].append(f.reg[b])
@op
def LISTEXTEND(f, a, b, c):
    if not hasattr(type(f.reg[b]), "__iter__") and not hasattr(type(f.reg[b]), "__getitem__"):
        raise TypeError(f"Value after * must be an iterable, not {type(f.reg[b]).__name__}")
    f.reg[a].extend(f.reg[b])
@op
def SETADD(f, a, b, c): f.reg[a].add(f.reg[b])
@op
def SETUPDATE(f, a, b, c): f.reg[a].update(f.reg[b])
@op
def DICTSET(f, a, b, c): f.reg[a][f.reg[b]] = f.reg[c]
@op
def DICTUPDATE(f, a, b, c):
    if not hasattr(f.reg[b], "keys"):
        raise TypeError(f"'{type(f.reg[b]).__name__}' object is not a mapping")
    f.reg[a].update(f.reg[b])
@op
def DICTMERGE(f, a, b, c): merge_kwargs(f.reg[c], f.reg[a], f.reg[b])
@op
def LISTTOTUPLE(f, a, b, c): f.reg[a] = tuple(f.reg[b])
@op
def STARARGS(f, a, b, c): f.reg[a] = tuple(f.reg[b])
@op
def TUPLE(f, a, b, c): f.reg[a] = tuple(f.reg[b:b + c])
@op
def LIST(f, a, b, c): f.reg[a] = f.reg[b:b + c]
@op
def SET(f, a, b, c): f.reg[a] = set(f.reg[b:b + c])
@op
def DICT(f, a, b, c): f.reg[a] = dict(zip(f.reg[b:b + 2 * c:2], f.reg[b + 1:b + 2 * c:2]))
@op
def UNPACK(f, a, b, c): f.reg[b:b + c] = unpack(f.reg[a], c)
@op
def UNPACKEX(f, a, b, c): f.reg[b:b + (c & 255) + 1 + (c >> 8)] = unpack_ex(f.reg[a], c & 255, c >> 8)
@op
def BUILDSTR(f, a, b, c): f.reg[a] = "".join(f.reg[b:b + c])


def convert(v, c):
    return {0: lambda x: x, 115: str, 114: repr, 97: ascii}[c](v)


@op
def FORMAT(f, a, b, c): f.reg[a] = format(convert(f.reg[b], c), "")
@op
def FORMATSPEC(f, a, b, c): f.reg[a] = format(convert(f.reg[a], c), f.reg[b])
@op
def INTERP(f, a, b, c):
    from string.templatelib import Interpolation
    conv = chr(c & 255) if c & 255 else None
    f.reg[a] = Interpolation(f.reg[b], f.reg[b + 1], conv, f.reg[b + 2] if c & 256 else "")
@op
def TEMPLATE(f, a, b, c):
    from string.templatelib import Template
    parts = []
    for s, i in zip(f.reg[b], f.reg[b + 1] + (None,)):
        parts += [s] if i is None else [s, i]
    f.reg[a] = Template(*parts)
@op
def MAKEFUNC(f, a, b, c):
    clo = f.reg[b + 3]
    f.reg[a] = make_function(f.code.consts[c], f.glob, *f.reg[b:b + 3], () if clo is NULL else clo)
@op
def BUILDCLASS(f, a, b, c): f.reg[a] = build_class
@op
def LOADCOMMON(f, a, b, c): f.reg[a] = {1: NotImplementedError, 2: AssertionError}[b]
@op
def IMPORT(f, a, b, c):
    f.reg[a] = builtins.__import__(names(f, c), f.glob, f.loc, f.reg[b + 1], f.reg[b])
@op
def IMPORTFROM(f, a, b, c):
    try:
        f.reg[a] = getattr(f.reg[b], names(f, c))
    except AttributeError:
        full = f"{f.reg[b].__name__}.{names(f, c)}"
        if full not in sys.modules:
            raise ImportError(f"cannot import name {names(f, c)!r} from {f.reg[b].__name__!r}") from None
        f.reg[a] = sys.modules[full]
@op
def IMPORTSTAR(f, a, b, c):
    m = f.reg[a]
    for n in getattr(m, "__all__", [n for n in vars(m) if n[0] != "_"]):
        f.loc[n] = getattr(m, n)
@op
def EXCENTER(f, a, b, c): f.reg[a], HANDLED[0] = HANDLED[0], f.reg[b]
@op
def EXCLEAVE(f, a, b, c): HANDLED[0] = f.reg[a]
@op
def EXCGROUP(f, a, b, c):
    check_exc(f.reg[b], True)
    e = f.reg[a]
    if e is None:
        f.reg[a + 1] = None
    elif isinstance(e, BaseExceptionGroup):
        f.reg[a + 1], f.reg[a] = e.split(f.reg[b])
    elif isinstance(e, f.reg[b]):
        f.reg[a + 1], f.reg[a] = (ExceptionGroup if isinstance(e, Exception) else BaseExceptionGroup)("", [e]), None
    else:
        f.reg[a + 1] = None
@op
def EXCSTAR(f, a, b, c): f.reg[a] = prep_reraise_star(f.reg[a], f.reg[b])
@op
def RERAISE(f, a, b, c):
    e = f.reg[a]
    ctx = e.__context__
    try:
        raise e
    finally:
        e.__context__ = ctx
@op
def RAISE(f, a, b, c):
    if a == 0:
        if HANDLED[0] is None:
            raise RuntimeError("No active exception to reraise")
        raise HANDLED[0]
    if a == 1:
        raise f.reg[b]
    raise f.reg[b] from f.reg[c]
@op
def ASSERTERR(f, a, b, c): raise AssertionError(f.reg[a]) if b else AssertionError
@op
def WITHENTER(f, a, b, c):
    m, t = f.reg[a], type(f.reg[a])
    if not hasattr(t, "__enter__"):
        raise TypeError(f"'{t.__name__}' object does not support the context manager protocol")
    if not hasattr(t, "__exit__"):
        raise TypeError(f"'{t.__name__}' object does not support the context manager protocol (missed __exit__ method)")
    f.reg[a] = lambda *x: t.__exit__(m, *x)
    f.reg[a + 1] = t.__enter__(m)
@op
def AWITHENTER(f, a, b, c):
    m, t = f.reg[a], type(f.reg[a])
    f.reg[a] = lambda *x: t.__aexit__(m, *x)
    f.reg[a + 1] = t.__aenter__(m)
@op
def WITHEXIT(f, a, b, c):
    e = f.reg[a]
    f.reg[a] = f.reg[b](type(e), e, e.__traceback__)
@op
def WITHEXITOK(f, a, b, c): f.reg[a] = f.reg[b](None, None, None)
@op
def SEND(f, a, b, c):
    it, v = f.reg[b], f.reg[a]
    try:
        f.reg[a] = next(it) if v is None and not hasattr(it, "cr_frame") else it.send(v)
    except StopIteration as s:
        f.reg[a] = s.value
        return c
@op
def STOPITER(f, a, b, c):
    e = f.reg[a]
    kind = "async generator" if f.code.flags & 0x200 else "coroutine" if f.code.flags & 0x80 else "generator"
    if isinstance(e, StopIteration) or f.code.flags & 0x200 and isinstance(e, StopAsyncIteration):
        new = RuntimeError(f"{kind} raised {type(e).__name__}")
        new.__cause__ = new.__context__ = e
        f.reg[a] = new
@op
def GETYFITER(f, a, b, c): f.reg[a] = f.reg[b] if isinstance(f.reg[b], types.GeneratorType) else iter(f.reg[b])
@op
def GETAWAIT(f, a, b, c):
    v = f.reg[b]
    if isinstance(v, (types.CoroutineType, types.GeneratorType)):
        f.reg[a] = v
    elif not hasattr(type(v), "__await__"):
        raise TypeError(f"'{type(v).__name__}' object can't be awaited")
    else:
        f.reg[a] = v.__await__()
@op
def GETAITER(f, a, b, c): f.reg[a] = type(f.reg[b]).__aiter__(f.reg[b])
@op
def GETANEXT(f, a, b, c):
    f.reg[b + 0] = f.reg[b]
    t = type(f.reg[b]).__anext__(f.reg[b])
    f.reg[a] = t if isinstance(t, types.CoroutineType) else t.__await__()
@op
def ENDASYNCFOR(f, a, b, c):
    if not isinstance(f.reg[a], StopAsyncIteration):
        raise f.reg[a]
@op
def ASYNCGENWRAP(f, a, b, c): f.reg[a] = Wrapped(f.reg[b])
@op
def MATCHSEQ(f, a, b, c): f.reg[a] = bool(type(f.reg[b]).__flags__ & (1 << 5))
@op
def MATCHMAP(f, a, b, c): f.reg[a] = bool(type(f.reg[b]).__flags__ & (1 << 6))
@op
def MATCHKEYS(f, a, b, c): f.reg[a] = match_keys(f.reg[b], f.reg[c])
@op
def MATCHCLASS(f, a, b, c): f.reg[a] = match_class(f.reg[b], f.reg[b + 1], c, f.reg[b + 2])
@op
def PRINTEXPR(f, a, b, c): sys.displayhook(f.reg[a])
@op
def SETUPANN(f, a, b, c): f.loc.setdefault("__annotations__", {})
@op
def INTRIN1(f, a, b, c): f.reg[a] = intrin1(c, f.reg[b])
@op
def INTRIN2(f, a, b, c): f.reg[a] = intrin2(c, f.reg[b], f.reg[b + 1])
@op
def UNPACKBIG(f, a, b, c):
    before, n = c
    f.reg[a] = tuple(unpack(f.reg[b], n) if before < 0 else unpack_ex(f.reg[b], before, n))


def main():
    sys.setrecursionlimit(20000)
    with open(sys.argv[1]) as file:
        code = load_code(json.load(file))
    del sys.argv[0]
    mod = types.ModuleType("__main__")
    sys.modules["__main__"] = mod
    mod.__dict__["__file__"] = code.filename
    f = Frame(code, mod.__dict__, mod.__dict__, ())
    finish(next_step(run(f)))


main()
