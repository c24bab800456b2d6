"""Print short sources from CPython's own tests with the errors they give.

A line holds a JSON list: the source and the error as record.py describes it.
"""

import ast
import json
import pathlib
import re
import sys
import warnings

from record import describe

FILES = """test_syntax test_exceptions test_fstring test_grammar test_tstring test_patma test_eof test_type_params
test_named_expressions test_positional_only_arg test_unpack_ex test_string_literals test_except_star""".split()


def examples(text):
    current = []
    for line in text.split("\n"):
        prompt = re.match(r"\s*(>>>|\.\.\.) ?(.*)", line)
        if prompt and prompt[1] == "...":
            if current:
                current.append(prompt[2])
            continue
        if current:
            yield "\n".join(current)
        current = [prompt[2]] if prompt else []
    if current:
        yield "\n".join(current)


def main():
    warnings.simplefilter("ignore")
    found = set()
    for name in FILES:
        tree = ast.parse((pathlib.Path(sys.argv[1]) / "test" / f"{name}.py").read_bytes())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if ">>> " in node.value:
                    found.update(examples(node.value))
                elif len(node.value) < 600:
                    found.add(node.value)
    for source in sorted(found):
        if source.isprintable() or source.replace("\n", "").replace("\t", "").isprintable():
            print(json.dumps([source, describe(source)]))


main()
