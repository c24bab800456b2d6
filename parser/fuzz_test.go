package parser_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser"
)

// FuzzParse feeds any bytes to every mode: there is a tree or an error. The
// positions of a tree lie in the source.
func FuzzParse(f *testing.F) {
	for _, name := range corpus(f) {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	lines, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		var src string
		if json.Unmarshal([]byte(line), &src) == nil && len(src) < 1000 {
			f.Add([]byte(src))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		for mode := parser.Exec; mode <= parser.FuncType; mode++ {
			mod, err := parser.Parse(src, parser.Options{Mode: mode, Incomplete: mode == parser.Single})
			if err != nil {
				if e, ok := err.(*parser.SyntaxError); !ok || e.Msg == "" {
					t.Fatalf("mode %d: %#v", mode, err)
				}
				continue
			}
			checkPositions(t, src, mod)
		}
	})
}

func checkPositions(t *testing.T, src []byte, mod ast.Mod) {
	lines := int32(strings.Count(string(src), "\n")+strings.Count(string(src), "\r")) + 1
	ast.Inspect(mod, func(n ast.Node) bool {
		p := n.Position()
		if p == nil {
			return true
		}
		if p.Line < 1 || p.Col < 0 || p.EndLine > lines || p.EndLine < p.Line || p.EndLine == p.Line && p.EndCol <= p.Col {
			if s, ok := n.(*ast.JoinedStr); !ok || len(s.Values) > 0 { // an empty spec may be empty
				t.Fatalf("%s at %+v of %d lines", n.NodeName(), *p, lines)
			}
		}
		return true
	})
}
