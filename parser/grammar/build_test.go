package grammar

import (
	"testing"

	"github.com/alecthomas/participle/v2"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser/expr"
	"github.com/gopy-lang/gopy/parser/lexer"
)

func parse(t testing.TB, src string) (list []ast.Stmt) {
	p := &expr.Parser{Src: src}
	p.Lex = lexer.New(src, p.Handle(), 0)
	lex, toks := new(lexer.Array).Fill(p.Lex)
	p.Load(toks)
	if problem := p.Catch(func() { list = Statements(p, lex, nil) }); problem != nil {
		t.Fatalf("%q: %v", src, problem)
	}
	return list
}

// TestLazyBuild checks that simple programs do not build participle's parser.
func TestLazyBuild(t *testing.T) {
	if built.p != nil {
		t.Skip("another test has built the parser")
	}
	parse(t, "x = f(1)\nif x: pass\nelse:\n  y += 2\n  z: int = [a for a in b]\n'doc'\n")
	if built.p != nil {
		t.Error("a program of assignments built participle's parser")
	}
	parse(t, "import os\n")
	if built.p == nil {
		t.Error("an import did not")
	}
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		participle.MustBuild[root](options()...)
	}
}
