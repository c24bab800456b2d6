package operator

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// itemgetter, attrgetter, methodcaller.

var itemGetterType, attrGetterType, methodCallerType object.Type

type itemGetter struct {
	object.Header
	keys []value
}

type attrGetter struct {
	object.Header
	names []value
	paths [][]*object.Str
}

type methodCaller struct {
	object.Header
	name *object.Str
	args []value
	kw   []value
}

// one checks that a getter was called with a single positional argument.
func one(name string, args, kw []value) error {
	if len(kw) > 0 {
		return object.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if len(args) != 1 {
		return object.TypeErrorf("%s expected 1 argument, got %d", name, len(args))
	}
	return nil
}

func some(name string, args, kw []value) error {
	if len(kw) > 0 {
		return object.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if len(args) == 0 {
		return object.TypeErrorf("%s expected 1 argument, got 0", name)
	}
	return nil
}

func itemGetterCall(t *thread, v value, args, kw []value) (value, error) {
	if err := one("itemgetter", args, kw); err != nil {
		return value{}, err
	}
	g, obj := object.As[itemGetter](v), args[0]
	if len(g.keys) == 1 {
		return object.GetItem(t, obj, g.keys[0])
	}
	out := make([]value, len(g.keys))
	for i, k := range g.keys {
		x, err := object.GetItem(t, obj, k)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func attrGetterNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if err := some("attrgetter", args, kw); err != nil {
		return value{}, err
	}
	g := object.Alloc[attrGetter](tp, &attrGetterType)
	for _, a := range args {
		s, ok := object.AsStr(a)
		if !ok {
			return value{}, object.TypeErrorf("attribute name must be a string")
		}
		g.names = append(g.names, a)
		var path []*object.Str
		for _, p := range strings.Split(s.String(), ".") {
			path = append(path, t.Intern(p))
		}
		g.paths = append(g.paths, path)
	}
	return object.Wrap(g), nil
}

func attrGetterCall(t *thread, v value, args, kw []value) (value, error) {
	if err := one("attrgetter", args, kw); err != nil {
		return value{}, err
	}
	g, obj := object.As[attrGetter](v), args[0]
	get := func(path []*object.Str) (r value, err error) {
		r = obj
		for _, n := range path {
			if r, err = object.GetAttr(t, r, n); err != nil {
				return value{}, err
			}
		}
		return r, nil
	}
	if len(g.paths) == 1 {
		return get(g.paths[0])
	}
	out := make([]value, len(g.paths))
	for i, p := range g.paths {
		x, err := get(p)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func methodCallerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args)-len(kw) < 1 {
		return value{}, object.TypeErrorf("methodcaller needs at least one argument, the method name")
	}
	s, ok := object.AsStr(args[0])
	if !ok {
		return value{}, object.TypeErrorf("method name must be a string")
	}
	m := object.Alloc[methodCaller](tp, &methodCallerType)
	m.name = t.Interp.InternStr(s)
	m.args, m.kw = append([]value(nil), args[1:]...), append([]value(nil), kw...)
	return object.Wrap(m), nil
}

func methodCallerCall(t *thread, v value, args, kw []value) (value, error) {
	if err := one("methodcaller", args, kw); err != nil {
		return value{}, err
	}
	m := object.As[methodCaller](v)
	f, err := object.GetAttr(t, args[0], m.name)
	if err != nil {
		return value{}, err
	}
	return object.Call(t, f, m.args, m.kw)
}

func methodCallerReduce(t *thread, a []value) (value, error) {
	m := object.As[methodCaller](a[0])
	tp := object.Wrap(m.Type)
	npos := len(m.args) - len(m.kw)
	pos := append([]value{object.Wrap(m.name)}, m.args[:npos]...)
	if len(m.kw) == 0 {
		return object.NewTuple(tp, object.NewTupleOwned(pos)), nil
	}
	ft, err := object.ImportModule(t, "functools")
	if err != nil {
		return value{}, err
	}
	partial, err := object.GetAttrStr(t, ft, "partial")
	if err != nil {
		return value{}, err
	}
	p, err := object.Call(t, partial, append(append([]value{tp}, pos...), m.args[npos:]...), m.kw)
	return object.NewTuple(p, object.EmptyTuple), err
}

// callText is the repr of a getter made by name(args, kw).
func callText(t *thread, v value, args, kw []value) (value, error) {
	name := v.O.Type.FullName(t)
	if !t.EnterRepr(v) {
		return object.NewStr(name + "(...)"), nil
	}
	defer t.LeaveRepr(v)
	parts := make([]string, len(args))
	for i, a := range args {
		r, err := object.Repr(t, a)
		if err != nil {
			return value{}, err
		}
		if j := i - (len(args) - len(kw)); j >= 0 {
			r = object.As[object.Str](kw[j]).String() + "=" + r
		}
		parts[i] = r
	}
	return object.NewStr(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func reduceRow(args func(v value) []value) object.Func {
	return object.Func{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewTuple(object.Wrap(a[0].O.Type), object.NewTuple(args(a[0])...)), nil
	}}
}

func init() {
	itemKeys := func(v value) []value { return object.As[itemGetter](v).keys }
	itemGetterType.Define(object.TypeSpec{
		Name: "itemgetter", Module: "operator", Sig: "(item, /, *items)", Doc: "Return a callable object that fetches the given item(s) from its operand.",
		Slots: object.Slots{New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
			if err := some("itemgetter", args, kw); err != nil {
				return value{}, err
			}
			return object.Wrap(&itemGetter{object.Header{Type: tp}, append([]value(nil), args...)}), nil
		}, Call: itemGetterCall, Repr: func(t *thread, v value) (value, error) { return callText(t, v, itemKeys(v), nil) },
			Traverse: func(v value, visit func(value)) { visitAll(visit, itemKeys(v)) }},
		Methods: []object.Func{reduceRow(itemKeys)},
	})
	names := func(v value) []value { return object.As[attrGetter](v).names }
	attrGetterType.Define(object.TypeSpec{
		Name: "attrgetter", Module: "operator", Sig: "(attr, /, *attrs)", Doc: "Return a callable object that fetches the given attribute(s) from its operand.",
		Slots: object.Slots{New: attrGetterNew, Call: attrGetterCall, Repr: func(t *thread, v value) (value, error) { return callText(t, v, names(v), nil) },
			Traverse: func(v value, visit func(value)) { visitAll(visit, names(v)) }},
		Methods: []object.Func{reduceRow(names)},
	})
	methodCallerType.Define(object.TypeSpec{
		Name: "methodcaller", Module: "operator", Sig: "(name, /, *args, **kwargs)", Doc: "Return a callable object that calls the given method on its operand.",
		Slots: object.Slots{New: methodCallerNew, Call: methodCallerCall, Repr: func(t *thread, v value) (value, error) {
			m := object.As[methodCaller](v)
			return callText(t, v, append([]value{object.Wrap(m.name)}, m.args...), m.kw)
		}, Traverse: func(v value, visit func(value)) { visitAll(visit, object.As[methodCaller](v).args) }},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: methodCallerReduce}},
	})
}

func visitAll(visit func(value), list []value) {
	for _, v := range list {
		visit(v)
	}
}
