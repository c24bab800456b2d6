package numfmt

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// PercentValues supplies and converts the values of the % operator. V is the
// caller's type of values. The errors of its methods end the formatting.
type PercentValues[V any] interface {
	// Next returns the next value of the tuple, or the value that is no tuple,
	// once. It reports false if there is none left.
	Next() (V, bool)
	// Done reports whether no value is left that had to be used. A mapping need
	// not be used.
	Done() bool
	// Lookup returns the value of a key, in the encoding of the format.
	Lookup(key string) (V, error)
	// Star returns the value of a * in place of a width or precision. isInt is
	// false if it is no int; large is true if it does not fit n.
	Star(v V) (n int, large, isInt bool)
	// Text returns the text for the conversions s, r, a and b.
	Text(v V, conversion byte) (string, error)
	// Char returns the text for the conversion c.
	Char(v V) (string, error)
	// Integer returns the value for the conversions d, i, u, o, x and X, in large
	// if it does not fit small.
	Integer(v V, conversion byte) (small int64, large *big.Int, err error)
	// Float returns the value for the conversions e, f, g, E, F and G.
	Float(v V) (float64, error)
}

// PercentOptions are the differences between str and bytes, and limits.
type PercentOptions struct {
	Bytes     bool         // the format is bytes: widths count bytes, and %b exists
	MaxDigits int          // of a decimal integer; 0: no limit
	Poll      func() error // called during long conversions
}

// Percent formats values as format % values does.
func Percent[V any](format string, values PercentValues[V], o PercentOptions) (string, error) {
	p := percent[V]{format: format, values: values, o: o}
	for {
		i := strings.IndexByte(p.format[p.pos:], '%')
		if i < 0 {
			break
		}
		p.out.WriteString(p.format[p.pos : p.pos+i])
		p.pos += i + 1
		if strings.HasPrefix(p.format[p.pos:], "%") {
			p.pos++
			p.out.WriteByte('%')
			continue
		}
		if err := p.item(); err != nil {
			return "", err
		}
	}
	p.out.WriteString(p.format[p.pos:])
	if !values.Done() && !p.keyed {
		kind := "string"
		if o.Bytes {
			kind = "bytes"
		}
		return "", errorf(TypeError, "not all arguments converted during %s formatting", kind)
	}
	return p.out.String(), nil
}

type percent[V any] struct {
	format string
	pos    int
	values PercentValues[V]
	o      PercentOptions
	out    strings.Builder
	keyed  bool // a %(key) was seen: there are no more values in order
}

// percentItem is one conversion: %(key)flags width .precision conversion.
type percentItem struct {
	left, plus, blank, alt, zero bool
	width                        int
	precision                    int // -1: none
	conversion                   rune
}

var errIncomplete = &Error{ValueError, "incomplete format"}

func (p *percent[V]) item() error {
	it := percentItem{precision: -1}
	var keyValue *V
	if p.peek() == '(' {
		v, err := p.key()
		if err != nil {
			return err
		}
		keyValue = &v
	}
	p.flags(&it)
	w, err := p.size("width too big", math.MaxInt, "Python int too large to convert to C ssize_t")
	if err != nil {
		return err
	}
	it.width = w
	if w < 0 {
		it.left, it.width = true, -w
	}
	if p.peek() == '.' {
		p.pos++
		tooBig := "precision too big"
		if p.o.Bytes {
			tooBig = "prec too big"
		}
		precision, err := p.size(tooBig, math.MaxInt32, "Python int too large to convert to C int")
		if err != nil {
			return err
		}
		it.precision = max(precision, 0)
	}
	if c := p.peek(); c == 'h' || c == 'l' || c == 'L' {
		p.pos++
	}
	if p.pos >= len(p.format) {
		return errIncomplete
	}
	at := p.pos
	if p.o.Bytes {
		it.conversion = rune(p.format[p.pos])
		p.pos++
	} else {
		r, n := wtf8.Decode(p.format[p.pos:])
		it.conversion = r
		p.pos += n
	}
	var v V
	if keyValue != nil {
		v = *keyValue
	} else {
		var err error
		if v, err = p.next(); err != nil {
			return err
		}
	}
	return p.convert(&it, v, at)
}

func (p *percent[V]) peek() byte {
	if p.pos < len(p.format) {
		return p.format[p.pos]
	}
	return 0
}

func (p *percent[V]) next() (v V, err error) {
	if !p.keyed {
		if v, ok := p.values.Next(); ok {
			return v, nil
		}
	}
	return v, errorf(TypeError, "not enough arguments for format string")
}

// key reads (key), in which parentheses may be nested.
func (p *percent[V]) key() (v V, err error) {
	depth, start := 1, p.pos+1
	for p.pos = start; depth > 0; p.pos++ {
		switch p.peek() {
		case ')':
			depth--
		case '(':
			depth++
		}
		if p.pos >= len(p.format) {
			return v, valueError("incomplete format key")
		}
	}
	v, err = p.values.Lookup(p.format[start : p.pos-1])
	p.keyed = true
	return v, err
}

func (p *percent[V]) flags(it *percentItem) {
	for ; ; p.pos++ {
		switch p.peek() {
		case '-':
			it.left = true
		case '+':
			it.plus = true
		case ' ':
			it.blank = true
		case '#':
			it.alt = true
		case '0':
			it.zero = true
		default:
			return
		}
	}
}

// size reads a number or a *. It returns 0 if there is neither.
func (p *percent[V]) size(tooBig string, limit int, overflow string) (int, error) {
	if p.peek() == '*' {
		p.pos++
		v, err := p.next()
		if err != nil {
			return 0, err
		}
		value, large, isInt := p.values.Star(v)
		switch {
		case !isInt:
			return 0, errorf(TypeError, "* wants int")
		case large || value > limit || value < -limit:
			return 0, errorf(OverflowError, "%s", overflow)
		}
		return value, nil
	}
	value := 0
	for ; isDigit(p.peek()); p.pos++ {
		d := int(p.peek() - '0')
		if value > (limit-d)/10 {
			return 0, valueError("%s", tooBig)
		}
		value = value*10 + d
	}
	return value, nil
}

func (p *percent[V]) convert(it *percentItem, v V, at int) error {
	var prefix, body string
	var err error
	numeric := false
	switch c := it.conversion; c {
	case 's', 'r', 'a', 'b':
		if c == 'b' && !p.o.Bytes {
			return p.unsupported(c, at)
		}
		if body, err = p.values.Text(v, byte(c)); err == nil {
			body = p.truncate(body, it.precision)
		}
	case 'c':
		body, err = p.values.Char(v)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		numeric = true
		prefix, body, err = p.integer(it, v)
	case 'e', 'f', 'g', 'E', 'F', 'G':
		numeric = true
		prefix, body, err = p.float(it, v)
	default:
		return p.unsupported(c, at)
	}
	if err != nil {
		return err
	}
	return p.write(it, prefix, body, numeric)
}

func (p *percent[V]) unsupported(c rune, at int) error {
	if p.o.Bytes {
		if c > 127 { // CPython passes a negative char on
			return errorf(OverflowError, "character argument not in range(0x110000)")
		}
		return valueError("unsupported format character '%c' (0x%x) at index %d", c, c, at)
	}
	shown := '?'
	if c > 31 && c < 128 {
		shown = c
	}
	return valueError("unsupported format character '%c' (0x%x) at index %d", shown, c, wtf8.Count(p.format[:at]))
}

func (p *percent[V]) truncate(s string, n int) string {
	if !p.o.Bytes {
		return truncate(s, n)
	}
	if n >= 0 && n < len(s) {
		return s[:n]
	}
	return s
}

func (p *percent[V]) integer(it *percentItem, v V) (prefix, digits string, err error) {
	small, large, err := p.values.Integer(v, byte(it.conversion))
	if err != nil {
		return "", "", err
	}
	switch it.conversion {
	case 'o':
		digits = intText(small, large, 8)
	case 'x', 'X':
		digits = intText(small, large, 16)
	default:
		if large == nil {
			digits = strconv.FormatInt(small, 10)
			break
		}
		if digits, err = Decimal(large, p.o.MaxDigits, p.o.Poll); err != nil {
			return "", "", err
		}
	}
	digits, neg := strings.CutPrefix(digits, "-")
	if it.conversion == 'X' {
		digits = strings.ToUpper(digits)
	}
	if zeros := it.precision - len(digits); zeros > 0 {
		digits = strings.Repeat("0", zeros) + digits
	}
	prefix = it.sign(neg)
	if it.alt {
		prefix += basePrefix(it.conversion)
	}
	return prefix, digits, nil
}

func intText(small int64, large *big.Int, base int) string {
	if large == nil {
		return strconv.FormatInt(small, base)
	}
	return large.Text(base)
}

func (p *percent[V]) float(it *percentItem, v V) (prefix, text string, err error) {
	f, err := p.values.Float(v)
	if err != nil {
		return "", "", err
	}
	precision := it.precision
	if precision < 0 {
		precision = defaultPrecision
	}
	text, neg := strings.CutPrefix(FloatText(f, byte(it.conversion), precision, it.alt, false), "-")
	return it.sign(neg), text, nil
}

func (it *percentItem) sign(neg bool) string {
	switch {
	case neg:
		return "-"
	case it.plus:
		return "+"
	case it.blank:
		return " "
	}
	return ""
}

func (p *percent[V]) write(it *percentItem, prefix, body string, numeric bool) error {
	n := len(prefix) + len(body)
	if !p.o.Bytes {
		n = len(prefix) + wtf8.Count(body)
	}
	missing := max(it.width-n, 0)
	if missing > maxSize {
		return errorf(MemoryError, "")
	}
	fill := " "
	if it.zero && numeric {
		fill = "0"
	}
	switch {
	case it.left:
		p.out.WriteString(prefix)
		p.out.WriteString(body)
		p.out.WriteString(strings.Repeat(" ", missing))
	case fill == "0":
		p.out.WriteString(prefix)
		p.out.WriteString(strings.Repeat("0", missing))
		p.out.WriteString(body)
	default:
		p.out.WriteString(strings.Repeat(" ", missing))
		p.out.WriteString(prefix)
		p.out.WriteString(body)
	}
	return nil
}
