// Package itertools implements the itertools module (library reference,
// "itertools").
package itertools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	header = object.Header
)

// kind declares one iterator type of the module.
type kind[T any] struct {
	name, sig, doc string
	init           func(t *thread, it *T, a []value) error
	next           func(t *thread, it *T) (value, error)
	visit          func(it *T, visit func(value))
	bind           func(t *thread, args, kw []value) ([]value, error) // nil: by sig
	repr           object.UnaryFunc
	methods        []object.Func
	class          []object.Func
}

// define makes tp the type of k. The struct T starts with a header.
func define[T any](tp *object.Type, k kind[T]) {
	bind := k.bind
	if bind == nil {
		plan := object.ParsePlan(k.sig)
		bind = func(t *thread, args, kw []value) ([]value, error) {
			return object.BindNew(t, plan, k.name, args, kw)
		}
	}
	next := k.next
	tp.Define(object.TypeSpec{
		Name: k.name, Module: "itertools", Sig: k.sig, Doc: k.doc, Flags: object.FlagBase, Size: unsafe.Sizeof(*new(T)),
		Slots: object.Slots{
			New: func(t *thread, tp2 *object.Type, args, kw []value) (value, error) {
				if tp2 != tp && len(kw) > 0 && tp2.Lookup(t, t.Intern("__init__")) != tp.Lookup(t, t.Intern("__init__")) {
					args, kw = args[:len(args)-len(kw)], nil // a subclass's own __init__ takes them
				}
				a, err := bind(t, args, kw)
				if err != nil {
					return value{}, err
				}
				it := object.Alloc[T](tp2, tp)
				return object.Wrap(it), k.init(t, it, a)
			},
			Iter: object.SelfIter, Repr: k.repr,
			Next: func(t *thread, v value) (value, error) { return next(t, object.As[T](v)) },
			Traverse: func(v value, visit func(value)) {
				k.visit(object.As[T](v), visiting(visit))
				object.TraverseAttrs(v, visit)
			},
		},
		Methods: k.methods, ClassMethods: k.class,
	})
}

// visiting is visit for values that may be missing.
func visiting(visit func(value)) func(value) {
	return func(v value) {
		if v.O != nil {
			visit(v)
		}
	}
}

func visitAll(visit func(value), list []value) {
	for _, v := range list {
		visit(v)
	}
}

func items(v value) []value { return object.As[object.Tuple](v).Items }

func positional(name string) func(t *thread, args, kw []value) ([]value, error) {
	return func(t *thread, args, kw []value) ([]value, error) {
		if len(kw) > 0 {
			return nil, object.TypeErrorf("%s() takes no keyword arguments", name)
		}
		return args, nil
	}
}

// Types of the module.
var (
	accumulateType, batchedType, chainType, combinationsType, cwrType, compressType, countType, cycleType,
	dropwhileType, filterfalseType, groupbyType, grouperType, isliceType, pairwiseType, permutationsType,
	productType, repeatType, starmapType, takewhileType, teeType, teeDataType, zipLongestType object.Type
)

// Module declares itertools.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "itertools", Doc: "Iterators for efficient looping.",
		Types: []*object.Type{&accumulateType, &batchedType, &chainType, &combinationsType, &cwrType, &compressType, &countType, &cycleType,
			&dropwhileType, &filterfalseType, &groupbyType, &grouperType, &isliceType, &pairwiseType, &permutationsType,
			&productType, &repeatType, &starmapType, &takewhileType, &teeType, &teeDataType, &zipLongestType},
		Funcs: []object.Func{{Name: "tee", Sig: "(iterable, n=2, /)", Doc: "Returns a tuple of n independent iterators.", Fn: func(t *thread, a []value) (value, error) {
			return tee(t, a[0], a[1])
		}}},
	}
}
