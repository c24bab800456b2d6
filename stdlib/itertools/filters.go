package itertools

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Types of the iterators over one iterable.
var (
	accumulateType, batchedType, compressType, cycleType, dropWhileType class
	filterFalseType, pairwiseType, starMapType, takeWhileType           class
)

type accumulate struct {
	header
	it, fn, total, initial value
}

func accumulateNext(t *thread, v value) (value, error) {
	x := object.As[accumulate](v)
	if x.initial.O != nil {
		x.total, x.initial = x.initial, value{}
		return x.total, nil
	}
	y, err := object.Next(t, x.it)
	if err != nil || y.O == nil {
		return value{}, err
	}
	if x.total.O == nil {
		x.total = y
		return y, nil
	}
	if x.fn.O == nil {
		y, err = object.BinaryOp(t, x.total, y, object.OpAdd)
	} else {
		y, err = object.CallArgs(t, x.fn, x.total, y)
	}
	if err == nil {
		x.total = y
	}
	return y, err
}

type batched struct {
	header
	it     value
	n      int
	strict bool
}

func batchedNext(t *thread, v value) (value, error) {
	b := object.As[batched](v)
	if b.it.O == nil {
		return value{}, nil
	}
	items := make([]value, 0, min(b.n, 1024))
	for len(items) < b.n {
		x, err := object.Next(t, b.it)
		if err != nil {
			b.it = value{}
			return value{}, err
		}
		if x.O == nil {
			b.it = value{}
			break
		}
		items = append(items, x)
	}
	switch {
	case len(items) == 0:
		return value{}, nil
	case b.strict && len(items) < b.n:
		return value{}, object.ValueErrorf("batched(): incomplete batch")
	}
	return object.NewTupleOwned(items), nil
}

type pair struct {
	header
	a, b value
}

func pairRefs(x *pair, visit func(value)) { visit(x.a); visit(x.b) }

func makePair(t *thread, x *pair, a []value) error {
	x.a = a[0]
	return iter(t, &x.b, a[1])
}

func compressNext(t *thread, v value) (value, error) {
	c := object.As[pair](v)
	for {
		x, err := object.Next(t, c.a)
		if err != nil || x.O == nil {
			return value{}, err
		}
		s, err := object.Next(t, c.b)
		if err != nil || s.O == nil {
			return value{}, err
		}
		if ok, err := object.Truth(t, s); err != nil || ok {
			return x, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

type cycle struct {
	header
	it    value
	saved []value
	i     int
}

func cycleNext(t *thread, v value) (value, error) {
	c := object.As[cycle](v)
	if c.it.O != nil {
		x, err := object.Next(t, c.it)
		if err != nil {
			return value{}, err
		}
		if x.O != nil {
			c.saved = append(c.saved, x)
			return x, t.Charge(16)
		}
		c.it = value{}
	}
	if len(c.saved) == 0 {
		return value{}, nil
	}
	x := c.saved[c.i]
	if c.i++; c.i == len(c.saved) {
		c.i = 0
	}
	return x, nil
}

// holds applies predicate fn, None being the identity.
func holds(t *thread, fn, x value) (bool, error) {
	if !fn.IsNone() && fn != object.Wrap(&object.BoolType) {
		var err error
		if x, err = object.CallArgs(t, fn, x); err != nil {
			return false, err
		}
	}
	return object.Truth(t, x)
}

type whileIter struct {
	pair
	done bool
}

func whileRefs(x *whileIter, visit func(value)) { pairRefs(&x.pair, visit) }

func makeWhile(t *thread, x *whileIter, a []value) error { return makePair(t, &x.pair, a) }

func test(t *thread, fn, x value) (bool, error) {
	r, err := object.CallArgs(t, fn, x)
	if err != nil {
		return false, err
	}
	return object.Truth(t, r)
}

func dropWhileNext(t *thread, v value) (value, error) {
	d := object.As[whileIter](v)
	for {
		x, err := object.Next(t, d.b)
		if err != nil || x.O == nil || d.done {
			return x, err
		}
		ok, err := test(t, d.a, x)
		if err != nil {
			return value{}, err
		}
		if !ok {
			d.done = true
			return x, nil
		}
	}
}

func takeWhileNext(t *thread, v value) (value, error) {
	d := object.As[whileIter](v)
	if d.done {
		return value{}, nil
	}
	x, err := object.Next(t, d.b)
	if err != nil || x.O == nil {
		return value{}, err
	}
	ok, err := test(t, d.a, x)
	if err != nil {
		return value{}, err
	}
	if !ok {
		d.done = true
		return value{}, nil
	}
	return x, nil
}

func filterFalseNext(t *thread, v value) (value, error) {
	f := object.As[pair](v)
	for {
		x, err := object.Next(t, f.b)
		if err != nil || x.O == nil {
			return value{}, err
		}
		if ok, err := holds(t, f.a, x); err != nil || !ok {
			return x, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func pairwiseNext(t *thread, v value) (value, error) {
	p := object.As[pair](v)
	if p.a.O == nil {
		return value{}, nil
	}
	var err error
	if p.b.O == nil {
		if p.b, err = object.Next(t, p.a); err != nil || p.b.O == nil {
			p.a = value{}
			return value{}, err
		}
		if p.a.O == nil {
			return value{}, nil
		}
	}
	old := p.b
	x, err := object.Next(t, p.a)
	if err != nil || x.O == nil {
		p.a, p.b = value{}, value{}
		return value{}, err
	}
	p.b = x
	return object.NewTuple2(old, x), nil
}

func starMapNext(t *thread, v value) (value, error) {
	s := object.As[pair](v)
	x, err := object.Next(t, s.b)
	if err != nil || x.O == nil {
		return value{}, err
	}
	if x.O.Type == &object.TupleType {
		var buf [8]value
		return object.Call(t, s.a, append(buf[:0], object.As[object.Tuple](x).Items...), nil)
	}
	args, err := object.Items(t, x)
	if err != nil {
		return value{}, err
	}
	return object.Call(t, s.a, args, nil)
}

func init() {
	(&kind[accumulate]{tp: &accumulateType, plan: arg.Plan{Name: "accumulate", Sig: "(iterable, func=None, *, initial=None)"},
		doc: "Return series of accumulated sums (or other binary function results).",
		make: func(t *thread, x *accumulate, a []value) error {
			if given(a[1]) {
				x.fn = a[1]
			}
			if given(a[2]) {
				x.initial = a[2]
			}
			return iter(t, &x.it, a[0])
		},
		next: accumulateNext,
		refs: func(x *accumulate, visit func(value)) { all([]value{x.it, x.fn, x.total, x.initial}, visit) }}).define()
	(&kind[batched]{tp: &batchedType, plan: arg.Plan{Name: "batched", Sig: "(iterable, n, *, strict=False)"},
		doc: "Batch data into tuples of length n. The last batch may be shorter than n.",
		make: func(t *thread, x *batched, a []value) error {
			var err error
			if x.n, err = object.SsizeArg(t, a[1]); err != nil {
				return err
			}
			if x.n < 1 {
				return object.ValueErrorf("n must be at least one")
			}
			if x.strict, err = arg.Bool(t, a[2], false); err != nil {
				return err
			}
			return iter(t, &x.it, a[0])
		},
		next: batchedNext, refs: func(x *batched, visit func(value)) { visit(x.it) }}).define()
	(&kind[pair]{tp: &compressType, plan: arg.Plan{Name: "compress", Sig: "(data, selectors)"},
		doc: "Return data elements corresponding to true selector elements.",
		make: func(t *thread, x *pair, a []value) error {
			if err := iter(t, &x.a, a[0]); err != nil {
				return err
			}
			return iter(t, &x.b, a[1])
		}, next: compressNext, refs: pairRefs}).define()
	(&kind[cycle]{tp: &cycleType, plan: arg.Plan{Name: "cycle", Sig: "(iterable, /)"},
		doc:  "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
		make: func(t *thread, x *cycle, a []value) error { return iter(t, &x.it, a[0]) },
		next: cycleNext, refs: func(x *cycle, visit func(value)) { visit(x.it); all(x.saved, visit) }}).define()
	(&kind[whileIter]{tp: &dropWhileType, plan: arg.Plan{Name: "dropwhile", Sig: "(predicate, iterable, /)"},
		doc:  "Drop items from the iterable while predicate(item) is true.",
		make: makeWhile, next: dropWhileNext, refs: whileRefs}).define()
	(&kind[whileIter]{tp: &takeWhileType, plan: arg.Plan{Name: "takewhile", Sig: "(predicate, iterable, /)"},
		doc:  "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
		make: makeWhile, next: takeWhileNext, refs: whileRefs}).define()
	(&kind[pair]{tp: &filterFalseType, plan: arg.Plan{Name: "filterfalse", Sig: "(function, iterable, /)"},
		doc:  "Return those items of iterable for which function(item) is false.",
		make: makePair, next: filterFalseNext, refs: pairRefs}).define()
	(&kind[pair]{tp: &pairwiseType, plan: arg.Plan{Name: "pairwise", Sig: "(iterable, /)"},
		doc:  "Return an iterator of overlapping pairs taken from the input iterator.",
		make: func(t *thread, x *pair, a []value) error { return iter(t, &x.a, a[0]) }, next: pairwiseNext, refs: pairRefs}).define()
	(&kind[pair]{tp: &starMapType, plan: arg.Plan{Name: "starmap", Sig: "(function, iterable, /)"},
		doc:  "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
		make: makePair, next: starMapNext, refs: pairRefs}).define()
}
