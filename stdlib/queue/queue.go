// Package queue implements the queue module (library reference, "queue").
package queue

import (
	_ "embed"

	"github.com/gopy-lang/gopy/object"
)

//go:embed queue.py
var source string

// Module declares queue.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "queue", Doc: "A multi-producer, multi-consumer queue.", Source: source}
}
