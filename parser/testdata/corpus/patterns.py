match x:
    case 1: pass
    case -1: pass
    case 1.5 | -2.5: pass
    case 1 + 2j: pass
    case -1 - 2j: pass
    case "a": pass
    case "a" "b" | b"c": pass
    case f"x": pass
    case None | True | False: pass
    case _: pass
    case name: pass
    case a.b: pass
    case a.b.c | d: pass
    case (a): pass
    case (1 | 2) as n: pass
    case (): pass
    case (a,): pass
    case (a, b): pass
    case (a, *_): pass
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case *_,: pass
    case []: pass
    case [a]: pass
    case [a, *rest, b,]: pass
    case [[a], (b)]: pass
    case {}: pass
    case {"a": 1}: pass
    case {"a": x, -1: y, a.b: z, None: w, **rest}: pass
    case {1 + 1j: x,}: pass
    case {**rest}: pass
    case C(): pass
    case C(a): pass
    case C(a, b=c, d=1 | 2,): pass
    case m.C(x=1): pass
    case C(D(E())): pass
    case a if a > 1: pass
    case a if (b := a): pass
    case [a, b] as c if c:
        pass
    case {"x": [C(y=(1 | 2) as z)]}:
        pass
match a, b:
    case _: pass
match a,:
    case _: pass
match *a, b:
    case _: pass
match (a):
    case _: pass
match [a]:
    case _: pass
match {a: b}:
    case _: pass
match -a:
    case _: pass
match (yield_):
    case _: pass
match a := b:
    case _: pass
match not a:
    case _: pass
match lambda: 1:
    case _: pass
match match:
    case case: pass
match x:
    case match(type=_): pass
    case case.match: pass
match "s":
    case _: pass
match f(x).y[0]:
    case _: pass
