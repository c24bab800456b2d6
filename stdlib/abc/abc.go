// Package abc implements the abc and _abc modules (library reference, "abc";
// PEP 3119).
package abc

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed abc.py
var source string

// Module declares abc.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "abc", Doc: "Abstract base classes.", Source: source, Init: func(t *object.Thread, m *object.Module) error {
		for i := range metaRows {
			m.Set(t, "_"+metaRows[i].Name, object.NewMethodDescr(&object.TypeType, &metaRows[i]))
		}
		return nil
	}}
}

// Core declares _abc, the functions below ABCMeta.
func Core() object.ModuleSpec {
	return object.ModuleSpec{Name: "_abc", Doc: "Module contains faster C implementation of abc.ABCMeta", Funcs: coreRows}
}
