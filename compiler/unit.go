package compiler

import (
	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/code"
)

// reg is a virtual register: a class in the high half, a number in the low.
type reg = int32

const (
	cellBase   reg = (iota + 1) << 16 // cells that are not arguments
	hiddenBase                        // locals of inlined comprehensions
	freeBase                          // free variables
	constBase                         // constants loaded once at entry
	tempBase                          // temporaries
	noReg      reg = -1
)

func isTemp(r reg) bool { return r >= tempBase }

// Limits that keep the window of a frame within code.MaxRegs; what exceeds
// them is spilled or built in pieces.
const (
	maxLocals  = 3000
	maxHoisted = 64
	maxTemps   = 800
	chunkSize  = 64  // elements of a display in registers at a time
	maxCallArg = 200 // arguments of a call in registers
)

// Pseudo instructions.
const (
	opLabel code.Op = 0xFF00 + iota // A: label
	opMeth                          // a CALLM begins: becomes LOADM A, B, C if a check stays before the call
)

// instr is an instruction before assembly: operands are virtual registers or
// plain numbers that may exceed 16 bits.
type instr struct {
	op      code.Op
	a, b, c int32
	label   int32 // jump target, 0 for none
	exc     int32 // handler, -1 for none
	pos     code.Pos
	attr    code.Pos // CALLM: position of the attribute
	stays   bool     // NULL: not only for the checks behind it
}

// handler is the target of exceptions in a range of instructions.
type handler struct {
	label int32
	reg   reg
}

// hiddenVar is a local of an inlined comprehension.
type hiddenVar struct {
	name string
	cell bool
	used bool
}

// compFrame maps the names of an inlined comprehension to registers.
type compFrame struct {
	scope *scope
	regs  map[string]reg
}

// unit is a code object under construction.
type unit struct {
	c         *compiler
	scope     *scope
	parent    *unit
	name      string
	qualname  string
	firstLine int
	flags     int
	posOnly   int
	argCount  int
	kwOnly    int

	ins      []instr
	pos      code.Pos
	labels   int32
	handlers []handler
	handler  int32
	blocks   []*block
	top      reg // next free temporary
	maxTop   reg
	loops    int // depth of loops, for hoisting

	locals   []string // arguments and plain locals
	localReg map[string]reg
	nargs    int
	cells    []string
	cellReg  map[string]reg
	frees    []string
	freeReg  map[string]reg
	hidden   []hiddenVar
	comps    []*compFrame
	spill    reg // register of the dict of spilled locals

	consts   []any
	constIdx map[string]int32
	hoisted  []int32
	hoistReg map[int32]reg
	names    []string
	nameIdx  map[string]int32

	static    map[string]bool // class: attributes stored through self
	annots    []*deferredAnn  // module and class: deferred annotations
	condIndex int
	nestDepth int // depth of conditional statements in a module or class
}

func (c *compiler) newUnit(parent *unit, s *scope, name string, firstLine int) *unit {
	u := &unit{
		c: c, scope: s, parent: parent, name: name, firstLine: firstLine,
		handler: -1, top: tempBase, maxTop: tempBase, pos: code.NoPos, spill: noReg,
		localReg: map[string]reg{}, cellReg: map[string]reg{}, freeReg: map[string]reg{},
		constIdx: map[string]int32{}, hoistReg: map[int32]reg{}, nameIdx: map[string]int32{},
	}
	u.qualname = u.makeQualname()
	u.registers()
	return u
}

// makeQualname is the dotted name of the scope (language reference 3.2.8.1).
func (u *unit) makeQualname() string {
	p := u.parent
	if p == nil || p.scope.kind == moduleScope {
		return u.name
	}
	if p.scope.kind == typeParamsScope {
		p = p.parent
		if p == nil || p.scope.kind == moduleScope {
			return u.name
		}
	}
	switch u.scope.kind {
	case functionScope, classScope:
		if !u.scope.isLambda && u.scope.comp == notComp {
			if y := p.scope.syms[p.scope.mangle(u.name)]; y != nil && y.res == isGlobalExplicit {
				return u.name
			}
		}
	}
	if p.scope.kind == functionScope && p.scope.comp == notComp {
		return p.qualname + ".<locals>." + u.name
	}
	return p.qualname + "." + u.name
}

func codePos(p *ast.Pos) code.Pos {
	return code.Pos{Line: p.Line, EndLine: p.EndLine, Col: p.Col, EndCol: p.EndCol}
}

// at sets the position of the instructions that follow.
func (u *unit) at(p *ast.Pos) { u.pos = codePos(p) }

func (u *unit) op(op code.Op, a, b, c int32) {
	u.ins = append(u.ins, instr{op: op, a: a, b: b, c: c, exc: u.handler, pos: u.pos})
}

func (u *unit) newLabel() int32 {
	u.labels++
	return u.labels
}

// mark places a label here.
func (u *unit) mark(label int32) {
	u.ins = append(u.ins, instr{op: opLabel, a: label, exc: u.handler, pos: u.pos})
}

// jump emits a jump instruction with its register or immediate operands.
func (u *unit) jump(op code.Op, a, b int32, label int32) {
	u.ins = append(u.ins, instr{op: op, a: a, b: b, label: label, exc: u.handler, pos: u.pos})
}

func (u *unit) jmp(label int32) { u.jump(code.OpJMP, 0, 0, label) }

// dead says whether control cannot reach the next instruction.
func (u *unit) dead() bool {
	if len(u.ins) == 0 {
		return false
	}
	op := u.ins[len(u.ins)-1].op
	return op < opLabel && code.OpFlags[op]&code.Term != 0
}

func (u *unit) newTemp() reg {
	r := u.top
	u.top++
	if u.top > u.maxTop {
		u.maxTop = u.top
		if u.top-tempBase > maxTemps {
			u.c.depth = maxDepth
			u.c.enter(&ast.Pos{Line: u.pos.Line, Col: u.pos.Col, EndLine: u.pos.EndLine, EndCol: u.pos.EndCol})
		}
	}
	return r
}

// temps reserves n consecutive temporaries.
func (u *unit) temps(n int) reg {
	r := u.top
	for range n {
		u.newTemp()
	}
	return r
}

// move copies a register.
func (u *unit) move(dst, src reg) {
	if dst != src {
		u.op(code.OpMOVE, dst, src, 0)
	}
}

// addHandler registers an exception handler that is placed later.
func (u *unit) addHandler(r reg) (id, label int32) {
	label = u.newLabel()
	u.handlers = append(u.handlers, handler{label, r})
	return int32(len(u.handlers) - 1), label
}

func (u *unit) constant(v any) int32 {
	key := code.ConstKey(v)
	if i, ok := u.constIdx[key]; ok {
		return i
	}
	i := int32(len(u.consts))
	u.consts = append(u.consts, v)
	u.constIdx[key] = i
	return i
}

func (u *unit) nameIndex(name string) int32 {
	if i, ok := u.nameIdx[name]; ok {
		return i
	}
	i := int32(len(u.names))
	u.names = append(u.names, name)
	u.nameIdx[name] = i
	return i
}

// smallInt returns v as an immediate operand.
func smallInt(v any) (int32, bool) {
	if n, ok := v.(int64); ok && n >= -32768 && n <= 32767 {
		return int32(n), true
	}
	return 0, false
}

// loadConst puts a constant into a register.
func (u *unit) loadConst(dst reg, v any) {
	if n, ok := smallInt(v); ok {
		u.op(code.OpLOADI, dst, n, 0)
		return
	}
	u.op(code.OpLOADK, dst, u.constant(v), 0)
}

// constReg returns a register that holds a constant to be used as an operand.
// In loops it is loaded once, at the entry of the code.
func (u *unit) constReg(v any) reg {
	if u.loops > 0 {
		i := u.constant(v)
		if r, ok := u.hoistReg[i]; ok {
			return r
		}
		if len(u.hoisted) < maxHoisted {
			r := constBase + reg(len(u.hoisted))
			u.hoisted = append(u.hoisted, i)
			u.hoistReg[i] = r
			return r
		}
	}
	t := u.newTemp()
	u.loadConst(t, v)
	return t
}
