package object

// Methods of the built-in iterators: length hints and pickling.

import "math/big"

// iterRows returns the methods of the iterator type called n.
func iterRows(n string) []Func {
	switch n {
	case "list_iterator", "list_reverseiterator":
		return listIterRows
	case "tuple_iterator":
		return tupleIterRows
	case "str_iterator", "str_ascii_iterator":
		return strIterRows
	case "range_iterator":
		return rangeIterRows
	case "longrange_iterator":
		return longIterRows
	case "iterator":
		return seqIterRows
	case "callable_iterator":
		return callIterRows
	case "set_iterator":
		return setIterRows
	}
	return dictIterRows
}

// iterTraverse returns the traversal of the iterator type called n.
func iterTraverse(n string) func(v Value, visit func(Value)) {
	switch n {
	case "list_iterator", "list_reverseiterator":
		return func(v Value, visit func(Value)) {
			if l := As[ListIter](v).l; l != nil {
				visit(Wrap(l))
			}
		}
	case "tuple_iterator":
		return func(v Value, visit func(Value)) {
			if x := As[TupleIter](v).tup; x != nil {
				visit(Wrap(x))
			}
		}
	case "str_iterator", "str_ascii_iterator", "range_iterator", "longrange_iterator":
		return nil
	case "iterator":
		return func(v Value, visit func(Value)) {
			if x := As[SeqIter](v).seq; x.O != nil {
				visit(x)
			}
		}
	case "callable_iterator":
		return func(v Value, visit func(Value)) {
			if it := As[CallIter](v); it.fn.O != nil {
				visit(it.fn)
				visit(it.sentinel)
			}
		}
	case "set_iterator":
		return func(v Value, visit func(Value)) {
			if s := As[setIter](v).s; s != nil {
				visit(Wrap(s))
			}
		}
	}
	return func(v Value, visit func(Value)) {
		if d := As[DictIter](v).d; d != nil {
			visit(Wrap(d))
		}
	}
}

// reduceIter is the pickled form of an iterator: iter(args...), and its
// position unless it is missing.
func reduceIter(t *Thread, state Value, args ...Value) (Value, error) {
	f, ok := t.Interp.Builtins.GetStr(t.Intern("iter"))
	if !ok {
		return Value{}, AttributeErrorf("iter")
	}
	if state.O == nil {
		return NewTuple(f, NewTuple(args...)), nil
	}
	return NewTuple(f, NewTuple(args...), state), nil
}

// stateInt is the argument of an iterator's __setstate__.
func stateInt(v Value) (int, error) {
	i, ok := AsInt64(v)
	if !ok {
		if !IsIntLike(v) {
			return 0, TypeErrorf("an integer is required")
		}
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

var listIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[ListIter](a[0])
		switch {
		case it.l == nil:
			return Int(0), nil
		case it.Type == &ListRevType:
			if it.i+1 > it.l.Len() {
				return Int(0), nil
			}
			return IntOf(it.i + 1), nil
		}
		return IntOf(max(it.l.Len()-it.i, 0)), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[ListIter](a[0])
		if it.Type == &ListRevType {
			if it.l == nil || it.i < 0 {
				return NewTuple(Wrap(&ReversedType), NewTuple(NewList())), nil
			}
			return NewTuple(Wrap(&ReversedType), NewTuple(Wrap(it.l)), IntOf(it.i)), nil
		}
		if it.l == nil {
			return reduceIter(t, Value{}, NewList())
		}
		return reduceIter(t, IntOf(it.i), Wrap(it.l))
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[ListIter](a[0])
		i, err := stateInt(a[1])
		if err == nil && it.l != nil {
			if it.Type == &ListRevType {
				it.i = max(min(i, it.l.Len()-1), -1)
			} else if it.i = min(i, it.l.Len()); i < 0 {
				it.l = nil
			}
		}
		return None, err
	}},
}

var tupleIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[TupleIter](a[0])
		if it.tup == nil {
			return Int(0), nil
		}
		return IntOf(len(it.tup.Items) - it.i), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[TupleIter](a[0])
		if it.tup == nil {
			return reduceIter(t, Value{}, EmptyTuple)
		}
		return reduceIter(t, IntOf(it.i), Wrap(it.tup))
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[TupleIter](a[0])
		i, err := stateInt(a[1])
		if err == nil && it.tup != nil {
			it.i = max(min(i, len(it.tup.Items)), 0)
		}
		return None, err
	}},
}

var strIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[StrIter](a[0])
		if it.s == nil {
			return Int(0), nil
		}
		return IntOf(it.s.CharLen() - it.i), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[StrIter](a[0])
		if it.s == nil {
			return reduceIter(t, Value{}, NewStr(""))
		}
		return reduceIter(t, IntOf(it.i), Wrap(it.s))
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[StrIter](a[0])
		i, err := stateInt(a[1])
		if err == nil && it.s != nil {
			it.i = max(min(i, it.s.CharLen()), 0)
			it.b = skipChars(it.s.s, 0, it.i)
		}
		return None, err
	}},
}

var rangeIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) { return Int(As[RangeIter](a[0]).left), nil }},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[RangeIter](a[0])
		n := big.NewInt(it.left)
		stop := n.Mul(n, big.NewInt(it.step)).Add(n, big.NewInt(it.cur))
		if !stop.IsInt64() { // the nearest stop that keeps the type
			stop.Sub(stop, big.NewInt(it.step))
			stop.Add(stop, big.NewInt(it.step>>63|1))
		}
		return reduceIter(t, None, Wrap(newBigRange(big.NewInt(it.cur), stop, big.NewInt(it.step))))
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[RangeIter](a[0])
		i, err := IndexInt(t, a[1], &OverflowErrorType)
		if err == nil {
			k := max(min(int64(i), it.left), 0)
			it.cur += k * it.step
			it.left -= k
		}
		return None, err
	}},
}

var longIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		return BigInt(new(big.Int).Set(As[longRangeIter](a[0]).left)), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[longRangeIter](a[0])
		stop := new(big.Int).Mul(it.left, it.step)
		return reduceIter(t, None, Wrap(newBigRange(it.cur, stop.Add(stop, it.cur), it.step)))
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[longRangeIter](a[0])
		if !IsIntLike(a[1]) {
			return Value{}, TypeErrorf("state must be an int, not %s", a[1].O.Type.MsgName())
		}
		k, _ := AsBig(a[1])
		if k.Sign() < 0 {
			k = new(big.Int)
		} else if k.Cmp(it.left) > 0 {
			k = it.left
		}
		it.cur = new(big.Int).Add(it.cur, new(big.Int).Mul(k, it.step))
		it.left = new(big.Int).Sub(it.left, k)
		return None, nil
	}},
}

var seqIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[SeqIter](a[0])
		if it.seq.O == nil {
			return Int(0), nil
		}
		if it.seq.O.Type.Slots.Len == nil {
			return NotImplemented, nil
		}
		n, err := Len(t, it.seq)
		return IntOf(max(n-it.i, 0)), err
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[SeqIter](a[0])
		if it.seq.O == nil {
			return reduceIter(t, Value{}, EmptyTuple)
		}
		return reduceIter(t, IntOf(it.i), it.seq)
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[SeqIter](a[0])
		i, err := stateInt(a[1])
		if err == nil && it.seq.O != nil {
			it.i = max(i, 0)
		}
		return None, err
	}},
}

var callIterRows = []Func{
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[CallIter](a[0])
		if it.fn.O == nil {
			return reduceIter(t, Value{}, EmptyTuple)
		}
		return reduceIter(t, Value{}, it.fn, it.sentinel)
	}},
}

var setIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[setIter](a[0])
		if it.s == nil || it.used != it.s.used {
			return Int(0), nil
		}
		return IntOf(it.used - it.returned), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		c := *As[setIter](a[0])
		rest, err := Items(t, Wrap(&c))
		if err != nil {
			return Value{}, err
		}
		return reduceIter(t, Value{}, NewList(rest...))
	}},
}

var dictIterRows = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[DictIter](a[0])
		if it.d == nil || it.n != it.d.n {
			return Int(0), nil
		}
		n := 0
		for i := it.i; i < len(it.d.Entries); i++ {
			j := i
			if it.reverse {
				j = len(it.d.Entries) - 1 - i
			}
			if it.d.Entries[j].Key.O != nil {
				n++
			}
		}
		return IntOf(n), nil
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		c := *As[DictIter](a[0])
		rest, err := Items(t, Wrap(&c))
		if err != nil {
			return Value{}, err
		}
		return reduceIter(t, Value{}, NewList(rest...))
	}},
}

var reversedMethods = []Func{
	{"__length_hint__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[Reversed](a[0])
		if it.seq.O == nil {
			return Int(0), nil
		}
		n, err := Len(t, it.seq)
		if n < it.i+1 {
			return Int(0), err
		}
		return IntOf(it.i + 1), err
	}},
	{"__reduce__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[Reversed](a[0])
		if it.seq.O == nil || it.i < 0 {
			return NewTuple(Wrap(it.Type), NewTuple(EmptyTuple)), nil
		}
		return NewTuple(Wrap(it.Type), NewTuple(it.seq), IntOf(it.i)), nil
	}},
	{"__setstate__", "($self, object, /)", "", func(t *Thread, a []Value) (Value, error) {
		it := As[Reversed](a[0])
		i, err := stateInt(a[1])
		if err != nil || it.seq.O == nil {
			return None, err
		}
		n, err := Len(t, it.seq)
		it.i = max(min(i, n-1), -1)
		return None, err
	}},
}
