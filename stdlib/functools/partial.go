package functools

import (
	_ "embed"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	partialType     object.Type
	placeholderType object.Type
	keyType         object.Type

	placeholder = object.Wrap(&object.Instance{Header: object.Header{Type: &placeholderType}})
)

// partial is functools.partial.
type partial struct {
	object.Header
	object.Attrs
	fn    value
	args  []value
	kw    *object.Dict
	holes int // Placeholder arguments among args
}

func kwargsOf(kw []value, vals []value) *object.Dict {
	d := object.NewDict()
	for i, k := range kw {
		d.SetStr(object.As[object.Str](k), vals[i])
	}
	return d
}

func partialNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	npos := len(args) - len(kw)
	if npos < 1 {
		return value{}, object.TypeErrorf("type 'partial' takes at least one argument")
	}
	fn := args[0]
	if !object.Callable(fn) {
		return value{}, object.TypeErrorf("the first argument must be callable")
	}
	p := object.Alloc[partial](tp, &partialType)
	p.fn, p.kw = fn, kwargsOf(kw, args[npos:])
	for i, k := range kw {
		if args[npos+i] == placeholder {
			_ = k
			return value{}, object.TypeErrorf("Placeholder cannot be passed as a keyword argument")
		}
	}
	p.args = append([]value(nil), args[1:npos]...)
	if fn.O.Type == &partialType && tp == &partialType {
		in := object.As[partial](fn)
		p.fn = in.fn
		p.args = fill(in.args, in.holes, p.args)
		merged := in.kw.Copy()
		if err := merged.Update(t, p.kw); err != nil {
			return value{}, err
		}
		p.kw = merged
	}
	if n := len(p.args); n > 0 && p.args[n-1] == placeholder {
		return value{}, object.TypeErrorf("trailing Placeholders are not allowed")
	}
	for _, a := range p.args {
		if a == placeholder {
			p.holes++
		}
	}
	return object.Wrap(p), nil
}

// fill puts rest into the holes of args and behind them.
func fill(args []value, holes int, rest []value) []value {
	out := append([]value(nil), args...)
	if holes > 0 {
		i := 0
		for j := range out {
			if out[j] == placeholder && i < len(rest) {
				out[j] = rest[i]
				i++
			}
		}
		rest = rest[i:]
	}
	return append(out, rest...)
}

func partialCall(t *thread, v value, args, kw []value) (value, error) {
	p := object.As[partial](v)
	npos := len(args) - len(kw)
	if npos < p.holes {
		return value{}, object.TypeErrorf("missing positional arguments in 'partial' call; expected at least %d, got %d", p.holes, npos)
	}
	if p.kw.Len() == 0 && p.holes == 0 {
		var buf [12]value
		return object.Call(t, p.fn, append(append(buf[:0], p.args...), args...), kw)
	}
	all := fill(p.args, p.holes, args[:npos])
	names := make([]value, 0, p.kw.Len()+len(kw))
	merged := p.kw.Copy()
	for i, k := range kw {
		merged.SetStr(object.As[object.Str](k), args[npos+i])
	}
	merged.Each(func(k, x value) bool {
		names, all = append(names, k), append(all, x)
		return true
	})
	return object.Call(t, p.fn, all, names)
}

func partialRepr(t *thread, v value) (value, error) {
	p := object.As[partial](v)
	name := v.O.Type.FullName(t)
	if !t.EnterRepr(v) {
		return object.NewStr(name + "(...)"), nil
	}
	defer t.LeaveRepr(v)
	s, err := object.Repr(t, p.fn)
	if err != nil {
		return value{}, err
	}
	for _, a := range p.args {
		r, err := object.Repr(t, a)
		if err != nil {
			return value{}, err
		}
		s += ", " + r
	}
	p.kw.Each(func(k, x value) bool {
		var r string
		if r, err = object.Repr(t, x); err != nil {
			return false
		}
		s += ", " + object.As[object.Str](k).String() + "=" + r
		return true
	})
	return object.NewStr(name + "(" + s + ")"), err
}

func partialReduce(t *thread, a []value) (value, error) {
	p := object.As[partial](a[0])
	d := object.None
	if x := object.InstanceDict(t, a[0]); x != nil && x.Len() > 0 {
		d = object.Wrap(x)
	}
	return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTuple(p.fn), object.NewTuple(p.fn, object.NewTuple(p.args...), object.Wrap(p.kw), d)), nil
}

func partialSetState(t *thread, a []value) (value, error) {
	p := object.As[partial](a[0])
	if a[1].O.Type.Solid != &object.TupleType || len(object.As[object.Tuple](a[1]).Items) != 4 {
		return value{}, object.TypeErrorf("invalid partial state")
	}
	s := object.As[object.Tuple](a[1]).Items
	if !object.Callable(s[0]) || s[1].O.Type.Solid != &object.TupleType || !s[2].IsNone() && s[2].O.Type.Solid != &object.DictType {
		return value{}, object.TypeErrorf("invalid partial state")
	}
	p.fn, p.args = s[0], append([]value(nil), object.As[object.Tuple](s[1]).Items...)
	p.kw = object.NewDict()
	if !s[2].IsNone() {
		p.kw = object.As[object.Dict](s[2]).Copy()
	}
	p.holes = 0
	for _, x := range p.args {
		if x == placeholder {
			p.holes++
		}
	}
	if s[3].IsNone() {
		return object.None, nil
	}
	return object.None, object.SetInstanceDict(t, a[0], s[3])
}

func init() {
	placeholderType.Define(object.TypeSpec{Name: "_PlaceholderType", Module: "functools", Flags: object.FlagNoNew,
		Slots: object.Slots{Repr: func(t *thread, v value) (value, error) { return object.NewStr("Placeholder"), nil }}})
	partialType.Define(object.TypeSpec{
		Name: "partial", Module: "functools", Sig: "(func, /, *args, **keywords)", Flags: object.FlagBase | object.FlagWeakref, Size: unsafe.Sizeof(partial{}),
		AttrsOff: unsafe.Offsetof(partial{}.Attrs), Doc: "A function with some arguments given.",
		Slots: object.Slots{New: partialNew, Call: partialCall, Repr: partialRepr, DescrGet: func(t *thread, d, obj, owner value) (value, error) {
			if obj.O == nil {
				return d, nil
			}
			return object.NewMethod(d, obj), nil
		}, Traverse: func(v value, visit func(value)) {
			p := object.As[partial](v)
			visit(p.fn)
			for _, a := range p.args {
				visit(a)
			}
			visit(object.Wrap(p.kw))
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{
			{Name: "func", Get: func(t *thread, v value) (value, error) { return object.As[partial](v).fn, nil }},
			{Name: "args", Get: func(t *thread, v value) (value, error) { return object.NewTuple(object.As[partial](v).args...), nil }},
			{Name: "keywords", Get: func(t *thread, v value) (value, error) { return object.Wrap(object.As[partial](v).kw), nil }},
			{Name: "__dict__", Get: func(t *thread, v value) (value, error) { return object.Wrap(object.InstanceDict(t, v)), nil }, Set: object.SetInstanceDict},
		},
		Methods: []object.Func{
			{Name: "__reduce__", Sig: "($self, /)", Fn: partialReduce},
			{Name: "__setstate__", Sig: "($self, state, /)", Fn: partialSetState},
		},
		ClassMethods: []object.Func{object.ClassGetItem},
	})
	keyType.Define(object.TypeSpec{
		Name: "KeyWrapper", Module: "functools", Flags: object.FlagNoNew,
		Slots: object.Slots{RichCmp: keyCompare, Call: func(t *thread, v value, args, kw []value) (value, error) {
			k := object.As[cmpKey](v)
			if len(args) != 1 {
				return value{}, object.TypeErrorf("K() missing required argument 'obj' (pos 1)")
			}
			return object.Wrap(&cmpKey{object.Header{Type: &keyType}, k.cmp, args[0]}), nil
		}},
		GetSets: []object.GetSet{{Name: "obj", Get: func(t *thread, v value) (value, error) {
			if o := object.As[cmpKey](v).obj; o.O != nil {
				return o, nil
			}
			return value{}, object.AttributeErrorf("obj")
		}}},
	})
}

// cmpKey is what cmp_to_key returns, and the keys it makes.
type cmpKey struct {
	object.Header
	cmp, obj value
}

func keyCompare(t *thread, a, b value, op object.CmpOp) (value, error) {
	if b.O.Type != &keyType {
		return value{}, object.TypeErrorf("other argument must be K instance")
	}
	x, y := object.As[cmpKey](a), object.As[cmpKey](b)
	r, err := object.CallArgs(t, x.cmp, x.obj, y.obj)
	if err != nil {
		return value{}, err
	}
	return object.RichCompare(t, r, object.Int(0), op)
}

func reduce(t *thread, a []value) (value, error) {
	acc := a[2]
	if a[1].O.Type.Slots.Iter == nil && !object.IsSequence(a[1]) {
		return value{}, object.TypeErrorf("reduce() arg 2 must support iteration")
	}
	err := object.Iterate(t, a[1], func(x value) error {
		if acc.O == nil {
			acc = x
			return nil
		}
		var err error
		acc, err = object.CallArgs(t, a[0], acc, x)
		return err
	})
	if err == nil && acc.O == nil {
		return value{}, object.TypeErrorf("reduce() of empty iterable with no initial value")
	}
	return acc, err
}

//go:embed functools.py
var source string

// Module declares functools.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "functools", Doc: "Tools for working with functions and callable objects.", Source: source,
		Types:  []*object.Type{&partialType},
		Consts: map[string]value{"Placeholder": placeholder},
		Funcs: []object.Func{
			{Name: "reduce", Sig: "(function, iterable, /, initial=<unrepresentable>)", Doc: "Apply a function of two arguments cumulatively to the items of an iterable.", Fn: func(t *thread, a []value) (value, error) {
				return reduce(t, append([]value(nil), a...))
			}},
			{Name: "cmp_to_key", Sig: "(mycmp)", Doc: "Convert a cmp= function into a key= function.", Fn: func(t *thread, a []value) (value, error) {
				return object.Wrap(&cmpKey{object.Header{Type: &keyType}, a[0], value{}}), nil
			}},
			{Name: "_lru_cache_wrapper", Sig: "(user_function, maxsize, typed, cache_info_type, /)", Fn: newCache},
		},
	}
}
