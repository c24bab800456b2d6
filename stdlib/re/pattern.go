package re

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/sre"
	"github.com/gopy-lang/gopy/object"
)

// PatternType is re.Pattern.
var PatternType object.Type

// Pattern is a compiled pattern.
type Pattern struct {
	object.Header
	prog    *sre.Prog
	pattern value
	bytes   bool
	names   []value // names of groups by number
	index   value   // groupindex
	repl    string  // the last template and its pieces
	pieces  []sre.Piece
}

const (
	kindSearch = sre.Search
	kindMatch  = sre.Match
	kindFull   = sre.FullMatch
)

// subject is a text to search.
type subject struct {
	v          value
	str        *object.Str // nil: bytes
	text       string
	start, end int // byte offsets
	pos, last  int // the same in characters
}

// subject checks and reads the text v.
func (p *Pattern) subject(t *thread, v, pos, end value) (s subject, err error) {
	s.v = v
	n := 0
	if str, ok := object.AsStr(v); ok {
		if p.bytes {
			return s, object.TypeErrorf("cannot use a bytes pattern on a string-like object")
		}
		s.str, s.text = str, str.String()
		n = str.CharLen()
	} else {
		if v.O.Type == &object.BytesType {
			s.text = object.As[object.Bytes](v).String()
		} else {
			b, err := object.GetBuffer(v)
			if err != nil {
				return s, object.TypeErrorf("expected string or bytes-like object, got '%s'", v.O.Type.MsgName())
			}
			s.text = unsafe.String(unsafe.SliceData(b), len(b))
		}
		if !p.bytes {
			return s, object.TypeErrorf("cannot use a string pattern on a bytes-like object")
		}
		n = len(s.text)
	}
	s.last, s.end = n, len(s.text)
	if !pos.IsNil() {
		if s.pos, err = object.IndexInt(t, pos, nil); err != nil {
			return s, err
		}
		s.pos = min(max(s.pos, 0), n)
		s.start = s.offset(s.pos)
	}
	if !end.IsNil() {
		if s.last, err = object.IndexInt(t, end, nil); err != nil {
			return s, err
		}
		s.last = min(max(s.last, 0), n)
		s.end = s.offset(s.last)
	}
	return s, nil
}

func (s *subject) offset(i int) int {
	if s.str == nil {
		return i
	}
	return s.str.Offset(i)
}

// slice is the part of the text from byte a to byte b.
func (s *subject) slice(a, b int) value {
	if s.str == nil {
		if a == 0 && b == len(s.text) && s.v.O.Type == &object.BytesType {
			return s.v
		}
		if s.v.O.Type == &object.BytesType {
			return object.NewBytesString(s.text[a:b])
		}
		// Memory that may have changed since.
		mem, _ := object.BytesOf(s.v)
		return object.NewBytesString(string(mem[min(a, len(mem)):min(b, len(mem))]))
	}
	if a == 0 && b == len(s.text) && s.v.O.Type == &object.StrType {
		return s.v
	}
	return object.NewStr(s.text[a:b])
}

// find runs one match.
func (p *Pattern) find(t *thread, str, pos, end value, kind int) (value, error) {
	s, err := p.subject(t, str, pos, end)
	if err != nil {
		return value{}, err
	}
	if s.start > s.end && kind != kindMatch {
		return object.None, nil
	}
	st := stateOf(t)
	m := st.take(t)
	defer st.give(m)
	ok, err := m.Run(p.prog, s.text[:max(s.start, s.end)], s.start, kind, false)
	if err != nil || !ok {
		return object.None, err
	}
	return object.Wrap(p.match(&s, m)), nil
}

// match makes a Match of the machine's result.
func (p *Pattern) match(s *subject, m *machine) *Match {
	x := &Match{Header: object.Header{Type: &MatchType}, p: p, s: *s, last: m.LastGroup()}
	n := 2 * (p.prog.Groups + 1)
	if n <= len(x.few) {
		x.spans = x.few[:n]
	} else {
		x.spans = make([]int, n)
	}
	for g := 0; g <= p.prog.Groups; g++ {
		x.spans[2*g], x.spans[2*g+1] = m.Span(g)
	}
	return x
}

// each calls f for every match, up to limit if that is positive.
func (p *Pattern) each(t *thread, s *subject, limit int, f func(m *machine) error) error {
	if s.start > s.end {
		return nil
	}
	if pin := s.v.O.Type.Slots.Pin; pin != nil {
		pin(s.v, 1)
		defer pin(s.v, -1)
	}
	st := stateOf(t)
	m := st.take(t)
	defer st.give(m)
	text := s.text[:s.end]
	at, move := s.start, false
	for n := 0; limit <= 0 || n < limit; n++ {
		ok, err := m.Run(p.prog, text, at, kindSearch, move)
		if err != nil {
			return err
		}
		if !ok {
			return nil
		}
		a, b := m.Span(0)
		if err := f(m); err != nil {
			return err
		}
		if err := t.Poll(1); err != nil {
			return err
		}
		at, move = b, a == b
	}
	return nil
}

func (p *Pattern) findall(t *thread, str, pos, end value) (value, error) {
	s, err := p.subject(t, str, pos, end)
	if err != nil {
		return value{}, err
	}
	empty := object.NewStr("")
	if p.bytes {
		empty = object.NewBytesString("")
	}
	group := func(m *machine, g int) value {
		a, b := m.Span(g)
		if a < 0 {
			return empty
		}
		return s.slice(a, b)
	}
	var out []value
	err = p.each(t, &s, 0, func(m *machine) error {
		if err := t.Charge(64); err != nil {
			return err
		}
		switch n := p.prog.Groups; n {
		case 0, 1:
			out = append(out, group(m, n))
		default:
			items := make([]value, n)
			for i := range items {
				items[i] = group(m, i+1)
			}
			out = append(out, object.NewTupleOwned(items))
		}
		return nil
	})
	if err != nil {
		return value{}, err
	}
	return object.NewListOwned(out), nil
}

func (p *Pattern) finditer(t *thread, str, pos, end value) (value, error) {
	s, err := p.scanner(t, str, pos, end)
	if err != nil {
		return value{}, err
	}
	return object.NewGoIter("callable_iterator", func(t *thread) (value, error) {
		m, err := s.next(t, kindSearch)
		if err != nil || m.IsNone() {
			return value{}, err
		}
		return m, nil
	}), nil
}

func (p *Pattern) split(t *thread, str, count value) (value, error) {
	limit, err := numberOf(t, count)
	if err != nil {
		return value{}, err
	}
	s, err := p.subject(t, str, value{}, value{})
	if err != nil {
		return value{}, err
	}
	var out []value
	at := 0
	if limit >= 0 {
		err = p.each(t, &s, limit, func(m *machine) error {
			if err := t.Charge(64); err != nil {
				return err
			}
			a, b := m.Span(0)
			out = append(out, s.slice(at, a))
			for g := 1; g <= p.prog.Groups; g++ {
				x, y := m.Span(g)
				if x < 0 {
					out = append(out, object.None)
				} else {
					out = append(out, s.slice(x, y))
				}
			}
			at = b
			return nil
		})
	}
	if err != nil {
		return value{}, err
	}
	return object.NewListOwned(append(out, s.slice(at, len(s.text)))), nil
}

func numberOf(t *thread, v value) (int, error) {
	if v.IsNil() {
		return 0, nil
	}
	return object.SsizeArg(t, v)
}

var flagNames = []struct {
	flag int
	name string
}{
	{sre.IgnoreCase, "re.IGNORECASE"}, {sre.Locale, "re.LOCALE"}, {sre.MultiLine, "re.MULTILINE"}, {sre.DotAll, "re.DOTALL"},
	{sre.Unicode, "re.UNICODE"}, {sre.Verbose, "re.VERBOSE"}, {sre.Debug, "re.DEBUG"}, {sre.ASCII, "re.ASCII"},
}

func patternRepr(t *thread, v value) (value, error) {
	p := object.As[Pattern](v)
	text, err := object.Repr(t, p.pattern)
	if err != nil {
		return value{}, err
	}
	if r := []rune(text); len(r) > 200 {
		text = string(r[:200])
	}
	flags := p.prog.Flags
	if !p.bytes && flags&(sre.Locale|sre.Unicode|sre.ASCII) == sre.Unicode {
		flags &^= sre.Unicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.flag != 0 {
			names = append(names, f.name)
			flags &^= f.flag
		}
	}
	if flags != 0 {
		names = append(names, "0x"+strconv.FormatInt(int64(flags), 16))
	}
	if len(names) > 0 {
		text += ", " + strings.Join(names, "|")
	}
	return object.NewStr("re.compile(" + text + ")"), nil
}

func patternCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if op != object.CmpEQ && op != object.CmpNE || b.O.Type.Solid != &PatternType {
		return object.NotImplemented, nil
	}
	p, q := object.As[Pattern](a), object.As[Pattern](b)
	same := p == q
	if !same && p.prog.Flags == q.prog.Flags && p.bytes == q.bytes {
		var err error
		if same, err = object.Equal(t, p.pattern, q.pattern); err != nil {
			return value{}, err
		}
	}
	return object.Bool(same == (op == object.CmpEQ)), nil
}

func groupIndex(t *thread, v value) (value, error) {
	p := object.As[Pattern](v)
	if p.index.IsNil() {
		d := object.NewDict()
		for _, n := range p.prog.Names {
			g := p.prog.Index[n]
			d.SetStr(object.As[object.Str](p.names[g]), object.IntOf(g))
		}
		p.index = object.NewMappingProxy(object.Wrap(d))
	}
	return p.index, nil
}

func self(t *thread, a []value) (value, error) { return a[0], nil }

func patternFind(kind int) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).find(t, a[1], a[2], a[3], kind)
	}
}

const methodSig = "($self, /, string, pos=0, endpos=sys.maxsize)"

var patternMethods = []object.Func{
	{Name: "match", Sig: methodSig, Doc: "Matches zero or more characters at the beginning of the string.", Fn: patternFind(kindMatch)},
	{Name: "fullmatch", Sig: methodSig, Doc: "Matches against all of the string.", Fn: patternFind(kindFull)},
	{Name: "search", Sig: methodSig, Doc: "Scan through string looking for a match, and return a corresponding match object instance.", Fn: patternFind(kindSearch)},
	{Name: "findall", Sig: methodSig, Doc: "Return a list of all non-overlapping matches of pattern in string.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).findall(t, a[1], a[2], a[3])
	}},
	{Name: "finditer", Sig: methodSig, Doc: "Return an iterator over all non-overlapping matches for the RE pattern in string.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).finditer(t, a[1], a[2], a[3])
	}},
	{Name: "scanner", Sig: methodSig, Fn: func(t *thread, a []value) (value, error) {
		s, err := object.As[Pattern](a[0]).scanner(t, a[1], a[2], a[3])
		return object.Wrap(s), err
	}},
	{Name: "split", Sig: "($self, /, string, maxsplit=0)", Doc: "Split string by the occurrences of pattern.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).split(t, a[1], a[2])
	}},
	{Name: "sub", Sig: "($self, /, repl, string, count=0)", Doc: "Replace the leftmost non-overlapping occurrences of pattern in string.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).sub(t, a[1], a[2], a[3], false)
	}},
	{Name: "subn", Sig: "($self, /, repl, string, count=0)", Doc: "As sub; returns the new string and the number of replacements.", Fn: func(t *thread, a []value) (value, error) {
		return object.As[Pattern](a[0]).sub(t, a[1], a[2], a[3], true)
	}},
	{Name: "__copy__", Sig: "($self, /)", Fn: self},
	{Name: "__deepcopy__", Sig: "($self, memo, /)", Fn: self},
}

func init() {
	get := func(f func(p *Pattern) value) func(t *thread, v value) (value, error) {
		return func(t *thread, v value) (value, error) { return f(object.As[Pattern](v)), nil }
	}
	PatternType.Define(object.TypeSpec{
		Name: "Pattern", Module: "re", Flags: object.FlagNoNew | object.FlagWeakref, Size: unsafe.Sizeof(Pattern{}),
		Doc: "Compiled regular expression object.",
		Slots: object.Slots{
			Repr: patternRepr, RichCmp: patternCompare,
			Hash: func(t *thread, v value) (int64, error) {
				p := object.As[Pattern](v)
				h, err := object.Hash(t, p.pattern)
				return h ^ int64(p.prog.Flags)<<8 ^ int64(p.prog.Groups), err
			},
			Traverse: func(v value, visit func(value)) {
				p := object.As[Pattern](v)
				visit(p.pattern)
				visit(p.index)
			},
		},
		Methods: patternMethods, ClassMethods: []object.Func{object.ClassGetItem},
		GetSets: []object.GetSet{
			{Name: "pattern", Doc: "The pattern string from which the RE object was compiled.", Get: get(func(p *Pattern) value { return p.pattern })},
			{Name: "flags", Doc: "The regex matching flags.", Get: get(func(p *Pattern) value { return object.IntOf(p.prog.Flags) })},
			{Name: "groups", Doc: "The number of capturing groups in the pattern.", Get: get(func(p *Pattern) value { return object.IntOf(p.prog.Groups) })},
			{Name: "groupindex", Doc: "A dictionary mapping group names to group numbers.", Get: groupIndex},
		},
	})
}
