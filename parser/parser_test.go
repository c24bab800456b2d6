package parser_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/parser"
)

func TestModes(t *testing.T) {
	tests := []struct {
		mode parser.Mode
		src  string
		want string
	}{
		{parser.Eval, "x, 1\n\n", "Expression(body=Tuple(elts=[Name(id='x', ctx=Load()), Constant(value=1)], ctx=Load()))"},
		{parser.Eval, "x = 1", "SyntaxError|invalid syntax|1:3-1:4"},
		{parser.Eval, "", "SyntaxError|invalid syntax|0:0-0:0"},
		{parser.Single, "x; y\n", "Interactive(body=[Expr(value=Name(id='x', ctx=Load())), Expr(value=Name(id='y', ctx=Load()))])"},
		{parser.Single, "if x:\n  y\n\n", "Interactive(body=[If(test=Name(id='x', ctx=Load()), body=[Expr(value=Name(id='y', ctx=Load()))])])"},
		{parser.FuncType, "(int, *str, **x) -> y", "FunctionType(argtypes=[Name(id='int', ctx=Load()), Name(id='str', ctx=Load()), Name(id='x', ctx=Load())], " +
			"returns=Name(id='y', ctx=Load()))"},
		{parser.Exec, "", "Module()"},
		{parser.Exec, "# nothing", "Module()"},
	}
	for _, tt := range tests {
		mod, err := parser.Parse([]byte(tt.src), parser.Options{Mode: tt.mode})
		got := describe(err)
		if err == nil {
			got = ast.Dump(mod, true, false)
		}
		if got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
	if _, err := parser.Parse([]byte("a\nb"), parser.Options{Mode: parser.Single}); err == nil ||
		err.(*parser.SyntaxError).Msg != "multiple statements found while compiling a single statement" {
		t.Errorf("two statements: %v", err)
	}
}

func TestIncomplete(t *testing.T) {
	for src, incomplete := range map[string]bool{
		"if x:": true, "if x:\n  y": true, "if x:\n  y\n": false, "def f(": true, "f(a,\n": true, "'''abc": true, "f'''{x}": true,
		"x = \\": true, "@dec": true, "try:\n  x": true, "try:\n  x\n": true, "class C:\n  def f(self):": true, "x": false, "x = 1": false,
		"match x:": true, "{1: [2,\n": true, "for x in y:\n  pass\nelse:": true, "": true,
		"x = ": false, "x y": false, "'abc": false, ")": false, "(]": false, "if x: y": true,
	} {
		_, err := parser.Parse([]byte(src), parser.Options{Mode: parser.Single, Incomplete: true})
		var e *parser.SyntaxError
		if got := errors.As(err, &e) && e.Incomplete; got != incomplete {
			t.Errorf("%q: incomplete %v, want %v (%v)", src, got, incomplete, err)
		}
	}
}

func TestDecoding(t *testing.T) {
	tests := []struct{ src, want string }{
		{"x = '\xf6'", "1:6: SyntaxError: Non-UTF-8 code starting with '\\xf6' on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details"},
		{"# coding: ascii\nx='\xff'", "0:0: SyntaxError: 'ascii' codec can't decode byte 0xff in position 19: ordinal not in range(128)"},
		{"# coding: foo\n", "0:0: SyntaxError: unknown encoding: foo"},
		{"\xef\xbb\xbf# coding: latin-1\n", "1:0: SyntaxError: encoding problem: iso-8859-1 with BOM"},
		{"a\x00b", "1:0: SyntaxError: source code cannot contain null bytes"},
		{"\xef\xbb\xbf# coding: utf-8\n'é'", "Module(body=[Expr(value=Constant(value='é'))])"},
		{"#!/usr/bin/python\n# vim: set fileencoding=cp1251 :\n'\xe6'", "Module(body=[Expr(value=Constant(value='ж'))])"},
		{"# coding: shift_jis\n'\x82\xa0'", "Module(body=[Expr(value=Constant(value='あ'))])"},
		{"x = 1 # coding: foo\n", "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])"},
	}
	for _, tt := range tests {
		mod, err := parser.Parse([]byte(tt.src), parser.Options{Filename: "f"})
		got := ""
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "f:")
		} else {
			got = ast.Dump(mod, true, false)
		}
		if got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

func TestWarnings(t *testing.T) {
	var got []string
	src := "with (open('\\m')) as f: pass\nmatch '\\w':\n case _: pass\n" + `x = "\d"; y = b"\400"; z = f"{x}\q"` + "\n" + `w = 1if x else 0x1for` + "\n"
	src = strings.Replace(src, "0x1for", "0o1or 2", 1)
	_, err := parser.Parse([]byte(src), parser.Options{Warn: func(w parser.SyntaxWarning) {
		got = append(got, fmt.Sprintf("%d:%d %s", w.Line, w.Col, w.Msg))
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`1:13 "\m" is an invalid escape sequence. Did you mean "\\m"? A raw string is also an option.`,
		`2:8 "\w" is an invalid escape sequence. Did you mean "\\w"? A raw string is also an option.`,
		`4:6 "\d" is an invalid escape sequence. Did you mean "\\d"? A raw string is also an option.`,
		`4:17 "\400" is an invalid octal escape sequence. Did you mean "\\400"? A raw string is also an option.`,
		`4:33 "\q" is an invalid escape sequence. Did you mean "\\q"? A raw string is also an option.`,
		`5:5 invalid decimal literal`,
		`5:16 invalid octal literal`,
	}
	if !equalSets(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func equalSets(a, b []string) bool {
	count := map[string]int{}
	for _, s := range a {
		count[s]++
	}
	for _, s := range b {
		count[s]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestConcurrent(t *testing.T) {
	src := []byte(strings.Repeat("class A(B):\n    def f(self, x: int = 1):\n        try:\n            return f'{x!r}'\n        except E:\n            raise\n", 50))
	first, err := parser.Parse(src, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := ast.Dump(first, true, true)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				mod, err := parser.Parse(src, parser.Options{})
				if err != nil || ast.Dump(mod, true, true) != want {
					t.Errorf("a concurrent parse differs: %v", err)
				}
				if _, err := parser.Parse([]byte("try: (x"), parser.Options{}); err == nil {
					t.Error("no error")
				}
			}
		})
	}
	wg.Wait()
}

// TestLong parses chains and lists as long as programs make them.
func TestLong(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"sum":        "x = 1" + strings.Repeat("+1", n),
		"attributes": "x" + strings.Repeat(".a", n),
		"calls":      "x" + strings.Repeat("()", n),
		"or":         "x" + strings.Repeat(" or x", n),
		"comparison": "x" + strings.Repeat(" < x", n),
		"targets":    strings.Repeat("x = ", n) + "1",
		"strings":    "x = (" + strings.Repeat("'a' ", n) + ")",
		"list":       "[" + strings.Repeat("1,", n) + "]",
		"dict":       "{" + strings.Repeat("1:2,", n) + "}",
		"arguments":  "f(" + strings.Repeat("a,", n) + ")",
		"statements": strings.Repeat("x = 1\n", n),
		"semicolons": strings.Repeat("x;", n),
		"body":       "def f():\n" + strings.Repeat("  x = 1\n", n),
		"fields":     "f'" + strings.Repeat("{x}", n) + "'",
		"elif":       "if x: pass\n" + strings.Repeat("elif x: pass\n", 5900),
	} {
		if _, err := parser.Parse([]byte(src), parser.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDeep gives source that is nested without end: an error, no crash.
func TestDeep(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"minus":    strings.Repeat("-", n) + "x",
		"not":      strings.Repeat("not ", n) + "x",
		"lambda":   strings.Repeat("lambda: ", n) + "x",
		"power":    strings.Repeat("x**", n) + "x",
		"if":       strings.Repeat("x if x else ", n) + "x",
		"elif":     "if x: pass\n" + strings.Repeat("elif x: pass\n", n),
		"parens":   strings.Repeat("(", n) + strings.Repeat(")", n),
		"brackets": strings.Repeat("[", n),
		"braces":   strings.Repeat("{1:", n),
		"calls":    strings.Repeat("f(", n),
		"fstrings": strings.Repeat(`f"{`, n),
		"specs":    `f"` + strings.Repeat("{x:", n),
		"indent":   indented(200),
		"patterns": "match x:\n case " + strings.Repeat("(", n) + ": pass",
		"classes":  "match x:\n case " + strings.Repeat("C(", n) + ": pass",
		"defaults": "lambda x=" + strings.Repeat("lambda x=", n) + "1: 1",
		"walrus":   strings.Repeat("(x:=", n),
		"await":    strings.Repeat("await ", n) + "x",
	} {
		_, err := parser.Parse([]byte(src), parser.Options{})
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func indented(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if x:\n")
	}
	return b.String()
}

// TestErrorIsQuick guards the second pass against exponential search.
func TestErrorIsQuick(t *testing.T) {
	long := strings.Repeat("def f(a, b=1, *c):\n    return [x for x in g(a, {1: (2, 3)})]\n", 3000)
	for name, src := range map[string]string{
		"last line":           long + "x y\n",
		"arguments":           "f(" + strings.Repeat("a, ", 2000) + "b c)",
		"nested":              strings.Repeat("(", 190) + "a b" + strings.Repeat(")", 190),
		"dicts":               strings.Repeat("{1: ", 190) + "a b" + strings.Repeat("}", 190),
		"calls":               strings.Repeat("f(x, ", 190) + "a b" + strings.Repeat(")", 190),
		"lists":               "x = [" + strings.Repeat("1 2, ", 3000) + "]",
		"strings":             "f(" + strings.Repeat("'a' b, ", 3000) + ")",
		"stars":               strings.Repeat("f(*", 190) + "a b" + strings.Repeat(")", 190),
		"stars in subscripts": strings.Repeat("f[*", 190) + "a b" + strings.Repeat("]", 190),
		"with":                "with " + strings.Repeat("(", 190) + "a b" + strings.Repeat(")", 190) + ": pass",
		"handlers":            "try: pass\nexcept " + strings.Repeat("(", 190) + "a b" + strings.Repeat(")", 190) + ": pass",
		"if":                  strings.Repeat("(a if b else ", 190) + "a b" + strings.Repeat(")", 190),
		"lambda":              strings.Repeat("(lambda: ", 190) + "a b" + strings.Repeat(")", 190),
		"print":               strings.Repeat("print (", 190) + "a b" + strings.Repeat(")", 190),
		"prints":              strings.Repeat("print ", 2000) + "a b",
		"fields":              strings.Repeat(`f"{`, 100) + "a b" + strings.Repeat(`}"`, 100),
		"equals":              strings.Repeat("(a = ", 190) + "a b" + strings.Repeat(")", 190),
		"keywords":            strings.Repeat("f(a = ", 190) + "a b" + strings.Repeat(")", 190),
		"nots":                strings.Repeat("-not ", 2000) + "a b",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := parser.Parse([]byte(src), parser.Options{}); err == nil {
				t.Error("no error")
			}
		})
	}
}
