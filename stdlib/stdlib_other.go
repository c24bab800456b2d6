//go:build !unix

package stdlib

import "github.com/gopy-lang/gopy/object"

func installSignals(t *object.Thread) {}

// DieInterrupted does nothing here: the exit status tells.
func DieInterrupted() {}
