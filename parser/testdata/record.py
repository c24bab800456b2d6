"""Record what CPython makes of the sources in this folder.

Run it with the Python whose language gopy follows:

    python3.14 record.py

It writes corpus/*.ast, the trees of corpus/*.py, and errors.golden, the errors
of the sources in errors.txt (one JSON string per line).
"""

import ast
import json
import pathlib
import warnings

HERE = pathlib.Path(__file__).parent


def describe(source):
    try:
        ast.parse(source)
    except SyntaxError as e:
        return f"{type(e).__name__}|{e.msg}|{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}"
    except MemoryError as e:
        return f"MemoryError|{e}"
    return "OK"


def main():
    warnings.simplefilter("ignore")
    for path in sorted((HERE / "corpus").glob("*.py")):
        dump = ast.dump(ast.parse(path.read_bytes()), include_attributes=True)
        path.with_suffix(".ast").write_text(dump + "\n", encoding="utf-8", errors="surrogatepass")
    lines = (HERE / "errors.txt").read_text(encoding="utf-8").splitlines()
    with open(HERE / "errors.golden", "w", encoding="utf-8") as out:
        for line in lines:
            print(describe(json.loads(line)), file=out)


if __name__ == "__main__":
    main()
