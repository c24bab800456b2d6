package operator

import (
	"strings"
	"unsafe"

	"github.com/gopy-lang/gopy/object"
)

var attrgetterType, itemgetterType, methodcallerType object.Type

// getter is an attrgetter (args are names, paths their parts), an itemgetter
// (args are keys) or a methodcaller (args[0] is the name).
type getter struct {
	object.Header
	args  []value
	kw    []value // methodcaller: names of the keyword arguments, the last of args
	paths [][]*object.Str
}

func newGetter(t *thread, tp, exact *object.Type, args, kw []value) (*getter, error) {
	if len(kw) > 0 {
		return nil, object.TypeErrorf("%s() takes no keyword arguments", exact.Name)
	}
	if len(args) == 0 {
		return nil, object.TypeErrorf("%s expected 1 argument, got 0", exact.Name)
	}
	g := object.Alloc[getter](tp, exact)
	g.args = append([]value(nil), args...)
	return g, nil
}

// subject checks the one argument of a call.
func subject(exact *object.Type, args, kw []value) (value, error) {
	if len(kw) > 0 {
		return value{}, object.TypeErrorf("%s() takes no keyword arguments", exact.Name)
	}
	if len(args) != 1 {
		return value{}, object.TypeErrorf("%s expected 1 argument, got %d", exact.Name, len(args))
	}
	return args[0], nil
}

func attrgetterNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	g, err := newGetter(t, tp, &attrgetterType, args, kw)
	if err != nil {
		return value{}, err
	}
	for _, a := range g.args {
		if !a.Is(&object.StrType) {
			return value{}, object.TypeErrorf("attribute name must be a string")
		}
		var path []*object.Str
		for _, part := range strings.Split(object.As[object.Str](a).String(), ".") {
			path = append(path, t.Intern(part))
		}
		g.paths = append(g.paths, path)
	}
	return object.Wrap(g), nil
}

func attrgetterCall(t *thread, v value, args, kw []value) (value, error) {
	obj, err := subject(&attrgetterType, args, kw)
	if err != nil {
		return value{}, err
	}
	g := object.As[getter](v)
	return g.each(func(i int) (value, error) {
		x := obj
		for _, n := range g.paths[i] {
			if x, err = object.GetAttr(t, x, n); err != nil {
				return value{}, err
			}
		}
		return x, nil
	})
}

// each returns get's result for the only argument, or a tuple of all results.
func (g *getter) each(get func(i int) (value, error)) (value, error) {
	if len(g.args) == 1 {
		return get(0)
	}
	out := make([]value, len(g.args))
	for i := range out {
		x, err := get(i)
		if err != nil {
			return value{}, err
		}
		out[i] = x
	}
	return object.NewTupleOwned(out), nil
}

func itemgetterNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	g, err := newGetter(t, tp, &itemgetterType, args, kw)
	if err != nil {
		return value{}, err
	}
	return object.Wrap(g), nil
}

func itemgetterCall(t *thread, v value, args, kw []value) (value, error) {
	obj, err := subject(&itemgetterType, args, kw)
	if err != nil {
		return value{}, err
	}
	g := object.As[getter](v)
	return g.each(func(i int) (value, error) { return object.GetItem(t, obj, g.args[i]) })
}

func methodcallerNew(t *thread, tp *object.Type, args, kw []value) (value, error) {
	if len(args)-len(kw) < 1 {
		return value{}, object.TypeErrorf("methodcaller needs at least one argument, the method name")
	}
	if !args[0].Is(&object.StrType) {
		return value{}, object.TypeErrorf("method name must be a string")
	}
	g := object.Alloc[getter](tp, &methodcallerType)
	g.args, g.kw = append([]value(nil), args...), append([]value(nil), kw...)
	return object.Wrap(g), nil
}

func methodcallerCall(t *thread, v value, args, kw []value) (value, error) {
	obj, err := subject(&methodcallerType, args, kw)
	if err != nil {
		return value{}, err
	}
	g := object.As[getter](v)
	m, err := object.GetAttr(t, obj, object.As[object.Str](g.args[0]))
	if err != nil {
		return value{}, err
	}
	return object.Call(t, m, g.args[1:], g.kw)
}

func getterRepr(t *thread, v value) (value, error) {
	g := object.As[getter](v)
	npos := len(g.args) - len(g.kw)
	parts := make([]string, len(g.args))
	for i, a := range g.args {
		s, err := object.Repr(t, a)
		if err != nil {
			return value{}, err
		}
		if i >= npos {
			s = object.As[object.Str](g.kw[i-npos]).String() + "=" + s
		}
		parts[i] = s
	}
	tp := v.O.Type
	return object.NewStr(tp.Module + "." + tp.Name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func getterReduce(t *thread, a []value) (value, error) {
	g := object.As[getter](a[0])
	cls := object.Wrap(a[0].O.Type)
	npos := len(g.args) - len(g.kw)
	if len(g.kw) == 0 {
		return object.NewTuple2(cls, object.NewTuple(g.args...)), nil
	}
	mod, err := object.ImportModule(t, "functools")
	if err != nil {
		return value{}, err
	}
	partial, err := object.GetAttrStr(t, mod, "partial")
	if err != nil {
		return value{}, err
	}
	args := append([]value{cls, g.args[0]}, g.args[npos:]...)
	p, err := object.Call(t, partial, args, g.kw)
	if err != nil {
		return value{}, err
	}
	return object.NewTuple2(p, object.NewTuple(g.args[1:npos]...)), nil
}

func init() {
	traverse := func(v value, visit func(value)) {
		for _, x := range object.As[getter](v).args {
			visit(x)
		}
	}
	methods := []object.Func{{Name: "__reduce__", Sig: "($self, /)", Doc: "Return state information for pickling.", Fn: getterReduce}}
	for _, c := range []struct {
		tp             *object.Type
		name, sig, doc string
		make           func(t *thread, tp *object.Type, args, kw []value) (value, error)
		call           object.CallFunc
	}{
		{&attrgetterType, "attrgetter", "(attr, /, *attrs)", "Return a callable that gets the named attributes of its operand.", attrgetterNew, attrgetterCall},
		{&itemgetterType, "itemgetter", "(item, /, *items)", "Return a callable that gets the given items of its operand.", itemgetterNew, itemgetterCall},
		{&methodcallerType, "methodcaller", "(name, /, *args, **kwargs)", "Return a callable that calls the named method of its operand.", methodcallerNew, methodcallerCall},
	} {
		c.tp.Define(object.TypeSpec{Name: c.name, Module: "operator", Sig: c.sig, Doc: c.doc, Flags: object.FlagBase, Size: unsafe.Sizeof(getter{}),
			Slots: object.Slots{New: c.make, Call: c.call, Repr: getterRepr, Traverse: traverse}, Methods: methods})
	}
}
