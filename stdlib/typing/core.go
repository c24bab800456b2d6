// Package typing implements the module _typing, the Go part of typing: type
// parameters, type aliases, unions and Generic.
package typing

import "github.com/gopy-lang/gopy/object"

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
