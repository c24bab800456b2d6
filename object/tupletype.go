package object

// Slots of tuple.

var tupleSlots = Slots{
	Repr: tupleRepr, Iter: tupleIter, Hash: tupleHash, New: tupleNew,
	RichCmp: func(t *Thread, a, b Value, op CmpOp) (Value, error) {
		if !b.solid(&TupleType) || !a.solid(&TupleType) {
			return NotImplemented, nil
		}
		x, y := As[Tuple](a).Items, As[Tuple](b).Items
		return compareSeq(t, func() int { return len(x) }, func() int { return len(y) },
			func(i int) Value { return x[i] }, func(i int) Value { return y[i] }, op)
	},
	Len: func(t *Thread, v Value) (int, error) { return len(As[Tuple](v).Items), nil },
	GetItem: func(t *Thread, v, k Value) (Value, error) {
		items := As[Tuple](v).Items
		if k.O.Type == &SliceType {
			start, step, n, err := As[Slice](k).Indices(t, len(items))
			if err != nil {
				return Value{}, err
			}
			if n == len(items) && step == 1 && v.O.Type == &TupleType {
				return v, nil
			}
			if step == 1 {
				return NewTuple(items[start : start+n]...), nil
			}
			out := make([]Value, n)
			for i := range out {
				out[i] = items[start+i*step]
			}
			return NewTupleOwned(out), nil
		}
		i, err := SeqIndex(t, k, len(items), "tuple")
		if err != nil {
			return Value{}, err
		}
		return items[i], nil
	},
	Contains: func(t *Thread, v, x Value) (bool, error) {
		for _, y := range As[Tuple](v).Items {
			if eq, err := Equal(t, y, x); err != nil || eq {
				return eq, err
			}
		}
		return false, nil
	},
	Concat: func(t *Thread, a, b Value) (Value, error) {
		if !b.solid(&TupleType) {
			return Value{}, TypeErrorf("can only concatenate tuple (not \"%s\") to tuple", b.O.Type.MsgName())
		}
		x, y := As[Tuple](a).Items, As[Tuple](b).Items
		if len(x) == 0 && b.O.Type == &TupleType {
			return b, nil
		}
		if len(y) == 0 && a.O.Type == &TupleType {
			return a, nil
		}
		return NewTupleOwned(append(x[:len(x):len(x)], y...)), t.Charge((len(x) + len(y)) * 16)
	},
	Repeat: func(t *Thread, v Value, n int) (Value, error) {
		x := As[Tuple](v).Items
		if n == 1 && v.O.Type == &TupleType {
			return v, nil
		}
		if n <= 0 || len(x) == 0 {
			return EmptyTuple, nil
		}
		if len(x) > maxInt/16/n {
			return Value{}, MemoryError()
		}
		if err := t.Charge(len(x) * n * 16); err != nil {
			return Value{}, err
		}
		return NewTupleOwned(repeatSlice(x, n)), nil
	},
	Traverse: func(v Value, visit func(Value)) {
		for _, x := range As[Tuple](v).Items {
			visit(x)
		}
	},
}

func tupleNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if len(kw) > 0 && !tp.OwnInit(t) {
		return Value{}, TypeErrorf("tuple() takes no keyword arguments")
	}
	if n := len(args) - len(kw); n > 1 {
		return Value{}, TypeErrorf("tuple expected at most 1 argument, got %d", n)
	}
	var items []Value
	if len(args) > 0 {
		if args[0].O.Type == &TupleType && tp == &TupleType {
			return args[0], nil
		}
		var err error
		if items, err = Items(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if tp == &TupleType {
		return NewTuple(items...), nil
	}
	r := Alloc[Tuple](tp, &TupleType)
	r.Items = items
	return Wrap(r), nil
}

// NewTupleOf returns an instance of tuple subclass tp with the given items.
func NewTupleOf(tp *Type, items []Value) Value {
	r := Alloc[Tuple](tp, &TupleType)
	r.Items = items
	return Wrap(r)
}

func tupleHash(t *Thread, v Value) (int64, error) {
	items := As[Tuple](v).Items
	var buf [8]int64
	hs := buf[:0]
	for _, x := range items {
		h, err := int64(0), error(nil)
		if x.solid(&TupleType) {
			h, err = hashNested(t, x)
		} else {
			h, err = Hash(t, x)
		}
		if err != nil {
			return 0, err
		}
		hs = append(hs, h)
	}
	return hashTuple(hs), nil
}

// hashNested is the hash of a tuple in a tuple, whose depth is limited.
func hashNested(t *Thread, v Value) (int64, error) {
	if t == nil {
		return Hash(t, v)
	}
	if err := t.EnterNative(" while hashing a tuple"); err != nil {
		return 0, err
	}
	h, err := Hash(t, v)
	t.LeaveNative()
	return h, err
}

func tupleRepr(t *Thread, v Value) (Value, error) {
	items := As[Tuple](v).Items
	if len(items) == 0 {
		return NewStr("()"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("(...)"), nil
	}
	defer t.leaveRepr(v)
	b := []byte{'('}
	for i, x := range items {
		if i > 0 {
			b = append(b, ", "...)
		}
		s, err := Repr(t, x)
		if err != nil {
			return Value{}, err
		}
		b = append(b, s...)
	}
	if len(items) == 1 {
		b = append(b, ',')
	}
	return NewStr(string(append(b, ')'))), nil
}
