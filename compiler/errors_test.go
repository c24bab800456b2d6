package compiler_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/parser"
)

// verdict parses and compiles a program and says what came of it, in the form
// of errors.golden.
func verdict(src string) string {
	var lines []string
	mod, err := parser.Parse([]byte(src), parser.Options{Filename: "t.py"})
	if err == nil {
		_, err = compiler.Compile(mod, compiler.Options{Filename: "t.py", Warn: func(w *compiler.Warning) error {
			lines = append(lines, fmt.Sprintf("warning: %s @%d", w.Msg, w.Pos.Line))
			return nil
		}})
	}
	if err != nil {
		lines = append([]string{errorText(err)}, lines...)
	}
	if len(lines) == 0 {
		return "ok"
	}
	return strings.Join(lines, "\n")
}

func errorText(err error) string {
	var c *compiler.SyntaxError
	if errors.As(err, &c) {
		return fmt.Sprintf("%s: %s @%d:%d-%d:%d", c.Kind, c.Msg, c.Line, c.Col, c.EndLine, c.EndCol)
	}
	var p *parser.SyntaxError
	if errors.As(err, &p) {
		return fmt.Sprintf("%v: %s @%d:%d-%d:%d", p.Kind, p.Msg, p.Line, p.Col, p.EndLine, p.EndCol)
	}
	return err.Error()
}

// TestErrors compares errors and warnings with the recorded ones.
func TestErrors(t *testing.T) {
	programs, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile("testdata/errors.golden")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(golden), "\n---\n")
	list := strings.Split(string(programs), "---\n")
	if len(want) != len(list)+1 {
		t.Fatalf("%d programs, %d verdicts: run record_errors.py", len(list), len(want)-1)
	}
	for i, src := range list {
		if got := verdict(src); got != want[i] {
			t.Errorf("%s\n got %s\nwant %s", src, got, want[i])
		}
	}
}
