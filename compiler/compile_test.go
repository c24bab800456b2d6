package compiler_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/parser"
)

var update = flag.Bool("update", false, "rewrite testdata/snapshots.txt")

func compileSource(src, name string) (*code.Code, error) {
	mod, err := parser.Parse([]byte(src), parser.Options{Filename: name})
	if err != nil {
		return nil, err
	}
	return compiler.Compile(mod, compiler.Options{Filename: name})
}

// mustCompile compiles and verifies, and checks the binary form.
func mustCompile(t *testing.T, src string) *code.Code {
	t.Helper()
	co, err := compileSource(src, "t.py")
	if err != nil {
		t.Fatalf("%v\n%.200s", err, src)
	}
	if err := code.Verify(co); err != nil {
		t.Fatalf("%v\n%.200s", err, src)
	}
	return co
}

// TestSnapshots compares listings with the recorded ones; -update records.
func TestSnapshots(t *testing.T) {
	const file = "testdata/snapshots.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i, part := range strings.Split(string(data), "===\n") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		src, want, _ := strings.Cut(part, "---\n")
		var b strings.Builder
		co := mustCompile(t, src)
		// What stands in the module is shown without the module around it.
		shown := false
		for _, k := range co.Consts {
			if f, ok := k.(*code.Code); ok && strings.HasPrefix(src, "def") {
				code.Dis(&b, f)
				shown = true
				break
			}
		}
		if !shown {
			code.Dis(&b, co)
		}
		if !*update && b.String() != want {
			t.Errorf("snippet %d:\n%s\ngot\n%s\nwant\n%s", i, src, b.String(), want)
		}
		fmt.Fprintf(&out, "===\n%s---\n%s", src, b.String())
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCorpus compiles and verifies the programs kept for the purpose.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		co := mustCompile(t, string(src))
		data := code.Marshal(co)
		again, err := code.Unmarshal(data)
		if err != nil || string(code.Marshal(again)) != string(data) {
			t.Errorf("%s: binary form differs: %v", f, err)
		}
	}
}

// TestLibrary compiles and verifies the whole library of the CPython that the
// environment variable GOPY_ORACLE names.
func TestLibrary(t *testing.T) {
	oracle := os.Getenv("GOPY_ORACLE")
	if oracle == "" {
		t.Skip("GOPY_ORACLE is not set")
	}
	out, err := exec.Command(oracle, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = filepath.WalkDir(strings.TrimSpace(string(out)), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		co, err := compileSource(string(src), path)
		var bad *parser.SyntaxError
		switch {
		case errors.As(err, &bad):
			t.Logf("not parsed: %v", err)
		case err != nil && !strings.Contains(path, "badsyntax"):
			t.Errorf("%v", err)
		case err == nil:
			files++
			if err := code.Verify(co); err != nil {
				t.Errorf("%v", err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", files)
}

func FuzzCompile(f *testing.F) {
	programs, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, src := range strings.Split(string(programs), "---\n") {
		f.Add(src)
	}
	files, _ := filepath.Glob("testdata/corpus/*.py")
	for _, file := range files {
		if src, err := os.ReadFile(file); err == nil {
			f.Add(string(src))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		co, err := compileSource(src, "t.py")
		if err != nil {
			return
		}
		if err := code.Verify(co); err != nil {
			t.Fatal(err)
		}
	})
}
