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

var rows = []object.Func{
	{Name: "library_source", Sig: "(name, core, /)", Doc: "Source of a library module and whether it is a package, or None; core: only if no file hides it.",
		Fn: librarySource},
	{Name: "make_spec", Sig: "(kind, name, file, package, /)", Doc: "Make a module's spec.", Fn: makeSpec},
}

func librarySource(t *object.Thread, a []object.Value) (object.Value, error) {
	s, ok := object.AsStr(a[0])
	l := t.Interp.Loader
	if !ok || l == nil {
		return object.None, nil
	}
	core, err := object.Truth(t, a[1])
	if err != nil || core && !l.Core(s.String()) {
		return object.None, err
	}
	if s.String() == "sys" || s.String() == "builtins" {
		return object.NewTuple(object.NewStr(""), object.False), nil
	}
	f := l.FindModule(s.String())
	if f == nil {
		return object.None, nil
	}
	spec := f()
	return object.NewTuple(object.NewStr(spec.Source), object.Bool(spec.Package)), nil
}

func makeSpec(t *object.Thread, a []object.Value) (object.Value, error) {
	kind, ok := object.AsStr(a[0])
	if !ok {
		return object.Value{}, object.TypeErrorf("make_spec() argument 1 must be str")
	}
	s := object.NewSpec(kind.String(), a[1])
	if !a[2].IsNone() {
		s.Origin, s.HasLocation = a[2], true
		if f, ok := object.AsStr(a[2]); ok {
			s.Cached = object.NewStr(object.CachedName(f.String()))
		}
	}
	pkg, err := object.Truth(t, a[3])
	if pkg {
		s.Path = object.NewList()
	}
	return object.Wrap(s), err
}
