package object

// Slices, ranges, sequence iterators and index arithmetic shared by the
// sequence types.

import (
	"math/big"
	"unsafe"
)

// Types of this file.
var (
	SliceType        Type
	RangeType        Type
	RangeIterType    Type
	SeqIterType      Type
	ListIterType     Type
	TupleIterType    Type
	StrIterType      Type
	StrASCIIIterType Type
	CallIterType     Type
	ReversedType     Type
	ListRevType      Type
)

// Slice is a slice object.
type Slice struct {
	Header
	Start, Stop, Step Value
}

// NewSlice returns slice(start, stop, step).
func NewSlice(start, stop, step Value) Value {
	return Wrap(&Slice{Header{&SliceType}, start, stop, step})
}

// Indices resolves the slice for a sequence of length n to the first index,
// the step and the number of items.
func (s *Slice) Indices(t *Thread, n int) (start, step, count int, err error) {
	step = 1
	if !s.Step.IsNone() {
		if step, err = sliceIndex(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			return 0, 0, 0, ValueErrorf("slice step cannot be zero")
		}
		if step < -maxInt {
			step = -maxInt
		}
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	bound := func(v Value, def int) (int, error) {
		if v.IsNone() {
			return def, nil
		}
		i, err := sliceIndex(t, v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			if i += n; i < lo {
				i = lo
			}
		} else if i > hi {
			i = hi
		}
		return i, nil
	}
	defStart, defStop := lo, hi
	if step < 0 {
		defStart, defStop = hi, lo
	}
	if start, err = bound(s.Start, defStart); err != nil {
		return
	}
	stop, err := bound(s.Stop, defStop)
	if err != nil {
		return 0, 0, 0, err
	}
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		count = (start-stop-1)/(-step) + 1
	}
	return start, step, count, nil
}

func sliceIndex(t *Thread, v Value) (int, error) {
	if v.O == &IntHeader {
		return int(int64(v.N)), nil
	}
	if v.O.Type.Slots.Index == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return IndexInt(t, v, nil)
}

// SeqIndex converts a subscript to an index in [0, n). what names the type in
// errors ("list", "tuple", "string"...).
func SeqIndex(t *Thread, key Value, n int, what string) (int, error) {
	i := 0
	if key.O == &IntHeader {
		i = int(int64(key.N))
	} else {
		if key.O.Type.Slots.Index == nil {
			return 0, TypeErrorf("%s indices must be integers or slices, not %s", what, key.O.Type.MsgName())
		}
		var err error
		if i, err = IndexInt(t, key, &IndexErrorType); err != nil {
			return 0, err
		}
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, IndexErrorf("%s index out of range", what)
	}
	return i, nil
}

// RangeObj is a range object; Small is set when all numbers fit 64 bits.
type RangeObj struct {
	Header
	Start, Stop, Step int64
	N                 int64
	Big               *bigRange
}

type bigRange struct{ start, stop, step, n *big.Int }

// NewRange returns range(start, stop, step); step is not 0.
func NewRange(start, stop, step int64) *RangeObj {
	r := &RangeObj{Header: Header{&RangeType}, Start: start, Stop: stop, Step: step}
	switch {
	case step > 0 && start < stop:
		r.N = int64((uint64(stop)-uint64(start)-1)/uint64(step)) + 1
	case step < 0 && stop < start:
		r.N = int64((uint64(start)-uint64(stop)-1)/(-uint64(step))) + 1
	}
	return r
}

// RangeIter iterates over a range of 64-bit ints.
type RangeIter struct {
	Header
	cur, step, left int64
}

// SeqIter is the iterator of objects with __getitem__ only.
type SeqIter struct {
	Header
	seq Value
	i   int
}

// NewSeqIter returns the iterator over v[0], v[1], ...
func NewSeqIter(v Value) Value { return Wrap(&SeqIter{Header{&SeqIterType}, v, 0}) }

func seqIterNext(t *Thread, v Value) (Value, error) {
	it := As[SeqIter](v)
	if it.seq.O == nil {
		return Value{}, nil
	}
	x, err := GetItem(t, it.seq, IntOf(it.i))
	if err != nil {
		if IsExc(err, &IndexErrorType) || IsExc(err, &StopIterationType) {
			it.seq = Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	it.i++
	return x, nil
}

// ListIter iterates over a list that may change meanwhile.
type ListIter struct {
	Header
	l *List
	i int
}

func listIter(t *Thread, v Value) (Value, error) {
	return Wrap(&ListIter{Header{&ListIterType}, As[List](v), 0}), nil
}

func listIterNext(t *Thread, v Value) (Value, error) {
	it := As[ListIter](v)
	if it.l == nil {
		return Value{}, nil
	}
	if it.i < it.l.Len() {
		it.i++
		return it.l.At(it.i - 1), nil
	}
	it.l = nil
	return Value{}, nil
}

func listRevNext(t *Thread, v Value) (Value, error) {
	it := As[ListIter](v)
	if it.l == nil {
		return Value{}, nil
	}
	if it.i >= 0 && it.i < it.l.Len() {
		it.i--
		return it.l.At(it.i + 1), nil
	}
	it.l = nil
	return Value{}, nil
}

// TupleIter iterates over a tuple.
type TupleIter struct {
	Header
	tup *Tuple
	i   int
}

func tupleIter(t *Thread, v Value) (Value, error) {
	return Wrap(&TupleIter{Header{&TupleIterType}, As[Tuple](v), 0}), nil
}

func tupleIterNext(t *Thread, v Value) (Value, error) {
	it := As[TupleIter](v)
	if it.tup != nil && it.i < len(it.tup.Items) {
		it.i++
		return it.tup.Items[it.i-1], nil
	}
	it.tup = nil
	return Value{}, nil
}

// StrIter iterates over the characters of a str.
type StrIter struct {
	Header
	s    *Str
	b, i int
}

func strIter(t *Thread, v Value) (Value, error) {
	s := As[Str](v)
	tp := &StrIterType
	if s.CharLen() == len(s.s) {
		tp = &StrASCIIIterType
	}
	return Wrap(&StrIter{Header: Header{tp}, s: s}), nil
}

func strIterNext(t *Thread, v Value) (Value, error) {
	it := As[StrIter](v)
	if it.s == nil || it.b >= len(it.s.s) {
		it.s = nil
		return Value{}, nil
	}
	b := it.b
	it.i++
	if c := it.s.s[b]; c < 0x80 {
		it.b++
		return Wrap(&charStrs[c]), nil
	}
	it.b = skipChars(it.s.s, b, 1)
	return NewStr(it.s.s[b:it.b]), nil
}

// CallIter is iter(callable, sentinel).
type CallIter struct {
	Header
	fn, sentinel Value
}

// NewCallIter returns iter(fn, sentinel).
func NewCallIter(fn, sentinel Value) Value {
	return Wrap(&CallIter{Header{&CallIterType}, fn, sentinel})
}

func callIterNext(t *Thread, v Value) (Value, error) {
	it := As[CallIter](v)
	if it.fn.O == nil {
		return Value{}, nil
	}
	x, err := CallArgs(t, it.fn)
	if err != nil {
		if IsExc(err, &StopIterationType) {
			it.fn = Value{}
			return Value{}, nil
		}
		return Value{}, err
	}
	if it.fn.O == nil { // the call has exhausted the iterator
		return Value{}, nil
	}
	eq, err := Equal(t, x, it.sentinel)
	if err != nil {
		return Value{}, err
	}
	if eq {
		it.fn = Value{}
		return Value{}, nil
	}
	return x, nil
}

// Reversed is a reversed() iterator over a sequence.
type Reversed struct {
	Header
	seq Value
	i   int
}

func reversedNext(t *Thread, v Value) (Value, error) {
	it := As[Reversed](v)
	if it.seq.O == nil || it.i < 0 {
		return Value{}, nil
	}
	x, err := GetItem(t, it.seq, IntOf(it.i))
	if err != nil {
		it.seq = Value{}
		if IsExc(err, &IndexErrorType) || IsExc(err, &StopIterationType) {
			return Value{}, nil
		}
		return Value{}, err
	}
	it.i--
	return x, nil
}

const sliceSize = unsafe.Sizeof(Slice{})

// SelfIter is the Iter slot of iterators.
func SelfIter(t *Thread, v Value) (Value, error) { return v, nil }
