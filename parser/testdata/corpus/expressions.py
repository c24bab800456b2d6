None; True; False; ...
0; 1; 123_456; 0x_ff; 0XFF; 0o17; 0b1010; 00; 0_0
9223372036854775807; 9223372036854775808; 123456789012345678901234567890
0xffffffffffffffffffff; 0b1111111111111111111111111111111111111111111111111111111111111111111
1.0; 1.; .5; 1e10; 1.5e-7; 1_0.0_1e+1_0; 1e309; 5e-324
1j; 1.5J; .5e3j; 0j
x or y or z and w and not v
not not x
a < b <= c == d != e >= f > g
a is b is not c in d not in e
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-x; +x; ~x; --x; -x ** -y; 2 ** 3 ** 4; (-2) ** 2
await_ ** 2
(a + b) * c; a - (b - c); (a)(b); (a).b; (a)[b]
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda x, /, y=1, *args, z, w=2, **kw: (x, y)
lambda *, a: a
lambda *a, b=lambda: 0: 1
lambda x: (yield)
(); (a,); (a, b); (a, b,); (*a, b); (a, *b,)
[]; [a]; [a, b]; [a, *b,]
{}; {a: b}; {a: b, **c, 'd': 1,}; {**a}; {a: lambda: 1}
{a}; {a, b,}; {*a, b}
[x for x in y]
[x for x in y if a if b for z in w if c]
[x async for x in y]
{x for x in y}
{x: y for x, y in z}
{x: y for x, *y in z if x if y}
(x for x in y)
f(x for x in y)
f((x for x in y), 1)
[(a, b) for a, b in c for d in e]
[x for x, in y]
[x for x in (a if b else c)] if d else e
a.b.c; a.b[c].d(e); a()()()
f(); f(a); f(a, b); f(a,); f(*a); f(**a); f(*a, *b, **c, **d)
f(a, *b, c, d=1, *e, f=2, **g, h=3)
f(a := 1, b=(c := 2))
f(a)(b)[c]
a[b]; a[b, c]; a[b,]; a[:]; a[::]; a[b:]; a[:b]; a[b:c]; a[b:c:d]; a[::d]; a[b::d]
a[b:c, d]; a[:, 1]; a[..., 1:2]; a[*b]; a[*b, c]; a[b, *c]; a[*b if c else d]
a[b := 1]; a[b := 1, c]
(a := 1)
(a := b, c)
[a := 1, b]
{a := 1}
[y := f(x), y**2]
x = (y := 1)
print((yield_))
a.é; é = 1; ﬁ = 2; ª.º
a \
  + b
(a
 + # comment
 b)
f(
    a,
    b=c,
)
'a' 'b'; b'a' b'b'; u'x'; u'x' 'y'
x = *a, b
x = a, 
for x in (a, b): pass
not a in b
not (a or b) and c
a or (b and c) or d
-a.b; -a[0]; -f(); not f().x
1 .real; 1.0.real; 1..real; 1if x else 2
a<b>c; a==b!=c
x if (y) else (z)
(((a)))
((a, b), c)
(yield_ for yield_ in a)
async_ = await_
