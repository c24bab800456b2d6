// Package tempfile implements the tempfile module (library reference, "tempfile").
package tempfile

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed tempfile.py
var source string

// Module declares tempfile.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "tempfile", Source: source} }
