# Every operator between numbers, text and bytes, with its results and errors.
ops = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", "==", "!=", ">", ">="]
vals = ["0", "1", "-7", "2**70", "1.5", "-0.0", "2j", "True", "False", "'a'", "b'a'", "bytearray(b'a')", "None"]
for op in ops:
    for a in vals:
        for b in vals:
            if op in ("<<", "**") and b == "2**70" or op == "**" and "j" in a + b and "2**70" in a + b:
                continue
            if op == "**" and ("." in a + b or "j" in a + b) and a not in ("0", "1") and b not in ("0", "1"):
                continue
            if op == "*" and b == "2**70" or op == "*" and a == "2**70":
                continue
            if op == "%" and a in ("'a'", "b'a'", "bytearray(b'a')"):
                continue
            try:
                print(a, op, b, "=", repr(eval(f"({a}) {op} ({b})")))
            except Exception as e:
                print(a, op, b, type(e).__name__, e)
for op in ("+=", "-=", "*=", "//=", "**=", "&=", ">>="):
    for a in ("5", "1.5", "'a'", "b'a'", "bytearray(b'a')"):
        for b in ("2", "0.5", "'b'", "b'b'"):
            ns = {}
            try:
                exec(f"x = {a}\nx {op} {b}", ns)
                print(a, op, b, repr(ns["x"]))
            except Exception as e:
                print(a, op, b, type(e).__name__, e)
for op in ("-", "+", "~"):
    for a in ("5", "2**65", "1.5", "2j", "True", "'a'", "b'a'"):
        if a == "True" and op == "~":
            continue
        try:
            print(op, a, repr(eval(f"{op}({a})")))
        except Exception as e:
            print(op, a, type(e).__name__, e)
