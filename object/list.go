package object

// list storage (library reference, "Lists"); methods are in listmethods.go.

import (
	"slices"
	"unsafe"
)

// ListType is list.
var ListType Type

// List is a list object. A list whose items are all ints, all floats or all
// bools keeps only their payloads (Nums, with Uni the common header): half the
// memory, never scanned by the collector. It turns general at the first other
// item. Exactly one of Nums and Vals is in use; Uni tells which.
type List struct {
	Header
	Uni  *Header // common header of Nums; nil: Vals
	Nums []uint64
	Vals []Value
}

// Offsets for the evaluation loop's fast paths.
const (
	ListUniOff   = unsafe.Offsetof(List{}.Uni)
	ListNumsOff  = unsafe.Offsetof(List{}.Nums)
	ListItemsOff = unsafe.Offsetof(List{}.Vals)
)

// NewList returns a list of the given items.
func NewList(items ...Value) Value {
	l := &List{Header: Header{&ListType}}
	l.SetValues(items)
	return Wrap(l)
}

// NewListOwned returns a list that takes ownership of items.
func NewListOwned(items []Value) Value {
	if uniform(items) != nil {
		return NewList(items...)
	}
	return Wrap(&List{Header: Header{&ListType}, Vals: items})
}

// unboxable reports whether values with header h can be kept as payloads.
func unboxable(h *Header) bool { return h == &IntHeader || h == &FloatHeader || h == &BoolHeader }

func uniform(items []Value) *Header {
	if len(items) == 0 {
		return nil
	}
	h := items[0].O
	if !unboxable(h) {
		return nil
	}
	for _, v := range items[1:] {
		if v.O != h {
			return nil
		}
	}
	return h
}

// SetValues replaces the content by a copy of items.
func (l *List) SetValues(items []Value) {
	l.Uni, l.Nums, l.Vals = nil, nil, nil
	if h := uniform(items); h != nil {
		l.Uni = h
		l.Nums = make([]uint64, len(items))
		for i, v := range items {
			l.Nums[i] = v.N
		}
		return
	}
	if len(items) > 0 {
		l.Vals = append([]Value(nil), items...)
	}
}

// Len returns the number of items.
func (l *List) Len() int {
	if l.Uni != nil {
		return len(l.Nums)
	}
	return len(l.Vals)
}

// At returns item i, which must exist.
func (l *List) At(i int) Value {
	if l.Uni != nil {
		return Value{l.Uni, l.Nums[i]}
	}
	return l.Vals[i]
}

// SetAt replaces item i, which must exist.
func (l *List) SetAt(i int, v Value) {
	if l.Uni != nil {
		if v.O == l.Uni {
			l.Nums[i] = v.N
			return
		}
		l.general()
	}
	l.Vals[i] = v
}

// general switches to general storage.
func (l *List) general() {
	if l.Uni == nil {
		return
	}
	items := make([]Value, len(l.Nums), max(cap(l.Nums), 4))
	for i, n := range l.Nums {
		items[i] = Value{l.Uni, n}
	}
	l.Uni, l.Nums, l.Vals = nil, nil, items
}

// Append adds v at the end.
func (l *List) Append(v Value) {
	if l.Uni != nil {
		if v.O == l.Uni {
			if len(l.Nums) == cap(l.Nums) {
				l.Nums = slices.Grow(l.Nums, room(len(l.Nums)))
			}
			l.Nums = append(l.Nums, v.N)
			return
		}
		l.general()
	} else if len(l.Vals) == 0 && unboxable(v.O) {
		l.Uni = v.O
		l.Vals = nil
		l.Nums = append(l.Nums[:0], v.N)
		return
	}
	if len(l.Vals) == cap(l.Vals) {
		l.Vals = slices.Grow(l.Vals, room(len(l.Vals)))
	}
	l.Vals = append(l.Vals, v)
}

// room is by how many items a full list of n grows. Growing by a quarter, as
// Go's append does, leaves copies behind that weigh five times the list.
func room(n int) int {
	if n < 1<<20 {
		return max(n, 4)
	}
	return n / 2
}

// Values returns a copy of the items.
func (l *List) Values() []Value {
	if l.Uni == nil {
		return append([]Value(nil), l.Vals...)
	}
	out := make([]Value, len(l.Nums))
	for i, n := range l.Nums {
		out[i] = Value{l.Uni, n}
	}
	return out
}

// Extend appends items.
func (l *List) Extend(items []Value) {
	for _, v := range items {
		l.Append(v)
	}
}

// Slice returns a new list of items [i, j).
func (l *List) Slice(i, j int) *List {
	n := &List{Header: Header{&ListType}}
	if j <= i {
		return n
	}
	if l.Uni != nil {
		n.Uni = l.Uni
		n.Nums = append([]uint64(nil), l.Nums[i:j]...)
	} else {
		n.Vals = append([]Value(nil), l.Vals[i:j]...)
	}
	return n
}

// Insert puts v before position i, 0 <= i <= Len.
func (l *List) Insert(i int, v Value) {
	l.Append(v)
	if l.Uni != nil {
		copy(l.Nums[i+1:], l.Nums[i:len(l.Nums)-1])
		l.Nums[i] = v.N
		return
	}
	copy(l.Vals[i+1:], l.Vals[i:len(l.Vals)-1])
	l.Vals[i] = v
}

// Remove deletes items [i, j).
func (l *List) Remove(i, j int) {
	if l.Uni != nil {
		l.Nums = append(l.Nums[:i], l.Nums[j:]...)
		if len(l.Nums) == 0 {
			l.Uni = nil
		}
		return
	}
	n := copy(l.Vals[i:], l.Vals[j:])
	clear(l.Vals[i+n:])
	l.Vals = l.Vals[:i+n]
}

// Clear empties the list.
func (l *List) Clear() { l.Uni, l.Nums, l.Vals = nil, nil, nil }

// Take moves the content out, leaving the list empty.
func (l *List) Take() []Value {
	v := l.Values()
	l.Clear()
	return v
}
