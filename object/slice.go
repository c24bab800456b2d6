package object

// slice objects (library reference, "slice").

import "math/big"

var sliceSlots = Slots{
	New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		switch {
		case len(kw) > 0:
			return Value{}, TypeErrorf("slice() takes no keyword arguments")
		case len(args) == 0:
			return Value{}, TypeErrorf("slice expected at least 1 argument, got 0")
		case len(args) > 3:
			return Value{}, TypeErrorf("slice expected at most 3 arguments, got %d", len(args))
		case len(args) == 1:
			return NewSlice(None, args[0], None), nil
		case len(args) == 2:
			return NewSlice(args[0], args[1], None), nil
		}
		return NewSlice(args[0], args[1], args[2]), nil
	},
	Repr: func(t *Thread, v Value) (Value, error) {
		s := As[Slice](v)
		r, err := Repr(t, NewTuple(s.Start, s.Stop, s.Step))
		return NewStr("slice" + r), err
	},
	RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
		if b.O.Type != &SliceType {
			return NotImplemented, nil
		}
		if a == b {
			return Bool(op == CmpEQ || op == CmpLE || op == CmpGE), nil
		}
		x, y := As[Slice](a), As[Slice](b)
		return RichCompare(t, NewTuple(x.Start, x.Stop, x.Step), NewTuple(y.Start, y.Stop, y.Step), op)
	},
	Hash: func(t *Thread, v Value) (int64, error) {
		s := As[Slice](v)
		var h [3]int64
		for i, x := range []Value{s.Start, s.Stop, s.Step} {
			var err error
			if h[i], err = Hash(t, x); err != nil {
				return 0, err
			}
		}
		return mixHashes(h[:], 0), nil
	},
	Traverse: func(v Value, visit func(Value)) {
		s := As[Slice](v)
		visit(s.Start)
		visit(s.Stop)
		visit(s.Step)
	},
}

var sliceMethods = []Func{
	{"indices", "($self, object, /)", "Return the start, stop and step that the slice means for a sequence of the given length.", func(t *Thread, a []Value) (Value, error) {
		v, err := Index(t, a[1])
		if err != nil {
			return Value{}, err
		}
		n, _ := AsBig(v)
		if n.Sign() < 0 {
			return Value{}, ValueErrorf("length should not be negative")
		}
		start, stop, step, err := As[Slice](a[0]).bigIndices(t, n)
		if err != nil {
			return Value{}, err
		}
		return NewTuple(BigInt(start), BigInt(stop), BigInt(step)), nil
	}},
	{"__reduce__", "($self, /)", "Return state information for pickling.", func(t *Thread, a []Value) (Value, error) {
		s := As[Slice](a[0])
		return NewTuple(Wrap(&SliceType), NewTuple(s.Start, s.Stop, s.Step)), nil
	}},
}

var sliceGetSets = []GetSet{
	{"start", "", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Start, nil }, readOnly},
	{"stop", "", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Stop, nil }, readOnly},
	{"step", "", func(t *Thread, v Value) (Value, error) { return As[Slice](v).Step, nil }, readOnly},
}

// bigIndices resolves the slice for a sequence of length n. The results are new.
func (s *Slice) bigIndices(t *Thread, n *big.Int) (start, stop, step *big.Int, err error) {
	part := func(v Value) (*big.Int, error) {
		if v.O.Type.Slots.Index == nil {
			return nil, TypeErrorf("slice indices must be integers or None or have an __index__ method")
		}
		x, err := Index(t, v)
		if err != nil {
			return nil, err
		}
		b, _ := AsBig(x)
		return new(big.Int).Set(b), nil
	}
	step = big.NewInt(1)
	if !s.Step.IsNone() {
		if step, err = part(s.Step); err != nil {
			return
		}
		if step.Sign() == 0 {
			return nil, nil, nil, ValueErrorf("slice step cannot be zero")
		}
	}
	lo, hi := big.NewInt(0), n
	if step.Sign() < 0 {
		lo, hi = big.NewInt(-1), new(big.Int).Sub(n, bigOne)
	}
	bound := func(v Value, def *big.Int) (*big.Int, error) {
		if v.IsNone() {
			return new(big.Int).Set(def), nil
		}
		i, err := part(v)
		if err != nil {
			return nil, err
		}
		if i.Sign() < 0 {
			if i.Add(i, n); i.Cmp(lo) < 0 {
				i.Set(lo)
			}
		} else if i.Cmp(hi) > 0 {
			i.Set(hi)
		}
		return i, nil
	}
	first, last := lo, hi
	if step.Sign() < 0 {
		first, last = hi, lo
	}
	if start, err = bound(s.Start, first); err != nil {
		return
	}
	stop, err = bound(s.Stop, last)
	return start, stop, step, err
}
