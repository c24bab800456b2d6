def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)


x = 5
n = "w"
t = t"a{x}b{x!r:>{3}}c{x:.2f}{n=}"
Template = type(t)
Interpolation = type(t.interpolations[0])
print(t)
print(t.strings, t.interpolations, t.values)
print(list(t), [type(i) for i in t], list(t""), t"".strings, t"" == t"", t == t)
print(t + t"", (t + t).strings, t"{x}{n}".strings, list(t"{x}{n}"))
i = t.interpolations[1]
print(i.value, i.expression, i.conversion, i.format_spec, Interpolation.__match_args__)
match i:
    case Interpolation(v, expr, conv, spec):
        print(v, expr, conv, spec)
e(lambda: t + "x")
print(Template("a", "b", Interpolation(1, "x"), Interpolation(2), "c"), Template(), Template("a"))
print(Interpolation(1, conversion="r", format_spec="x"), Interpolation(1).__reduce__())
e(lambda: Template(1))
e(lambda: Template(a=1))
e(lambda: Interpolation())
e(lambda: Interpolation(1, 2))
e(lambda: Interpolation(1, "x", "z"))
e(lambda: Interpolation(1, "x", None, 3))
e(lambda: Interpolation(1, "x", 3))
e(lambda: setattr(t, "strings", 1))
e(lambda: Template[int])


def sub():
    class S(Template):
        pass


e(sub)
name = "World"
print("".join(p if isinstance(p, str) else "<" + str(p.value) + ">" for p in t"Hello {name}, {1 + 2}!"))
print(t'nested {t"in {x}"}' .interpolations[0].value.strings, rt"\n{x}".strings)
