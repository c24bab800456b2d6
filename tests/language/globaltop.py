import types, sys, pickle
# test_raise
def get_tb():
    try: raise OSError
    except OSError as e: return e.__traceback__
tb = types.TracebackType(get_tb(), sys._getframe(), 1, 2); print(tb.tb_lasti)
# scope
class A: pass
def m():
    exec("""if 1:
            x = 7
            def f():
                x = 1
                def g():
                    global x
                    def i():
                        def h():
                            return x
                        return h()
                    return i()
                return g()
            print(f())
""")
try: m()
except Exception as e: print(type(e), e)
l, g = {}, {}
exec("""if 1:
            def f():
                y = 1
                def g():
                    global y
                    return y
                def h():
                    return y + 1
                return g, h
            y = 9
            g, h = f()
            result9 = g()
            result2 = h()
""", l, g)
print(g["result2"], g["result9"])
