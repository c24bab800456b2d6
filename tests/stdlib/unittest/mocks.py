# unittest.mock: mocks, their calls, specs and magic methods.
import io
import re
import unittest
from dataclasses import dataclass
from unittest import mock
from unittest.mock import (ANY, DEFAULT, MagicMock, Mock, NonCallableMagicMock, NonCallableMock,
                           PropertyMock, call, create_autospec, mock_open, seal, sentinel)


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except BaseException as e:
        result = f"{type(e).__name__}: {e}" + (f" <- {type(e.__cause__).__name__}: {e.__cause__}" if e.__cause__ else "")
    print(re.sub(r"id='\d+'", "ID", str(result)))


def show(m):
    print(re.sub(r"id='\d+'", "ID", repr(m)))


class Some:
    """Some class."""
    attr = 3

    def __init__(self, a, b=2):
        pass

    def method(self, x, *, key=None):
        return x

    @classmethod
    def cm(cls, x):
        pass

    @staticmethod
    def sm(x):
        pass

    @property
    def prop(self):
        return 1

    def __len__(self):
        return 5

    class Inner:
        def deep(self, a):
            pass


def func(a, b=1, *args, c, **kw):
    """Doc."""


print("-- plain")
m = Mock(name="it")
show(m)
show(m.a.b().c)
show(Mock())
show(Mock()())
show(MagicMock(spec=Some))
show(Mock(spec_set=Some(1), name="n"))
print(m.return_value is m(), m(1) is m(2), m.called, m.call_count, m.call_args, m.call_args_list)
m.reset_mock()
print(m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
m.method(1, k=2)
m.method.chained(3).more(4)
m.other[0] if isinstance(m.other, MagicMock) else None
print(m.method_calls, m.mock_calls, m.method.mock_calls)
print(m.method.call_args.args, m.method.call_args.kwargs, m.method.call_args[0], m.method.call_args == ((1,), {"k": 2}))
m.configure_mock(**{"x": 1, "y.return_value": 2, "y.z.side_effect": KeyError("zz")})
print(m.x, m.y())
attempt(m.y.z)
print(Mock(return_value=3, x=4)(), Mock(side_effect=[1, 2]).side_effect is not None)
effects = Mock(side_effect=[1, ValueError("two"), DEFAULT])
attempt(effects)
attempt(effects)
effects.return_value = 9
attempt(effects)
attempt(effects)
attempt(Mock(side_effect=lambda x: x * 2), 4)
attempt(Mock(side_effect=KeyError), 4)
attempt(Mock(side_effect=lambda: DEFAULT, return_value=7))
attempt(Mock(wraps=len), "four")
w = Mock(wraps=Some(1))
print(w.method(5), w.method.mock_calls)
attempt(lambda: w.nothing)
print(callable(NonCallableMock()), callable(Mock()), callable(NonCallableMagicMock()))
del m.x
attempt(lambda: m.x)
attempt(delattr, m, "x")
print([n for n in dir(Mock(spec=["b", "a"])) if not n.startswith(("assert", "_"))])
parent = Mock()
child = Mock(name="child")
parent.attach_mock(child, "kid")
child(1)
parent.free = Mock()
parent.free(2)
named = Mock(name="named")
parent.named = named
named(3)
print(parent.mock_calls)
print(Mock() == Mock(), Mock() != 3)
for bad in ("assert_foo", "asert_x", "called_once", "assret_called", "assertEqual", "has_calls"):
    attempt(getattr, Mock(), bad)
print(Mock(unsafe=True).assert_foo is not None)


class Sub(Mock):
    def extra(self):
        return "extra"


print(type(Sub().a).__name__, Sub().extra(), type(MagicMock().a).__name__, type(NonCallableMock().a).__name__)

print("-- assertions")
m = Mock(name="m")
attempt(m.assert_called)
attempt(m.assert_called_once)
attempt(m.assert_called_with, 1)
attempt(m.assert_called_once_with, 1)
attempt(m.assert_any_call, 1)
attempt(m.assert_not_called)
attempt(m.assert_has_calls, [call(1)])
m(1, 2, k=3)
attempt(m.assert_called)
attempt(m.assert_called_once)
attempt(m.assert_called_with, 1, 2, k=3)
attempt(m.assert_called_with, 1, 2, k=4)
attempt(m.assert_called_once_with, 1, 2)
attempt(m.assert_not_called)
attempt(m.assert_called_with, ANY, 2, k=ANY)
m(5)
m.sub(6)
attempt(m.assert_called_once)
attempt(m.assert_called_once_with, 5)
attempt(m.assert_any_call, 1, 2, k=3)
attempt(m.assert_any_call, 7)
attempt(m.assert_any_call, ANY)
attempt(m.assert_has_calls, [call(1, 2, k=3), call(5)])
attempt(m.assert_has_calls, [call(5), call(1, 2, k=3)])
attempt(m.assert_has_calls, [call(5), call(1, 2, k=3)], any_order=True)
attempt(m.assert_has_calls, [call.sub(6), call(8)], any_order=True)
attempt(m.assert_has_calls, [call.sub(6)])

print("-- calls")
print(call, call(1), call(1, a=2), call.foo, call.foo(1), call.foo.bar(2), call().foo(3), call(1)(2), call.a().b.c(1, x=2))
print(call(1) == ((1,), {}), call(1) == ((1,),), call() == (), call() == ("",), call.foo(1) == ("foo", (1,)), call.foo(1) == ("foo", (1,), {}), call(a=1) == ({"a": 1},), call.foo() == ("foo",), call.foo() == ("foo", {}), call(1) == 3, call(1) == (1, 2, 3, 4))
print(call(1) == call(1), call(1) != call(2), call.a(1) == call.b(1), call.a(1).b(2) == call.a(3).b(2), call(ANY) == call(3), call(3) == call(ANY))
print(call.a(1).b(2).call_list(), call(1)(2)(3).call_list())
print(call(1, x=2).args, call(1, x=2).kwargs, call.count, call.index(3), len(call(1)), tuple(call.foo(1)))
calls = m.mock_calls
print([call(5), call.sub(6)] in calls, [call(5)] in calls, call(5) in calls, [call.sub(6), call(5)] in calls, [] in calls, calls)
print(repr(mock._CallList([call(i, "x" * 30) for i in range(4)])))

print("-- sentinels")
print(sentinel.a is sentinel.a, sentinel.a is sentinel.b, sentinel.a, DEFAULT, ANY, ANY == 3, 3 == ANY, ANY != 3, [ANY] == [object()])
attempt(lambda: sentinel.__bases__)

print("-- specs")
for s in (Mock(spec=Some), Mock(spec=Some(1)), Mock(spec=["attr", "method"]), Mock(spec_set=Some), MagicMock(spec=Some)):
    print(s.__class__, isinstance(s, Some))
    attempt(lambda: type(s.attr))
    attempt(lambda: s.nothing)
    attempt(setattr, s, "nothing", 1)
    attempt(s, 1, 2, 3, 4)
    attempt(s.method)
    attempt(len, s)
m = Mock()
m.mock_add_spec(["x"])
attempt(lambda: m.y)
attempt(Mock, spec=Mock())
attempt(Mock, spec=Some, nonsense=1)
m = Mock(spec=Some)
m(1, 2)
attempt(m.assert_called_with, 1, b=2)
attempt(m.assert_called_with, 1, b=3)
attempt(m.assert_called_with, 1, c=3)
m.__class__ = dict
print(isinstance(m, dict))

print("-- autospec")
f = create_autospec(func)
print(f.__name__, f.__doc__, type(f).__name__)
attempt(f, 1, c=2)
attempt(f, 1)
attempt(f)
attempt(f.assert_called_once_with, 1, c=2)
attempt(f.assert_called_with, 1, 1, c=2)
attempt(f.assert_called_with, a=1, c=2)
f.return_value = 5
attempt(f, 1, 2, 3, c=4, d=5)
f.side_effect = [6, 7]
print(f(1, c=1), f(1, c=1), f.call_count, f.mock_calls[:1])
f.reset_mock()
print(f.call_count, f.called)
S = create_autospec(Some)
show(S)
attempt(S)
attempt(S, 1, 2, 3)
s = S(1)
show(s)
attempt(s.method)
attempt(s.method, 1, key=2)
attempt(s.method, 1, 2)
attempt(S.cm, 1)
attempt(S.cm)
attempt(S.sm, 1)
attempt(S.sm)
attempt(s.sm, 1, 2)
attempt(S.method, 1, 2)
attempt(lambda: s.nothing)
attempt(setattr, s, "nothing", 1)
attempt(s)
attempt(S.Inner)
attempt(S.Inner().deep, 1)
attempt(S.Inner().deep)
attempt(len, s)
print(S.mock_calls)
strict = create_autospec(Some, spec_set=True, instance=True)
attempt(setattr, strict, "nothing", 1)
attempt(strict)
print(strict.method.return_value is strict.method(1))
attempt(create_autospec, Mock())
attempt(create_autospec, Some, auto_spec=1)
print(create_autospec(Some, return_value=3)(1), create_autospec(3).real is not None, create_autospec([1]) is not None)


@dataclass
class Data:
    x: int
    y: str = "s"


d = create_autospec(Data, instance=True)
print(isinstance(d.x, int), isinstance(d.y, str))
attempt(lambda: d.z)

print("-- magic")
m = MagicMock(name="magic")
print(len(m), int(m), float(m), complex(m), bool(m), list(m), 3 in m, hash(m) == hash(m), m == m, m == 3, m != m, list(iter(m)))
for op in (lambda: m < 3, lambda: m + 1, lambda: 1 + m, lambda: m[1], lambda: -m, lambda: m @ 2, lambda: round(m), lambda: m ** 2, lambda: divmod(m, 2)):
    attempt(op)
print(m.mock_calls[-4:])
m.__getitem__.return_value = "item"
m.__len__.return_value = 4
m.__iter__.return_value = [1, 2]
m.__contains__ = lambda self, x: x == 7
m.__str__.return_value = "str"
m.__enter__.return_value = "entered"
print(m[0], len(m), list(m), list(m), 7 in m, 8 in m, str(m))
with m as value:
    print(value)
print(m.__enter__.called, m.__exit__.call_args, m.__getitem__.call_args)
m += 1
del m.attr
x = MagicMock()
del x.__len__
attempt(len, x)
attempt(len, Mock())
attempt(setattr, Mock(), "__del__", 1)
attempt(setattr, Mock(), "__init__", 1)
y = Mock()
y.__len__ = lambda self: 9
y.__getitem__ = Mock(return_value=8)
print(len(y), y[1], y.__getitem__.call_args, y.mock_calls)
print(NonCallableMagicMock()[1] is not None, hasattr(Mock(), "__len__"), hasattr(MagicMock(), "__len__"))
print(len(MagicMock(spec=Some)), hasattr(MagicMock(spec=Some), "__getitem__"))
x = MagicMock()
x.__eq__.return_value = True
x.__lt__.return_value = "less"
print(x == 5, x < 5)

print("-- properties, files, seals")


class Has:
    pass


p = PropertyMock(return_value=3)
Has.prop = p
h = Has()
print(h.prop)
h.prop = 4
print(p.mock_calls)
m = Mock()
type(m).foo = PropertyMock(side_effect=[1, 2])
print(m.foo, m.foo)
o = mock_open(read_data="one\ntwo\nthree")
with o("file") as f:
    print(f.read(4), f.readline(), f.readlines(), f.read())
with o() as f:
    print(list(f), next(o()), f.write("x"))
print(o.mock_calls[:3])
f = o("again")
f.read.return_value = "fixed"
print(f.read(), f.read(2))
b = mock_open(read_data=b"a\nb")
print(b().readline(), list(b()), b().readlines())
s = Mock()
s.sub.attr = 3
seal(s)
attempt(lambda: s.other)
attempt(lambda: s.sub.other)
attempt(s)
attempt(setattr, s, "new", 1)
print(s.sub.attr)
s.sub.attr = 4
print(s.sub.attr)
m = MagicMock(return_value=3)
m.a.b = 1
m.a(1)
m.reset_mock(return_value=True, side_effect=True)
print(m() == 3, m.a.called, m.a.b)
