package signature

import (
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	p := MustParse("($self, target, /, a, b=None, *args, name='x\\n', flag=True,\n n=-1, f=1e-09, e=..., t=(), d=b'z', m=sys.maxsize, q=f(1, [2]), u=<unrepresentable>, **kw)")
	want := []Param{
		{Name: "self", Bound: true},
		{Name: "target"},
		{Name: "a", Kind: PositionalOrKeyword},
		{Name: "b", Kind: PositionalOrKeyword, HasDefault: true},
		{Name: "args", Kind: VarPositional},
		{Name: "name", Kind: KeywordOnly, HasDefault: true, Default: "x\n"},
		{Name: "flag", Kind: KeywordOnly, HasDefault: true, Default: true},
		{Name: "n", Kind: KeywordOnly, HasDefault: true, Default: int64(-1)},
		{Name: "f", Kind: KeywordOnly, HasDefault: true, Default: 1e-9},
		{Name: "e", Kind: KeywordOnly, HasDefault: true, Default: Ellipsis{}},
		{Name: "t", Kind: KeywordOnly, HasDefault: true, Default: EmptyTuple{}},
		{Name: "d", Kind: KeywordOnly, HasDefault: true, Default: Bytes("z")},
		{Name: "m", Kind: KeywordOnly, HasDefault: true, Default: Expr("sys.maxsize")},
		{Name: "q", Kind: KeywordOnly, HasDefault: true, Default: Expr("f(1, [2])")},
		{Name: "u", Kind: KeywordOnly, HasDefault: true, Default: Unrepresentable},
		{Name: "kw", Kind: VarKeyword},
	}
	if !reflect.DeepEqual(p.Params, want) {
		t.Errorf("parameters: %+v", p.Params)
	}
	if p.NBound != 1 || p.NPosOnly != 2 || p.NPos != 4 || p.MinPos != 3 || p.VarPos != 4 || p.KwOnlyStart != 5 ||
		p.KwOnlyEnd != 15 || p.MinKwOnly != 0 || p.VarKw != 15 || p.Simple {
		t.Errorf("counters: %+v", p)
	}
	for name, i := range map[string]int{"a": 2, "u": 14, "target": -1, "args": -1, "kw": -1, "nothing": -1} {
		if got := p.Keyword(name); got != i {
			t.Errorf("Keyword(%s) = %d, want %d", name, got, i)
		}
	}
	if got := MustParse("($module, /, module=None)").Keyword("module"); got != 1 {
		t.Errorf("Keyword(module) = %d", got)
	}
	if got := strings.Join(MustParse("(a, /, b, *, c)").Keywords(), " "); got != "b c" {
		t.Errorf("Keywords: %q", got)
	}
}

func TestParseShapes(t *testing.T) {
	for _, c := range []struct {
		sig          string
		pos, min, kw int // kw: number of keyword-only parameters
		simple       bool
		style        Style
	}{
		{"()", 0, 0, 0, true, StyleNoArgs},
		{"($self, /)", 1, 1, 0, true, StyleNoArgs},
		{"($self)", 1, 1, 0, true, StyleNoArgs},
		{"($module, x, /)", 2, 2, 0, true, StyleOne},
		{"($self, object, value, /)", 3, 3, 0, true, StylePositional},
		{"($self, x=None, /)", 2, 1, 0, false, StylePositional},
		{"($module, /, *integers)", 1, 1, 0, false, StylePositional},
		{"($type, /, a, *, b)", 2, 2, 1, false, StyleKeywords},
		{"(a, *, b, c=1)", 1, 1, 2, false, StyleKeywords},
		{"(**kw)", 0, 0, 0, false, StyleKeywords},
		{"($self, prefix[, start[, end]], /)", 4, 2, 0, false, StylePositional},
		{"([contents])", 1, 0, 0, false, StyleKeywords},
		{"([x, y])", 2, 0, 0, false, StyleKeywords},
		{"(a={}, b=[1, 2], /)", 2, 0, 0, false, StylePositional},
	} {
		p, err := Parse(c.sig)
		if err != nil {
			t.Error(err)
			continue
		}
		if p.NPos != c.pos || p.MinPos != c.min || p.KwOnlyEnd-p.KwOnlyStart != c.kw || p.Simple != c.simple || p.Style() != c.style {
			t.Errorf("%s: %+v, style %d", c.sig, p, p.Style())
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, sig := range []string{
		"", "(", ")", "(a", "(a b)", "(a,,b)", "(a) x", "(a, a)", "(/)", "(a, /, /)", "(*, /)", "(*)", "(*, **kw)",
		"(*a, *b)", "(**kw, a)", "(**kw, *a)", "(a=1, b)", "(a=)", "(a='x)", "(a=(1)", "(*a=1)", "(**k=1)", "(a, $b)",
		"($a=1)", "([a)", "(1a)", "(a[, b)",
	} {
		if p, err := Parse(sig); err == nil {
			t.Errorf("%q parsed as %+v", sig, p)
		}
	}
}

func TestSuggest(t *testing.T) {
	for _, c := range []struct{ name, candidates, want string }{
		{"flus", "sep end file flush", "flush"},
		{"ned", "sep end file flush", ""},
		{"sop", "sep end file flush", "sep"},
		{"REVERSE", "key reverse", ""},
		{"Key", "key reverse", "key"},
		{"append", "append appends", "appends"},
		{strings.Repeat("x", 50), strings.Repeat("y", 50), ""},
	} {
		if got := Suggest(c.name, strings.Fields(c.candidates)); got != c.want {
			t.Errorf("Suggest(%s) = %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, sig := range []string{"($self, a, /, b=1, *c, d='x', **e)", "(a[, b[, c]])", "(a=(1, '\\''), *, b)"} {
		f.Add(sig)
	}
	f.Fuzz(func(t *testing.T, sig string) {
		p, err := Parse(sig)
		if err != nil {
			return
		}
		if p.NPos > len(p.Params) || p.MinPos > p.NPos || p.NPosOnly > p.NPos || p.KwOnlyEnd > len(p.Params) {
			t.Errorf("counters of %q: %+v", sig, p)
		}
		_ = p.ArgError("f", 3, []string{"a", "zz"})
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		_ = MustParse("($self, /, encoding='utf-8', errors='strict')")
	}
}
