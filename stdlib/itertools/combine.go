package itertools

import "github.com/gopy-lang/gopy/object"

// The combinatoric iterators: pool holds the items (product: its the pools in
// rows), idx the chosen positions.

// choose returns the chosen items of the pool as a tuple.
func (it *iter) choose() value {
	out := make([]value, it.n)
	for i := range out {
		out[i] = it.pool[it.idx[i]]
	}
	return object.NewTupleOwned(out)
}

// poolMake reads the pool and the length r of the results.
func poolMake(t *thread, it *iter, a []value) (err error) {
	pool, err := items(t, a[0])
	if err != nil {
		return err
	}
	it.pool = pool
	it.n = len(pool)
	if a[1].O != nil && !(a[1].IsNone() && it.flag) {
		if !object.IsIntLike(a[1]) && it.flag {
			return object.TypeErrorf("Expected int as r")
		}
		if it.n, err = object.SsizeArg(t, a[1]); err != nil {
			return err
		}
		if it.n < 0 {
			return object.ValueErrorf("r must be non-negative")
		}
	}
	return t.Charge(16 * it.n)
}

func combinationsNext(_ *thread, it *iter) (value, error) {
	r, n := it.n, len(it.pool)
	if it.state == fresh {
		if r > n {
			return value{}, nil
		}
		it.state = running
		it.idx = make([]int, r)
		for i := range it.idx {
			it.idx[i] = i
		}
		return it.choose(), nil
	}
	i := r - 1
	for i >= 0 && it.idx[i] == i+n-r {
		i--
	}
	if i < 0 {
		return value{}, nil
	}
	it.idx[i]++
	for j := i + 1; j < r; j++ {
		it.idx[j] = it.idx[j-1] + 1
	}
	return it.choose(), nil
}

func withReplacementNext(_ *thread, it *iter) (value, error) {
	r, n := it.n, len(it.pool)
	if it.state == fresh {
		if n == 0 && r > 0 {
			return value{}, nil
		}
		it.state = running
		it.idx = make([]int, r)
		return it.choose(), nil
	}
	i := r - 1
	for i >= 0 && it.idx[i] == n-1 {
		i--
	}
	if i < 0 {
		return value{}, nil
	}
	k := it.idx[i] + 1
	for ; i < r; i++ {
		it.idx[i] = k
	}
	return it.choose(), nil
}

func permutationsMake(t *thread, it *iter, a []value) error {
	it.flag = true // r may be None
	return poolMake(t, it, a)
}

func permutationsNext(_ *thread, it *iter) (value, error) {
	r, n := it.n, len(it.pool)
	if it.state == fresh {
		if r > n {
			return value{}, nil
		}
		it.state = running
		it.idx, it.cyc = make([]int, n), make([]int, r)
		for i := range it.idx {
			it.idx[i] = i
		}
		for i := range it.cyc {
			it.cyc[i] = n - i
		}
		return it.choose(), nil
	}
	for i := r - 1; i >= 0; i-- {
		it.cyc[i]--
		if it.cyc[i] > 0 {
			j := n - it.cyc[i]
			it.idx[i], it.idx[j] = it.idx[j], it.idx[i]
			return it.choose(), nil
		}
		first := it.idx[i]
		copy(it.idx[i:], it.idx[i+1:])
		it.idx[n-1] = first
		it.cyc[i] = n - i
	}
	return value{}, nil
}

func productMake(t *thread, it *iter, a []value) error {
	rep := 1
	if a[1].O != nil {
		var err error
		if rep, err = object.SsizeArg(t, a[1]); err != nil {
			return err
		}
		if rep < 0 {
			return object.ValueErrorf("repeat argument cannot be negative")
		}
	}
	args := object.As[object.Tuple](a[0]).Items
	if len(args) > 0 && rep > (1<<40)/len(args) {
		return object.Errorf(&object.OverflowErrorType, "repeat argument too large")
	}
	if len(args) == 0 || rep == 0 {
		args, rep = nil, 0
	}
	if err := t.Charge(16 * len(args) * rep); err != nil {
		return err
	}
	for _, x := range args {
		l, err := items(t, x)
		if err != nil {
			return err
		}
		it.its = append(it.its, object.NewTuple(l...))
	}
	once := it.its
	for i := 1; i < rep; i++ {
		it.its = append(it.its, once...)
	}
	return nil
}

func (it *iter) row(i int) []value { return object.As[object.Tuple](it.its[i]).Items }

func productNext(_ *thread, it *iter) (value, error) {
	n := len(it.its)
	if it.state == fresh {
		it.state = running
		it.idx = make([]int, n)
		it.pool = make([]value, n)
		for i := range it.pool {
			if len(it.row(i)) == 0 {
				return value{}, nil
			}
			it.pool[i] = it.row(i)[0]
		}
		return object.NewTuple(it.pool...), nil
	}
	for i := n - 1; i >= 0; i-- {
		row := it.row(i)
		if it.idx[i]++; it.idx[i] < len(row) {
			it.pool[i] = row[it.idx[i]]
			return object.NewTuple(it.pool...), nil
		}
		it.idx[i] = 0
		it.pool[i] = row[0]
	}
	return value{}, nil
}
