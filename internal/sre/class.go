package sre

import (
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/internal/wtf8"
)

// fold says which characters are the same when case is ignored.
type fold uint8

const (
	foldNone fold = iota
	foldASCII
	foldUnicode
)

// class is a compiled set of characters.
type class struct {
	bits     byteSet // the answers for U+0000 to U+00FF, or for bytes
	neg      bool
	fold     fold
	ascii    bool   // categories are ASCII only
	ranges   []rune // pairs, sorted, not touching
	cats     []category
	high     bool // may hold characters above U+007F
	first    byteSet
	highWord uint8 // 1: every character above U+00FF is in it, 2: none is
}

// equivalents are groups of lower-case letters that are the same when case is
// ignored because they have the same upper case.
var equivalents = [...][]rune{
	{'i', 0x131}, {'s', 0x17F}, {0xB5, 0x3BC}, {0x345, 0x3B9, 0x1FBE}, {0x390, 0x1FD3}, {0x3B2, 0x3D0}, {0x3B5, 0x3F5},
	{0x3B8, 0x3D1}, {0x3BA, 0x3F0}, {0x3C0, 0x3D6}, {0x3C1, 0x3F1}, {0x3C2, 0x3C3}, {0x3C6, 0x3D5}, {0x3B0, 0x1FE3},
	{0x432, 0x1C80}, {0x434, 0x1C81}, {0x43E, 0x1C82}, {0x441, 0x1C83}, {0x442, 0x1C84, 0x1C85}, {0x44A, 0x1C86},
	{0x463, 0x1C87}, {0x1C88, 0xA64B}, {0x1E61, 0x1E9B}, {0xFB05, 0xFB06},
}

// caseTables are the letters with a given lower case, and the equivalents by
// letter.
type caseTables struct {
	upper map[rune][]rune
	same  map[rune][]rune
}

var cases = sync.OnceValue(func() *caseTables {
	t := &caseTables{map[rune][]rune{}, map[rune][]rune{}}
	for r := rune('A'); r < 0x1F000; r++ {
		if l := lower(r); l != r {
			t.upper[l] = append(t.upper[l], r)
		}
	}
	for _, g := range equivalents {
		for _, r := range g {
			for _, x := range g {
				if x != r {
					t.same[r] = append(t.same[r], x)
				}
			}
		}
	}
	return t
})

// lower is the lower case of r, one character.
func lower(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(lowerASCII(byte(r)))
	}
	if r == 0x130 {
		return 'i'
	}
	return unidata.SimpleLower(r)
}

// variants calls f for the characters that match r when case is ignored, r
// first, until f returns true.
func variants(r rune, f fold, yield func(rune) bool) bool {
	if yield(r) {
		return true
	}
	switch {
	case f == foldNone || f == foldASCII && !isASCIILetter(r):
		return false
	case f == foldASCII:
		return yield(r ^ 0x20)
	case r < utf8.RuneSelf && !isASCIILetter(r):
		return false
	case r < utf8.RuneSelf && r|0x20 != 'i' && r|0x20 != 's' && r|0x20 != 'k':
		return yield(r ^ 0x20)
	}
	t := cases()
	l := lower(r)
	one := func(l rune) bool {
		if l != r && yield(l) {
			return true
		}
		for _, u := range t.upper[l] {
			if u != r && yield(u) {
				return true
			}
		}
		return false
	}
	if one(l) {
		return true
	}
	for _, e := range t.same[l] {
		if one(e) {
			return true
		}
	}
	return false
}

// newClass compiles a set.
func newClass(s *setNode, f fold, ascii, bytes bool) *class {
	c := &class{neg: s.neg, fold: f, ascii: ascii, cats: s.cats, ranges: sortRanges(s.ranges)}
	for r := rune(0); r < 256; r++ {
		if c.slow(r) {
			c.bits.add(byte(r))
		}
	}
	if bytes {
		c.first = c.bits
		return c
	}
	c.high = c.neg || f == foldUnicode || len(c.ranges) > 0 && c.ranges[len(c.ranges)-1] >= utf8.RuneSelf
	for _, k := range c.cats {
		if k&catNot != 0 || !ascii {
			c.high = true
		}
	}
	c.first[0], c.first[1] = c.bits[0], c.bits[1]
	if c.high {
		c.first[2], c.first[3] = ^uint64(0), ^uint64(0)
	}
	if len(c.cats) == 0 && f != foldUnicode && (len(c.ranges) == 0 || c.ranges[len(c.ranges)-1] < 256) {
		c.highWord = 2
		if c.neg {
			c.highWord = 1
		}
	}
	return c
}

func sortRanges(in []rune) []rune {
	type span struct{ lo, hi rune }
	spans := make([]span, 0, len(in)/2)
	for i := 0; i < len(in); i += 2 {
		spans = append(spans, span{in[i], in[i+1]})
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].lo < spans[j].lo })
	out := make([]rune, 0, len(in))
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], s.hi)
			continue
		}
		out = append(out, s.lo, s.hi)
	}
	return out
}

func (c *class) inRanges(r rune) bool {
	n := len(c.ranges)
	if n <= 8 {
		for i := 0; i < n; i += 2 {
			if c.ranges[i] <= r && r <= c.ranges[i+1] {
				return true
			}
		}
		return false
	}
	i := sort.Search(n/2, func(i int) bool { return c.ranges[2*i+1] >= r })
	return i < n/2 && c.ranges[2*i] <= r
}

// has reports whether r is in the class.
func (c *class) has(r rune) bool {
	if r < 256 {
		return c.bits.has(byte(r))
	}
	switch c.highWord {
	case 1:
		return true
	case 2:
		return false
	}
	return c.slow(r)
}

func (c *class) slow(r rune) bool {
	in := len(c.ranges) > 0 && variants(r, c.fold, c.inRanges)
	if !in && len(c.cats) > 0 {
		l := r
		if c.fold == foldUnicode || c.fold == foldASCII && r < utf8.RuneSelf {
			l = lower(r)
		}
		for _, k := range c.cats {
			if k.has(l, c.ascii) {
				in = true
				break
			}
		}
	}
	return in != c.neg
}

// has reports whether r is of category k.
func (k category) has(r rune, ascii bool) bool {
	var in bool
	switch k &^ catNot {
	case catDigit:
		in = isDigit(r) || !ascii && unidata.IsDecimal(r)
	case catSpace:
		in = r == ' ' || '\t' <= r && r <= '\r' || !ascii && unidata.IsSpace(r)
	case catWord:
		in = isWord(r, ascii)
	}
	return in != (k&catNot != 0)
}

func isWord(r rune, ascii bool) bool {
	if r < utf8.RuneSelf {
		return r == '_' || isASCIILetter(r) || isDigit(r)
	}
	return !ascii && unidata.IsAlnum(r)
}

// decode returns the character at s[i] and its length.
func decode(s string, i int, bytes bool) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf || bytes {
		return rune(c), 1
	}
	return wtf8.Decode(s[i:])
}

// decodeLast returns the character before s[i] and its length.
func decodeLast(s string, i int, bytes bool) (rune, int) {
	if c := s[i-1]; c < utf8.RuneSelf || bytes {
		return rune(c), 1
	}
	return wtf8.DecodeLast(s[:i])
}

// predefined are the classes of the categories alone.
var predefined = sync.OnceValue(func() map[[3]uint8]*class {
	m := map[[3]uint8]*class{}
	for k := range categories {
		for a := uint8(0); a < 2; a++ {
			for b := uint8(0); b < 2; b++ {
				cat := categories[k]
				m[[3]uint8{uint8(cat), a, b}] = newClass(&setNode{cats: []category{cat}}, foldNone, a == 1, b == 1)
			}
		}
	}
	return m
})

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}
