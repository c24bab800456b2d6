package abc

import (
	"weak"

	"github.com/gopy-lang/gopy/object"
)

func isClass(v value) bool { return v.O.Type.Solid == &object.TypeType }

func register(t *thread, a []value) (value, error) {
	cls, sub := a[0], a[1]
	if !isClass(sub) {
		return value{}, object.TypeErrorf("Can only register classes")
	}
	if ok, err := object.IsSubclass(t, sub, cls); err != nil || ok {
		return sub, err
	}
	if ok, err := object.IsSubclass(t, cls, sub); err != nil {
		return value{}, err
	} else if ok {
		return value{}, object.RuntimeErrorf("Refusing to create an inheritance cycle")
	}
	d, err := dataOf(t, cls)
	if err != nil {
		return value{}, err
	}
	tp := object.As[class](sub)
	d.registry = append(d.registry, weak.Make(tp))
	*token(t)++
	if isClass(cls) {
		if f := object.As[class](cls).Flags & (object.FlagSequence | object.FlagMapping); f != 0 {
			spread(t, tp, f)
		}
	}
	return sub, nil
}

// spread gives pattern matching flags to a registered class and what derives
// from it. Built-in types have theirs from the start.
func spread(t *thread, tp *class, f object.TypeFlags) {
	if !tp.IsHeap() || tp.Flags&(object.FlagSequence|object.FlagMapping) == f {
		return
	}
	tp.Flags = tp.Flags&^(object.FlagSequence|object.FlagMapping) | f
	for _, s := range tp.Subclasses(t.Interp) {
		spread(t, s, f)
	}
}

func instanceCheck(t *thread, a []value) (value, error) {
	cls, obj := a[0], a[1]
	d, err := dataOf(t, cls)
	if err != nil {
		return value{}, err
	}
	real := obj.O.Type
	kind := object.Wrap(real)
	if real.IsHeap() {
		if kind, err = object.GetAttr(t, obj, t.Intern("__class__")); err != nil {
			return value{}, err
		}
	}
	if isClass(kind) && d.yes.has(object.As[class](kind)) {
		return object.True, nil
	}
	if kind == object.Wrap(real) && d.token == *token(t) && d.no.has(real) {
		return object.False, nil
	}
	r, err := object.CallMethod(t, cls, "__subclasscheck__", kind)
	if err != nil || kind == object.Wrap(real) {
		return r, err
	}
	if ok, err := object.Truth(t, r); err != nil || ok {
		return r, err
	}
	return object.CallMethod(t, cls, "__subclasscheck__", object.Wrap(real))
}

func subclassCheck(t *thread, a []value) (value, error) {
	cls, sub := a[0], a[1]
	if !isClass(sub) {
		return value{}, object.TypeErrorf("issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, cls)
	if err != nil {
		return value{}, err
	}
	tp := object.As[class](sub)
	if d.yes.has(tp) {
		return object.True, nil
	}
	if now := *token(t); d.token != now {
		d.no, d.token = nil, now
	} else if d.no.has(tp) {
		return object.False, nil
	}
	if err := t.EnterNative(" in __subclasscheck__"); err != nil {
		return value{}, err
	}
	defer t.LeaveNative()
	ok, err := ask(t, cls, sub, d)
	if err != nil {
		return value{}, err
	}
	if ok {
		d.yes.add(tp)
	} else {
		d.no.add(tp)
	}
	return object.Bool(ok), nil
}

// ask finds out whether sub is a subclass of cls, caches aside.
func ask(t *thread, cls, sub value, d *data) (bool, error) {
	r, err := object.CallMethod(t, cls, "__subclasshook__", sub)
	if err != nil {
		return false, err
	}
	switch r {
	case object.True:
		return true, nil
	case object.False:
		return false, nil
	case object.NotImplemented:
	default:
		return false, object.NewException(&object.AssertionErrorType, object.NewStr("__subclasshook__ must return either False, True, or NotImplemented"))
	}
	if object.As[class](sub).IsSubtype(object.As[class](cls)) {
		return true, nil
	}
	for _, w := range append([]weak.Pointer[class](nil), d.registry...) {
		c := w.Value()
		if c == nil {
			continue
		}
		if ok, err := object.IsSubclass(t, sub, object.Wrap(c)); err != nil || ok {
			return ok, err
		}
	}
	subs, err := object.CallMethod(t, cls, "__subclasses__")
	if err != nil {
		return false, err
	}
	if subs.O.Type != &object.ListType {
		return false, object.TypeErrorf("__subclasses__() must return a list")
	}
	for _, c := range object.As[object.List](subs).Values() {
		if ok, err := object.IsSubclass(t, sub, c); err != nil || ok {
			return ok, err
		}
	}
	return false, nil
}

// metaRows are the methods of ABCMeta.
var metaRows = []object.Func{
	{Name: "register", Sig: "($self, subclass, /)", Doc: "Register a virtual subclass of an ABC.\n\nReturns the subclass, to allow usage as a class decorator.", Fn: register},
	{Name: "__instancecheck__", Sig: "($self, instance, /)", Doc: "Override for isinstance(instance, cls).", Fn: instanceCheck},
	{Name: "__subclasscheck__", Sig: "($self, subclass, /)", Doc: "Override for issubclass(subclass, cls).", Fn: subclassCheck},
}

var coreRows = []object.Func{
	{Name: "get_cache_token", Sig: "()", Doc: "Returns the current ABC cache token.", Fn: func(t *thread, a []value) (value, error) { return object.Int(*token(t)), nil }},
	{Name: "_abc_init", Sig: "(cls, /)", Fn: initClass},
	{Name: "_abc_register", Sig: "(cls, subclass, /)", Fn: register},
	{Name: "_abc_instancecheck", Sig: "(cls, instance, /)", Fn: instanceCheck},
	{Name: "_abc_subclasscheck", Sig: "(cls, subclass, /)", Fn: subclassCheck},
	{Name: "_update_abstract", Sig: "(cls, /)", Fn: func(t *thread, a []value) (value, error) { return object.None, setAbstract(t, a[0]) }},
	{Name: "_get_dump", Sig: "(cls, /)", Fn: func(t *thread, a []value) (value, error) {
		d, err := dataOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		var reg []value
		for _, w := range d.registry {
			if tp := w.Value(); tp != nil {
				reg = append(reg, object.Wrap(tp))
			}
		}
		sets := make([]value, 3, 4)
		for i, l := range [][]value{reg, d.yes.values(), d.no.values()} {
			if sets[i], err = object.NewSet(t, l); err != nil {
				return value{}, err
			}
		}
		return object.NewTuple(append(sets, object.Int(d.token))...), nil
	}},
	{Name: "_reset_registry", Sig: "(cls, /)", Fn: func(t *thread, a []value) (value, error) {
		d, err := dataOf(t, a[0])
		if err == nil {
			d.registry = nil
		}
		return object.None, err
	}},
	{Name: "_reset_caches", Sig: "(cls, /)", Fn: func(t *thread, a []value) (value, error) {
		d, err := dataOf(t, a[0])
		if err == nil {
			d.yes, d.no = nil, nil
		}
		return object.None, err
	}},
}
