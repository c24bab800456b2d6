def attempt(f):
    try:
        return repr(f())
    except Exception as e:
        return f"{type(e).__name__}: {e}"
def run(code, make):
    ns = {}
    exec("def f(l, K):\n  " + code + "\n  return l", ns)
    l = make()
    class K:
        def __init__(s, v=1): s.v = v
        def __index__(s): l.clear(); return s.v
    return attempt(lambda: ns["f"](l, K))
for code in ("l[K()]=5", "del l[K()]", "return l[K():]", "l[K():2]=[7,8]", "del l[K():2]", "return l[K():40:3]", "l[K():40:3]=[0]*13", "return l[K()]", "del l[K()::2]", "l.insert(K(), 3)", "return l.pop(K())", "return l*K(2)", "l *= K(2)", "return l.index(9, K())"):
    print(code, run(code, lambda: [1, 2, 3]), run(code, lambda: ["a", 2.5, None] * 20))
for code in ("return l[K(5)]", "return l[K(5):50:2]", "del l[K(5)]", "del l[K(5):]", "del l[K(5):50:2]", "l[K(5):10]=b'xxx'", "l[K(0):10:2]=b'xxxxx'", "l[K(5)]=3", "return l.find(b'a',K(3))>5", "return l.count(97,K(3),50)", "return l.startswith(b'a',K(5))", "l.insert(K(4), 3)", "return l.pop(K(5))"):
    print(code, run(code, lambda: bytearray(b"abcdef" * 10)))
