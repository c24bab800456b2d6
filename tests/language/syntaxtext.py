"""The source line that an error of syntax quotes: with its newline or without."""
sources = [
    'x = 1\nz = f"""\nabc{1}\n', 'f"""', 'f"""\n', '"""\nabc\n', 'f"abc\n1', '"abc\n2', 't"""\nq', 'f"{1', 'f"{1!',
    'f"{a:\n', '1_\n', '0x\n', 'x = \u20ac\n', 'x = (]\n', 'x)\n', '(\n]\n', 'x = \x01\n', '1abc\n', 'x = \\ y\n',
    'f"{a $ b}"\n', 'f"}"\n', 'f"{}"\n', 'x = 0777\n', '0b12\n', 'x = ?\n', '(f"{\n', 'x = (\n\n', 'x = (1\ny = 2\n',
    "f'{a=!}'\n", 'x = "abc\ny=1\n', 'x = (1,\ny = "abc\n', 'x\xa0= 1\n', '1__0', '{(\n}', 'x=(', 'x=(\n', 'x=(\n1',
    'x=(\n#\n', 'if x:\n  y\nz w\nq\n', 'if x\n  y\n', 'a b\n', 'a b',
]
for source in sources:
    for mode in "exec", "single":
        try:
            compile(source, "<s>", mode)
        except SyntaxError as e:
            print(mode, ascii(source), ascii(e.args))
