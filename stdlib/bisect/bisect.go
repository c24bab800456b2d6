// Package bisect implements the bisect module (library reference, "bisect").
package bisect

import (
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module declares bisect.
func Module() object.ModuleSpec { return spec("bisect") }

// Core declares _bisect.
func Core() object.ModuleSpec { return spec("_bisect") }

func spec(name string) object.ModuleSpec {
	return object.ModuleSpec{Name: name, Doc: "Bisection algorithms.", Funcs: rows, Init: func(t *thread, m *object.Module) error {
		for _, n := range []string{"bisect", "insort"} {
			f, _ := m.D.GetGo(t, n+"_right")
			m.Set(t, n, f)
		}
		return nil
	}}
}

func less(t *thread, a, b value) (bool, error) {
	switch {
	case a.IsInt() && b.IsInt():
		return a.Int64() < b.Int64(), nil
	case a.IsFloat() && b.IsFloat():
		return a.Float64() < b.Float64(), nil
	}
	return object.Compare(t, a, b, object.CmpLT)
}

func item(t *thread, seq value, i int) (value, error) {
	switch seq.O.Type {
	case &object.ListType:
		if l := object.As[object.List](seq); i < l.Len() {
			return l.At(i), nil
		}
	case &object.TupleType:
		if x := object.As[object.Tuple](seq).Items; i < len(x) {
			return x[i], nil
		}
	}
	return object.GetItem(t, seq, object.IntOf(i))
}

// search finds where x belongs in the sorted sequence a[0]. The arguments are
// a, x, lo, hi, key.
func search(t *thread, a []value, right bool, x value) (int, error) {
	lo, hi := 0, -1
	var err error
	if a[2].O != nil {
		if lo, err = object.SsizeArg(t, a[2]); err != nil {
			return 0, err
		}
	}
	if lo < 0 {
		return 0, object.ValueErrorf("lo must be non-negative")
	}
	if a[3].O != nil && !a[3].IsNone() {
		if hi, err = object.SsizeArg(t, a[3]); err != nil {
			return 0, err
		}
	}
	if hi < 0 {
		if hi, err = object.Len(t, a[0]); err != nil {
			return 0, err
		}
	}
	key := a[4]
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		y, err := item(t, a[0], mid)
		if err != nil {
			return 0, err
		}
		if key.O != nil && !key.IsNone() {
			if y, err = object.CallArgs(t, key, y); err != nil {
				return 0, err
			}
		}
		var lt bool
		if right {
			lt, err = less(t, x, y)
			lt = !lt
		} else {
			lt, err = less(t, y, x)
		}
		if err != nil {
			return 0, err
		}
		if lt {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

func bisect(right bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		i, err := search(t, a, right, a[1])
		return object.IntOf(i), err
	}
}

func insort(right bool) func(t *thread, a []value) (value, error) {
	return func(t *thread, a []value) (value, error) {
		x := a[1]
		var err error
		if a[4].O != nil && !a[4].IsNone() {
			if x, err = object.CallArgs(t, a[4], x); err != nil {
				return value{}, err
			}
		}
		i, err := search(t, a, right, x)
		if err != nil {
			return value{}, err
		}
		if a[0].O.Type == &object.ListType {
			object.As[object.List](a[0]).Insert(i, a[1])
			return object.None, nil
		}
		_, err = object.CallMethod(t, a[0], "insert", object.IntOf(i), a[1])
		return object.None, err
	}
}

const sig = "(a, x, lo=0, hi=None, *, key=None)"

var rows = []object.Func{
	{Name: "bisect_right", Sig: sig, Doc: "Return the index where to insert item x in list a, assuming a is sorted:\nafter the items equal to x.", Fn: bisect(true)},
	{Name: "bisect_left", Sig: sig, Doc: "Return the index where to insert item x in list a, assuming a is sorted:\nbefore the items equal to x.", Fn: bisect(false)},
	{Name: "insort_right", Sig: sig, Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.", Fn: insort(true)},
	{Name: "insort_left", Sig: sig, Doc: "Insert item x in list a, and keep it sorted assuming a is sorted.", Fn: insort(false)},
}
