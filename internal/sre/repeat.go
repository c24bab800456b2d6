package sre

import (
	"strings"
	"unicode/utf8"
)

// Repetitions of single characters.

// run returns the end of the longest run of at most n characters of kind in
// that begins at i. n is negative for no limit.
func (m *Machine) run1(in *inst, i, n int) int {
	s := m.s
	if n < 0 {
		switch in.one {
		case oneAny:
			return len(s)
		case oneLine:
			if j := strings.IndexByte(s[i:], '\n'); j >= 0 {
				return i + j
			}
			return len(s)
		}
		n = len(s)
	}
	if in.one == oneByte {
		for ; n > 0 && i < len(s) && s[i] == in.c; n-- {
			i++
		}
		return i
	}
	if in.one == oneClass {
		bits := &in.class.bits
		for ; n > 0 && i < len(s); n-- {
			c := s[i]
			if c < utf8.RuneSelf || m.bytes {
				if bits[c>>6]>>(c&63)&1 == 0 {
					break
				}
				i++
				continue
			}
			if !in.class.high {
				break
			}
			r, k := decode(s, i, false)
			if !in.class.has(r) {
				break
			}
			i += k
		}
		return i
	}
	for ; n > 0; n-- {
		k := m.one(in, i)
		if k == 0 {
			break
		}
		i += k
	}
	return i
}

// repeat matches a repetition at i and leaves what else can be tried on the
// stack.
func (m *Machine) repeat(in *inst, pc, i int) (int, bool, error) {
	for k := in.min; k > 0; k-- {
		n := m.one(in, i)
		if n == 0 {
			return i, false, nil
		}
		i += n
	}
	more := -1
	if in.max != maxRepeat {
		more = in.max - in.min
	}
	if in.mode == lazy {
		if more == 0 {
			return i, true, nil
		}
		if in.fx != nil && !m.can(in.fx, i) {
			// The rest cannot match here: look for the next place where it can.
			e := entry{pc, i, more + 2}
			j, ok := m.forward(in, &e)
			if !ok {
				return i, false, nil
			}
			return j, true, m.push(e.pc, e.a, e.b)
		}
		return i, true, m.push(pc, i, more+2)
	}
	end := m.run1(in, i, more)
	m.steps += (end - i) >> 4
	if in.mode == possessive || end == i {
		return end, true, nil
	}
	j, ok := m.backward(in, i, end)
	if !ok {
		return end, false, nil
	}
	if j == i {
		return i, true, nil
	}
	return j, true, m.push(pc, j, i+1)
}

// backward finds the last position from lo to i at which the rest can match.
func (m *Machine) backward(in *inst, lo, i int) (int, bool) {
	if in.fx == nil {
		return i, true
	}
	for {
		if i < len(m.s) && in.fx.has(m.s[i]) && (m.bytes || m.s[i]&0xC0 != 0x80) {
			return i, true
		}
		if i <= lo {
			return i, false
		}
		i--
	}
}

// forward takes at least one more character in a lazy repetition, up to a
// position at which the rest can match.
func (m *Machine) forward(in *inst, e *entry) (int, bool) {
	for {
		if e.b == 2 { // no more allowed
			return 0, false
		}
		n := m.one(in, e.a)
		if n == 0 {
			return 0, false
		}
		e.a += n
		if e.b > 2 {
			e.b--
		}
		if m.can(in.fx, e.a) {
			return e.a, true
		}
	}
}

// again takes the next try of the repetition whose entry is on top.
func (m *Machine) again(in *inst, e *entry) (int, bool) {
	drop := func() { m.stk = m.stk[:len(m.stk)-1] }
	if in.mode == lazy {
		i, ok := m.forward(in, e)
		if !ok {
			drop()
		}
		return i, ok
	}
	lo := e.b - 1
	i := e.a - 1
	for i > lo && !m.bytes && m.s[i]&0xC0 == 0x80 {
		i--
	}
	i, ok := m.backward(in, lo, i)
	if !ok || i == lo {
		drop()
		return i, ok
	}
	e.a = i
	return i, true
}
