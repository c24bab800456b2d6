package compiler

import "github.com/gopy-lang/gopy/code"

// Definite assignment: which locals are surely bound where. Checks that cannot
// fail are removed, and the clearing of comprehension variables that nothing
// checks.

type assigner struct {
	u     *unit
	bit   map[reg]int
	words int
	at    []int
	state map[int][]uint64 // by index of a block's first instruction
	work  []int
}

func (u *unit) assignments() {
	a := &assigner{u: u, bit: map[reg]int{}, state: map[int][]uint64{}}
	for i := range u.ins {
		if in := &u.ins[i]; in.op == code.OpCHECK {
			if _, ok := a.bit[in.a]; !ok {
				a.bit[in.a] = len(a.bit)
			}
		}
	}
	if len(a.bit) > 0 {
		a.words = (len(a.bit) + 63) / 64
		a.at = u.labelIndex()
		a.run()
		a.removeChecks()
	}
	checked := map[reg]bool{}
	for i := range u.ins {
		if in := &u.ins[i]; in.op == code.OpCHECK {
			checked[in.a] = true
		}
	}
	u.keep(func(i int) bool {
		in := &u.ins[i]
		if in.op != code.OpNULL || in.a < hiddenBase || in.a >= freeBase {
			return true
		}
		return in.stays || checked[in.a] || u.hidden[in.a-hiddenBase].cell
	})
}

func (a *assigner) set(s []uint64, r reg) {
	if b, ok := a.bit[r]; ok {
		s[b>>6] |= 1 << (b & 63)
	}
}

func (a *assigner) clear(s []uint64, r reg) bool {
	b, ok := a.bit[r]
	if ok {
		s[b>>6] &^= 1 << (b & 63)
	}
	return ok
}

func (a *assigner) has(s []uint64, r reg) bool {
	b := a.bit[r]
	return s[b>>6]>>(b&63)&1 != 0
}

func (a *assigner) run() {
	start := make([]uint64, a.words)
	for r := range a.u.nargs {
		a.set(start, reg(r))
	}
	a.merge(0, start)
	cur := make([]uint64, a.words)
	for len(a.work) > 0 {
		i := a.work[len(a.work)-1]
		a.work = a.work[:len(a.work)-1]
		copy(cur, a.state[i])
		a.block(i, cur, nil)
	}
}

// block walks from instruction i to the end of its block. With visit, it only
// reports the state before every instruction.
func (a *assigner) block(i int, cur []uint64, visit func(i int, cur []uint64)) {
	u := a.u
	exc := int32(-1)
	for first := true; i < len(u.ins); i, first = i+1, false {
		in := &u.ins[i]
		if in.op == opLabel {
			if !first {
				if visit == nil {
					a.merge(i, cur)
				}
				return
			}
			continue
		}
		if visit != nil {
			visit(i, cur)
		} else if in.exc != exc && in.exc >= 0 {
			a.merge(a.at[u.handlers[in.exc].label], cur)
		}
		exc = in.exc
		if in.op == code.OpFORITER {
			if visit == nil {
				t := append([]uint64(nil), cur...)
				a.set(t, in.b)
				a.merge(a.at[in.label], t)
			}
			continue
		}
		if a.transfer(in, cur) {
			exc = -1 // a handler must see the cleared register
		}
		if in.label != 0 && isReal(in) && visit == nil {
			a.merge(a.at[in.label], cur)
		}
		if terminates(in) {
			return
		}
	}
}

// transfer applies the effect of in; it reports whether a register was cleared.
func (a *assigner) transfer(in *instr, cur []uint64) bool {
	if in.op >= opLabel {
		return false
	}
	switch in.op {
	case code.OpCHECK:
		a.set(cur, in.a)
		return false
	case code.OpNULL, code.OpDELLOCAL:
		return a.clear(cur, in.a)
	case code.OpUNPACK:
		for k := range in.c {
			a.set(cur, in.b+k)
		}
		return false
	}
	switch code.OpKinds[in.op][0] {
	case code.RegOut, code.RegInOut, code.RegBaseIO, code.RegBaseOut:
		a.set(cur, in.a)
	}
	return false
}

func (a *assigner) merge(i int, s []uint64) {
	old := a.state[i]
	if old == nil {
		a.state[i] = append([]uint64(nil), s...)
		a.work = append(a.work, i)
		return
	}
	changed := false
	for w := range old {
		if x := old[w] & s[w]; x != old[w] {
			old[w], changed = x, true
		}
	}
	if changed {
		a.work = append(a.work, i)
	}
}

func (a *assigner) removeChecks() {
	drop := make([]bool, len(a.u.ins))
	cur := make([]uint64, a.words)
	for i, s := range a.state {
		copy(cur, s)
		a.block(i, cur, func(i int, cur []uint64) {
			if in := &a.u.ins[i]; in.op == code.OpCHECK && a.has(cur, in.a) {
				drop[i] = true
			}
		})
	}
	a.u.keep(func(i int) bool { return !drop[i] })
}
