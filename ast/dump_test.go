package ast_test

import (
	"math/big"
	"testing"

	"github.com/gopy-lang/gopy/ast"
)

func TestDump(t *testing.T) {
	name := &ast.Name{Pos: ast.Pos{Line: 1, EndLine: 1, EndCol: 1}, Id: "x", Ctx: ast.Store}
	value := &ast.Constant{Pos: ast.Pos{Line: 1, Col: 4, EndLine: 1, EndCol: 5}, Value: int64(1)}
	mod := &ast.Module{Body: []ast.Stmt{&ast.Assign{
		Pos: ast.Pos{Line: 1, EndLine: 1, EndCol: 5}, Targets: []ast.Expr{name}, Value: value,
	}}}
	tests := []struct {
		annotate, attributes bool
		want                 string
	}{
		{true, false, "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])"},
		{false, false, "Module([Assign([Name('x', Store())], Constant(1))])"},
		{true, true, "Module(body=[Assign(targets=[Name(id='x', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)], " +
			"value=Constant(value=1, lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), " +
			"lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)])"},
	}
	for _, tt := range tests {
		if got := ast.Dump(mod, tt.annotate, tt.attributes); got != tt.want {
			t.Errorf("Dump(%v, %v):\n got %s\nwant %s", tt.annotate, tt.attributes, got, tt.want)
		}
	}
	n := 0
	ast.Inspect(mod, func(ast.Node) bool { n++; return true })
	if n != 4 {
		t.Errorf("Inspect found %d nodes, want 4", n)
	}
}

func TestReprConstant(t *testing.T) {
	tests := []struct {
		value any
		want  string
	}{
		{nil, "None"}, {true, "True"}, {int64(-5), "-5"}, {new(big.Int).Lsh(big.NewInt(1), 64), "18446744073709551616"},
		{1.0, "1.0"}, {1e16, "1e+16"}, {1e-5, "1e-05"}, {0.0001, "0.0001"}, {123456.75, "123456.75"},
		{complex(0, 1), "1j"}, {complex(1, -2.5), "(1-2.5j)"},
		{"it's", `"it's"`}, {"a\n\x00é\u200b", `'a\n\x00é\u200b'`}, {"\xed\xa0\x80", `'\ud800'`},
		{ast.Bytes("\xff'\""), `b'\xff\'"'`}, {ast.Ellipsis{}, "Ellipsis"},
	}
	for _, tt := range tests {
		if got := ast.ReprConstant(tt.value); got != tt.want {
			t.Errorf("ReprConstant(%#v) = %s, want %s", tt.value, got, tt.want)
		}
	}
}
