//go:build !unix

package gopy

import "github.com/gopy-lang/gopy/object"

// Child does nothing on this system, which has no multiprocessing yet.
func Child() (status int, ok bool) { return 0, false }

func keepConfig(in *object.Interp, cfg Config) {}
