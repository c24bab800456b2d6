package io

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// The kinds of line ends seen.
const (
	seenLF = 1 << iota
	seenCR
	seenCRLF
)

// newliner is the newline layer on top of a decoder: it recognises \r and \r\n
// as line ends and translates them if asked to.
type newliner struct {
	translate bool
	pendingCR bool
	seen      uint8
}

// convert handles the next piece of decoded text.
func (n *newliner) convert(s string, final bool) string {
	if n.pendingCR && (final || s != "") {
		s = "\r" + s
		n.pendingCR = false
	}
	if !final && strings.HasSuffix(s, "\r") {
		s = s[:len(s)-1]
		n.pendingCR = true
	}
	if s == "" {
		return s
	}
	if strings.IndexByte(s, '\r') < 0 {
		if n.seen&seenLF == 0 && strings.IndexByte(s, '\n') >= 0 {
			n.seen |= seenLF
		}
		return s
	}
	crlf := strings.Count(s, "\r\n")
	if crlf > 0 {
		n.seen |= seenCRLF
	}
	if strings.Count(s, "\r") > crlf {
		n.seen |= seenCR
	}
	if strings.Count(s, "\n") > crlf {
		n.seen |= seenLF
	}
	if n.translate {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

var newlineNames = []struct {
	bit  uint8
	text string
}{{seenCR, "\r"}, {seenLF, "\n"}, {seenCRLF, "\r\n"}}

// newlines is the newlines attribute: None, a str or a tuple.
func (n *newliner) newlines() value {
	var list []value
	for _, k := range newlineNames {
		if n.seen&k.bit != 0 {
			list = append(list, object.NewStr(k.text))
		}
	}
	switch len(list) {
	case 0:
		return object.None
	case 1:
		return list[0]
	}
	return object.NewTuple(list...)
}

// newlineDecoder is an IncrementalNewlineDecoder.
type newlineDecoder struct {
	object.Header
	newliner
	inner value // None: the input is text
	ok    bool
}

var newlinePlan = arg.Plan{Name: "IncrementalNewlineDecoder", Sig: "(decoder, translate, errors='strict')"}

func newlineInit(t *thread, self value, args, kw []value) error {
	a, err := newlinePlan.Bind(t, args, kw)
	if err != nil {
		return err
	}
	d := object.As[newlineDecoder](self)
	d.inner, d.ok = a[0], true
	d.newliner = newliner{}
	d.translate, err = object.Truth(t, a[1])
	return err
}

func newlineDecode(t *thread, a []value) (value, error) {
	d := object.As[newlineDecoder](a[0])
	if !d.ok {
		return value{}, object.ValueErrorf("IncrementalNewlineDecoder.__init__() not called")
	}
	final, err := arg.Bool(t, a[2], false)
	if err != nil {
		return value{}, err
	}
	in := a[1]
	if !d.inner.IsNone() {
		if in, err = object.CallMethod(t, d.inner, "decode", a[1], object.Bool(final)); err != nil {
			return value{}, err
		}
	}
	s, ok := object.AsStr(in)
	if !ok {
		return value{}, object.TypeErrorf("decoder should return a string result, not '%s'", in.O.Type.MsgName())
	}
	return object.NewStr(d.convert(s.String(), final)), nil
}

func newlineGetstate(t *thread, a []value) (value, error) {
	d := object.As[newlineDecoder](a[0])
	buf, flag := object.NewBytes(nil), int64(0)
	if !d.inner.IsNone() {
		rest, f, err := (&pyDecoder{d.inner}).state(t)
		if err != nil {
			return value{}, err
		}
		buf, flag = object.NewBytes(rest), f
	}
	flag <<= 1
	if d.pendingCR {
		flag |= 1
	}
	return object.NewTuple(buf, object.Int(flag)), nil
}

func newlineSetstate(t *thread, a []value) (value, error) {
	d := object.As[newlineDecoder](a[0])
	items, err := object.Items(t, a[1])
	if err != nil {
		return value{}, err
	}
	if len(items) != 2 {
		return value{}, object.TypeErrorf("state argument must be a tuple")
	}
	flag, err := arg.Int64(t, items[1])
	if err != nil {
		return value{}, err
	}
	d.pendingCR = flag&1 != 0
	if d.inner.IsNone() {
		return object.None, nil
	}
	return object.CallMethod(t, d.inner, "setstate", object.NewTuple(items[0], object.Int(flag>>1)))
}

func init() {
	NewlineDecoderType.Define(object.TypeSpec{
		Name: "IncrementalNewlineDecoder", Module: "_io", Sig: "(decoder, translate, errors='strict')", Flags: object.FlagBase,
		Doc: "Codec used when reading a file in universal newlines mode.", Size: unsafe.Sizeof(newlineDecoder{}),
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			d := object.Alloc[newlineDecoder](tp, &NewlineDecoderType)
			d.inner = object.None
			return object.Wrap(d), nil
		}, Init: newlineInit, Traverse: func(v value, visit func(value)) { visit(object.As[newlineDecoder](v).inner) }},
		GetSets: []object.GetSet{{Name: "newlines", Get: func(t *thread, v value) (value, error) {
			return object.As[newlineDecoder](v).newlines(), nil
		}}},
		Methods: []object.Func{
			{Name: "decode", Sig: "($self, /, input, final=False)", Fn: newlineDecode},
			{Name: "getstate", Sig: "($self, /)", Fn: newlineGetstate},
			{Name: "setstate", Sig: "($self, state, /)", Fn: newlineSetstate},
			{Name: "reset", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) {
				d := object.As[newlineDecoder](a[0])
				d.seen, d.pendingCR = 0, false
				if d.inner.IsNone() {
					return object.None, nil
				}
				return object.CallMethod(t, d.inner, "reset")
			}},
		},
	})
}
