package ast

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/unitab"
)

// Dump returns n in the format of CPython's ast.dump with the default
// indent=None and show_empty=False: empty lists and missing fields are left
// out. annotateFields adds the fields' names, includeAttributes the positions.
// It recurses as deep as the tree.
func Dump(n Node, annotateFields, includeAttributes bool) string {
	d := dumper{annotate: annotateFields, attributes: includeAttributes}
	d.node(n)
	return d.String()
}

type dumper struct {
	strings.Builder
	annotate, attributes bool
}

func (d *dumper) node(n Node) {
	d.WriteString(n.NodeName())
	d.WriteByte('(')
	sep := ""
	keywords := d.annotate
	pending := 0 // empty lists that matter only if a positional field follows
	for _, f := range n.Fields() {
		if f.Optional && f.Value == nil {
			keywords = true
			continue
		}
		if f.empty() {
			if !keywords {
				pending++
			}
			continue
		}
		if !keywords {
			for ; pending > 0; pending-- {
				d.WriteString(sep + "[]")
				sep = ", "
			}
		}
		d.WriteString(sep)
		sep = ", "
		if keywords {
			d.WriteString(f.Name)
			d.WriteByte('=')
		}
		d.field(f)
	}
	if p := n.Position(); p != nil && d.attributes {
		fmt.Fprintf(d, "%slineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d", sep, p.Line, p.Col, p.EndLine, p.EndCol)
	}
	d.WriteByte(')')
}

// empty reports whether f is a list without elements.
func (f *Field) empty() bool {
	switch v := f.Value.(type) {
	case []Node:
		return len(v) == 0
	case []string:
		return len(v) == 0
	case []fmt.Stringer:
		return len(v) == 0
	}
	return false
}

func (d *dumper) field(f Field) {
	switch v := f.Value.(type) {
	case []Node:
		list(d, v, func(n Node) {
			if n == nil {
				d.WriteString("None")
			} else {
				d.node(n)
			}
		})
	case []string:
		list(d, v, func(s string) { d.WriteString(ReprString(s)) })
	case []fmt.Stringer:
		list(d, v, func(s fmt.Stringer) { d.WriteString(s.String() + "()") })
	case Node:
		d.node(v)
	case fmt.Stringer:
		if f.Kind == EnumField {
			d.WriteString(v.String() + "()")
		} else {
			d.WriteString(ReprConstant(v))
		}
	default:
		d.WriteString(ReprConstant(v))
	}
}

func list[T any](d *dumper, items []T, write func(T)) {
	d.WriteByte('[')
	for i, item := range items {
		if i > 0 {
			d.WriteString(", ")
		}
		write(item)
	}
	d.WriteByte(']')
}

// ReprConstant is Python's repr of a constant's value (see [Constant]) or of an
// int field.
func ReprConstant(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case *big.Int:
		return v.String()
	case float64:
		return reprFloat(v, ".0")
	case complex128:
		return reprComplex(v)
	case string:
		return ReprString(v)
	case Bytes:
		return "b" + reprQuoted(string(v), true)
	case Ellipsis:
		return "Ellipsis"
	}
	return fmt.Sprintf("<%T>", v)
}

// reprFloat writes the shortest digits that read back as f; suffix follows a
// number that looks like an integer.
func reprFloat(f float64, suffix string) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	mant, exp, _ := strings.Cut(s, "e")
	e, _ := strconv.Atoi(exp)
	if e < -4 || e >= 16 {
		return fmt.Sprintf("%se%+03d", mant, e)
	}
	s = strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += suffix
	}
	return s
}

func reprComplex(c complex128) string {
	im := reprFloat(imag(c), "") + "j"
	if real(c) == 0 && !math.Signbit(real(c)) {
		return im
	}
	if im[0] != '-' {
		im = "+" + im
	}
	return "(" + reprFloat(real(c), "") + im + ")"
}

// ReprString is Python's repr of a str in the encoding of [Constant].
func ReprString(s string) string { return reprQuoted(s, false) }

func reprQuoted(s string, bytes bool) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte(quote)
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if !bytes {
			r, size = decodeWTF8(s[i:])
		}
		writeEscaped(&b, s[i:i+size], r, quote, bytes)
		i += size
	}
	b.WriteByte(quote)
	return b.String()
}

func writeEscaped(b *strings.Builder, text string, r rune, quote byte, bytes bool) {
	switch {
	case r == rune(quote) || r == '\\':
		b.WriteByte('\\')
		b.WriteByte(byte(r))
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case ' ' <= r && r < 0x7f:
		b.WriteByte(byte(r))
	case !bytes && r >= 0x80 && unitab.Printable(r):
		b.WriteString(text)
	case r < 0x100:
		fmt.Fprintf(b, `\x%02x`, r)
	case r < 0x10000:
		fmt.Fprintf(b, `\u%04x`, r)
	default:
		fmt.Fprintf(b, `\U%08x`, r)
	}
}

// decodeWTF8 decodes the first code point of s, lone surrogates included.
func decodeWTF8(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 && len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, size
}
