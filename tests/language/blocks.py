def t(label, s):
    try: compile(s, "a", "exec"); print(label, "ok")
    except SyntaxError as e: print(label, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
def comps(n): return "["*n + "i" + " for i in r]"*n
def wh(n, body): 
    return "".join(" "*i + "while %d:\n" % (i+1) for i in range(n)) + " "*n + body + "\n"
def fn(s, kw="def f():\n", extra=""): return kw + "".join("  "+l+"\n" for l in s.splitlines()) + extra
for n in 19,20,21,22,23: t(("comps", n), comps(n))
for n in 19,20,21,22: t(("fcomps", n), fn("x="+comps(n)))
for n in 19,20,21: t(("while", n), wh(n, "x"))
for n in 19,20,21: t(("fwhile", n), fn(wh(n, "x")))
for n in 19,20,21: t(("gwhile", n), fn(wh(n, "yield")))
for n in 19,20,21: t(("awhile", n), fn(wh(n, "x"), "async def f():\n"))
for n in 17,18,19,20: t(("while comps 2", n), wh(n, comps(2)))
for n in 17,18,19,20: t(("while comps 1", n), wh(n, comps(1)))
for n in 17,18,19,20: t(("while gen", n), wh(n, "(i for i in r)"))
def tr(n, body, h="except E as e", i=0):
    if n == 0: return " "*i + body + "\n"
    return " "*i + "try:\n" + tr(n-1, body, h, i+1) + " "*i + h + ": pass\n"
def tx(n, body, h="except E as e", i=0):
    if n == 0: return " "*i + body + "\n"
    return " "*i + "try: x\n" + " "*i + h + ":\n" + tx(n-1, body, h, i+1)
for n in 6,7,9,10,11,19,20,21:
  for h in "except E as e", "except E", "except", "finally", "except* E", "except* E as e":
    t(("try", h, n), tr(n, "x", h))
    if h != "finally" or n < 8: t(("handler", h, n), tx(n, "x", h))
    if n < 11:
      t(("try+f", h, n), tr(n, "x", h + ": pass\nfinally").replace("\nfinally", "\nfinally") if 0 else "x")
def w(n, kw="with"):
    return kw + " " + ", ".join("a as a%d" % i for i in range(n)) + ": pass"
for n in 19,20,21: t(("with", n), w(n)); t(("awith", n), fn(w(n, "async with"), "async def f():\n"))
for n in 19,20,21: t(("for", n), wh(n, "x").replace("while ", "for x in "))
for n in 17,18,19: t(("while call", n), wh(n, "with a, b: x"))
for n in 17,18,19,20: t(("while tf", n), wh(n, "try: x\n" + " "*n + "except E: pass\n"+" "*n+"finally: pass"))
for n in 17,18,19,20: t(("while tf", n), wh(n, "try: x\n" + " "*n + "finally: [i for i in r]"))
for n in 17,18,19,20: t(("while return", n), fn(wh(n, "with a: return [i for i in r]")))
for n in 17,18,19,20: t(("while match", n), fn(wh(n, "match x:\n" + " "*n + " case 1: [i for i in r]")))
