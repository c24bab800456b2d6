import argparse
import io
import os
import sys
import tempfile
from argparse import *

os.environ["COLUMNS"] = "80"


def run(p, *argvs, method="parse_args"):
    for argv in argvs:
        argv = argv.split() if isinstance(argv, str) else argv
        sys.stderr = io.StringIO()
        try:
            print([a if a[:2] != "@/" else "@file" for a in argv], getattr(p, method)(argv))
        except SystemExit as e:
            print(argv, "exit", e.code)
        except (ArgumentError, ValueError, TypeError) as e:
            print(argv, type(e).__name__, e)
        finally:
            err = sys.stderr.getvalue()
            sys.stderr = sys.__stderr__
        if err:
            print(err, end="")


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(argparse.__all__), argparse.__version__)
print(ArgumentParser().prog)
# everything at once
p = ArgumentParser(prog="prog", description="What the program does, in a text that is long enough to be wrapped over several lines of the terminal.", epilog="The end of %(prog)s.")
p.add_argument("pos", help="a positional")
p.add_argument("opt_pos", nargs="?", default="dflt", help="optional positional (default: %(default)s)")
p.add_argument("many", nargs="*", type=int, help="ints")
p.add_argument("-v", "--verbose", action="count", default=0, help="more output")
p.add_argument("-q", action="store_true")
p.add_argument("--no-color", dest="color", action="store_false")
p.add_argument("-n", "--number", type=int, metavar="N", default=5, help="a number %(type)s, %(default)s")
p.add_argument("-c", "--choice", choices=["red", "green"], help="one of %(choices)s")
p.add_argument("--two", nargs=2, metavar=("A", "B"))
p.add_argument("--plus", nargs="+", type=float)
p.add_argument("--star", nargs="*")
p.add_argument("--maybe", nargs="?", const="const", default="def")
p.add_argument("-a", action="append")
p.add_argument("-e", "--ext", action="extend", nargs="+")
p.add_argument("--const", action="store_const", const=42)
p.add_argument("--ac", action="append_const", const=1, dest="acc")
p.add_argument("--flag", action=BooleanOptionalAction, default=True, help="a flag")
p.add_argument("--hidden", help=SUPPRESS)
p.add_argument("--a-very-long-option-name-for-wrapping", metavar="VALUE", help="this help text is so long that it has to be wrapped as well, on the right side of the screen")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.print_help()
p.print_usage()
print(p, p.format_usage() == p.format_usage())
run(p, "x", "x y 1 2 3", "", "x -vvv -q", "x --verbose --verbose", "x -n 7", "x -n7", "x -n=7", "x --number=8", "x --number", "x -n abc", "x -c red", "x -c blue", "x --two 1 2", "x --two 1",
    "--plus 1 2.5 -- x", "--plus x", "x --star", "x --star a b", "x --maybe", "x --maybe given", "x -a 1 -a 2", "x -e 1 2 -e 3", "x --const --ac --ac", "x --no-flag", "x --flag",
    "x --hidden h", "x --unknown", "x --unknown=3 -z", "x --ver", "x --no", "x --num 3", "x -h", "--version", "x y 1 two", "x -qv", "x -qz", "x -vn3", "x --no-flag=3", "x -q=3", "x -- -a", "x y -- 1",
    "x -n -5", "x y -5", "-- x y 3", ["x", ""], ["x", "a b"], ["x", "-a", "-1"], ["x", "-a b"], "x --flag --no-color", "x --a-very v")
run(p, "x --unknown 1 -z", "a b 1 -Q", method="parse_known_args")

# prefix chars, from files
p = ArgumentParser(prog="P", prefix_chars="-+/", fromfile_prefix_chars="@", add_help=False)
p.add_argument("+f", "++foo")
p.add_argument("/bar", type=int)
p.add_argument("rest", nargs="*")
d = tempfile.mkdtemp()
f = os.path.join(d, "args")
open(f, "w").write("+f\n1\nmore args\n")
run(p, "+f 1 /bar 2 x", "++foo=3", "/bar x", ["@" + f], ["@" + f, "/bar", "3"])
run(p, ["@nofile_here"])
p.print_help()
os.remove(f)
os.rmdir(d)

# remainder, parser-like
p = ArgumentParser(prog="P")
p.add_argument("--x")
p.add_argument("cmd")
p.add_argument("args", nargs=REMAINDER)
run(p, "c -a --x 3 -- z", "--x 1 c", "c", "--x 1 c --x 2")
p.print_help()

# defaults
p = ArgumentParser(prog="P", argument_default=SUPPRESS)
p.add_argument("--a")
p.add_argument("b", nargs="?")
run(p, "", "--a 1", "2")
p = ArgumentParser(prog="P")
p.add_argument("--a", type=int, default="7")
p.add_argument("--b", type=int, default="bad")
p.add_argument("c", nargs="?", type=float, default="1.5")
p.set_defaults(z=3, a=9)
print(p.get_default("a"), p.get_default("z"), p.get_default("nope"))
run(p, "--b 1", "", "--b 2 3")
p = ArgumentParser(prog="P")
p.add_argument("n", nargs="*", default=["d"])
p.add_argument("--l", action="append", default=["x"])
run(p, "", "a", "--l y")
ns = Namespace(pre=1, l=None)
print(p.parse_args(["q", "--l", "z"], namespace=ns), ns.pre, "pre" in ns, "nope" in ns, ns == Namespace(**vars(ns)), ns == 3, Namespace(**{"a b": 1, "c": 2}))

# types and errors
def odd(s):
    if int(s) % 2:
        return int(s)
    raise ArgumentTypeError(f"{s} is not odd")
p = ArgumentParser(prog="P", exit_on_error=False)
p.add_argument("--odd", type=odd)
p.add_argument("--lam", type=lambda s: 1 / 0 if s == "z" else int(s))
p.add_argument("--ch", type=int, choices=range(3))
p.add_argument("--str", choices="abc")
run(p, "--odd 3", "--odd 2", "--odd x", "--lam 3", "--lam x", "--ch 1", "--ch 5", "--ch x", "--str b", "--str z", "--unk", "extra")
p = ArgumentParser(prog="P", suggest_on_error=True)
p.add_argument("--c", choices=["install", "remove"])
sub = p.add_subparsers()
sub.add_parser("build")
run(p, "--c instal", "--c zzz") if "difflib" in sys.modules else None
for args, kw in ((["--x"], {"action": "nope"}), (["x"], {"nargs": 0}), (["--x"], {"nargs": 0}), (["--x"], {"const": 1}), (["x"], {"required": True}), (["x"], {"dest": "y"}),
                 (["--x", "y"], {}), (["--"], {}), (["--x"], {"type": 3}), (["--x"], {"type": FileType}), (["--x"], {"nargs": 2, "metavar": ("A",)}), (["--x"], {"help": "%(nope)s"}),
                 (["--x"], {"help": "100%"}), (["-h"], {}), (["x"], {"action": "store_true"}), (["--x"], {"nargs": "bad"}), (["--x"], {"action": "append", "nargs": 0}),
                 (["--no-x"], {"action": BooleanOptionalAction}), (["--x"], {"bogus": 1})):
    show(ArgumentParser(prog="P").add_argument, *args, **kw)
show(ArgumentParser, conflict_handler="bad")
show(ArgumentParser, parents=[3])
show(Action(["-a"], "a"), 1, 2, 3)
print(Action(["-a", "--all"], "a", nargs=2, help="h"), Action(["-a"], "b").format_usage())

# conflicts
p = ArgumentParser(prog="P", conflict_handler="resolve")
p.add_argument("-f", "--foo", help="old")
p.add_argument("--foo", help="new")
p.print_help()
p = ArgumentParser(prog="P")
p.add_argument("-a", "--aa")
show(p.add_argument, "-a", "--aa")
p.add_argument("--aab")
run(p, "--aa 1", "--aab 2", "--a 3", "--aa=4")
p = ArgumentParser(prog="P", allow_abbrev=False)
p.add_argument("--foobar")
p.add_argument("-x")
run(p, "--foo 1", "--foobar 1", "-x1", "-x 1")
p = ArgumentParser(prog="P")
p.add_argument("--foobar")
p.add_argument("--foobaz")
p.add_argument("-1", dest="one")
run(p, "--foo 1", "--foobar=1", "-1 2", "-5", "--fooba")

# groups
p = ArgumentParser(prog="P")
g = p.add_argument_group("group title", "group description")
g.add_argument("--g1", help="in group")
g.add_argument("gp")
x = p.add_mutually_exclusive_group(required=True)
x.add_argument("--one", action="store_true")
x.add_argument("--two")
x2 = p.add_mutually_exclusive_group()
x2.add_argument("-m")
x2.add_argument("mp", nargs="?")
gx = g.add_mutually_exclusive_group()
gx.add_argument("--gx1")
gx.add_argument("--gx2")
p.print_help()
run(p, "a --one", "a --two 3", "a --one --two 3", "a", "a b --one -m 1", "a --one --gx1 1 --gx2 2", "a b --two 2")
show(g.add_argument_group)
show(x.add_mutually_exclusive_group)
show(x.add_argument, "--req", required=True)
show(x.add_argument, "pos")

# subcommands
p = ArgumentParser(prog="git")
p.add_argument("--top")
sp = p.add_subparsers(dest="command", title="commands", description="what to do", metavar="CMD", help="sub help", required=True)
a = sp.add_parser("add", help="add things", aliases=["a", "ad"], description="Add desc")
a.add_argument("files", nargs="+")
a.add_argument("--force", action="store_true")
a.set_defaults(func="add_func")
r = sp.add_parser("remote", help="remotes", deprecated=True)
rs = r.add_subparsers(dest="sub")
rs.add_parser("show").add_argument("name")
sp.add_parser("nohelp")
p.print_help()
a.print_help()
run(p, "add x y", "--top 1 a z --force", "remote show origin", "remote", "nope", "", "add", "add x --bad", "nohelp extra", "-h", "remote show -h")
show(sp.add_parser, "add")
show(sp.add_parser, "zzz", aliases=["a"])
show(p.add_subparsers)
p = ArgumentParser(prog="P")
p.add_argument("before")
p.add_subparsers().add_parser("s1").add_argument("--q")
run(p, "b s1 --q 1", "b", "b s1 -h")
p.print_help()

# parents
base = ArgumentParser(add_help=False)
base.add_argument("--shared", help="from parent")
bg = base.add_argument_group("pgroup")
bg.add_argument("--pg")
bm = base.add_mutually_exclusive_group()
bm.add_argument("--m1")
bm.add_argument("--m2")
base.set_defaults(pd=1)
child = ArgumentParser(prog="child", parents=[base])
child.add_argument("own")
child.print_help()
run(child, "o --shared 1 --pg 2", "o --m1 1 --m2 2")

# intermixed
p = ArgumentParser(prog="P")
p.add_argument("--foo")
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
run(p, "doit 1 --foo bar 2 3", "1 --foo x")
run(p, "doit 1 --foo bar 2 3", "--foo a", "x --bad 1 2", method="parse_intermixed_args")
run(p, "x --bad 1 2 --foo 3 4", method="parse_known_intermixed_args")
q = ArgumentParser(prog="P")
q.add_argument("r", nargs=REMAINDER)
run(q, "x", method="parse_intermixed_args")

# formatters
text = """First line.
   indented line

second paragraph  with   spaces"""
for cls in (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter,
            lambda prog: HelpFormatter(prog, indent_increment=4, max_help_position=40, width=60)):
    p = ArgumentParser(prog="fmt", description=text, epilog=text, formatter_class=cls)
    p.add_argument("--opt", type=int, default=3, help=text)
    p.add_argument("--str", type=str, help="with default %(default)r")
    p.add_argument("pos", type=float, nargs="?", default=1.5, help="positional")
    p.add_argument("--req", type=int, required=True, help="required")
    p.print_help()
for cols in (20, 40, 200):
    os.environ["COLUMNS"] = str(cols)
    p = ArgumentParser(prog="a-program-name", usage=None)
    for i in range(5):
        p.add_argument(f"--option{i}", help=f"help of option {i}")
        p.add_argument(f"pos{i}")
    p.print_help()
os.environ["COLUMNS"] = "80"
p = ArgumentParser(prog="P", usage="%(prog)s [custom] usage")
p.print_help()
p = ArgumentParser(prog="P", usage=SUPPRESS)
p.print_help()
p = ArgumentParser(prog="P", add_help=False)
p.print_help()

# custom actions and registries
class Twice(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (values, values, option_string))
p = ArgumentParser(prog="P")
p.add_argument("--tw", action=Twice)
p.add_argument("tp", action=Twice)
p.register("type", "hexa", lambda s: int(s, 16))
p.add_argument("--hx", type="hexa")
p.add_argument("--dep", deprecated=True)
p.add_argument("--depf", "-d", action="store_true", deprecated=True)
p.add_argument("dp", nargs="?", deprecated=True)
run(p, "--tw 1 2 --hx ff", "1 --dep 3 --dep 4 -d", "1 2")
print(p.parse_args(["x"]).tp, p.exit_on_error, p.prefix_chars)
show(ArgumentError(None, "msg").__str__)
show(ArgumentError(p._actions[1], "msg").__str__)
class MyParser(ArgumentParser):
    def error(self, message):
        raise RuntimeError("my error: " + message)
    def convert_arg_line_to_args(self, line): return line.split()
show(MyParser(prog="P").parse_args, ["--bad"])
show(p.exit, 3) if 0 else None
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    ft = FileType("r")
    print(ft, FileType("w", 1, encoding="utf-8"), len(w))
p = ArgumentParser(prog="P")
p.add_argument("f", type=ft)
run(p, ["/nonexistent/file"])
print(ft("-") is sys.stdin)
show(FileType("q"), "-")
p.error("final")
