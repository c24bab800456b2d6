package builtins

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

// The iterator classes zip, map and filter.

var (
	zipType    object.Type
	mapType    object.Type
	filterType object.Type
)

type zipIter struct {
	object.Header
	its    []value
	strict bool
	done   bool
}

type mapIter struct {
	object.Header
	fn     value
	its    []value
	strict bool
}

type filterIter struct {
	object.Header
	fn, it value
}

// strictArg takes the strict= keyword argument.
func strictArg(t *thread, fn string, args, kw []value) (pos []value, strict bool, err error) {
	npos := len(args) - len(kw)
	for i, k := range kw {
		if n := object.As[object.Str](k).String(); n != "strict" {
			return nil, false, object.TypeErrorf("%s() got an unexpected keyword argument '%s'", fn, n)
		}
		if strict, err = object.Truth(t, args[npos+i]); err != nil {
			return nil, false, err
		}
	}
	return args[:npos], strict, nil
}

func iterators(t *thread, fn string, args []value, first int) ([]value, error) {
	its := make([]value, len(args))
	for i, a := range args {
		it, err := object.Iter(t, a)
		if err != nil {
			if fn == "zip" && object.IsExc(err, &object.TypeErrorType) && a.O.Type.Slots.Iter == nil {
				return nil, object.TypeErrorf("'%s' object is not iterable", a.O.Type.MsgName())
			}
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

// advance takes one item from each iterator into out. ok is false at the end.
func advance(t *thread, fn string, its, out []value, strict bool) (ok bool, err error) {
	for i, it := range its {
		x, err := object.Next(t, it)
		if err != nil && object.IsExc(err, &object.StopIterationType) {
			x, err = value{}, nil
		}
		if err != nil {
			return false, err
		}
		if x.O != nil {
			out[i] = x
			continue
		}
		if !strict {
			return false, nil
		}
		return false, strictEnd(t, fn, its, i)
	}
	return true, nil
}

// strictEnd checks that all iterators end together when number i has ended.
func strictEnd(t *thread, fn string, its []value, i int) error {
	plural := func(n int) string {
		if n == 1 {
			return " "
		}
		return "s 1-"
	}
	if i > 0 {
		return object.ValueErrorf("%s() argument %d is shorter than argument%s%d", fn, i+1, plural(i), i)
	}
	for j := 1; j < len(its); j++ {
		x, err := object.Next(t, its[j])
		if err != nil && object.IsExc(err, &object.StopIterationType) {
			x, err = value{}, nil
		}
		if err != nil {
			return err
		}
		if x.O != nil {
			return object.ValueErrorf("%s() argument %d is longer than argument%s%d", fn, j+1, plural(j), j)
		}
	}
	return nil
}

func zipNext(t *thread, v value) (value, error) {
	z := object.As[zipIter](v)
	if len(z.its) == 0 || z.done {
		return value{}, nil
	}
	if len(z.its) == 2 && !z.strict {
		var p [2]value
		ok, err := advance(t, "zip", z.its, p[:], false)
		if err != nil || !ok {
			return value{}, err
		}
		return object.NewTuple2(p[0], p[1]), nil
	}
	out := make([]value, len(z.its))
	ok, err := advance(t, "zip", z.its, out, z.strict)
	if err != nil || !ok {
		return value{}, err
	}
	return object.NewTupleOwned(out), nil
}

func mapNext(t *thread, v value) (value, error) {
	m := object.As[mapIter](v)
	args := make([]value, len(m.its))
	ok, err := advance(t, "map", m.its, args, m.strict)
	if err != nil || !ok {
		return value{}, err
	}
	return object.Call(t, m.fn, args, nil)
}

func filterNext(t *thread, v value) (value, error) {
	f := object.As[filterIter](v)
	for {
		x, err := object.Next(t, f.it)
		if err != nil || x.O == nil {
			return value{}, err
		}
		r := x
		if !f.fn.IsNone() && f.fn != object.Wrap(&object.BoolType) {
			if r, err = object.CallArgs(t, f.fn, x); err != nil {
				return value{}, err
			}
		}
		ok, err := object.Truth(t, r)
		if err != nil {
			return value{}, err
		}
		if ok {
			return x, nil
		}
		if err := t.Poll(1); err != nil {
			return value{}, err
		}
	}
}

func visitAll(visit func(value), lists ...[]value) {
	for _, l := range lists {
		for _, x := range l {
			visit(x)
		}
	}
}

// reduceIter is the reduction of an iterator made of args; strict is its state.
func reduceIter(v value, strict bool, args ...value) (value, error) {
	r := []value{object.Wrap(v.O.Type), object.NewTuple(args...)}
	if strict {
		r = append(r, object.True)
	}
	return object.NewTuple(r...), nil
}

func setStrict(f func(v value) *bool) object.Func {
	return object.Func{Name: "__setstate__", Sig: "($self, object, /)", Doc: "Set state information for unpickling.", Fn: func(t *thread, a []value) (_ value, err error) {
		*f(a[0]), err = object.Truth(t, a[1])
		return object.None, err
	}}
}

const reduceDoc = "Return state information for pickling."

var (
	zipMethods = []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: reduceDoc, Fn: func(t *thread, a []value) (value, error) {
		z := object.As[zipIter](a[0])
		return reduceIter(a[0], z.strict, z.its...)
	}}, setStrict(func(v value) *bool { return &object.As[zipIter](v).strict })}
	mapMethods = []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: reduceDoc, Fn: func(t *thread, a []value) (value, error) {
		m := object.As[mapIter](a[0])
		return reduceIter(a[0], m.strict, append([]value{m.fn}, m.its...)...)
	}}, setStrict(func(v value) *bool { return &object.As[mapIter](v).strict })}
	filterMethods = []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: reduceDoc, Fn: func(t *thread, a []value) (value, error) {
		f := object.As[filterIter](a[0])
		return reduceIter(a[0], false, f.fn, f.it)
	}}}
)

func init() {
	zipType.Define(object.TypeSpec{
		Name: "zip", Sig: "(*iterables, strict=False)", Flags: object.FlagBase, Size: unsafe.Sizeof(zipIter{}),
		Doc: "Iterate over several iterables in parallel.",
		Slots: object.Slots{Iter: object.SelfIter, Next: zipNext, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			pos, strict, err := strictArg(t, "zip", args, kw)
			if err != nil {
				return value{}, err
			}
			its, err := iterators(t, "zip", pos, 0)
			if err != nil {
				return value{}, err
			}
			z := object.Alloc[zipIter](tp, &zipType)
			z.its, z.strict = its, strict
			return object.Wrap(z), nil
		}, Traverse: func(v value, visit func(value)) { visitAll(visit, object.As[zipIter](v).its) }},
		Methods: zipMethods,
	})
	mapType.Define(object.TypeSpec{
		Name: "map", Sig: "(function, iterable, /, *iterables, strict=False)", Flags: object.FlagBase, Size: unsafe.Sizeof(mapIter{}),
		Doc: "Apply function to the items of iterables.",
		Slots: object.Slots{Iter: object.SelfIter, Next: mapNext, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			pos, strict, err := strictArg(t, "map", args, kw)
			if err != nil {
				return value{}, err
			}
			if len(pos) < 2 {
				return value{}, object.TypeErrorf("map() must have at least two arguments.")
			}
			its, err := iterators(t, "map", pos[1:], 1)
			if err != nil {
				return value{}, err
			}
			m := object.Alloc[mapIter](tp, &mapType)
			m.fn, m.its, m.strict = pos[0], its, strict
			return object.Wrap(m), nil
		}, Traverse: func(v value, visit func(value)) {
			m := object.As[mapIter](v)
			visitAll(visit, []value{m.fn}, m.its)
		}},
		Methods: mapMethods,
	})
	filterType.Define(object.TypeSpec{
		Name: "filter", Sig: "(function, iterable, /)", Flags: object.FlagBase, Size: unsafe.Sizeof(filterIter{}),
		Doc: "Iterate over the items of iterable for which function is true.",
		Slots: object.Slots{Iter: object.SelfIter, Next: filterNext, New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			if len(kw) > 0 && !tp.OwnInit(t) {
				return value{}, object.TypeErrorf("filter() takes no keyword arguments")
			}
			if n := len(args) - len(kw); n != 2 {
				return value{}, object.TypeErrorf("filter expected 2 arguments, got %d", n)
			}
			it, err := object.Iter(t, args[1])
			if err != nil {
				return value{}, err
			}
			f := object.Alloc[filterIter](tp, &filterType)
			f.fn, f.it = args[0], it
			return object.Wrap(f), nil
		}, Traverse: func(v value, visit func(value)) {
			f := object.As[filterIter](v)
			visitAll(visit, []value{f.fn, f.it})
		}},
		Methods: filterMethods,
	})
}
