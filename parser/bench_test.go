//go:build unix

package parser_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gopy-lang/gopy/parser"
)

// benchSources reads the files *.py of the folder that GOPY_BENCH_LIB names.
func benchSources(b *testing.B) (sources [][]byte, size, lines int) {
	lib := os.Getenv("GOPY_BENCH_LIB")
	if lib == "" {
		b.Skip("GOPY_BENCH_LIB names no folder of Python files")
	}
	names, err := filepath.Glob(filepath.Join(lib, "*.py"))
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		sources = append(sources, src)
		size += len(src)
		lines += bytes.Count(src, []byte("\n"))
	}
	return sources, size, lines
}

// userTime is the CPU time of the process in user mode, in seconds.
func userTime() float64 {
	var ru syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &ru); err != nil {
		panic(err)
	}
	return float64(ru.Utime.Sec) + float64(ru.Utime.Usec)/1e6
}

// BenchmarkLib parses a library. bench/parser.sh compares its user time with
// CPython's.
func BenchmarkLib(b *testing.B) {
	sources, size, lines := benchSources(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	best := 0.0
	for b.Loop() {
		start := userTime()
		for _, src := range sources {
			if _, err := parser.Parse(src, parser.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		if t := userTime() - start; best == 0 || t < best {
			best = t
		}
	}
	b.ReportMetric(best*1000, "best-user-ms")
	b.ReportMetric(float64(lines)/best/1000, "klines/s")
}

// BenchmarkPass parses the smallest program.
func BenchmarkPass(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse([]byte("pass\n"), parser.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
