package compiler

import "github.com/gopy-lang/gopy/code"

// Positions of instructions that the source does not show: a frame that stands
// at one is where the instruction before it was.

// returnAtJumps writes a return that has no position of its own wherever
// something jumps to it, so that it can have the jump's.
func (u *unit) returnAtJumps() {
	at := u.labelIndex()
	for i := range u.ins {
		in := &u.ins[i]
		if !isReal(in) || in.op != code.OpJMP || in.label == 0 {
			continue
		}
		if j := u.realAt(at[in.label]); j < len(u.ins) {
			if to := u.ins[j]; to.op == code.OpRETNONE && to.pos == code.NoPos && to.exc == in.exc {
				to.pos = in.pos
				*in = to
			}
		}
	}
}

// inheritPositions gives instructions without a position that of the one
// before, unless they are reached in another way too.
func (u *unit) inheritPositions() {
	target := make([]bool, u.labels+1)
	for i := range u.ins {
		if isReal(&u.ins[i]) {
			target[u.ins[i].label] = true
		}
	}
	for _, h := range u.handlers {
		target[h.label] = true
	}
	last := code.NoPos
	for i := range u.ins {
		in := &u.ins[i]
		switch {
		case in.op == opLabel:
			if target[in.a] {
				last = code.NoPos
			}
		case !isReal(in):
		case in.pos == code.NoPos:
			in.pos = last
		default:
			last = in.pos
		}
		if isReal(in) && in.op.Info().Flags&code.Term != 0 {
			last = code.NoPos
		}
	}
}
