# Exceptions come back with their types, arguments and attributes.
from multiprocessing import Pool, Process, Queue


class Custom(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a
        self.b = b


class Sub(Custom, ValueError):
    pass


def fail(i):
    if i == 0:
        return 1 / 0
    if i == 1:
        raise Custom("x", [1])
    if i == 2:
        e = Sub(1, 2)
        e.extra = "more"
        raise e
    if i == 3:
        raise KeyError("missing")
    if i == 4:
        open("/nonexistent/file")
    if i == 5:
        raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
    if i == 6:
        try:
            {}["k"]
        except KeyError as e:
            raise RuntimeError("outer") from e
    return i


with Pool(2) as p:
    for i in range(8):
        try:
            print(p.apply(fail, (i,)))
        except Exception as e:
            print(type(e).__name__, repr(e), vars(e), type(e.__cause__).__name__)
            if type(e) is Sub:
                print(e.extra, e.a, isinstance(e, Custom))
            lines = str(e.__cause__).splitlines()
            print(lines[1], lines[2], lines[-2])


def sender(q, e):
    print(repr(e), e.a)
    q.put(e)


q = Queue()
p = Process(target=sender, args=(q, Custom(1, 2)))
p.start()
e = q.get()
print(type(e) is Custom, e.args)
p.join()
