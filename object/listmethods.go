package object

// Methods of list and tuple (library reference, "Sequence Types").

import "slices"

var listMethods = []Func{
	{"__reversed__", "($self, /)", "Return a reverse iterator over the list.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		return Wrap(&ListIter{Header{&ListRevType}, l, l.Len() - 1}), nil
	}},
	{"__sizeof__", "($self, /)", "Return the size of the list in memory, in bytes.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		return IntOf(56 + 8*max(cap(l.Nums), 2*cap(l.Vals))), nil
	}},
	{"clear", "($self, /)", "Remove all items from list.", func(t *Thread, a []Value) (Value, error) {
		As[List](a[0]).Clear()
		return None, nil
	}},
	{"copy", "($self, /)", "Return a shallow copy of the list.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		return Wrap(l.Slice(0, l.Len())), t.Charge(l.Len() * 16)
	}},
	{"append", "($self, object, /)", "Append object to the end of the list.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		if n := l.Len(); n >= 1<<16 && n&(n-1) == 0 {
			if err := t.Charge(n * 16); err != nil {
				return Value{}, err
			}
		}
		l.Append(a[1])
		return None, nil
	}},
	{"insert", "($self, index, object, /)", "Insert object before index.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		i, err := IndexInt(t, a[1], &OverflowErrorType)
		if err != nil {
			return Value{}, err
		}
		l.Insert(clampIndex(i, l.Len()), a[2])
		return None, nil
	}},
	{"extend", "($self, iterable, /)", "Extend list by appending elements from the iterable.", func(t *Thread, a []Value) (Value, error) {
		return None, As[List](a[0]).ExtendFrom(t, a[1])
	}},
	{"pop", "($self, index=-1, /)", "Remove and return item at index (default last).", listPop},
	{"remove", "($self, value, /)", "Remove first occurrence of value.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		i, err := l.find(t, a[1], 0, maxInt)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			return Value{}, ValueErrorf("list.remove(x): x not in list")
		}
		if i < l.Len() {
			l.Remove(i, i+1)
		}
		return None, nil
	}},
	{"index", "($self, value, start=0, stop=sys.maxsize, /)", "Return first index of value.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		start, stop, err := searchBounds(t, a[2], a[3], l.Len())
		if err != nil {
			return Value{}, err
		}
		i, err := l.find(t, a[1], start, stop)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			return Value{}, ValueErrorf("list.index(x): x not in list")
		}
		return IntOf(i), nil
	}},
	{"count", "($self, value, /)", "Return number of occurrences of value.", func(t *Thread, a []Value) (Value, error) {
		l, n := As[List](a[0]), 0
		for i := 0; i < l.Len(); i++ {
			eq, err := Equal(t, l.At(i), a[1])
			if err != nil {
				return Value{}, err
			}
			if eq {
				n++
			}
		}
		return IntOf(n), nil
	}},
	{"reverse", "($self, /)", "Reverse the list in place.", func(t *Thread, a []Value) (Value, error) {
		l := As[List](a[0])
		slices.Reverse(l.Nums)
		slices.Reverse(l.Vals)
		return None, nil
	}},
	{"sort", "($self, /, *, key=None, reverse=False)", "Sort the list in ascending order, in place; the sort is stable.", func(t *Thread, a []Value) (Value, error) {
		reverse := false
		if a[2].O != nil {
			var err error
			if reverse, err = Truth(t, a[2]); err != nil {
				return Value{}, err
			}
		}
		return None, SortList(t, As[List](a[0]), a[1], reverse)
	}},
}

func clampIndex(i, n int) int {
	if i < 0 {
		return max(i+n, 0)
	}
	return min(i, n)
}

func listPop(t *Thread, a []Value) (Value, error) {
	l := As[List](a[0])
	i := -1
	if a[1].O != nil {
		var err error
		if i, err = IndexInt(t, a[1], &IndexErrorType); err != nil {
			return Value{}, err
		}
	}
	n := l.Len()
	if n == 0 {
		return Value{}, IndexErrorf("pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return Value{}, IndexErrorf("pop index out of range")
	}
	v := l.At(i)
	l.Remove(i, i+1)
	return v, nil
}

// find returns the first index of x in [start, stop), or -1. Comparing may run
// Python code that changes the list.
func (l *List) find(t *Thread, x Value, start, stop int) (int, error) {
	if l.Uni != nil && l.Uni == x.O && l.Uni != &FloatHeader {
		if stop = min(stop, len(l.Nums)); start < stop {
			if i := slices.Index(l.Nums[start:stop], x.N); i >= 0 {
				return start + i, nil
			}
		}
		return -1, nil
	}
	for i := start; i < stop && i < l.Len(); i++ {
		if eq, err := Equal(t, l.At(i), x); err != nil {
			return -1, err
		} else if eq {
			return i, nil
		}
	}
	return -1, nil
}

// searchBounds resolves the start and stop arguments of index().
func searchBounds(t *Thread, a, b Value, n int) (start, stop int, err error) {
	bound := func(v Value, def int) (int, error) {
		if v.O == nil {
			return def, nil
		}
		if v.O != &IntHeader && v.O.Type.Slots.Index == nil {
			return 0, TypeErrorf("slice indices must be integers or have an __index__ method")
		}
		i, err := IndexInt(t, v, nil)
		if i < 0 {
			i = max(i+n, 0)
		}
		return i, err
	}
	if start, err = bound(a, 0); err == nil {
		stop, err = bound(b, maxInt)
	}
	return start, stop, err
}

var tupleMethods = []Func{
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		return NewTuple(NewTuple(As[Tuple](a[0]).Items...)), nil
	}},
	{"index", "($self, value, start=0, stop=sys.maxsize, /)", "Return first index of value.", func(t *Thread, a []Value) (Value, error) {
		items := As[Tuple](a[0]).Items
		start, stop, err := searchBounds(t, a[2], a[3], len(items))
		if err != nil {
			return Value{}, err
		}
		for i := start; i < stop && i < len(items); i++ {
			if eq, err := Equal(t, items[i], a[1]); err != nil {
				return Value{}, err
			} else if eq {
				return IntOf(i), nil
			}
		}
		return Value{}, ValueErrorf("tuple.index(x): x not in tuple")
	}},
	{"count", "($self, value, /)", "Return number of occurrences of value.", func(t *Thread, a []Value) (Value, error) {
		n := 0
		for _, x := range As[Tuple](a[0]).Items {
			eq, err := Equal(t, x, a[1])
			if err != nil {
				return Value{}, err
			}
			if eq {
				n++
			}
		}
		return IntOf(n), nil
	}},
}
