package vm

import (
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// ClearDead drops the values that t's stack holds but will not use again:
// temporaries of active frames, and what returned calls left behind. It makes
// gc.collect() find what a program expects it to.
func (rt *Runtime) ClearDead(ot *object.Thread) {
	rt.sweep()
	t := threadOf(ot)
	t.passing = nil // what fails from here on sets its context anew
	top, base := t.limit, t.chunk.base()
	for f := t.frame; f != nil && f.flags&flagRoot == 0; f = f.prev {
		if end := f.top(); end >= base && end <= t.limit { // others are generators', which are not on the stack
			top = end
			break
		}
	}
	if n := (t.limit - top) / 16; n > 0 {
		clear(unsafe.Slice((*object.Value)(ptr(top)), n))
	}
	for f := t.frame.next; f != nil; f = f.next {
		f.fn, f.self, f.gen, f.caller, f.obj, f.locals = nil, object.Value{}, nil, nil, nil, object.Value{}
	}
	inner := &t.root // the frame that f called: its window may begin inside f's
	for f := t.frame; f != nil && f.flags&flagRoot == 0; f = f.prev {
		c := f.unit.Code
		for i, live := range code.Live(c, f.word()) {
			a := f.base + uintptr(i)*16
			if inner.base >= f.base && a >= inner.base {
				break
			}
			if !live && i >= len(c.LocalsPlus) {
				*f.at(i) = object.Value{}
			}
		}
		if inner.base == f.top()+16 { // called by way of Go: see room
			*(*object.Value)(ptr(f.top())) = object.Value{}
		}
		inner = f
	}
}
