package lexer

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/gopy-lang/gopy/internal/unitab"
	"github.com/gopy-lang/gopy/parser/token"
)

// name scans an identifier, a keyword, or a string with a prefix.
func (lx *Lexer) name() token.Token {
	src, end := lx.src, lx.pos+1
	for end < len(src) && wordByte(src[end]) {
		end++
	}
	if end < len(src) {
		switch c := src[end]; {
		case (c == '"' || c == '\'') && end-lx.pos <= 5:
			if kind, ok := lx.prefix(lx.pos, end); ok {
				return lx.str(end, kind)
			} else if lx.Err != nil {
				return lx.errTok()
			}
		case c >= 0x80:
			if t, ok := lx.unicodeName(); ok {
				return t
			}
		}
	}
	return lx.tok(token.Keyword(src[lx.pos:end]), end)
}

// The kinds of string prefixes, a set of bits.
const (
	rawPrefix = 1 << iota
	bytesPrefix
	formatPrefix
	templatePrefix
	unicodePrefix
)

// prefix reads the string prefix from start to end.
func (lx *Lexer) prefix(start, end int) (kind int, ok bool) {
	for i := start; i < end; i++ {
		bit := 0
		switch lx.src[i] | 0x20 {
		case 'r':
			bit = rawPrefix
		case 'b':
			bit = bytesPrefix
		case 'f':
			bit = formatPrefix
		case 't':
			bit = templatePrefix
		case 'u':
			bit = unicodePrefix
		default:
			return 0, false
		}
		if kind&bit != 0 {
			return 0, false
		}
		kind |= bit
	}
	return kind, !lx.prefixProblem(start, end, kind)
}

// incompatible lists the pairs of prefixes that cannot stand together.
var incompatible = [...]struct {
	kinds int
	names string
}{
	{unicodePrefix | bytesPrefix, "'u' and 'b'"},
	{unicodePrefix | rawPrefix, "'u' and 'r'"},
	{unicodePrefix | formatPrefix, "'u' and 'f'"},
	{unicodePrefix | templatePrefix, "'u' and 't'"},
	{bytesPrefix | formatPrefix, "'b' and 'f'"},
	{bytesPrefix | templatePrefix, "'b' and 't'"},
	{formatPrefix | templatePrefix, "'f' and 't'"},
}

func (lx *Lexer) prefixProblem(start, end, kind int) bool {
	for _, pair := range incompatible {
		if kind&pair.kinds == pair.kinds {
			lx.failHere(start, end, pair.names+" prefixes are incompatible")
			return true
		}
	}
	return false
}

// unicodeName scans an identifier with characters beyond ASCII. Without one
// (after an error) it returns an Error token and true.
func (lx *Lexer) unicodeName() (token.Token, bool) {
	end := lx.pos
	for end < len(lx.src) && (wordByte(lx.src[end]) || lx.src[end] >= 0x80) {
		r, size := utf8.DecodeRuneInString(lx.src[end:])
		if r >= 0x80 && !lx.Loose && !unitab.IdentifierContinue(r) || r >= 0x80 && !lx.Loose && end == lx.pos && !unitab.IdentifierStart(r) {
			lx.badRune(end, r)
			return lx.errTok(), true
		}
		end += size
	}
	return lx.tok(token.Name, end), true
}

func (lx *Lexer) badRune(at int, r rune) {
	if unitab.Printable(r) {
		lx.failHere(at, -1, fmt.Sprintf("invalid character '%c' (U+%04X)", r, r))
	} else {
		lx.failHere(at, -1, fmt.Sprintf("invalid non-printable character U+%04X", r))
	}
}

// Normalize returns an identifier in the form in which names are compared.
func Normalize(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= 0x80 {
			return norm.NFKC.String(name)
		}
	}
	return name
}
