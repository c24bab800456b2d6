package object

// bytearray (library reference, "Bytearray Objects").

import (
	"bytes"
	"strings"
	"unsafe"
)

// ByteArrayType is bytearray.
var ByteArrayType Type

// ByteArray is a bytearray. While exports > 0 its size cannot change: some
// memoryview or native code uses the memory.
type ByteArray struct {
	Header
	B       []byte
	exports int
}

// NewByteArray returns a bytearray that takes ownership of b.
func NewByteArray(b []byte) Value {
	return Wrap(&ByteArray{Header: Header{&ByteArrayType}, B: b})
}

// Pin forbids changes of size until the matching Unpin.
func (b *ByteArray) Pin() { b.exports++ }

// Unpin ends a Pin.
func (b *ByteArray) Unpin() { b.exports-- }

func (b *ByteArray) checkResize() error {
	if b.exports > 0 {
		return Errorf(&BufferErrorType, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// set replaces the content; the size may change.
func (b *ByteArray) set(x []byte) error {
	if len(x) != len(b.B) {
		if err := b.checkResize(); err != nil {
			return err
		}
	}
	b.B = x
	return nil
}

// splice replaces bytes [i, j) by x.
func (b *ByteArray) splice(t *Thread, i, j int, x []byte) error {
	n := len(b.B) - (j - i) + len(x)
	if n == len(b.B) {
		copy(b.B[i:j], x)
		return nil
	}
	if err := b.checkResize(); err != nil {
		return err
	}
	if n > cap(b.B) {
		if err := t.Charge(n); err != nil {
			return err
		}
	}
	if len(x) > 0 && len(b.B) > 0 && &x[0] == &b.B[0] {
		x = append([]byte(nil), x...)
	}
	if i == len(b.B) {
		b.B = append(b.B, x...)
		return nil
	}
	tail := append([]byte(nil), b.B[j:]...)
	b.B = append(append(b.B[:i], x...), tail...)
	return nil
}

func byteArrayNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	return Wrap(Alloc[ByteArray](tp, &ByteArrayType)), nil
}

func byteArrayInit(t *Thread, self Value, args, kw []Value) error {
	a, err := newByteArgs("bytearray", args, kw)
	if err != nil {
		return err
	}
	o := As[ByteArray](self)
	if err := o.set(nil); err != nil {
		return err
	}
	if v := a[0]; v.O != nil && v.O.Type.Slots.Buffer == nil && v.O.Type.Slots.Next != nil && v.O.Type.Slots.Index == nil && a[1].O == nil && a[2].O == nil {
		// The code that the iterator runs sees the bytes so far.
		return Iterate(t, v, func(x Value) error {
			c, err := byteValue(t, x, "byte")
			if err != nil {
				return err
			}
			return o.splice(t, len(o.B), len(o.B), []byte{c})
		})
	}
	b, err := newByteContent(t, "bytearray", a)
	if err != nil {
		return err
	}
	if err := t.Charge(len(b)); err != nil {
		return err
	}
	return As[ByteArray](self).set(append([]byte(nil), b...))
}

func byteArrayGetItem(t *Thread, v, k Value) (Value, error) {
	k, err := plainKey(t, k)
	if err != nil {
		return Value{}, err
	}
	b := As[ByteArray](v)
	if k.O.Type == &SliceType {
		start, step, n, err := As[Slice](k).Indices(t, len(b.B))
		if err != nil {
			return Value{}, err
		}
		return NewByteArray(pick(b.B, start, step, n)), nil
	}
	i, err := byteIndex(t, k, len(b.B), "bytearray indices", "bytearray index out of range")
	if err != nil {
		return Value{}, err
	}
	return Int(int64(b.B[i])), nil
}

func byteArraySetItem(t *Thread, v, k, val Value) error {
	k, err := plainKey(t, k)
	if err != nil {
		return err
	}
	b := As[ByteArray](v)
	if k.O.Type == &SliceType {
		return byteArraySetSlice(t, v, As[Slice](k), val)
	}
	i, err := byteIndex(t, k, len(b.B), "bytearray indices", "bytearray index out of range")
	if err != nil {
		return err
	}
	if val.O == nil {
		return b.splice(t, i, i+1, nil)
	}
	c, err := byteValue(t, val, "byte")
	if err != nil {
		return err
	}
	if i >= len(b.B) {
		return IndexErrorf("bytearray index out of range")
	}
	b.B[i] = c
	return nil
}

func byteArraySetSlice(t *Thread, v Value, s *Slice, val Value) error {
	b := As[ByteArray](v)
	var x []byte
	if val.O != nil {
		var err error
		if x, err = assignedBytes(t, v, val); err != nil {
			return err
		}
	}
	start, step, n, err := s.Indices(t, len(b.B))
	if err != nil {
		return err
	}
	if step == 1 {
		return b.splice(t, start, start+n, x)
	}
	if val.O == nil {
		return b.deleteStep(start, step, n)
	}
	if len(x) != n {
		return ValueErrorf("attempt to assign bytes of size %d to extended slice of size %d", len(x), n)
	}
	for i := range n {
		b.B[start+i*step] = x[i]
	}
	return nil
}

// assignedBytes converts the right side of a slice assignment.
func assignedBytes(t *Thread, v, val Value) ([]byte, error) {
	if val == v {
		return append([]byte(nil), As[ByteArray](v).B...), nil
	}
	if b, ok := BytesOf(val); ok {
		return b, nil
	}
	if IsIntLike(val) || val.solid(&StrType) || val.O.Type.Slots.Iter == nil && !IsSequence(val) {
		return nil, TypeErrorf("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	return byteItems(t, val, "bytearray")
}

func (b *ByteArray) deleteStep(start, step, n int) error {
	if n == 0 {
		return nil
	}
	if err := b.checkResize(); err != nil {
		return err
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := b.B[:start]
	for i := start; i < len(b.B); i++ {
		if n > 0 && i == start {
			n--
			start += step
			continue
		}
		out = append(out, b.B[i])
	}
	b.B = out
	return nil
}

func byteArrayConcat(t *Thread, a, b Value) (Value, error) {
	x := As[ByteArray](a).B
	y, ok := BytesOf(b)
	if !ok {
		return Value{}, TypeErrorf("can't concat %s to %s", b.O.Type.MsgName(), a.O.Type.MsgName())
	}
	if err := t.Charge(len(x) + len(y)); err != nil {
		return Value{}, err
	}
	return NewByteArray(append(append(make([]byte, 0, len(x)+len(y)), x...), y...)), nil
}

func byteArrayRepeat(t *Thread, v Value, n int) (Value, error) {
	x := As[ByteArray](v).B
	n = max(n, 0)
	if n > 0 && len(x) > maxInt/n {
		return Value{}, MemoryError()
	}
	if err := t.Charge(len(x) * n); err != nil {
		return Value{}, err
	}
	return NewByteArray(bytes.Repeat(x, n)), nil
}

func byteArrayRepr(t *Thread, v Value) (Value, error) {
	name := v.O.Type.Name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	return NewStr(name + "(" + reprBytes(stringView(As[ByteArray](v).B), true) + ")"), nil
}

var byteArraySlots = Slots{
	Repr: byteArrayRepr,
	Str: func(t *Thread, v Value) (Value, error) {
		if err := warnBytesStr(t, "bytearray"); err != nil {
			return Value{}, err
		}
		return byteArrayRepr(t, v)
	},
	RichCmp: compareBytes, New: byteArrayNew, Init: byteArrayInit, Iter: newBytesIter(&byteArrayIterType),
	Len:     func(t *Thread, v Value) (int, error) { return len(As[ByteArray](v).B), nil },
	GetItem: byteArrayGetItem, SetItem: byteArraySetItem, Contains: bytesContains,
	Concat: byteArrayConcat, Repeat: byteArrayRepeat,
	InplaceConcat: func(t *Thread, a, b Value) (Value, error) {
		y, ok := BytesOf(b)
		if !ok {
			return Value{}, TypeErrorf("can't concat %s to %s", b.O.Type.MsgName(), a.O.Type.MsgName())
		}
		x := As[ByteArray](a)
		return a, x.splice(t, len(x.B), len(x.B), y)
	},
	InplaceRepeat: func(t *Thread, v Value, n int) (Value, error) {
		b := As[ByteArray](v)
		if len(b.B) == 0 || n == 1 {
			return v, nil
		}
		r, err := byteArrayRepeat(t, v, n)
		if err != nil {
			return Value{}, err
		}
		return v, b.set(As[ByteArray](r).B)
	},
	Binary: [NBinOp]BinaryFunc{OpMod: bytesMod},
	Buffer: func(v Value) ([]byte, bool, error) { return As[ByteArray](v).B, true, nil },
	Pin:    func(v Value, delta int) { As[ByteArray](v).exports += delta },
}

var byteArrayOnlyMethods = []Func{
	{"append", "($self, item, /)", "Append a single item to the end of the bytearray.", func(t *Thread, a []Value) (Value, error) {
		c, err := byteValue(t, a[1], "byte")
		if err != nil {
			return Value{}, err
		}
		b := As[ByteArray](a[0])
		if err := b.checkResize(); err != nil {
			return Value{}, err
		}
		b.B = append(b.B, c)
		return None, nil
	}},
	{"clear", "($self, /)", "Remove all items from the bytearray.", func(t *Thread, a []Value) (Value, error) {
		b := As[ByteArray](a[0])
		if err := b.checkResize(); err != nil {
			return Value{}, err
		}
		b.B = nil
		return None, nil
	}},
	{"copy", "($self, /)", "Return a copy of B.", func(t *Thread, a []Value) (Value, error) {
		return NewByteArray(append([]byte(nil), As[ByteArray](a[0]).B...)), nil
	}},
	{"extend", "($self, iterable_of_ints, /)", "Append all the items from the iterator or sequence to the end of the bytearray.", byteArrayExtend},
	{"insert", "($self, index, item, /)", "Insert a single item into the bytearray before the given index.", byteArrayInsert},
	{"pop", "($self, index=-1, /)", "Remove and return a single item from B.", byteArrayPop},
	{"remove", "($self, value, /)", "Remove the first occurrence of a value in the bytearray.", func(t *Thread, a []Value) (Value, error) {
		c, err := byteValue(t, a[1], "byte")
		if err != nil {
			return Value{}, err
		}
		b := As[ByteArray](a[0])
		i := bytes.IndexByte(b.B, c)
		if i < 0 {
			return Value{}, ValueErrorf("value not found in bytearray")
		}
		return None, b.splice(t, i, i+1, nil)
	}},
	{"resize", "($self, size, /)", "Resize the internal buffer of bytearray to len.", byteArrayResize},
	{"reverse", "($self, /)", "Reverse the order of the values in B in place.", func(t *Thread, a []Value) (Value, error) {
		reverseBytes(As[ByteArray](a[0]).B)
		return None, nil
	}},
	{"__alloc__", "($self, /)", "Return the number of bytes actually allocated.", func(t *Thread, a []Value) (Value, error) {
		b := As[ByteArray](a[0]).B
		if len(b) == 0 {
			return Int(0), nil
		}
		return IntOf(max(cap(b), len(b)+1)), nil
	}},
	{"__sizeof__", "($self, /)", "Returns the size of the bytearray object in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		return IntOf(56 + cap(As[ByteArray](a[0]).B)), nil
	}},
	{"__reduce__", "($self, /)", "Return state information for pickling.", func(t *Thread, a []Value) (Value, error) { return byteArrayReduce(t, a[0], 2) }},
	{"__reduce_ex__", "($self, proto=0, /)", "Return state information for pickling.", func(t *Thread, a []Value) (Value, error) {
		p := 0
		if a[1].O != nil {
			var err error
			if p, err = IndexInt(t, a[1], &OverflowErrorType); err != nil {
				return Value{}, err
			}
		}
		return byteArrayReduce(t, a[0], p)
	}},
}

func byteArrayReduce(t *Thread, v Value, proto int) (Value, error) {
	b := As[ByteArray](v).B
	state, err := getState(t, v)
	if err != nil {
		return Value{}, err
	}
	if proto >= 3 {
		if len(b) == 0 {
			return NewTuple(Wrap(v.O.Type), NewTuple(), state), nil
		}
		return NewTuple(Wrap(v.O.Type), NewTuple(NewBytes(append([]byte(nil), b...))), state), nil
	}
	args := NewTuple()
	if len(b) > 0 {
		out := make([]byte, 0, len(b))
		for _, c := range b {
			out = AppendRune(out, rune(c))
		}
		args = NewTuple(NewStr(string(out)), NewStr("latin-1"))
	}
	return NewTuple(Wrap(v.O.Type), args, state), nil
}

func byteArrayExtend(t *Thread, a []Value) (Value, error) {
	b := As[ByteArray](a[0])
	x, ok := BytesOf(a[1])
	n := len(b.B)
	if !ok && offersBuffer(t, a[1]) {
		var err error
		if x, err = AskBuffer(t, a[1]); err != nil {
			return Value{}, err
		}
		n, ok = min(n, len(b.B)), true
	}
	if !ok {
		if a[1].solid(&StrType) {
			return Value{}, TypeErrorf("expected iterable of integers; got: 'str'")
		}
		if a[1].O.Type.Slots.Iter == nil && !IsSequence(a[1]) {
			return Value{}, TypeErrorf("can't extend bytearray with %s", a[1].O.Type.MsgName())
		}
		var err error
		if x, err = byteItems(t, a[1], "bytearray"); err != nil {
			return Value{}, err
		}
	}
	n = min(n, len(b.B))
	return None, b.splice(t, n, n, x)
}

func byteArrayInsert(t *Thread, a []Value) (Value, error) {
	i, err := SsizeArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	c, err := byteValue(t, a[2], "byte")
	if err != nil {
		return Value{}, err
	}
	b := As[ByteArray](a[0])
	if i < 0 {
		i = max(i+len(b.B), 0)
	}
	i = min(i, len(b.B))
	return None, b.splice(t, i, i, []byte{c})
}

func byteArrayPop(t *Thread, a []Value) (Value, error) {
	i := -1
	if a[1].O != nil {
		var err error
		if i, err = SsizeArg(t, a[1]); err != nil {
			return Value{}, err
		}
	}
	b := As[ByteArray](a[0])
	if len(b.B) == 0 {
		return Value{}, IndexErrorf("pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.B)
	}
	if i < 0 || i >= len(b.B) {
		return Value{}, IndexErrorf("pop index out of range")
	}
	c := b.B[i]
	return Int(int64(c)), b.splice(t, i, i+1, nil)
}

func byteArrayResize(t *Thread, a []Value) (Value, error) {
	n, err := SsizeArg(t, a[1])
	if err != nil {
		return Value{}, err
	}
	if n < 0 {
		return Value{}, ValueErrorf("Can only resize to positive sizes, got %d", n)
	}
	if err := t.Charge(n); err != nil {
		return Value{}, err
	}
	b := As[ByteArray](a[0])
	x := make([]byte, n)
	copy(x, b.B)
	return None, b.set(x)
}

func init() {
	ByteArrayType.Define(TypeSpec{
		Name: "bytearray", Flags: FlagBase | FlagMatchSelf, Size: unsafe.Sizeof(ByteArray{}), Slots: byteArraySlots,
		Doc:     "bytearray(source=b'', encoding='', errors='') -> a mutable array of bytes.",
		Methods: append(append([]Func(nil), byteMethods...), byteArrayOnlyMethods...), ClassMethods: byteClassMethods, StaticMethods: byteStaticMethods,
	})
}
