package object

// The types set and frozenset: slots, operators and methods (library
// reference, "Set Types").

import (
	"unsafe"

	"github.com/gopy-lang/gopy/internal/siphash"
)

func init() {
	setSlots := Slots{
		Repr: setRepr, Iter: newSetIter, RichCmp: setCompare,
		New: func(t *Thread, tp *Type, args, kw []Value) (Value, error) {
			return Wrap(Alloc[Set](tp, &SetType)), nil
		},
		Init:     setInit,
		Len:      func(t *Thread, v Value) (int, error) { return As[Set](v).used, nil },
		Contains: func(t *Thread, v, x Value) (bool, error) { return As[Set](v).has(t, x) },
		Binary: [NBinOp]BinaryFunc{OpOr: setOperator(setUnion), OpAnd: setOperator(setIntersection),
			OpSub: setOperator(setDifference), OpXor: setOperator(setSymmetric)},
		Traverse: func(v Value, visit func(Value)) {
			for i := range As[Set](v).table {
				if e := &As[Set](v).table[i]; e.live() {
					visit(e.key)
				}
			}
		},
	}
	frozenSlots := setSlots
	frozenSlots.New, frozenSlots.Init, frozenSlots.Hash = frozenSetNew, nil, frozenSetHash
	setSlots.Inplace = [NBinOp]BinaryFunc{OpOr: setInplace((*Set).update), OpAnd: setInplace((*Set).intersectionUpdate),
		OpSub: setInplace((*Set).differenceUpdate), OpXor: setInplace((*Set).symmetricUpdate)}
	SetType.Define(TypeSpec{
		Name: "set", Sig: "(iterable=(), /)", Flags: FlagBase | FlagMatchSelf | FlagWeakref, Size: unsafe.Sizeof(Set{}), Slots: setSlots,
		Doc:     "Build an unordered collection of unique elements.",
		Methods: append(setMethods[:len(setMethods):len(setMethods)], anySetMethods...), ClassMethods: []Func{classGetItemRow},
	})
	FrozenSetType.Define(TypeSpec{
		Name: "frozenset", Sig: "(iterable=(), /)", Flags: FlagBase | FlagMatchSelf | FlagWeakref, Size: unsafe.Sizeof(Set{}), Slots: frozenSlots,
		Doc:     "Build an immutable unordered collection of unique elements.",
		Methods: anySetMethods, ClassMethods: []Func{classGetItemRow},
	})
	iterType(&SetIterType, "set_iterator", setIterNext)
}

// oneIterable checks the arguments of set() and frozenset().
func oneIterable(exact, name string, args, kw []Value, keywords bool) error {
	if len(kw) > 0 && !keywords {
		return TypeErrorf("%s() takes no keyword arguments", exact)
	}
	if n := len(args) - len(kw); n > 1 {
		return TypeErrorf("%s expected at most 1 argument, got %d", name, n)
	}
	return nil
}

func setInit(t *Thread, self Value, args, kw []Value) error {
	if err := oneIterable("set", self.O.Type.Name, args, kw, false); err != nil {
		return err
	}
	s := As[Set](self)
	s.clear()
	if len(args) == 0 {
		return nil
	}
	return s.update(t, args[0])
}

func frozenSetNew(t *Thread, tp *Type, args, kw []Value) (Value, error) {
	if err := oneIterable("frozenset", tp.Name, args, kw, tp != &FrozenSetType && tp.initOverridden(t)); err != nil {
		return Value{}, err
	}
	has := len(args) > len(kw)
	if has && tp == &FrozenSetType && args[0].O.Type == &FrozenSetType {
		return args[0], nil
	}
	s := Alloc[Set](tp, &FrozenSetType)
	if !has {
		return Wrap(s), nil
	}
	return Wrap(s), s.update(t, args[0])
}

func (s *Set) hashValue() int64 {
	var h siphash.Set
	for i := range s.table {
		if s.table[i].live() {
			h.Add(s.table[i].hash)
		}
	}
	return h.Sum()
}

func frozenSetHash(t *Thread, v Value) (int64, error) {
	s := As[Set](v)
	if !s.hashed {
		s.hash, s.hashed = s.hashValue(), true
	}
	return s.hash, nil
}

func setRepr(t *Thread, v Value) (Value, error) {
	s := As[Set](v)
	name := v.O.Type.Name
	if s.used == 0 {
		return NewStr(name + "()"), nil
	}
	if !t.enterRepr(v) {
		return NewStr(name + "(...)"), nil
	}
	defer t.leaveRepr(v)
	b := []byte{'{'}
	for i, x := range s.Values() {
		if i > 0 {
			b = append(b, ", "...)
		}
		r, err := Repr(t, x)
		if err != nil {
			return Value{}, err
		}
		b = append(b, r...)
	}
	b = append(b, '}')
	if v.O.Type == &SetType {
		return NewStr(string(b)), nil
	}
	return NewStr(name + "(" + string(b) + ")"), nil
}

func setCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if !IsAnySet(a) || !IsAnySet(b) {
		return NotImplemented, nil
	}
	x, y := As[Set](a), As[Set](b)
	var r bool
	var err error
	switch op {
	case CmpEQ, CmpNE:
		if x.used == y.used && !(x.hashed && y.hashed && x.hash != y.hash) {
			r, err = x.subset(t, y)
		}
		r = r == (op == CmpEQ)
	case CmpLE:
		r, err = x.subset(t, y)
	case CmpGE:
		r, err = y.subset(t, x)
	case CmpLT:
		if x.used < y.used {
			r, err = x.subset(t, y)
		}
	case CmpGT:
		if x.used > y.used {
			r, err = y.subset(t, x)
		}
	}
	return Bool(r), err
}

// errFound ends an iteration early.
var errFound = &Interrupt{}

// subset reports whether every element of s is in o.
func (s *Set) subset(t *Thread, o *Set) (bool, error) {
	if s.used > o.used {
		return false, nil
	}
	err := s.each(func(x Value, h int64) error {
		_, found, err := o.lookup(t, x, h)
		if err == nil && !found {
			err = errFound
		}
		return err
	})
	return found(err)
}

// found turns the outcome of a search for a counterexample into a bool.
func found(err error) (bool, error) {
	if err == errFound {
		return false, nil
	}
	return err == nil, err
}

// setOperator is a binary operator of two sets.
func setOperator(f func(t *Thread, s *Set, o Value) (*Set, error)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		if !IsAnySet(a) || !IsAnySet(b) {
			return NotImplemented, nil
		}
		r, err := f(t, As[Set](a), b)
		if err != nil {
			return Value{}, err
		}
		return Wrap(r), nil
	}
}

func setInplace(f func(s *Set, t *Thread, o Value) error) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		if !IsAnySet(b) {
			return NotImplemented, nil
		}
		return a, f(As[Set](a), t, b)
	}
}

func setUnion(t *Thread, s *Set, o Value) (*Set, error) {
	r, err := copySet(t, s)
	if err != nil || o.O == &s.Header {
		return r, err
	}
	return r, r.update(t, o)
}

func setIntersection(t *Thread, s *Set, o Value) (*Set, error) {
	if o.O == &s.Header {
		return copySet(t, s)
	}
	r := newSetOf(s.Type)
	if IsAnySet(o) {
		from, in := As[Set](o), s
		if from.used > in.used {
			from, in = in, from
		}
		return r, from.each(func(x Value, h int64) error {
			_, ok, err := in.lookup(t, x, h)
			if err != nil || !ok {
				return err
			}
			return r.add(t, x, h)
		})
	}
	return r, Iterate(t, o, func(x Value) error {
		h, err := hashElement(t, x)
		if err != nil {
			return err
		}
		_, ok, err := s.lookup(t, x, h)
		if err != nil || !ok {
			return err
		}
		return r.add(t, x, h)
	})
}

func setDifference(t *Thread, s *Set, o Value) (*Set, error) {
	n := 0
	var in func(x Value, h int64) (bool, error)
	switch {
	case IsAnySet(o):
		os := As[Set](o)
		n = os.used
		in = func(x Value, h int64) (bool, error) {
			_, ok, err := os.lookup(t, x, h)
			return ok, err
		}
	case o.O.Type == &DictType:
		d := As[Dict](o)
		n = d.n
		in = func(x Value, h int64) (bool, error) {
			i, err := d.find(t, x, h)
			return i >= 0, err
		}
	}
	if in == nil || s.used>>2 > n {
		r, err := copySet(t, s)
		if err != nil {
			return r, err
		}
		return r, r.differenceUpdate(t, o)
	}
	r := newSetOf(s.Type)
	return r, s.each(func(x Value, h int64) error {
		ok, err := in(x, h)
		if err != nil || ok {
			return err
		}
		return r.add(t, x, h)
	})
}

func setSymmetric(t *Thread, s *Set, o Value) (*Set, error) {
	r := newSetOf(s.Type)
	if err := r.update(t, o); err != nil {
		return r, err
	}
	return r, r.symmetricUpdate(t, Wrap(s))
}

// swap exchanges the contents of s and o.
func (s *Set) swap(o *Set) {
	s.fill, o.fill = o.fill, s.fill
	s.used, o.used = o.used, s.used
	s.table, o.table = o.table, s.table
}

func (s *Set) intersectionUpdate(t *Thread, o Value) error {
	r, err := setIntersection(t, s, o)
	if err == nil {
		s.swap(r)
	}
	return err
}

func (s *Set) differenceUpdate(t *Thread, o Value) error {
	if o.O == &s.Header {
		s.clear()
		return nil
	}
	var err error
	if IsAnySet(o) {
		os := As[Set](o)
		if os.used>>3 > s.used {
			if os, err = setIntersection(t, s, o); err != nil {
				return err
			}
		}
		err = os.each(func(x Value, h int64) error {
			_, err := s.discard(t, x, h)
			return err
		})
	} else {
		err = Iterate(t, o, func(x Value) error {
			h, err := hashElement(t, x)
			if err == nil {
				_, err = s.discard(t, x, h)
			}
			return err
		})
	}
	if err != nil || s.fill-s.used <= s.mask()/4 {
		return err
	}
	return s.resize(t, s.growth())
}

func (s *Set) symmetricUpdate(t *Thread, o Value) error {
	if o.O == &s.Header {
		s.clear()
		return nil
	}
	toggle := func(x Value, h int64) error {
		ok, err := s.discard(t, x, h)
		if err != nil || ok {
			return err
		}
		return s.add(t, x, h)
	}
	if o.O.Type == &DictType {
		for _, e := range As[Dict](o).Copy().Entries {
			if err := toggle(e.Key, e.Hash); err != nil {
				return err
			}
		}
		return nil
	}
	if IsAnySet(o) {
		return As[Set](o).each(toggle)
	}
	tmp := newSetOf(s.Type)
	if err := tmp.update(t, o); err != nil {
		return err
	}
	return tmp.each(toggle)
}
