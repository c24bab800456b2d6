// Package concurrent implements concurrent.futures (library reference,
// "concurrent.futures").
package concurrent

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

var (
	//go:embed futures.py
	futuresSource string
	//go:embed base.py
	baseSource string
	//go:embed thread.py
	threadSource string
	//go:embed process.py
	processSource string
)

// Package declares the package concurrent.
func Package() object.ModuleSpec { return object.ModuleSpec{Name: "concurrent", Package: true} }

// Futures declares concurrent.futures.
func Futures() object.ModuleSpec {
	return object.ModuleSpec{Name: "concurrent.futures", Package: true, Doc: "Execute computations asynchronously using threads or processes.", Source: futuresSource}
}

// Base declares concurrent.futures._base.
func Base() object.ModuleSpec {
	return object.ModuleSpec{Name: "concurrent.futures._base", Source: baseSource}
}

// Thread declares concurrent.futures.thread.
func Thread() object.ModuleSpec {
	return object.ModuleSpec{Name: "concurrent.futures.thread", Source: threadSource}
}

// Process declares concurrent.futures.process.
func Process() object.ModuleSpec {
	return object.ModuleSpec{Name: "concurrent.futures.process", Source: processSource}
}
