package itertools

import (
	"math"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// islice: idx[0] counts the items taken from src, n is the next to give.

func isliceMake(t *thread, it *iter, a []value) (err error) {
	args := a[1:]
	n := 0
	for n < 3 && args[n].O != nil {
		n++
	}
	limit := func(v value, def int, text string) int {
		if err != nil || !given(v) {
			return def
		}
		k := 0
		if k, err = object.IndexInt(t, v, nil); err != nil || k < 0 {
			err = object.ValueErrorf("%s", text)
		}
		return k
	}
	const bounds = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	it.stop, it.step = math.MaxInt, 1
	if n == 1 {
		it.stop = limit(args[0], math.MaxInt, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	} else {
		it.n = limit(args[0], 0, bounds)
		it.stop = limit(args[1], math.MaxInt, bounds)
		it.step = limit(args[2], 1, "Step for islice() must be a positive integer or None.")
		if err == nil && it.step < 1 {
			return object.ValueErrorf("Step for islice() must be a positive integer or None.")
		}
	}
	if err != nil {
		return err
	}
	it.idx = make([]int, 1)
	return fromIterable(t, it, a)
}

func isliceNext(t *thread, it *iter) (value, error) {
	for ; it.idx[0] < it.n; it.idx[0]++ {
		x, err := next(t, it.src)
		if err != nil || x.O == nil {
			return value{}, err
		}
		if it.idx[0]&255 == 255 {
			if err := t.Poll(1); err != nil {
				return value{}, err
			}
		}
	}
	if it.idx[0] >= it.stop {
		return value{}, nil
	}
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return value{}, err
	}
	it.idx[0]++
	if it.n > math.MaxInt-it.step || it.n+it.step > it.stop {
		it.n = it.stop
	} else {
		it.n += it.step
	}
	return x, nil
}

// groupBy: last is the item at hand, its[0] its key, its[1] the key of the
// group that was given out last; n numbers the groups.

func groupbyMake(t *thread, it *iter, a []value) error {
	it.fn = object.None
	if a[1].O != nil {
		it.fn = a[1]
	}
	it.its = make([]value, 2)
	return fromIterable(t, it, a)
}

// step takes the next item and its key. ok is false at the end.
func (it *iter) stepGroup(t *thread) (ok bool, err error) {
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return false, err
	}
	key := x
	if !it.fn.IsNone() {
		if key, err = object.CallArgs(t, it.fn, x); err != nil {
			return false, err
		}
	}
	it.last, it.its[0] = x, key
	return true, nil
}

func groupbyNext(t *thread, it *iter) (value, error) {
	for {
		if it.its[0].O != nil {
			if it.its[1].O == nil {
				break
			}
			same, err := object.Equal(t, it.its[1], it.its[0])
			if err != nil {
				return value{}, err
			}
			if !same {
				break
			}
		}
		if ok, err := it.stepGroup(t); err != nil || !ok {
			return value{}, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
	it.its[1] = it.its[0]
	it.n++
	g := object.Alloc[group](&groupType, &groupType)
	g.parent, g.key, g.n = it, it.its[0], it.n
	return object.NewTuple2(it.its[0], object.Wrap(g)), nil
}

var groupType object.Type

// group is the iterator over one group of a groupby.
type group struct {
	object.Header
	parent *iter
	key    value
	n      int
}

func groupNext(t *thread, v value) (value, error) {
	g := object.As[group](v)
	it := g.parent
	if it.n != g.n || it.its == nil {
		return value{}, nil
	}
	if it.last.O == nil {
		if ok, err := it.stepGroup(t); err != nil || !ok {
			return value{}, err
		}
	}
	same, err := object.Equal(t, g.key, it.its[0])
	if err != nil || !same || it.its == nil {
		return value{}, err
	}
	x := it.last
	it.last, it.its[0] = value{}, value{}
	return x, nil
}

// link is one item that the iterators of a tee share; it is read from the
// source by the first that needs it.
type link struct {
	x    value
	next *link
}

type source struct {
	it   value
	busy bool
}

var teeType object.Type

// tee is one of the iterators made by tee().
type tee struct {
	object.Header
	src *source
	at  *link
}

func teeNext(t *thread, v value) (value, error) {
	e := object.As[tee](v)
	l := e.at
	if l.next == nil {
		if e.src.busy {
			return value{}, object.RuntimeErrorf("cannot re-enter the tee iterator")
		}
		e.src.busy = true
		x, err := next(t, e.src.it)
		e.src.busy = false
		if err != nil || x.O == nil {
			return value{}, err
		}
		l.x, l.next = x, new(link)
	}
	e.at = l.next
	return l.x, nil
}

func newTee(src *source, at *link) value {
	e := object.Alloc[tee](&teeType, &teeType)
	e.src, e.at = src, at
	return object.Wrap(e)
}

// teeOf makes a tee iterator over iterable; a tee shares its items.
func teeOf(t *thread, iterable value) (value, error) {
	it, err := object.Iter(t, iterable)
	if err != nil {
		return value{}, err
	}
	if it.O.Type == &teeType {
		e := object.As[tee](it)
		return newTee(e.src, e.at), nil
	}
	return newTee(&source{it: it}, new(link)), nil
}

// teeCall is tee(iterable, n=2, /).
func teeCall(t *thread, a []value) (value, error) {
	n := 2
	iterable := a[0]
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
	if err := t.Charge(64 * n); err != nil {
		return value{}, err
	}
	first, err := teeOf(t, iterable)
	if err != nil {
		return value{}, err
	}
	out := make([]value, n)
	e := object.As[tee](first)
	for i := range out {
		out[i] = newTee(e.src, e.at)
	}
	return object.NewTupleOwned(out), nil
}

var teePlan = object.ParsePlan("(iterable, /)")

func init() {
	groupType.Define(object.TypeSpec{
		Name: "_grouper", Module: "itertools", Flags: object.FlagNoNew, Size: unsafe.Sizeof(group{}),
		Slots: object.Slots{Iter: object.SelfIter, Next: groupNext, Traverse: func(v value, visit func(value)) {
			g := object.As[group](v)
			visit(object.Wrap(g.parent))
			visit(g.key)
		}},
	})
	teeType.Define(object.TypeSpec{
		Name: "_tee", Module: "itertools", Sig: "(iterable, /)", Flags: object.FlagWeakref, Size: unsafe.Sizeof(tee{}),
		Doc: "Iterator that shares the items of its source with its copies.",
		Slots: object.Slots{Iter: object.SelfIter, Next: teeNext,
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				a, err := object.BindNew(teePlan, "_tee", args, kw)
				if err != nil {
					return value{}, err
				}
				return teeOf(t, a[0])
			},
			Traverse: func(v value, visit func(value)) {
				e := object.As[tee](v)
				visit(e.src.it)
				for l := e.at; l != nil && l.next != nil; l = l.next {
					visit(l.x)
				}
			}},
		Methods: []object.Func{{Name: "__copy__", Sig: "($self, /)", Doc: "Return an independent iterator.", Fn: func(_ *thread, a []value) (value, error) {
			e := object.As[tee](a[0])
			return newTee(e.src, e.at), nil
		}}},
	})
}
