// Package heapq implements the heapq module (library reference, "heapq").
package heapq

import (
	_ "embed"
	"strings"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	list   = object.List
)

//go:embed heapq.py
var source string

// Core declares _heapq.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_heapq", Doc: "Heap queue algorithm (a.k.a. priority queue).", Funcs: rows}
}

// Module declares heapq.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "heapq", Doc: "Heap queue algorithm (a.k.a. priority queue).", Funcs: rows, Source: source}
}

// less orders heap items; max heaps swap the operands.
func less(t *thread, a, b value, max bool) (bool, error) {
	if max {
		a, b = b, a
	}
	switch {
	case a.IsInt() && b.IsInt():
		return a.Int64() < b.Int64(), nil
	case a.IsFloat() && b.IsFloat():
		return a.Float64() < b.Float64(), nil
	}
	return object.Compare(t, a, b, object.CmpLT)
}

func errChanged() error { return object.RuntimeErrorf("list changed size during iteration") }

// siftUp moves the item at pos towards the root, not above start.
func siftUp(t *thread, l *list, start, pos int, max bool) error {
	n := l.Len()
	x := l.At(pos)
	for pos > start {
		up := (pos - 1) / 2
		p := l.At(up)
		lt, err := less(t, x, p, max)
		if err != nil {
			return err
		}
		if l.Len() != n {
			return errChanged()
		}
		if !lt {
			break
		}
		l.SetAt(up, x)
		l.SetAt(pos, p)
		pos = up
	}
	return nil
}

// siftDown moves the item at pos to a leaf along the smaller children, then up
// to its place.
func siftDown(t *thread, l *list, pos int, max bool) error {
	n, start := l.Len(), pos
	x := l.At(pos)
	for 2*pos+1 < n {
		c := 2*pos + 1
		if c+1 < n {
			lt, err := less(t, l.At(c), l.At(c+1), max)
			if err != nil {
				return err
			}
			if l.Len() != n {
				return errChanged()
			}
			if !lt {
				c++
			}
		}
		y := l.At(c)
		l.SetAt(c, x)
		l.SetAt(pos, y)
		pos = c
	}
	return siftUp(t, l, start, pos, max)
}

func heapOf(v value, fn string) (*list, error) {
	if v.O.Type.Solid != &object.ListType {
		which := "argument 1"
		if strings.HasPrefix(fn, "heapify") || strings.HasPrefix(fn, "heappop") {
			which = "argument"
		}
		return nil, object.TypeErrorf("%s() %s must be list, not %s", fn, which, v.O.Type.MsgName())
	}
	return object.As[list](v), nil
}

func push(fn string, max bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		l, err := heapOf(a[0], fn)
		if err != nil {
			return value{}, err
		}
		l.Append(a[1])
		return object.None, siftUp(t, l, 0, l.Len()-1, max)
	}
}

func pop(fn string, max bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		l, err := heapOf(a[0], fn)
		if err != nil {
			return value{}, err
		}
		n := l.Len()
		if n == 0 {
			return value{}, object.IndexErrorf("index out of range")
		}
		last := l.At(n - 1)
		l.Remove(n-1, n)
		if n == 1 {
			return last, nil
		}
		top := l.At(0)
		l.SetAt(0, last)
		return top, siftDown(t, l, 0, max)
	}
}

func replace(fn string, max bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		l, err := heapOf(a[0], fn)
		if err != nil {
			return value{}, err
		}
		if l.Len() == 0 {
			return value{}, object.IndexErrorf("index out of range")
		}
		top := l.At(0)
		l.SetAt(0, a[1])
		return top, siftDown(t, l, 0, max)
	}
}

func pushPop(fn string, max bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		l, err := heapOf(a[0], fn)
		if err != nil {
			return value{}, err
		}
		if l.Len() == 0 {
			return a[1], nil
		}
		top := l.At(0)
		lt, err := less(t, top, a[1], max)
		if err != nil || !lt {
			return a[1], err
		}
		if l.Len() == 0 {
			return value{}, object.IndexErrorf("index out of range")
		}
		top = l.At(0)
		l.SetAt(0, a[1])
		return top, siftDown(t, l, 0, max)
	}
}

func heapify(fn string, max bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		l, err := heapOf(a[0], fn)
		if err != nil {
			return value{}, err
		}
		for i := l.Len()/2 - 1; i >= 0; i-- {
			if err := siftDown(t, l, i, max); err != nil {
				return value{}, err
			}
			if i&0xfff == 0 {
				if err := t.Poll(0x1000); err != nil {
					return value{}, err
				}
			}
		}
		return object.None, nil
	}
}

var rows = []object.Func{
	{Name: "heappush", Sig: "(heap, item, /)", Doc: "Push item onto heap, maintaining the heap invariant.", Fn: push("heappush", false)},
	{Name: "heappop", Sig: "(heap, /)", Doc: "Pop the smallest item off the heap, maintaining the heap invariant.", Fn: pop("heappop", false)},
	{Name: "heapify", Sig: "(heap, /)", Doc: "Transform list into a heap, in-place, in O(len(heap)) time.", Fn: heapify("heapify", false)},
	{Name: "heapreplace", Sig: "(heap, item, /)", Doc: "Pop and return the smallest value, then push item.", Fn: replace("heapreplace", false)},
	{Name: "heappushpop", Sig: "(heap, item, /)", Doc: "Push item on the heap, then pop and return the smallest item.", Fn: pushPop("heappushpop", false)},
	{Name: "heappush_max", Sig: "(heap, item, /)", Doc: "Push item onto max heap, maintaining the heap invariant.", Fn: push("heappush_max", true)},
	{Name: "heappop_max", Sig: "(heap, /)", Doc: "Maxheap variant of heappop.", Fn: pop("heappop_max", true)},
	{Name: "heapify_max", Sig: "(heap, /)", Doc: "Maxheap variant of heapify.", Fn: heapify("heapify_max", true)},
	{Name: "heapreplace_max", Sig: "(heap, item, /)", Doc: "Maxheap variant of heapreplace.", Fn: replace("heapreplace_max", true)},
	{Name: "heappushpop_max", Sig: "(heap, item, /)", Doc: "Maxheap variant of heappushpop.", Fn: pushPop("heappushpop_max", true)},
	{Name: "_select", Sig: "(n, iterable, key, largest, /)", Fn: selectN},
}

// ranked is an item of nsmallest with what it is ordered by.
type ranked struct {
	key, item value
	seq       int
}

// selectN is nlargest and nsmallest: a heap of the best n so far, whose root is
// the worst of them. Equal items keep their order.
func selectN(t *thread, a []value) (value, error) {
	n, err := object.IndexInt(t, a[0], nil)
	if err != nil {
		return value{}, err
	}
	largest := a[3] == object.True
	var heap []ranked
	seq := 0
	worse := func(x, y ranked) (bool, error) {
		lt, err := less(t, y.key, x.key, largest)
		if err != nil || lt {
			return lt, err
		}
		lt, err = less(t, x.key, y.key, largest)
		return !lt && x.seq > y.seq, err
	}
	err = object.Iterate(t, a[1], func(x value) error {
		k := x
		if !a[2].IsNone() {
			if k, err = object.CallArgs(t, a[2], x); err != nil {
				return err
			}
		}
		r := ranked{k, x, seq}
		seq++
		if len(heap) < n {
			heap = append(heap, r)
			return rise(heap, worse)
		}
		if n <= 0 {
			return nil
		}
		better, err := less(t, r.key, heap[0].key, largest)
		if err != nil || !better {
			return err
		}
		heap[0] = r
		return sink(heap, worse)
	})
	if err != nil {
		return value{}, err
	}
	out := make([]value, len(heap))
	for i := len(heap) - 1; i >= 0; i-- {
		out[i] = heap[0].item
		heap[0] = heap[i]
		heap = heap[:i]
		if err := sink(heap, worse); err != nil {
			return value{}, err
		}
	}
	return object.NewListOwned(out), nil
}

func rise(h []ranked, before func(x, y ranked) (bool, error)) error {
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		ok, err := before(h[i], h[up])
		if err != nil || !ok {
			return err
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
	return nil
}

func sink(h []ranked, before func(x, y ranked) (bool, error)) error {
	for i := 0; ; {
		c := 2*i + 1
		if c >= len(h) {
			return nil
		}
		if c+1 < len(h) {
			ok, err := before(h[c+1], h[c])
			if err != nil {
				return err
			}
			if ok {
				c++
			}
		}
		ok, err := before(h[c], h[i])
		if err != nil || !ok {
			return err
		}
		h[i], h[c] = h[c], h[i]
		i = c
	}
}
