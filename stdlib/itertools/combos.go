package itertools

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Types of the combinatoric iterators.
var combinationsType, replacementType, permutationsType, productType class

// picks walks selections of r items of a pool; step moves idx to the next one
// and reports false at the end.
type picks struct {
	header
	pool    []value
	idx     []int
	cycles  []int // permutations only
	started bool
	done    bool
}

func picksRefs(x *picks, visit func(value)) { all(x.pool, visit) }

func picksNext(step func(p *picks) bool) object.UnaryFunc {
	return func(t *thread, v value) (value, error) {
		p := object.As[picks](v)
		if p.done {
			return value{}, nil
		}
		if p.started && !step(p) {
			p.done = true
			return value{}, nil
		}
		p.started = true
		out := make([]value, len(p.idx))
		for i, j := range p.idx {
			out[i] = p.pool[j]
		}
		return object.NewTupleOwned(out), nil
	}
}

func combinationsStep(p *picks) bool {
	n, r := len(p.pool), len(p.idx)
	i := r - 1
	for i >= 0 && p.idx[i] == i+n-r {
		i--
	}
	if i < 0 {
		return false
	}
	p.idx[i]++
	for j := i + 1; j < r; j++ {
		p.idx[j] = p.idx[j-1] + 1
	}
	return true
}

func replacementStep(p *picks) bool {
	n, r := len(p.pool), len(p.idx)
	i := r - 1
	for i >= 0 && p.idx[i] == n-1 {
		i--
	}
	if i < 0 {
		return false
	}
	k := p.idx[i] + 1
	for ; i < r; i++ {
		p.idx[i] = k
	}
	return true
}

// permutations yields the first r of order, whose rest are the unused indexes.
type permutations struct {
	picks
	order []int
	r     int
}

func permutationsNext(t *thread, v value) (value, error) {
	p := object.As[permutations](v)
	if p.done {
		return value{}, nil
	}
	if p.started && !p.step() {
		p.done = true
		return value{}, nil
	}
	p.started = true
	out := make([]value, p.r)
	for i := range out {
		out[i] = p.pool[p.order[i]]
	}
	return object.NewTupleOwned(out), nil
}

func (p *permutations) step() bool {
	n := len(p.order)
	for i := p.r - 1; i >= 0; i-- {
		if p.cycles[i]--; p.cycles[i] > 0 {
			j := n - p.cycles[i]
			p.order[i], p.order[j] = p.order[j], p.order[i]
			return true
		}
		first := p.order[i]
		copy(p.order[i:], p.order[i+1:])
		p.order[n-1] = first
		p.cycles[i] = n - i
	}
	return false
}

// product counts with one wheel per pool.
type product struct {
	header
	pools   [][]value
	idx     []int
	started bool
	done    bool
}

func productNext(t *thread, v value) (value, error) {
	p := object.As[product](v)
	if p.done {
		return value{}, nil
	}
	if p.started {
		i := len(p.idx) - 1
		for ; i >= 0; i-- {
			if p.idx[i]++; p.idx[i] < len(p.pools[i]) {
				break
			}
			p.idx[i] = 0
		}
		if i < 0 {
			p.done = true
			return value{}, nil
		}
	}
	p.started = true
	out := make([]value, len(p.idx))
	for i, j := range p.idx {
		out[i] = p.pools[i][j]
	}
	return object.NewTupleOwned(out), nil
}

func makeProduct(t *thread, x *product, a []value) error {
	rep := 1
	if a[1].O != nil {
		var err error
		if rep, err = object.SsizeArg(t, a[1]); err != nil {
			return err
		}
	}
	if rep < 0 {
		return object.ValueErrorf("repeat argument cannot be negative")
	}
	var once [][]value
	for _, v := range object.As[object.Tuple](a[0]).Items {
		pool, err := object.Items(t, v)
		if err != nil {
			return err
		}
		x.done = x.done || len(pool) == 0 && rep > 0
		once = append(once, pool)
	}
	if len(once) > 0 && rep > (1<<40)/len(once) {
		return object.OverflowErrorf("repeat argument too large")
	}
	if err := t.Charge(rep * len(once) * 32); err != nil {
		return err
	}
	for range rep {
		x.pools = append(x.pools, once...)
		if len(once) == 0 {
			break
		}
	}
	x.idx = make([]int, len(x.pools))
	return nil
}

// makePicks reads pool and r.
func makePicks(t *thread, x *picks, pool, rv value) (int, error) {
	r, err := object.SsizeArg(t, rv)
	if err != nil {
		return 0, err
	}
	if x.pool, err = object.Items(t, pool); err != nil {
		return 0, err
	}
	if r < 0 {
		return 0, object.ValueErrorf("r must be non-negative")
	}
	return r, t.Charge(min(r, 1<<40) * 8)
}

func init() {
	(&kind[picks]{tp: &combinationsType, plan: arg.Plan{Name: "combinations", Sig: "(iterable, r)"},
		doc: "Return successive r-length combinations of elements in the iterable.",
		make: func(t *thread, x *picks, a []value) error {
			r, err := makePicks(t, x, a[0], a[1])
			if err != nil {
				return err
			}
			if x.done = r > len(x.pool); x.done {
				return nil
			}
			x.idx = make([]int, r)
			for i := range x.idx {
				x.idx[i] = i
			}
			return nil
		}, next: picksNext(combinationsStep), refs: picksRefs}).define()
	(&kind[picks]{tp: &replacementType, plan: arg.Plan{Name: "combinations_with_replacement", Sig: "(iterable, r)"},
		doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.",
		make: func(t *thread, x *picks, a []value) error {
			r, err := makePicks(t, x, a[0], a[1])
			if err != nil {
				return err
			}
			x.done = len(x.pool) == 0 && r > 0
			x.idx = make([]int, r)
			return nil
		}, next: picksNext(replacementStep), refs: picksRefs}).define()
	(&kind[permutations]{tp: &permutationsType, plan: arg.Plan{Name: "permutations", Sig: "(iterable, r=None)"},
		doc: "Return successive r-length permutations of elements in the iterable.",
		make: func(t *thread, x *permutations, a []value) error {
			rv := object.Int(0)
			if given(a[1]) {
				if !object.IsIntLike(a[1]) {
					return object.TypeErrorf("Expected int as r")
				}
				rv = a[1]
			}
			r, err := makePicks(t, &x.picks, a[0], rv)
			if err != nil {
				return err
			}
			n := len(x.pool)
			if !given(a[1]) {
				r = n
			}
			if x.done = r > n; x.done {
				return nil
			}
			x.r, x.order, x.cycles = r, make([]int, n), make([]int, r)
			for i := range x.order {
				x.order[i] = i
			}
			for i := range x.cycles {
				x.cycles[i] = n - i
			}
			return nil
		}, next: permutationsNext, refs: func(x *permutations, visit func(value)) { all(x.pool, visit) }}).define()
	(&kind[product]{tp: &productType, plan: arg.Plan{Name: "product", Sig: "(*iterables, repeat=1)"},
		doc:  "Cartesian product of input iterables. Equivalent to nested for-loops.",
		make: makeProduct, next: productNext, refs: func(x *product, visit func(value)) {
			for _, p := range x.pools {
				all(p, visit)
			}
		}}).define()
}
