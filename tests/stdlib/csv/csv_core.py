# Readers, writers and dialects: results and errors.
import csv
import io

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()).split(" object at ")[0])
        except Exception as e:
            print(type(e).__module__, type(e).__name__, e)

def read(*lines, **kw):
    return list(csv.reader(lines, **kw))

def write(*rows, **kw):
    f = io.StringIO(newline="")
    w = csv.writer(f, **kw)
    for r in rows:
        w.writerow(r)
    return f.getvalue()

texts = ["a,b,c", "a,b,c\n", "a,b,c\r\n", "a,b\r", "", "\n", ",", ",\n", '"a","b"', '"a,b",c', '"a""b"', '"a"b', '"a" ,b', 'a"b', '"a\nb"', ' a, b', '" a"', "a\\,b", '"a\\"b"', "'a','b'", "1,2.5,x", '"1",2', ",,\n", '""', '"",""', "a;b", "a\tb", "é,ü", '"a', '"a\n', "a,\\\n", "a\\", '"a\\', "a\rb", "a\nb", "\\,a", "a,b\n\n", "nan,1e5", " 1 ,2", '"",1', ',"x"', "a,b,", '"a"\\b', "x\0y"]
kws = [{}, dict(delimiter=";"), dict(delimiter="\t"), dict(quotechar="'"), dict(quotechar=None, quoting=csv.QUOTE_NONE), dict(doublequote=False), dict(escapechar="\\"), dict(escapechar="\\", doublequote=False), dict(escapechar="\\", quoting=csv.QUOTE_NONE), dict(skipinitialspace=True), dict(strict=True), dict(strict=True, escapechar="\\"), dict(quoting=csv.QUOTE_NONNUMERIC), dict(quoting=csv.QUOTE_STRINGS), dict(quoting=csv.QUOTE_NOTNULL), dict(quoting=csv.QUOTE_ALL)]
for kw in kws:
    for t in texts:
        try:
            print(kw, repr(t), read(t, **kw))
        except Exception as e:
            print(kw, repr(t), type(e).__name__, e)
tries(lambda: read('"a', 'b"'), lambda: read('"a\n', 'b"\n', "c"), lambda: read("a", "", "b"), lambda: read('"a', strict=True), lambda: read(b"a"), lambda: read(1), lambda: csv.reader(1), lambda: csv.reader(), lambda: read("a", foo=1), lambda: csv.reader([], "nodialect"), lambda: csv.reader([], 5),
      lambda: read("a", delimiter=""), lambda: read("a", delimiter="ab"), lambda: read("a", delimiter=1), lambda: read("a", delimiter=None), lambda: read("a", delimiter="\n"), lambda: read("a", quotechar=""), lambda: read("a", quotechar="ab"), lambda: read("a", quotechar=1), lambda: read("a", quotechar=None), lambda: read("a", escapechar=""), lambda: read("a", escapechar="ab"), lambda: read("a", escapechar=1), lambda: read("a", quoting=9), lambda: read("a", quoting="x"), lambda: read("a", quoting=None), lambda: read("a", lineterminator=1), lambda: read("a", lineterminator=None), lambda: read("a", delimiter=",", quotechar=","), lambda: read("a", delimiter=" ", skipinitialspace=True), lambda: read("a", delimiter="\r"), lambda: read("a", quotechar=" ", skipinitialspace=True), lambda: read("a", escapechar=","), lambda: read("a", escapechar='"'), lambda: read("a", doublequote="x"), lambda: read("a", strict=[]), lambda: read("a", lineterminator=","), lambda: write(["a"], lineterminator="a", quotechar="a"))
r = csv.reader(["a,b", '"x', 'y"', "z"])
print(r.line_num, next(r), r.line_num, next(r), r.line_num, next(r), r.line_num, type(r), iter(r) is r, type(r.dialect), r.dialect.delimiter)
rows = [["a", "b"], [], [""], [None], ["", ""], [None, None], ["a,b", 'c"d', "e\nf", "g\rh"], [1, 2.5, True, None, 1e300], [" a", "b "], ["é"], ["a\\b"], ["'x'"], "abc", ("a",), (x for x in "ab"), ["a;b", "a\tb"], [1.0, -0.0, float("nan")], ["\0"], [0], ['"'], ["a\\"], [b"x"], [" "]]
for kw in kws + [dict(lineterminator="\n"), dict(lineterminator="END"), dict(delimiter=" ", skipinitialspace=True), dict(quoting=csv.QUOTE_ALL, escapechar="\\", doublequote=False), dict(quoting=csv.QUOTE_NONE), dict(quoting=csv.QUOTE_STRINGS, delimiter=" ", skipinitialspace=True), dict(lineterminator="")]:
    for row in rows:
        if not isinstance(row, (list, tuple, str)):
            row = (x for x in "ab")
        shown = row if isinstance(row, (list, tuple, str)) else "gen"
        try:
            print(kw, shown, repr(write(row, **kw)))
        except Exception as e:
            print(kw, shown, type(e).__name__, e)
class Bad:
    def __str__(self):
        raise KeyError("no")
tries(lambda: write(1), lambda: write(None), lambda: csv.writer(1), lambda: csv.writer(), lambda: write([Bad()]), lambda: csv.writer(io.StringIO()).writerow(["a", "b"]), lambda: csv.writer(io.StringIO()).writerows([["a"], ["b"]]), lambda: csv.writer(io.StringIO()).writerows(1), lambda: csv.writer(io.StringIO()).writerows([1]), lambda: csv.writer(io.StringIO()).dialect.quoting, lambda: type(csv.writer(io.StringIO())))
print(csv.list_dialects(), csv.field_size_limit(), csv.field_size_limit(5), csv.field_size_limit())
tries(lambda: read("abcdef"), lambda: read("abcde"), lambda: csv.field_size_limit("a"), lambda: csv.field_size_limit(131072))
csv.register_dialect("semi", delimiter=";", quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect("semi").delimiter, read("a;b", dialect="semi"), read("a|b", dialect="semi", delimiter="|"), write(["a"], dialect="semi"))
csv.unregister_dialect("semi")
tries(lambda: csv.unregister_dialect("semi"), lambda: csv.get_dialect("semi"), lambda: csv.register_dialect(1), lambda: csv.register_dialect("x", foo=1), lambda: csv.register_dialect("x", "y"), lambda: csv.register_dialect("x", delimiter="xx"), lambda: csv.get_dialect("excel"), lambda: csv.get_dialect("excel-tab").delimiter, lambda: csv.get_dialect("unix").lineterminator)
class D(csv.Dialect):
    delimiter = ":"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL
class E(csv.Dialect):
    delimiter = "::"
class F(csv.excel):
    quoting = 77
print(read("a:'b:c'", dialect=D), read("a:b", dialect=D()), write(["a:b", "c"], dialect=D))
tries(lambda: E(), lambda: F(), lambda: csv.Dialect(), lambda: read("a", dialect=E))
d = csv.get_dialect("excel")
print(d.delimiter, d.quotechar, d.escapechar, d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d.strict)
tries(lambda: setattr(d, "delimiter", "x"), lambda: setattr(d, "quoting", 1), lambda: csv.excel().delimiter, lambda: csv.Error.__mro__[1])
print(csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL, sorted(csv.__all__))
