package code

import "math/big"

// Code flags, with CPython's values.
const (
	FlagOptimized         = 0x0001
	FlagNewLocals         = 0x0002
	FlagVarArgs           = 0x0004
	FlagVarKeywords       = 0x0008
	FlagNested            = 0x0010
	FlagGenerator         = 0x0020
	FlagCoroutine         = 0x0080
	FlagIterableCoroutine = 0x0100
	FlagAsyncGenerator    = 0x0200
	FlagFutureAnnotations = 0x1000000
	FlagHasDocstring      = 0x4000000
	FlagMethod            = 0x8000000
)

// Kinds of a local, as bits.
const (
	LocalVar uint8 = 0x20 // a plain register (also a cell variable that is an argument has it)
	CellVar  uint8 = 0x40 // the register holds a cell made by this frame
	FreeVar  uint8 = 0x80 // the register holds a cell of the closure
	Hidden   uint8 = 0x10 // of an inlined comprehension: not part of locals() outside it
	ArgVar   uint8 = 0x02 // an argument
)

// Local describes one of the first registers of the window.
type Local struct {
	Name string
	Kind uint8
}

// Bytes is a bytes constant; the string holds its bytes.
type Bytes string

// Ellipsis is the constant `...`.
type Ellipsis struct{}

// Tuple is a tuple constant.
type Tuple []any

// FrozenSet is a frozenset constant, in source order, without duplicates.
type FrozenSet []any

// Slice is a slice constant: start, stop and step.
type Slice [3]any

// ExcEntry is a row of the exception table: an exception raised at a word in
// [Start, End) is stored in register number Reg and control goes to Target.
type ExcEntry struct {
	Start, End, Target uint32
	Reg                uint16
}

// Code is a code object. It is immutable after construction.
//
// Consts hold nil, bool, int64, *big.Int (beyond int64 only), float64,
// complex128, string (WTF-8), Bytes, Ellipsis, Tuple, FrozenSet, Slice and *Code.
type Code struct {
	Name     string
	Qualname string
	Filename string
	Flags    int

	ArgCount        int // positional arguments, the positional-only ones included
	PosOnlyArgCount int
	KwOnlyArgCount  int

	LocalsPlus []Local // registers 0..len-1: arguments, other locals, free variables
	NCell      int     // number of cell variables
	NFree      int     // number of free variables, the last of LocalsPlus
	NRegs      int     // registers of the window, temporaries included
	FirstLine  int

	Ins    []Ins // one guard word (NOP) at the end, not counted by Len
	Consts []any
	Names  []string
	Exc    []ExcEntry // inner ranges first
	Lines  []byte     // positions, see LineBuilder
}

// Len is the number of instruction words without the guard.
func (c *Code) Len() int { return len(c.Ins) - 1 }

// NArgs is the number of argument registers, *args and **kwargs included.
func (c *Code) NArgs() int {
	n := c.ArgCount + c.KwOnlyArgCount
	if c.Flags&FlagVarArgs != 0 {
		n++
	}
	if c.Flags&FlagVarKeywords != 0 {
		n++
	}
	return n
}

// Doc returns the docstring, if the code has one.
func (c *Code) Doc() (string, bool) {
	if c.Flags&FlagHasDocstring == 0 || len(c.Consts) == 0 {
		return "", false
	}
	s, ok := c.Consts[0].(string)
	return s, ok
}

// FirstFree is the register number of the first free variable.
func (c *Code) FirstFree() int { return len(c.LocalsPlus) - c.NFree }

// names returns the names of the locals that have one of the kinds.
func (c *Code) names(kind uint8) []string {
	var out []string
	for _, l := range c.LocalsPlus {
		if l.Kind&kind != 0 && l.Kind&Hidden == 0 {
			out = append(out, l.Name)
		}
	}
	return out
}

// VarNames is co_varnames: arguments and plain locals, then the variables of
// inlined comprehensions whose names are not among them.
func (c *Code) VarNames() []string {
	var out []string
	seen := map[string]bool{}
	for _, hidden := range []uint8{0, Hidden} {
		for _, l := range c.LocalsPlus {
			if l.Kind&(LocalVar|ArgVar) == 0 || l.Kind&Hidden != hidden || hidden != 0 && (seen[l.Name] || l.Name[0] == '.') {
				continue
			}
			seen[l.Name] = true
			out = append(out, l.Name)
		}
	}
	return out
}

// CellVars is co_cellvars.
func (c *Code) CellVars() []string { return c.names(CellVar) }

// FreeVars is co_freevars.
func (c *Code) FreeVars() []string { return c.names(FreeVar) }

// At returns the instruction starting at word i with the number of words it
// takes, caches included. A WIDE prefix is an instruction of its own.
func (c *Code) At(i int) (Ins, int) {
	in := c.Ins[i]
	if !in.Op.IsValid() {
		return in, 1
	}
	return in, 1 + int(OpCaches[in.Op])
}

// JumpTarget returns the target word of the jump instruction at word i.
func (c *Code) JumpTarget(i int) (int, bool) {
	in, n := c.At(i)
	if !in.Op.IsValid() {
		return 0, false
	}
	k := OpKinds[in.Op]
	switch {
	case k[1] == Jump32:
		return i + n + int(int32(uint32(in.B)|uint32(in.C)<<16)), true
	case k[2] == Jump:
		return i + n + int(int16(in.C)), true
	}
	return 0, false
}

// Imm32 joins two operand halves.
func Imm32(lo, hi uint16) uint32 { return uint32(lo) | uint32(hi)<<16 }

// ConstEqual says whether two constants are interchangeable: same type and
// same value, with signs of zero and NaN payloads told apart.
func ConstEqual(a, b any) bool { return constKey(a) == constKey(b) }

// NormInt returns n as an int64 constant when it fits, else as *big.Int.
func NormInt(n *big.Int) any {
	if n.IsInt64() {
		return n.Int64()
	}
	return n
}
