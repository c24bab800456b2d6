package io

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// stringIO is a StringIO. As long as all text is ASCII it is in narrow,
// otherwise in wide; wide is nil in the first case.
type stringIO struct {
	base
	narrow  []byte
	wide    []rune
	isWide  bool
	pos     int
	readNL  value
	lineEnd string // "" in the universal modes
	univ    bool   // newline is "" : \r, \n and \r\n end lines
	writeNL string
	nl      *newliner
}

func (s *stringIO) len() int {
	if s.isWide {
		return len(s.wide)
	}
	return len(s.narrow)
}

func appendRunes(dst []rune, s string) []rune {
	for i := 0; i < len(s); {
		r, n := object.DecodeRune(s[i:])
		dst = append(dst, r)
		i += n
	}
	return dst
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// text returns characters [i, j).
func (s *stringIO) text(i, j int) string {
	if !s.isWide {
		return string(s.narrow[i:j])
	}
	b := make([]byte, 0, j-i)
	for _, r := range s.wide[i:j] {
		b = object.AppendRune(b, r)
	}
	return string(b)
}

// put writes text at the position, as it is.
func (s *stringIO) put(t *thread, str string) error {
	if str == "" {
		return nil
	}
	if !s.isWide && !isASCII(str) {
		s.wide, s.isWide = appendRunes(make([]rune, 0, len(s.narrow)+len(str)), string(s.narrow)), true
		s.narrow = nil
	}
	if s.isWide {
		for len(s.wide) < s.pos {
			s.wide = append(s.wide, 0)
		}
		if s.pos == len(s.wide) {
			s.wide = appendRunes(s.wide, str)
			s.pos = len(s.wide)
			return nil
		}
		add := appendRunes(nil, str)
		n := copy(s.wide[s.pos:], add)
		s.wide = append(s.wide, add[n:]...)
		s.pos += len(add)
		return nil
	}
	if s.pos+len(str) > cap(s.narrow) {
		if err := t.Charge(s.pos + len(str)); err != nil {
			return err
		}
	}
	if s.pos > len(s.narrow) {
		s.narrow = append(s.narrow, make([]byte, s.pos-len(s.narrow))...)
	}
	n := copy(s.narrow[s.pos:], str)
	s.narrow = append(s.narrow, str[n:]...)
	s.pos += len(str)
	return nil
}

// write translates newlines and writes.
func (s *stringIO) write(t *thread, str string) error {
	if s.nl != nil {
		str = s.nl.convert(str, true)
	}
	if s.writeNL != "" {
		str = strings.ReplaceAll(str, "\n", s.writeNL)
	}
	return s.put(t, str)
}

var stringIOPlan = arg.Plan{Name: "StringIO", Sig: "(initial_value='', newline='\\n')"}

func stringIOInit(t *thread, self value, args, kw []value) error {
	a, err := stringIOPlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	s := object.As[stringIO](self)
	s.narrow, s.wide, s.isWide, s.pos, s.closed = nil, nil, false, 0, false
	s.readNL, s.lineEnd, s.univ, s.writeNL, s.nl = object.NewStr("\n"), "\n", false, "", nil
	if a[1].O != nil {
		if err := s.setNewline(a[1]); err != nil {
			return err
		}
	}
	if !arg.Given(a[0]) {
		return nil
	}
	str, ok := object.AsStr(a[0])
	if !ok {
		return object.TypeErrorf("initial_value must be str or None, not %s", a[0].O.Type.MsgName())
	}
	if err := s.write(t, str.String()); err != nil {
		return err
	}
	s.pos = 0
	return nil
}

func (s *stringIO) setNewline(v value) error {
	s.readNL = v
	if v.IsNone() {
		s.nl, s.lineEnd = &newliner{translate: true}, "\n"
		return nil
	}
	str, ok := object.AsStr(v)
	if !ok {
		return object.TypeErrorf("newline must be str or None, not %s", v.O.Type.MsgName())
	}
	switch str.String() {
	case "":
		s.nl, s.univ = &newliner{}, true
	case "\n":
	case "\r", "\r\n":
		s.lineEnd, s.writeNL = str.String(), str.String()
	default:
		return object.ValueErrorf("illegal newline value: %s", object.ReprString(str.String()))
	}
	return nil
}

func openStringIO(v value) (*stringIO, error) {
	s := object.As[stringIO](v)
	if s.closed {
		return nil, closedErrorNoDot()
	}
	return s, nil
}

func stringIORead(t *thread, a []value) (value, error) {
	s, err := openStringIO(a[0])
	if err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	i, end := s.pos, s.len()
	if i >= end {
		return object.NewStr(""), nil
	}
	if n >= 0 && n < end-i {
		end = i + n
	}
	s.pos = end
	return object.NewStr(s.text(i, end)), nil
}

// at returns character i.
func (s *stringIO) at(i int) rune {
	if s.isWide {
		return s.wide[i]
	}
	return rune(s.narrow[i])
}

func (s *stringIO) line(limit int) string {
	start, end := s.pos, s.len()
	if start >= end {
		return ""
	}
	if limit >= 0 && limit < end-start {
		end = start + limit
	}
	i := start
	for ; i < end; i++ {
		c := s.at(i)
		if s.univ {
			if c == '\n' {
				i++
				break
			}
			if c == '\r' {
				i++
				if i < end && s.at(i) == '\n' {
					i++
				}
				break
			}
			continue
		}
		if c == rune(s.lineEnd[0]) {
			if len(s.lineEnd) == 1 {
				i++
				break
			}
			if i+1 < end && s.at(i+1) == '\n' {
				i += 2
				break
			}
		}
	}
	s.pos = i
	return s.text(start, i)
}

func stringIOReadline(t *thread, a []value) (value, error) {
	s, err := openStringIO(a[0])
	if err != nil {
		return value{}, err
	}
	n, err := sizeArg(t, a[1])
	if err != nil {
		return value{}, err
	}
	return object.NewStr(s.line(n)), nil
}

func stringIONext(t *thread, v value) (value, error) {
	if v.O.Type.IsHeap() {
		return baseNext(t, v)
	}
	s, err := openStringIO(v)
	if err != nil {
		return value{}, err
	}
	if l := s.line(-1); l != "" {
		return object.NewStr(l), nil
	}
	return value{}, nil
}

func stringIOWrite(t *thread, a []value) (value, error) {
	str, ok := object.AsStr(a[1])
	if !ok {
		return value{}, object.TypeErrorf("string argument expected, got '%s'", a[1].O.Type.MsgName())
	}
	s, err := openStringIO(a[0])
	if err != nil {
		return value{}, err
	}
	return object.IntOf(str.CharLen()), s.write(t, str.String())
}

func stringIOSeek(t *thread, a []value) (value, error) {
	s, err := openStringIO(a[0])
	if err != nil {
		return value{}, err
	}
	off, err := arg.Int(t, a[1], 0)
	if err != nil {
		return value{}, err
	}
	whence, err := arg.Int(t, a[2], 0)
	if err != nil {
		return value{}, err
	}
	switch {
	case whence < 0 || whence > 2:
		return value{}, object.ValueErrorf("Invalid whence (%d, should be 0, 1 or 2)", whence)
	case whence == 0 && off < 0:
		return value{}, object.ValueErrorf("Negative seek position %d", off)
	case whence != 0 && off != 0:
		return value{}, osErrorf("Can't do nonzero cur-relative seeks")
	case whence == 0:
		s.pos = off
	case whence == 2:
		s.pos = s.len()
	}
	return object.IntOf(s.pos), nil
}

func stringIOTruncate(t *thread, a []value) (value, error) {
	s, err := openStringIO(a[0])
	if err != nil {
		return value{}, err
	}
	n := s.pos
	if arg.Given(a[1]) {
		if n, err = arg.Int(t, a[1], 0); err != nil {
			return value{}, err
		}
		if n < 0 {
			return value{}, object.ValueErrorf("Negative size value %d", n)
		}
	}
	if n < s.len() {
		if s.isWide {
			s.wide = s.wide[:n]
		} else {
			s.narrow = s.narrow[:n]
		}
	}
	return object.IntOf(n), nil
}

func viaStringIO(f func(s *stringIO) value) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		s, err := openStringIO(a[0])
		if err != nil {
			return value{}, err
		}
		return f(s), nil
	}
}

func stringIOGet(name string, f func(s *stringIO) value) object.GetSet {
	return object.GetSet{Name: name, Get: func(t *thread, v value) (value, error) {
		s, err := openStringIO(v)
		if err != nil {
			return value{}, err
		}
		return f(s), nil
	}}
}

func stringIOSetstate(t *thread, a []value) (value, error) {
	items, err := object.Items(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(items) != 4 {
		return value{}, object.TypeErrorf("%s.__setstate__ argument should be 4-tuple, got %s", a[0].O.Type.FullName(t), a[1].O.Type.MsgName())
	}
	if err := stringIOInit(t, a[0], []value{object.NewStr(""), items[1]}, nil); err != nil {
		return value{}, err
	}
	s := object.As[stringIO](a[0])
	str, err := object.ToStr(t, items[0])
	if err != nil {
		return value{}, err
	}
	if err := s.put(t, str); err != nil {
		return value{}, err
	}
	if s.pos, err = arg.Int(t, items[2], 0); err != nil {
		return value{}, err
	}
	if items[3].IsNone() {
		return object.None, nil
	}
	return object.None, object.DictUpdate(t, object.InstanceDict(t, a[0]), items[3])
}

func init() {
	StringIOType.Define(object.TypeSpec{
		Name: "StringIO", Module: "_io", Sig: "(initial_value='', newline='\\n')", Doc: "Text I/O implementation using an in-memory buffer.",
		Flags: object.FlagBase, Base: &TextIOBaseType, Size: unsafe.Sizeof(stringIO{}), AttrsOff: attrsOff,
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			s := object.Alloc[stringIO](tp, &StringIOType)
			s.lineEnd, s.readNL = "\n", object.None
			return object.Wrap(s), nil
		}, Init: stringIOInit, Next: stringIONext},
		GetSets: []object.GetSet{
			stringIOGet("newlines", func(s *stringIO) value {
				if s.nl == nil {
					return object.None
				}
				return s.nl.newlines()
			}),
			stringIOGet("line_buffering", func(*stringIO) value { return object.False }),
			{Name: "closed", Get: func(t *thread, v value) (value, error) { return object.Bool(object.As[stringIO](v).closed), nil }},
		},
		Methods: []object.Func{
			{Name: "read", Sig: "($self, size=-1, /)", Fn: stringIORead},
			{Name: "readline", Sig: "($self, size=-1, /)", Fn: stringIOReadline},
			{Name: "write", Sig: "($self, s, /)", Doc: "Write string to file.", Fn: stringIOWrite},
			{Name: "seek", Sig: "($self, pos, whence=0, /)", Fn: stringIOSeek},
			{Name: "truncate", Sig: "($self, pos=None, /)", Fn: stringIOTruncate},
			{Name: "tell", Sig: "($self, /)", Fn: viaStringIO(func(s *stringIO) value { return object.IntOf(s.pos) })},
			{Name: "getvalue", Sig: "($self, /)", Doc: "Retrieve the entire contents of the object.", Fn: viaStringIO(func(s *stringIO) value { return object.NewStr(s.text(0, s.len())) })},
			{Name: "readable", Sig: "($self, /)", Fn: viaStringIO(func(*stringIO) value { return object.True })},
			{Name: "writable", Sig: "($self, /)", Fn: viaStringIO(func(*stringIO) value { return object.True })},
			{Name: "seekable", Sig: "($self, /)", Fn: viaStringIO(func(*stringIO) value { return object.True })},
			{Name: "close", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				s := object.As[stringIO](a[0])
				s.closed, s.narrow, s.wide, s.isWide = true, nil, nil, false
				return object.None, nil
			}},
			{Name: "__getstate__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				s, err := openStringIO(a[0])
				if err != nil {
					return value{}, err
				}
				return object.NewTuple(object.NewStr(s.text(0, s.len())), s.readNL, object.IntOf(s.pos), object.Wrap(object.InstanceDict(t, a[0]).Copy())), nil
			}},
			{Name: "__setstate__", Sig: "($self, state, /)", Fn: stringIOSetstate},
		},
	})
}
