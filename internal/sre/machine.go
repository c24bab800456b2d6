package sre

import (
	"strings"
	"unicode/utf8"
)

// Machine runs programs. It is used by one goroutine at a time and may be used
// again.
type Machine struct {
	// Poll is called now and then with the number of steps since the last call;
	// an error ends the match.
	Poll func(steps int) error
	// Charge is told about n more bytes of memory.
	Charge func(n int) error

	p     *Prog
	s     string // up to the end of the part to match
	bytes bool
	start int
	full  bool
	move  bool // an empty match at start does not count
	regs  []int
	stk   []entry
	dirty bool
	steps int
}

// entry is a thing to try, or a register to restore: pc is then minus the
// register minus 1. b is positive for a repetition and minus the register of a
// lazy loop minus 1.
type entry struct {
	pc   int
	a, b int
}

// Kind of match to look for.
const (
	Search = iota
	Match
	FullMatch
)

const pollEvery = 4096

// Run looks for a match of p in s, which ends where the part to be matched
// ends, from byte start on. move refuses an empty match at start.
func (m *Machine) Run(p *Prog, s string, start, kind int, move bool) (bool, error) {
	m.p, m.s, m.bytes, m.full = p, s, p.bytes, kind == FullMatch
	if cap(m.regs) < p.nregs {
		m.regs = make([]int, p.nregs)
	}
	m.regs = m.regs[:p.nregs]
	m.dirty = true
	if kind != Search {
		m.start, m.move = start, move
		return m.run(start)
	}
	return m.search(start, move)
}

// Span returns the begin and end of group g, -1 if it did not match.
func (m *Machine) Span(g int) (int, int) {
	if m.regs[2*g] < 0 || m.regs[2*g+1] < 0 {
		return -1, -1
	}
	return m.regs[2*g], m.regs[2*g+1]
}

// LastGroup returns the group closed last, or -1.
func (m *Machine) LastGroup() int { return m.regs[lastReg(m.p.Groups)] }

// Drop lets go of the text and of a large stack.
func (m *Machine) Drop() {
	m.s, m.p = "", nil
	if cap(m.stk) > 1<<16 {
		m.stk = nil
	}
}

func (m *Machine) search(start int, move bool) (bool, error) {
	p := m.p
	for i := start; i <= len(m.s); {
		m.move = move && i == start
		switch {
		case p.prefix != "":
			j := strings.Index(m.s[i:], p.prefix)
			if j < 0 {
				return false, nil
			}
			i += j
			m.move = move && i == start
		case p.first != nil:
			for i < len(m.s) && !p.first.has(m.s[i]) {
				i++
			}
			if i >= len(m.s) {
				return false, nil
			}
			if !m.bytes && m.s[i]&0xC0 == 0x80 { // inside a character
				i++
				continue
			}
			m.move = move && i == start
		}
		m.start = i
		if ok, err := m.run(i); ok || err != nil {
			return ok, err
		}
		if p.anchored {
			return false, nil
		}
		if m.steps++; m.steps >= pollEvery {
			if err := m.poll(); err != nil {
				return false, err
			}
		}
		i++
		if !m.bytes {
			for i < len(m.s) && m.s[i]&0xC0 == 0x80 {
				i++
			}
		}
	}
	return false, nil
}

func (m *Machine) poll() error {
	n := m.steps
	m.steps = 0
	if m.Poll == nil {
		return nil
	}
	// A poll may run other code that uses machines, never this one.
	return m.Poll(n)
}

func (m *Machine) push(pc, a, b int) error {
	if len(m.stk) == cap(m.stk) && m.Charge != nil {
		if err := m.Charge(max(64, cap(m.stk)) * 24); err != nil {
			return err
		}
	}
	m.stk = append(m.stk, entry{pc, a, b})
	return nil
}

// set changes a register so that failing undoes it.
func (m *Machine) set(r, v int) error {
	old := m.regs[r]
	m.dirty = true
	m.regs[r] = v
	if len(m.stk) > 0 {
		return m.push(-1-r, old, 0)
	}
	return nil
}

// cut drops the things to try above height h, keeping what undoes registers.
func (m *Machine) cut(h int) {
	j := h
	for i := h; i < len(m.stk); i++ {
		if m.stk[i].pc < 0 {
			m.stk[j] = m.stk[i]
			j++
		}
	}
	m.stk = m.stk[:j]
}

// undo restores registers down to height h.
func (m *Machine) undo(h int) {
	for i := len(m.stk) - 1; i >= h; i-- {
		if e := m.stk[i]; e.pc < 0 {
			m.regs[-1-e.pc] = e.a
		}
	}
	m.stk = m.stk[:h]
}

func (m *Machine) reset() {
	if m.dirty {
		for i := range m.regs {
			m.regs[i] = -1
		}
		m.dirty = false
	}
	m.stk = m.stk[:0]
}

// can reports whether a match of what begins with set is possible at i.
func (m *Machine) can(set *byteSet, i int) bool {
	return set == nil || i < len(m.s) && set.has(m.s[i])
}

// run tries to match at byte i.
func (m *Machine) run(i int) (bool, error) {
	m.reset()
	code, s := m.p.code, m.s
	pc := 0
	for {
		in := &code[pc]
		ok := true
		switch in.op {
		case iMatch:
			if m.full && i != len(s) || m.move && i == m.start {
				ok = false
				break
			}
			m.regs[0], m.regs[1] = m.start, i
			m.dirty = true
			return true, nil
		case iFail:
			ok = false
		case iByte:
			if ok = i < len(s) && s[i] == in.c; ok {
				i++
				pc++
			}
		case iStr:
			if ok = strings.HasPrefix(s[i:], in.lit); ok {
				i += len(in.lit)
				pc++
			}
		case iStrFold:
			if ok = foldPrefix(s[i:], in.lit); ok {
				i += len(in.lit)
				pc++
			}
		case iOne:
			n := m.one(in, i)
			if ok = n > 0; ok {
				i += n
				pc++
			}
		case iSave:
			if err := m.set(in.x, i); err != nil {
				return false, err
			}
			pc++
		case iSaveEnd:
			if err := m.set(in.x, i); err != nil {
				return false, err
			}
			if err := m.set(lastReg(m.p.Groups), in.y); err != nil {
				return false, err
			}
			pc++
		case iSplit:
			switch {
			case !m.can(in.fx, i):
				pc = in.y
			case !m.can(in.fy, i):
				pc = in.x
			default:
				if err := m.push(in.y, i, 0); err != nil {
					return false, err
				}
				pc = in.x
			}
			if m.steps++; m.steps >= pollEvery {
				if err := m.poll(); err != nil {
					return false, err
				}
			}
		case iJmp:
			pc = in.x
		case iRepeat:
			var err error
			if i, ok, err = m.repeat(in, pc, i); err != nil {
				return false, err
			}
			pc++
		case iLoopInit:
			if err := m.set(in.x, 0); err != nil {
				return false, err
			}
			if err := m.set(in.x+1, -1); err != nil {
				return false, err
			}
			pc++
		case iLoop:
			var err error
			if pc, err = m.loop(in, i); err != nil {
				return false, err
			}
			ok = pc >= 0
		case iCond:
			if a, b := m.Span(in.x); a >= 0 && b >= a {
				pc++
			} else {
				pc = in.y
			}
		case iBackref:
			var n int
			if n, ok = m.backref(in, i); ok {
				i += n
				pc++
			}
		case iAt:
			ok = m.at(in, i)
			pc++
		case iBack:
			if i, ok = m.back(i, in.min); !ok {
				break
			}
			pc++
		default:
			var err error
			if pc, i, ok, err = m.control(in, pc, i); err != nil {
				return false, err
			}
		}
		if ok {
			continue
		}
		var err error
		if pc, i, err = m.fail(); err != nil {
			return false, err
		}
		if pc < 0 {
			return false, nil
		}
	}
}

// back goes back n characters from i.
func (m *Machine) back(i, n int) (int, bool) {
	if i < n { // a character has at least a byte
		return i, false
	}
	if m.bytes {
		return i - n, true
	}
	m.steps += n >> 4
	for ; n > 0; n-- {
		if i == 0 {
			return 0, false
		}
		_, k := decodeLast(m.s, i, false)
		i -= k
	}
	return i, true
}

// control runs the instructions of lookaround and atomic groups.
func (m *Machine) control(in *inst, pc, i int) (int, int, bool, error) {
	switch in.op {
	case iAtomic:
		h := len(m.stk)
		if h > 0 {
			h++ // set pushes one
		}
		return pc + 1, i, true, m.set(in.x, h)
	case iCut:
		m.cut(m.regs[in.x])
		return pc + 1, i, true, nil
	case iLook:
		h := len(m.stk)
		if h > 0 {
			h += 2
		}
		if err := m.set(in.x+1, i); err != nil {
			return 0, 0, false, err
		}
		return pc + 1, i, true, m.set(in.x, h)
	case iLookEnd:
		m.cut(m.regs[in.x])
		return pc + 1, m.regs[in.x+1], true, nil
	case iNot:
		h := len(m.stk)
		if h > 0 {
			h++
		}
		if err := m.set(in.x, h); err != nil {
			return 0, 0, false, err
		}
		return pc + 1, i, true, m.push(in.y, i, 0)
	}
	// iNotEnd: the choice to go on is dropped, too.
	m.undo(m.regs[in.x])
	return pc, i, false, nil
}

// loop decides about another round: pc is where to go on, -1 for failure.
func (m *Machine) loop(in *inst, i int) (int, error) {
	if m.steps++; m.steps >= pollEvery {
		if err := m.poll(); err != nil {
			return 0, err
		}
	}
	n, last := m.regs[in.x], m.regs[in.x+1]
	if n < in.min {
		return in.y, m.set(in.x, n+1)
	}
	more := (in.max == maxRepeat || n < in.max) && i != last
	if in.mode == lazy {
		if !more {
			return in.z, nil
		}
		// The entry's third word tells of the round, see fail.
		return in.z, m.push(in.y, i, -1-in.x)
	}
	if !more || !m.can(in.fx, i) {
		return in.z, nil
	}
	if err := m.push(in.z, i, 0); err != nil {
		return 0, err
	}
	if err := m.set(in.x, n+1); err != nil {
		return 0, err
	}
	return in.y, m.set(in.x+1, i)
}

// fail goes back to the last thing to try. pc is -1 if there is none.
func (m *Machine) fail() (pc, i int, err error) {
	if m.steps++; m.steps >= pollEvery {
		if err := m.poll(); err != nil {
			return 0, 0, err
		}
	}
	for len(m.stk) > 0 {
		e := &m.stk[len(m.stk)-1]
		if e.pc < 0 {
			m.regs[-1-e.pc] = e.a
			m.stk = m.stk[:len(m.stk)-1]
			continue
		}
		in := &m.p.code[e.pc]
		if in.op == iRepeat && e.b > 0 {
			if i, ok := m.again(in, e); ok {
				return e.pc + 1, i, nil
			}
			continue
		}
		pc, i, r := e.pc, e.a, e.b
		m.stk = m.stk[:len(m.stk)-1]
		if r < 0 { // another round of a lazy loop
			r = -1 - r
			if err := m.set(r, m.regs[r]+1); err != nil {
				return 0, 0, err
			}
			if err := m.set(r+1, i); err != nil {
				return 0, 0, err
			}
		}
		return pc, i, nil
	}
	return -1, 0, nil
}

func foldPrefix(s, lit string) bool {
	if len(s) < len(lit) {
		return false
	}
	for i := 0; i < len(lit); i++ {
		if c := s[i]; c != lit[i] && lowerASCII(c) != lit[i] {
			return false
		}
	}
	return true
}

// one returns the length of the character of kind in at i, 0 if it is another.
func (m *Machine) one(in *inst, i int) int {
	if i >= len(m.s) {
		return 0
	}
	c := m.s[i]
	switch in.one {
	case oneByte:
		if c == in.c {
			return 1
		}
		return 0
	case oneStr:
		if strings.HasPrefix(m.s[i:], in.lit) {
			return len(in.lit)
		}
		return 0
	case oneLine:
		if c == '\n' {
			return 0
		}
	case oneClass:
		if c < utf8.RuneSelf || m.bytes {
			return int(in.class.bits[c>>6] >> (c & 63) & 1)
		}
		if !in.class.high {
			return 0
		}
		if r, n := decode(m.s, i, false); in.class.has(r) {
			return n
		}
		return 0
	}
	if c < utf8.RuneSelf || m.bytes {
		return 1
	}
	_, n := decode(m.s, i, false)
	return n
}

func (m *Machine) backref(in *inst, i int) (int, bool) {
	a, b := m.Span(in.x)
	if a < 0 || b < a {
		return 0, false
	}
	want := m.s[a:b]
	if in.fold == foldNone {
		return len(want), strings.HasPrefix(m.s[i:], want)
	}
	j := i
	for k := 0; k < len(want); {
		if j >= len(m.s) {
			return 0, false
		}
		x, n := decode(want, k, m.bytes)
		y, l := decode(m.s, j, m.bytes)
		if x != y && lowerBy(x, in.fold) != lowerBy(y, in.fold) {
			return 0, false
		}
		k, j = k+n, j+l
	}
	return j - i, true
}

func lowerBy(r rune, f fold) rune {
	if f == foldUnicode || r < utf8.RuneSelf {
		return lower(r)
	}
	return r
}

// at reports whether an assertion holds at i.
func (m *Machine) at(in *inst, i int) bool {
	s := m.s
	switch in.at {
	case atBegin, atBeginString:
		return i == 0
	case atBeginLine:
		return i == 0 || s[i-1] == '\n'
	case atEnd:
		return i == len(s) || i == len(s)-1 && s[i] == '\n'
	case atEndString:
		return i == len(s)
	case atEndLine:
		return i == len(s) || s[i] == '\n'
	}
	before, after := false, false
	if i > 0 {
		r, _ := decodeLast(s, i, m.bytes)
		before = isWord(r, in.ascii)
	}
	if i < len(s) {
		r, _ := decode(s, i, m.bytes)
		after = isWord(r, in.ascii)
	}
	return (before != after) == (in.at == atBoundary)
}
