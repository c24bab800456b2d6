// Package functools implements the functools module (library reference,
// "functools").
package functools

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	class  = object.Type
	header = object.Header
)

//go:embed functools.py
var source string

// Core declares _functools.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "_functools", Doc: "Tools that operate on functions.", Funcs: rows,
		Types:  []*class{&partialType, &lruType, &placeholderType},
		Consts: map[string]value{"Placeholder": placeholder},
	}
}

// Module declares functools.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "functools", Doc: "Tools for working with functions and callable objects.", Funcs: rows,
		Types:  []*class{&partialType, &cachedPropertyType, &lruType},
		Consts: map[string]value{"Placeholder": placeholder}, Source: source,
	}
}

var rows = []object.Func{
	{Name: "reduce", Sig: "(function, iterable, /, initial=<unrepresentable>)", Doc: "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.", Fn: reduce},
	{Name: "cmp_to_key", Sig: "(mycmp)", Doc: "Convert a cmp= function into a key= function.", Fn: func(t *thread, a []value) (value, error) {
		return object.Wrap(&key{header{Type: &keyType}, a[0], value{}}), nil
	}},
}

func reduce(t *thread, a []value) (value, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		if object.IsExc(err, &object.TypeErrorType) {
			return value{}, object.TypeErrorf("reduce() arg 2 must support iteration")
		}
		return value{}, err
	}
	acc := a[2]
	if acc.O == nil {
		if acc, err = object.Next(t, it); err != nil {
			return value{}, err
		}
		if acc.O == nil {
			return value{}, object.TypeErrorf("reduce() of empty iterable with no initial value")
		}
	}
	fn := a[0]
	var args [2]value
	for {
		x, err := object.Next(t, it)
		if err != nil || x.O == nil {
			return acc, err
		}
		args = [2]value{acc, x}
		if acc, err = object.Call(t, fn, args[:], nil); err != nil {
			return value{}, err
		}
	}
}

// key is what cmp_to_key makes: the key function, and with an object a key.
type key struct {
	header
	cmp, obj value
}

var keyType class

func keyCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if b.O.Type != &keyType {
		return value{}, object.TypeErrorf("other argument must be K instance")
	}
	x, y := object.As[key](a), object.As[key](b)
	if x.obj.O == nil || y.obj.O == nil {
		return value{}, object.AttributeErrorf("object")
	}
	r, err := object.CallArgs(t, x.cmp, x.obj, y.obj)
	if err != nil {
		return value{}, err
	}
	return object.RichCompare(t, r, object.Int(0), op)
}

func init() {
	keyType.Define(object.TypeSpec{Name: "KeyWrapper", Module: "functools", Flags: object.FlagNoNew,
		Slots: object.Slots{RichCmp: keyCompare,
			Call: func(t *thread, v value, args, kw []value) (value, error) {
				if len(args) != 1 || len(kw) == 1 && object.As[object.Str](kw[0]).String() != "obj" {
					return value{}, object.TypeErrorf("K() missing required argument 'obj' (pos 1)")
				}
				return object.Wrap(&key{header{Type: &keyType}, object.As[key](v).cmp, args[0]}), nil
			},
			Traverse: func(v value, visit func(value)) {
				k := object.As[key](v)
				visit(k.cmp)
				if k.obj.O != nil {
					visit(k.obj)
				}
			}},
		GetSets: []object.GetSet{{Name: "obj", Doc: "Value wrapped by a key function.", Get: func(t *thread, v value) (value, error) {
			if o := object.As[key](v).obj; o.O != nil {
				return o, nil
			}
			return value{}, object.AttributeErrorf("obj")
		}}},
		Consts: func() map[string]value { return map[string]value{"__hash__": object.None} },
	})
}

// dictGetSet is the __dict__ attribute.
var dictGetSet = object.GetSet{Name: "__dict__", Get: func(t *thread, v value) (value, error) {
	return object.Wrap(object.InstanceDict(t, v)), nil
}, Set: object.SetInstanceDict}
