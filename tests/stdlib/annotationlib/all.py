import annotationlib as al
import functools
import sys
import types
from annotationlib import Format, ForwardRef


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
        return r
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(al.__all__), list(Format))


def f(a: int, b: undefined = 3, *args: undefined[int], c: "x" = 1, d: list[undefined] = (), e: undefined | int = 0,
      g: undefined.attr.more = 0, h: undefined(1, k=2) = 0, i: not_there + 3 * (other - 1) = 0, **kw: dict[str, undefined2]) -> None: pass


for fmt in (Format.STRING, Format.VALUE, Format.VALUE_WITH_FAKE_GLOBALS, 7, "x", 1, 4):
    show(al.get_annotations, f, format=fmt)
r = al.get_annotations(f, format=Format.FORWARDREF)
for k, v in r.items():
    text = repr(v)
    print(k, text.split(", owner")[0], type(v).__name__)


class C:
    x: int
    y: undefined
    z: "C"
    w: list["C"]
    _q: undefined[x]

    def m(self, a: C, b: x) -> C: pass


show(al.get_annotations, C, format=Format.STRING)
show(al.get_annotations, C)
print(al.get_annotations(C, format=Format.FORWARDREF))
show(al.get_annotations, C.m, format=Format.STRING)
print(list(al.get_annotations(C.m, format=Format.FORWARDREF).items())[0])
undefined = int
show(al.get_annotations, C)
show(al.get_annotations, C, eval_str=True)
show(al.get_annotations, C, eval_str=True, format=Format.STRING)
x = 5
print(list(al.get_annotations(C, format=Format.FORWARDREF).items())[:3])


class D(C): pass


print(al.get_annotations(D), al.get_annotations(int), al.get_annotations(len), al.get_annotations(functools.partial(f)))
show(al.get_annotations, 3)
show(al.get_annotations, sys)
m = types.ModuleType("m")
m.__annotations__ = {"a": "int", "b": 3}
show(al.get_annotations, m)
show(al.get_annotations, m, eval_str=True)


class Odd: __annotations__ = 3
o = types.SimpleNamespace(__annotations__=5)
try:
    al.get_annotations(o)
except Exception as e:
    print(type(e).__name__, str(e)[:20])


# generic functions
def gen[T: (int, str), *Ts, **P](a: T, b: list[T], *c: *Ts) -> P: pass
class G[T]:
    a: T
    b: dict[T, "T"]
type Alias[T] = list[T] | missing
show(al.get_annotations, gen)
show(al.get_annotations, gen, format=Format.STRING)
show(al.get_annotations, G)
show(al.get_annotations, G, eval_str=True)
show(al.get_annotations, G, format=Format.STRING)
show(al.call_evaluate_function, Alias.evaluate_value, Format.STRING)
show(al.call_evaluate_function, Alias.evaluate_value, Format.VALUE)
print(type(al.call_evaluate_function(Alias.evaluate_value, Format.FORWARDREF)))
show(al.call_evaluate_function, gen.__type_params__[0].evaluate_constraints, Format.STRING)


# call_annotate_function
def annot(format, /):
    if format == Format.VALUE:
        return {"a": int}
    raise NotImplementedError
show(al.call_annotate_function, annot, Format.VALUE)
show(al.call_annotate_function, annot, Format.STRING)
show(al.call_annotate_function, annot, Format.FORWARDREF)
show(al.call_annotate_function, annot, Format.VALUE_WITH_FAKE_GLOBALS)
show(al.call_annotate_function, f.__annotate__, Format.STRING)
show(f.__annotate__, 1)
show(f.__annotate__, 2)
show(f.__annotate__, 3)
show(f.__annotate__, 4)
def outer():
    late: int
    def inner(a: late, b: Later): pass
    return inner
inn = outer()
show(al.get_annotations, inn, format=Format.STRING)
print([repr(v).split(", owner")[0] for v in al.get_annotations(inn, format=Format.FORWARDREF).values()])

# text
def exprs(a: 1, b: -x_, c: "s" "t", d: q_[1:2], e: q_[:, ::3], f: (1, 2), g: [q_, 3], h: {q_: 1}, i: {q_}, j: q_ ** 2, k: ~q_, l: q_ < 3,
          m: q_ and 1, n: q_ if q_ else 1, o: lambda: 3, p: q_.a(*[1], **{"z": 2}), q: None, r: ..., s: q_[...], t: q_["x"], u: 1.5 + q_,
          v: (q_ + 1) * 2, w: q_ + 1 * 2, x: q_ @ q_ // q_ % 3, y: q_ << 1 >> 2, z: q_ & 1 | 2 ^ q_): pass
try:
    for k, v in al.get_annotations(exprs, format=Format.STRING).items():
        if k != "o":
            print(k, v)
except Exception as e:
    print(type(e).__name__, e)
for v in (int, str, C, f, len, None, ..., "text", list[int], int | str, 3, Format.VALUE, functools.partial, types.FunctionType, sys, []):
    print(al.type_repr(v) if v is not sys else "")
print(al.annotations_to_string({"a": int, "b": "B", "c": list[int], "d": None}))

# ForwardRef
r = ForwardRef("undefined_x")
print(r, r.__forward_arg__, r.__forward_module__, r.__forward_is_class__, r.__forward_is_argument__, r.__owner__ if hasattr(r, "__owner__") else "")
show(ForwardRef, 3)
show(ForwardRef, "a b")
show(lambda: ForwardRef("a b").__forward_code__)
show(lambda: ForwardRef("a b").evaluate())
show(r.evaluate)
show(r.evaluate, globals={"undefined_x": 3})
show(r.evaluate, locals={"undefined_x": 4})
show(r.evaluate, format=Format.STRING)
show(r.evaluate, format=Format.FORWARDREF)
show(r.evaluate, format=9)
show(ForwardRef("list[undefined_y]").evaluate, format=Format.FORWARDREF)
show(ForwardRef("list[int]").evaluate)
show(ForwardRef("int").evaluate)
show(ForwardRef("T").evaluate, type_params=G.__type_params__)
show(ForwardRef("C", module="__main__").evaluate)
show(ForwardRef("x", owner=C).evaluate)
show(ForwardRef("T", owner=G).evaluate)
print(ForwardRef("C", module="m", is_class=True), ForwardRef("C", owner=C))
print(ForwardRef("a") == ForwardRef("a"), ForwardRef("a") == ForwardRef("b"), ForwardRef("a") == ForwardRef("a", module="z"), ForwardRef("a") == 1,
      hash(ForwardRef("a")) == hash(ForwardRef("a")), len({ForwardRef("a"), ForwardRef("a")}))
print(ForwardRef("a") | int, int | ForwardRef("a"), type(ForwardRef("a") | int))
try:
    class Sub(ForwardRef): pass
except TypeError as e:
    print(e)

# during class creation
class Meta(type):
    def __new__(mcls, name, bases, ns):
        ann = al.get_annotate_from_class_namespace(ns)
        print(name, ann and al.call_annotate_function(ann, Format.STRING))
        return super().__new__(mcls, name, bases, ns)
class WithMeta(metaclass=Meta):
    a: int
    b: notdef
class WithoutAnn(metaclass=Meta): pass
print(al.get_annotate_from_class_namespace({"__annotate__": 3}), al.get_annotate_from_class_namespace({}))
def w(a: int): pass
w.__annotations__ = {"k": "v"}
print(al.get_annotations(w, format=Format.STRING), al.get_annotations(w, format=Format.FORWARDREF), w.__annotate__)
