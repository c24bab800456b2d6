"""Records into errors.golden what CPython says about the programs of errors.txt.

Usage: python3.14 record_errors.py, in this folder.
"""
import warnings

with open("errors.txt") as f:
    programs = f.read().split("---\n")
with open("errors.golden", "w") as out:
    for src in programs:
        lines = []
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            try:
                compile(src, "t.py", "exec", dont_inherit=True)
            except SyntaxError as e:
                lines.append(f"{type(e).__name__}: {e.msg} @{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}")
        for w in seen:
            lines.append(f"warning: {w.message} @{w.lineno}")
        out.write("\n".join(lines or ["ok"]) + "\n---\n")
