package functools

import (
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

var partialType, placeholderType class

var placeholder = object.Wrap(&object.Instance{Header: header{Type: &placeholderType}})

// partial is a function with some arguments given.
type partial struct {
	header
	object.Attrs
	fn    value
	args  []value
	holes int // placeholders among args
	kw    *object.Dict
}

func asPartial(v value) *partial { return object.As[partial](v) }

func countHoles(args []value) int {
	n := 0
	for _, x := range args {
		if x == placeholder {
			n++
		}
	}
	return n
}

// fill puts new arguments into the holes of old ones and behind them.
func fill(old []value, holes int, args []value) []value {
	out := append(make([]value, 0, len(old)+len(args)), old...)
	if holes > 0 {
		for i := range out {
			if out[i] == placeholder && len(args) > 0 {
				out[i], args = args[0], args[1:]
			}
		}
	}
	return append(out, args...)
}

func partialNew(t *thread, tp *class, args, kw []value) (value, error) {
	n := len(args) - len(kw)
	if n < 1 {
		return value{}, object.TypeErrorf("type 'partial' takes at least one argument")
	}
	fn := args[0]
	if !object.Callable(fn) {
		return value{}, object.TypeErrorf("the first argument must be callable")
	}
	pos, named := args[1:n], args[n:]
	if len(pos) > 0 && pos[len(pos)-1] == placeholder {
		return value{}, object.TypeErrorf("trailing Placeholders are not allowed")
	}
	for _, v := range named {
		if v == placeholder {
			return value{}, object.TypeErrorf("Placeholder cannot be passed as a keyword argument")
		}
	}
	p := object.Alloc[partial](tp, &partialType)
	p.kw = object.NewDict()
	if fn.O.Type == tp && tp.Solid == &partialType && object.InstanceDict(t, fn).Len() == 0 {
		in := asPartial(fn)
		p.fn, p.args, p.kw = in.fn, fill(in.args, in.holes, pos), in.kw.Copy()
	} else {
		p.fn, p.args = fn, append([]value(nil), pos...)
	}
	p.holes = countHoles(p.args)
	for i, k := range kw {
		p.kw.SetStr(object.As[object.Str](k), named[i])
	}
	return object.Wrap(p), nil
}

func partialCall(t *thread, v value, args, kw []value) (value, error) {
	p := asPartial(v)
	n := len(args) - len(kw)
	if n < p.holes {
		return value{}, object.TypeErrorf("missing positional arguments in 'partial' call; expected at least %d, got %d", p.holes, n)
	}
	if p.kw.Len() == 0 && p.holes == 0 {
		var buf [8]value
		return object.Call(t, p.fn, append(append(buf[:0], p.args...), args...), kw)
	}
	full := fill(p.args, p.holes, args[:n])
	names := make([]value, 0, p.kw.Len()+len(kw))
	merged := p.kw
	if len(kw) > 0 && p.kw.Len() > 0 {
		merged = p.kw.Copy()
		for i, k := range kw {
			merged.SetStr(object.As[object.Str](k), args[n+i])
		}
	} else if len(kw) > 0 {
		return object.Call(t, p.fn, append(full, args[n:]...), kw)
	}
	merged.Each(func(k, x value) bool {
		names, full = append(names, k), append(full, x)
		return true
	})
	return object.Call(t, p.fn, full, names)
}

func partialRepr(t *thread, v value) (value, error) {
	p := asPartial(v)
	name := v.O.Type.FullName(t)
	if !t.EnterRepr(v) {
		return object.NewStr(name + "(...)"), nil
	}
	defer t.LeaveRepr(v)
	s, err := object.Repr(t, p.fn)
	if err != nil {
		return value{}, err
	}
	text := name + "(" + s
	for _, x := range p.args {
		if s, err = object.Repr(t, x); err != nil {
			return value{}, err
		}
		text += ", " + s
	}
	p.kw.Copy().Each(func(k, x value) bool {
		var n string
		if n, err = object.ToStr(t, k); err != nil {
			return false
		}
		if s, err = object.Repr(t, x); err != nil {
			return false
		}
		text += ", " + n + "=" + s
		return true
	})
	return object.NewStr(text + ")"), err
}

func partialReduce(t *thread, a []value) (value, error) {
	p := asPartial(a[0])
	d := object.None
	if x := object.InstanceDict(t, a[0]); x.Len() > 0 {
		d = object.Wrap(x)
	}
	state := object.NewTuple(p.fn, object.NewTuple(p.args...), object.Wrap(p.kw), d)
	return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTuple(p.fn), state), nil
}

func partialSetState(t *thread, a []value) (value, error) {
	if a[1].O.Type.Solid != &object.TupleType {
		return value{}, object.TypeErrorf("invalid partial state")
	}
	s := object.As[object.Tuple](a[1]).Items
	if len(s) != 4 || !object.Callable(s[0]) || s[1].O.Type.Solid != &object.TupleType || !s[2].IsNone() && s[2].O.Type.Solid != &object.DictType {
		return value{}, object.TypeErrorf("invalid partial state")
	}
	args := append([]value(nil), object.As[object.Tuple](s[1]).Items...)
	if len(args) > 0 && args[len(args)-1] == placeholder {
		return value{}, object.TypeErrorf("trailing Placeholders are not allowed")
	}
	p := asPartial(a[0])
	p.fn, p.args, p.holes, p.kw = s[0], args, countHoles(args), object.NewDict()
	if !s[2].IsNone() {
		p.kw = object.As[object.Dict](s[2])
	}
	if s[3].IsNone() {
		return object.None, nil
	}
	return object.None, object.SetInstanceDict(t, a[0], s[3])
}

// bindMethod makes a callable act as a method.
func bindMethod(t *thread, d, obj, owner value) (value, error) {
	if obj.O == nil || obj.IsNone() {
		return d, nil
	}
	return object.NewMethod(d, obj), nil
}

func init() {
	placeholderType.Define(object.TypeSpec{Name: "_PlaceholderType", Module: "functools",
		Slots: object.Slots{
			Repr: func(t *thread, v value) (value, error) { return object.NewStr("Placeholder"), nil },
			New: func(t *thread, tp *class, args, kw []value) (value, error) {
				if len(args) > 0 {
					return value{}, object.TypeErrorf("_PlaceholderType takes no arguments")
				}
				return placeholder, nil
			}},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Fn: func(t *thread, a []value) (value, error) { return object.NewStr("Placeholder"), nil }}},
	})
	partialType.Define(object.TypeSpec{
		Name: "partial", Module: "functools", Sig: "(func, /, *args, **keywords)", Flags: object.FlagBase | object.FlagMethodDescr,
		Size: unsafe.Sizeof(partial{}), AttrsOff: unsafe.Offsetof(partial{}.Attrs),
		Doc: "Create a new function with partial application of the given arguments and keywords.",
		Slots: object.Slots{New: partialNew, Call: partialCall, Repr: partialRepr, DescrGet: bindMethod, Traverse: func(v value, visit func(value)) {
			p := asPartial(v)
			visit(p.fn)
			visit(object.Wrap(p.kw))
			for _, x := range p.args {
				visit(x)
			}
			object.TraverseAttrs(v, visit)
		}},
		GetSets: []object.GetSet{
			{Name: "func", Doc: "function object to use in future partial calls", Get: func(t *thread, v value) (value, error) { return asPartial(v).fn, nil }},
			{Name: "args", Doc: "tuple of arguments to future partial calls", Get: func(t *thread, v value) (value, error) { return object.NewTuple(asPartial(v).args...), nil }},
			{Name: "keywords", Doc: "dictionary of keyword arguments to future partial calls", Get: func(t *thread, v value) (value, error) { return object.Wrap(asPartial(v).kw), nil }},
			dictGetSet,
		},
		Methods: []object.Func{
			{Name: "__reduce__", Sig: "($self, /)", Fn: partialReduce},
			{Name: "__setstate__", Sig: "($self, state, /)", Fn: partialSetState},
		},
		ClassMethods: []object.Func{object.ClassGetItem},
	})
}
