package object

// Cutting str into pieces and joining them: split, splitlines, partition,
// strip, join.

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/unidata"
	"github.com/gopy-lang/gopy/internal/wtf8"
)

// strMaker makes many strs with few allocations: their headers come in blocks,
// small enough that one surviving str keeps little alive.
type strMaker struct {
	block []Str
	size  int
	ascii bool // every piece is known to be ASCII
}

func (m *strMaker) make(s string) Value {
	switch {
	case s == "":
		return Wrap(&emptyStr)
	case len(s) == 1 && s[0] < utf8.RuneSelf:
		return Wrap(&charStrs[s[0]])
	}
	if len(m.block) == 0 {
		m.size = min(max(4, m.size*2), 32)
		m.block = make([]Str, m.size)
	}
	p := &m.block[0]
	m.block = m.block[1:]
	p.Type, p.s, p.n = &StrType, s, -1
	if m.ascii {
		p.n = int32(len(s))
	}
	return Wrap(p)
}

// pieces collects the result of a split.
type pieces struct {
	out  []Value
	make func(s string) Value
}

// asciiSpace marks the ASCII characters str.split() takes as spaces.
var asciiSpace = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0x1c: true, 0x1d: true, 0x1e: true, 0x1f: true, ' ': true}

// byteSpace marks the bytes that bytes.split() takes as spaces.
var byteSpace = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, ' ': true}

// splitSpaceTable splits at runs of the bytes in table.
func (p *pieces) splitSpaceTable(s string, n int, table *[256]bool) {
	i := 0
	for {
		for i < len(s) && table[s[i]] {
			i++
		}
		if i == len(s) {
			return
		}
		if n == 0 {
			break
		}
		j := i
		for j < len(s) && !table[s[j]] {
			j++
		}
		p.out = append(p.out, p.make(s[i:j]))
		i = j
		n--
	}
	p.out = append(p.out, p.make(s[i:]))
}

func (p *pieces) rsplitSpaceTable(s string, n int, table *[256]bool) {
	j := len(s)
	for {
		for j > 0 && table[s[j-1]] {
			j--
		}
		if j == 0 {
			break
		}
		if n == 0 {
			p.out = append(p.out, p.make(s[:j]))
			break
		}
		i := j
		for i > 0 && !table[s[i-1]] {
			i--
		}
		p.out = append(p.out, p.make(s[i:j]))
		j = i
		n--
	}
	reverseValues(p.out)
}

func reverseValues(v []Value) {
	for i, j := 0, len(v)-1; i < j; i, j = i+1, j-1 {
		v[i], v[j] = v[j], v[i]
	}
}

func isSpace(r rune) bool { return unidata.IsSpace(r) }

// trimText removes characters of f at the sides asked for.
func trimText(s string, left, right bool, f func(r rune) bool) string {
	for left && s != "" {
		r, n := wtf8.Decode(s)
		if !f(r) {
			break
		}
		s = s[n:]
	}
	for right && s != "" {
		r, n := wtf8.DecodeLast(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

func indexRune(s string, f func(r rune) bool) int {
	for i := 0; i < len(s); {
		r, n := wtf8.Decode(s[i:])
		if f(r) {
			return i
		}
		i += n
	}
	return -1
}

func (p *pieces) splitSpaceWide(s string, n int) {
	s = trimText(s, true, false, isSpace)
	for s != "" {
		i := -1
		if n != 0 {
			i = indexRune(s, isSpace)
		}
		if i < 0 {
			p.out = append(p.out, p.make(s))
			return
		}
		p.out = append(p.out, p.make(s[:i]))
		s = trimText(s[i:], true, false, isSpace)
		n--
	}
}

func (p *pieces) rsplitSpaceWide(s string, n int) {
	s = trimText(s, false, true, isSpace)
	for s != "" {
		i := len(s)
		for n != 0 && i > 0 {
			r, k := wtf8.DecodeLast(s[:i])
			if isSpace(r) {
				break
			}
			i -= k
		}
		if n == 0 || i == 0 {
			p.out = append(p.out, p.make(s))
			break
		}
		p.out = append(p.out, p.make(s[i:]))
		s = trimText(s[:i], false, true, isSpace)
		n--
	}
	reverseValues(p.out)
}

func (p *pieces) splitSep(s, sep string, n int) {
	if n < 0 {
		n = maxInt
	}
	p.out = make([]Value, 0, min(n, strings.Count(s, sep))+1)
	for ; n > 0; n-- {
		i := strings.Index(s, sep)
		if i < 0 {
			break
		}
		p.out = append(p.out, p.make(s[:i]))
		s = s[i+len(sep):]
	}
	p.out = append(p.out, p.make(s))
}

func (p *pieces) rsplitSep(s, sep string, n int) {
	if n < 0 {
		n = maxInt
	}
	for ; n > 0; n-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		p.out = append(p.out, p.make(s[i+len(sep):]))
		s = s[:i]
	}
	p.out = append(p.out, p.make(s))
	reverseValues(p.out)
}

func (p *pieces) list(t *Thread) (Value, error) {
	if err := t.Charge(len(p.out) * 64); err != nil {
		return Value{}, err
	}
	return NewListOwned(p.out), nil
}

func strSplitter(right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		n, err := countArg(t, a[2])
		if err != nil {
			return Value{}, err
		}
		s := As[Str](a[0])
		m := strMaker{ascii: s.IsASCII()}
		p := pieces{make: m.make}
		if a[1].O == nil || a[1].IsNone() {
			switch {
			case m.ascii && right:
				p.rsplitSpaceTable(s.s, n, &asciiSpace)
			case m.ascii:
				p.splitSpaceTable(s.s, n, &asciiSpace)
			case right:
				p.rsplitSpaceWide(s.s, n)
			default:
				p.splitSpaceWide(s.s, n)
			}
			return p.list(t)
		}
		sep, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("must be str or None, not %s", a[1].O.Type.MsgName())
		}
		if sep.s == "" {
			return Value{}, ValueErrorf("empty separator")
		}
		if right {
			p.rsplitSep(s.s, sep.s, n)
		} else {
			p.splitSep(s.s, sep.s, n)
		}
		return p.list(t)
	}
}

func strSplitlines(t *Thread, a []Value) (Value, error) {
	keep, err := truthArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	s := As[Str](a[0])
	m := strMaker{ascii: s.IsASCII()}
	p := pieces{make: m.make}
	for text := s.s; text != ""; {
		i := indexRune(text, unidata.IsLineBreak)
		if i < 0 {
			p.out = append(p.out, p.make(text))
			break
		}
		end := i + skipChars(text[i:], 0, 1)
		if text[i] == '\r' && end < len(text) && text[end] == '\n' {
			end++
		}
		if keep {
			p.out = append(p.out, p.make(text[:end]))
		} else {
			p.out = append(p.out, p.make(text[:i]))
		}
		text = text[end:]
	}
	return p.list(t)
}

func strPartition(right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		sep, ok := AsStr(a[1])
		if !ok {
			return Value{}, TypeErrorf("must be str, not %s", a[1].O.Type.MsgName())
		}
		if sep.s == "" {
			return Value{}, ValueErrorf("empty separator")
		}
		s := As[Str](a[0]).s
		i := 0
		if right {
			i = strings.LastIndex(s, sep.s)
		} else {
			i = strings.Index(s, sep.s)
		}
		empty := Wrap(&emptyStr)
		switch {
		case i >= 0:
			return NewTuple(NewStr(s[:i]), a[1], NewStr(s[i+len(sep.s):])), nil
		case right:
			return NewTuple(empty, empty, a[0]), nil
		}
		return NewTuple(a[0], empty, empty), nil
	}
}

func strStripper(fn string, left, right bool) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		s := As[Str](a[0]).s
		r := s
		if a[1].O == nil || a[1].IsNone() {
			r = stripSpace(s, left, right)
		} else {
			chars, ok := AsStr(a[1])
			if !ok {
				return Value{}, TypeErrorf("%s arg must be None or str", fn)
			}
			r = trimText(s, left, right, func(r rune) bool {
				if r < utf8.RuneSelf {
					return strings.IndexByte(chars.s, byte(r)) >= 0
				}
				return strings.Contains(chars.s, wtf8.Encode(r))
			})
		}
		if len(r) == len(s) {
			return exactStr(a[0]), nil
		}
		return NewStr(r), nil
	}
}

// stripSpace removes spaces; most are ASCII.
func stripSpace(s string, left, right bool) string {
	for left && s != "" && asciiSpace[s[0]] {
		s = s[1:]
	}
	for right && s != "" && asciiSpace[s[len(s)-1]] {
		s = s[:len(s)-1]
	}
	if s != "" && (left && s[0] >= utf8.RuneSelf || right && s[len(s)-1] >= utf8.RuneSelf) {
		return trimText(s, left, right, isSpace)
	}
	return s
}

func strJoin(t *Thread, a []Value) (Value, error) {
	var items []Value
	switch v := a[1]; {
	case v.O.Type == &TupleType:
		items = As[Tuple](v).Items
	case v.O.Type == &ListType && As[List](v).Uni == nil:
		items = As[List](v).Vals
	default:
		if v.O.Type.Slots.Iter == nil && !IsSequence(v) {
			return Value{}, TypeErrorf("can only join an iterable")
		}
		var err error
		if items, err = Items(t, v); err != nil {
			return Value{}, err
		}
	}
	return joinValues(t, As[Str](a[0]), items)
}

func joinValues(t *Thread, sep *Str, items []Value) (Value, error) {
	switch len(items) {
	case 0:
		return Wrap(&emptyStr), nil
	case 1:
		if items[0].O.Type == &StrType {
			return items[0], nil
		}
	}
	n := len(sep.s) * (len(items) - 1)
	chars, known := 0, sep.n >= 0
	if known {
		chars = int(sep.n) * (len(items) - 1)
	}
	for i, x := range items {
		if x.O.Type.Solid != &StrType {
			return Value{}, TypeErrorf("sequence item %d: expected str instance, %s found", i, x.O.Type.MsgName())
		}
		s := As[Str](x)
		n += len(s.s)
		known = known && s.n >= 0
		chars += int(s.n)
	}
	if n < 0 {
		return Value{}, OverflowErrorf("join() result is too long for a Python string")
	}
	if n == 0 {
		return Wrap(&emptyStr), nil
	}
	if err := t.Charge(n); err != nil {
		return Value{}, err
	}
	b := make([]byte, 0, n)
	for i, x := range items {
		if i > 0 {
			b = append(b, sep.s...)
		}
		b = append(b, As[Str](x).s...)
	}
	r := newStr(unsafe.String(unsafe.SliceData(b), len(b)))
	if known {
		r.n = int32(chars)
	}
	return Wrap(r), nil
}
