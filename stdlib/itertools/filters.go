package itertools

import "github.com/gopy-lang/gopy/object"

// Iterators that choose, join or combine items of others.

type chain struct {
	header
	src    value   // iterator of iterables; missing: the end, or args
	args   []value // iterables still to come
	active value
}

func chainNext(t *thread, c *chain) (value, error) {
	for {
		if c.active.O == nil {
			var x value
			switch {
			case len(c.args) > 0:
				x, c.args = c.args[0], c.args[1:]
			case c.src.O != nil:
				var err error
				if x, err = object.Next(t, c.src); err != nil || x.O == nil {
					c.src = value{}
					return value{}, err
				}
			default:
				return value{}, nil
			}
			it, err := object.Iter(t, x)
			if err != nil {
				c.src, c.args = value{}, nil
				return value{}, err
			}
			c.active = it
		}
		x, err := object.Next(t, c.active)
		if err != nil || x.O != nil {
			return x, err
		}
		c.active = value{}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

// predicate calls fn for x; None and bool ask for the truth itself.
func predicate(t *thread, fn, x value) (bool, error) {
	if fn.IsNone() || fn == object.Wrap(&object.BoolType) {
		return object.Truth(t, x)
	}
	r, err := object.CallArgs(t, fn, x)
	if err != nil {
		return false, err
	}
	return object.Truth(t, r)
}

// filtered is the state of dropwhile, takewhile, filterfalse and starmap.
type filtered struct {
	header
	fn, it value
	on     bool
}

func filteredInit(t *thread, f *filtered, a []value) (err error) {
	f.fn = a[0]
	f.it, err = object.Iter(t, a[1])
	return err
}

func filteredVisit(f *filtered, visit func(value)) { visit(f.fn); visit(f.it) }

func dropwhileNext(t *thread, f *filtered) (value, error) {
	for {
		x, err := object.Next(t, f.it)
		if err != nil || x.O == nil || f.on {
			return x, err
		}
		r, err := object.CallArgs(t, f.fn, x)
		if err != nil {
			return value{}, err
		}
		ok, err := object.Truth(t, r)
		if err != nil {
			return value{}, err
		}
		if !ok {
			f.on = true
			return x, nil
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func takewhileNext(t *thread, f *filtered) (value, error) {
	if f.on {
		return value{}, nil
	}
	x, err := object.Next(t, f.it)
	if err != nil || x.O == nil {
		return x, err
	}
	r, err := object.CallArgs(t, f.fn, x)
	if err != nil {
		return value{}, err
	}
	ok, err := object.Truth(t, r)
	if err != nil || ok {
		return x, err
	}
	f.on = true
	return value{}, nil
}

func filterfalseNext(t *thread, f *filtered) (value, error) {
	for {
		x, err := object.Next(t, f.it)
		if err != nil || x.O == nil {
			return x, err
		}
		ok, err := predicate(t, f.fn, x)
		if err != nil {
			return value{}, err
		}
		if !ok {
			return x, nil
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func starmapNext(t *thread, f *filtered) (value, error) {
	x, err := object.Next(t, f.it)
	if err != nil || x.O == nil {
		return x, err
	}
	if x.O.Type == &object.TupleType {
		var buf [6]value
		return object.Call(t, f.fn, append(buf[:0], items(x)...), nil)
	}
	args, err := object.Items(t, x)
	if err != nil {
		return value{}, err
	}
	return object.Call(t, f.fn, args, nil)
}

type compress struct {
	header
	data, sel value
}

func compressNext(t *thread, c *compress) (value, error) {
	for {
		x, err := object.Next(t, c.data)
		if err != nil || x.O == nil {
			return x, err
		}
		s, err := object.Next(t, c.sel)
		if err != nil || s.O == nil {
			return s, err
		}
		if ok, err := object.Truth(t, s); err != nil || ok {
			return x, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

type accumulate struct {
	header
	it, fn, total, initial value
}

func accumulateNext(t *thread, a *accumulate) (value, error) {
	if a.initial.O != nil {
		a.total, a.initial = a.initial, value{}
		return a.total, nil
	}
	x, err := object.Next(t, a.it)
	if err != nil || x.O == nil {
		return x, err
	}
	if a.total.O == nil {
		a.total = x
		return x, nil
	}
	var r value
	if a.fn.O == nil {
		r, err = object.BinaryOp(t, a.total, x, object.OpAdd)
	} else {
		r, err = object.CallArgs(t, a.fn, a.total, x)
	}
	if err == nil {
		a.total = r
	}
	return r, err
}

type pairwise struct {
	header
	it, old value
}

func pairwiseNext(t *thread, p *pairwise) (value, error) {
	if p.it.O == nil {
		return value{}, nil
	}
	if p.old.O == nil {
		x, err := object.Next(t, p.it)
		if err != nil || x.O == nil {
			p.it = value{}
			return value{}, err
		}
		if p.old = x; p.it.O == nil {
			p.old = value{}
			return value{}, nil
		}
	}
	x, err := object.Next(t, p.it)
	if err != nil || x.O == nil {
		p.it, p.old = value{}, value{}
		return value{}, err
	}
	old := p.old
	p.old = x
	return object.NewTuple2(old, x), nil
}

type batched struct {
	header
	it     value
	n      int
	strict bool
}

func batchedInit(t *thread, b *batched, a []value) error {
	n, err := object.IndexInt(t, a[1], &object.OverflowErrorType)
	if err != nil {
		return err
	}
	if a[2].O != nil {
		if b.strict, err = object.Truth(t, a[2]); err != nil {
			return err
		}
	}
	if n < 1 {
		return object.ValueErrorf("n must be at least one")
	}
	b.n = n
	b.it, err = object.Iter(t, a[0])
	return err
}

func batchedNext(t *thread, b *batched) (value, error) {
	if b.it.O == nil {
		return value{}, nil
	}
	out := make([]value, 0, min(b.n, 64))
	for len(out) < b.n {
		x, err := object.Next(t, b.it)
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			b.it = value{}
			if len(out) == 0 {
				return value{}, nil
			}
			if b.strict {
				return value{}, object.ValueErrorf("batched(): incomplete batch")
			}
			break
		}
		out = append(out, x)
		if len(out)&1023 == 0 {
			if err := t.Poll(1024); err != nil {
				return value{}, err
			}
		}
	}
	return object.NewTupleOwned(out), nil
}

func init() {
	define(&chainType, kind[chain]{name: "chain", sig: "(*iterables)", doc: "Return the elements of the first iterable, then of the next, until all are exhausted.",
		bind: positional("chain"), next: chainNext,
		init:  func(t *thread, c *chain, a []value) error { c.args = append([]value(nil), a...); return nil },
		visit: func(c *chain, visit func(value)) { visit(c.src); visit(c.active); visitAll(visit, c.args) },
		class: []object.Func{
			{Name: "from_iterable", Sig: "($type, iterable, /)", Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily.", Fn: func(t *thread, a []value) (value, error) {
				it, err := object.Iter(t, a[1])
				if err != nil {
					return value{}, err
				}
				c := object.Alloc[chain](object.As[object.Type](a[0]), &chainType)
				c.src = it
				return object.Wrap(c), nil
			}},
			object.ClassGetItem,
		}})
	define(&dropwhileType, kind[filtered]{name: "dropwhile", sig: "(predicate, iterable, /)", doc: "Drop items from the iterable while predicate(item) is true.", init: filteredInit, next: dropwhileNext, visit: filteredVisit})
	define(&takewhileType, kind[filtered]{name: "takewhile", sig: "(predicate, iterable, /)", doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.", init: filteredInit, next: takewhileNext, visit: filteredVisit})
	define(&filterfalseType, kind[filtered]{name: "filterfalse", sig: "(function, iterable, /)", doc: "Return those items of iterable for which function(item) is false.", init: filteredInit, next: filterfalseNext, visit: filteredVisit})
	define(&starmapType, kind[filtered]{name: "starmap", sig: "(function, iterable, /)", doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.", init: filteredInit, next: starmapNext, visit: filteredVisit})
	define(&compressType, kind[compress]{name: "compress", sig: "(data, selectors)", doc: "Return data elements corresponding to true selector elements.", init: func(t *thread, c *compress, a []value) (err error) {
		if c.data, err = object.Iter(t, a[0]); err == nil {
			c.sel, err = object.Iter(t, a[1])
		}
		return err
	}, next: compressNext, visit: func(c *compress, visit func(value)) { visit(c.data); visit(c.sel) }})
	define(&accumulateType, kind[accumulate]{name: "accumulate", sig: "(iterable, func=None, *, initial=None)", doc: "Return series of accumulated sums.", init: func(t *thread, c *accumulate, a []value) (err error) {
		if a[1].O != nil && !a[1].IsNone() {
			c.fn = a[1]
		}
		if a[2].O != nil && !a[2].IsNone() {
			c.initial = a[2]
		}
		c.it, err = object.Iter(t, a[0])
		return err
	}, next: accumulateNext, visit: func(c *accumulate, visit func(value)) { visitAll(visit, []value{c.it, c.fn, c.total, c.initial}) }})
	define(&pairwiseType, kind[pairwise]{name: "pairwise", sig: "(iterable, /)", doc: "Return an iterator of overlapping pairs taken from the input iterator.", init: func(t *thread, p *pairwise, a []value) (err error) {
		p.it, err = object.Iter(t, a[0])
		return err
	}, next: pairwiseNext, visit: func(p *pairwise, visit func(value)) { visit(p.it); visit(p.old) }})
	define(&batchedType, kind[batched]{name: "batched", sig: "(iterable, n, *, strict=False)", doc: "Batch data into tuples of length n. The last batch may be shorter than n.", init: batchedInit, next: batchedNext,
		visit: func(b *batched, visit func(value)) { visit(b.it) }})
}
