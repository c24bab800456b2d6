package itertools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Types of the other iterators.
var (
	chainType, countType, groupByType, groupType, isliceType class
	repeatType, zipLongestType, teeType                      class
)

// chain goes through the iterables that source yields.
type chain struct {
	header
	source, active value
}

func chainNext(t *thread, v value) (value, error) {
	c := object.As[chain](v)
	for c.source.O != nil {
		if c.active.O == nil {
			x, err := object.Next(t, c.source)
			if err != nil || x.O == nil {
				c.source = value{}
				return value{}, err
			}
			if c.active, err = object.Iter(t, x); err != nil {
				c.source = value{}
				return value{}, err
			}
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
	return value{}, nil
}

type count struct {
	header
	n, step value
}

func countNext(t *thread, v value) (value, error) {
	c := object.As[count](v)
	n := c.n
	if n.IsInt() && c.step.IsInt() {
		a, b := n.Int64(), c.step.Int64()
		if s := a + b; (s > a) == (b > 0) {
			c.n = object.Int(s)
			return n, nil
		}
	}
	next, err := object.BinaryOp(t, n, c.step, object.OpAdd)
	if err != nil {
		return value{}, err
	}
	c.n = next
	return n, nil
}

func isNumber(v value) bool {
	s := &v.O.Type.Slots
	return s.ToInt != nil || s.ToFloat != nil || s.Index != nil || v.Is(&object.ComplexType)
}

func makeCount(t *thread, x *count, a []value) error {
	x.n, x.step = object.Int(0), object.Int(1)
	for i, p := range []*value{&x.n, &x.step} {
		if a[i].O == nil {
			continue
		}
		if !isNumber(a[i]) {
			return object.TypeErrorf("a number is required")
		}
		*p = a[i]
	}
	return nil
}

func countRepr(t *thread, v value) (value, error) {
	c := object.As[count](v)
	n, err := object.Repr(t, c.n)
	if err != nil {
		return value{}, err
	}
	if c.step == object.Int(1) {
		return object.NewStrf("%s(%s)", v.O.Type.Name, n), nil
	}
	s, err := object.Repr(t, c.step)
	return object.NewStrf("%s(%s, %s)", v.O.Type.Name, n, s), err
}

type groupBy struct {
	header
	it, fn           value
	target, key, cur value
	id               int // of the group that may still read
}

type group struct {
	header
	of  *groupBy
	key value
	id  int
}

func (g *groupBy) step(t *thread) (bool, error) {
	x, err := object.Next(t, g.it)
	if err != nil || x.O == nil {
		return false, err
	}
	k := x
	if g.fn.O != nil {
		if k, err = object.CallArgs(t, g.fn, x); err != nil {
			return false, err
		}
	}
	g.cur, g.key = x, k
	return true, nil
}

func groupByNext(t *thread, v value) (value, error) {
	g := object.As[groupBy](v)
	g.id++
	for {
		if g.key.O != nil {
			if g.target.O == nil {
				break
			}
			same, err := object.Equal(t, g.target, g.key)
			if err != nil {
				return value{}, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.step(t); err != nil || !ok {
			return value{}, err
		}
	}
	g.target = g.key
	return object.NewTuple2(g.key, object.Wrap(&group{header{Type: &groupType}, g, g.target, g.id})), nil
}

func groupNext(t *thread, v value) (value, error) {
	x := object.As[group](v)
	g := x.of
	if g.id != x.id {
		return value{}, nil
	}
	if g.cur.O == nil {
		if ok, err := g.step(t); err != nil || !ok {
			return value{}, err
		}
	}
	same, err := object.Equal(t, x.key, g.key)
	if err != nil || !same {
		return value{}, err
	}
	r := g.cur
	g.cur = value{}
	return r, nil
}

type islice struct {
	header
	it               value
	next, stop, step int
	pos              int
}

const maxInt = int(^uint(0) >> 1)

func isliceNext(t *thread, v value) (value, error) {
	s := object.As[islice](v)
	if s.it.O == nil {
		return value{}, nil
	}
	for s.pos < s.next {
		x, err := object.Next(t, s.it)
		if err != nil || x.O == nil {
			s.it = value{}
			return value{}, err
		}
		s.pos++
	}
	if s.pos >= s.stop {
		s.it = value{}
		return value{}, nil
	}
	x, err := object.Next(t, s.it)
	if err != nil || x.O == nil {
		s.it = value{}
		return value{}, err
	}
	s.pos++
	if s.next += s.step; s.next < 0 || s.next > s.stop {
		s.next = s.stop
	}
	return x, nil
}

// bound reads an index argument; def stands for None.
func bound(t *thread, v value, def int) (int, bool) {
	if v.IsNone() {
		return def, true
	}
	n, err := object.IndexInt(t, v, &object.OverflowErrorType)
	return n, err == nil && n >= 0
}

func isliceNew(t *thread, tp *class, args, kw []value) (value, error) {
	if len(kw) > 0 && tp == &isliceType {
		return value{}, object.TypeErrorf("islice() takes no keyword arguments")
	}
	args = args[:len(args)-len(kw)]
	switch n := len(args); {
	case n < 2:
		return value{}, object.TypeErrorf("islice expected at least 2 arguments, got %d", n)
	case n > 4:
		return value{}, object.TypeErrorf("islice expected at most 4 arguments, got %d", n)
	}
	s := object.Alloc[islice](tp, &isliceType)
	s.step = 1
	ok := true
	if len(args) == 2 {
		if s.stop, ok = bound(t, args[1], maxInt); !ok {
			return value{}, object.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	} else {
		if s.stop, ok = bound(t, args[2], maxInt); !ok {
			if _, err := object.IndexInt(t, args[2], nil); err != nil {
				return value{}, object.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
			}
		}
		ok2 := true
		if s.next, ok2 = bound(t, args[1], 0); !ok || !ok2 {
			return value{}, object.ValueErrorf("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	}
	if len(args) == 4 {
		if s.step, ok = bound(t, args[3], 1); !ok || s.step < 1 {
			return value{}, object.ValueErrorf("Step for islice() must be a positive integer or None.")
		}
	}
	return object.Wrap(s), iter(t, &s.it, args[0])
}

type repeat struct {
	header
	x value
	n int // left; -1: for ever
}

func repeatRepr(t *thread, v value) (value, error) {
	r := object.As[repeat](v)
	s, err := object.Repr(t, r.x)
	if r.n < 0 {
		return object.NewStrf("%s(%s)", v.O.Type.Name, s), err
	}
	return object.NewStrf("%s(%s, %d)", v.O.Type.Name, s, r.n), err
}

type zipLongest struct {
	header
	its  []value // missing: exhausted
	fill value
	live int
}

func zipLongestNext(t *thread, v value) (value, error) {
	z := object.As[zipLongest](v)
	if z.live == 0 {
		return value{}, nil
	}
	out := make([]value, len(z.its))
	for i, it := range z.its {
		out[i] = z.fill
		if it.O == nil {
			continue
		}
		x, err := object.Next(t, it)
		if err != nil {
			z.live = 0
			return value{}, err
		}
		if x.O != nil {
			out[i] = x
			continue
		}
		z.its[i] = value{}
		if z.live--; z.live == 0 {
			return value{}, nil
		}
	}
	return object.NewTupleOwned(out), nil
}

// teeNode is an item of a stream shared by tees. it is set on the last node,
// which has no item yet.
type teeNode struct {
	x    value
	next *teeNode
	busy bool
}

type teeSource struct{ it value }

type teeIter struct {
	header
	src *teeSource
	at  *teeNode
}

func teeNext(t *thread, v value) (value, error) {
	x := object.As[teeIter](v)
	n := x.at
	if n.next == nil {
		if n.busy {
			return value{}, object.RuntimeErrorf("cannot re-enter the tee iterator")
		}
		n.busy = true
		y, err := object.Next(t, x.src.it)
		n.busy = false
		if err != nil || y.O == nil {
			return value{}, err
		}
		if n.next == nil {
			n.x, n.next = y, &teeNode{}
		}
	}
	x.at = n.next
	return n.x, nil
}

func newTee(t *thread, v value) (*teeIter, error) {
	it, err := object.Iter(t, v)
	if err != nil {
		return nil, err
	}
	if it.O.Type == &teeType {
		return object.As[teeIter](it).copy(), nil
	}
	return &teeIter{header{Type: &teeType}, &teeSource{it}, &teeNode{}}, nil
}

func (x *teeIter) copy() *teeIter { return &teeIter{header{Type: &teeType}, x.src, x.at} }

func tee(t *thread, a []value) (value, error) {
	n := 2
	if a[1].O != nil {
		var err error
		if n, err = object.SsizeArg(t, a[1]); err != nil {
			return value{}, err
		}
	}
	if n < 0 {
		return value{}, object.ValueErrorf("n must be >= 0")
	}
	if n == 0 {
		return object.NewTuple(), nil
	}
	if err := t.Charge(n * 48); err != nil {
		return value{}, err
	}
	first, err := newTee(t, a[0])
	if err != nil {
		return value{}, err
	}
	out := []value{object.Wrap(first)}
	for len(out) < n {
		out = append(out, object.Wrap(first.copy()))
	}
	return object.NewTupleOwned(out), nil
}

func init() {
	(&kind[chain]{tp: &chainType, plan: arg.Plan{Name: "chain", Sig: "(*iterables)"},
		doc:  "Return a chain object whose .__next__() method returns elements from the first iterable until it is exhausted, then elements from the next iterable, until all of the iterables are exhausted.",
		make: func(t *thread, x *chain, a []value) error { return iter(t, &x.source, a[0]) },
		next: chainNext, refs: func(x *chain, visit func(value)) { visit(x.source); visit(x.active) },
		more: func(s *object.TypeSpec) {
			s.ClassMethods = []object.Func{{Name: "from_iterable", Sig: "($type, iterable, /)", Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily.", Fn: func(t *thread, a []value) (value, error) {
				x := object.Alloc[chain](object.As[class](a[0]), &chainType)
				return object.Wrap(x), iter(t, &x.source, a[1])
			}}, object.ClassGetItem}
		}}).define()
	(&kind[count]{tp: &countType, plan: arg.Plan{Name: "count", Sig: "(start=0, step=1)"},
		doc:  "Return a count object whose .__next__() method returns consecutive values.",
		make: makeCount, next: countNext, refs: func(x *count, visit func(value)) { visit(x.n); visit(x.step) },
		more: func(s *object.TypeSpec) { s.Slots.Repr = countRepr }}).define()
	(&kind[groupBy]{tp: &groupByType, plan: arg.Plan{Name: "groupby", Sig: "(iterable, key=None)"},
		doc: "make an iterator that returns consecutive keys and groups from the iterable",
		make: func(t *thread, x *groupBy, a []value) error {
			if given(a[1]) {
				x.fn = a[1]
			}
			return iter(t, &x.it, a[0])
		}, next: groupByNext, refs: func(x *groupBy, visit func(value)) {
			all([]value{x.it, x.fn, x.target, x.key, x.cur}, visit)
		}}).define()
	groupType.Define(object.TypeSpec{Name: "_grouper", Module: "itertools", Flags: object.FlagNoNew, Slots: object.Slots{
		Iter: object.SelfIter, Next: groupNext, Traverse: func(v value, visit func(value)) {
			visit(object.Wrap(object.As[group](v).of))
			visit(object.As[group](v).key)
		}}})
	isliceType.Define(object.TypeSpec{Name: "islice", Module: "itertools", Flags: object.FlagBase, Size: unsafe.Sizeof(islice{}),
		Doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an iterable.",
		Slots: object.Slots{Iter: object.SelfIter, Next: isliceNext, New: isliceNew, Traverse: func(v value, visit func(value)) {
			if it := object.As[islice](v).it; it.O != nil {
				visit(it)
			}
		}}})
	(&kind[repeat]{tp: &repeatType, plan: arg.Plan{Name: "repeat", Sig: "(object, times=<unrepresentable>)"},
		doc: "create an iterator which returns the object for the specified number of times. If not specified, returns the object endlessly.",
		make: func(t *thread, x *repeat, a []value) error {
			x.x, x.n = a[0], -1
			if a[1].O != nil {
				n, err := object.SsizeArg(t, a[1])
				x.n = max(n, 0)
				return err
			}
			return nil
		}, next: func(t *thread, v value) (value, error) {
			r := object.As[repeat](v)
			if r.n == 0 {
				return value{}, nil
			}
			if r.n > 0 {
				r.n--
			}
			return r.x, nil
		}, refs: func(x *repeat, visit func(value)) { visit(x.x) },
		more: func(s *object.TypeSpec) {
			s.Sig, s.Slots.Repr = "", repeatRepr
			s.Methods = []object.Func{{Name: "__length_hint__", Sig: "($self, /)", Doc: "Private method returning an estimate of len(list(it)).", Fn: func(t *thread, a []value) (value, error) {
				if n := object.As[repeat](a[0]).n; n >= 0 {
					return object.IntOf(n), nil
				}
				return value{}, object.TypeErrorf("len() of unsized object")
			}}}
		}}).define()
	(&kind[zipLongest]{tp: &zipLongestType, plan: arg.Plan{Name: "zip_longest", Sig: "(*iterables, fillvalue=None)"},
		doc: "Return a zip_longest object whose .__next__() method returns a tuple of the next items; when shorter iterables are exhausted, the fillvalue is substituted in their place.",
		make: func(t *thread, x *zipLongest, a []value) error {
			x.fill = object.None
			if a[1].O != nil {
				x.fill = a[1]
			}
			for _, v := range object.As[object.Tuple](a[0]).Items {
				it, err := object.Iter(t, v)
				if err != nil {
					return err
				}
				x.its = append(x.its, it)
			}
			x.live = len(x.its)
			return nil
		}, next: zipLongestNext, refs: func(x *zipLongest, visit func(value)) { all(x.its, visit); visit(x.fill) }}).define()
	teeType.Define(object.TypeSpec{Name: "_tee", Module: "itertools", Sig: "(iterable, /)", Doc: "Iterator wrapped to make it copyable.", Slots: object.Slots{
		Iter: object.SelfIter, Next: teeNext, Traverse: func(v value, visit func(value)) { visit(object.As[teeIter](v).src.it) },
		New: func(t *thread, tp *class, args, kw []value) (value, error) {
			if len(args) != 1 {
				return value{}, object.TypeErrorf("_tee expected 1 argument, got %d", len(args))
			}
			x, err := newTee(t, args[0])
			return object.Wrap(x), err
		}}, Methods: []object.Func{{Name: "__copy__", Sig: "($self, /)", Doc: "Returns an independent iterator.", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(object.As[teeIter](a[0]).copy()), nil
	}}}})
}
