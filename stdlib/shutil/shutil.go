// Package shutil implements the shutil module (library reference, "shutil").
package shutil

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed shutil.py
var source string

// Module declares shutil.
func Module() object.ModuleSpec { return object.ModuleSpec{Name: "shutil", Source: source} }
