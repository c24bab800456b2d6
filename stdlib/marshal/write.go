package marshal

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// writer makes the binary form of a value.
type writer struct {
	t       *thread
	b       []byte
	version int
	code    bool          // code objects are allowed
	refs    map[value]int // items that were written, by identity
}

func unmarshallable() error { return object.ValueErrorf("unmarshallable object") }

func (w *writer) tag(c byte) { w.b = append(w.b, c) }

func (w *writer) u32(n int) { w.b = binary.LittleEndian.AppendUint32(w.b, uint32(n)) }

// sized writes bytes after their number.
func (w *writer) sized(s string) {
	w.u32(len(s))
	w.b = append(w.b, s...)
}

// value writes v.
func (w *writer) value(v value, depth int) error {
	if depth >= maxDepth {
		return object.ValueErrorf("object too deeply nested to marshal")
	}
	switch {
	case v.IsNone():
		w.tag(tNone)
	case v == object.Wrap(&object.StopIterationType):
		w.tag(tStopIteration)
	case v == object.Ellipsis:
		w.tag(tEllipsis)
	case v == object.False:
		w.tag(tFalse)
	case v == object.True:
		w.tag(tTrue)
	default:
		return w.object(v, depth)
	}
	return nil
}

// object writes what can be referred to.
func (w *writer) object(v value, depth int) error {
	flag := byte(0)
	if w.refs != nil && !v.IsInt() && !v.IsFloat() {
		if i, ok := w.refs[v]; ok {
			if i < 0 {
				return object.ValueErrorf("cannot marshal recursion slice objects")
			}
			w.tag(tRef)
			w.u32(i)
			return nil
		}
		w.refs[v] = len(w.refs)
		flag = flagRef
	}
	switch tp := v.O.Type; tp {
	case &object.IntType:
		w.int(v, flag)
	case &object.FloatType:
		w.float(v, flag)
	case &object.ComplexType:
		w.complex(v, flag)
	case &object.StrType:
		w.str(object.As[object.Str](v), flag)
	case &object.BytesType:
		b, _ := object.BytesOf(v)
		w.tag(tBytes | flag)
		w.sized(string(b))
	case &object.TupleType:
		items := object.As[object.Tuple](v).Items
		if w.version >= 4 && len(items) < 256 {
			w.tag(tSmallTuple | flag)
			w.tag(byte(len(items)))
		} else {
			w.tag(tTuple | flag)
			w.u32(len(items))
		}
		return w.items(items, depth)
	case &object.ListType:
		items := object.As[object.List](v).Values()
		w.tag(tList | flag)
		w.u32(len(items))
		return w.items(items, depth)
	case &object.DictType:
		return w.dict(object.As[object.Dict](v), flag, depth)
	case &object.SetType:
		return w.set(object.As[object.Set](v), tSet|flag, depth)
	case &object.FrozenSetType:
		return w.set(object.As[object.Set](v), tFrozenSet|flag, depth)
	case &object.SliceType:
		return w.slice(v, flag, depth)
	default:
		return w.other(v, flag)
	}
	return nil
}

func (w *writer) items(items []value, depth int) error {
	for _, x := range items {
		if err := w.value(x, depth+1); err != nil {
			return err
		}
	}
	return w.t.Poll(len(items) + 1)
}

func (w *writer) dict(d *object.Dict, flag byte, depth int) error {
	w.tag(tDict | flag)
	var err error
	d.Each(func(k, v value) bool {
		if err = w.value(k, depth+1); err == nil {
			err = w.value(v, depth+1)
		}
		return err == nil
	})
	w.tag(tNull)
	return err
}

// set writes the items in the order of their binary forms, so that equal sets
// are written alike.
func (w *writer) set(s *object.Set, tag byte, depth int) error {
	items := slices.Clone(s.Values())
	w.tag(tag)
	w.u32(len(items))
	keys := make(map[value][]byte, len(items))
	for _, x := range items {
		sub := writer{t: w.t, version: w.version, code: w.code}
		if err := sub.value(x, depth+1); err != nil {
			return err
		}
		keys[x] = sub.b
	}
	slices.SortStableFunc(items, func(a, b value) int { return bytes.Compare(keys[a], keys[b]) })
	return w.items(items, depth)
}

func (w *writer) slice(v value, flag byte, depth int) error {
	if w.version < 5 {
		w.tag('?')
		return unmarshallable()
	}
	w.tag(tSlice | flag)
	s := object.As[object.Slice](v)
	n := -1
	if w.refs != nil {
		n, w.refs[v] = w.refs[v], -1
	}
	err := w.items([]value{s.Start, s.Stop, s.Step}, depth)
	if w.refs != nil {
		w.refs[v] = n
	}
	return err
}

// other writes code objects and what has a buffer.
func (w *writer) other(v value, flag byte) error {
	if c, ok := w.t.Interp.Runtime.(object.FunctionCopier); ok {
		if b, ok := c.TakeCode(v); ok {
			if !w.code {
				return object.ValueErrorf("marshalling code objects is disallowed")
			}
			w.tag(tCode | flag)
			w.sized(string(b))
			return nil
		}
	}
	b, err := object.GetBuffer(v)
	if err != nil {
		return unmarshallable()
	}
	w.tag(tBytes | flag)
	w.sized(string(b))
	return nil
}

func (w *writer) int(v value, flag byte) {
	if n, ok := object.AsInt64(v); ok && n == int64(int32(n)) {
		w.tag(tInt | flag)
		w.u32(int(n))
		return
	}
	b, _ := object.AsBig(v)
	w.tag(tLong | flag)
	digits := longDigits(b)
	n := len(digits)
	if b.Sign() < 0 {
		n = -n
	}
	w.u32(n)
	for _, d := range digits {
		w.b = binary.LittleEndian.AppendUint16(w.b, d)
	}
}

// longDigits are the digits of |b| in base 2**15, the lowest first.
func longDigits(b *big.Int) []uint16 {
	raw := new(big.Int).Abs(b).Bytes()
	slices.Reverse(raw)
	var out []uint16
	acc, bits := uint32(0), 0
	for _, x := range raw {
		acc |= uint32(x) << bits
		if bits += 8; bits >= 15 {
			out = append(out, uint16(acc&0x7fff))
			acc >>= 15
			bits -= 15
		}
	}
	if acc != 0 {
		out = append(out, uint16(acc))
	}
	return out
}

func (w *writer) f64(f float64) { w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(f)) }

func (w *writer) text(f float64) {
	s := strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(f, 'g', 17, 64), "+"))
	w.tag(byte(len(s)))
	w.b = append(w.b, s...)
}

func (w *writer) float(v value, flag byte) {
	f, _ := object.AsFloat(v)
	if w.version > 1 {
		w.tag(tBinaryFloat | flag)
		w.f64(f)
		return
	}
	w.tag(tFloat | flag)
	w.text(f)
}

func (w *writer) complex(v value, flag byte) {
	c := object.As[object.Complex](v).C
	if w.version > 1 {
		w.tag(tBinaryComplex | flag)
		w.f64(real(c))
		w.f64(imag(c))
		return
	}
	w.tag(tComplex | flag)
	w.text(real(c))
	w.text(imag(c))
}

func (w *writer) str(s *object.Str, flag byte) {
	text := s.String()
	interned := s.IsInterned()
	if w.version < 4 || s.CharLen() != len(text) {
		if interned && w.version >= 3 {
			w.tag(tInterned | flag)
		} else {
			w.tag(tUnicode | flag)
		}
		w.sized(text)
		return
	}
	switch {
	case len(text) < 256 && interned:
		w.tag(tShortASCIIInterned | flag)
	case len(text) < 256:
		w.tag(tShortASCII | flag)
	case interned:
		w.tag(tASCIIInterned | flag)
	default:
		w.tag(tASCII | flag)
	}
	if len(text) < 256 {
		w.tag(byte(len(text)))
		w.b = append(w.b, text...)
		return
	}
	w.sized(text)
}
