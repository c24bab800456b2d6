package compiler_test

import (
	"strings"
	"testing"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/compiler"
	"github.com/gopy-lang/gopy/parser"
)

func compileWith(t *testing.T, src string, mode parser.Mode, opt compiler.Options) *code.Code {
	t.Helper()
	mod, err := parser.Parse([]byte(src), parser.Options{Mode: mode})
	if err != nil {
		t.Fatal(err)
	}
	opt.Filename = "t.py"
	co, err := compiler.Compile(mod, opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := code.Verify(co); err != nil {
		t.Fatal(err)
	}
	return co
}

func listing(c *code.Code) string {
	var b strings.Builder
	code.Dis(&b, c)
	return b.String()
}

// TestModes checks what the options change in the code.
func TestModes(t *testing.T) {
	exec := func(src string, opt compiler.Options) func() *code.Code {
		return func() *code.Code { return compileWith(t, src, parser.Exec, opt) }
	}
	for _, tc := range []struct {
		name     string
		co       func() *code.Code
		has, not string
	}{
		{"eval returns", func() *code.Code { return compileWith(t, "x + 1", parser.Eval, compiler.Options{}) }, "RET ", "RETNONE"},
		{"single prints", func() *code.Code { return compileWith(t, "x\n", parser.Single, compiler.Options{}) }, "PRINTEXPR", ""},
		{"single prints constants", func() *code.Code { return compileWith(t, "1\n", parser.Single, compiler.Options{}) }, "PRINTEXPR", ""},
		{"exec does not print", exec("x\n", compiler.Options{}), "LOADNAME", "PRINTEXPR"},
		{"assert", exec("assert x\n", compiler.Options{}), "ASSERTERR", ""},
		{"no assert", exec("assert x\n", compiler.Options{Optimize: 1}), "", "ASSERTERR"},
		{"debug", exec("if __debug__: a\nelse: b\n", compiler.Options{}), "'a'", "'b'"},
		{"no debug", exec("if __debug__: a\nelse: b\n", compiler.Options{Optimize: 1}), "'b'", "'a'"},
		{"docstring", exec("'doc'\n", compiler.Options{Optimize: 1}), "__doc__", ""},
		{"no docstring", exec("'doc'\n", compiler.Options{Optimize: 2}), "", "__doc__"},
		{"top-level await", exec("await x\n", compiler.Options{AllowTopLevelAwait: true}), "RETGEN", ""},
		{"top-level async for", exec("async for a in b: [c async for c in a]\n", compiler.Options{AllowTopLevelAwait: true}), "GETANEXT", ""},
		{"await permitted but absent", exec("x\n", compiler.Options{AllowTopLevelAwait: true}), "", "RETGEN"},
		{"annotations evaluated", exec("x: a.b\n", compiler.Options{}), "GETATTR", "SETUPANN"},
		{"annotations as strings", exec("x: a . b\n", compiler.Options{FutureAnnotations: true}), `"a.b"`, "GETATTR"},
		{"future statement", exec("from __future__ import annotations\ndef f(x: a . b): pass\n", compiler.Options{}), `"a.b"`, "GETATTR"},
	} {
		text := listing(tc.co())
		if !strings.Contains(text, tc.has) || tc.not != "" && strings.Contains(text, tc.not) {
			t.Errorf("%s: want %q and not %q in\n%s", tc.name, tc.has, tc.not, text)
		}
	}
	if co := compileWith(t, "await x\n", parser.Exec, compiler.Options{AllowTopLevelAwait: true}); co.Flags&code.FlagCoroutine == 0 {
		t.Error("module with await is no coroutine")
	}
}

// TestUnparse checks the texts of annotations under the future statement; the
// expected ones are CPython's.
func TestUnparse(t *testing.T) {
	for src, want := range map[string]string{
		"a  +  b*c":                  "a + b * c",
		"(a+b)*c":                    "(a + b) * c",
		"a**-b":                      "a ** (-b)",
		"not a and (b or c)":         "not a and (b or c)",
		"lambda x,*y,z=1,**k: (x,y)": "lambda x, *y, z=1, **k: (x, y)",
		"a if b else c":              "a if b else c",
		"{a:b, **c}":                 "{a: b, **c}",
		"[x for x in y if z]":        "[x for x in y if z]",
		"(x for x in y)":             "(x for x in y)",
		"f(a, *b, c=d, **e)":         "f(a, *b, c=d, **e)",
		"x[1:2, ::3]":                "x[1:2, ::3]",
		"x[a, b]":                    "x[a, b]",
		"Callable[[int, str], None]": "Callable[[int, str], None]",
		"'a\"b'":                     "'a\"b'",
		"1.0":                        "1.0",
		"1e400":                      "1e309",
		"2j":                         "2j",
		"b'x'":                       "b'x'",
		"f'a{x!r:>{y}}b'":            "f'a{x!r:>{y}}b'",
		"a < b <= c":                 "a < b <= c",
		"(a,)":                       "(a,)",
		"()":                         "()",
		"...":                        "...",
		"a.b.c":                      "a.b.c",
		"(1).real":                   "1 .real",
		"~a":                         "~a",
		"a or b and c":               "a or b and c",
	} {
		co := compileWith(t, "x: "+src+"\n", parser.Exec, compiler.Options{FutureAnnotations: true})
		found := false
		for _, k := range co.Consts {
			found = found || k == want
		}
		if !found {
			t.Errorf("%s: want %q, constants %v", src, want, co.Consts)
		}
	}
}
