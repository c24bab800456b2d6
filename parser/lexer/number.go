package lexer

import (
	"fmt"
	"strings"

	"github.com/gopy-lang/gopy/parser/token"
)

// number scans a numeric literal (section 2.6); pos stands at a digit, or at a
// point that a digit follows. The literal's value is read by the parser.
func (lx *Lexer) number() token.Token {
	end, ok := lx.pos, true
	c := lx.src[end]
	switch {
	case c == '0' && end+1 < len(lx.src) && strings.IndexByte("xXoObB", lx.src[end+1]) >= 0:
		end, ok = lx.radix(end)
	case c == '.':
		end, ok = lx.fraction(end)
	default:
		end, ok = lx.decimal(end)
	}
	if !ok {
		return lx.errTok()
	}
	return lx.tok(token.Number, end)
}

func (lx *Lexer) at(i int) byte {
	if i < len(lx.src) {
		return lx.src[i]
	}
	return 0
}

// radix scans a literal with the prefix 0x, 0o or 0b.
func (lx *Lexer) radix(i int) (int, bool) {
	kind, top := "hexadecimal", byte(0)
	switch lx.src[i+1] | 0x20 {
	case 'o':
		kind, top = "octal", '7'
	case 'b':
		kind, top = "binary", '1'
	}
	valid := func(c byte) bool {
		if top == 0 {
			return classes[c] == digit || 'a' <= c|0x20 && c|0x20 <= 'f'
		}
		return '0' <= c && c <= top
	}
	for i += 2; ; {
		if lx.at(i) == '_' {
			i++
		}
		if !valid(lx.at(i)) {
			return lx.badDigit(i, kind)
		}
		for valid(lx.at(i)) {
			i++
		}
		if lx.at(i) != '_' {
			break
		}
	}
	if classes[lx.at(i)] == digit {
		return lx.badDigit(i, kind)
	}
	return i, lx.endOfNumber(i, kind)
}

func (lx *Lexer) badDigit(i int, kind string) (int, bool) {
	if c := lx.at(i); classes[c] == digit {
		lx.failHere(i, -1, fmt.Sprintf("invalid digit '%c' in %s literal", c, kind))
	} else {
		lx.failHere(i-1, -1, "invalid "+kind+" literal")
	}
	return i, false
}

// digits scans decimal digits with single underscores between them.
func (lx *Lexer) digits(i int) (int, bool) {
	for {
		for classes[lx.at(i)] == digit {
			i++
		}
		if lx.at(i) != '_' {
			return i, true
		}
		if i++; classes[lx.at(i)] != digit {
			lx.failHere(i-1, -1, "invalid decimal literal")
			return i, false
		}
	}
}

func (lx *Lexer) decimal(i int) (int, bool) {
	start := i
	end, ok := lx.digits(i)
	if !ok {
		return end, false
	}
	switch c := lx.at(end); {
	case c == '.':
		return lx.fraction(end)
	case c|0x20 == 'e' || c|0x20 == 'j':
		return lx.exponent(end)
	}
	if !lx.Loose && lx.src[start] == '0' && strings.Trim(lx.src[start:end], "0_") != "" {
		zeros := len(lx.src[start:end]) - len(strings.TrimLeft(lx.src[start:end], "0_"))
		lx.failHere(start, start+zeros,
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return end, false
	}
	return end, lx.endOfNumber(end, "decimal")
}

// fraction scans from the point on.
func (lx *Lexer) fraction(i int) (int, bool) {
	i++
	if classes[lx.at(i)] == digit {
		var ok bool
		if i, ok = lx.digits(i); !ok {
			return i, false
		}
	}
	return lx.exponent(i)
}

// exponent scans the optional exponent and the suffix j.
func (lx *Lexer) exponent(i int) (int, bool) {
	if lx.at(i)|0x20 == 'e' {
		e := i
		i++
		sign := lx.at(i) == '+' || lx.at(i) == '-'
		if sign {
			i++
		}
		if classes[lx.at(i)] != digit {
			if sign {
				lx.failHere(i-1, -1, "invalid decimal literal")
				return i, false
			}
			return e, lx.endOfNumber(e, "decimal")
		}
		var ok bool
		if i, ok = lx.digits(i); !ok {
			return i, false
		}
	}
	if lx.at(i)|0x20 == 'j' {
		return i + 1, lx.endOfNumber(i+1, "imaginary")
	}
	return i, lx.endOfNumber(i, "decimal")
}

// endOfNumber checks what follows a number: a keyword may, with a warning, any
// other letter may not.
func (lx *Lexer) endOfNumber(i int, kind string) bool {
	if lx.Loose || !wordByte(lx.at(i)) {
		return true
	}
	for _, word := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if strings.HasPrefix(lx.src[i:], word) {
			lx.warn(lx.pos, i, "invalid "+kind+" literal")
			return true
		}
	}
	lx.failHere(i-1, -1, "invalid "+kind+" literal")
	return false
}
