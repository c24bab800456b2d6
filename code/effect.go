package code

// span is a run of registers, by number.
type span struct{ first, n int }

// effect is what an instruction does to the registers.
type effect struct {
	reads, writes []span
	jumpWrites    []span // written only when the instruction jumps
	killAbove     int    // registers from this number on are dead afterwards, -1: none
}

// effectOf computes the effect of in; wideB and wideC are the operands of a
// WIDE prefix.
func effectOf(in Ins, wideB, wideC int) effect {
	e := effect{killAbove: -1}
	kinds := OpKinds[in.Op]
	for i, v := range [3]uint16{in.A, in.B, in.C} {
		r := int(v) / RegScale
		n := spanLen(in, i, wideB, wideC)
		switch kinds[i] {
		case Reg, RegBase:
			e.reads = append(e.reads, span{r, n})
		case RegOut, RegBaseOut:
			e.writes = append(e.writes, span{r, n})
		case RegInOut:
			e.reads = append(e.reads, span{r, 1})
			e.writes = append(e.writes, span{r, 1})
		case RegBaseIO:
			e.reads = append(e.reads, span{r, n})
			e.writes = append(e.writes, span{r, 1})
		}
	}
	a := int(in.A) / RegScale
	switch in.Op {
	case OpFORITER:
		e.jumpWrites, e.writes = e.writes, nil
	case OpCALL, OpCALLKW, OpCALLMETH, OpCALLMETHKW, OpCALLEX:
		e.killAbove = a + 1
	case OpCALLM:
		e.reads = []span{{a + 1, int(in.B) + 1}}
		e.killAbove = a + 1
	case OpWITHENTER, OpAWITHENTER, OpEXCGROUP:
		e.writes = []span{{a, 2}}
	case OpRAISE:
		e.reads = e.reads[:min(int(in.A), 2)]
	case OpASSERTERR:
		e.reads = e.reads[:min(int(in.B), 1)]
	case OpYIELD:
		if in.C > 0 {
			e.reads = append(e.reads, span{int(in.C) - 1, 1})
		}
	}
	return e
}

// spanLen is the number of registers that operand i of in stands for.
func spanLen(in Ins, i, wideB, wideC int) int {
	count := int(in.C) + wideC<<16
	switch in.Op {
	case OpCLEAR, OpCOPYFREE:
		return int(in.B) + wideB<<16
	case OpCALL, OpCALLKW:
		return int(in.B) + 1
	case OpCALLMETH, OpCALLMETHKW:
		return int(in.B) + 2
	case OpCALLEX, OpMATCHCLASS, OpGETSUPER, OpGETITER, OpFORITER:
		if OpKinds[in.Op][i] != Reg && OpKinds[in.Op][i] != RegOut {
			return 3
		}
	case OpLOADSUPER:
		return 2 + i
	case OpLOADM:
		return 2 - i
	case OpTUPLE, OpLIST, OpSET, OpBUILDSTR, OpUNPACK, OpSLICE:
		if i == 1 {
			return count
		}
	case OpDICT:
		if i == 1 {
			return 2 * count
		}
	case OpUNPACKEX:
		if i == 1 {
			return int(in.C&255) + 1 + int(in.C>>8)
		}
	case OpINTERP:
		if i == 1 {
			return 2 + int(in.C>>8&1)
		}
	case OpTEMPLATE, OpIMPORT, OpINTRIN2:
		return 1 + i
	case OpMAKEFUNC:
		if i == 1 {
			return 4
		}
	case OpGETSLICE:
		if i == 2 {
			return 2
		}
	case OpSETSLICE:
		if i == 1 {
			return 2
		}
	}
	return 1
}
