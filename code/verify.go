package code

import "fmt"

// Verify checks that c, and every code object among its constants, is well
// formed: known opcodes, registers within the window, jumps to the start of
// instructions and backward only where permitted, a sound exception table,
// constants and names in range, and no register read before it is written.
func Verify(c *Code) error {
	if err := verifyOne(c); err != nil {
		return fmt.Errorf("%s (%s:%d): %w", c.Qualname, c.Filename, c.FirstLine, err)
	}
	for _, k := range c.Consts {
		if sub, ok := k.(*Code); ok {
			if err := Verify(sub); err != nil {
				return err
			}
		}
	}
	return nil
}

type verifier struct {
	c      *Code
	start  []bool // word is the start of an instruction
	leader []bool
	wide   []bool // word follows a WIDE prefix
	state  map[int][]uint64
	work   []int
	exc    []int32 // exception entry of each word, -1 none
}

func verifyOne(c *Code) error {
	n := c.Len()
	switch {
	case n < 1:
		return fmt.Errorf("no instructions")
	case c.NRegs > MaxRegs || c.NRegs < len(c.LocalsPlus):
		return fmt.Errorf("bad window size %d", c.NRegs)
	case c.NArgs() > len(c.LocalsPlus)-c.NFree || c.PosOnlyArgCount > c.ArgCount || c.NFree > len(c.LocalsPlus):
		return fmt.Errorf("bad argument counts")
	case c.Ins[n] != (Ins{}):
		return fmt.Errorf("no guard word")
	}
	v := &verifier{c: c, start: make([]bool, n+1), leader: make([]bool, n+1), wide: make([]bool, n+1), state: map[int][]uint64{}}
	if err := v.layout(); err != nil {
		return err
	}
	if err := v.targets(); err != nil {
		return err
	}
	return v.flow()
}

// layout checks opcodes, cache words and operands.
func (v *verifier) layout() error {
	n := v.c.Len()
	wideB, wideC := 0, 0
	for i := 0; i < n; {
		in, size := v.c.At(i)
		if !in.Op.IsValid() {
			return fmt.Errorf("word %d: bad opcode %d", i, in.Op)
		}
		if i+size > n {
			return fmt.Errorf("word %d: %s cut off", i, in.Op)
		}
		v.start[i] = true
		for j := i + 1; j < i+size; j++ {
			if v.c.Ins[j] != (Ins{}) {
				return fmt.Errorf("word %d: cache word is not zero", j)
			}
		}
		if err := v.operands(in, wideB, wideC); err != nil {
			return fmt.Errorf("word %d: %s: %w", i, in.Op, err)
		}
		if in.Op == OpUNPACKBIG && (i == 0 || !v.wide[i]) {
			return fmt.Errorf("word %d: UNPACKBIG without WIDE", i)
		}
		wideB, wideC = 0, 0
		if in.Op == OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
			v.wide[i+size] = true
		}
		i += size
	}
	if v.wide[n] {
		return fmt.Errorf("WIDE at the end")
	}
	return nil
}

func (v *verifier) operands(in Ins, wideB, wideC int) error {
	kinds := OpKinds[in.Op]
	wide := [3]int{0, wideB << 16, wideC << 16}
	ops := [3]uint16{in.A, in.B, in.C}
	for i, k := range kinds {
		val := int(ops[i]) + wide[i]
		switch k {
		case Const:
			if val >= len(v.c.Consts) {
				return fmt.Errorf("constant %d out of range", val)
			}
		case Const32:
			if val := int(Imm32(ops[i], ops[i+1])); val >= len(v.c.Consts) {
				return fmt.Errorf("constant %d out of range", val)
			}
		case Name:
			if val >= len(v.c.Names) {
				return fmt.Errorf("name %d out of range", val)
			}
		case Reg, RegOut, RegInOut, RegBase, RegBaseOut, RegBaseIO:
			if val%RegScale != 0 {
				return fmt.Errorf("operand %d is not scaled", val)
			}
		case Raw:
			if in.Op == OpYIELD && val > v.c.NRegs {
				return fmt.Errorf("delegate register %d out of range", val-1)
			}
		}
	}
	switch in.Op {
	case OpRAISE:
		if in.A > 2 {
			return fmt.Errorf("bad form %d", in.A)
		}
	case OpASSERTERR:
		if in.B > 1 {
			return fmt.Errorf("bad form %d", in.B)
		}
	case OpSLICE:
		if in.C != 2 && in.C != 3 {
			return fmt.Errorf("bad count %d", in.C)
		}
	case OpMAKEFUNC:
		if _, ok := v.c.Consts[int(in.C)+wide[2]].(*Code); !ok {
			return fmt.Errorf("constant is not code")
		}
	case OpCALLKW, OpCALLMETHKW:
		t, ok := v.c.Consts[int(in.C)+wide[2]].(Tuple)
		if !ok || len(t) > int(in.B) {
			return fmt.Errorf("bad keyword names")
		}
		for _, k := range t {
			if _, ok := k.(string); !ok {
				return fmt.Errorf("keyword name is not a string")
			}
		}
	case OpWIDE:
		if in.A != 0 {
			return fmt.Errorf("bad operand")
		}
	}
	e := effectOf(in, wideB, wideC)
	for _, list := range [][]span{e.reads, e.writes, e.jumpWrites} {
		for _, s := range list {
			if s.first+s.n > v.c.NRegs {
				return fmt.Errorf("register %d outside the window of %d", s.first+s.n-1, v.c.NRegs)
			}
		}
	}
	return nil
}

// targets checks jumps and the exception table.
func (v *verifier) targets() error {
	c, n := v.c, v.c.Len()
	for i := 0; i < n; i++ {
		if !v.start[i] {
			continue
		}
		in, _ := c.At(i)
		t, ok := c.JumpTarget(i)
		if !ok {
			continue
		}
		if t < 0 || t >= n || !v.start[t] || v.wide[t] {
			return fmt.Errorf("word %d: %s jumps to %d, not an instruction", i, in.Op, t)
		}
		if t <= i && OpFlags[in.Op]&Back == 0 {
			return fmt.Errorf("word %d: %s jumps backward", i, in.Op)
		}
		v.leader[t] = true
	}
	v.exc = make([]int32, n)
	for i := range v.exc {
		v.exc[i] = -1
	}
	for k, e := range c.Exc {
		if e.Start >= e.End || int(e.End) > n || !v.start[e.Start] || int(e.End) < n && !v.start[e.End] {
			return fmt.Errorf("exception entry %d: bad range %d..%d", k, e.Start, e.End)
		}
		if int(e.Target) >= n || !v.start[e.Target] || v.wide[e.Target] {
			return fmt.Errorf("exception entry %d: bad target %d", k, e.Target)
		}
		if int(e.Reg) >= c.NRegs {
			return fmt.Errorf("exception entry %d: bad register %d", k, e.Reg)
		}
		v.leader[e.Target] = true
		for i := e.Start; i < e.End; i++ {
			if v.exc[i] < 0 {
				v.exc[i] = int32(k)
			}
		}
	}
	return nil
}

// flow checks that registers are written before they are read.
func (v *verifier) flow() error {
	c := v.c
	words := (c.NRegs + 63) / 64
	cur := make([]uint64, words)
	for r := range c.NArgs() {
		setBit(cur, r)
	}
	v.merge(0, cur)
	for len(v.work) > 0 {
		i := v.work[len(v.work)-1]
		v.work = v.work[:len(v.work)-1]
		copy(cur, v.state[i])
		if err := v.block(i, cur); err != nil {
			return err
		}
	}
	return nil
}

// block walks from word i until control leaves or reaches another leader.
func (v *verifier) block(i int, cur []uint64) error {
	c := v.c
	wideB, wideC := 0, 0
	tmp := make([]uint64, len(cur))
	for {
		in, size := c.At(i)
		if k := v.exc[i]; k >= 0 {
			copy(tmp, cur)
			setBit(tmp, int(c.Exc[k].Reg))
			v.merge(int(c.Exc[k].Target), tmp)
		}
		e := effectOf(in, wideB, wideC)
		for _, s := range e.reads {
			for r := s.first; r < s.first+s.n; r++ {
				if cur[r>>6]>>(r&63)&1 == 0 {
					return fmt.Errorf("word %d: %s reads register %d before it is written", i, in.Op, r)
				}
			}
		}
		for _, s := range e.writes {
			for r := s.first; r < s.first+s.n; r++ {
				setBit(cur, r)
			}
		}
		if e.killAbove >= 0 {
			for r := e.killAbove; r < c.NRegs; r++ {
				cur[r>>6] &^= 1 << (r & 63)
			}
		}
		if t, ok := c.JumpTarget(i); ok {
			copy(tmp, cur)
			for _, s := range e.jumpWrites {
				setBit(tmp, s.first)
			}
			v.merge(t, tmp)
		}
		if OpFlags[in.Op]&Term != 0 {
			return nil
		}
		wideB, wideC = 0, 0
		if in.Op == OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += size
		if i >= c.Len() {
			return fmt.Errorf("control falls off the end")
		}
		if v.leader[i] {
			v.merge(i, cur)
			return nil
		}
	}
}

// merge joins a state into the one at word i and queues i when it changed.
func (v *verifier) merge(i int, s []uint64) {
	old, seen := v.state[i]
	if !seen {
		v.state[i] = append([]uint64(nil), s...)
		v.work = append(v.work, i)
		return
	}
	changed := false
	for w := range old {
		if x := old[w] & s[w]; x != old[w] {
			old[w], changed = x, true
		}
	}
	if changed {
		v.work = append(v.work, i)
	}
}

func setBit(s []uint64, r int) { s[r>>6] |= 1 << (r & 63) }
