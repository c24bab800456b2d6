package object

// Methods of set and frozenset.

// setMethods are the methods that change a set.
var setMethods = []Func{
	{"add", "($self, object, /)", "Add an element; no effect if it is present.", func(t *Thread, a []Value) (Value, error) {
		return None, SetAdd(t, a[0], a[1])
	}},
	{"clear", "($self, /)", "Remove all elements.", func(t *Thread, a []Value) (Value, error) {
		As[Set](a[0]).clear()
		return None, nil
	}},
	{"discard", "($self, object, /)", "Remove an element if it is present.", func(t *Thread, a []Value) (Value, error) {
		h, err := keyHash(t, a[1])
		if err == nil {
			_, err = As[Set](a[0]).discard(t, a[1], h)
		}
		return None, err
	}},
	{"remove", "($self, object, /)", "Remove an element, which must be present.", func(t *Thread, a []Value) (Value, error) {
		h, err := keyHash(t, a[1])
		if err != nil {
			return Value{}, err
		}
		ok, err := As[Set](a[0]).discard(t, a[1], h)
		if err == nil && !ok {
			err = KeyError(a[1])
		}
		return None, err
	}},
	{"pop", "($self, /)", "Remove and return an arbitrary element.", func(t *Thread, a []Value) (Value, error) {
		return As[Set](a[0]).pop()
	}},
	{"update", "($self, /, *others)", "Add the elements of all others.", eachOther((*Set).update)},
	{"difference_update", "($self, /, *others)", "Remove the elements of all others.", eachOther((*Set).differenceUpdate)},
	{"intersection_update", "($self, /, *others)", "Keep only the elements found in all others.", func(t *Thread, a []Value) (Value, error) {
		r, err := intersectAll(t, a)
		if err == nil {
			As[Set](a[0]).swap(r)
		}
		return None, err
	}},
	{"symmetric_difference_update", "($self, other, /)", "Keep the elements found in exactly one of the two.", func(t *Thread, a []Value) (Value, error) {
		return None, As[Set](a[0]).symmetricUpdate(t, a[1])
	}},
}

// anySetMethods are the methods of set and frozenset.
var anySetMethods = []Func{
	{"__contains__", "($self, object, /)", "x.__contains__(y) <==> y in x.", func(t *Thread, a []Value) (Value, error) {
		ok, err := As[Set](a[0]).has(t, a[1])
		return Bool(ok), err
	}},
	{"__reduce__", "($self, /)", "Return state information for pickling.", setReduce},
	{"__sizeof__", "($self, /)", "Return the size of the set in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		s, n := As[Set](a[0]), 200
		if len(s.table) > setMinSize {
			n += len(s.table) * 16
		}
		return IntOf(n), nil
	}},
	{"copy", "($self, /)", "Return a shallow copy.", func(t *Thread, a []Value) (Value, error) {
		if a[0].O.Type == &FrozenSetType {
			return a[0], nil
		}
		return wrapSet(copySet(t, As[Set](a[0])))
	}},
	{"union", "($self, /, *others)", "Return a set of the elements of this and all others.", func(t *Thread, a []Value) (Value, error) {
		r, err := copySet(t, As[Set](a[0]))
		for _, o := range As[Tuple](a[1]).Items {
			if err != nil {
				break
			}
			if o != a[0] {
				err = r.update(t, o)
			}
		}
		return wrapSet(r, err)
	}},
	{"intersection", "($self, /, *others)", "Return a set of the elements common to this and all others.", func(t *Thread, a []Value) (Value, error) {
		return wrapSet(intersectAll(t, a))
	}},
	{"difference", "($self, /, *others)", "Return a set of the elements that no other has.", func(t *Thread, a []Value) (Value, error) {
		others := As[Tuple](a[1]).Items
		if len(others) == 0 {
			return wrapSet(copySet(t, As[Set](a[0])))
		}
		r, err := setDifference(t, As[Set](a[0]), others[0])
		for _, o := range others[1:] {
			if err != nil {
				break
			}
			err = r.differenceUpdate(t, o)
		}
		return wrapSet(r, err)
	}},
	{"symmetric_difference", "($self, other, /)", "Return a set of the elements found in exactly one of the two.", func(t *Thread, a []Value) (Value, error) {
		return wrapSet(setSymmetric(t, As[Set](a[0]), a[1]))
	}},
	{"isdisjoint", "($self, other, /)", "Return True if the two have no element in common.", setDisjoint},
	{"issubset", "($self, other, /)", "Return True if the other contains every element of this set.", func(t *Thread, a []Value) (Value, error) {
		s := As[Set](a[0])
		if IsAnySet(a[1]) {
			ok, err := s.subset(t, As[Set](a[1]))
			return Bool(ok), err
		}
		r, err := setIntersection(t, s, a[1])
		return Bool(r.used == s.used), err
	}},
	{"issuperset", "($self, other, /)", "Return True if this set contains every element of the other.", func(t *Thread, a []Value) (Value, error) {
		s := As[Set](a[0])
		if IsAnySet(a[1]) {
			ok, err := As[Set](a[1]).subset(t, s)
			return Bool(ok), err
		}
		ok, err := found(Iterate(t, a[1], func(x Value) error {
			ok, err := s.has(t, x)
			if err == nil && !ok {
				err = errFound
			}
			return err
		}))
		return Bool(ok), err
	}},
}

func wrapSet(s *Set, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return Wrap(s), nil
}

// eachOther applies f to every argument.
func eachOther(f func(s *Set, t *Thread, o Value) error) func(t *Thread, a []Value) (Value, error) {
	return func(t *Thread, a []Value) (Value, error) {
		for _, o := range As[Tuple](a[1]).Items {
			if err := f(As[Set](a[0]), t, o); err != nil {
				return Value{}, err
			}
		}
		return None, nil
	}
}

// intersectAll intersects a[0] with all of tuple a[1].
func intersectAll(t *Thread, a []Value) (*Set, error) {
	s := As[Set](a[0])
	others := As[Tuple](a[1]).Items
	if len(others) == 0 {
		return copySet(t, s)
	}
	for _, o := range others {
		r, err := setIntersection(t, s, o)
		if err != nil {
			return nil, err
		}
		s = r
	}
	return s, nil
}

func (s *Set) pop() (Value, error) {
	if s.used == 0 {
		return Value{}, KeyError(NewStr("pop from an empty set"))
	}
	i := s.finger & s.mask()
	for !s.table[i].live() {
		if i++; i == len(s.table) {
			i = 0
		}
	}
	x := s.table[i].key
	s.table[i] = setEntry{setDummy, -1}
	s.used--
	s.finger = i + 1
	return x, nil
}

func setDisjoint(t *Thread, a []Value) (Value, error) {
	s := As[Set](a[0])
	if a[0] == a[1] {
		return Bool(s.used == 0), nil
	}
	var err error
	if IsAnySet(a[1]) {
		from, in := As[Set](a[1]), s
		if from.used > in.used {
			from, in = in, from
		}
		err = from.each(func(x Value, h int64) error {
			_, ok, err := in.lookup(t, x, h)
			if ok {
				err = errFound
			}
			return err
		})
	} else {
		err = Iterate(t, a[1], func(x Value) error {
			h, err := hashElement(t, x)
			if err != nil {
				return err
			}
			_, ok, err := s.lookup(t, x, h)
			if ok {
				err = errFound
			}
			return err
		})
	}
	ok, err := found(err)
	return Bool(ok), err
}

func setReduce(t *Thread, a []Value) (Value, error) {
	state, err := CallMethod(t, a[0], "__getstate__")
	if err != nil {
		return Value{}, err
	}
	return NewTuple(Wrap(a[0].O.Type), NewTuple(NewList(As[Set](a[0]).Values()...)), state), nil
}
