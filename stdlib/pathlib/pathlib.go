// Package pathlib implements the pathlib module (library reference, "pathlib").
package pathlib

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed pathlib.py
var source string

// Module declares pathlib.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "pathlib", Source: source} }
