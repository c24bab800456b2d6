#!/bin/sh
# Compare the parser's user time with that of ast.parse in the Python of the
# first argument (python3.11), on that Python's own library, in turns.
set -e
cd "$(dirname "$0")/.."
python=${1:-python3.11}
lib=$("$python" -c 'import os; print(os.path.dirname(os.__file__))')
test=$(mktemp)
trap 'rm -f "$test"' EXIT
go test -c -o "$test" ./parser
for turn in 1 2 3; do
	theirs=$("$python" bench/parser.py "$lib")
	line=$(GOPY_BENCH_LIB=$lib "$test" -test.run '^$' -test.bench 'Lib$' -test.benchtime 8x | grep '^BenchmarkLib')
	echo "$line" | awk -v theirs="$theirs" '{
		for (i = 1; i < NF; i++) {
			if ($(i+1) == "best-user-ms") ms = $i
			if ($(i+1) == "klines/s") klines = $i
			if ($(i+1) == "allocs/op") allocs = $i
			if ($(i+1) == "B/op") bytes = $i
		}
		lines = klines * ms
		printf "gopy %.0f ms, %.0f klines/s, %.1f allocs and %.0f B per line; ast.parse %.0f ms: %.2f times\n",
			ms, klines, allocs / lines, bytes / lines, theirs, theirs / ms
	}'
done
