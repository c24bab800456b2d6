package decimal

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/dec"
	"github.com/gopy-lang/gopy/object"
)

// spec is a format read.
type spec struct {
	fill      string
	align     byte // 'z': zeros
	sign      byte
	posZero   bool
	alt       bool
	width     int
	sep       string
	fracSep   string // between the digits of the fraction
	precision int    // -1: none
	kind      byte
}

func parseSpec(s string) (*spec, bool) {
	f := &spec{fill: " ", align: '>', sign: '-', precision: -1}
	aligned := false
	_, n := utf8.DecodeRuneInString(s)
	switch {
	case len(s) > n && strings.IndexByte("<>=^", s[n]) >= 0:
		f.fill, f.align, s = s[:n], s[n], s[n+1:]
		aligned = true
	case s != "" && strings.IndexByte("<>=^", s[0]) >= 0:
		f.align, s = s[0], s[1:]
		aligned = true
	}
	take := func(set string) (c byte) {
		if s != "" && strings.IndexByte(set, s[0]) >= 0 {
			c, s = s[0], s[1:]
		}
		return c
	}
	number := func() (int, bool) {
		i := 0
		for i < len(s) && '0' <= s[i] && s[i] <= '9' {
			i++
		}
		n, err := strconv.Atoi(s[:i])
		s = s[i:]
		return n, err == nil && n < 1<<31
	}
	if c := take("+- "); c != 0 {
		f.sign = c
	}
	f.posZero = take("z") != 0
	f.alt = take("#") != 0
	if take("0") != 0 {
		if aligned {
			return nil, false
		}
		f.align, f.fill = 'z', "0"
	}
	ok := true
	if s != "" && '0' <= s[0] && s[0] <= '9' {
		if f.width, ok = number(); !ok {
			return nil, false
		}
	}
	if c := take(",_"); c != 0 {
		f.sep = string(c)
	}
	if take(".") != 0 {
		given := s != "" && '0' <= s[0] && s[0] <= '9'
		if given {
			if f.precision, ok = number(); !ok {
				return nil, false
			}
		}
		c := take(",_")
		if c != 0 {
			f.fracSep = string(c)
		} else if !given {
			return nil, false
		}
	}
	f.kind = take("eEfFgGn%")
	return f, s == "" && (f.kind != 'n' || f.sep == "")
}

func format(t *thread, a []value) (value, error) {
	text, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("format arg must be str")
	}
	f, ok := parseSpec(text.String())
	if !ok {
		return value{}, object.ValueErrorf("invalid format string")
	}
	if err := t.Charge(f.width + max(f.precision, 0)); err != nil {
		return value{}, err
	}
	x := current(t)
	n := numOf(a[0])
	if n.Kind == dec.Finite && f.kind != 'e' && f.kind != 'E' && max(n.Exp, -n.Exp) > 1000 {
		if err := t.Charge(max(n.Exp, -n.Exp)); err != nil {
			return value{}, err
		}
	}
	return object.NewStr(f.number(n, &x.c)), nil
}

func (f *spec) number(n *num, c *dec.Context) string {
	sign := func(neg bool) string {
		switch {
		case neg:
			return "-"
		case f.sign != '-':
			return string(f.sign)
		}
		return ""
	}
	if n.Kind != dec.Finite {
		body := n.WithSign(false).String(false, true)
		if f.kind == '%' {
			body += "%"
		}
		if f.align == 'z' {
			f.align, f.fill = '>', " "
		}
		return f.pad(sign(n.Neg), body)
	}
	kind := f.kind
	if kind == 0 || kind == 'n' {
		kind = 'g'
		if f.kind == 0 && c.Capitals {
			kind = 'G'
		}
	}
	if kind == '%' {
		n = dec.New(n.Neg, n.Coef, n.Exp+2)
	}
	n = f.round(n, kind, c.Round)
	neg := n.Neg
	if f.posZero && n.IsZero() {
		neg = false
	}
	digits := n.Coef.String()
	left := n.Exp + len(digits)
	place := left
	switch {
	case kind == 'e' || kind == 'E':
		place = 1
		if n.IsZero() && f.precision >= 0 {
			place = 1 - f.precision
		}
	case kind == 'g' || kind == 'G':
		if !(n.Exp <= 0 && left > -6) {
			place = 1
		}
	}
	whole, frac := "", ""
	switch {
	case place < 0:
		whole, frac = "0", strings.Repeat("0", -place)+digits
	case place > len(digits):
		whole = digits + strings.Repeat("0", place-len(digits))
	default:
		whole, frac = digits[:place], digits[place:]
		if whole == "" {
			whole = "0"
		}
	}
	if f.fracSep != "" {
		for i := len(frac) - (len(frac)-1)%3 - 1; i > 0; i -= 3 {
			frac = frac[:i] + f.fracSep + frac[i:]
		}
	}
	if frac != "" || f.alt {
		frac = "." + frac
	}
	if e := left - place; e != 0 || kind == 'e' || kind == 'E' {
		frac += map[byte]string{'e': "e", 'E': "E", 'g': "e", 'G': "E"}[kind] + fmt.Sprintf("%+d", e)
	}
	if kind == '%' {
		frac += "%"
	}
	room := 0
	if f.align == 'z' {
		room = f.width - len(frac) - len(sign(neg))
	}
	return f.pad(sign(neg), f.group(whole, room)+frac)
}

// round rounds to the precision of the format.
func (f *spec) round(n *num, kind byte, mode dec.Rounding) *num {
	c := dec.Exact()
	c.Round = mode
	switch {
	case f.precision < 0:
	case kind == 'e' || kind == 'E':
		if !n.IsZero() {
			c.Prec = f.precision + 1
			r := c.Fix(n)
			if d := f.precision + 1 - r.Digits(); d > 0 {
				r = dec.New(r.Neg, new(big.Int).Mul(r.Coef, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d)), nil)), r.Exp-d)
			}
			n = r
		}
	case kind == 'f' || kind == 'F' || kind == '%':
		n = c.Rescale(n, -f.precision)
	case n.Digits() > max(f.precision, 1):
		c.Prec = max(f.precision, 1)
		n = c.Fix(n)
	}
	if n.IsZero() && n.Exp > 0 && (kind == 'f' || kind == 'F' || kind == '%') {
		n = dec.New(n.Neg, new(big.Int), 0)
	}
	return n
}

// group puts separators into digits, which are filled with zeros up to room.
func (f *spec) group(digits string, room int) string {
	if f.sep == "" {
		return strings.Repeat("0", max(room-len(digits), 0)) + digits
	}
	var groups []string
	for {
		l := min(max(len(digits), room, 1), 3)
		k := min(len(digits), l)
		groups = append(groups, strings.Repeat("0", l-k)+digits[len(digits)-k:])
		digits = digits[:len(digits)-k]
		room -= l
		if digits == "" && room <= 0 {
			break
		}
		room--
	}
	var b strings.Builder
	for i := len(groups) - 1; i >= 0; i-- {
		b.WriteString(groups[i])
		if i > 0 {
			b.WriteString(f.sep)
		}
	}
	return b.String()
}

func (f *spec) pad(sign, body string) string {
	n := max(f.width-len(sign)-len(body), 0)
	padding := strings.Repeat(f.fill, n)
	switch f.align {
	case '<':
		return sign + body + padding
	case '^':
		return strings.Repeat(f.fill, n/2) + sign + body + strings.Repeat(f.fill, n-n/2)
	case '=', 'z':
		return sign + padding + body
	}
	return padding + sign + body
}
