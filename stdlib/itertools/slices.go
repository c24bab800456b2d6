package itertools

import (
	"math"

	"github.com/gopy-lang/gopy/object"
)

// islice, zip_longest, groupby, tee.

type islice struct {
	header
	it               value
	cnt, next, limit int // limit -1: none
	step             int
}

const (
	badStop  = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	badRange = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
)

// bound converts an index of islice; def stands for None.
func bound(t *thread, v value, def int, msg string) (int, error) {
	if v.IsNone() {
		return def, nil
	}
	i, err := object.IndexInt(t, v, &object.OverflowErrorType)
	if err != nil || i < 0 {
		return 0, object.ValueErrorf("%s", msg)
	}
	return i, nil
}

func isliceInit(t *thread, s *islice, a []value) (err error) {
	if len(a) < 2 {
		return object.TypeErrorf("islice expected at least 2 arguments, got %d", len(a))
	}
	if len(a) > 4 {
		return object.TypeErrorf("islice expected at most 4 arguments, got %d", len(a))
	}
	start, stop := object.None, a[1]
	s.step = 1
	if len(a) > 2 {
		start, stop = a[1], a[2]
	}
	if s.limit, err = bound(t, stop, -1, badStop); err != nil {
		return err
	}
	if s.next, err = bound(t, start, 0, badRange); err != nil {
		return err
	}
	if len(a) == 4 && !a[3].IsNone() {
		n, err := object.IndexInt(t, a[3], &object.OverflowErrorType)
		if err != nil || n < 1 {
			return object.ValueErrorf("Step for islice() must be a positive integer or None.")
		}
		s.step = n
	}
	s.it, err = object.Iter(t, a[0])
	return err
}

func isliceNext(t *thread, s *islice) (value, error) {
	if s.it.O == nil {
		return value{}, nil
	}
	for s.cnt < s.next {
		x, err := object.Next(t, s.it)
		if err != nil || x.O == nil {
			s.it = value{}
			return value{}, err
		}
		s.cnt++
		if s.cnt&255 == 0 {
			if err := t.Poll(256); err != nil {
				return value{}, err
			}
		}
		if s.limit >= 0 && s.cnt >= s.limit {
			break
		}
	}
	if s.limit >= 0 && s.cnt >= s.limit {
		s.it = value{}
		return value{}, nil
	}
	x, err := object.Next(t, s.it)
	if err != nil || x.O == nil {
		s.it = value{}
		return value{}, err
	}
	s.cnt++
	if s.next > math.MaxInt-s.step {
		s.next = math.MaxInt
	} else {
		s.next += s.step
	}
	if s.limit >= 0 && s.next > s.limit {
		s.next = s.limit
	}
	return x, nil
}

type zipLongest struct {
	header
	its  []value // missing: exhausted
	fill value
	live int
}

func zipLongestBind(t *thread, args, kw []value) ([]value, error) {
	npos := len(args) - len(kw)
	fill := object.None
	if len(kw) > 0 {
		if len(kw) > 1 || object.As[object.Str](kw[0]).String() != "fillvalue" {
			return nil, object.TypeErrorf("zip_longest() got an unexpected keyword argument")
		}
		fill = args[npos]
	}
	return append([]value{fill}, args[:npos]...), nil
}

func zipLongestNext(t *thread, z *zipLongest) (value, error) {
	if z.live == 0 {
		return value{}, nil
	}
	out := make([]value, len(z.its))
	for i, it := range z.its {
		if it.O == nil {
			out[i] = z.fill
			continue
		}
		x, err := object.Next(t, it)
		if err != nil {
			z.live = 0
			return value{}, err
		}
		if x.O == nil {
			z.its[i] = value{}
			if z.live--; z.live == 0 {
				return value{}, nil
			}
			x = z.fill
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

type groupby struct {
	header
	it, key           value
	tgt, curKey, curV value
	group             *grouper
}

type grouper struct {
	header
	parent *groupby
	tgt    value
}

// step takes the next item and its key.
func (g *groupby) step(t *thread) (bool, error) {
	x, err := object.Next(t, g.it)
	if err != nil || x.O == nil {
		return false, err
	}
	k := x
	if g.key.O != nil {
		if k, err = object.CallArgs(t, g.key, x); err != nil {
			return false, err
		}
	}
	g.curV, g.curKey = x, k
	return true, nil
}

func groupbyNext(t *thread, g *groupby) (value, error) {
	g.group = nil
	for {
		if g.curKey.O != nil {
			if g.tgt.O == nil {
				break
			}
			same, err := object.Equal(t, g.tgt, g.curKey)
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
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
	g.tgt = g.curKey
	g.group = &grouper{header{Type: &grouperType}, g, g.tgt}
	return object.NewTuple2(g.curKey, object.Wrap(g.group)), nil
}

func grouperNext(t *thread, gr *grouper) (value, error) {
	g := gr.parent
	if g == nil || g.group != gr {
		return value{}, nil
	}
	if g.curV.O == nil {
		if ok, err := g.step(t); err != nil || !ok {
			return value{}, err
		}
	}
	same, err := object.Equal(t, gr.tgt, g.curKey)
	if err != nil || !same {
		return value{}, err
	}
	x := g.curV
	g.curV = value{}
	return x, nil
}

// teeNode is one item of the list that the iterators of a tee share.
type teeNode struct {
	v    value
	next *teeNode
}

type teeSource struct {
	header
	it   value
	busy bool
}

type teeIter struct {
	header
	src *teeSource
	at  *teeNode // the node to read next; filled on demand
}

func (s *teeSource) fill(t *thread, n *teeNode) (bool, error) {
	if s.busy {
		return false, object.RuntimeErrorf("cannot re-enter the tee iterator")
	}
	s.busy = true
	x, err := object.Next(t, s.it)
	s.busy = false
	if err != nil || x.O == nil {
		return false, err
	}
	n.v, n.next = x, &teeNode{}
	return true, nil
}

func teeNext(t *thread, it *teeIter) (value, error) {
	n := it.at
	if n.next == nil {
		if ok, err := it.src.fill(t, n); err != nil || !ok {
			return value{}, err
		}
	}
	it.at = n.next
	return n.v, nil
}

func teeOf(t *thread, v value) (*teeIter, error) {
	it, err := object.Iter(t, v)
	if err != nil {
		return nil, err
	}
	if it.O.Type.Solid == &teeType {
		return object.As[teeIter](it).copy(), nil
	}
	return &teeIter{header{Type: &teeType}, &teeSource{header: header{Type: &teeDataType}, it: it}, &teeNode{}}, nil
}

func (it *teeIter) copy() *teeIter { return &teeIter{header{Type: &teeType}, it.src, it.at} }

func tee(t *thread, v, count value) (value, error) {
	n := 2
	if count.O != nil {
		var err error
		if n, err = object.IndexInt(t, count, &object.OverflowErrorType); err != nil {
			return value{}, err
		}
	}
	if n < 0 {
		return value{}, object.ValueErrorf("n must be >= 0")
	}
	if n == 0 {
		return object.EmptyTuple, nil
	}
	if err := t.Charge(64 * n); err != nil {
		return value{}, err
	}
	first, err := teeOf(t, v)
	if err != nil {
		return value{}, err
	}
	out := make([]value, n)
	for i := range out {
		if out[i] = object.Wrap(first); i > 0 {
			out[i] = object.Wrap(first.copy())
		}
	}
	return object.NewTupleOwned(out), nil
}

func init() {
	define(&isliceType, kind[islice]{name: "islice", doc: "Return an iterator whose next() method returns selected values from an iterable: islice(iterable, stop) or islice(iterable, start, stop[, step]).",
		bind: positional("islice"), init: isliceInit, next: isliceNext, visit: func(s *islice, visit func(value)) { visit(s.it) }})
	define(&zipLongestType, kind[zipLongest]{name: "zip_longest", sig: "(*iterables, fillvalue=None)", bind: zipLongestBind, next: zipLongestNext,
		doc: "Return a zip_longest object whose .__next__() method returns a tuple of the next items, with fillvalue for those that have ended.",
		init: func(t *thread, z *zipLongest, a []value) error {
			z.fill, z.its, z.live = a[0], make([]value, len(a)-1), len(a)-1
			for i, x := range a[1:] {
				it, err := object.Iter(t, x)
				if err != nil {
					return err
				}
				z.its[i] = it
			}
			return nil
		}, visit: func(z *zipLongest, visit func(value)) { visit(z.fill); visitAll(visit, z.its) }})
	define(&groupbyType, kind[groupby]{name: "groupby", sig: "(iterable, key=None)", doc: "Make an iterator that returns consecutive keys and groups from the iterable.",
		init: func(t *thread, g *groupby, a []value) (err error) {
			if a[1].O != nil && !a[1].IsNone() {
				g.key = a[1]
			}
			g.it, err = object.Iter(t, a[0])
			return err
		}, next: groupbyNext, visit: func(g *groupby, visit func(value)) {
			visitAll(visit, []value{g.it, g.key, g.tgt, g.curKey, g.curV})
		}})
	define(&grouperType, kind[grouper]{name: "_grouper", sig: "(parent, tgtkey, /)", init: func(t *thread, gr *grouper, a []value) error {
		if a[0].O.Type.Solid != &groupbyType {
			return object.TypeErrorf("_grouper() argument 1 must be itertools.groupby, not %s", a[0].O.Type.Name)
		}
		gr.parent, gr.tgt = object.As[groupby](a[0]), a[1]
		gr.parent.group = gr
		return nil
	}, next: grouperNext, visit: func(gr *grouper, visit func(value)) {
		visit(gr.tgt)
		if gr.parent != nil {
			visit(object.Wrap(gr.parent))
		}
	}})
	define(&teeType, kind[teeIter]{name: "_tee", sig: "(iterable, /)", doc: "Iterator wrapped to make it copyable.", init: func(t *thread, it *teeIter, a []value) error {
		x, err := teeOf(t, a[0])
		if err == nil {
			it.src, it.at = x.src, x.at
		}
		return err
	}, next: teeNext, visit: func(it *teeIter, visit func(value)) {
		if it.src != nil {
			visit(it.src.it)
		}
		for n := it.at; n != nil; n = n.next {
			visit(n.v)
		}
	}, methods: []object.Func{{Name: "__copy__", Sig: "($self, /)", Doc: "Returns an independent iterator.", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(object.As[teeIter](a[0]).copy()), nil
	}}}})
	teeDataType.Define(object.TypeSpec{Name: "_tee_dataobject", Module: "itertools", Flags: object.FlagNoNew})
}
