import sys
def hook(t, v, tb): raise RuntimeError('in hook')
sys.excepthook = hook
1 / 0
