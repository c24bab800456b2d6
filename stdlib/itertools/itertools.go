// Package itertools implements the itertools module (library reference,
// "itertools"): iterators for loops that combine, select and count.
package itertools

import (
	"fmt"
	"strings"
	"sync"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// iter is the state of every iterator of this module; which fields count is
// said by the class that uses them.
type iter struct {
	object.Header
	src, fn, last value   // source iterator, function, remembered item
	its, pool     []value // source iterators; items to choose from
	idx, cyc      []int   // chosen positions; permutations' cycles
	n, step, stop int
	state         phase
	flag          bool
}

// phase says where an iterator is in its life.
type phase uint8

const (
	fresh phase = iota
	running
	done
)

// class declares one iterator class.
type class struct {
	tp        *object.Type
	name, sig string
	doc       string
	make      func(t *thread, it *iter, a []value) error
	next      func(t *thread, it *iter) (value, error)
	more      object.Slots // further slots
	methods   []object.Func
	classMeth []object.Func
}

func (c *class) define() {
	tp := c.tp
	plan := sync.OnceValue(func() *object.Plan { return object.ParsePlan(c.sig) })
	s := c.more
	s.Iter, s.Traverse = object.SelfIter, traverse
	s.Next = func(t *thread, v value) (value, error) {
		it := object.As[iter](v)
		if it.state == done {
			return value{}, nil
		}
		x, err := c.next(t, it)
		if err == nil && x.O == nil {
			it.state = done
			it.src, it.last, it.its, it.pool = value{}, value{}, nil, nil
		}
		return x, err
	}
	plain := strings.HasSuffix(c.sig, "/)") || c.sig == "(*iterables)"
	s.New = func(t *thread, sub *object.Type, args, kw []value) (value, error) {
		if plain && len(kw) > 0 && sub.OwnInit(t) {
			args, kw = args[:len(args)-len(kw)], nil
		}
		a, err := object.BindNew(plan(), c.name, args, kw)
		if err != nil {
			return value{}, err
		}
		it := object.Alloc[iter](sub, tp)
		if err := c.make(t, it, a); err != nil {
			return value{}, err
		}
		return object.Wrap(it), nil
	}
	tp.Define(object.TypeSpec{
		Name: c.name, Module: "itertools", Sig: c.sig, Doc: c.doc, Flags: object.FlagBase,
		Size: unsafe.Sizeof(iter{}), Slots: s, Methods: c.methods, ClassMethods: c.classMeth,
	})
}

func traverse(v value, visit func(value)) {
	it := object.As[iter](v)
	for _, x := range [...]value{it.src, it.fn, it.last} {
		if x.O != nil {
			visit(x)
		}
	}
	for _, x := range it.its {
		if x.O != nil {
			visit(x)
		}
	}
	for _, x := range it.pool {
		visit(x)
	}
}

// next takes an item of src; the zero Value is its end, however it was told.
func next(t *thread, src value) (value, error) {
	if src.O == nil { // a source that asked its iterator has used it up
		return value{}, nil
	}
	x, err := object.Next(t, src)
	if err != nil && object.IsExc(err, &object.StopIterationType) {
		return value{}, nil
	}
	return x, err
}

// fromIterable makes the first argument's iterator the source.
func fromIterable(t *thread, it *iter, a []value) (err error) {
	it.src, err = object.Iter(t, a[0])
	return err
}

// fromFunction takes a function and the source's iterable.
func fromFunction(t *thread, it *iter, a []value) (err error) {
	it.fn = a[0]
	it.src, err = object.Iter(t, a[1])
	return err
}

// items lists the items of an iterable.
func items(t *thread, v value) ([]value, error) {
	if v.O.Type == &object.TupleType {
		return object.As[object.Tuple](v).Items, nil
	}
	src, err := object.Iter(t, v)
	if err != nil {
		return nil, err
	}
	var out []value
	for {
		x, err := next(t, src)
		if err != nil || x.O == nil {
			return out, err
		}
		out = append(out, x)
		if len(out)&1023 == 0 {
			if err := t.Charge(16 << 10); err != nil {
				return nil, err
			}
			if err := t.Poll(1); err != nil {
				return nil, err
			}
		}
	}
}

func given(v value) bool { return v.O != nil && !v.IsNone() }

// count: n and step while the numbers are small ints (flag), then last and fn.

func countMake(_ *thread, it *iter, a []value) error {
	start, step := object.IntOf(0), object.IntOf(1)
	if a[0].O != nil {
		start = a[0]
	}
	if a[1].O != nil {
		step = a[1]
	}
	for _, x := range [...]value{start, step} {
		if s := &x.O.Type.Slots; !x.IsInt() && s.Index == nil && s.ToFloat == nil && s.ToInt == nil && s.Binary[object.OpAdd] == nil {
			return object.TypeErrorf("a number is required")
		}
	}
	it.last, it.fn = start, step
	if n := int64(1) << 62; start.IsInt() && step.IsInt() && start.Int64() < n && start.Int64() > -n && step.Int64() < n && step.Int64() > -n {
		it.flag, it.n, it.step = true, int(start.Int64()), int(step.Int64())
	}
	return nil
}

func countNext(t *thread, it *iter) (value, error) {
	if it.flag {
		r := object.IntOf(it.n)
		if n := it.n + it.step; n < 1<<62 && n > -1<<62 {
			it.n = n
			return r, nil
		}
		it.flag, it.last = false, r
	}
	r := it.last
	sum, err := object.BinaryOp(t, r, it.fn, object.OpAdd)
	if err != nil {
		return value{}, err
	}
	it.last = sum
	return r, nil
}

func countRepr(t *thread, v value) (value, error) {
	it := object.As[iter](v)
	cur := it.last
	if it.flag {
		cur = object.IntOf(it.n)
	}
	if it.fn.IsInt() && it.fn.Int64() == 1 {
		return format(t, v.O.Type.Name+"(%s)", cur)
	}
	return format(t, v.O.Type.Name+"(%s, %s)", cur, it.fn)
}

// repeat: fn is the object, n what is left, negative for ever.

func repeatMake(t *thread, it *iter, a []value) (err error) {
	it.fn, it.n = a[0], -1
	if a[1].O != nil {
		if it.n, err = object.SsizeArg(t, a[1]); err == nil && it.n < 0 {
			it.n = 0
		}
	}
	return err
}

func repeatNext(_ *thread, it *iter) (value, error) {
	if it.n == 0 {
		return value{}, nil
	}
	if it.n > 0 {
		it.n--
	}
	return it.fn, nil
}

func repeatRepr(t *thread, v value) (value, error) {
	it := object.As[iter](v)
	if it.n < 0 {
		return format(t, v.O.Type.Name+"(%s)", it.fn)
	}
	return format(t, v.O.Type.Name+"(%s, %s)", it.fn, object.IntOf(it.n))
}

func repeatHint(_ *thread, a []value) (value, error) {
	it := object.As[iter](a[0])
	if it.n < 0 {
		return value{}, object.TypeErrorf("len() of unsized object")
	}
	return object.IntOf(it.n), nil
}

// cycle: pool holds what the source gave; n is the position once it has ended.

func cycleNext(t *thread, it *iter) (value, error) {
	if it.src.O != nil {
		x, err := next(t, it.src)
		if err != nil {
			return value{}, err
		}
		if x.O != nil {
			it.pool = append(it.pool, x)
			return x, t.Charge(16)
		}
		it.src = value{}
	}
	if len(it.pool) == 0 {
		return value{}, nil
	}
	x := it.pool[it.n]
	if it.n++; it.n == len(it.pool) {
		it.n = 0
	}
	return x, nil
}

// accumulate: last is the total, pool[0] the initial value before its use.

func accumulateMake(t *thread, it *iter, a []value) error {
	if given(a[1]) {
		it.fn = a[1]
	}
	if given(a[2]) {
		it.pool = []value{a[2]}
	}
	return fromIterable(t, it, a)
}

func accumulateNext(t *thread, it *iter) (value, error) {
	if len(it.pool) > 0 {
		it.last, it.pool = it.pool[0], nil
		return it.last, nil
	}
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return value{}, err
	}
	if it.last.O == nil {
		it.last = x
		return x, nil
	}
	var sum value
	if it.fn.O == nil {
		sum, err = object.BinaryOp(t, it.last, x, object.OpAdd)
	} else {
		sum, err = object.CallArgs(t, it.fn, it.last, x)
	}
	if err != nil {
		return value{}, err
	}
	it.last = sum
	return sum, nil
}

// chain: src gives iterables, last is the iterator at work.

func chainMake(_ *thread, it *iter, a []value) error {
	it.its = object.As[object.Tuple](a[0]).Items
	return nil
}

func chainNext(t *thread, it *iter) (value, error) {
	for {
		if it.last.O == nil {
			var iterable value
			var err error
			switch {
			case it.src.O != nil:
				if iterable, err = next(t, it.src); err != nil || iterable.O == nil {
					return value{}, err
				}
			case it.n < len(it.its):
				iterable = it.its[it.n]
				it.n++
			default:
				return value{}, nil
			}
			if it.last, err = object.Iter(t, iterable); err != nil {
				it.last, it.state = value{}, done
				return value{}, err
			}
		}
		x, err := next(t, it.last)
		if err != nil || x.O != nil {
			return x, err
		}
		it.last = value{}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func chainFromIterable(t *thread, a []value) (value, error) {
	it := object.Alloc[iter](object.As[object.Type](a[0]), &chainType)
	src, err := object.Iter(t, a[1])
	it.src = src
	return object.Wrap(it), err
}

func filterfalseMake(t *thread, it *iter, a []value) error {
	it.flag = true
	return fromFunction(t, it, a)
}

func compressMake(t *thread, it *iter, a []value) (err error) {
	if it.src, err = object.Iter(t, a[0]); err == nil {
		it.fn, err = object.Iter(t, a[1])
	}
	return err
}

func compressNext(t *thread, it *iter) (value, error) {
	for {
		x, err := next(t, it.src)
		if err != nil || x.O == nil {
			return value{}, err
		}
		sel, err := next(t, it.fn)
		if err != nil || sel.O == nil {
			return value{}, err
		}
		ok, err := object.Truth(t, sel)
		if err != nil || ok {
			return x, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

// selectNext returns the next item whose predicate is false. filterfalse takes
// None and bool for the truth of the item itself.
func selectNext(t *thread, it *iter) (value, error) {
	plain := it.flag && (it.fn.IsNone() || it.fn == object.Wrap(&object.BoolType))
	for {
		x, err := next(t, it.src)
		if err != nil || x.O == nil {
			return value{}, err
		}
		r := x
		if !plain {
			if r, err = object.CallArgs(t, it.fn, x); err != nil {
				return value{}, err
			}
		}
		ok, err := object.Truth(t, r)
		if err != nil || !ok {
			return x, err
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func dropwhileNext(t *thread, it *iter) (value, error) {
	if it.state == running {
		return next(t, it.src)
	}
	x, err := selectNext(t, it)
	if err == nil {
		it.state = running
	}
	return x, err
}

func takewhileNext(t *thread, it *iter) (value, error) {
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return value{}, err
	}
	r, err := object.CallArgs(t, it.fn, x)
	if err != nil {
		return value{}, err
	}
	ok, err := object.Truth(t, r)
	if err != nil || !ok {
		return value{}, err
	}
	return x, nil
}

func starmapNext(t *thread, it *iter) (value, error) {
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return value{}, err
	}
	args, err := items(t, x)
	if err != nil {
		return value{}, err
	}
	return object.Call(t, it.fn, args, nil)
}

func pairwiseNext(t *thread, it *iter) (value, error) {
	last := it.last // the source may ask this iterator itself for a pair
	if last.O == nil {
		x, err := next(t, it.src)
		if err != nil || x.O == nil {
			return value{}, err
		}
		last, it.last = x, x
	}
	x, err := next(t, it.src)
	if err != nil || x.O == nil {
		return value{}, err
	}
	pair := object.NewTuple2(last, x)
	it.last = x
	return pair, nil
}

func batchedMake(t *thread, it *iter, a []value) (err error) {
	if it.n, err = object.SsizeArg(t, a[1]); err != nil {
		return err
	}
	if it.n < 1 {
		return object.ValueErrorf("n must be at least one")
	}
	if a[2].O != nil {
		if it.flag, err = object.Truth(t, a[2]); err != nil {
			return err
		}
	}
	return fromIterable(t, it, a)
}

func batchedNext(t *thread, it *iter) (value, error) {
	var out []value
	for len(out) < it.n {
		x, err := next(t, it.src)
		if err != nil {
			return value{}, err
		}
		if x.O == nil {
			break
		}
		out = append(out, x)
		if len(out)&1023 == 0 {
			if err := t.Charge(16 << 10); err != nil {
				return value{}, err
			}
		}
	}
	if len(out) == 0 {
		return value{}, nil
	}
	if len(out) < it.n && it.flag {
		it.state = done
		return value{}, object.ValueErrorf("batched(): incomplete batch")
	}
	return object.NewTupleOwned(out), nil
}

func zipLongestMake(t *thread, it *iter, a []value) error {
	args := object.As[object.Tuple](a[0]).Items
	it.last = object.None
	if a[1].O != nil {
		it.last = a[1]
	}
	it.its = make([]value, len(args))
	for i, x := range args {
		var err error
		if it.its[i], err = object.Iter(t, x); err != nil {
			return err
		}
	}
	it.n = len(args)
	return nil
}

func zipLongestNext(t *thread, it *iter) (value, error) {
	if it.n == 0 {
		return value{}, nil
	}
	out := make([]value, len(it.its))
	for i, src := range it.its {
		out[i] = it.last
		if src.O == nil {
			continue
		}
		x, err := next(t, src)
		switch {
		case err != nil:
			it.n = 0
			return value{}, err
		case x.O != nil:
			out[i] = x
		default:
			it.its[i] = value{}
			if it.n--; it.n == 0 {
				return value{}, nil
			}
		}
	}
	return object.NewTupleOwned(out), nil
}

func format(t *thread, layout string, args ...value) (value, error) {
	out := make([]any, len(args))
	for i, a := range args {
		s, err := object.Repr(t, a)
		if err != nil {
			return value{}, err
		}
		out[i] = s
	}
	return object.NewStr(fmt.Sprintf(layout, out...)), nil
}
