"""Compares the errors of sources with recorded ones (see errors.py).

Run as: gopy compare.py FILE [-v]; prints a JSON object of counts, with -v each
difference first.
"""
import json
import sys


def error_of(source, mode):
    try:
        compile(source, "<string>", mode, 0, True)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset,
                error.end_lineno, error.end_offset]
    except Exception as error:
        return [type(error).__name__, str(error), 0, 0, 0, 0]
    return ["accepted", "", 0, 0, 0, 0]


def main(path, *options):
    counts = dict.fromkeys(["sources", "rejected", "type", "line", "message", "start", "range"], 0)
    for line in open(path):
        source, mode, *want = json.loads(line)
        got = error_of(source, mode)
        counts["sources"] += 1
        counts["rejected"] += got[0] != "accepted"
        counts["type"] += got[0] == want[0]
        counts["line"] += got[0] == want[0] and got[2] == want[2]
        message = got[:2] == want[:2]
        counts["message"] += message
        counts["start"] += message and got[2:4] == want[2:4]
        counts["range"] += message and got[2:] == want[2:]
        if "-v" in options and got != want:
            print(repr(source[:300]), mode, "\n   want", *want, "\n   got ", *got)
    print(json.dumps(counts))


main(*sys.argv[1:])
