"""Frames, groups and generators that exceptions leave behind; odd errors of syntax."""
import ast
import gc
import traceback
import weakref


class Noop:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def with_end():
    with Noop():
        1 / 0
        pass


def nested():
    with Noop():
        with Noop():
            1 / 0


def not_matching():
    try:
        1 / 0
    except TypeError as ex:
        pass


def final():
    try:
        1 / 0
    finally:
        x = 1


for f in with_end, nested, not_matching, final:
    try:
        f()
    except ZeroDivisionError as e:
        print(f.__name__, e.__traceback__.tb_next.tb_frame.f_lineno - f.__code__.co_firstlineno)


def star():
    try:
        raise Exception(42)
    except* (ValueError,
             Exception):
        raise


try:
    star()
except BaseException as e:
    print("".join(traceback.format_exception(e)).replace(__file__, "FILE"))


class Thing:
    pass


def closed(end):
    def gen():
        try:
            raise KeyError(thing)
        except KeyError:
            yield
    thing = Thing()
    ref = weakref.ref(thing)
    g = gen()
    next(g)
    end(g)
    g = thing = None
    gc.collect()
    print(ref() is None)


closed(lambda g: g.close())


def run_out(g):
    for _ in g:
        pass


closed(run_out)


class Evil(str):
    def __str__(self):
        del self.exc.object
        return self


for cls, *args in ((UnicodeDecodeError, "utf-8", b"abc", 1, 2), (UnicodeEncodeError, "utf-8", "abc", 1, 2),
                   (UnicodeTranslateError, "abc", 1, 2)):
    e = cls(*args, Evil("reason"))
    e.reason.exc = e
    try:
        print(str(e))
    except TypeError as x:
        print(x)
    print(repr(str(e)))

e = SyntaxError("msg", ("file", 1, 2, "text", 3, 4))
e.__init__("new", ("new file", 2, 3, "new text"))
print(e.msg, e.filename, e.lineno, e.end_lineno, e.end_offset)


def check(source, **kw):
    try:
        print("fine", type(ast.parse(source, "<s>", **kw)))
    except SyntaxError as e:
        print(ascii(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))


check("def f(\n    *, # type: int\n    a, # type: int\n):\n    pass\n", type_comments=True)
check("def f(b, *, # type: int\n    a):\n    pass\n", type_comments=True)
check("from __future__ import barry_as_FLUFL\n1<>2\n")
check("from __future__ import barry_as_FLUFL\na != b\n")
check("a<>b")
check("x = (1 for c in I,\\\n\\")
check("f(a b,\\\n\\")
check("x=1\n(a,\\")
check(b'Python = "\xcf\xb3\xf2\xee\xed" +')
check(b'x="\xe2\x82" + \xe2\x82')
check(b'"\xff\xff\xed\xa0\x80\xc0\x80')
for name in "latin", "l1", "8859", "cp819", "u8", "U8", "cp65001":
    check(f"# coding={name}\nx='a'".encode())
try:
    compile('"\xe4"; break', "/no/such/file.py", "exec")
except SyntaxError as e:
    print(ascii(e.args))
