// Package glob implements the glob module (library reference, "glob").
package glob

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed glob.py
var source string

// Module declares glob.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "glob", Source: source} }
