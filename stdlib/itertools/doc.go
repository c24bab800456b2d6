// Package itertools implements the itertools module (library reference,
// "itertools").
package itertools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

type (
	value  = object.Value
	thread = object.Thread
	class  = object.Type
	header = object.Header
)

// kind declares one iterator type whose storage is T. Its fields that refer to
// objects are listed by refs.
type kind[T any] struct {
	tp   *class
	plan arg.Plan
	doc  string
	make func(t *thread, x *T, a []value) error
	next object.UnaryFunc
	refs func(x *T, visit func(value))
	more func(s *object.TypeSpec)
}

func (k *kind[T]) define() {
	spec := object.TypeSpec{
		Name: k.plan.Name, Module: "itertools", Sig: k.plan.Sig, Doc: k.doc,
		Flags: object.FlagBase, Size: unsafe.Sizeof(*new(T)),
		Slots: object.Slots{
			Iter: object.SelfIter, Next: k.next,
			New: func(t *thread, tp *class, args, kw []value) (value, error) {
				if len(kw) > 0 && tp != k.tp && k.plan.Name != "count" {
					args, kw = args[:len(args)-len(kw)], nil // for a subclass's __init__
				}
				a, err := k.plan.BindNew(t, args, kw)
				if err != nil {
					return value{}, err
				}
				x := object.Alloc[T](tp, k.tp)
				return object.Wrap(x), k.make(t, x, a)
			},
			Traverse: func(v value, visit func(value)) {
				k.refs(object.As[T](v), func(x value) {
					if x.O != nil {
						visit(x)
					}
				})
			},
		},
	}
	if k.more != nil {
		k.more(&spec)
	}
	k.tp.Define(spec)
}

// Module declares itertools.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "itertools", Doc: "Functional tools for creating and using iterators.",
		Types: []*class{
			&accumulateType, &batchedType, &chainType, &combinationsType, &replacementType, &compressType,
			&countType, &cycleType, &dropWhileType, &filterFalseType, &groupByType, &isliceType, &pairwiseType,
			&permutationsType, &productType, &repeatType, &starMapType, &takeWhileType, &zipLongestType,
			&groupType, &teeType,
		},
		Funcs: []object.Func{{Name: "tee", Sig: "(iterable, n=2, /)", Doc: "Returns a tuple of n independent iterators.", Fn: tee}},
	}
}

func all(items []value, visit func(value)) {
	for _, x := range items {
		visit(x)
	}
}

func iter(t *thread, p *value, v value) error {
	it, err := object.Iter(t, v)
	*p = it
	return err
}

func given(v value) bool { return v.O != nil && !v.IsNone() }
