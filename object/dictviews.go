package object

// Set operations of dict views.

var viewBinary = [NBinOp]BinaryFunc{
	OpAnd: viewAnd,
	OpOr: func(t *Thread, a, b Value) (Value, error) {
		s, err := viewSet(t, a)
		if err != nil {
			return Value{}, err
		}
		return Wrap(s), s.update(t, b)
	},
	OpSub: func(t *Thread, a, b Value) (Value, error) {
		s, err := viewSet(t, a)
		if err != nil {
			return Value{}, err
		}
		return Wrap(s), s.differenceUpdate(t, b)
	},
	OpXor: func(t *Thread, a, b Value) (Value, error) {
		if a.O.Type == &DictItemsType && b.O.Type == &DictItemsType {
			return itemsXor(t, As[dictView](a).d, As[dictView](b).d)
		}
		s, err := viewSet(t, a)
		if err != nil {
			return Value{}, err
		}
		return Wrap(s), s.symmetricUpdate(t, b)
	},
}

// isSetView reports whether v is a view of keys or items.
func isSetView(v Value) bool { return v.O.Type == &DictKeysType || v.O.Type == &DictItemsType }

// viewSet returns a set of the elements of v.
func viewSet(t *Thread, v Value) (*Set, error) {
	if v.O.Type == &DictKeysType && As[dictView](v).d.Type == &DictType {
		v = Wrap(As[dictView](v).d)
	}
	s := &Set{Header: Header{&SetType}}
	return s, s.update(t, v)
}

func viewAnd(t *Thread, a, b Value) (Value, error) {
	if !isSetView(a) {
		a, b = b, a
	}
	n := As[dictView](a).d.n
	if b.O.Type == &SetType && n <= As[Set](b).used {
		return wrapSet(setIntersection(t, As[Set](b), a))
	}
	if isSetView(b) && As[dictView](b).d.n > n {
		a, b = b, a
	}
	r := &Set{Header: Header{&SetType}}
	contains := a.O.Type.Slots.Contains
	return Wrap(r), Iterate(t, b, func(x Value) error {
		ok, err := contains(t, a, x)
		if err != nil || !ok {
			return err
		}
		return SetAdd(t, Wrap(r), x)
	})
}

func itemsXor(t *Thread, x, y *Dict) (Value, error) {
	if x.n > y.n {
		x, y = y, x
	}
	rest := x.Copy()
	r := &Set{Header: Header{&SetType}}
	for _, e := range y.Copy().Entries {
		v, ok, err := rest.Get(t, e.Key)
		same := false
		if err == nil && ok {
			same, err = Equal(t, v, e.Val)
		}
		switch {
		case err != nil:
		case same:
			_, _, err = rest.Delete(t, e.Key)
		default:
			err = SetAdd(t, Wrap(r), NewTuple2(e.Key, e.Val))
		}
		if err != nil {
			return Value{}, err
		}
	}
	return Wrap(r), r.update(t, Wrap(&dictView{Header{&DictItemsType}, rest}))
}

// containsAll reports whether b has every element of a.
func containsAll(t *Thread, a, b Value) (bool, error) {
	return found(Iterate(t, a, func(x Value) error {
		ok, err := Contains(t, b, x)
		if err == nil && !ok {
			err = errFound
		}
		return err
	}))
}

func viewCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !isSetView(a) || !IsAnySet(b) && !isSetView(b) {
		return NotImplemented, nil
	}
	n := As[dictView](a).d.n
	m, err := Len(t, b)
	if err != nil {
		return Value{}, err
	}
	ok := false
	switch op {
	case CmpEQ, CmpNE:
		if n == m {
			ok, err = containsAll(t, a, b)
		}
		ok = ok == (op == CmpEQ)
	case CmpLT:
		if n < m {
			ok, err = containsAll(t, a, b)
		}
	case CmpLE:
		if n <= m {
			ok, err = containsAll(t, a, b)
		}
	case CmpGT:
		if n > m {
			ok, err = containsAll(t, b, a)
		}
	case CmpGE:
		if n >= m {
			ok, err = containsAll(t, b, a)
		}
	}
	return Bool(ok), err
}

var viewDisjoint = Func{"isdisjoint", "($self, object, /)", "Return True if the view and the given iterable have no element in common.", func(t *Thread, a []Value) (Value, error) {
	x, y := a[0], a[1]
	if x == y {
		return Bool(As[dictView](x).d.n == 0), nil
	}
	if IsAnySet(y) || isSetView(y) {
		n, err := Len(t, y)
		if err != nil {
			return Value{}, err
		}
		if n > As[dictView](x).d.n {
			x, y = y, x
		}
	}
	ok, err := found(Iterate(t, y, func(e Value) error {
		ok, err := Contains(t, x, e)
		if ok {
			err = errFound
		}
		return err
	}))
	return Bool(ok), err
}}
