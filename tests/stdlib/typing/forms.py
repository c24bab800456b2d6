import collections.abc
import sys
import types
import typing
from typing import *


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
        return r
    except Exception as e:
        print(type(e).__name__, e)


T, S, K = TypeVar("T"), TypeVar("S"), TypeVar("K", bound=int)
P, P2 = ParamSpec("P"), ParamSpec("P2")
Ts = TypeVarTuple("Ts")
D = TypeVar("D", default=int)
print(sorted(typing.__all__))
print([n for n in typing.__all__ if not hasattr(typing, n)])
for n in typing.__all__:
    o = getattr(typing, n)
    if not isinstance(o, (types.FunctionType, bool)):
        print(n, o, type(o).__name__, getattr(o, "__name__", None), getattr(o, "__module__", None))

# special forms
for form in (Any, NoReturn, Never, Self, LiteralString, TypeAlias, ClassVar, Final, Optional, Literal, Union, Concatenate,
             TypeGuard, TypeIs, Required, NotRequired, ReadOnly, Unpack, Annotated, Generic, Protocol, List, Dict, Tuple, Callable,
             Type, Iterable, Hashable, Sized, Generator, AsyncGenerator, ContextManager, Counter, Deque):
    print("==", form)
    for args in (int, None, "fwd", (int, str), (), 3, (int, ...), ([int], str), ..., T, (T, S), list[int], ClassVar, Generic[T], Any):
        show(lambda: form[args])
    if form not in (Generic, Protocol):
        show(lambda: form())
    show(lambda: isinstance(3, form))
    show(lambda: issubclass(int, form))
    show(lambda: form | int)
    show(lambda: int | form)
    try:
        class Sub(form): pass
        print(Sub.__mro__, Sub.__bases__)
    except TypeError as e:
        print("class", e)
    show(lambda: form.__origin__)
    show(lambda: form.nope)

# unions, optional
for u in (Union[int, str], Union[int], Union[int, int], Union[int, Union[str, float]], Optional[int], Optional[Union[int, None]], int | None,
          Union["A", int], Union[T, S], Union[List[int], None], Union[1, 2] if 0 else None, Union[int, T][str], (int | T)[str]):
    print(u, repr(u), get_origin(u), get_args(u), getattr(u, "__parameters__", None))
print(Union[int, str] == Union[str, int], hash(Union[int, str]) == hash(Union[str, int]), Union[int, str] == int | str, type(Union[int, str]))
print(isinstance(3, Union[int, str]), issubclass(int, Union[int, str]), isinstance(3, Optional[str]))
show(lambda: Union[()])
show(lambda: isinstance(3, Union[List[int], str]))

# literal
for l in (Literal[1], Literal[1, 2, 1], Literal[1, True], Literal["a", b"b", None], Literal[Literal[1, 2], 3], Literal[()], Literal[[1]],
          Literal[...], Literal[Literal[1], Literal[1]]):
    print(l, l.__args__, get_origin(l), get_args(l))
print(Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True], hash(Literal[1, 2]) == hash(Literal[2, 1]), Literal[0] == Literal[False],
      Literal[1] == 1)

# annotated
A = Annotated[int, "m", 3]
print(A, A.__metadata__, A.__origin__, get_origin(A), get_args(A), A.__args__, A.__name__, A == Annotated[int, "m", 3], hash(A) == hash(Annotated[int, "m", 3]))
print(Annotated[A, 4], Annotated[T, 1][int], Annotated[List[T], 1][int], Annotated[T, 1].__parameters__, A(5), A.from_bytes(b"a", "big"))
show(lambda: Annotated[int])
show(lambda: Annotated[*Ts, 1])
print(Annotated[ClassVar[int], 1], Annotated[Final[int], 1], Annotated["fwd", []])
class FromAnn(Annotated[dict, 1]): pass
print(FromAnn.__mro__)

# callable, concatenate, paramspec
for c in (Callable[[int], str], Callable[..., int], Callable[[], None], Callable[[T], S], Callable[P, T], Callable[Concatenate[int, P], T],
          collections.abc.Callable[[int], str], collections.abc.Callable[P, T], collections.abc.Callable[..., T]):
    print(c, c.__args__, c.__parameters__, get_origin(c), get_args(c))
show(lambda: Callable[[T], S][int, str])
show(lambda: Callable[P, T][[int, str], float])
show(lambda: Callable[P, T][..., float])
show(lambda: Callable[P, T][P2, float])
show(lambda: Callable[P, T][Concatenate[int, P2], float])
show(lambda: Callable[Concatenate[int, P], T][[str], float])
show(lambda: Callable[Concatenate[int, P], T][P2, float])
show(lambda: Callable[Concatenate[int, P], T][..., float])
show(lambda: Callable[P, T][int, float])
show(lambda: Callable[P, T][int])
show(lambda: Callable[int])
show(lambda: Callable[int, str, float])
show(lambda: Callable[[int], 3])
show(lambda: Callable[[int], (1, 2)])
show(lambda: Callable[[int], str][int])
show(lambda: Concatenate[int, P][[str]])
show(lambda: Concatenate[int, int])
show(lambda: Concatenate[()])
show(lambda: Concatenate[P])
print(P.args, P.kwargs, P.args.__origin__ is P, get_origin(P.args) is P, P.args == P.args, P.args == P.kwargs)
print(isinstance(3, Callable), isinstance(len, Callable), issubclass(int, Sized), isinstance([], Iterable), issubclass(List, Sequence), issubclass(list, List))

# type variables
for v in (T, K, P, Ts, D, TypeVar("C", covariant=True), TypeVar("C2", contravariant=True), TypeVar("I", infer_variance=True), TypeVar("Cn", int, "str"), AnyStr):
    print(v, v.__name__, getattr(v, "__bound__", "-"), getattr(v, "__constraints__", "-"), getattr(v, "__covariant__", "-"), v.__default__, v.has_default(), v.__module__)
show(TypeVar, "X", int)
show(TypeVar, "X", int, str, bound=int)
show(TypeVar, 3)
show(TypeVar, "X", covariant=True, contravariant=True)
show(TypeVar, "X", bound=(1, 2))
show(TypeVar, "X", bound=ClassVar)
show(lambda: T[int])
show(lambda: T())
show(lambda: isinstance(3, T))
print(TypeVar("B", bound="Fwd").__bound__, T | int, int | T, T | None, "x" | T if 0 else "")
print(Unpack[Ts], [*Ts], Unpack[tuple[int, ...]], Unpack[Tuple[int, str]], tuple[*Ts], Tuple[Unpack[Ts]])
show(lambda: tuple[*Ts][int, str])
show(lambda: Tuple[Unpack[Ts]][int, str])
show(lambda: Tuple[Unpack[Ts]][()])
show(lambda: Tuple[int, Unpack[Ts], T][str, float])
show(lambda: Tuple[int, Unpack[Ts], T][str, float, bool])
show(lambda: Tuple[int, Unpack[Ts], T][()])
show(lambda: Tuple[Unpack[Ts]][Unpack[Tuple[int, ...]]])
show(lambda: Tuple[Unpack[Ts], T][Unpack[Tuple[int, ...]]])
show(lambda: Tuple[Unpack[Tuple[int, str]]])
show(lambda: List[T][Unpack[Ts]])

# old aliases
for g in (List[int], Dict[str, int], Set[T], FrozenSet[int], Type[int], Tuple[int, str], Tuple[int, ...], Tuple[()], Deque[int], DefaultDict[str, T], OrderedDict[str, int],
          Counter[str], ChainMap[str, int], Generator[int, None, str], Generator[int], AsyncGenerator[int], Iterator[T], Mapping[K, T], ContextManager[int],
          Awaitable[int], Coroutine[int, str, float], ItemsView[int, str], Collection[int], AbstractSet[int], MutableSequence[str], Reversible[int], KeysView[int]):
    print(g, g.__origin__, g.__args__, g.__parameters__, get_origin(g), get_args(g), g._name, g.__name__)
show(lambda: List[int, str])
show(lambda: Dict[int])
show(lambda: Generator[()])
show(lambda: Generator[1, 2, 3, 4])
show(lambda: Hashable[int])
show(lambda: List[int][str])
show(lambda: List[T][int, str])
show(lambda: Dict[T, S][int])
show(lambda: Dict[T, List[S]][int, str])
show(lambda: Dict[T, T][int])
show(lambda: isinstance([], List[int]))
show(lambda: issubclass(list, List[int]))
show(lambda: List[int]())
show(lambda: List())
show(lambda: Deque[int]([1]))
show(lambda: DefaultDict(int))
print(List[int] == List[int], List[int] is List[int], List[int] == List[str], List[int] != list[int], hash(List[int]) == hash(List[int]))
print(List[int].append, List[int].__class__, isinstance([], List), list(dir(List[int]))[:0])
class ML(List[int]): pass
class MD(Dict[str, T]): pass
print(ML.__mro__, ML.__orig_bases__, MD.__mro__, MD.__parameters__, MD[int], MD[int].__args__)
print(List.__doc__, Deque.__doc__)
from copy import copy, deepcopy
print(copy(List[int]), deepcopy(Dict[str, T]), copy(Union[int, str]), deepcopy(Annotated[int, [1]]))
