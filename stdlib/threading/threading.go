// Package threading implements the threading module (library reference,
// "threading"): its Python part on top of _thread.
package threading

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed threading.py
var source string

// Module declares threading.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "threading", Doc: "Threads, locks and conditions.", Source: source}
}
