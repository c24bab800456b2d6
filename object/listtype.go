package object

// Slots of list.

import "slices"

var listSlots = Slots{
	Repr: listRepr, Iter: listIter, RichCmp: listCompare, New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
		return Wrap(Alloc[List](tp, &ListType)), nil
	}, Init: listInit,
	Len:     func(t *Thread, v Value) (int, error) { return As[List](v).Len(), nil },
	GetItem: listGetItem, SetItem: listSetItem, Contains: listContains,
	Concat: func(t *Thread, a, b Value) (Value, error) {
		if !b.solid(&ListType) {
			return Value{}, TypeErrorf("can only concatenate list (not \"%s\") to list", b.O.Type.MsgName())
		}
		x, y := As[List](a), As[List](b)
		if err := t.Charge((x.Len() + y.Len()) * 16); err != nil {
			return Value{}, err
		}
		n := x.Slice(0, x.Len())
		n.extendList(y)
		return Wrap(n), nil
	},
	InplaceConcat: func(t *Thread, a, b Value) (Value, error) { return a, As[List](a).ExtendFrom(t, b) },
	Repeat: func(t *Thread, v Value, n int) (Value, error) {
		l := As[List](v)
		r := l.Slice(0, l.Len())
		return Wrap(r), r.repeat(t, n)
	},
	InplaceRepeat: func(t *Thread, v Value, n int) (Value, error) { return v, As[List](v).repeat(t, n) },
	Traverse: func(v Value, visit func(Value)) {
		for _, x := range As[List](v).Vals {
			visit(x)
		}
	},
}

func (l *List) extendList(o *List) {
	if l.Uni != nil && l.Uni == o.Uni {
		l.Nums = append(l.Nums, o.Nums...)
		return
	}
	if l.Uni == nil && len(l.Vals) == 0 && o.Uni != nil {
		l.Uni, l.Nums = o.Uni, append([]uint64(nil), o.Nums...)
		return
	}
	if o.Uni == nil && l.Uni == nil {
		l.Vals = append(l.Vals, o.Vals...)
		return
	}
	for i, n := 0, o.Len(); i < n; i++ {
		l.Append(o.At(i))
	}
}

// ExtendFrom appends the items of iterable v.
func (l *List) ExtendFrom(t *Thread, v Value) error {
	if v.O.Type == &ListType {
		l.extendList(As[List](v))
		return nil
	}
	if v.O.Type == &TupleType {
		l.Extend(As[Tuple](v).Items)
		return nil
	}
	n, err := LengthHint(t, v, 8)
	if err != nil {
		return err
	}
	if n <= maxInt-l.Len() { // a larger hint is not believed
		if n > maxInt/16 {
			return MemoryError()
		}
		if err := t.CanAllocate(n * 16); err != nil {
			return err
		}
	}
	return Iterate(t, v, func(x Value) error {
		l.Append(x)
		return t.Charge(16)
	})
}

func (l *List) repeat(t *Thread, n int) error {
	size := l.Len()
	if n <= 0 || size == 0 {
		l.Clear()
		return nil
	}
	if size > maxInt/16/n {
		return MemoryError()
	}
	if err := t.Charge(size * n * 16); err != nil {
		return err
	}
	if l.Uni != nil {
		l.Nums = repeatSlice(l.Nums, n)
	} else {
		l.Vals = repeatSlice(l.Vals, n)
	}
	return nil
}

func repeatSlice[T any](s []T, n int) []T {
	out := make([]T, len(s)*n)
	m := copy(out, s)
	for m < len(out) {
		m += copy(out[m:], out[:m])
	}
	return out
}

func listInit(t *Thread, self Value, args, kw []Value) error {
	if len(kw) > 0 && self.O.Type.Lookup(t, nameNew) == ListType.Lookup(t, nameNew) {
		return TypeErrorf("list() takes no keyword arguments")
	}
	if args = args[:len(args)-len(kw)]; len(args) > 1 {
		return TypeErrorf("list expected at most 1 argument, got %d", len(args))
	}
	l := As[List](self)
	l.Clear()
	if len(args) == 1 {
		return l.ExtendFrom(t, args[0])
	}
	return nil
}

func listRepr(t *Thread, v Value) (Value, error) {
	l := As[List](v)
	if l.Len() == 0 {
		return NewStr("[]"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("[...]"), nil
	}
	defer t.leaveRepr(v)
	b := []byte{'['}
	for i := 0; i < l.Len(); i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		s, err := Repr(t, l.At(i))
		if err != nil {
			return Value{}, err
		}
		b = append(b, s...)
	}
	return NewStr(string(append(b, ']'))), nil
}

// enterRepr notes that v's repr is being computed; false if it already is.
func (t *Thread) enterRepr(v Value) bool {
	if t == nil {
		return true
	}
	if _, ok := t.reprs[v.O]; ok {
		return false
	}
	if t.reprs == nil {
		t.reprs = map[*Header]struct{}{}
	}
	t.reprs[v.O] = struct{}{}
	return true
}

func (t *Thread) leaveRepr(v Value) {
	if t != nil {
		delete(t.reprs, v.O)
	}
}

// EnterRepr and LeaveRepr are for containers in other packages.
func (t *Thread) EnterRepr(v Value) bool { return t.enterRepr(v) }

// LeaveRepr ends EnterRepr.
func (t *Thread) LeaveRepr(v Value) { t.leaveRepr(v) }

func listContains(t *Thread, v, x Value) (bool, error) {
	l := As[List](v)
	if l.Uni != nil && l.Uni == x.O && l.Uni != &FloatHeader {
		return slices.Contains(l.Nums, x.N), nil
	}
	for i := 0; i < l.Len(); i++ {
		if eq, err := Equal(t, l.At(i), x); err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func listGetItem(t *Thread, v, k Value) (Value, error) {
	k, err := plainKey(t, k)
	if err != nil {
		return Value{}, err
	}
	l := As[List](v)
	if k.O.Type == &SliceType {
		start, step, n, err := As[Slice](k).Indices(t, l.Len())
		if err != nil {
			return Value{}, err
		}
		if step == 1 {
			return Wrap(l.Slice(start, start+n)), nil
		}
		r := &List{Header: Header{&ListType}}
		for i := 0; i < n; i++ {
			r.Append(l.At(start + i*step))
		}
		return Wrap(r), nil
	}
	i, err := SeqIndex(t, k, l.Len(), "list")
	if err != nil {
		return Value{}, err
	}
	return l.At(i), nil
}

func listSetItem(t *Thread, v, k, val Value) error {
	k, err := plainKey(t, k)
	if err != nil {
		return err
	}
	l := As[List](v)
	if k.O.Type == &SliceType {
		return listSetSlice(t, l, As[Slice](k), val)
	}
	i, err := SeqIndex(t, k, l.Len(), "list")
	if err != nil {
		if IsExc(err, &IndexErrorType) {
			return IndexErrorf("list assignment index out of range")
		}
		return err
	}
	if val.O == nil {
		l.Remove(i, i+1)
		return nil
	}
	l.SetAt(i, val)
	return nil
}

func listSetSlice(t *Thread, l *List, s *Slice, val Value) error {
	var items []Value
	if val.O != nil {
		if val.O.Type.Slots.Iter == nil && !IsSequence(val) {
			if !s.Step.IsNone() {
				return TypeErrorf("must assign iterable to extended slice")
			}
			return TypeErrorf("must assign iterable to extended slice")
		}
		var err error
		if items, err = Items(t, val); err != nil {
			return err
		}
	}
	start, step, n, err := s.Indices(t, l.Len())
	if err != nil {
		return err
	}
	if step == 1 {
		if val.O == nil {
			if n > 0 {
				l.Remove(start, start+n)
			}
			return nil
		}
		if len(items) == n {
			for i, x := range items {
				l.SetAt(start+i, x)
			}
			return nil
		}
		all := l.Values()
		out := make([]Value, 0, len(all)-n+len(items))
		out = append(append(append(out, all[:start]...), items...), all[start+n:]...)
		l.SetValues(out)
		return nil
	}
	if val.O == nil {
		all := l.Values()
		drop := make(map[int]bool, n)
		for i := 0; i < n; i++ {
			drop[start+i*step] = true
		}
		out := all[:0]
		for i, x := range all {
			if !drop[i] {
				out = append(out, x)
			}
		}
		l.SetValues(out)
		return nil
	}
	if len(items) != n {
		return ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	for i, x := range items {
		l.SetAt(start+i*step, x)
	}
	return nil
}

func listCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !b.solid(&ListType) || !a.solid(&ListType) {
		return NotImplemented, nil
	}
	x, y := As[List](a), As[List](b)
	return compareSeq(t, x.Len, y.Len, x.At, y.At, op)
}

// compareSeq compares sequences lexicographically.
func compareSeq(t *Thread, n, m func() int, x, y func(int) Value, op CmpOp) (Value, error) {
	if n() != m() && (op == CmpEQ || op == CmpNE) {
		return Bool(op == CmpNE), nil
	}
	for i := 0; i < n() && i < m(); i++ {
		p, q := x(i), y(i)
		eq, err := Equal(t, p, q)
		if err != nil {
			return Value{}, err
		}
		if eq {
			continue
		}
		if i >= n() || i >= m() {
			break // emptied by the comparison
		}
		switch op {
		case CmpEQ:
			return False, nil
		case CmpNE:
			return True, nil
		}
		return RichCompare(t, p, q, op)
	}
	return compareInts(int64(n()), int64(m()), op), nil
}
