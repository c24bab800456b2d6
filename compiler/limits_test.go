package compiler_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/compiler"
)

func repeat(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// TestNoSmallLimits compiles programs far beyond the sizes of operands.
func TestNoSmallLimits(t *testing.T) {
	item := func(i int) string { return fmt.Sprintf("x%d, ", i) }
	stmt := func(i int) string { return fmt.Sprintf("    x = x + y.a%d\n", i) }
	for name, src := range map[string]string{
		"list":         "a = [" + repeat(10000, item) + "]",
		"tuple":        "a = (" + repeat(10000, item) + ")",
		"set":          "a = {" + repeat(10000, item) + "}",
		"dict":         "a = {" + repeat(10000, func(i int) string { return fmt.Sprintf("x%d: %d, ", i, i) }) + "}",
		"constants":    "a = [" + repeat(100000, func(i int) string { return fmt.Sprintf("%d.5, ", i) }) + "]",
		"arguments":    "f(" + repeat(5000, item) + ")",
		"keywords":     "f(" + repeat(5000, func(i int) string { return fmt.Sprintf("k%d=x%d, ", i, i) }) + ")",
		"method":       "o.f(" + repeat(5000, item) + ")",
		"bases":        "class A(" + repeat(5000, item) + "): pass",
		"locals":       "def f():\n" + repeat(5000, func(i int) string { return fmt.Sprintf("    v%d = %d\n", i, i) }) + "    del v4999\n    v4998 += v1\n    return v4997",
		"unpack":       "def f(x):\n    " + repeat(5000, item) + " = x\n",
		"unpack star":  "def f(x):\n    " + repeat(200, item) + "*r, " + repeat(1000, item) + " = x\n",
		"names":        repeat(70000, func(i int) string { return fmt.Sprintf("n%d = n%d\n", i, i) }),
		"far if":       "def f(x, y):\n  if x:\n" + repeat(20000, stmt) + "  return x",
		"far while":    "def f(x, y):\n  while x < y:\n" + repeat(20000, stmt) + "    if x: continue\n    if y: break\n" + repeat(20000, stmt) + "  return x",
		"far for":      "def f(x, y):\n  for z in y:\n" + repeat(20000, stmt) + "  return x",
		"far try":      "def f(x, y):\n  try:\n" + repeat(20000, stmt) + "  except E:\n" + repeat(20000, stmt) + "  return x",
		"far async":    "async def f(x, y):\n  async for z in y:\n" + repeat(20000, stmt) + "    await z\n  return x",
		"sum":          "a = " + strings.Repeat("b + ", 100000) + "c",
		"sum of ones":  "a = " + strings.Repeat("1 + ", 100000) + "1",
		"elif":         "if a: b\n" + strings.Repeat("elif a: b\n", 2000) + "else: c\n",
		"compare":      "a = " + strings.Repeat("b < ", 5000) + "c",
		"or":           "a = " + strings.Repeat("b or ", 20000) + "c",
		"comps":        "def f(x):\n" + repeat(2000, func(i int) string { return fmt.Sprintf("    [v%d for v%d in x]\n", i, i) }),
		"attributes":   "a" + strings.Repeat(".b", 3000),
		"calls":        "a" + strings.Repeat(".b(c)", 1500),
		"fstring":      "f'" + strings.Repeat("{x}a", 5000) + "'",
		"type params":  "def f[" + repeat(500, item) + "](): pass",
		"big match":    "match x:\n" + repeat(2000, func(i int) string { return fmt.Sprintf("  case [%d, y]: z\n", i) }),
		"long pattern": "match x:\n  case [" + repeat(700, item) + "]: z\n",
	} {
		t.Run(name, func(t *testing.T) { mustCompile(t, src+"\n") })
	}
}

// TestDepth checks that nesting ends in an error, not in a stack overflow.
func TestDepth(t *testing.T) {
	var e ast.Expr = &ast.Name{Id: "x"}
	for range 1_000_000 {
		e = &ast.UnaryOp{Op: ast.USub, Operand: e}
	}
	_, err := compiler.Compile(&ast.Expression{Body: e}, compiler.Options{Filename: "t.py"})
	var s *compiler.SyntaxError
	if !errors.As(err, &s) || s.Kind != "RecursionError" || s.Msg != "maximum recursion depth exceeded during compilation" {
		t.Errorf("got %v", err)
	}
	var nested ast.Stmt = &ast.Pass{}
	for range 1_000_000 {
		nested = &ast.While{Test: &ast.Name{Id: "x"}, Body: []ast.Stmt{nested}}
	}
	_, err = compiler.Compile(&ast.Module{Body: []ast.Stmt{nested}}, compiler.Options{Filename: "t.py"})
	if !errors.As(err, &s) || s.Kind != "RecursionError" {
		t.Errorf("got %v", err)
	}
}
