# importlib.metadata and importlib.resources.
import importlib.metadata as m
import importlib.resources as r
import os
import sys
import tempfile

d = tempfile.mkdtemp()
sys.path[:] = [d] + [p for p in sys.path if "-packages" not in p]


def write(name, text):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def p(*a):
    print(*[str(x).replace(d, "D") for x in a])


info = "foo_bar-1.2.dist-info/"
write(info + "METADATA", "Metadata-Version: 2.1\nName: foo-bar\nVersion: 1.2\nRequires-Dist: a (>1)\n"
      "Requires-Dist: b ; extra == \"x\"\nKeywords: q w\n\nlong text\nhere\n")
write(info + "entry_points.txt", "[console_scripts]\nfoo = textwrap:dedent\nbar=json [x,y]\n# c\n[other]\nz = re\n")
write(info + "RECORD", "foo/__init__.py,sha256=abc,10\nfoo/x.txt,,\nbar.py,,\n")
write("foo/__init__.py", "")
write("foo/x.txt", "hello")
for n in ("foo-bar", "Foo.Bar", "foo_bar"):
    p(m.version(n), m.requires(n), m.metadata(n)["name"], m.files(n))
p(sorted(m.entry_points(group="console_scripts")), m.entry_points(name="foo")["foo"].load().__name__, m.entry_points(group="other").names)
e = m.entry_points()["bar"]
p(e.module, e.attr, e.extras, e.dist.name, e == e, e.matches(name="bar"))
try:
    e.name = 1
except AttributeError as x:
    p(x)
try:
    m.version("nosuch")
except m.PackageNotFoundError as x:
    p(repr(x), x, x.name)
try:
    m.version("")
except ValueError as x:
    p(x)
p(m.metadata("foo-bar").json)
p(m.packages_distributions(), [x.name for x in m.distributions()], m.distribution("foo-bar").read_text("nosuch"))
f = m.files("foo-bar")[0]
p(f.hash, f.size, f.locate(), repr(f.read_text()))

p(r.read_text("foo", "x.txt"), r.files("foo") / "x.txt", r.is_resource("foo", "x.txt"), r.is_resource("foo", "nosuch"))
p(sorted(x.name for x in r.files("foo").iterdir() if not x.name.startswith("__")))
with r.as_file(r.files("foo") / "x.txt") as path:
    p(path)
with r.path("foo", "x.txt") as path:
    p(path)
with r.open_text("foo", "x.txt") as g:
    p(r.read_binary("foo", "x.txt"), g.read())
try:
    r.read_text("foo", "nosuch.txt")
except FileNotFoundError as x:
    p(x.errno)
