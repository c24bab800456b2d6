package parser_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser"
)

// oracle runs a script of testdata with the reference Python on its library.
func oracle(t *testing.T, script string) []string {
	python := os.Getenv("GOPY_ORACLE")
	if python == "" {
		t.Skip("GOPY_ORACLE names no python3.14 to compare with")
	}
	lib, err := exec.Command(python, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "testdata/"+script, strings.TrimSpace(string(lib)))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// TestOracleLibrary compares the trees of every file of CPython's library.
func TestOracleLibrary(t *testing.T) {
	files, equal := 0, 0
	for _, line := range oracle(t, "hashes.py") {
		name, want, _ := strings.Cut(line, " ")
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files++
		got := ""
		mod, err := parser.Parse(src, parser.Options{Filename: name})
		if err != nil {
			got = "error " + err.(*parser.SyntaxError).Kind.String()
		} else {
			sum := sha256.Sum256([]byte(ast.Dump(mod, true, true)))
			got = hex.EncodeToString(sum[:])
		}
		if got == want {
			equal++
			continue
		}
		t.Errorf("%s differs: %v", name, err)
	}
	t.Logf("%d of %d files equal", equal, files)
}

// minSnippets is the share of CPython's own snippets whose error is right in
// type, message and range. It may only go up.
const minSnippets = 0.985

// TestOracleSnippets compares the errors of the sources in CPython's tests.
func TestOracleSnippets(t *testing.T) {
	total, equal, accepted := 0, 0, 0
	for _, line := range oracle(t, "snippets.py") {
		var pair [2]string
		if err := json.Unmarshal([]byte(line), &pair); err != nil {
			t.Fatal(err)
		}
		total++
		_, err := parser.Parse([]byte(pair[0]), parser.Options{Text: true})
		got := describe(err)
		if got == pair[1] {
			equal++
			continue
		}
		if (got == "OK") != (pair[1] == "OK") {
			accepted++
		}
		t.Logf("%.100q\n got %s\nwant %s", pair[0], got, pair[1])
	}
	t.Logf("%d of %d equal, %d wrongly accepted or refused", equal, total, accepted)
	if share := float64(equal) / float64(total); share < minSnippets {
		t.Errorf("%.1f %% equal, want %.1f %%", 100*share, 100*minSnippets)
	}
}
