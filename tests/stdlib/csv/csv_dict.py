# Records as dicts, and the sniffer.
import csv
import io

def tries(*calls):
    for f in calls:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

r = csv.DictReader(["a,b,c", "1,2,3", "", "4,5", "6,7,8,9,10"], restkey="rest", restval="none")
print(r.fieldnames, r.line_num)
for row in r:
    print(row, r.line_num)
print(list(csv.DictReader(["1,2"], fieldnames=["x", "y"])), list(csv.DictReader(["1;2"], iter("xy"), delimiter=";")), list(csv.DictReader([])), csv.DictReader([]).fieldnames)
r = csv.DictReader(["1,2,3"], ["a"])
print(next(r), r.reader.line_num, iter(r) is r)
r.fieldnames = ["z"]
print(r.fieldnames)
f = io.StringIO(newline="")
w = csv.DictWriter(f, ["a", "b"], restval="?")
print(w.writeheader(), w.writerow({"a": 1}), w.writerows([{"b": 2}, {"a": "x,y", "b": None}]))
print(repr(f.getvalue()))
tries(lambda: w.writerow({"c": 1}), lambda: csv.DictWriter(f, ["a"], extrasaction="foo"), lambda: csv.DictWriter(f, ["a"], extrasaction="IGNORE").writerow({"a": 1, "z": 2}), lambda: csv.DictReader[str], lambda: w.writerow(5))
samples = ["a,b,c\n1,2,3\n4,5,6\n", "a;b;c\n1;2;3\n", "a\tb\n1\t2\n", "'a', 'b'\n'c', 'd'\n", '"a":"b"\n"c":"d"\n', "a b c\nd e f\n", "name, age\nbob, 5\namy, 6\n", "x|y|z\n1|2|3\n4|5|6\n", '"a ""b""",c\n"d","e"\n', "abc", "", "a,b\n1,2;3\n", "'it''s','b'\n", "Harry's, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\n", "a:b:c\n1:2:3\n", '"x"\n"y"\n', "1,2,3\n4,5,6\n" * 12]
for s in samples:
    for d in (None, ",;", "|"):
        try:
            x = csv.Sniffer().sniff(s, d)
            print(repr(s[:30]), d, repr(x.delimiter), x.quotechar, x.doublequote, x.skipinitialspace, x.__name__, x._name)
        except Exception as e:
            print(repr(s[:30]), d, type(e).__name__, e)
    tries(lambda: csv.Sniffer().has_header(s))
print(csv.reader(["a,b"], csv.Sniffer().sniff(samples[0])).__next__(), csv.Sniffer().preferred)
