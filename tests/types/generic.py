def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


L = list[int]
GenericAlias = type(L)
print(L, L.__origin__, L.__args__, L.__parameters__, type(L), L.__class__, L.__unpacked__)
print(dict[str, int], tuple[int, ...], tuple[()], list[None], list[type(None)], list["x"], set[list[int]], list[[int, str]])
print(L == list[int], L == list[str], L != list, hash(L) == hash(list[int]), {L: 1}[list[int]])
print(L(), L([1, 2]), L.append, L.__name__, L.__doc__ == list.__doc__, L.__mro_entries__(()))
print(GenericAlias(list, int), GenericAlias(dict, (str, int)), [*tuple[int, str]], [*L][0].__unpacked__)
print(L.__reduce__(), sorted(dir(L)) == sorted(set(dir(list)) | {n for n in dir(L)}))
e(lambda: isinstance([], L))
e(lambda: issubclass(list, L))
e(lambda: L[int])
e(lambda: GenericAlias(list))
e(lambda: int[int])
e(lambda: L.nothing)
e(lambda: setattr(L, "__origin__", 1))


class S(list[int]):
    pass


print(S.__mro__, S.__orig_bases__, S([1]))


class K:
    __class_getitem__ = classmethod(GenericAlias)


k = K[int]()
print(K[int], k.__orig_class__)

U = int | str
print(U, type(U), U.__args__, U.__origin__, U.__parameters__, U.__name__, U.__qualname__, U.__module__)
print(int | None, None | int, int | str | int, int | list[int], (int | str) | (str | float), int | int)
print(U == str | int, U == int | float, hash(U) == hash(str | int), U != (str | int))
print(isinstance(1, U), isinstance(1.5, U), isinstance(None, int | None), issubclass(bool, U), issubclass(float, U))
e(lambda: isinstance(1, int | list[int]))
e(lambda: isinstance("a", int | list[int]))
e(lambda: int | 5)
e(lambda: 5 | int)
e(lambda: U[int])


def sub():
    class X(U):
        pass


e(sub)
print(type(U)[int, str], type(U)[int], type(U)[int | str, float])
e(lambda: type(U)[()])
e(lambda: type(U)())


def f[T, *Ts, **P](x: T) -> T:
    return x


T, Ts, P = f.__type_params__
print(T, Ts, P, type(T), type(Ts), type(P), f(3))
print(T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.has_default(), T.__module__)
print(P.args, P.kwargs, P.args.__origin__, P.args == P.args, P.args == P.kwargs, T.evaluate_bound, T.evaluate_default)
print(list[T], list[T].__parameters__, list[T][int], dict[T, list[T]][int], dict[str, T][T], (T | int)[str], (int | T).__parameters__)
print(list[dict[T, int]][str], tuple[T, ...][int])
e(lambda: list[T][int, str])
e(lambda: list[T][()])


def g[A: int, B: (int, str), C = list[int]](): pass


A, B, C = g.__type_params__
print(A.__bound__, B.__constraints__, C.__default__, C.has_default(), A.__default__, B.__bound__)
print(A.evaluate_bound(1), B.evaluate_constraints(1), C.evaluate_default(1))


def h[X: undefined](): pass


e(lambda: h.__type_params__[0].__bound__)
undefined = int
print(h.__type_params__[0].__bound__)
for p in (T, Ts, P, P.args):
    def sub():
        class X(p):
            pass
    e(sub)
TypeVar = type(T)
V = TypeVar("V")
print(V, TypeVar("V", covariant=True), TypeVar("V", contravariant=True), TypeVar("V", infer_variance=True), V.__module__)
print(TypeVar("V", int, str).__constraints__, TypeVar("V", bound=int).__bound__, TypeVar("V", default=int).__default__)
print(TypeVar("V", bound=int).evaluate_bound, TypeVar("V", int, str).evaluate_constraints(1), TypeVar("V", bound=int).evaluate_bound(4))
V.x = 1
print(V.x)
e(lambda: setattr(V, "__name__", 1))
e(lambda: TypeVar("T", int))
e(lambda: TypeVar("T", int, str, bound=int))
e(lambda: TypeVar("T", covariant=True, contravariant=True))
e(lambda: TypeVar("T", covariant=True, infer_variance=True))
e(lambda: TypeVar(1))
e(lambda: type(P)(1))
e(lambda: type(Ts)(1))
e(lambda: Ts | int)
e(lambda: Ts.__typing_subst__(int))
e(lambda: hash(P.args))
print(type(P)("Q"), type(Ts)("Us"), type(P)("Q").args)

type Alias = int | str
type Rec[T] = list[Rec[T]] | T
type Bad = not_there
print(Alias, Alias.__value__, Alias.__name__, Alias.__type_params__, Alias.__parameters__, Alias.__module__, type(Alias))
print(Rec, Rec.__value__, Rec[int], Rec.__type_params__, Rec[int].__args__, Rec[int].__origin__ is Rec, Rec[int].__value__, Alias | float)
e(lambda: Alias[int])
e(lambda: Bad.__value__)
e(lambda: isinstance(1, Alias))
TA = type(Alias)
print(TA("X", int).__value__, TA("X", list[V], type_params=(V,))[int], TA("X", int).__module__)
e(lambda: TA("X", int, type_params=1))
e(lambda: TA("X", int, type_params=(1,)))
e(lambda: TA(1, 2))
e(lambda: TA("X", 1, 2))


class Gen[T: int]:
    def m[U](self, x: U) -> T:
        return x

    type Inner = list[T]


print(Gen.__type_params__, Gen.__parameters__, Gen.__bases__, Gen.__mro__[1:], Gen.m.__type_params__)
print(Gen[int], Gen[int]().m(5), Gen[int].__origin__, Gen[int]().__orig_class__, Gen[int].__args__)
print(Gen.Inner.__value__, Gen.__type_params__[0].__bound__)


class Sub[T](Gen[T], list[T]):
    pass


print(Sub.__orig_bases__[:2], Sub.__parameters__, Sub[str], Sub[int]([1]))
