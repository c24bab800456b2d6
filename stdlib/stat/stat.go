// Package stat implements the stat module (library reference, "stat").
package stat

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed stat.py
var source string

// Module declares stat.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "stat", Source: source} }
