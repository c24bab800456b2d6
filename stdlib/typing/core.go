// Package typing implements the module _typing, the Go part of typing: type
// parameters, type aliases, unions and Generic; and typing itself, which is
// written in Python (library reference, "typing").
package typing

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed typing.py
var source string

//go:embed classes.py
var classes string

// Module declares typing.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "typing", Doc: "Support for type hints.", Source: source}
}

// Classes declares _typing_classes, the part of typing that is loaded on demand.
func Classes() object.ModuleSpec {
	return object.ModuleSpec{Name: "_typing_classes", Source: classes}
}

// Core declares the module _typing.
func Core() object.ModuleSpec {
	return object.ModuleSpec{
		Name:  "_typing",
		Doc:   "Primitives and accelerators for the typing module.",
		Funcs: funcs,
		Types: []*object.Type{&object.TypeVarType, &object.ParamSpecType, &object.TypeVarTupleType, &object.ParamSpecPartType[0],
			&object.ParamSpecPartType[1], &object.TypeAliasTypeType, &object.GenericType, &object.UnionType},
		Consts: map[string]object.Value{"NoDefault": object.NoDefault},
	}
}

var funcs = []object.Func{{Name: "_idfunc", Sig: "(x, /)", Fn: func(t *object.Thread, a []object.Value) (object.Value, error) {
	return a[0], nil
}}}
