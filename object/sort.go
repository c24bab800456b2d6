package object

// Sorting of lists: the choice of a comparison for the keys at hand.

import (
	"math"
	"slices"
	"strings"
)

// keyed is an item with its key.
type keyed[K any] struct {
	k K
	v Value
}

// SortList sorts l in place, stably. A missing or None key compares the items
// themselves. The list looks empty while it is sorted.
func SortList(t *Thread, l *List, key Value, reverse bool) error {
	if key.O == nil || key.IsNone() {
		if l.Uni != nil && l.sortNums(reverse) {
			return nil
		}
		key = Value{}
	}
	items := l.Take()
	if err := t.Charge(len(items) * 16); err != nil {
		l.SetValues(items)
		return err
	}
	err := sortValues(t, items, key, reverse)
	if err == nil && (l.Uni != nil || l.Vals != nil) {
		err = ValueErrorf("list modified during sort")
	}
	l.Clear()
	if uniform(items) != nil {
		l.SetValues(items)
	} else {
		l.Vals = items
	}
	return err
}

// sortNums sorts unboxed items; false means that it takes the general way.
func (l *List) sortNums(reverse bool) bool {
	switch l.Uni {
	case &IntHeader, &BoolHeader:
		ints := l.Nums
		if slices.IsSortedFunc(ints, cmpInt) {
			if reverse {
				slices.Reverse(ints)
			}
			return true
		}
		slices.SortFunc(ints, cmpInt)
	default:
		for _, n := range l.Nums {
			f := math.Float64frombits(n)
			if f != f || f == 0 {
				return false // NaN has no order; zeros of both signs are equal but distinct
			}
		}
		slices.SortFunc(l.Nums, func(x, y uint64) int {
			a, b := math.Float64frombits(x), math.Float64frombits(y)
			switch {
			case a < b:
				return -1
			case a > b:
				return 1
			}
			return 0
		})
	}
	if reverse {
		slices.Reverse(l.Nums)
	}
	return true
}

func cmpInt(x, y uint64) int {
	switch a, b := int64(x), int64(y); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func sortValues(t *Thread, items []Value, key Value, reverse bool) error {
	keys := items
	if key.O != nil {
		keys = make([]Value, len(items))
		for i, v := range items {
			k, err := CallArgs(t, key, v)
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	if len(items) < 2 {
		return nil
	}
	if reverse {
		slices.Reverse(items)
		if key.O != nil {
			slices.Reverse(keys)
		}
	}
	err := sortKeys(t, keys, items)
	if reverse {
		slices.Reverse(items)
	}
	return err
}

// sortKeys orders items by keys, choosing the comparison once for all when the
// keys have one exact type.
func sortKeys(t *Thread, keys, items []Value) error {
	switch tp := keys[0].O.Type; {
	case tp == &IntType && all(keys, func(v Value) bool { return v.O == &IntHeader }):
		return sortBy(keys, items, func(v Value) int64 { return int64(v.N) },
			func(x, y *keyed[int64]) (bool, error) { return x.k < y.k, nil })
	case tp == &FloatType && all(keys, func(v Value) bool { return v.O == &FloatHeader }):
		return sortBy(keys, items, Value.Float64,
			func(x, y *keyed[float64]) (bool, error) { return x.k < y.k, nil })
	case tp == &StrType && all(keys, func(v Value) bool { return v.O.Type == &StrType }):
		return sortBy(keys, items, func(v Value) string { return As[Str](v).s },
			func(x, y *keyed[string]) (bool, error) { return strings.Compare(x.k, y.k) < 0, nil })
	case tp == &TupleType && all(keys, func(v Value) bool { return v.O.Type == &TupleType }):
		return sortBy(keys, items, func(v Value) *Tuple { return As[Tuple](v) },
			func(x, y *keyed[*Tuple]) (bool, error) { return tupleLess(t, x.k.Items, y.k.Items) })
	}
	lt := func(x, y Value) (bool, error) {
		if err := t.Poll(1); err != nil {
			return false, err
		}
		return Compare(t, x, y, CmpLT)
	}
	if &keys[0] == &items[0] {
		return timsort(items, func(x, y *Value) (bool, error) { return lt(*x, *y) })
	}
	return sortBy(keys, items, func(v Value) Value { return v },
		func(x, y *keyed[Value]) (bool, error) { return lt(x.k, y.k) })
}

func all(vs []Value, f func(Value) bool) bool {
	for _, v := range vs {
		if !f(v) {
			return false
		}
	}
	return true
}

func sortBy[K any](keys, items []Value, get func(Value) K, lt func(x, y *keyed[K]) (bool, error)) error {
	list := make([]keyed[K], len(items))
	for i, v := range items {
		list[i] = keyed[K]{get(keys[i]), v}
	}
	err := timsort(list, lt)
	for i := range list {
		items[i] = list[i].v
	}
	return err
}

// tupleLess is x < y of tuples.
func tupleLess(t *Thread, x, y []Value) (bool, error) {
	for i := 0; i < len(x) && i < len(y); i++ {
		p, q := x[i], y[i]
		if p.O == &IntHeader && q.O == &IntHeader {
			if p.N == q.N {
				continue
			}
			return int64(p.N) < int64(q.N), nil
		}
		if p.O.Type == &StrType && q.O.Type == &StrType {
			if c := strings.Compare(As[Str](p).s, As[Str](q).s); c != 0 {
				return c < 0, nil
			}
			continue
		}
		if eq, err := Equal(t, p, q); err != nil {
			return false, err
		} else if !eq {
			return Compare(t, p, q, CmpLT)
		}
	}
	return len(x) < len(y), nil
}
