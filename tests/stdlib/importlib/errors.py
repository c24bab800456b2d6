# Messages of import errors, circular imports among them.
import os
import sys
import tempfile

d = tempfile.mkdtemp()
sys.path.insert(1, d)


def write(name, text):
    path = os.path.join(d, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


write("ca.py", "import cb\nx = 1\n")
write("cb.py", "from ca import x\n")
write("cc.py", "import cd\ny = 1\n")
write("cd.py", "import cc\ncc.y\n")
write("pkg/__init__.py", "import pkg.q\n")
write("pkg/q.py", "import pkg\npkg.q.z\n")
write("pk2/__init__.py", "")
write("pk2/m.py", "from . import n, nosuch\n")
write("pk2/n.py", "from .. import up\n")
write("pk2/all.py", "__all__ = ['a', 1]\n")
write("halted.py", "")
write("syn.py", "x = 1\nif x\n")
write("zero.py", "import os\n\ndef f():\n    1/0\nf()\n")


def show(src, **names):
    try:
        exec(src, {"__name__": "shown", **names})
        print("ok", src)
    except BaseException as e:
        extra = [getattr(e, n, None) for n in ("name", "path", "name_from")] if isinstance(e, ImportError) else []
        print(type(e).__name__, "|", str(e).replace(d, "D"), "|", *[str(x).replace(d, "D") for x in extra])


for src in """import ca
import cc
import pkg
import nosuch
import nosuch.foo
import halted.sub
import pk2.nosuch
import pk2.m
import pk2.n
from pk2 import nosuch
from pk2.nosuch import x
from pk2.all import *
import syn
import zero
from . import x
from .x import y
from .. import z
import sys; sys.modules['gone'] = None; import gone
import sys; sys.modules['obj'] = object(); from obj import x
import sys; sys.modules['obj'] = object(); import obj.x
__import__('')
__import__(1)
__import__('ca', level=-1)
__import__('x', {}, {}, (), 1)
__import__('x', {'__name__': 'a.b'}, {}, (), 3)
__import__('x', {'__package__': 1}, {}, (), 1)
__import__('x', {'__package__': 'foo'}, {}, (), 1)
__import__('x', {'__package__': ''}, {}, (), 1)
__import__('x', None, {}, (), 1)
__import__('x', 1, {}, (), 1)
__import__('x', {'__name__': 3}, {}, (), 1)
__import__('pk2', {}, {}, [1])
__import__('os', {}, {}, [1])
import os.path.foo""".split("\n"):
    show(src)
print(__import__("pk2.all").__name__, __import__("pk2.all", fromlist=["x"]).__name__, __import__("pk2.all", fromlist=[""]).__name__)
print("syn" in sys.modules, "zero" in sys.modules, "ca" in sys.modules)
import traceback
try:
    import zero
except ZeroDivisionError:
    print(traceback.format_exc().replace(d, "D").replace(os.path.dirname(os.path.abspath(__file__)), "T"))
try:
    import pk2.nosuch
except ImportError:
    print(traceback.format_exc().replace(d, "D").replace(os.path.dirname(os.path.abspath(__file__)), "T"))
