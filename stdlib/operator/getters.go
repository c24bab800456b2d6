package operator

import (
	"strings"

	"github.com/gopy-lang/gopy/object"
)

// Types of the callables that fetch.
var itemGetterType, attrGetterType, methodCallerType object.Type

type itemGetter struct {
	object.Header
	items []value
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
	kw   []value // names of the last of args
}

func oneArg(name string, args, kw []value) error {
	if len(kw) > 0 {
		return object.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if len(args) != 1 {
		return object.TypeErrorf("%s expected 1 argument, got %d", name, len(args))
	}
	return nil
}

func itemGetterCall(t *thread, v value, args, kw []value) (value, error) {
	if err := oneArg("itemgetter", args, kw); err != nil {
		return value{}, err
	}
	g := object.As[itemGetter](v)
	if len(g.items) == 1 {
		k := g.items[0]
		if args[0].O.Type == &object.TupleType && k.IsInt() {
			x := object.As[object.Tuple](args[0]).Items
			if i := k.Int64(); i >= 0 && i < int64(len(x)) {
				return x[i], nil
			}
		}
		return object.GetItem(t, args[0], k)
	}
	out := make([]value, len(g.items))
	for i, k := range g.items {
		x, err := object.GetItem(t, args[0], k)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func attrGetterNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(kw) > 0 {
		return value{}, object.TypeErrorf("attrgetter() takes no keyword arguments")
	}
	if len(args) == 0 {
		return value{}, object.TypeErrorf("attrgetter expected 1 argument, got 0")
	}
	g := &attrGetter{Header: object.Header{Type: tp}}
	for _, x := range args {
		s, ok := object.AsStr(x)
		if !ok {
			return value{}, object.TypeErrorf("attribute name must be a string")
		}
		var path []*object.Str
		for _, n := range strings.Split(s.String(), ".") {
			path = append(path, t.Intern(n))
		}
		g.names, g.paths = append(g.names, x), append(g.paths, path)
	}
	return object.Wrap(g), nil
}

func follow(t *thread, v value, path []*object.Str) (value, error) {
	for _, n := range path {
		var err error
		if v, err = object.GetAttr(t, v, n); err != nil {
			return value{}, err
		}
	}
	return v, nil
}

func attrGetterCall(t *thread, v value, args, kw []value) (value, error) {
	if err := oneArg("attrgetter", args, kw); err != nil {
		return value{}, err
	}
	g := object.As[attrGetter](v)
	if len(g.paths) == 1 {
		return follow(t, args[0], g.paths[0])
	}
	out := make([]value, len(g.paths))
	for i, p := range g.paths {
		x, err := follow(t, args[0], p)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func methodCallerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args)-len(kw) == 0 {
		return value{}, object.TypeErrorf("methodcaller needs at least one argument, the method name")
	}
	s, ok := object.AsStr(args[0])
	if !ok {
		return value{}, object.TypeErrorf("method name must be a string")
	}
	return object.Wrap(&methodCaller{object.Header{Type: tp}, t.Interp.InternStr(s), append([]value(nil), args[1:]...), append([]value(nil), kw...)}), nil
}

func methodCallerCall(t *thread, v value, args, kw []value) (value, error) {
	if err := oneArg("methodcaller", args, kw); err != nil {
		return value{}, err
	}
	m := object.As[methodCaller](v)
	f, err := object.GetAttr(t, args[0], m.name)
	if err != nil {
		return value{}, err
	}
	return object.Call(t, f, append([]value(nil), m.args...), m.kw)
}

// reprArgs is name(args..., key=value...).
func reprArgs(t *thread, v value, args, kw []value) (value, error) {
	name := "operator." + v.O.Type.Name
	if !t.EnterRepr(v) {
		return object.NewStr(name + "(...)"), nil
	}
	defer t.LeaveRepr(v)
	parts := make([]string, len(args))
	for i, x := range args {
		s, err := object.Repr(t, x)
		if err != nil {
			return value{}, err
		}
		if j := i - (len(args) - len(kw)); j >= 0 {
			k, _ := object.AsStr(kw[j])
			s = k.String() + "=" + s
		}
		parts[i] = s
	}
	return object.NewStr(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func methodCallerReduce(t *thread, a []value) (value, error) {
	m := object.As[methodCaller](a[0])
	n := len(m.args) - len(m.kw)
	if len(m.kw) == 0 {
		return object.NewTuple(object.Wrap(m.Type), object.NewTuple(append([]value{object.Wrap(m.name)}, m.args...)...)), nil
	}
	functools, err := object.ImportModule(t, "functools")
	if err != nil {
		return value{}, err
	}
	partial, err := object.GetAttrStr(t, functools, "partial")
	if err != nil {
		return value{}, err
	}
	p, err := object.Call(t, partial, append([]value{object.Wrap(m.Type), object.Wrap(m.name)}, m.args[n:]...), m.kw)
	return object.NewTuple(p, object.NewTuple(m.args[:n]...)), err
}

func init() {
	visitAll := func(items []value, visit func(value)) {
		for _, x := range items {
			visit(x)
		}
	}
	itemGetterType.Define(object.TypeSpec{
		Name: "itemgetter", Module: "operator", Sig: "(item, /, *items)", Doc: "Return a callable object that fetches the given item(s) from its operand.",
		Slots: object.Slots{Call: itemGetterCall,
			New: func(t *thread, tp *object.Type, args, kw []value) (value, error) {
				if len(kw) > 0 {
					return value{}, object.TypeErrorf("itemgetter() takes no keyword arguments")
				}
				if len(args) == 0 {
					return value{}, object.TypeErrorf("itemgetter expected 1 argument, got 0")
				}
				return object.Wrap(&itemGetter{object.Header{Type: tp}, append([]value(nil), args...)}), nil
			},
			Repr:     func(t *thread, v value) (value, error) { return reprArgs(t, v, object.As[itemGetter](v).items, nil) },
			Traverse: func(v value, visit func(value)) { visitAll(object.As[itemGetter](v).items, visit) }},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling", Fn: func(t *thread, a []value) (value, error) {
			g := object.As[itemGetter](a[0])
			return object.NewTuple(object.Wrap(g.Type), object.NewTuple(g.items...)), nil
		}}},
	})
	attrGetterType.Define(object.TypeSpec{
		Name: "attrgetter", Module: "operator", Sig: "(attr, /, *attrs)", Doc: "Return a callable object that fetches the given attribute(s) from its operand.",
		Slots: object.Slots{Call: attrGetterCall, New: attrGetterNew,
			Repr: func(t *thread, v value) (value, error) { return reprArgs(t, v, object.As[attrGetter](v).names, nil) }},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling", Fn: func(t *thread, a []value) (value, error) {
			g := object.As[attrGetter](a[0])
			return object.NewTuple(object.Wrap(g.Type), object.NewTuple(g.names...)), nil
		}}},
	})
	methodCallerType.Define(object.TypeSpec{
		Name: "methodcaller", Module: "operator", Sig: "(name, /, *args, **kwargs)", Doc: "Return a callable object that calls the given method on its operand.",
		Slots: object.Slots{Call: methodCallerCall, New: methodCallerNew,
			Repr: func(t *thread, v value) (value, error) {
				m := object.As[methodCaller](v)
				return reprArgs(t, v, append([]value{object.Wrap(m.name)}, m.args...), m.kw)
			},
			Traverse: func(v value, visit func(value)) { visitAll(object.As[methodCaller](v).args, visit) }},
		Methods: []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling", Fn: methodCallerReduce}},
	})
}
