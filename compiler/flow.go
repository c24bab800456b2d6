package compiler

import "github.com/gopy-lang/gopy/code"

// Passes over the instruction list of a unit, before assembly.

// inverse pairs of conditional jumps.
var inverseJump = map[code.Op]code.Op{}

func init() {
	for _, p := range [][2]code.Op{
		{code.OpJT, code.OpJF},
		{code.OpJLT, code.OpJNLT}, {code.OpJLE, code.OpJNLE}, {code.OpJGT, code.OpJNGT},
		{code.OpJGE, code.OpJNGE}, {code.OpJEQ, code.OpJNEQ}, {code.OpJNE, code.OpJNNE},
		{code.OpJLTI, code.OpJNLTI}, {code.OpJLEI, code.OpJNLEI}, {code.OpJGTI, code.OpJNGTI},
		{code.OpJGEI, code.OpJNGEI}, {code.OpJEQI, code.OpJNEQI}, {code.OpJNEI, code.OpJNNEI},
		{code.OpJNONE, code.OpJNOTNONE}, {code.OpJIS, code.OpJISNOT},
	} {
		inverseJump[p[0]], inverseJump[p[1]] = p[1], p[0]
	}
}

func isReal(in *instr) bool { return in.op < opLabel }

func terminates(in *instr) bool { return isReal(in) && code.OpFlags[in.op]&code.Term != 0 }

// labelIndex maps labels to their position.
func (u *unit) labelIndex() []int {
	at := make([]int, u.labels+1)
	for i := range u.ins {
		if u.ins[i].op == opLabel {
			at[u.ins[i].a] = i
		}
	}
	return at
}

// optimize runs the passes.
func (u *unit) optimize() {
	for range 2 {
		u.threadJumps()
		u.removeDead()
		u.removeLabels()
		u.invertOverJumps()
	}
	u.removeNops()
	u.assignments()
	u.methods()
	u.returnAtJumps()
	u.removeDead()
	u.removeLabels()
	u.inheritPositions()
}

// realAt is the index of the first real instruction at or after i.
func (u *unit) realAt(i int) int {
	for i < len(u.ins) && !isReal(&u.ins[i]) {
		i++
	}
	return i
}

// threadJumps makes jumps to jumps go to their end.
func (u *unit) threadJumps() {
	at := u.labelIndex()
	for i := range u.ins {
		in := &u.ins[i]
		if !isReal(in) || in.label == 0 {
			continue
		}
		for range 8 {
			j := u.realAt(at[in.label])
			if j >= len(u.ins) || j == i {
				break
			}
			next := &u.ins[j]
			label := int32(0)
			switch {
			case next.op == code.OpJMP:
				label = next.label
			case (in.op == code.OpJT || in.op == code.OpJF) && next.op == in.op && next.a == in.a:
				label = next.label
			case in.op == code.OpJT && next.op == code.OpJF && next.a == in.a,
				in.op == code.OpJF && next.op == code.OpJT && next.a == in.a:
				// The test there is known to fail: go past it.
				label = u.labelAfter(j)
			}
			if label == 0 || label == in.label {
				break
			}
			if t := at[label]; t <= i && code.OpFlags[in.op]&code.Back == 0 {
				break
			}
			in.label = label
		}
	}
}

// labelAfter is the label that directly follows instruction j, or 0.
func (u *unit) labelAfter(j int) int32 {
	if j+1 < len(u.ins) && u.ins[j+1].op == opLabel {
		return u.ins[j+1].a
	}
	return 0
}

// removeDead drops what cannot be reached.
func (u *unit) removeDead() {
	at := u.labelIndex()
	live := make([]bool, len(u.ins))
	seenHandler := make([]bool, len(u.handlers))
	work := []int{0}
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		for i < len(u.ins) && !live[i] {
			live[i] = true
			in := &u.ins[i]
			if isReal(in) {
				if h := in.exc; h >= 0 && !seenHandler[h] {
					seenHandler[h] = true
					work = append(work, at[u.handlers[h].label])
				}
				if in.label != 0 {
					work = append(work, at[in.label])
				}
				if terminates(in) {
					break
				}
			}
			i++
		}
	}
	u.keep(func(i int) bool {
		in := &u.ins[i]
		if in.op == opLabel {
			return true
		}
		if in.op == code.OpJMP && live[i] {
			// A jump to what follows anyway.
			for j := i + 1; j < len(u.ins) && (u.ins[j].op == opLabel || !live[j]); j++ {
				if u.ins[j].op == opLabel && u.ins[j].a == in.label {
					return false
				}
			}
		}
		return live[i]
	})
}

// removeLabels drops the labels that nothing refers to.
func (u *unit) removeLabels() {
	used := make([]bool, u.labels+1)
	for _, h := range u.handlers {
		used[h.label] = true
	}
	for i := range u.ins {
		if isReal(&u.ins[i]) {
			used[u.ins[i].label] = true
		}
	}
	u.keep(func(i int) bool { return u.ins[i].op != opLabel || used[u.ins[i].a] })
}

// keep filters the instructions.
func (u *unit) keep(want func(i int) bool) {
	out := u.ins[:0]
	for i := range u.ins {
		if want(i) {
			out = append(out, u.ins[i])
		}
	}
	u.ins = out
}

// invertOverJumps turns `Jx L; JMP M; L:` into `Jnotx M; L:`.
func (u *unit) invertOverJumps() {
	drop := map[int]bool{}
	for i := 0; i+2 < len(u.ins); i++ {
		in, jmp := &u.ins[i], &u.ins[i+1]
		inv, ok := inverseJump[in.op]
		if !ok || jmp.op != code.OpJMP || in.exc != jmp.exc {
			continue
		}
		for j := i + 2; j < len(u.ins) && u.ins[j].op == opLabel; j++ {
			if u.ins[j].a == in.label {
				in.op, in.label = inv, jmp.label
				drop[i+1] = true
				i++
				break
			}
		}
	}
	if len(drop) > 0 {
		u.keep(func(i int) bool { return !drop[i] })
	}
}

// removeNops drops NOPs that are not alone on their line.
func (u *unit) removeNops() {
	u.keep(func(i int) bool {
		in := &u.ins[i]
		if in.op != code.OpNOP {
			return true
		}
		if j := i + 1; j < len(u.ins) && isReal(&u.ins[j]) && u.ins[j].pos.Line == in.pos.Line {
			return false
		}
		if i > 0 && isReal(&u.ins[i-1]) && u.ins[i-1].pos.Line == in.pos.Line && !terminates(&u.ins[i-1]) {
			return false
		}
		return in.pos.Line >= 0
	})
}

// methods settles the method calls: CALLM where no check of an argument stays
// between the receiver and the call, LOADM and CALLMETH elsewhere.
func (u *unit) methods() {
	open := -1
	checked := false
	for i := range u.ins {
		switch in := &u.ins[i]; in.op {
		case opMeth:
			open, checked = i, false
		case code.OpCHECK:
			checked = true
		case code.OpCALLM:
			if open >= 0 && checked {
				u.ins[open].op = code.OpLOADM
				in.op, in.c = code.OpCALLMETH, 0
			}
			open = -1
		}
	}
	u.keep(func(i int) bool { return u.ins[i].op != opMeth })
}
