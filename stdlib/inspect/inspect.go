// Package inspect implements the inspect module (library reference,
// "inspect").
package inspect

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed inspect.py
var source string

//go:embed signature.py
var signatures string

// Module declares inspect.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "inspect", Doc: "Get useful information from live Python objects.", Source: source}
}

// Signatures declares _inspect_signature.
func Signatures() object.ModuleSpec {
	return object.ModuleSpec{Name: "_inspect_signature", Source: signatures}
}
