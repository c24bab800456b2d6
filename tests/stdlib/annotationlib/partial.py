# Annotations of which parts are unknown.
import annotationlib
import functools
import inspect
import pickle
import types
import typing
from annotationlib import Format, ForwardRef, call_annotate_function, get_annotations, type_repr
from string.templatelib import Interpolation, Template


def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def f(a: unknown | list[str] | (1).__class__, b: nothing[str, 1:2, (int, ...)], c: f"{x}" = 1): pass
show(get_annotations, f, format=Format.STRING)


def f(a: unknown | list[str], b: nothing[str, 1:2, (int, ...)], c: [{"k": nothing(x=int)}]): pass
for name, ref in get_annotations(f, format=Format.FORWARDREF).items():
    print(name, (ref if name != "c" else ref[0]["k"]).__resolved_str__)
    if name == "a":
        print(ref.__extra_names__, ref.__resolved_str_cache__, ref.evaluate(format=Format.STRING))
        show(ref.evaluate)
        show(ref.evaluate, globals={"unknown": int})


def cells():
    def one(x: A): pass
    def two(x: A | B[int]): pass
    ones = [get_annotations(one, format=Format.FORWARDREF)["x"] for _ in "ab"]
    twos = [get_annotations(two, format=Format.FORWARDREF)["x"] for _ in "ab"]
    print(ones[0] == ones[1], ones[0].__cell__ is ones[1].__cell__, hash(ones[0]) == hash(ones[1]), twos[0] == twos[1])
    print(sorted(twos[0].__cell__), ones[0] == ForwardRef("A", owner=one))
    A = int
    print(ones[0].evaluate())
    show(twos[0].evaluate)
    B = list
    print(twos[0].evaluate())
cells()


def templates(x: t"{a!r:>{3}} b", y: list[t"{ a }"]): pass
print(get_annotations(templates, format=Format.STRING))
print(type_repr(Template("x", Interpolation(1, "1+1", "r", ">3"))), type_repr(Template(Interpolation(1, " "))))
print(type_repr([].append), type_repr(dict.fromkeys), type_repr(len), type_repr(functools.wraps))


def only(*formats):
    def annotate(format, /):
        if format in formats:
            return {"x": int, "format": format.name}
        raise NotImplementedError(format)
    return annotate
for formats in [(1,), (1, 2), (3,), ()]:
    for format in (1, 3, 4):
        show(call_annotate_function, only(*formats), Format(format))


def loop(x: "int", *y: "*tuple[str]"): pass
loop.__wrapped__ = loop
print(get_annotations(loop, eval_str=True))


class Odd:
    def __init__(self, annotate):
        self.__annotate__ = annotate

    def __repr__(self):
        return "<odd>"
for format in (1, 3, 4):
    show(get_annotations, Odd(only(1, 2, 3, 4)), format=format)
    show(get_annotations, Odd(lambda format: 1), format=format)


class Attr:
    x: typing.missing
show(get_annotations, Attr)
print(get_annotations(Attr, format=Format.FORWARDREF))
Attr.__annotate__ = lambda format: {"y": format}
print(Attr.__annotations__)
Attr.__annotate__ = None
print(Attr.__annotations__)

T = typing.TypeVar("T", int, str)
print(T.evaluate_constraints(Format.STRING), T.evaluate_constraints(Format.VALUE), T.evaluate_constraints(3))
show(type(T.evaluate_constraints))
show(T.evaluate_constraints, "4")
type Alias = int
print(inspect.signature(Alias.evaluate_value))


class G[X]:
    pass
for p in range(6):
    print(type(pickle.loads(pickle.dumps(G(), p))), end=" ")
print(G.__flags__ >> 9 & 1, typing.Generic.__flags__ >> 9 & 1)
