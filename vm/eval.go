package vm

// The evaluation loop. run holds the fast paths only; everything else goes
// through the one call to slow. Rules that keep it fast (measured, see
// docs/rationale.md): exactly one call site, no defer, no closure, no append,
// nothing live across the call but the thread; a small frame; the loop header
// aligned, which the committed default.pgo makes Go do. TestEvalLoop reads the
// machine code and fails when a second call appears.

import (
	"math"
	"unsafe"

	"github.com/gopy-lang/gopy/code"
	"github.com/gopy-lang/gopy/object"
)

// word is the size of an instruction.
const word = 8

// reg returns the register at scaled offset off.
func reg(regs unsafe.Pointer, off uint16) *object.Value {
	return (*object.Value)(unsafe.Add(regs, uintptr(off)))
}

// ptr turns an address kept as uintptr back into a pointer; the frame's unit
// and the thread's stack keep the memory alive.
func ptr(p uintptr) unsafe.Pointer { return unsafe.Add(unsafe.Pointer(nil), p) }

func setInt(r *object.Value, i int64) { *r = object.Value{O: &object.IntHeader, N: uint64(i)} }

func setFloat(r *object.Value, f float64) {
	*r = object.Value{O: &object.FloatHeader, N: math.Float64bits(f)}
}

func setBool(r *object.Value, b bool) {
	n := uint64(0)
	if b {
		n = 1
	}
	*r = object.Value{O: &object.BoolHeader, N: n}
}

func float(v *object.Value) float64 { return math.Float64frombits(v.N) }

// run executes f and the frames above it until the frame flagged as entry
// returns or fails; the outcome is in t.ret and t.err.
func run(t *Thread, f *Frame) {
	pc, regs := ptr(f.pc), ptr(f.base)
	var in *code.Ins
	for {
		in = (*code.Ins)(pc)
		pc = unsafe.Add(pc, word)
		switch in.Op {
		case code.OpNOP:
			continue
		case code.OpMOVE:
			*reg(regs, in.A) = *reg(regs, in.B)
			continue
		case code.OpLOADK:
			k := *(*object.Value)(unsafe.Add(f.consts, uintptr(in.B)*16))
			if in.C == 0 {
				*reg(regs, in.A) = k
				continue
			}
		case code.OpLOADI:
			setInt(reg(regs, in.A), int64(int16(in.B)))
			continue
		case code.OpADD, code.OpIADD:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				x, y := int64(b.N), int64(c.N)
				if z := x + y; (x^z)&(y^z) >= 0 {
					setInt(reg(regs, in.A), z)
					continue
				}
			} else if b.O == &object.FloatHeader {
				if c.O == &object.FloatHeader {
					setFloat(reg(regs, in.A), float(b)+float(c))
					continue
				}
				if c.O == &object.IntHeader {
					setFloat(reg(regs, in.A), float(b)+float64(int64(c.N)))
					continue
				}
			} else if b.O == &object.IntHeader && c.O == &object.FloatHeader {
				setFloat(reg(regs, in.A), float64(int64(b.N))+float(c))
				continue
			}
		case code.OpSUB, code.OpISUB:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				x, y := int64(b.N), int64(c.N)
				if z := x - y; (x^y)&(x^z) >= 0 {
					setInt(reg(regs, in.A), z)
					continue
				}
			} else if b.O == &object.FloatHeader {
				if c.O == &object.FloatHeader {
					setFloat(reg(regs, in.A), float(b)-float(c))
					continue
				}
				if c.O == &object.IntHeader {
					setFloat(reg(regs, in.A), float(b)-float64(int64(c.N)))
					continue
				}
			} else if b.O == &object.IntHeader && c.O == &object.FloatHeader {
				setFloat(reg(regs, in.A), float64(int64(b.N))-float(c))
				continue
			}
		case code.OpMUL, code.OpIMUL:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				x, y := int64(b.N), int64(c.N)
				if int64(int32(x)) == x && int64(int32(y)) == y {
					setInt(reg(regs, in.A), x*y)
					continue
				}
			} else if b.O == &object.FloatHeader {
				if c.O == &object.FloatHeader {
					setFloat(reg(regs, in.A), float(b)*float(c))
					continue
				}
				if c.O == &object.IntHeader {
					setFloat(reg(regs, in.A), float(b)*float64(int64(c.N)))
					continue
				}
			} else if b.O == &object.IntHeader && c.O == &object.FloatHeader {
				setFloat(reg(regs, in.A), float64(int64(b.N))*float(c))
				continue
			}
		case code.OpDIV, code.OpIDIV:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				if y := float(c); y != 0 {
					setFloat(reg(regs, in.A), float(b)/y)
					continue
				}
			}
		case code.OpADDI, code.OpIADDI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				x := int64(b.N)
				if z := x + int64(int16(in.C)); (x^z)&(int64(int16(in.C))^z) >= 0 {
					setInt(reg(regs, in.A), z)
					continue
				}
			}
		case code.OpSUBI, code.OpISUBI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				x := int64(b.N)
				if z := x - int64(int16(in.C)); (x^int64(int16(in.C)))&(x^z) >= 0 {
					setInt(reg(regs, in.A), z)
					continue
				}
			}
		case code.OpMULI, code.OpIMULI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				if x := int64(b.N); int64(int32(x)) == x {
					setInt(reg(regs, in.A), x*int64(int16(in.C)))
					continue
				}
			}
		case code.OpFLOORDIVI, code.OpIFLOORDIVI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				if x, y := int64(b.N), int64(int16(in.C)); y > 0 {
					q := x / y
					if x < 0 && q*y != x {
						q--
					}
					setInt(reg(regs, in.A), q)
					continue
				}
			}
		case code.OpMODI, code.OpIMODI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				if x, y := int64(b.N), int64(int16(in.C)); y > 0 {
					if uint64(x)>>32 == 0 {
						setInt(reg(regs, in.A), int64(uint32(x)%uint32(y)))
						continue
					}
					m := x % y
					if m < 0 {
						m += y
					}
					setInt(reg(regs, in.A), m)
					continue
				}
			}
		case code.OpANDI, code.OpIANDI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				setInt(reg(regs, in.A), int64(b.N)&int64(int16(in.C)))
				continue
			}
		case code.OpRSHIFTI, code.OpIRSHIFTI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				if in.C < 64 {
					setInt(reg(regs, in.A), int64(b.N)>>in.C)
					continue
				}
			}
		case code.OpLSHIFTI, code.OpILSHIFTI:
			if b := reg(regs, in.B); b.O == &object.IntHeader {
				if x := int64(b.N); in.C < 63 && x<<in.C>>in.C == x {
					setInt(reg(regs, in.A), x<<in.C)
					continue
				}
			}
		case code.OpMOD, code.OpIMOD:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				x, y := int64(b.N), int64(c.N)
				if uint64(x|y)>>32 == 0 && y != 0 {
					setInt(reg(regs, in.A), int64(uint32(x)%uint32(y)))
					continue
				}
				if y != 0 && y != -1 {
					m := x % y
					if m != 0 && (m < 0) != (y < 0) {
						m += y
					}
					setInt(reg(regs, in.A), m)
					continue
				}
			}
		case code.OpFLOORDIV, code.OpIFLOORDIV:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				x, y := int64(b.N), int64(c.N)
				if uint64(x|y)>>32 == 0 && y != 0 {
					setInt(reg(regs, in.A), int64(uint32(x)/uint32(y)))
					continue
				}
				if y != 0 && y != -1 {
					m := x / y
					if m*y != x && (x < 0) != (y < 0) {
						m--
					}
					setInt(reg(regs, in.A), m)
					continue
				}
			}
		case code.OpAND, code.OpIAND:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setInt(reg(regs, in.A), int64(b.N)&int64(c.N))
				continue
			}
		case code.OpOR, code.OpIOR:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setInt(reg(regs, in.A), int64(b.N)|int64(c.N))
				continue
			}
		case code.OpXOR, code.OpIXOR:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setInt(reg(regs, in.A), int64(b.N)^int64(c.N))
				continue
			}
		case code.OpJMP:
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJT:
			a := reg(regs, in.A)
			if a.O != &object.BoolHeader && a.O != &object.IntHeader {
				goto slow
			}
			if a.N == 0 {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJF:
			a := reg(regs, in.A)
			if a.O != &object.BoolHeader && a.O != &object.IntHeader {
				goto slow
			}
			if a.N == 0 {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpJLT:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) < int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) < float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNLT:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) < int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) < float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJLTI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) < int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNLTI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) < int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpLT:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) < int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) < float(c))
				continue
			}
		case code.OpJLE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) <= int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) <= float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNLE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) <= int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) <= float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJLEI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) <= int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNLEI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) <= int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpLE:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) <= int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) <= float(c))
				continue
			}
		case code.OpJGT:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) > int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) > float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNGT:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) > int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) > float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJGTI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) > int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNGTI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) > int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpGT:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) > int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) > float(c))
				continue
			}
		case code.OpJGE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) >= int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) >= float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNGE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) >= int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) >= float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJGEI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) >= int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNGEI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) >= int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpGE:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) >= int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) >= float(c))
				continue
			}
		case code.OpJEQ:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) == int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) == float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNEQ:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) == int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) == float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJEQI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) == int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNEQI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) == int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpEQ:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) == int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) == float(c))
				continue
			}
		case code.OpJNE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) != int64(b.N)) {
					continue
				}
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) != float(b)) {
					continue
				}
			} else {
				goto slow
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNNE:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if a.O == &object.IntHeader && b.O == &object.IntHeader {
				if !(int64(a.N) != int64(b.N)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			} else if a.O == &object.FloatHeader && b.O == &object.FloatHeader {
				if !(float(a) != float(b)) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpJNEI:
			a := reg(regs, in.A)
			if a.O != &object.IntHeader {
				goto slow
			}
			if !(int64(a.N) != int64(int16(in.B))) {
				continue
			}
			if off := int(int16(in.C)); off < 0 {
				if t.G.Left += off; t.G.Left <= 0 {
					goto slow
				}
			}
			pc = unsafe.Add(pc, int(int16(in.C))*word)
			continue
		case code.OpJNNEI:
			if a := reg(regs, in.A); a.O == &object.IntHeader {
				if !(int64(a.N) != int64(int16(in.B))) {
					pc = unsafe.Add(pc, int(int16(in.C))*word)
				}
				continue
			}
		case code.OpNE:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if b.O == &object.IntHeader && c.O == &object.IntHeader {
				setBool(reg(regs, in.A), int64(b.N) != int64(c.N))
				continue
			} else if b.O == &object.FloatHeader && c.O == &object.FloatHeader {
				setBool(reg(regs, in.A), float(b) != float(c))
				continue
			}
		case code.OpJNONE:
			if reg(regs, in.A).O == &object.NoneHeader {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpJNOTNONE:
			if reg(regs, in.A).O != &object.NoneHeader {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpJIS:
			if *reg(regs, in.A) == *reg(regs, in.B) {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpJISNOT:
			if *reg(regs, in.A) != *reg(regs, in.B) {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpJNULL:
			if reg(regs, in.A).O == nil {
				pc = unsafe.Add(pc, int(int16(in.C))*word)
			}
			continue
		case code.OpIS:
			setBool(reg(regs, in.A), *reg(regs, in.B) == *reg(regs, in.C))
			continue
		case code.OpISNOT:
			setBool(reg(regs, in.A), *reg(regs, in.B) != *reg(regs, in.C))
			continue
		case code.OpNOT:
			if b := reg(regs, in.B); b.O == &object.BoolHeader {
				setBool(reg(regs, in.A), b.N == 0)
				continue
			}
		case code.OpNEG:
			b := reg(regs, in.B)
			if b.O == &object.IntHeader && int64(b.N) != math.MinInt64 {
				setInt(reg(regs, in.A), -int64(b.N))
				continue
			}
			if b.O == &object.FloatHeader {
				setFloat(reg(regs, in.A), -float(b))
				continue
			}
		case code.OpCHECK:
			if reg(regs, in.A).O != nil {
				continue
			}
		case code.OpNULL:
			*reg(regs, in.A) = object.Value{}
			continue
		case code.OpCLEAR:
			for p, n := unsafe.Add(regs, uintptr(in.A)), in.B; n > 0; n-- {
				*(*object.Value)(p) = object.Value{}
				p = unsafe.Add(p, 16)
			}
			continue
		case code.OpFORITER:
			// The cache word holds nothing yet; its C operand of the jump counts from behind it.
			a := reg(regs, in.A)
			switch a.O {
			case &object.RangeIterHeader:
				left := (*object.Value)(unsafe.Add(unsafe.Pointer(a), 16))
				if left.N == 0 {
					pc = unsafe.Add(pc, word)
					continue
				}
				left.N--
				i := a.N
				a.N += (*object.Value)(unsafe.Add(unsafe.Pointer(a), 32)).N
				setInt(reg(regs, in.B), int64(i))
			case &object.ListIterHeader:
				l := (*object.List)(unsafe.Pointer((*object.Value)(unsafe.Add(unsafe.Pointer(a), 16)).O))
				i := a.N
				if l.Uni != nil {
					if i >= uint64(len(l.Nums)) {
						goto slow
					}
					*reg(regs, in.B) = object.Value{O: l.Uni, N: *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Nums)), i*8))}
				} else {
					if i >= uint64(len(l.Vals)) {
						goto slow
					}
					*reg(regs, in.B) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Vals)), i*16))
				}
				a.N = i + 1
			case &object.TupleIterHeader:
				l := (*object.Tuple)(unsafe.Pointer((*object.Value)(unsafe.Add(unsafe.Pointer(a), 16)).O))
				i := a.N
				if i >= uint64(len(l.Items)) {
					goto slow
				}
				*reg(regs, in.B) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Items)), i*16))
				a.N = i + 1
			default:
				goto slow
			}
			if t.G.Left += int(int16(in.C)); t.G.Left <= 0 {
				pc = unsafe.Add(pc, (int(int16(in.C))+1)*word)
				goto tick
			}
			pc = unsafe.Add(pc, (int(int16(in.C))+1)*word)
			continue
		case code.OpGETATTR:
			b, c := reg(regs, in.B), (*attrCache)(pc)
			if ver := b.O.Type.Version; ver == c.version && *(*uint32)(unsafe.Add(unsafe.Pointer(b.O), object.InstanceAttrs)) == c.shape {
				if v := (*object.Value)(unsafe.Add(unsafe.Pointer(b.O), uintptr(c.offset))); v.O != nil {
					*reg(regs, in.A) = *v
					pc = unsafe.Add(pc, 3*word)
					continue
				}
			} else if ver == c.version2 && *(*uint32)(unsafe.Add(unsafe.Pointer(b.O), object.InstanceAttrs)) == c.shape2 {
				if v := (*object.Value)(unsafe.Add(unsafe.Pointer(b.O), uintptr(c.offset2))); v.O != nil {
					*reg(regs, in.A) = *v
					pc = unsafe.Add(pc, 3*word)
					continue
				}
			}
		case code.OpSETATTR:
			a, c := reg(regs, in.A), (*attrCache)(pc)
			if ver := a.O.Type.Version; ver == c.version && *(*uint32)(unsafe.Add(unsafe.Pointer(a.O), object.InstanceAttrs)) == c.shape {
				*(*object.Value)(unsafe.Add(unsafe.Pointer(a.O), uintptr(c.offset))) = *reg(regs, in.B)
				pc = unsafe.Add(pc, 3*word)
				continue
			} else if ver == c.version2 && *(*uint32)(unsafe.Add(unsafe.Pointer(a.O), object.InstanceAttrs)) == c.shape2 {
				*(*object.Value)(unsafe.Add(unsafe.Pointer(a.O), uintptr(c.offset2))) = *reg(regs, in.B)
				pc = unsafe.Add(pc, 3*word)
				continue
			}
		case code.OpGETITEM:
			b, c := reg(regs, in.B), reg(regs, in.C)
			if c.O == &object.IntHeader {
				if b.O.Type == &object.ListType {
					l := (*object.List)(unsafe.Pointer(b.O))
					if l.Uni != nil {
						if c.N < uint64(len(l.Nums)) {
							*reg(regs, in.A) = object.Value{O: l.Uni, N: *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Nums)), c.N*8))}
							continue
						}
					} else if c.N < uint64(len(l.Vals)) {
						*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Vals)), c.N*16))
						continue
					}
				} else if b.O.Type == &object.TupleType {
					l := (*object.Tuple)(unsafe.Pointer(b.O))
					if c.N < uint64(len(l.Items)) {
						*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Items)), c.N*16))
						continue
					}
				}
			}
		case code.OpGETITEMI:
			b := reg(regs, in.B)
			if b.O.Type == &object.ListType {
				l := (*object.List)(unsafe.Pointer(b.O))
				if l.Uni != nil {
					if uint(int(int16(in.C))) < uint(len(l.Nums)) {
						*reg(regs, in.A) = object.Value{O: l.Uni, N: *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Nums)), uintptr(in.C)*8))}
						continue
					}
				} else if uint(int(int16(in.C))) < uint(len(l.Vals)) {
					*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Vals)), uintptr(in.C)*16))
					continue
				}
			} else if b.O.Type == &object.TupleType {
				l := (*object.Tuple)(unsafe.Pointer(b.O))
				if uint(int(int16(in.C))) < uint(len(l.Items)) {
					*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Items)), uintptr(in.C)*16))
					continue
				}
			}
		case code.OpSETITEM:
			a, b := reg(regs, in.A), reg(regs, in.B)
			if b.O == &object.IntHeader && a.O.Type == &object.ListType {
				l, c := (*object.List)(unsafe.Pointer(a.O)), reg(regs, in.C)
				if l.Uni != nil {
					if c.O == l.Uni && b.N < uint64(len(l.Nums)) {
						*(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Nums)), b.N*8)) = c.N
						continue
					}
				} else if b.N < uint64(len(l.Vals)) {
					*(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Vals)), b.N*16)) = *c
					continue
				}
			}
		case code.OpLISTAPPEND:
			l, b := (*object.List)(unsafe.Pointer(reg(regs, in.A).O)), reg(regs, in.B)
			if l.Uni != nil {
				if n := len(l.Nums); b.O == l.Uni && n < cap(l.Nums) {
					l.Nums = l.Nums[:n+1]
					*(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Nums)), n*8)) = b.N
					continue
				}
			} else if n := len(l.Vals); n > 0 && n < cap(l.Vals) {
				l.Vals = l.Vals[:n+1]
				*(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(l.Vals)), n*16)) = *b
				continue
			}
		case code.OpLOADG:
			c := (*globalCache)(pc)
			g := f.fn.Globals
			if g.KeysVer == c.keys {
				*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(g.Entries)), uintptr(c.offset)))
				pc = unsafe.Add(pc, 2*word)
				continue
			}
			if g.KeysVer == c.absent {
				if b := f.fn.Builtins; b.KeysVer == c.builtin {
					*reg(regs, in.A) = *(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b.Entries)), uintptr(c.offset)))
					pc = unsafe.Add(pc, 2*word)
					continue
				}
			}
		case code.OpSTOREG:
			c := (*globalCache)(pc)
			g := f.fn.Globals
			if g.KeysVer == c.keys {
				*(*object.Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(g.Entries)), uintptr(c.offset))) = *reg(regs, in.A)
				pc = unsafe.Add(pc, 2*word)
				continue
			}
		case code.OpLOADDEREF:
			if v := (*object.Cell)(unsafe.Pointer(reg(regs, in.B).O)).V; v.O != nil {
				*reg(regs, in.A) = v
				continue
			}
		case code.OpSTOREDEREF:
			(*object.Cell)(unsafe.Pointer(reg(regs, in.A).O)).V = *reg(regs, in.B)
			continue
		case code.OpCALL:
			fv := reg(regs, in.A)
			if fv.O.Type == &FunctionType {
				fn := (*Function)(unsafe.Pointer(fv.O))
				if u := fn.unit; u.simple == int(in.B) {
					nf, nb := f.next, uintptr(unsafe.Pointer(fv))+16
					if nf != nil && nb+u.size <= t.limit && t.DepthLeft > 0 && t.G.Left > 0 {
						t.DepthLeft--
						t.G.Left--
						f.pc = uintptr(pc)
						nf.base = nb
						if nf.fn != fn {
							nf.fn, nf.unit, nf.consts = fn, u, u.constBase
						}
						f = nf
						regs, pc = ptr(nb), u.entry
						continue
					}
				}
			}
		case code.OpCALLM:
			c := (*methodCache)(pc)
			self := (*object.Value)(unsafe.Add(unsafe.Pointer(reg(regs, in.A)), 16))
			m := uintptr(c.index)
			if ver := self.O.Type.Version; ver == c.version {
				if *(*uint32)(unsafe.Add(unsafe.Pointer(self.O), object.InstanceAttrs)) != c.shape {
					goto slow
				}
			} else if ver == c.version2 {
				if *(*uint32)(unsafe.Add(unsafe.Pointer(self.O), object.InstanceAttrs)) != c.shape2 {
					goto slow
				}
				m += 8
			} else {
				goto slow
			}
			fn := *(**Function)(unsafe.Add(f.unit.methods, m))
			if u := fn.unit; u.simple == int(in.B)+1 {
				nf, nb := f.next, uintptr(unsafe.Pointer(self))
				if nf != nil && nb+u.size <= t.limit && t.DepthLeft > 0 && t.G.Left > 0 {
					t.DepthLeft--
					t.G.Left--
					f.pc = uintptr(pc) + 4*word
					nf.base = nb
					if nf.fn != fn {
						nf.fn, nf.unit, nf.consts = fn, u, u.constBase
					}
					f = nf
					regs, pc = ptr(nb), u.entry
					continue
				}
			}
		case code.OpRET:
			if f.flags == 0 {
				*(*object.Value)(unsafe.Add(regs, -16)) = *reg(regs, in.A)
				t.DepthLeft++
				f = f.prev
				regs, pc = ptr(f.base), ptr(f.pc)
				continue
			}
		case code.OpRETNONE:
			if f.flags == 0 {
				*(*object.Value)(unsafe.Add(regs, -16)) = object.Value{O: &object.NoneHeader}
				t.DepthLeft++
				f = f.prev
				regs, pc = ptr(f.base), ptr(f.pc)
				continue
			}
		}
	slow:
		if f = t.slow(f, in); f == nil {
			return
		}
		regs, pc = ptr(f.base), ptr(f.pc)
		continue
	tick:
		f.pc = uintptr(pc)
		in = &tickIns
		goto slow
	}
}
