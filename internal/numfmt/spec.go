package numfmt

import (
	"fmt"
	"math"
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// Kind is the exception an Error stands for.
type Kind uint8

// The kinds.
const (
	ValueError Kind = iota
	TypeError
	OverflowError
	MemoryError
)

// Error is an error of the Python program.
type Error struct {
	Kind Kind
	Text string
}

func (e *Error) Error() string { return e.Text }

func errorf(kind Kind, format string, args ...any) error {
	return &Error{kind, fmt.Sprintf(format, args...)}
}

func valueError(format string, args ...any) error { return errorf(ValueError, format, args...) }

// Separator groups digits.
type Separator byte

// The separators. They are written between groups of three digits, Underscore
// between groups of four in binary, octal and hexadecimal numbers.
const (
	NoSeparator Separator = 0
	Comma       Separator = ','
	Underscore  Separator = '_'
)

// Spec is a parsed format specification.
type Spec struct {
	Fill      string // one code point
	Align     byte   // one of < > = ^
	Sign      byte   // one of + - and space, or 0
	NoNegZero bool   // z
	Alt       bool   // #
	Width     int    // -1: none
	Precision int    // -1: none
	Group     Separator
	FracGroup Separator
	Type      rune // 0: none

	typeName string // of the value, for messages
	aligned  bool   // Align was given
}

// ParseSpec parses the format specification text for a value of the named type.
// The type of presentation is defaultType unless the text names one, the
// alignment defaultAlign.
func ParseSpec(text, typeName string, defaultType rune, defaultAlign byte) (Spec, error) {
	p := specParser{rest: text, Spec: Spec{
		Fill: " ", Align: defaultAlign, Width: -1, Precision: -1, Type: defaultType, typeName: typeName,
	}}
	if err := p.parse(); err != nil {
		return Spec{}, err
	}
	if r, n := wtf8.Decode(p.rest); n == len(p.rest) && n > 0 {
		p.Type = r
	} else if n > 0 {
		return Spec{}, valueError("Invalid format specifier '%s' for object of type '%s'", text, typeName)
	}
	if err := p.checkGroups(); err != nil {
		return Spec{}, err
	}
	return p.Spec, nil
}

type specParser struct {
	Spec
	rest string
}

func (p *specParser) parse() error {
	fillGiven := p.alignment()
	if p.rest != "" && strings.IndexByte(" +-", p.rest[0]) >= 0 {
		p.Sign = p.take()
	}
	p.NoNegZero = p.eat('z')
	p.Alt = p.eat('#')
	if !fillGiven && p.eat('0') {
		p.Fill = "0"
		if !p.aligned && p.Align == '>' {
			p.Align = '='
		}
	}
	var err error
	if p.Width, _, err = p.number(); err != nil {
		return err
	}
	if p.Group, err = p.separator(); err != nil {
		return err
	}
	if !p.eat('.') {
		return nil
	}
	digits := 0
	if p.Precision, digits, err = p.number(); err != nil {
		return err
	}
	if p.FracGroup, err = p.separator(); err != nil {
		return err
	}
	if digits == 0 && p.FracGroup == NoSeparator {
		return valueError("Format specifier missing precision")
	}
	return nil
}

func (p *specParser) take() byte {
	c := p.rest[0]
	p.rest = p.rest[1:]
	return c
}

func (p *specParser) eat(c byte) bool {
	if p.rest == "" || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// alignment reads [[fill]align] and reports whether there was a fill.
func (p *specParser) alignment() (fill bool) {
	_, n := wtf8.Decode(p.rest)
	switch {
	case n > 0 && n < len(p.rest) && isAlign(p.rest[n]):
		p.Fill, p.Align, p.aligned = p.rest[:n], p.rest[n], true
		p.rest = p.rest[n+1:]
		return true
	case n > 0 && isAlign(p.rest[0]):
		p.Align, p.aligned = p.take(), true
	}
	return false
}

// number reads a decimal number, -1 if there is none.
func (p *specParser) number() (value, digits int, err error) {
	value = -1
	for p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '9' {
		d := int(p.take() - '0')
		value = max(value, 0)
		if value > (math.MaxInt-d)/10 {
			return 0, 0, valueError("Too many decimal digits in format string")
		}
		value = value*10 + d
		digits++
	}
	return value, digits, nil
}

// separator reads , or _ and refuses both together.
func (p *specParser) separator() (Separator, error) {
	sep := NoSeparator
	if p.eat(',') {
		sep = Comma
	}
	if p.rest != "" && p.rest[0] == '_' {
		if sep != NoSeparator {
			return 0, valueError("Cannot specify both ',' and '_'.")
		}
		p.take()
		sep = Underscore
	}
	if sep == Underscore && p.rest != "" && p.rest[0] == ',' {
		return 0, valueError("Cannot specify both ',' and '_'.")
	}
	return sep, nil
}

// checkGroups refuses separators that the type of presentation does not have.
func (p *specParser) checkGroups() error {
	if p.Group == NoSeparator && p.FracGroup == NoSeparator {
		return nil
	}
	switch p.Type {
	case 0, 'd', 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return nil
	case 'b', 'o', 'x', 'X':
		if p.Group == Underscore {
			return nil
		}
	}
	group := p.Group
	if group == NoSeparator {
		if p.Type != 'n' {
			return nil
		}
		group = p.FracGroup
	}
	if p.Type > 32 && p.Type < 128 {
		return valueError("Cannot specify '%c' with '%c'.", group, p.Type)
	}
	return valueError("Cannot specify '%c' with '\\x%x'.", group, p.Type)
}

func (s *Spec) unknownType() error {
	if s.Type > 32 && s.Type < 128 {
		return valueError("Unknown format code '%c' for object of type '%s'", s.Type, s.typeName)
	}
	return valueError("Unknown format code '\\x%x' for object of type '%s'", s.Type, s.typeName)
}

// maxSize is the length beyond which no result is attempted.
const maxSize = 1 << 31

// pad writes the parts prefix and body with the fill that Align demands: before,
// behind, around, or between them.
func (s *Spec) pad(prefix, body string) (string, error) {
	missing := s.Width - wtf8.Count(prefix) - wtf8.Count(body)
	if missing <= 0 {
		return prefix + body, nil
	}
	if missing > maxSize {
		return "", errorf(MemoryError, "")
	}
	var before, between, after int
	switch s.Align {
	case '<':
		after = missing
	case '^':
		before = missing / 2
		after = missing - before
	case '=':
		between = missing
	default:
		before = missing
	}
	var b strings.Builder
	b.Grow(len(prefix) + len(body) + missing*len(s.Fill))
	fill := func(n int) {
		for ; n > 0; n-- {
			b.WriteString(s.Fill)
		}
	}
	fill(before)
	b.WriteString(prefix)
	fill(between)
	b.WriteString(body)
	fill(after)
	return b.String(), nil
}
