package object

// memoryview: items, indexing, slicing, comparison and iteration.

import (
	"encoding/binary"
	"math"
	"math/big"
)

var native = binary.NativeEndian

// item returns the value at offset at.
func (m *MemoryView) item(at int) (Value, error) {
	b := m.buf[at : at+m.itemsize]
	code, _ := nativeFormat(m.format)
	switch code {
	case 'B':
		return Int(int64(b[0])), nil
	case 'b':
		return Int(int64(int8(b[0]))), nil
	case 'c':
		return NewBytes([]byte{b[0]}), nil
	case '?':
		return Bool(b[0] != 0), nil
	case 'h':
		return Int(int64(int16(native.Uint16(b)))), nil
	case 'H':
		return Int(int64(native.Uint16(b))), nil
	case 'i':
		return Int(int64(int32(native.Uint32(b)))), nil
	case 'I':
		return Int(int64(native.Uint32(b))), nil
	case 'l', 'q', 'n':
		return Int(int64(native.Uint64(b))), nil
	case 'L', 'Q', 'N', 'P':
		return BigInt(new(big.Int).SetUint64(native.Uint64(b))), nil
	case 'e':
		return Float(HalfToFloat(native.Uint16(b))), nil
	case 'f':
		return Float(float64(math.Float32frombits(native.Uint32(b)))), nil
	case 'd':
		return Float(math.Float64frombits(native.Uint64(b))), nil
	case 'F':
		return NewComplex(complex(float64(math.Float32frombits(native.Uint32(b))), float64(math.Float32frombits(native.Uint32(b[4:]))))), nil
	case 'D':
		return NewComplex(complex(math.Float64frombits(native.Uint64(b)), math.Float64frombits(native.Uint64(b[8:])))), nil
	}
	return Value{}, Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
}

// HalfToFloat converts an IEEE half-precision number.
func HalfToFloat(h uint16) float64 {
	sign := 1.0
	if h&0x8000 != 0 {
		sign = -1
	}
	e, f := int(h>>10&0x1F), float64(h&0x3FF)
	switch e {
	case 0:
		return sign * math.Ldexp(f, -24)
	case 31:
		if f != 0 {
			return math.Copysign(math.NaN(), sign)
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(f+1024, e-25)
}

// FloatToHalf converts to half precision, rounding to even; false: too large.
func FloatToHalf(f float64) (uint16, bool) {
	var sign uint16
	if math.Signbit(f) {
		sign, f = 0x8000, -f
	}
	switch {
	case math.IsNaN(f):
		return sign | 0x7E00, true
	case math.IsInf(f, 0):
		return sign | 0x7C00, true
	case f < 0x1p-14:
		return sign | uint16(math.RoundToEven(math.Ldexp(f, 24))), true
	}
	_, e := math.Frexp(f)
	n := uint32(math.RoundToEven(math.Ldexp(f, 11-e)))
	h := uint32(e+13)<<10 + n
	if h >= 0x7C00 {
		return 0, false
	}
	return sign | uint16(h), true
}

func (m *MemoryView) badType() error {
	return TypeErrorf("memoryview: invalid type for format '%s'", m.format)
}

func (m *MemoryView) badValue() error {
	return ValueErrorf("memoryview: invalid value for format '%s'", m.format)
}

// setItem stores v at offset at.
func (m *MemoryView) setItem(t *Thread, at int, v Value) error {
	code, _ := nativeFormat(m.format)
	b := m.buf[at : at+m.itemsize]
	switch code {
	case 'c':
		if !v.solid(&BytesType) {
			return m.badType()
		}
		s := As[Bytes](v).s
		if len(s) != 1 {
			return m.badValue()
		}
		b[0] = s[0]
		return nil
	case '?':
		x, err := Truth(t, v)
		if err == nil {
			err = m.check()
		}
		if err == nil {
			b[0] = 0
			if x {
				b[0] = 1
			}
		}
		return err
	case 'e', 'f', 'd':
		return m.setFloat(t, code, b, v)
	case 'F', 'D':
		return m.setComplex(t, code, b, v)
	case 0:
		return Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
	}
	return m.setInt(t, code, b, v)
}

func (m *MemoryView) setFloat(t *Thread, code byte, b []byte, v Value) error {
	f, err := RealToFloat(t, v)
	if err != nil {
		if IsExc(err, &TypeErrorType) {
			return m.badType()
		}
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	switch code {
	case 'e':
		h, ok := FloatToHalf(f)
		if !ok {
			return m.badValue()
		}
		native.PutUint16(b, h)
	case 'f':
		native.PutUint32(b, math.Float32bits(float32(f)))
	default:
		native.PutUint64(b, math.Float64bits(f))
	}
	return nil
}

func (m *MemoryView) setComplex(t *Thread, code byte, b []byte, v Value) error {
	c, err := ToComplex(t, v)
	if err != nil {
		if IsExc(err, &TypeErrorType) {
			return m.badType()
		}
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	if code == 'F' {
		native.PutUint32(b, math.Float32bits(float32(real(c))))
		native.PutUint32(b[4:], math.Float32bits(float32(imag(c))))
		return nil
	}
	native.PutUint64(b, math.Float64bits(real(c)))
	native.PutUint64(b[8:], math.Float64bits(imag(c)))
	return nil
}

func (m *MemoryView) setInt(t *Thread, code byte, b []byte, v Value) error {
	if v.O.Type.Slots.Index == nil {
		return m.badType()
	}
	i, err := Index(t, v)
	if err != nil {
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	bits := uint(len(b) * 8)
	unsigned := code < 'a'
	n, ok := AsInt64(i)
	var u uint64
	switch {
	case ok && unsigned && n < 0, !ok && !(unsigned && bits == 64):
		return m.badValue()
	case !ok:
		p := As[IntObj](i).Big
		if !p.IsUint64() {
			return m.badValue()
		}
		u = p.Uint64()
	default:
		u = uint64(n)
	}
	if bits < 64 && (unsigned && u>>bits != 0 || !unsigned && (n>>(bits-1) != 0 && n>>(bits-1) != -1)) {
		return m.badValue()
	}
	switch len(b) {
	case 1:
		b[0] = byte(u)
	case 2:
		native.PutUint16(b, uint16(u))
	case 4:
		native.PutUint32(b, uint32(u))
	default:
		native.PutUint64(b, u)
	}
	return nil
}

// locate resolves an int index or a full tuple of ints to an offset.
func (m *MemoryView) locate(t *Thread, k Value) (int, error) {
	if k.solid(&TupleType) {
		items := As[Tuple](k).Items
		if len(items) > len(m.shape) {
			return 0, TypeErrorf("cannot index %d-dimension view with %d-element tuple", len(m.shape), len(items))
		}
		if len(items) < len(m.shape) {
			return 0, Errorf(&NotImplementedErrorType, "sub-views are not implemented")
		}
		at := m.off
		for dim, x := range items {
			var err error
			if at, err = m.step(t, x, dim, at); err != nil {
				return 0, err
			}
		}
		return at, nil
	}
	if len(m.shape) == 0 {
		return 0, TypeErrorf("invalid indexing of 0-dim memory")
	}
	if len(m.shape) > 1 {
		return 0, Errorf(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
	}
	return m.step(t, k, 0, m.off)
}

func (m *MemoryView) step(t *Thread, k Value, dim, at int) (int, error) {
	i, err := IndexInt(t, k, &IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += m.shape[dim]
	}
	if i < 0 || i >= m.shape[dim] {
		return 0, IndexErrorf("index out of bounds on dimension %d", dim+1)
	}
	return at + i*m.strides[dim], nil
}

// key classifies a subscript: a slice, an index, or a tuple of indexes.
func (m *MemoryView) key(k Value) (isSlice bool, err error) {
	if k.O.Type == &SliceType {
		return true, nil
	}
	if k.O.Type.Slots.Index != nil {
		return false, nil
	}
	if k.solid(&TupleType) {
		slices := 0
		for _, x := range As[Tuple](k).Items {
			if x.O.Type == &SliceType {
				slices++
			} else if x.O.Type.Slots.Index == nil {
				return false, TypeErrorf("memoryview: invalid slice key")
			}
		}
		if slices > 0 && slices == len(As[Tuple](k).Items) {
			return false, Errorf(&NotImplementedErrorType, "multi-dimensional slicing is not implemented")
		}
		if slices == 0 {
			return false, nil
		}
	}
	return false, TypeErrorf("memoryview: invalid slice key")
}

func (m *MemoryView) slice(t *Thread, s *Slice) (*MemoryView, error) {
	if len(m.shape) == 0 {
		return nil, TypeErrorf("invalid indexing of 0-dim memory")
	}
	c := m.clone()
	start, step, n, err := s.Indices(t, m.shape[0])
	if err != nil {
		return nil, err
	}
	c.off += start * m.strides[0]
	if n == 0 {
		c.off = m.off
	}
	c.shape = append([]int{n}, m.shape[1:]...)
	c.strides = append([]int{m.strides[0] * step}, m.strides[1:]...)
	return c, nil
}

func memoryGetItem(t *Thread, v, k Value) (Value, error) {
	m := As[MemoryView](v)
	if err := m.check(); err != nil {
		return Value{}, err
	}
	isSlice, err := m.key(k)
	if err != nil {
		return Value{}, err
	}
	if isSlice {
		c, err := m.slice(t, As[Slice](k))
		if err != nil {
			return Value{}, err
		}
		return Wrap(c), nil
	}
	at, err := m.locate(t, k)
	if err != nil {
		return Value{}, err
	}
	if err := m.check(); err != nil {
		return Value{}, err
	}
	return m.item(at)
}

func memorySetItem(t *Thread, v, k, val Value) error {
	m := As[MemoryView](v)
	if err := m.check(); err != nil {
		return err
	}
	if m.readonly {
		return TypeErrorf("cannot modify read-only memory")
	}
	if val.O == nil {
		return TypeErrorf("cannot delete memory")
	}
	isSlice, err := m.key(k)
	if err != nil {
		return err
	}
	if !isSlice {
		at, err := m.locate(t, k)
		if err != nil {
			return err
		}
		if err := m.check(); err != nil {
			return err
		}
		return m.setItem(t, at, val)
	}
	if len(m.shape) > 1 {
		return Errorf(&NotImplementedErrorType, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	dst, err := m.slice(t, As[Slice](k))
	if err != nil {
		return err
	}
	src, err := NewMemoryView(t, val)
	if err != nil {
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	s := As[MemoryView](src)
	if len(s.shape) != 1 || s.shape[0] != dst.shape[0] || trimFormat(s.format) != trimFormat(dst.format) {
		return ValueErrorf("memoryview assignment: lvalue and rvalue have different structures")
	}
	b, shared := s.bytes()
	if shared && !dst.contiguous() {
		b = append([]byte(nil), b...)
	}
	if dst.contiguous() {
		copy(dst.buf[dst.off:], b)
		return nil
	}
	dst.each(func(at int) {
		copy(dst.buf[at:at+dst.itemsize], b)
		b = b[dst.itemsize:]
	})
	return nil
}

func trimFormat(s string) string {
	if len(s) == 2 && s[0] == '@' {
		return s[1:]
	}
	return s
}

func memoryCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	eq := a == b
	if !eq {
		x := As[MemoryView](a)
		if x.released || !b.solid(&MemoryViewType) && b.O.Type.Slots.Buffer == nil {
			if x.released {
				return Bool(op == CmpNE), nil
			}
			return NotImplemented, nil
		}
		y, err := NewMemoryView(t, b)
		if err != nil {
			return Bool(op == CmpNE), nil
		}
		if eq, err = x.equal(t, As[MemoryView](y)); err != nil {
			return Value{}, err
		}
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func (m *MemoryView) equal(t *Thread, o *MemoryView) (bool, error) {
	if len(m.shape) != len(o.shape) {
		return false, nil
	}
	for i := range m.shape {
		if m.shape[i] != o.shape[i] {
			return false, nil
		}
	}
	f, g := trimFormat(m.format), trimFormat(o.format)
	if f == "B" && g == "B" {
		x, _ := m.bytes()
		y, _ := o.bytes()
		return stringView(x) == stringView(y), nil
	}
	if c, _ := nativeFormat(f); c == 0 {
		return false, nil
	}
	if c, _ := nativeFormat(g); c == 0 {
		return false, nil
	}
	x, err := m.tolist(0, m.off)
	if err != nil {
		return false, err
	}
	y, err := o.tolist(0, o.off)
	if err != nil {
		return false, err
	}
	return RichEqual(t, x, y)
}

// RichEqual is a == b as a Go bool, without the short way for identical
// objects.
func RichEqual(t *Thread, a, b Value) (bool, error) { return Compare(t, a, b, CmpEQ) }

func memoryCount(t *Thread, a []Value) (Value, error) {
	n := 0
	err := Iterate(t, a[0], func(x Value) error {
		eq, err := Equal(t, x, a[1])
		if eq {
			n++
		}
		return err
	})
	return IntOf(n), err
}

func memoryIndex(t *Thread, a []Value) (Value, error) {
	m := As[MemoryView](a[0])
	if err := m.check(); err != nil {
		return Value{}, err
	}
	if len(m.shape) == 0 {
		return Value{}, TypeErrorf("invalid lookup on 0-dim memory")
	}
	if len(m.shape) > 1 {
		return Value{}, Errorf(&NotImplementedErrorType, "multi-dimensional lookup is not implemented")
	}
	lo, hi, err := clampBounds(t, a[2], a[3], m.shape[0])
	if err != nil {
		return Value{}, err
	}
	for i := lo; i < hi; i++ {
		if err := m.check(); err != nil {
			return Value{}, err
		}
		x, err := m.item(m.off + i*m.strides[0])
		if err != nil {
			return Value{}, err
		}
		if eq, err := Equal(t, x, a[1]); err != nil || eq {
			return IntOf(i), err
		}
	}
	return Value{}, ValueErrorf("memoryview.index(x): x not found")
}

// memoryIter iterates over a one-dimensional view.
type memoryIter struct {
	Header
	m *MemoryView
	i int
}

var memoryIterType Type

func memoryIterNext(t *Thread, v Value) (Value, error) {
	it := As[memoryIter](v)
	if it.m == nil {
		return Value{}, nil
	}
	if err := it.m.check(); err != nil {
		return Value{}, err
	}
	if it.i >= it.m.shape[0] {
		it.m = nil
		return Value{}, nil
	}
	it.i++
	return it.m.item(it.m.off + (it.i-1)*it.m.strides[0])
}

var memoryViewSlots = Slots{
	New: memoryViewNew, RichCmp: memoryCompare, Hash: memoryViewHash,
	GetItem: memoryGetItem, SetItem: memorySetItem, Buffer: memoryViewBuffer,
	Pin:          func(v Value, delta int) { As[MemoryView](v).busy += delta },
	BufferFormat: func(v Value) (string, int) { m := As[MemoryView](v); return m.format, m.itemsize },
	Repr: func(t *Thread, v Value) (Value, error) {
		if As[MemoryView](v).released {
			return NewStrf("<released memory at 0x%x>", t.Interp.ID(v)), nil
		}
		return NewStrf("<memory at 0x%x>", t.Interp.ID(v)), nil
	},
	Len: func(t *Thread, v Value) (int, error) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return 0, err
		}
		if len(m.shape) == 0 {
			return 0, TypeErrorf("0-dim memory has no length")
		}
		return m.shape[0], nil
	},
	Iter: func(t *Thread, v Value) (Value, error) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return Value{}, err
		}
		if len(m.shape) == 0 {
			return Value{}, TypeErrorf("invalid indexing of 0-dim memory")
		}
		if len(m.shape) > 1 {
			return Value{}, Errorf(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
		}
		if c, _ := nativeFormat(m.format); c == 0 {
			return Value{}, Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
		}
		return Wrap(&memoryIter{Header{&memoryIterType}, m, 0}), nil
	},
	Traverse: func(v Value, visit func(Value)) {
		if o := As[MemoryView](v).obj; o.O != nil {
			visit(o)
		}
	},
}
