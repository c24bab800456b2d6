// Package fnmatch implements the fnmatch module (library reference, "fnmatch").
package fnmatch

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed fnmatch.py
var source string

// Module declares fnmatch.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "fnmatch", Source: source} }
