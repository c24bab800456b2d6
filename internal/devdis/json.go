package main

import (
	"math/big"
	"strconv"

	"github.com/gopy-lang/gopy/code"
)

// jsonCode is a code object for emulator.py: registers unscaled, jump targets
// absolute, WIDE prefixes applied, cache words nil.
func jsonCode(c *code.Code) map[string]any {
	ins := make([]any, c.Len())
	var wideB, wideC int
	for i := 0; i < c.Len(); {
		in, n := c.At(i)
		ops := [3]int{int(in.A), int(in.B), int(in.C)}
		wide := [3]int{0, wideB << 16, wideC << 16}
		kinds := code.OpKinds[in.Op]
		for k, kind := range kinds {
			switch kind {
			case code.Reg, code.RegOut, code.RegInOut, code.RegBase, code.RegBaseOut, code.RegBaseIO:
				ops[k] /= code.RegScale
			case code.Imm:
				ops[k] = int(int16(ops[k]))
			case code.Name, code.Const, code.Count:
				ops[k] += wide[k]
			case code.Const32:
				ops[k] = int(code.Imm32(in.B, in.C))
			}
		}
		if t, ok := c.JumpTarget(i); ok {
			ops[2] = t
		}
		name, operands := in.Op.String(), []any{ops[0], ops[1], ops[2]}
		switch in.Op {
		case code.OpJMPW:
			name = "JMP"
		case code.OpUNPACKBIG:
			operands = []any{ops[0], ops[1], []int{wideB - 1, ops[2]}}
		}
		ins[i] = append([]any{name}, operands...)
		wideB, wideC = 0, 0
		if in.Op == code.OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += n
	}
	consts := make([]any, len(c.Consts))
	for i, k := range c.Consts {
		consts[i] = jsonConst(k)
	}
	exc := make([]any, len(c.Exc))
	for i, e := range c.Exc {
		exc[i] = []any{e.Start, e.End, e.Target, e.Reg}
	}
	locals := make([]any, len(c.LocalsPlus))
	for i, l := range c.LocalsPlus {
		locals[i] = []any{l.Name, l.Kind}
	}
	pos := make([]any, c.Len())
	c.EachPos(func(s, e int, p code.Pos) bool {
		for i := s; i < e; i++ {
			pos[i] = []any{p.Line, p.EndLine, p.Col, p.EndCol}
		}
		return true
	})
	return map[string]any{
		"pos": pos, "firstline": c.FirstLine,
		"name": c.Name, "qualname": c.Qualname, "filename": c.Filename, "flags": c.Flags, "argcount": c.ArgCount,
		"posonly": c.PosOnlyArgCount, "kwonly": c.KwOnlyArgCount, "nfree": c.NFree, "nregs": c.NRegs,
		"ins": ins, "consts": consts, "names": append([]string{}, c.Names...), "exc": exc, "locals": locals,
	}
}

func jsonConst(v any) any {
	list := func(tag string, items []any) any {
		out := make([]any, len(items))
		for i, x := range items {
			out[i] = jsonConst(x)
		}
		return []any{tag, out}
	}
	hex := func(f float64) string { return strconv.FormatFloat(f, 'x', -1, 64) }
	octets := func(s string) []int {
		out := make([]int, len(s))
		for i := range len(s) {
			out[i] = int(s[i])
		}
		return out
	}
	switch v := v.(type) {
	case nil:
		return []any{"N", nil}
	case bool:
		return []any{"b", v}
	case int64:
		return []any{"i", strconv.FormatInt(v, 10)}
	case *big.Int:
		return []any{"i", v.String()}
	case float64:
		return []any{"f", hex(v)}
	case complex128:
		return []any{"c", []string{hex(real(v)), hex(imag(v))}}
	case string:
		return []any{"S", octets(v)}
	case code.Bytes:
		return []any{"B", octets(string(v))}
	case code.Ellipsis:
		return []any{"E", nil}
	case code.Tuple:
		return list("t", v)
	case code.FrozenSet:
		return list("z", v)
	case code.Slice:
		return list("l", v[:])
	case *code.Code:
		return []any{"C", jsonCode(v)}
	}
	panic("unknown constant")
}
