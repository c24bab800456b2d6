package object

// str storage (library reference, "Text Sequence Type"): UTF-8 with lone
// surrogates as in WTF-8; ASCII strings index directly, others through a table
// of byte offsets every 64 characters. Methods are in strmethods.go.

import (
	"fmt"
	"sort"
	"unicode/utf8"
	"unsafe"
)

// StrType is str.
var StrType Type

// Str is a str object. A long string built by concatenation owns growable
// storage (buf): appending to it again is amortised O(1).
type Str struct {
	Header
	hash     int64 // 0: not computed
	s        string
	n        int32 // characters; -1: not counted; maxed out strings count again
	interned bool
	ext      *strExt
}

type strExt struct {
	buf   []byte  // storage whose prefix is s
	index []int32 // byte offset of character 64*i
}

// NewStr returns the str s, which must be valid WTF-8.
func NewStr(s string) Value {
	if len(s) == 1 && s[0] < 0x80 {
		return Wrap(&charStrs[s[0]])
	}
	if len(s) == 0 {
		return Wrap(&emptyStr)
	}
	return Wrap(newStr(s))
}

// NewStrf returns a formatted str.
func NewStrf(format string, args ...any) Value { return NewStr(fmt.Sprintf(format, args...)) }

// NewStatic returns a str shared by interpreters, with its hash computed.
func NewStatic(s string) *Str {
	p := newStr(s)
	p.Hash()
	p.CharLen()
	return p
}

// shortStr is a Str with room for its text: one allocation instead of two.
type shortStr struct {
	Str
	text [shortLen]byte
}

// midStr is one with more room.
type midStr struct {
	Str
	text [midLen]byte
}

// With these a short str takes 64 bytes and a middle one 96, which are sizes
// of Go's allocator.
const (
	shortLen = 16
	midLen   = 48
)

// roomFor returns a new str whose text is the n bytes of the slice, which the
// caller fills at once; n is at most midLen.
func roomFor(n int) (*Str, []byte) {
	if n <= shortLen {
		p := new(shortStr)
		p.Type, p.s, p.n = &StrType, unsafe.String(&p.text[0], n), -1
		return &p.Str, p.text[:n]
	}
	p := new(midStr)
	p.Type, p.s, p.n = &StrType, unsafe.String(&p.text[0], n), -1
	return &p.Str, p.text[:n]
}

// newStrBytes returns the str whose text is b; b is copied.
func newStrBytes(b []byte) Value {
	if len(b) > midLen || len(b) == 0 {
		return NewStr(string(b))
	}
	if len(b) == 1 && b[0] < 0x80 {
		return Wrap(&charStrs[b[0]])
	}
	p, text := roomFor(len(b))
	copy(text, b)
	return Wrap(p)
}

func newStr(s string) *Str {
	return &Str{Header: Header{&StrType}, s: s, n: -1}
}

var (
	charStrs [128]Str
	emptyStr Str
)

func init() {
	for i := range charStrs {
		c := &charStrs[i]
		c.Type, c.s, c.n, c.interned = &StrType, string(rune(i)), 1, false
		c.hash = hashString(c.s)
	}
	emptyStr.Type, emptyStr.n = &StrType, 0
	emptyStr.hash = hashString("")
}

// AsStr returns v as *Str if it is a str or an instance of a subclass.
func AsStr(v Value) (*Str, bool) {
	if v.O != nil && v.O.Type.Solid == &StrType {
		return As[Str](v), true
	}
	return nil, false
}

// String returns the text.
func (s *Str) String() string { return s.s }

// Hash returns the cached hash.
func (s *Str) Hash() int64 {
	if s.hash == 0 && s.s != "" { // the empty str is shared by interpreters
		s.hash = hashString(s.s)
	}
	return s.hash
}

// CharLen returns the number of characters.
func (s *Str) CharLen() int {
	if s.n < 0 {
		s.n = int32(runeCount(s.s))
	}
	return int(s.n)
}

// IsASCII reports whether every character is ASCII.
func (s *Str) IsASCII() bool { return s.CharLen() == len(s.s) }

// runeCount counts characters of WTF-8 text.
func runeCount(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// offset returns the byte offset of character i, 0 <= i <= CharLen.
func (s *Str) offset(i int) int {
	n := s.CharLen()
	if n == len(s.s) {
		return i
	}
	if i == n {
		return len(s.s)
	}
	if n < 128 {
		return skipChars(s.s, 0, i)
	}
	return skipChars(s.s, int(s.index()[i>>6]), i&63)
}

// index returns the byte offsets of every 64th character.
func (s *Str) index() []int32 {
	if s.ext == nil {
		s.ext = &strExt{}
	}
	if s.ext.index == nil {
		idx := make([]int32, 0, s.CharLen()/64+1)
		c := 0
		for b := 0; b < len(s.s); b++ {
			if s.s[b]&0xC0 != 0x80 {
				if c&63 == 0 {
					idx = append(idx, int32(b))
				}
				c++
			}
		}
		s.ext.index = idx
	}
	return s.ext.index
}

// Offset returns the byte offset of character i, 0 <= i <= CharLen.
func (s *Str) Offset(i int) int { return s.offset(i) }

// CharIndex returns the number of characters before byte offset b, which is
// the begin of a character or the end.
func (s *Str) CharIndex(b int) int {
	n := s.CharLen()
	switch {
	case n == len(s.s):
		return b
	case b == len(s.s):
		return n
	case n < 128:
		return runeCount(s.s[:b])
	}
	idx := s.index()
	k := sort.Search(len(idx), func(k int) bool { return int(idx[k]) > b }) - 1
	return k<<6 + runeCount(s.s[idx[k]:b])
}

func skipChars(s string, b, n int) int {
	for ; n > 0; n-- {
		b++
		for b < len(s) && s[b]&0xC0 == 0x80 {
			b++
		}
	}
	return b
}

// CharAt returns character i as a one-character str.
func (s *Str) CharAt(i int) Value {
	b := s.offset(i)
	if c := s.s[b]; c < 0x80 {
		return Wrap(&charStrs[c])
	}
	return NewStr(s.s[b:skipChars(s.s, b, 1)])
}

// Substr returns characters [i, j).
func (s *Str) Substr(i, j int) string { return s.s[s.offset(i):s.offset(j)] }

// DecodeRune returns the first character of WTF-8 text and its size; lone
// surrogates decode to themselves.
func DecodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// AppendRune appends r in WTF-8.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

const concatMin = 48

// Concat returns a + b.
func (a *Str) Concat(b *Str) Value {
	if len(a.s) == 0 && b.Type == &StrType {
		return Wrap(b)
	}
	if len(b.s) == 0 && a.Type == &StrType {
		return Wrap(a)
	}
	return concatStr(a, b)
}

func concatStr(a, b *Str) Value {
	n := len(a.s) + len(b.s)
	chars := int32(-1)
	if a.n >= 0 && b.n >= 0 {
		chars = a.n + b.n
	}
	if n <= midLen {
		r, text := roomFor(n)
		copy(text[copy(text, a.s):], b.s)
		r.n = chars
		return Wrap(r)
	}
	r := &Str{Header: Header{&StrType}, n: chars}
	if n < concatMin {
		r.s = a.s + b.s
		return Wrap(r)
	}
	var buf []byte
	if a.ext != nil && len(a.ext.buf) == len(a.s) && cap(a.ext.buf) >= n {
		buf = append(a.ext.buf, b.s...)
		r.ext, a.ext = a.ext, nil // only one string may continue in place
	} else {
		c := n + n/8
		if a.ext != nil && a.ext.buf != nil || len(b.s) < len(a.s) {
			c = n * 2
		}
		buf = make([]byte, 0, c)
		buf = append(append(buf, a.s...), b.s...)
	}
	r.s = unsafe.String(unsafe.SliceData(buf), len(buf))
	if r.ext != nil {
		r.ext.buf, r.ext.index = buf, nil
	} else {
		r.ext = &strExt{buf: buf}
	}
	return Wrap(r)
}

// Size returns the length in bytes.
func (s *Str) Size() int { return len(s.s) }
