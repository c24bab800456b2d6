// Package runpy implements the runpy module (library reference, "runpy"); it
// also runs the module of the option -m.
package runpy

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed runpy.py
var source string

// Module declares runpy.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "runpy", Doc: "Locate and run Python modules by their names.", Source: source}
}

// Core declares _runpy.
func Core() object.ModuleSpec { return object.ModuleSpec{Name: "_runpy", Funcs: rows} }

// sourcer is a loader that knows the sources of its modules.
type sourcer interface {
	ModuleSource(name string) (src string, pkg, ok bool)
}

var rows = []object.Func{{Name: "library_source", Sig: "(name, /)", Doc: "Source of a library module and whether it is a package, or None.",
	Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
		s, ok := object.AsStr(a[0])
		l, can := t.Interp.Loader.(sourcer)
		if !ok || !can {
			return object.None, nil
		}
		src, pkg, ok := l.ModuleSource(s.String())
		if !ok {
			return object.None, nil
		}
		return object.NewTuple(object.NewStr(src), object.Bool(pkg)), nil
	}}}
