// Package abc implements the abc module (library reference, "abc").
package abc

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed abc.py
var source string

// Module declares abc.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "abc", Doc: "Abstract base classes.", Source: source}
}
