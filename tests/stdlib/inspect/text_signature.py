# Signatures from __text_signature__: which defaults it may give.
import inspect
import sys


def func(*args):
    pass


for s in ("(self, x=missing)", "(self, x=sys, y=inspect)", "(self, 123)", "(self, x=sys.maxsize, y=[])", "(a=())",
          "(a=1.5, b=None, c='x', d=b'y', e=True)", "(a=-1)", "(a={})", "(a=1j)", "(a=(1, 2))", "(a=int)"):
    func.__text_signature__ = s
    try:
        print(inspect.signature(func))
    except ValueError as e:
        print("ValueError", str(e).endswith("builtin has invalid signature"))
print([n for n in ("signature", "unwrap", "formatannotation") if getattr(inspect, n).__module__ != "inspect"])
