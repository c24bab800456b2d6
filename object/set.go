package object

// set and frozenset storage: an open-addressing table that probes, grows and
// shrinks exactly as CPython's, so that iteration order is the same.

// The set types.
var (
	SetType       Type
	FrozenSetType Type
	SetIterType   Type
)

// Set is a set or frozenset object. A nil table stands for an empty one of the
// smallest size.
type Set struct {
	Header
	fill   int // used entries and dummies
	used   int
	finger int // where pop() goes on searching
	hash   int64
	hashed bool
	table  []setEntry
}

// setEntry is unused (missing key), a dummy (hash -1) or an element.
type setEntry struct {
	key  Value
	hash int64
}

const (
	setLinearProbes = 9
	setPerturbShift = 5
	setMinSize      = 8
)

// setDummy is the key of a deleted entry.
var setDummy = Value{&markHeader, 1}

func (s *Set) mask() int {
	if s.table == nil {
		return setMinSize - 1
	}
	return len(s.table) - 1
}

func (e *setEntry) live() bool { return e.key.O != nil && e.key != setDummy }

// Len returns the number of elements.
func (s *Set) Len() int { return s.used }

// IsAnySet reports whether v is a set or frozenset, or an instance of a subclass.
func IsAnySet(v Value) bool {
	tp := v.O.Type.Solid
	return tp == &SetType || tp == &FrozenSetType
}

// setEqual compares table key k with x, which have the same hash.
func setEqual(t *Thread, k, x Value) (bool, error) {
	if k.O.Type == &StrType && x.O.Type == &StrType {
		return As[Str](k).s == As[Str](x).s, nil
	}
	return Equal(t, k, x)
}

// lookup finds the entry of x: its index, or the place to insert it, which is
// the last dummy passed or the unused entry that ended the search (-1 without a
// table).
func (s *Set) lookup(t *Thread, x Value, h int64) (i int, found bool, err error) {
restart:
	if s.table == nil {
		return -1, false, nil
	}
	free := -1
	table := s.table
	mask := len(table) - 1
	perturb := uint64(h)
	i = int(uint64(h) & uint64(mask))
	for {
		last := i
		if i+setLinearProbes <= mask {
			last += setLinearProbes
		}
		for j := i; j <= last; j++ {
			e := &table[j]
			if e.key.O == nil {
				if free >= 0 {
					return free, false, nil
				}
				return j, false, nil
			}
			if e.key == setDummy {
				free = j
				continue
			}
			if e.hash != h {
				continue
			}
			if e.key == x {
				return j, true, nil
			}
			k := e.key
			eq, err := setEqual(t, k, x)
			if err != nil {
				return -1, false, err
			}
			if s.table == nil || &s.table[0] != &table[0] || table[j].key != k {
				goto restart
			}
			if eq {
				return j, true, nil
			}
		}
		perturb >>= setPerturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(mask))
	}
}

// add puts x in.
func (s *Set) add(t *Thread, x Value, h int64) error {
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	i, found, err := s.lookup(t, x, h)
	if err != nil || found {
		return err
	}
	if i < 0 {
		return s.add(t, x, h) // cleared by a comparison
	}
	dummy := s.table[i].key.O != nil
	s.table[i] = setEntry{x, h}
	s.used++
	if dummy {
		return nil
	}
	s.fill++
	if s.fill*5 < s.mask()*3 {
		return nil
	}
	return s.resize(t, s.growth())
}

func (s *Set) growth() int {
	if s.used > 50000 {
		return s.used * 2
	}
	return s.used * 4
}

// resize rebuilds the table, without dummies, to the size above n.
func (s *Set) resize(t *Thread, n int) error {
	size := setMinSize
	for size <= n {
		size <<= 1
	}
	if size > 1024 {
		if err := t.Charge(size * 24); err != nil {
			return err
		}
	}
	old := s.table
	s.table = make([]setEntry, size)
	s.fill = s.used
	for i := range old {
		if old[i].live() {
			s.insertClean(old[i])
		}
	}
	return nil
}

// insertClean puts e into a table that has neither it nor dummies.
func (s *Set) insertClean(e setEntry) {
	mask := len(s.table) - 1
	perturb := uint64(e.hash)
	i := int(uint64(e.hash) & uint64(mask))
	for {
		last := i
		if i+setLinearProbes <= mask {
			last += setLinearProbes
		}
		for j := i; j <= last; j++ {
			if s.table[j].key.O == nil {
				s.table[j] = e
				return
			}
		}
		perturb >>= setPerturbShift
		i = int((uint64(i)*5 + 1 + perturb) & uint64(mask))
	}
}

// discard removes x and reports whether it was there.
func (s *Set) discard(t *Thread, x Value, h int64) (bool, error) {
	i, found, err := s.lookup(t, x, h)
	if err != nil || !found {
		return false, err
	}
	s.table[i] = setEntry{setDummy, -1}
	s.used--
	return true, nil
}

// clear empties the set.
func (s *Set) clear() { s.table, s.fill, s.used = nil, 0, 0 }

// each calls f for every element in table order until it fails. The set may
// change meanwhile.
func (s *Set) each(f func(x Value, h int64) error) error {
	for i := 0; i < len(s.table); i++ {
		if e := s.table[i]; e.live() {
			if err := f(e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// Values returns the elements in iteration order.
func (s *Set) Values() []Value {
	out := make([]Value, 0, s.used)
	for i := range s.table {
		if s.table[i].live() {
			out = append(out, s.table[i].key)
		}
	}
	return out
}

// merge adds all elements of o.
func (s *Set) merge(t *Thread, o *Set) error {
	if s == o || o.used == 0 {
		return nil
	}
	if (s.fill+o.used)*5 >= s.mask()*3 {
		if err := s.resize(t, (s.used+o.used)*2); err != nil {
			return err
		}
	}
	if s.fill == 0 {
		if s.mask() == o.mask() && o.fill == o.used {
			s.table = append([]setEntry(nil), o.table...)
			s.fill, s.used = o.fill, o.used
			return nil
		}
		if s.table == nil {
			s.table = make([]setEntry, setMinSize)
		}
		s.fill, s.used = o.used, o.used
		for i := range o.table {
			if o.table[i].live() {
				s.insertClean(o.table[i])
			}
		}
		return nil
	}
	return o.each(func(x Value, h int64) error { return s.add(t, x, h) })
}

// update adds the elements of iterable v.
func (s *Set) update(t *Thread, v Value) error {
	if IsAnySet(v) {
		return s.merge(t, As[Set](v))
	}
	if v.O.Type == &DictType {
		d := As[Dict](v)
		if (s.fill+d.n)*5 >= s.mask()*3 {
			if err := s.resize(t, (s.used+d.n)*2); err != nil {
				return err
			}
		}
		for i := 0; i < len(d.Entries); i++ {
			if e := d.Entries[i]; e.Key.O != nil {
				if err := s.add(t, e.Key, e.Hash); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return Iterate(t, v, func(x Value) error {
		h, err := hashElement(t, x)
		if err != nil {
			return err
		}
		return s.add(t, x, h)
	})
}

// hashElement is the hash of x as an element of a set.
func hashElement(t *Thread, x Value) (int64, error) {
	h, err := Hash(t, x)
	if err != nil {
		err = unhashable(t, x, err, "a set element")
	}
	return h, err
}

// unhashable says what x cannot be used for; err is its hash's TypeError.
func unhashable(t *Thread, x Value, err error, what string) error {
	e, ok := err.(*Exception)
	if !ok || e.Type != &TypeErrorType {
		return err
	}
	s, err := ToStr(t, e.Value())
	if err != nil {
		return err
	}
	name := x.O.Type.MsgFullName(t)
	return TypeErrorf("cannot use '%s' as %s (%s)", name, what, s)
}

// keyHash is the hash of x for a membership test: a set stands for the
// frozenset of its elements.
func keyHash(t *Thread, x Value) (int64, error) {
	h, err := Hash(t, x)
	if err == nil {
		return h, nil
	}
	if x.solid(&SetType) && IsExc(err, &TypeErrorType) {
		return As[Set](x).hashValue(), nil
	}
	return 0, unhashable(t, x, err, "a set element")
}

// has reports whether x is an element.
func (s *Set) has(t *Thread, x Value) (bool, error) {
	h, err := keyHash(t, x)
	if err != nil {
		return false, err
	}
	_, found, err := s.lookup(t, x, h)
	return found, err
}

// Has reports whether x is an element.
func (s *Set) Has(t *Thread, x Value) (bool, error) { return s.has(t, x) }

// newSetOf returns an empty set of the exact type that stands behind tp.
func newSetOf(tp *Type) *Set { return &Set{Header: Header{tp.Solid}} }

// copySet is the copy that operators start from.
func copySet(t *Thread, s *Set) (*Set, error) {
	c := newSetOf(s.Type)
	return c, c.merge(t, s)
}

// NewSet returns a set of items.
func NewSet(t *Thread, items []Value) (Value, error) {
	s := &Set{Header: Header{&SetType}}
	for _, x := range items {
		h, err := hashElement(t, x)
		if err != nil {
			return Value{}, err
		}
		if err := s.add(t, x, h); err != nil {
			return Value{}, err
		}
	}
	return Wrap(s), nil
}

// NewFrozenSet returns a frozenset of items, which are hashable constants.
func NewFrozenSet(t *Thread, items []Value) Value {
	v, err := NewSet(t, items)
	if err != nil {
		return None
	}
	v.O.Type = &FrozenSetType
	return v
}

// NewFrozenSetOf returns the frozenset of the elements of iterable v.
func NewFrozenSetOf(t *Thread, v Value) (Value, error) {
	s := &Set{Header: Header{&FrozenSetType}}
	return Wrap(s), s.update(t, v)
}

// SetAdd is s.add(v) for a set s.
func SetAdd(t *Thread, s, v Value) error {
	h, err := hashElement(t, v)
	if err != nil {
		return err
	}
	return As[Set](s).add(t, v, h)
}

// SetUpdate is s.update(v) for a set s.
func SetUpdate(t *Thread, s, v Value) error { return As[Set](s).update(t, v) }

// setIter walks a set's table.
type setIter struct {
	Header
	s        *Set
	pos      int
	used     int
	returned int
}

func newSetIter(t *Thread, v Value) (Value, error) {
	s := As[Set](v)
	return Wrap(&setIter{Header: Header{&SetIterType}, s: s, used: s.used}), nil
}

func setIterNext(t *Thread, v Value) (Value, error) {
	it := As[setIter](v)
	if it.s == nil {
		return Value{}, nil
	}
	if it.used != it.s.used {
		it.used = -1
		return Value{}, RuntimeErrorf("Set changed size during iteration")
	}
	for it.pos < len(it.s.table) {
		e := &it.s.table[it.pos]
		it.pos++
		if e.live() {
			it.returned++
			return e.key, nil
		}
	}
	it.s = nil
	return Value{}, nil
}
