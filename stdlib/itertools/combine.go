package itertools

import "github.com/gopy-lang/gopy/object"

// product, permutations, combinations.

// combos is the state of the combinatoric iterators: indexes into the pool.
type combos struct {
	header
	pool    []value
	pools   [][]value // product
	idx     []int
	cycles  []int // permutations
	r       int
	started bool
	done    bool
}

func (c *combos) result() value {
	out := make([]value, len(c.idx))
	for i, j := range c.idx {
		out[i] = c.pool[j]
	}
	return object.NewTupleOwned(out)
}

func (c *combos) setup(t *thread, pool, r value) (err error) {
	if c.pool, err = object.Items(t, pool); err != nil {
		return err
	}
	c.r = len(c.pool)
	if r.O != nil {
		if c.r, err = object.IndexInt(t, r, &object.OverflowErrorType); err != nil {
			return err
		}
	}
	if c.r < 0 {
		return object.ValueErrorf("r must be non-negative")
	}
	return t.Charge(16 * c.r)
}

func combosVisit(c *combos, visit func(value)) {
	visitAll(visit, c.pool)
	for _, p := range c.pools {
		visitAll(visit, p)
	}
}

func combinationsInit(t *thread, c *combos, a []value) error {
	if err := c.setup(t, a[0], a[1]); err != nil {
		return err
	}
	if c.done = c.r > len(c.pool); c.done {
		return nil
	}
	c.idx = make([]int, c.r)
	for i := range c.idx {
		c.idx[i] = i
	}
	return nil
}

func combinationsNext(t *thread, c *combos) (value, error) {
	if c.done {
		return value{}, nil
	}
	if !c.started {
		c.started = true
		return c.result(), nil
	}
	n, i := len(c.pool), c.r-1
	for i >= 0 && c.idx[i] == i+n-c.r {
		i--
	}
	if i < 0 {
		c.done = true
		return value{}, nil
	}
	c.idx[i]++
	for j := i + 1; j < c.r; j++ {
		c.idx[j] = c.idx[j-1] + 1
	}
	return c.result(), nil
}

func cwrInit(t *thread, c *combos, a []value) error {
	if err := c.setup(t, a[0], a[1]); err != nil {
		return err
	}
	c.done = len(c.pool) == 0 && c.r > 0
	c.idx = make([]int, c.r)
	return nil
}

func cwrNext(t *thread, c *combos) (value, error) {
	if c.done {
		return value{}, nil
	}
	if !c.started {
		c.started = true
		return c.result(), nil
	}
	n, i := len(c.pool), c.r-1
	for i >= 0 && c.idx[i] == n-1 {
		i--
	}
	if i < 0 {
		c.done = true
		return value{}, nil
	}
	k := c.idx[i] + 1
	for ; i < c.r; i++ {
		c.idx[i] = k
	}
	return c.result(), nil
}

func permutationsInit(t *thread, c *combos, a []value) error {
	r := a[1]
	if r.O != nil {
		if r.IsNone() {
			r = value{}
		} else if !object.IsIntLike(r) {
			return object.TypeErrorf("Expected int as r")
		}
	}
	if err := c.setup(t, a[0], r); err != nil {
		return err
	}
	n := len(c.pool)
	if c.done = c.r > n; c.done {
		return nil
	}
	c.idx, c.cycles = make([]int, n), make([]int, c.r)
	for i := range c.idx {
		c.idx[i] = i
	}
	for i := range c.cycles {
		c.cycles[i] = n - i
	}
	return nil
}

func (c *combos) prefix() value {
	out := make([]value, c.r)
	for i := range out {
		out[i] = c.pool[c.idx[i]]
	}
	return object.NewTupleOwned(out)
}

func permutationsNext(t *thread, c *combos) (value, error) {
	if c.done {
		return value{}, nil
	}
	if !c.started {
		c.started = true
		return c.prefix(), nil
	}
	n := len(c.pool)
	for i := c.r - 1; i >= 0; i-- {
		c.cycles[i]--
		if c.cycles[i] > 0 {
			j := n - c.cycles[i]
			c.idx[i], c.idx[j] = c.idx[j], c.idx[i]
			return c.prefix(), nil
		}
		first := c.idx[i]
		copy(c.idx[i:], c.idx[i+1:])
		c.idx[n-1] = first
		c.cycles[i] = n - i
	}
	c.done = true
	return value{}, nil
}

func productBind(t *thread, args, kw []value) ([]value, error) {
	npos := len(args) - len(kw)
	rep := object.Int(1)
	for i, k := range kw {
		if n := object.As[object.Str](k).String(); n != "repeat" {
			return nil, object.TypeErrorf("product() got an unexpected keyword argument '%s'", n)
		}
		rep = args[npos+i]
	}
	return append([]value{rep}, args[:npos]...), nil
}

func productInit(t *thread, c *combos, a []value) error {
	rep, err := object.IndexInt(t, a[0], &object.OverflowErrorType)
	if err != nil {
		return err
	}
	if rep < 0 {
		return object.ValueErrorf("repeat argument cannot be negative")
	}
	if rep == 0 {
		return nil
	}
	if len(a) > 1 && rep > (1<<40)/(len(a)-1) {
		return object.OverflowErrorf("repeat argument too large")
	}
	if err := t.Charge(32 * rep * (len(a) - 1)); err != nil {
		return err
	}
	for _, x := range a[1:] {
		p, err := object.Items(t, x)
		if err != nil {
			return err
		}
		c.pools = append(c.pools, p)
		c.done = c.done || len(p) == 0
	}
	one := c.pools
	for i := 1; i < rep; i++ {
		c.pools = append(c.pools, one...)
	}
	c.idx = make([]int, len(c.pools))
	return nil
}

func productNext(t *thread, c *combos) (value, error) {
	if c.done {
		return value{}, nil
	}
	if c.started {
		i := len(c.idx) - 1
		for ; i >= 0; i-- {
			if c.idx[i]++; c.idx[i] < len(c.pools[i]) {
				break
			}
			c.idx[i] = 0
		}
		if i < 0 {
			c.done = true
			return value{}, nil
		}
	}
	c.started = true
	out := make([]value, len(c.idx))
	for i, j := range c.idx {
		out[i] = c.pools[i][j]
	}
	return object.NewTupleOwned(out), nil
}

func init() {
	define(&combinationsType, kind[combos]{name: "combinations", sig: "(iterable, r)", doc: "Return successive r-length combinations of elements in the iterable.", init: combinationsInit, next: combinationsNext, visit: combosVisit})
	define(&cwrType, kind[combos]{name: "combinations_with_replacement", sig: "(iterable, r)", doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.", init: cwrInit, next: cwrNext, visit: combosVisit})
	define(&permutationsType, kind[combos]{name: "permutations", sig: "(iterable, r=None)", doc: "Return successive r-length permutations of elements in the iterable.", init: permutationsInit, next: permutationsNext, visit: combosVisit})
	define(&productType, kind[combos]{name: "product", sig: "(*iterables, repeat=1)", doc: "Cartesian product of input iterables.", bind: productBind, init: productInit, next: productNext, visit: combosVisit})
}
