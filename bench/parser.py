"""Print the least user time, in milliseconds, that ast.parse takes for *.py in a folder."""

import ast
import glob
import os
import sys

sources = []
for name in glob.glob(os.path.join(sys.argv[1], "*.py")):
    with open(name, "rb") as f:
        sources.append(f.read())
best = float("inf")
for _ in range(4):
    start = os.times().user
    for source in sources:
        ast.parse(source)
    best = min(best, os.times().user - start)
print(f"{best * 1000:.1f}")
