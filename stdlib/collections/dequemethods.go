package collections

import "github.com/gopy-lang/gopy/object"

var dequeMethods = []object.Func{
	{Name: "append", Sig: "($self, item, /)", Doc: "Add an element to the right side of the deque.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, asDeque(a[0]).append(t, a[1])
	}},
	{Name: "appendleft", Sig: "($self, item, /)", Doc: "Add an element to the left side of the deque.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, asDeque(a[0]).appendLeft(t, a[1])
	}},
	{Name: "pop", Sig: "($self, /)", Doc: "Remove and return the rightmost element.", Fn: func(t *thread, a []value) (value, error) {
		d := asDeque(a[0])
		if d.n == 0 {
			return value{}, object.IndexErrorf("pop from an empty deque")
		}
		return d.pop(), nil
	}},
	{Name: "popleft", Sig: "($self, /)", Doc: "Remove and return the leftmost element.", Fn: func(t *thread, a []value) (value, error) {
		d := asDeque(a[0])
		if d.n == 0 {
			return value{}, object.IndexErrorf("pop from an empty deque")
		}
		return d.popLeft(), nil
	}},
	{Name: "extend", Sig: "($self, iterable, /)", Doc: "Add the elements of iterable on the right.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, asDeque(a[0]).extend(t, a[1], false)
	}},
	{Name: "extendleft", Sig: "($self, iterable, /)", Doc: "Add the elements of iterable on the left, one after the other.", Fn: func(t *thread, a []value) (value, error) {
		return object.None, asDeque(a[0]).extend(t, a[1], true)
	}},
	{Name: "clear", Sig: "($self, /)", Doc: "Remove all elements from the deque.", Fn: func(t *thread, a []value) (value, error) {
		asDeque(a[0]).clear()
		return object.None, nil
	}},
	{Name: "copy", Sig: "($self, /)", Doc: "Return a shallow copy of a deque.", Fn: func(t *thread, a []value) (value, error) { return dequeCopy(t, a[0]) }},
	{Name: "__copy__", Sig: "($self, /)", Doc: "Return a shallow copy of a deque.", Fn: func(t *thread, a []value) (value, error) { return dequeCopy(t, a[0]) }},
	{Name: "count", Sig: "($self, value, /)", Doc: "Return number of occurrences of value.", Fn: func(t *thread, a []value) (value, error) {
		n := 0
		err := asDeque(a[0]).each(func(_ int, v value) (bool, error) {
			eq, err := object.Equal(t, v, a[1])
			if eq {
				n++
			}
			return true, err
		})
		return object.IntOf(n), err
	}},
	{Name: "index", Sig: "($self, value, [start, [stop]])", Doc: "Return first index of value.\n\nRaises ValueError if the value is not present.", Fn: dequeIndex},
	{Name: "insert", Sig: "($self, index, value, /)", Doc: "Insert value before index.", Fn: func(t *thread, a []value) (value, error) {
		i, err := object.SsizeArg(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, asDeque(a[0]).insert(t, i, a[2])
	}},
	{Name: "remove", Sig: "($self, value, /)", Doc: "Remove first occurrence of value.", Fn: dequeRemove},
	{Name: "reverse", Sig: "($self, /)", Doc: "Reverse *IN PLACE*.", Fn: func(t *thread, a []value) (value, error) {
		d := asDeque(a[0])
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			x, y := d.at(i), d.at(j)
			d.set(i, y)
			d.set(j, x)
		}
		return object.None, nil
	}},
	{Name: "rotate", Sig: "($self, n=1, /)", Doc: "Rotate the deque n steps to the right.  If n is negative, rotates left.", Fn: func(t *thread, a []value) (value, error) {
		k := 1
		if a[1].O != nil {
			var err error
			if k, err = object.SsizeArg(t, a[1]); err != nil {
				return value{}, err
			}
		}
		asDeque(a[0]).rotate(k)
		return object.None, nil
	}},
	{Name: "__reversed__", Sig: "($self, /)", Doc: "Return a reverse iterator over the deque.", Fn: func(t *thread, a []value) (value, error) {
		return newDequeIter(asDeque(a[0]), &dequeRevType), nil
	}},
	{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: func(t *thread, a []value) (value, error) {
		d := asDeque(a[0])
		state, err := object.CallMethod(t, a[0], "__getstate__")
		if err != nil {
			return value{}, err
		}
		it, err := object.Iter(t, a[0])
		if err != nil {
			return value{}, err
		}
		args := object.NewTuple()
		if d.maxlen >= 0 {
			args = object.NewTuple2(object.NewTuple(), object.IntOf(d.maxlen))
		}
		return object.NewTuple(object.Wrap(d.Type), args, state, it), nil
	}},
}

func dequeIndex(t *thread, a []value) (value, error) {
	d := asDeque(a[0])
	start, stop := 0, d.n
	for i, p := range []*int{&start, &stop} {
		if a[2+i].O == nil {
			continue
		}
		n, err := object.IndexInt(t, a[2+i], nil)
		if err != nil {
			return value{}, err
		}
		if n < 0 {
			n = max(n+d.n, 0)
		}
		*p = min(n, d.n)
	}
	at := -1
	err := d.each(func(i int, v value) (bool, error) {
		if i < start {
			return true, nil
		}
		if i >= stop {
			return false, nil
		}
		eq, err := object.Equal(t, v, a[1])
		if eq {
			at = i
		}
		return !eq, err
	})
	if err == nil && at < 0 {
		err = object.ValueErrorf("deque.index(x): x not in deque")
	}
	return object.IntOf(at), err
}

func dequeRemove(t *thread, a []value) (value, error) {
	d := asDeque(a[0])
	n := d.n
	for i := 0; i < n; i++ {
		eq, err := object.Equal(t, d.at(i), a[1])
		if err != nil {
			return value{}, err
		}
		if n != d.n {
			return value{}, object.IndexErrorf("deque mutated during remove().")
		}
		if eq {
			d.removeAt(i)
			return object.None, nil
		}
	}
	return value{}, object.ValueErrorf("deque.remove(x): x not in deque")
}
