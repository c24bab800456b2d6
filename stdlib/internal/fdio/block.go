package fdio

import (
	"github.com/gopy-lang/gopy/gil"
	"github.com/gopy-lang/gopy/object"
)

// Block runs the system call f once without the GIL. Interruptions that arrive
// meanwhile are left for the next bytecode, so that what f did is not lost.
func Block(t *object.Thread, kind string, f func()) error {
	for {
		err := t.G.BlockingCall(&gil.WaitInfo{Kind: kind}, f, nil)
		switch {
		case err == nil:
			return nil
		case err != gil.ErrInterrupted:
			return &object.Interrupt{Err: err}
		}
		if err := t.HandleBreaker(t.G.Pending()); err != nil {
			return err
		}
	}
}
