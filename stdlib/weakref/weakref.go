// Package weakref implements the modules weakref, _weakref and _weakrefset
// (library reference, "weakref"). An object dies when Go's collector finds it
// unreachable, which gc.collect() can bring about.
package weakref

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var (
	//go:embed weakref.py
	source string
	//go:embed weakrefset.py
	setSource string
)

// Module declares weakref.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "weakref", Doc: "Weak reference support for Python.", Source: source}
}

// Set declares _weakrefset.
func Set() object.ModuleSpec { return object.ModuleSpec{Name: "_weakrefset", Source: setSource} }

// Core declares _weakref.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name:  "_weakref",
		Doc:   "Weak-reference support module.",
		Funcs: funcs,
		Types: []*object.Type{&object.WeakRefType, &object.ProxyType, &object.CallableProxyType},
		Init: func(t *thread, m *object.Module) error {
			m.Set(t, "ref", object.Wrap(&object.WeakRefType))
			return nil
		},
	}
}

var funcs = []object.Func{
	{Name: "getweakrefcount", Sig: "(object, /)", Doc: "Return the number of weak references to 'object'.", Fn: func(t *thread, a []value) (value, error) {
		return object.IntOf(len(object.WeakRefs(t, a[0]))), nil
	}},
	{Name: "getweakrefs", Sig: "(object, /)", Doc: "Return a list of all weak reference objects pointing to 'object'.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewList(object.WeakRefs(t, a[0])...), nil
	}},
	{Name: "proxy", Sig: "(object, callback=None, /)", Doc: "Create a proxy object that weakly references 'object'.", Fn: func(t *thread, a []value) (value, error) {
		return object.NewProxy(t, a[0], a[1])
	}},
	{Name: "_remove_dead_weakref", Sig: "(dct, key, /)", Doc: "Atomically remove key from dict if it points to a dead weakref.", Fn: removeDead},
}

func removeDead(t *thread, a []value) (value, error) {
	if a[0].O.Type.Solid != &object.DictType {
		return value{}, object.TypeErrorf("_remove_dead_weakref() argument 1 must be dict, not %s", a[0].O.Type.MsgName())
	}
	d := object.As[object.Dict](a[0])
	v, ok, err := d.Get(t, a[1])
	if err != nil || !ok {
		return object.None, err
	}
	if v.O.Type.Solid != &object.WeakRefType {
		return value{}, object.TypeErrorf("not a weakref")
	}
	if object.As[object.WeakRef](v).Get().O == nil {
		_, _, err = d.Delete(t, a[1])
	}
	return object.None, err
}
