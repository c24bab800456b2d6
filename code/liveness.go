package code

// Live returns, for each register, whether the instruction at word or one that
// may follow it reads the register before it is written again. A code object
// that does not verify gives nonsense.
func Live(c *Code, word int) []bool {
	l := liveness{c: c, width: (c.NRegs + 63) / 64}
	l.scan()
	for changed := true; changed; {
		changed = false
		for k := len(l.starts) - 1; k >= 0; k-- {
			changed = l.update(k) || changed
		}
	}
	out := make([]bool, c.NRegs)
	if word < 0 || word >= c.Len() || l.index[word] < 0 {
		for r := range out {
			out[r] = true
		}
		return out
	}
	s := l.before(int(l.index[word]))
	for r := range out {
		out[r] = s[r>>6]>>(r&63)&1 != 0
	}
	return out
}

type liveness struct {
	c       *Code
	width   int
	starts  []int   // words of the instructions
	index   []int32 // instruction at a word, -1 none
	effects []effect
	in      [][]uint64 // live before each instruction
}

func (l *liveness) scan() {
	n := l.c.Len()
	l.index = make([]int32, n+1)
	for i := range l.index {
		l.index[i] = -1
	}
	wideB, wideC := 0, 0
	for i := 0; i < n; {
		in, size := l.c.At(i)
		l.index[i] = int32(len(l.starts))
		l.starts = append(l.starts, i)
		l.effects = append(l.effects, effectOf(in, wideB, wideC))
		l.in = append(l.in, make([]uint64, l.width))
		wideB, wideC = 0, 0
		if in.Op == OpWIDE {
			wideB, wideC = int(in.B), int(in.C)
		}
		i += size
	}
}

// before computes what is live before instruction k.
func (l *liveness) before(k int) []uint64 {
	i := l.starts[k]
	e := &l.effects[k]
	s := make([]uint64, l.width)
	in, _ := l.c.At(i)
	if t, ok := l.c.JumpTarget(i); ok && l.index[t] >= 0 {
		copy(s, l.in[l.index[t]])
		for _, w := range e.jumpWrites {
			clearSpan(s, w)
		}
	}
	if OpFlags[in.Op]&Term == 0 && k+1 < len(l.in) {
		for w, x := range l.in[k+1] {
			s[w] |= x
		}
	}
	for _, w := range e.writes {
		clearSpan(s, w)
	}
	for _, r := range e.reads {
		setSpan(s, r)
	}
	for _, x := range l.c.Exc { // what it writes is not written when it raises
		if int(x.Start) <= i && i < int(x.End) && l.index[x.Target] >= 0 {
			for w, live := range l.in[l.index[x.Target]] {
				if int(x.Reg)>>6 == w {
					live &^= 1 << (x.Reg & 63)
				}
				s[w] |= live
			}
		}
	}
	return s
}

// update recomputes what is live before instruction k.
func (l *liveness) update(k int) bool {
	changed := false
	for w, x := range l.before(k) {
		if l.in[k][w]|x != l.in[k][w] {
			l.in[k][w] |= x
			changed = true
		}
	}
	return changed
}

func setSpan(s []uint64, r span) {
	for i := r.first; i < r.first+r.n; i++ {
		setBit(s, i)
	}
}

func clearSpan(s []uint64, r span) {
	for i := r.first; i < r.first+r.n; i++ {
		s[i>>6] &^= 1 << (i & 63)
	}
}
