package diag

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpus checks that the plain reading accepts what the first pass accepts:
// the two grammars of statements agree on every kind.
func TestCorpus(t *testing.T) {
	names, err := filepath.Glob("../testdata/corpus/*.py")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimPrefix(strings.ReplaceAll(string(src), "\r\n", "\n"), "\ufeff")
		if strings.Contains(text, "latin-1") {
			continue
		}
		if problem, _ := read(text, Exec, false); problem != nil {
			t.Errorf("%s: %+v", name, problem)
		}
	}
}
