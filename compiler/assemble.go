package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// The assembler: final registers, jump distances, tables.

type assembler struct {
	u      *unit
	base   [6]int32 // first final register of each class of virtual ones
	ins    []instr
	grown  []uint8 // how a jump is written, see below
	offset []int32
	at     []int
	out    []code.Ins
}

// Forms of a jump instruction.
const (
	plainJump  uint8 = iota
	invertJump       // inverse of the condition over a JMP
	farJump          // JMPW, behind the inverse or a detour if conditional
)

// finish turns the unit into a code object.
func (u *unit) finish() *code.Code {
	u.optimize()
	a := &assembler{u: u}
	a.layout()
	a.ins = append(a.prologue(), u.ins...)
	a.pruneConsts()
	a.at = make([]int, u.labels+1)
	for i := range a.ins {
		if a.ins[i].op == opLabel {
			a.at[a.ins[i].a] = i
		}
	}
	a.relax()
	co := a.emit()
	co.Name, co.Qualname, co.Filename = u.name, u.qualname, u.c.opt.Filename
	co.Flags, co.FirstLine = u.flags, u.firstLine
	co.ArgCount, co.PosOnlyArgCount, co.KwOnlyArgCount = u.argCount, u.posOnly, u.kwOnly
	co.Consts, co.Names = u.consts, u.names
	co.LocalsPlus, co.NCell = a.locals()
	co.NFree = len(u.frees)
	co.NRegs = int(a.base[5] + u.maxTop - tempBase)
	if co.NRegs > code.MaxRegs {
		u.c.fail(&ast.Pos{Line: int32(u.firstLine), EndLine: int32(u.firstLine)}, "too many local variables in %s", u.name)
	}
	return co
}

// pruneConsts drops the constants that only dead code used. A docstring stays
// the first.
func (a *assembler) pruneConsts() {
	u := a.u
	index := make([]int32, len(u.consts))
	var kept []any
	use := func(i int32) int32 {
		if index[i] == 0 {
			kept = append(kept, u.consts[i])
			index[i] = int32(len(kept))
		}
		return index[i] - 1
	}
	if u.flags&code.FlagHasDocstring != 0 {
		use(0)
	}
	for i := range a.ins {
		in := &a.ins[i]
		if in.op >= opLabel {
			continue
		}
		switch k := code.OpKinds[in.op]; {
		case k[1] == code.Const32:
			in.b = use(in.b)
		case k[2] == code.Const:
			in.c = use(in.c)
		}
	}
	u.consts = kept
}

// layout places the classes of registers one after the other.
func (a *assembler) layout() {
	u := a.u
	n := int32(len(u.locals))
	for i, size := range []int{len(u.cells), len(u.hidden), len(u.frees), len(u.hoisted)} {
		a.base[i+1] = n
		n += int32(size)
	}
	a.base[5] = n
}

func (a *assembler) reg(r reg) int32 { return a.base[r>>16] + r&0xFFFF }

func (a *assembler) locals() (list []code.Local, ncell int) {
	u := a.u
	for i, n := range u.locals {
		k := code.LocalVar
		if i < u.nargs {
			k |= code.ArgVar
			if y := u.scope.syms[n]; y != nil && y.res == isCell {
				k |= code.CellVar
				ncell++
			}
		}
		if n == ".format" && u.scope.kind == annotationScope {
			n = "format"
		}
		list = append(list, code.Local{Name: n, Kind: k})
	}
	for _, n := range u.cells {
		list = append(list, code.Local{Name: n, Kind: code.CellVar})
		ncell++
	}
	for _, h := range u.hidden {
		k := code.LocalVar | code.Hidden
		if h.cell {
			k = code.CellVar | code.Hidden
			ncell++
		}
		list = append(list, code.Local{Name: h.name, Kind: k})
	}
	for _, n := range u.frees {
		list = append(list, code.Local{Name: n, Kind: code.FreeVar})
	}
	return list, ncell
}

// prologue is what runs at entry, see the frame layout in package code.
func (a *assembler) prologue() []instr {
	u := a.u
	start := code.Pos{Line: int32(u.firstLine), EndLine: int32(u.firstLine), Col: -1, EndCol: -1}
	var list []instr
	add := func(op code.Op, x, y int32) {
		list = append(list, instr{op: op, a: x, b: y, exc: -1, pos: start})
	}
	if u.flags&(code.FlagGenerator|code.FlagCoroutine|code.FlagAsyncGenerator) != 0 {
		add(code.OpRETGEN, 0, 0)
	}
	if len(u.frees) > 0 {
		add(code.OpCOPYFREE, freeBase, int32(len(u.frees)))
	}
	if n := int32(len(u.locals) - u.nargs + len(u.cells) + len(u.hidden)); n > 0 {
		first := reg(u.nargs)
		switch {
		case u.nargs < len(u.locals):
		case len(u.cells) > 0:
			first = cellBase
		default:
			first = hiddenBase
		}
		add(code.OpCLEAR, first, n)
	}
	for i, n := range u.locals[:u.nargs] {
		if y := u.scope.syms[n]; y != nil && y.res == isCell {
			add(code.OpMAKECELL, int32(i), 0)
		}
	}
	for i := range u.cells {
		add(code.OpMAKECELL, cellBase+int32(i), 0)
	}
	if u.spill != noReg {
		list = append(list, instr{op: code.OpDICT, a: u.spill, b: tempBase, exc: -1, pos: start})
	}
	for i, k := range u.hoisted {
		r := constBase + int32(i)
		if n, ok := smallInt(u.consts[k]); ok {
			add(code.OpLOADI, r, n)
		} else {
			add(code.OpLOADK, r, k)
		}
	}
	return list
}

// size is the number of words of instruction i, as it is written now.
func (a *assembler) size(i int) int32 {
	in := &a.ins[i]
	if in.op >= opLabel {
		return 0
	}
	n := 1 + int32(code.OpCaches[in.op])
	if in.label != 0 {
		switch {
		case a.grown[i] == plainJump || in.op == code.OpJMP:
		case inverseJump[in.op] != 0:
			n++
		default:
			n += 2
		}
		return n
	}
	if a.wide(in) {
		n++
	}
	return n
}

// wide says whether an operand needs a WIDE prefix.
func (a *assembler) wide(in *instr) bool {
	k := code.OpKinds[in.op]
	return indexKind(k[1]) && in.b > 0xFFFF || indexKind(k[2]) && in.c > 0xFFFF
}

func indexKind(k code.Kind) bool { return k == code.Name || k == code.Const || k == code.Count }

// relax decides how every jump is written; forms only grow, so it ends.
func (a *assembler) relax() {
	a.grown = make([]uint8, len(a.ins))
	a.offset = make([]int32, len(a.ins)+1)
	for {
		off := int32(0)
		for i := range a.ins {
			a.offset[i] = off
			off += a.size(i)
		}
		a.offset[len(a.ins)] = off
		changed := false
		for i := range a.ins {
			in := &a.ins[i]
			if in.op >= opLabel || in.label == 0 {
				continue
			}
			if f := a.form(i, in); f > a.grown[i] {
				a.grown[i], changed = f, true
			}
		}
		if !changed {
			return
		}
	}
}

func (a *assembler) form(i int, in *instr) uint8 {
	dist := a.offset[a.at[in.label]] - (a.offset[i] + a.size(i))
	switch {
	case dist < -32000 || dist > 32000:
		return farJump
	case dist < 0 && code.OpFlags[in.op]&code.Back == 0:
		return invertJump
	}
	return plainJump
}

func (a *assembler) emit() *code.Code {
	var lines code.LineBuilder
	var exc []code.ExcEntry
	a.out = make([]code.Ins, 0, a.offset[len(a.ins)]+1)
	for i := range a.ins {
		in := &a.ins[i]
		if in.op >= opLabel {
			continue
		}
		start := len(a.out)
		if in.label != 0 {
			a.emitJump(i, in)
		} else {
			a.emitPlain(in)
		}
		end := len(a.out)
		if in.op == code.OpCALLM {
			// The word itself stands for the call, its cache words for the attribute.
			lines.Add(1, in.pos)
			lines.Add(end-start-1, in.attr)
		} else {
			lines.Add(end-start, in.pos)
		}
		if in.exc >= 0 {
			h := a.u.handlers[in.exc]
			target, r := uint32(a.offset[a.at[h.label]]), uint16(a.reg(h.reg))
			if n := len(exc); n > 0 && exc[n-1].End == uint32(start) && exc[n-1].Target == target && exc[n-1].Reg == r {
				exc[n-1].End = uint32(end)
			} else {
				exc = append(exc, code.ExcEntry{Start: uint32(start), End: uint32(end), Target: target, Reg: r})
			}
		}
	}
	a.out = append(a.out, code.Ins{})
	return &code.Code{Ins: a.out, Exc: exc, Lines: lines.Bytes()}
}

// operand encodes an operand by its kind.
func (a *assembler) operand(k code.Kind, v int32) uint16 {
	switch k {
	case code.Reg, code.RegOut, code.RegInOut, code.RegBase, code.RegBaseOut, code.RegBaseIO:
		return uint16(a.reg(v) * code.RegScale)
	}
	return uint16(v)
}

func (a *assembler) add(op code.Op, x, y, z uint16) {
	a.out = append(a.out, code.Ins{Op: op, A: x, B: y, C: z})
	for range code.OpCaches[op] {
		a.out = append(a.out, code.Ins{})
	}
}

func (a *assembler) emitPlain(in *instr) {
	k := code.OpKinds[in.op]
	if a.wide(in) {
		w := code.Ins{Op: code.OpWIDE}
		if indexKind(k[1]) {
			w.B = uint16(in.b >> 16)
		}
		if indexKind(k[2]) {
			w.C = uint16(in.c >> 16)
		}
		a.out = append(a.out, w)
	}
	x, y, z := a.operand(k[0], in.a), a.operand(k[1], in.b), a.operand(k[2], in.c)
	switch in.op {
	case code.OpLOADK:
		y, z = uint16(in.b), uint16(in.b>>16)
	case code.OpYIELD:
		if in.c != 0 {
			z = uint16(a.reg(in.c) + 1)
		}
	}
	a.add(in.op, x, y, z)
}

func (a *assembler) emitJump(i int, in *instr) {
	target := a.offset[a.at[in.label]]
	k := code.OpKinds[in.op]
	x, y := a.operand(k[0], in.a), a.operand(k[1], in.b)
	// goTo emits an unconditional jump, the last word of the form.
	goTo := func() {
		d := target - int32(len(a.out)+1)
		if a.grown[i] == farJump {
			a.add(code.OpJMPW, 0, uint16(d), uint16(d>>16))
		} else {
			a.add(code.OpJMP, 0, 0, uint16(d))
		}
	}
	switch inv := inverseJump[in.op]; {
	case in.op == code.OpJMP:
		goTo()
	case a.grown[i] == plainJump:
		d := target - (a.offset[i] + a.size(i))
		a.add(in.op, x, y, uint16(d))
	case inv != 0:
		a.add(inv, x, y, 1)
		goTo()
	default:
		a.add(in.op, x, y, 1)
		a.add(code.OpJMP, 0, 0, 1)
		goTo()
	}
}
