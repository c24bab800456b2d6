''; ""; ''''''; """"""
'a\'b'; "a\"b"; '\\'; '\a\b\f\n\r\t\v\0\01\012\x41\u00e9\U0001F600\N{BULLET}\N{latin small letter a}'
'\ud800'; '\udc80x'; '\ud83d\ude00'
'line \
continued'
'''triple
quoted "x" 'y'
'''
r'raw\n\'x'; R"\d"; b'bytes\x00\xff\n\''; rb'\x'; Rb'a'; bR'b'; B''
u'unicode'; U'x'
'é漢字😀'; 'é' 'x'
('a'
 'b'   # comment
 "c")
f''; f'a'; f'{x}'; f'a{x}b'; F'{x}'; f"{x}{y}"
f'{x!r}'; f'{x!s:>10}'; f'{x:{w}.{p}}'; f'{x!a:{w}}'
f'{x=}'; f'{x = }'; f'{x=!r}'; f'{x=:>5}'; f'{ x = !s:{w}}'
f'a{x=}b'
f'{{}}'; f'{{{x}}}'; f'a{{b}}c'; f'{x}}}'; f'{{x'
f'{x:a{y}b}'; f'{x:}'; f'{x:{y:{z}}}'
f'{x}' 'a'; 'a' f'{x}'; 'a' 'b' f'{x}c' 'd' f'{y}' ''
f'{a + b}'; f'{a if b else c}'; f'{(lambda x: x)(1)}'; f'{a, b}'; f'{*a, b}'; f'{(a := 1)}'; f'{a:=5}'
f'{yield_}'; f'{a["b"]}'; f'{f"{x}"}'; f"{f'{f"{x}"}'}"; f'{'nested'}'; f'{'a' 'b'}'
f'''{
    x
}'''
f'{
x}'
f'''a
b{x}c
d{y
}e'''
f'{x  # comment
}'
f'''{
x # comment
=}'''
rf'\d{x}\{y}'; fr'{x:\d}'; Rf'a'
f'\N{BULLET}{x}\x41\\{y}\n'
f'{x!r:\x41}'
f'é{x}漢{y}'
f'{a != b}'; f'{a == b}'; f'{a <= b}'; f'{a["x"]:>{len("abc")}}'
f'{ {1: 2}[1] }'; f'{ {a for a in b} }'
f'{[x for x in y]}'; f'{x:%H:%M}'; f'{x:,}'; f'{x:{"{"}>10}'
t''; t'a'; t'{x}'; t'{ x }'; t'{x!r:>{w}}'; t'{x=}'; t'{x = !r}'; T'a{x}b'; rt'\d{x}'; tR'{x}'
t'a' t'{b}'; t'{x:{y}}'; t'{a + b}{c}'; t'{f"{x}"}'
