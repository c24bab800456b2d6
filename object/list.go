package object

// list storage (library reference, "Lists"); methods are in listmethods.go.

import "unsafe"

// ListType is list.
var ListType Type

// List is a list object. A list whose items are all ints, all floats or all
// bools keeps only their payloads (nums, with uni the common header): half the
// memory, never scanned by the collector. It turns general at the first other
// item. Exactly one of nums and items is in use; uni tells which.
type List struct {
	Header
	uni   *Header // common header of nums; nil: items
	nums  []uint64
	items []Value
}

// Offsets for the evaluation loop's fast paths.
const (
	ListUniOff   = unsafe.Offsetof(List{}.uni)
	ListNumsOff  = unsafe.Offsetof(List{}.nums)
	ListItemsOff = unsafe.Offsetof(List{}.items)
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
	return Wrap(&List{Header: Header{&ListType}, items: items})
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
	l.uni, l.nums, l.items = nil, nil, nil
	if h := uniform(items); h != nil {
		l.uni = h
		l.nums = make([]uint64, len(items))
		for i, v := range items {
			l.nums[i] = v.N
		}
		return
	}
	if len(items) > 0 {
		l.items = append([]Value(nil), items...)
	}
}

// Len returns the number of items.
func (l *List) Len() int {
	if l.uni != nil {
		return len(l.nums)
	}
	return len(l.items)
}

// At returns item i, which must exist.
func (l *List) At(i int) Value {
	if l.uni != nil {
		return Value{l.uni, l.nums[i]}
	}
	return l.items[i]
}

// SetAt replaces item i, which must exist.
func (l *List) SetAt(i int, v Value) {
	if l.uni != nil {
		if v.O == l.uni {
			l.nums[i] = v.N
			return
		}
		l.general()
	}
	l.items[i] = v
}

// general switches to general storage.
func (l *List) general() {
	if l.uni == nil {
		return
	}
	items := make([]Value, len(l.nums), max(cap(l.nums), 4))
	for i, n := range l.nums {
		items[i] = Value{l.uni, n}
	}
	l.uni, l.nums, l.items = nil, nil, items
}

// Append adds v at the end.
func (l *List) Append(v Value) {
	if l.uni != nil {
		if v.O == l.uni {
			l.nums = append(l.nums, v.N)
			return
		}
		l.general()
	} else if len(l.items) == 0 && unboxable(v.O) {
		l.uni = v.O
		l.items = nil
		l.nums = append(l.nums[:0], v.N)
		return
	}
	l.items = append(l.items, v)
}

// Values returns a copy of the items.
func (l *List) Values() []Value {
	if l.uni == nil {
		return append([]Value(nil), l.items...)
	}
	out := make([]Value, len(l.nums))
	for i, n := range l.nums {
		out[i] = Value{l.uni, n}
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
	if l.uni != nil {
		n.uni = l.uni
		n.nums = append([]uint64(nil), l.nums[i:j]...)
	} else {
		n.items = append([]Value(nil), l.items[i:j]...)
	}
	return n
}

// Insert puts v before position i, 0 <= i <= Len.
func (l *List) Insert(i int, v Value) {
	l.Append(v)
	if l.uni != nil {
		copy(l.nums[i+1:], l.nums[i:len(l.nums)-1])
		l.nums[i] = v.N
		return
	}
	copy(l.items[i+1:], l.items[i:len(l.items)-1])
	l.items[i] = v
}

// Remove deletes items [i, j).
func (l *List) Remove(i, j int) {
	if l.uni != nil {
		l.nums = append(l.nums[:i], l.nums[j:]...)
		if len(l.nums) == 0 {
			l.uni = nil
		}
		return
	}
	n := copy(l.items[i:], l.items[j:])
	clear(l.items[i+n:])
	l.items = l.items[:i+n]
}

// Clear empties the list.
func (l *List) Clear() { l.uni, l.nums, l.items = nil, nil, nil }

// Take moves the content out, leaving the list empty.
func (l *List) Take() []Value {
	v := l.Values()
	l.Clear()
	return v
}
