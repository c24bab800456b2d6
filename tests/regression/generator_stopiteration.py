import traceback
def g():
    x = 1
    next(iter([]))
    yield
try: list(g())
except RuntimeError as e:
    traceback.print_exc()
    t=e.__traceback__
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t=t.tb_next
async def h():
    raise StopIteration
try: h().send(None)
except RuntimeError as e:
    traceback.print_exc()
