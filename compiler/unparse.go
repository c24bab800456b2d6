package compiler

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// Expressions as text, for annotations under `from __future__ import
// annotations`. The texts are those that CPython stores.

// Precedences, loosest first.
const (
	precTuple = iota
	precTest
	precOr
	precAnd
	precNot
	precCmp
	precExpr // also of |
	precBxor
	precBand
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

type unparser struct{ b strings.Builder }

// unparse returns the source text of an expression.
func unparse(e ast.Expr) string {
	var p unparser
	p.expr(e, precTest)
	return p.b.String()
}

func (p *unparser) str(s string) { p.b.WriteString(s) }

func (p *unparser) paren(open bool, f func()) {
	if open {
		p.str("(")
	}
	f()
	if open {
		p.str(")")
	}
}

func (p *unparser) list(list []ast.Expr, level int) {
	for i, e := range list {
		if i > 0 {
			p.str(", ")
		}
		p.expr(e, level)
	}
}

var binText = [...]struct {
	text string
	prec int
}{
	ast.Add: {" + ", precArith}, ast.Sub: {" - ", precArith}, ast.Mult: {" * ", precTerm}, ast.MatMult: {" @ ", precTerm},
	ast.Div: {" / ", precTerm}, ast.ModOp: {" % ", precTerm}, ast.Pow: {" ** ", precPower}, ast.LShift: {" << ", precShift},
	ast.RShift: {" >> ", precShift}, ast.BitOr: {" | ", precExpr}, ast.BitXor: {" ^ ", precBxor}, ast.BitAnd: {" & ", precBand},
	ast.FloorDiv: {" // ", precTerm},
}

var cmpText = [...]string{
	ast.Eq: " == ", ast.NotEq: " != ", ast.Lt: " < ", ast.LtE: " <= ", ast.Gt: " > ", ast.GtE: " >= ",
	ast.Is: " is ", ast.IsNot: " is not ", ast.In: " in ", ast.NotIn: " not in ",
}

func (p *unparser) expr(e ast.Expr, level int) {
	switch e := e.(type) {
	case *ast.BoolOp:
		text, prec := " and ", precAnd
		if e.Op == ast.Or {
			text, prec = " or ", precOr
		}
		p.paren(level > prec, func() {
			for i, v := range e.Values {
				if i > 0 {
					p.str(text)
				}
				p.expr(v, prec+1)
			}
		})
	case *ast.BinOp:
		p.binOp(e, level)
	case *ast.UnaryOp:
		ops := [...]string{ast.Invert: "~", ast.Not: "not ", ast.UAdd: "+", ast.USub: "-"}
		prec := precFactor
		if e.Op == ast.Not {
			prec = precNot
		}
		p.paren(level > prec, func() { p.str(ops[e.Op]); p.expr(e.Operand, prec) })
	case *ast.Lambda:
		p.paren(level > precTest, func() {
			p.str("lambda")
			p.args(e.Args)
			p.str(": ")
			p.expr(e.Body, precTest)
		})
	case *ast.IfExp:
		p.paren(level > precTest, func() {
			p.expr(e.Body, precTest+1)
			p.str(" if ")
			p.expr(e.Test, precTest+1)
			p.str(" else ")
			p.expr(e.Orelse, precTest)
		})
	case *ast.NamedExpr:
		p.paren(level > precTuple, func() {
			p.expr(e.Target, precAtom)
			p.str(" := ")
			p.expr(e.Value, precAtom)
		})
	case *ast.Compare:
		p.paren(level > precCmp, func() {
			p.expr(e.Left, precCmp+1)
			for i, op := range e.Ops {
				p.str(cmpText[op])
				p.expr(e.Comparators[i], precCmp+1)
			}
		})
	case *ast.Await:
		p.paren(level > precAwait, func() { p.str("await "); p.expr(e.Value, precAtom) })
	case *ast.Yield:
		if e.Value == nil {
			p.str("(yield)")
			return
		}
		p.str("(yield ")
		p.expr(e.Value, precTuple)
		p.str(")")
	case *ast.YieldFrom:
		p.str("(yield from ")
		p.expr(e.Value, precTest)
		p.str(")")
	case *ast.Call:
		p.call(e)
	case *ast.Attribute:
		p.expr(e.Value, precAtom)
		if k, ok := e.Value.(*ast.Constant); ok {
			if _, isInt := bigOf(k.Value); isInt && constTypeName(k.Value) == "int" {
				p.str(" ")
			}
		}
		p.str("." + e.Attr)
	case *ast.Subscript:
		p.expr(e.Value, precAtom)
		p.str("[")
		p.expr(e.Slice, precTuple)
		p.str("]")
	case *ast.Starred:
		p.str("*")
		p.expr(e.Value, precExpr)
	case *ast.Name:
		p.str(e.Id)
	case *ast.Constant:
		p.constant(e)
	default:
		p.display(e, level)
	}
}

func (p *unparser) binOp(e *ast.BinOp, level int) {
	op := binText[e.Op]
	right := 0
	if e.Op == ast.Pow {
		right = 1
	}
	p.paren(level > op.prec, func() {
		p.expr(e.Left, op.prec+right)
		p.str(op.text)
		p.expr(e.Right, op.prec+1-right)
	})
}

func (p *unparser) display(e ast.Expr, level int) {
	switch e := e.(type) {
	case *ast.Tuple:
		if len(e.Elts) == 0 {
			p.str("()")
			return
		}
		p.paren(level > precTuple, func() {
			p.list(e.Elts, precTest)
			if len(e.Elts) == 1 {
				p.str(",")
			}
		})
	case *ast.List:
		p.str("[")
		p.list(e.Elts, precTest)
		p.str("]")
	case *ast.Set:
		p.str("{")
		p.list(e.Elts, precTest)
		p.str("}")
	case *ast.Dict:
		p.str("{")
		for i, k := range e.Keys {
			if i > 0 {
				p.str(", ")
			}
			if k == nil {
				p.str("**")
				p.expr(e.Values[i], precExpr)
				continue
			}
			p.expr(k, precTest)
			p.str(": ")
			p.expr(e.Values[i], precTest)
		}
		p.str("}")
	case *ast.ListComp:
		p.comp("[", e.Elt, nil, e.Generators, "]")
	case *ast.SetComp:
		p.comp("{", e.Elt, nil, e.Generators, "}")
	case *ast.DictComp:
		p.comp("{", e.Key, e.Value, e.Generators, "}")
	case *ast.GeneratorExp:
		p.comp("(", e.Elt, nil, e.Generators, ")")
	case *ast.Slice:
		if e.Lower != nil {
			p.expr(e.Lower, precTest)
		}
		p.str(":")
		if e.Upper != nil {
			p.expr(e.Upper, precTest)
		}
		if e.Step != nil {
			p.str(":")
			p.expr(e.Step, precTest)
		}
	case *ast.JoinedStr, *ast.FormattedValue, *ast.TemplateStr, *ast.Interpolation:
		p.fstring(e)
	}
}

func (p *unparser) comp(open string, elt, value ast.Expr, gens []*ast.Comprehension, end string) {
	p.str(open)
	p.expr(elt, precTest)
	if value != nil {
		p.str(": ")
		p.expr(value, precTest)
	}
	for _, g := range gens {
		if g.IsAsync != 0 {
			p.str(" async")
		}
		p.str(" for ")
		p.expr(g.Target, precTuple)
		p.str(" in ")
		p.expr(g.Iter, precTest+1)
		for _, c := range g.Ifs {
			p.str(" if ")
			p.expr(c, precTest+1)
		}
	}
	p.str(end)
}

func (p *unparser) call(e *ast.Call) {
	p.expr(e.Func, precAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*ast.GeneratorExp); ok {
			p.expr(g, precTest)
			return
		}
	}
	p.str("(")
	p.list(e.Args, precTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			p.str(", ")
		}
		if k.Arg == "" {
			p.str("**")
		} else {
			p.str(k.Arg + "=")
		}
		p.expr(k.Value, precTest)
	}
	p.str(")")
}

func (p *unparser) args(a *ast.Arguments) {
	first := true
	sep := func() {
		if first {
			if len(a.Posonlyargs)+len(a.Args) > 0 { // CPython writes lambda*x: ...
				p.str(" ")
			}
		} else {
			p.str(", ")
		}
		first = false
	}
	pos := append(append([]*ast.Arg{}, a.Posonlyargs...), a.Args...)
	for i, x := range pos {
		sep()
		p.str(x.Arg)
		if d := i - (len(pos) - len(a.Defaults)); d >= 0 {
			p.str("=")
			p.expr(a.Defaults[d], precTest)
		}
		if len(a.Posonlyargs) > 0 && i+1 == len(a.Posonlyargs) {
			p.str(", /")
		}
	}
	if a.Vararg != nil || len(a.Kwonlyargs) > 0 {
		sep()
		p.str("*")
		if a.Vararg != nil {
			p.str(a.Vararg.Arg)
		}
	}
	for i, x := range a.Kwonlyargs {
		sep()
		p.str(x.Arg)
		if d := a.KwDefaults[i]; d != nil {
			p.str("=")
			p.expr(d, precTest)
		}
	}
	if a.Kwarg != nil {
		sep()
		p.str("**" + a.Kwarg.Arg)
	}
}

func (p *unparser) constant(e *ast.Constant) {
	if e.Kind != "" {
		p.str(e.Kind)
	}
	p.str(pyRepr(e.Value))
}

func (p *unparser) fstring(e ast.Expr) {
	var body unparser
	prefix := "f"
	switch e := e.(type) {
	case *ast.JoinedStr:
		body.parts(e.Values, false)
	case *ast.TemplateStr:
		prefix = "t"
		body.parts(e.Values, false)
	default:
		body.parts([]ast.Expr{e}, false)
	}
	p.str(prefix + pyRepr(body.b.String()))
}

// parts writes the inside of an f-string.
func (p *unparser) parts(list []ast.Expr, spec bool) {
	for _, v := range list {
		switch v := v.(type) {
		case *ast.Constant:
			s, _ := v.Value.(string)
			p.str(strings.NewReplacer("{", "{{", "}", "}}").Replace(s))
		case *ast.JoinedStr:
			p.parts(v.Values, spec)
		case *ast.FormattedValue:
			p.field(unparseField(v.Value), v.Conversion, v.FormatSpec)
		case *ast.Interpolation:
			p.field(v.Str, v.Conversion, v.FormatSpec)
		}
	}
}

func unparseField(e ast.Expr) string {
	var p unparser
	p.expr(e, precTest+1)
	return p.b.String()
}

func (p *unparser) field(text string, conv int, spec ast.Expr) {
	if strings.HasPrefix(text, "{") {
		p.str("{ ")
	} else {
		p.str("{")
	}
	p.str(text)
	if conv > 0 {
		p.str("!" + string(rune(conv)))
	}
	if spec != nil {
		p.str(":")
		p.parts([]ast.Expr{spec}, true)
	}
	p.str("}")
}

// pyRepr is Python's repr of a constant.
func pyRepr(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case int64:
		return strconv.FormatInt(v, 10)
	case int:
		return strconv.Itoa(v)
	case *big.Int:
		return v.String()
	case float64:
		return strings.ReplaceAll(floatRepr(v), "inf", "1e309")
	case complex128:
		return complexRepr(v)
	case string:
		return strRepr(v)
	case ast.Bytes:
		return bytesRepr(string(v))
	case code.Bytes:
		return bytesRepr(string(v))
	case ast.Ellipsis, code.Ellipsis:
		return "..."
	case code.Tuple:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = pyRepr(x)
		}
		if len(parts) == 1 {
			return "(" + parts[0] + ",)"
		}
		return "(" + strings.Join(parts, ", ") + ")"
	}
	return fmt.Sprint(v)
}

func floatRepr(f float64) string {
	switch {
	case math.IsInf(f, 0):
		if f < 0 {
			return "-inf"
		}
		return "inf"
	case math.IsNaN(f):
		return "nan"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	exp, _ := strconv.Atoi(s[strings.IndexByte(s, 'e')+1:])
	if exp < -4 || exp >= 16 {
		return s
	}
	s = strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

func complexRepr(z complex128) string {
	part := func(f float64) string {
		return strings.ReplaceAll(strings.TrimSuffix(floatRepr(f), ".0"), "inf", "1e309")
	}
	if real(z) == 0 && !math.Signbit(real(z)) {
		return part(imag(z)) + "j"
	}
	im := part(imag(z))
	if !strings.HasPrefix(im, "-") {
		im = "+" + im
	}
	return "(" + part(real(z)) + im + "j)"
}

func quoteFor(s string) byte {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return '"'
	}
	return '\''
}

func strRepr(s string) string {
	var b strings.Builder
	q := quoteFor(s)
	b.WriteByte(q)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 && i+2 < len(s) && s[i] == 0xED { // a lone surrogate
			fmt.Fprintf(&b, `\u%04x`, rune(s[i]&0xF)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F))
			i += 3
			continue
		}
		i += n
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x7F:
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xFF:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte(q)
	return b.String()
}

func bytesRepr(s string) string {
	var b strings.Builder
	q := quoteFor(s)
	b.WriteByte('b')
	b.WriteByte(q)
	for i := range len(s) {
		switch c := s[i]; {
		case c == q || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < ' ' || c >= 0x7F:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(q)
	return b.String()
}
