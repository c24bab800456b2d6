package unidata

import (
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// The columns of caseRecords.
const (
	toUpper = iota
	toLower
	toTitle
	toFolded
)

// mapping returns the distance from r to its case, or specialCase plus an index.
func mapping(r rune, column int) int32 {
	if uint32(r) >= caseLimit {
		return 0
	}
	block := int(caseIndex[r>>7])
	return caseRecords[caseBlocks[block<<7|int(r&127)]][column]
}

func appendCase(dst []byte, r rune, column int) []byte {
	d := mapping(r, column)
	if d >= specialCase {
		return append(dst, caseSpecials[d-specialCase]...)
	}
	return wtf8.Append(dst, r+d)
}

// AppendUpper appends r in upper case, which may be several code points.
func AppendUpper(dst []byte, r rune) []byte { return appendCase(dst, r, toUpper) }

// AppendLower appends r in lower case. It knows nothing of the final sigma.
func AppendLower(dst []byte, r rune) []byte { return appendCase(dst, r, toLower) }

// AppendTitle appends r in title case.
func AppendTitle(dst []byte, r rune) []byte { return appendCase(dst, r, toTitle) }

// AppendFolded appends r as str.casefold does.
func AppendFolded(dst []byte, r rune) []byte { return appendCase(dst, r, toFolded) }

// SimpleLower returns the lower case of r if it is one code point, and else r.
func SimpleLower(r rune) rune { return simple(r, toLower) }

// SimpleUpper returns the upper case of r if it is one code point, and else r.
func SimpleUpper(r rune) rune { return simple(r, toUpper) }

func simple(r rune, column int) rune {
	if d := mapping(r, column); d < specialCase {
		return r + d
	}
	return r
}

// Upper returns s.upper().
func Upper(s string) string {
	if wtf8.IsASCII(s) {
		return strings.ToUpper(s)
	}
	return convert(s, func(dst []byte, r rune, _ int) []byte { return AppendUpper(dst, r) })
}

// Lower returns s.lower().
func Lower(s string) string {
	if wtf8.IsASCII(s) {
		return strings.ToLower(s)
	}
	return convert(s, func(dst []byte, r rune, i int) []byte { return appendLowerAt(dst, s, r, i) })
}

// Casefold returns s.casefold().
func Casefold(s string) string {
	if wtf8.IsASCII(s) {
		return strings.ToLower(s)
	}
	return convert(s, func(dst []byte, r rune, _ int) []byte { return AppendFolded(dst, r) })
}

// Title returns s.title().
func Title(s string) string {
	inWord := false
	return convert(s, func(dst []byte, r rune, i int) []byte {
		if inWord {
			dst = appendLowerAt(dst, s, r, i)
		} else {
			dst = AppendTitle(dst, r)
		}
		inWord = IsCased(r)
		return dst
	})
}

// Capitalize returns s.capitalize().
func Capitalize(s string) string {
	return convert(s, func(dst []byte, r rune, i int) []byte {
		if i == 0 {
			return AppendTitle(dst, r)
		}
		return appendLowerAt(dst, s, r, i)
	})
}

// SwapCase returns s.swapcase().
func SwapCase(s string) string {
	return convert(s, func(dst []byte, r rune, i int) []byte {
		switch {
		case IsUpper(r):
			return appendLowerAt(dst, s, r, i)
		case IsLower(r):
			return AppendUpper(dst, r)
		}
		return wtf8.Append(dst, r)
	})
}

// convert calls f for each code point of s, with its position in bytes.
func convert(s string, f func(dst []byte, r rune, i int) []byte) string {
	dst := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		r, n := wtf8.Decode(s[i:])
		dst = f(dst, r, i)
		i += n
	}
	return string(dst)
}

const (
	capitalSigma = 'Σ'
	finalSigma   = 'ς'
)

// appendLowerAt appends the lower case of r, which stands at position i of s. A
// sigma that ends a word has a form of its own.
func appendLowerAt(dst []byte, s string, r rune, i int) []byte {
	if r == capitalSigma && endsWord(s, i) {
		return wtf8.Append(dst, finalSigma)
	}
	return AppendLower(dst, r)
}

// endsWord reports whether the sigma at position i follows a cased letter and is
// not followed by one, not counting what is ignorable.
func endsWord(s string, i int) bool {
	before := false
	for left := s[:i]; left != ""; {
		r, n := wtf8.DecodeLast(left)
		if !IsCaseIgnorable(r) {
			before = IsCased(r)
			break
		}
		left = left[:len(left)-n]
	}
	if !before {
		return false
	}
	for right := s[i+len("Σ"):]; right != ""; {
		r, n := wtf8.Decode(right)
		if !IsCaseIgnorable(r) {
			return !IsCased(r)
		}
		right = right[n:]
	}
	return true
}

// IsIdentifier reports whether s is an identifier (str.isidentifier).
func IsIdentifier(s string) bool {
	for i := 0; i < len(s); {
		r, n := wtf8.Decode(s[i:])
		if !IsXIDContinue(r) || i == 0 && r != '_' && !IsXIDStart(r) {
			return false
		}
		i += n
	}
	return s != ""
}
