// Package unitab holds the character classes that reading and printing Python
// source needs, in Python 3.14's version of Unicode, and finds characters by
// name. The tables are recorded from CPython.
package unitab

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

func contains(table []uint32, r rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i] > uint32(r) })
	if i%2 == 1 {
		return true
	}
	return i > 0 && table[i-1] == uint32(r)
}

// Printable is str.isprintable.
func Printable(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r < 0x7f
	}
	return contains(printable, r)
}

// IdentifierStart reports whether r may begin an identifier.
func IdentifierStart(r rune) bool {
	if r < 0x80 {
		return r == '_' || unicode.IsLetter(r)
	}
	return contains(xidStart, r)
}

// IdentifierContinue reports whether r may stand in an identifier.
func IdentifierContinue(r rune) bool {
	if r < 0x80 {
		return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return contains(xidContinue, r)
}

// Lookup finds a character by its name or an alias, as unicodedata.lookup does,
// except for characters added since Unicode 15. It searches, which takes some
// milliseconds.
func Lookup(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := aliases()[name]; ok {
		return r, true
	}
	if r, ok := algorithmic(name); ok {
		return r, true
	}
	if strings.HasPrefix(name, "<") {
		return 0, false
	}
	for _, table := range [...]*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf} {
		if r, ok := search(table, name); ok {
			return r, true
		}
	}
	return 0, false
}

func search(table *unicode.RangeTable, name string) (rune, bool) {
	for _, rg := range table.R16 {
		for r := rune(rg.Lo); r <= rune(rg.Hi); r += rune(rg.Stride) {
			if runenames.Name(r) == name {
				return r, true
			}
		}
	}
	for _, rg := range table.R32 {
		for r := rune(rg.Lo); r <= rune(rg.Hi); r += rune(rg.Stride) {
			if runenames.Name(r) == name {
				return r, true
			}
		}
	}
	return 0, false
}

// algorithmic finds the characters whose names follow from their code points.
func algorithmic(name string) (rune, bool) {
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		r := rune(n)
		return r, err == nil && unicode.Is(unicode.Unified_Ideograph, r) && fmt.Sprintf("%04X", r) == hex
	}
	if syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangul(syllable)
	}
	return 0, false
}

// The jamo of a syllable's name.
const (
	hangulLead  = "G GG N D DD R M B BB S SS - J JJ C K T P H"
	hangulVowel = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I"
	hangulTail  = "- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H"
)

// hangul composes a syllable of the longest jamo that fit.
func hangul(s string) (rune, bool) {
	longest := func(list string) int {
		best, size := -1, -1
		for i, j := range strings.Fields(list) {
			if j == "-" {
				j = ""
			}
			if len(j) > size && strings.HasPrefix(s, j) {
				best, size = i, len(j)
			}
		}
		if best >= 0 {
			s = s[size:]
		}
		return best
	}
	l := longest(hangulLead)
	v := longest(hangulVowel)
	if l < 0 || v < 0 {
		return 0, false
	}
	t := longest(hangulTail)
	return rune(0xac00 + (l*21+v)*28 + t), s == ""
}

// Alias finds the character that has name, in capitals, as another name.
func Alias(name string) (rune, bool) {
	r, ok := aliases()[name]
	return r, ok
}

// Hangul finds the syllable with a name that follows HANGUL SYLLABLE.
func Hangul(s string) (rune, bool) { return hangul(s) }

// HangulName is the name of syllable r after HANGUL SYLLABLE.
func HangulName(r rune) string {
	i := int(r - 0xac00)
	out := ""
	for _, x := range []struct {
		list string
		i    int
	}{{hangulLead, i / 588}, {hangulVowel, i % 588 / 28}, {hangulTail, i % 28}} {
		if j := strings.Fields(x.list)[x.i]; j != "-" {
			out += j
		}
	}
	return out
}
