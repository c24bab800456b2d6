package object

// str.format and str.format_map (library reference, "Format String Syntax").

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/internal/wtf8"
)

// FormatPiece is a literal and the replacement field that follows it, as
// _string.formatter_parser gives them.
type FormatPiece struct {
	Literal    string
	Field      bool // a field follows
	Name, Spec string
	Conversion rune // 0: none
	nested     bool // Spec has fields
}

// FormatParser cuts a format string into pieces.
type FormatParser struct{ rest string }

// NewFormatParser returns a parser of s.
func NewFormatParser(s string) *FormatParser { return &FormatParser{s} }

// Next returns the next piece, false at the end.
func (p *FormatParser) Next() (piece FormatPiece, ok bool, err error) {
	if p.rest == "" {
		return piece, false, nil
	}
	i := strings.IndexAny(p.rest, "{}")
	if i < 0 {
		piece.Literal, p.rest = p.rest, ""
		return piece, true, nil
	}
	c := p.rest[i]
	atEnd := i+1 >= len(p.rest)
	switch {
	case c == '}' && (atEnd || p.rest[i+1] != '}'):
		return piece, false, ValueErrorf("Single '}' encountered in format string")
	case atEnd:
		return piece, false, ValueErrorf("Single '{' encountered in format string")
	case p.rest[i+1] == c:
		piece.Literal, p.rest = p.rest[:i+1], p.rest[i+2:]
		return piece, true, nil
	}
	piece.Literal, p.rest = p.rest[:i], p.rest[i+1:]
	piece.Field = true
	return piece, true, p.field(&piece)
}

// field reads a replacement field after its {.
func (p *FormatParser) field(f *FormatPiece) error {
	s := p.rest
	i := 0
	var c byte
scan:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			return ValueErrorf("unexpected '{' in field name")
		case '[':
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			break scan
		}
	}
	if c != '}' && c != ':' && c != '!' || i == 0 {
		return ValueErrorf("expected '}' before end of string")
	}
	f.Name = s[:i-1]
	s = s[i:]
	if c == '}' {
		p.rest = s
		return nil
	}
	if c == '!' {
		if s == "" {
			return ValueErrorf("end of string while looking for conversion specifier")
		}
		r, n := wtf8.Decode(s)
		f.Conversion, s = r, s[n:]
		if s != "" {
			if s[0] == '}' {
				p.rest = s[1:]
				return nil
			}
			if s[0] != ':' {
				return ValueErrorf("expected ':' after conversion specifier")
			}
			s = s[1:]
		}
	}
	return p.spec(f, s)
}

func (p *FormatParser) spec(f *FormatPiece, s string) error {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			f.nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				f.Spec, p.rest = s[:i], s[i+1:]
				return nil
			}
		}
	}
	return ValueErrorf("unmatched '{' in format spec")
}

// fieldInt is the value of a field name or index that is a number; -1: it is none.
func fieldInt(s string) (int, error) {
	if s == "" {
		return -1, nil
	}
	n := 0
	for s != "" {
		r, k := wtf8.Decode(s)
		s = s[k:]
		d := unidata.Decimal(r)
		if d < 0 {
			return -1, nil
		}
		if n > (maxInt-d)/10 {
			return -1, ValueErrorf("Too many decimal digits in format string")
		}
		n = n*10 + d
	}
	return n, nil
}

// FieldStep is an attribute or index access in a field name.
type FieldStep struct {
	Attr  bool
	Name  string
	Index int // -1: Name is the key
}

// FieldSteps reads the accesses of a field name one by one.
type FieldSteps struct{ rest string }

// SplitFieldName cuts a field name into its first part and the accesses that
// follow; index is -1 unless the first part is a number.
func SplitFieldName(name string) (first string, index int, steps FieldSteps, err error) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	index, err = fieldInt(name[:i])
	return name[:i], index, FieldSteps{name[i:]}, err
}

// Next returns the next access, false at the end.
func (p *FieldSteps) Next() (s FieldStep, ok bool, err error) {
	if p.rest == "" {
		return s, false, nil
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	s.Index = -1
	switch c {
	case '.':
		s.Attr = true
		i := strings.IndexAny(p.rest, ".[")
		if i < 0 {
			i = len(p.rest)
		}
		s.Name, p.rest = p.rest[:i], p.rest[i:]
	case '[':
		i := strings.IndexByte(p.rest, ']')
		if i < 0 {
			return s, false, ValueErrorf("Missing ']' in format string")
		}
		s.Name, p.rest = p.rest[:i], p.rest[i+1:]
		if s.Index, err = fieldInt(s.Name); err != nil {
			return s, false, err
		}
	default:
		return s, false, ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
	}
	if s.Name == "" {
		return s, false, ValueErrorf("Empty attribute in format string")
	}
	return s, true, nil
}

// formatter formats one string.
type formatter struct {
	t      *Thread
	args   []Value
	noArgs bool // format_map: there are no positional arguments
	kwargs Value
	next   int // the next automatic number
	mode   byte
}

func strFormat(t *Thread, a []Value) (Value, error) {
	f := formatter{t: t, args: As[Tuple](a[1]).Items, kwargs: a[2]}
	return f.build(As[Str](a[0]).s, 2)
}

func strFormatMap(t *Thread, a []Value) (Value, error) {
	f := formatter{t: t, noArgs: true, kwargs: a[1]}
	return f.build(As[Str](a[0]).s, 2)
}

func (f *formatter) build(s string, depth int) (Value, error) {
	if depth <= 0 {
		return Value{}, ValueErrorf("Max string recursion exceeded")
	}
	var store [64]byte
	b := store[:0]
	p := FormatParser{s}
	for {
		piece, ok, err := p.Next()
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return newStrBytes(b), nil
		}
		b = append(b, piece.Literal...)
		if !piece.Field {
			continue
		}
		text, err := f.field(&piece, depth)
		if err != nil {
			return Value{}, err
		}
		if err := f.t.Charge(len(b) + len(text)); err != nil {
			return Value{}, err
		}
		b = append(b, text...)
	}
}

func (f *formatter) field(piece *FormatPiece, depth int) (string, error) {
	v, err := f.lookup(piece.Name)
	if err != nil {
		return "", err
	}
	switch piece.Conversion {
	case 0:
	case 's':
		v, err = StrValue(f.t, v)
	case 'r':
		v, err = ReprValue(f.t, v)
	case 'a':
		v, err = ASCII(f.t, v)
	default:
		if c := piece.Conversion; c > 32 && c < 127 {
			return "", ValueErrorf("Unknown conversion specifier %c", c)
		}
		return "", ValueErrorf("Unknown conversion specifier \\x%x", piece.Conversion)
	}
	if err != nil {
		return "", err
	}
	sv := Value{}
	if piece.nested {
		if sv, err = f.build(piece.Spec, depth-1); err != nil {
			return "", err
		}
	} else if piece.Spec != "" {
		sv = NewStr(piece.Spec)
	}
	r, err := Format(f.t, v, sv)
	if err != nil {
		return "", err
	}
	return As[Str](r).s, nil
}

const (
	numberAuto = iota + 1
	numberManual
)

func (f *formatter) lookup(name string) (Value, error) {
	first, index, steps, err := SplitFieldName(name)
	if err != nil {
		return Value{}, err
	}
	if first == "" || index >= 0 {
		if index, err = f.number(first == "", index); err != nil {
			return Value{}, err
		}
	}
	v, err := f.argument(first, index)
	for err == nil {
		step, ok, err1 := steps.Next()
		if err1 != nil || !ok {
			return v, err1
		}
		switch {
		case step.Attr:
			v, err = GetAttrStr(f.t, v, step.Name)
		case step.Index >= 0:
			v, err = GetItem(f.t, v, IntOf(step.Index))
		default:
			v, err = GetItem(f.t, v, NewStr(step.Name))
		}
	}
	return Value{}, err
}

func (f *formatter) number(auto bool, index int) (int, error) {
	mode := byte(numberManual)
	if auto {
		mode = numberAuto
	}
	switch {
	case f.mode == 0:
		f.mode = mode
	case f.mode != mode && auto:
		return 0, ValueErrorf("cannot switch from manual field specification to automatic field numbering")
	case f.mode != mode:
		return 0, ValueErrorf("cannot switch from automatic field numbering to manual field specification")
	}
	if auto {
		index = f.next
		f.next++
	}
	return index, nil
}

func (f *formatter) argument(first string, index int) (Value, error) {
	if index < 0 {
		if d := f.kwargs; d.O.Type == &DictType {
			v, ok, err := As[Dict](d).Get(f.t, NewStr(first))
			if err == nil && !ok {
				err = KeyError(NewStr(first))
			}
			return v, err
		}
		return GetItem(f.t, f.kwargs, NewStr(first))
	}
	if f.noArgs {
		return Value{}, ValueErrorf("Format string contains positional fields")
	}
	if index >= len(f.args) {
		return Value{}, IndexErrorf("Replacement index %d out of range for positional args tuple", index)
	}
	return f.args[index], nil
}
