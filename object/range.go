package object

// range (library reference, "Ranges"): arithmetic on 64-bit numbers, and on big
// ones where a bound, the step or the length needs it.

import (
	"math"
	"math/big"
)

// LongRangeIterType is the type of iterators over ranges of big numbers.
var LongRangeIterType Type

// bounds returns the numbers of r as big ints, which must not be modified.
func (r *RangeObj) bounds() *bigRange {
	if r.Big != nil {
		return r.Big
	}
	return &bigRange{big.NewInt(r.Start), big.NewInt(r.Stop), big.NewInt(r.Step), big.NewInt(r.N)}
}

// newBigRange returns range(start, stop, step), which takes ownership of the
// numbers; step is not 0.
func newBigRange(start, stop, step *big.Int) *RangeObj {
	n := new(big.Int)
	switch d := new(big.Int).Sub(stop, start); {
	case step.Sign() > 0 && d.Sign() > 0, step.Sign() < 0 && d.Sign() < 0:
		n.Add(d, step)
		if step.Sign() > 0 {
			n.Sub(n, bigOne)
		} else {
			n.Add(n, bigOne)
		}
		n.Quo(n, step)
	}
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() && n.IsInt64() && step.Int64() != math.MinInt64 {
		return NewRange(start.Int64(), stop.Int64(), step.Int64())
	}
	return &RangeObj{Header: Header{&RangeType}, Big: &bigRange{start, stop, step, n}}
}

var bigOne = big.NewInt(1)

// at returns element i, which exists.
func (b *bigRange) at(i *big.Int) *big.Int {
	x := new(big.Int).Mul(i, b.step)
	return x.Add(x, b.start)
}

func rangeNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	switch {
	case len(kw) > 0:
		return Value{}, TypeErrorf("range() takes no keyword arguments")
	case len(args) == 0:
		return Value{}, TypeErrorf("range expected at least 1 argument, got 0")
	case len(args) > 3:
		return Value{}, TypeErrorf("range expected at most 3 arguments, got %d", len(args))
	}
	v := [3]Value{Int(0), args[0], Int(1)}
	if len(args) > 1 {
		copy(v[:], args)
	}
	small := true
	for i := range v {
		if v[i].O == &IntHeader {
			continue
		}
		x, err := Index(t, v[i])
		if err != nil {
			return Value{}, err
		}
		v[i] = exactInt(x)
		small = small && v[i].O == &IntHeader
	}
	if v[2] == Int(0) {
		return Value{}, ValueErrorf("range() arg 3 must not be zero")
	}
	if small {
		start, stop, step := v[0].Int64(), v[1].Int64(), v[2].Int64()
		if d := stop - start; (start^stop)&(stop^d) >= 0 && d != math.MinInt64 && step != math.MinInt64 {
			return Wrap(NewRange(start, stop, step)), nil
		}
	}
	var b [3]*big.Int
	for i := range v {
		b[i], _ = AsBig(v[i])
	}
	return Wrap(newBigRange(b[0], b[1], b[2])), nil
}

func rangeLen(t *Thread, v Value) (int, error) {
	r := As[RangeObj](v)
	if r.Big != nil {
		if !r.Big.n.IsInt64() {
			return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
		}
		return int(r.Big.n.Int64()), nil
	}
	return int(r.N), nil
}

func rangeIter(t *Thread, v Value) (Value, error) {
	r := As[RangeObj](v)
	if b := r.Big; b != nil {
		return newLongIter(b.start, b.step, b.n), nil
	}
	return Wrap(&RangeIter{Header{&RangeIterType}, r.Start, r.Step, r.N}), nil
}

func rangeReversed(t *Thread, a []Value) (Value, error) {
	r := As[RangeObj](a[0])
	if b := r.Big; b != nil {
		last := b.at(new(big.Int).Sub(b.n, bigOne))
		return newLongIter(last, new(big.Int).Neg(b.step), b.n), nil
	}
	return Wrap(&RangeIter{Header{&RangeIterType}, r.Start + (r.N-1)*r.Step, -r.Step, r.N}), nil
}

func rangeIterNext(t *Thread, v Value) (Value, error) {
	it := As[RangeIter](v)
	if it.left <= 0 {
		return Value{}, nil
	}
	r := it.cur
	it.cur += it.step
	it.left--
	return Int(r), nil
}

// longRangeIter iterates over a range of big ints.
type longRangeIter struct {
	Header
	cur, step, left *big.Int
}

func newLongIter(start, step, n *big.Int) Value {
	return Wrap(&longRangeIter{Header{&LongRangeIterType}, start, step, n})
}

func longIterNext(t *Thread, v Value) (Value, error) {
	it := As[longRangeIter](v)
	if it.left.Sign() <= 0 {
		return Value{}, nil
	}
	x := it.cur
	it.cur = new(big.Int).Add(x, it.step)
	it.left = new(big.Int).Sub(it.left, bigOne)
	return BigInt(new(big.Int).Set(x)), nil
}

func rangeGetItem(t *Thread, v, k Value) (Value, error) {
	r := As[RangeObj](v)
	if k.O.Type == &SliceType {
		return r.slice(t, As[Slice](k))
	}
	if k.O.Type.Slots.Index == nil {
		return Value{}, TypeErrorf("range indices must be integers or slices, not %s", k.O.Type.MsgName())
	}
	k, err := Index(t, k)
	if err != nil {
		return Value{}, err
	}
	if r.Big == nil {
		i, ok := AsInt64(k)
		if ok && i < 0 {
			i += r.N
		}
		if !ok || i < 0 || i >= r.N {
			return Value{}, IndexErrorf("range object index out of range")
		}
		return Int(r.Start + i*r.Step), nil
	}
	i, _ := AsBig(k)
	if i.Sign() < 0 {
		i = new(big.Int).Add(i, r.Big.n)
	}
	if i.Sign() < 0 || i.Cmp(r.Big.n) >= 0 {
		return Value{}, IndexErrorf("range object index out of range")
	}
	return BigInt(r.Big.at(i)), nil
}

func (r *RangeObj) slice(t *Thread, s *Slice) (Value, error) {
	b := r.bounds()
	start, stop, step, err := s.bigIndices(t, b.n)
	if err != nil {
		return Value{}, err
	}
	return Wrap(newBigRange(b.at(start), b.at(stop), new(big.Int).Mul(b.step, step))), nil
}

// index returns the position of int x, or nil.
func (r *RangeObj) index(x Value) *big.Int {
	if r.Big == nil {
		i, ok := AsInt64(x)
		if !ok {
			return nil
		}
		if r.Step > 0 && (i < r.Start || i >= r.Stop) || r.Step < 0 && (i > r.Start || i <= r.Stop) {
			return nil
		}
		d := i - r.Start
		if d%r.Step != 0 {
			return nil
		}
		return big.NewInt(d / r.Step)
	}
	b := r.Big
	i, _ := AsBig(x)
	d := new(big.Int).Sub(i, b.start)
	q, m := new(big.Int).QuoRem(d, b.step, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(b.n) >= 0 {
		return nil
	}
	return q
}

// exactOrBool reports whether v is an exact int or a bool, whose comparison is
// known.
func exactOrBool(v Value) bool { return v.O.Type == &IntType || v.O == &BoolHeader }

func rangeContains(t *Thread, v, x Value) (bool, error) {
	if exactOrBool(x) {
		return As[RangeObj](v).index(x) != nil, nil
	}
	ok, err := found(Iterate(t, v, func(y Value) error {
		eq, err := Equal(t, y, x)
		if eq {
			err = errFound
		}
		return err
	}))
	return !ok && err == nil, err
}

func rangeIndex(t *Thread, a []Value) (Value, error) {
	if exactOrBool(a[1]) {
		if i := As[RangeObj](a[0]).index(a[1]); i != nil {
			return BigInt(i), nil
		}
		return Value{}, ValueErrorf("range.index(x): x not in range")
	}
	i := -1
	ok, err := found(Iterate(t, a[0], func(y Value) error {
		i++
		eq, err := Equal(t, y, a[1])
		if eq {
			err = errFound
		}
		return err
	}))
	if err == nil && ok {
		err = ValueErrorf("sequence.index(x): x not in sequence")
	}
	return IntOf(i), err
}

func rangeCount(t *Thread, a []Value) (Value, error) {
	n := 0
	if exactOrBool(a[1]) {
		if As[RangeObj](a[0]).index(a[1]) != nil {
			n = 1
		}
		return IntOf(n), nil
	}
	err := Iterate(t, a[0], func(y Value) error {
		eq, err := Equal(t, y, a[1])
		if eq {
			n++
		}
		return err
	})
	return IntOf(n), err
}

// identity returns what makes ranges equal: the length and, as far as they
// matter, the first element and the step.
func (r *RangeObj) identity() [3]Value {
	v := [3]Value{Int(r.N), None, None}
	b := r.Big
	if b != nil {
		v[0] = BigInt(b.n)
	}
	if v[0] == Int(0) {
		return v
	}
	if b != nil {
		v[1] = BigInt(b.start)
	} else {
		v[1] = Int(r.Start)
	}
	if v[0] == Int(1) {
		return v
	}
	if b != nil {
		v[2] = BigInt(b.step)
	} else {
		v[2] = Int(r.Step)
	}
	return v
}

func rangeCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if b.O.Type != &RangeType || op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, y := As[RangeObj](a).identity(), As[RangeObj](b).identity()
	for i := range x {
		if eq, err := Equal(t, x[i], y[i]); err != nil || !eq {
			return Bool(op == CmpNE), err
		}
	}
	return Bool(op == CmpEQ), nil
}

func rangeRepr(t *Thread, v Value) (Value, error) {
	r := As[RangeObj](v)
	if b := r.Big; b != nil {
		if b.step.Cmp(bigOne) == 0 {
			return NewStrf("range(%s, %s)", b.start, b.stop), nil
		}
		return NewStrf("range(%s, %s, %s)", b.start, b.stop, b.step), nil
	}
	if r.Step == 1 {
		return NewStrf("range(%d, %d)", r.Start, r.Stop), nil
	}
	return NewStrf("range(%d, %d, %d)", r.Start, r.Stop, r.Step), nil
}

// numbers returns start, stop and step.
func (r *RangeObj) numbers() [3]Value {
	if b := r.Big; b != nil {
		return [3]Value{BigInt(b.start), BigInt(b.stop), BigInt(b.step)}
	}
	return [3]Value{Int(r.Start), Int(r.Stop), Int(r.Step)}
}

var rangeSlots = Slots{
	New: rangeNew, Repr: rangeRepr, Iter: rangeIter, Len: rangeLen, GetItem: rangeGetItem,
	Contains: rangeContains, RichCmp: rangeCompare,
	Bool: func(t *Thread, v Value) (bool, error) {
		r := As[RangeObj](v)
		return r.N != 0 || r.Big != nil && r.Big.n.Sign() != 0, nil
	},
	Hash: func(t *Thread, v Value) (int64, error) {
		id := As[RangeObj](v).identity()
		return tupleHash(t, NewTuple(id[:]...))
	},
}

var rangeMethods = []Func{
	{"__reversed__", "($self, /)", "Return a reverse iterator.", rangeReversed},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		n := As[RangeObj](a[0]).numbers()
		return NewTuple(Wrap(&RangeType), NewTuple(n[:]...)), nil
	}},
	{"count", "($self, object, /)", "Return the number of occurrences of a value.", rangeCount},
	{"index", "($self, object, /)", "Return the index of a value, which must be present.", rangeIndex},
}

var rangeGetSets = []GetSet{
	{"start", "", func(t *Thread, v Value) (Value, error) { return As[RangeObj](v).numbers()[0], nil }, readOnly},
	{"stop", "", func(t *Thread, v Value) (Value, error) { return As[RangeObj](v).numbers()[1], nil }, readOnly},
	{"step", "", func(t *Thread, v Value) (Value, error) { return As[RangeObj](v).numbers()[2], nil }, readOnly},
}

// readOnly is the setter of plain attributes that cannot be set.
func readOnly(t *Thread, v, val Value) error { return AttributeErrorf("readonly attribute") }
