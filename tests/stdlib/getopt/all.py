import getopt
import os
from getopt import GetoptError


def show(f, *a):
    try:
        print(a, f(*a))
    except GetoptError as e:
        print(a, "GetoptError", e, e.msg, e.opt, e.args)


for f in (getopt.getopt, getopt.gnu_getopt):
    for args in ("", "-a", "-b x", "-bx", "-ab x y", "-c", "-b", "-a y -b z", "--long", "--arg v", "--arg=v", "--lon", "--l", "--long=3", "--nope", "-- -a", "- -a", "x -a y", "--opt", "--opt=1", "-o", "-ov", "--a"):
        show(f, args.split(), "ab:o::", ["long", "longer", "arg=", "opt=?"])
show(getopt.gnu_getopt, ["x", "-a", "y"], "+a")
show(getopt.gnu_getopt, ["x", "-a", "y", "--", "z"], "-a")
show(getopt.getopt, ["--single"], "", "single")
show(getopt.getopt, ["-:"], "a:")
os.environ["POSIXLY_CORRECT"] = "1"
show(getopt.gnu_getopt, ["x", "-a"], "a")
print(getopt.error is GetoptError, getopt.__all__)
