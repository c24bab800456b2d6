package sre

import (
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// opcode is an instruction of a program.
type opcode uint8

const (
	iMatch opcode = iota
	iFail
	iByte     // one byte c
	iStr      // the bytes lit
	iStrFold  // the bytes lit, which are lower case, or upper case for them
	iOne      // one character of kind one
	iSave     // set register x
	iSaveEnd  // set register x, which ends group y
	iSplit    // try x, then y
	iJmp      // go to x
	iRepeat   // one character min to max times
	iLoopInit // begin loop with registers x and x+1
	iLoop     // go to body y or to the exit z
	iBackref  // what group x matched
	iCond     // go on if group x matched, else to y
	iAt       // assertion
	iAtomic   // remember the stack in register x
	iCut      // drop what could be tried since then
	iLook     // remember stack and position in registers x and x+1
	iLookEnd  // drop and go back
	iNot      // as iLook; on failure go on at y
	iNotEnd   // fail and undo
	iBack     // go back min characters
)

// one is a kind of single characters.
type one uint8

const (
	oneByte  one = iota // the byte c
	oneStr              // the character lit
	oneLine             // any but a newline
	oneAny              // any
	oneClass            // one of class
)

type inst struct {
	op       opcode
	one      one
	c        byte
	mode     mode
	at       at
	fold     fold
	ascii    bool
	x, y, z  int
	min, max int
	lit      string
	class    *class
	fx, fy   *byteSet // what can begin at x and y; nil: anything
}

type compiler struct {
	p      *parser
	bytes  bool
	code   []inst
	nregs  int
	firsts map[int]*byteSet
	busy   map[int]bool
	depth  int
}

func (c *compiler) emit(i inst) int {
	c.code = append(c.code, i)
	return len(c.code) - 1
}

func (c *compiler) regs(n int) int {
	r := c.nregs
	c.nregs += n
	return r
}

func (c *compiler) program(n *node) (*Prog, error) {
	groups := c.p.groups() - 1
	c.nregs = 2*groups + 3 // spans of all groups, and the last group closed
	if err := c.node(n, c.p.flags); err != nil {
		return nil, err
	}
	c.emit(inst{op: iMatch})
	c.join()
	c.analyse()
	pr := &Prog{Flags: c.p.flags, Groups: groups, Names: c.p.order, Index: c.p.names, bytes: c.bytes, code: c.code, nregs: c.nregs}
	c.startOf(pr)
	return pr, nil
}

// lastReg is the register of the group closed last.
func lastReg(groups int) int { return 2*groups + 2 }

func (c *compiler) foldOf(flags int) fold {
	switch {
	case flags&IgnoreCase == 0:
		return foldNone
	case flags&Unicode != 0 && flags&ASCII == 0 && !c.bytes:
		return foldUnicode
	}
	return foldASCII
}

func (c *compiler) ascii(flags int) bool { return c.bytes || flags&ASCII != 0 }

func combine(flags int, n *node) int {
	if n.add&typeFlags != 0 {
		flags &^= typeFlags
	}
	return (flags | n.add) &^ n.del
}

func (c *compiler) node(n *node, flags int) error {
	switch n.op {
	case opEmpty:
	case opLit, opAny, opSet:
		c.single(n, flags)
	case opCat:
		for _, s := range n.sub {
			if err := c.node(s, flags); err != nil {
				return err
			}
		}
	case opAlt:
		return c.alternatives(n, flags)
	case opRepeat:
		return c.repeat(n, flags)
	case opGroup:
		flags = combine(flags, n)
		if n.group > 0 {
			c.emit(inst{op: iSave, x: 2 * n.group})
		}
		if err := c.node(n.sub[0], flags); err != nil {
			return err
		}
		if n.group > 0 {
			c.emit(inst{op: iSaveEnd, x: 2*n.group + 1, y: n.group})
		}
	case opAtomic:
		r := c.regs(1)
		c.emit(inst{op: iAtomic, x: r})
		if err := c.node(n.sub[0], flags); err != nil {
			return err
		}
		c.emit(inst{op: iCut, x: r})
	case opBackref:
		c.emit(inst{op: iBackref, x: n.group, fold: c.foldOf(flags)})
	case opCond:
		return c.conditional(n, flags)
	case opLook:
		return c.look(n, flags)
	case opAt:
		c.emit(inst{op: iAt, at: atOf(n.at, flags), ascii: c.ascii(flags)})
	case opFail:
		c.emit(inst{op: iFail})
	}
	return nil
}

func atOf(a at, flags int) at {
	if flags&MultiLine != 0 {
		switch a {
		case atBegin:
			return atBeginLine
		case atEnd:
			return atEndLine
		}
	}
	return a
}

// oneOf returns the instruction that matches a single character n; fold ASCII
// letters are told by fold and the lower case letter in c.
func (c *compiler) oneOf(n *node, flags int) inst {
	f := c.foldOf(flags)
	switch n.op {
	case opAny:
		if flags&DotAll != 0 {
			return inst{op: iOne, one: oneAny}
		}
		return inst{op: iOne, one: oneLine}
	case opSet:
		s := n.set
		if len(s.cats) == 1 && len(s.ranges) == 0 && !s.neg {
			return inst{op: iOne, one: oneClass, class: predefined()[[3]uint8{uint8(s.cats[0]), bit(c.ascii(flags)), bit(c.bytes)}]}
		}
		return inst{op: iOne, one: oneClass, class: newClass(s, f, c.ascii(flags), c.bytes)}
	}
	var all []rune
	variants(n.r, f, func(r rune) bool {
		all = append(all, r)
		return false
	})
	if len(all) == 1 {
		if n.r < utf8.RuneSelf || c.bytes {
			return inst{op: iOne, one: oneByte, c: byte(n.r)}
		}
		return inst{op: iOne, one: oneStr, lit: wtf8.Encode(n.r)}
	}
	s := &setNode{}
	for _, r := range all {
		s.addRune(r)
	}
	i := inst{op: iOne, one: oneClass}
	if len(all) == 2 && isASCIILetter(n.r) {
		i.fold, i.c = foldASCII, lowerASCII(byte(n.r))
	}
	i.class = newClass(s, foldNone, false, c.bytes)
	return i
}

func (c *compiler) single(n *node, flags int) {
	i := c.oneOf(n, flags)
	switch {
	case i.one == oneByte:
		c.emit(inst{op: iByte, c: i.c})
	case i.one == oneStr:
		c.emit(inst{op: iStr, lit: i.lit})
	default:
		c.emit(i)
	}
}

func (c *compiler) alternatives(n *node, flags int) error {
	var ends []int
	for i, s := range n.sub {
		if i == len(n.sub)-1 {
			if err := c.node(s, flags); err != nil {
				return err
			}
			break
		}
		split := c.emit(inst{op: iSplit})
		c.code[split].x = len(c.code)
		if err := c.node(s, flags); err != nil {
			return err
		}
		ends = append(ends, c.emit(inst{op: iJmp}))
		c.code[split].y = len(c.code)
	}
	for _, e := range ends {
		c.code[e].x = len(c.code)
	}
	return nil
}

// split emits a choice between going on and a place to be filled in.
func (c *compiler) split(lazily bool) (at int, set func(exit int)) {
	at = c.emit(inst{op: iSplit})
	body := len(c.code)
	return at, func(exit int) {
		i := &c.code[at]
		i.x, i.y = body, exit
		if lazily {
			i.x, i.y = exit, body
		}
	}
}

func (c *compiler) repeat(n *node, flags int) error {
	body := n.sub[0]
	if body.op == opCat && len(body.sub) == 1 {
		body = body.sub[0]
	}
	for body.op == opGroup && body.group == 0 {
		flags = combine(flags, body)
		body = body.sub[0]
		if body.op == opCat && len(body.sub) == 1 {
			body = body.sub[0]
		}
	}
	if n.hi == 0 {
		return nil
	}
	if body.op == opLit || body.op == opAny || body.op == opSet {
		i := c.oneOf(body, flags)
		i.op, i.min, i.max, i.mode = iRepeat, n.lo, n.hi, n.mode
		c.emit(i)
		return nil
	}
	lo, _ := c.p.width(body)
	switch {
	case n.mode == possessive:
		return c.possessive(n, body, flags)
	case n.lo == 0 && n.hi == 1:
		_, set := c.split(n.mode == lazy)
		if err := c.node(body, flags); err != nil {
			return err
		}
		set(len(c.code))
	case n.hi == maxRepeat && lo > 0 && n.lo == 0:
		at, set := c.split(n.mode == lazy)
		if err := c.node(body, flags); err != nil {
			return err
		}
		c.emit(inst{op: iJmp, x: at})
		set(len(c.code))
	case n.hi == maxRepeat && lo > 0 && n.lo == 1:
		begin := len(c.code)
		if err := c.node(body, flags); err != nil {
			return err
		}
		at := c.emit(inst{op: iSplit, x: begin})
		i := &c.code[at]
		i.y = len(c.code)
		if n.mode == lazy {
			i.x, i.y = i.y, i.x
		}
	default:
		r := c.regs(2)
		c.emit(inst{op: iLoopInit, x: r})
		at := c.emit(inst{op: iLoop, x: r, min: n.lo, max: n.hi, mode: n.mode})
		if err := c.node(body, flags); err != nil {
			return err
		}
		c.emit(inst{op: iJmp, x: at})
		c.code[at].y, c.code[at].z = at+1, len(c.code)
	}
	return nil
}

// possessive compiles a loop each of whose rounds is atomic and final.
func (c *compiler) possessive(n, body *node, flags int) error {
	r, a := c.regs(2), c.regs(1)
	c.emit(inst{op: iLoopInit, x: r})
	begin := c.emit(inst{op: iAtomic, x: a})
	at := c.emit(inst{op: iLoop, x: r, min: n.lo, max: n.hi})
	if err := c.node(body, flags); err != nil {
		return err
	}
	c.emit(inst{op: iCut, x: a})
	c.emit(inst{op: iJmp, x: begin})
	c.code[at].y, c.code[at].z = at+1, len(c.code)
	return nil
}

func (c *compiler) conditional(n *node, flags int) error {
	at := c.emit(inst{op: iCond, x: n.group})
	if err := c.node(n.sub[0], flags); err != nil {
		return err
	}
	if n.sub[1] == nil {
		c.code[at].y = len(c.code)
		return nil
	}
	end := c.emit(inst{op: iJmp})
	c.code[at].y = len(c.code)
	if err := c.node(n.sub[1], flags); err != nil {
		return err
	}
	c.code[end].x = len(c.code)
	return nil
}

func (c *compiler) look(n *node, flags int) error {
	r := c.regs(2)
	begin, end := iLook, iLookEnd
	if n.neg {
		begin, end = iNot, iNotEnd
	}
	at := c.emit(inst{op: begin, x: r})
	if n.behind {
		lo, hi := c.p.width(n.sub[0])
		switch {
		case lo != hi:
			return &Error{Msg: "look-behind requires fixed-width pattern", Pos: -1}
		case lo >= maxRepeat:
			return &Error{Msg: "looks too much behind", Pos: -1}
		case lo > 0:
			c.emit(inst{op: iBack, min: lo})
		}
	}
	if err := c.node(n.sub[0], flags); err != nil {
		return err
	}
	c.emit(inst{op: end, x: r})
	c.code[at].y = len(c.code)
	return nil
}

// join makes one instruction of neighbouring literals where no jump leads
// between them.
func (c *compiler) join() {
	target := make([]bool, len(c.code)+1)
	for _, i := range c.code {
		switch i.op {
		case iJmp:
			target[i.x] = true
		case iSplit:
			target[i.x], target[i.y] = true, true
		case iLoop:
			target[i.y], target[i.z] = true, true
		case iCond, iNot, iLook:
			target[i.y] = true
		}
	}
	place := make([]int, len(c.code)+1)
	out := make([]inst, 0, len(c.code))
	for k := 0; k < len(c.code); {
		place[k] = len(out)
		kind, text := joinable(&c.code[k])
		j := k + 1
		if kind != 0 {
			var b strings.Builder
			b.WriteString(text)
			for ; j < len(c.code) && !target[j]; j++ {
				k2, t2 := joinable(&c.code[j])
				if k2 == 0 || k2 == kindExact && kind == kindFold && !caseless(t2) || k2 == kindFold && kind == kindExact && !caseless(b.String()) {
					break
				}
				if k2 == kindFold {
					kind = kindFold
				}
				place[j] = len(out)
				b.WriteString(t2)
			}
			if j > k+1 {
				i := inst{op: iStr, lit: b.String()}
				if kind == kindFold {
					i.op = iStrFold
				}
				out = append(out, i)
				k = j
				continue
			}
		}
		out = append(out, c.code[k])
		k = j
	}
	place[len(c.code)] = len(out)
	for k := range out {
		i := &out[k]
		switch i.op {
		case iJmp:
			i.x = place[i.x]
		case iSplit:
			i.x, i.y = place[i.x], place[i.y]
		case iLoop:
			i.y, i.z = place[i.y], place[i.z]
		case iCond, iNot, iLook:
			i.y = place[i.y]
		}
	}
	c.code = out
}

const (
	kindExact = 1
	kindFold  = 2
)

func joinable(i *inst) (kind int, text string) {
	switch {
	case i.op == iByte:
		return kindExact, string([]byte{i.c})
	case i.op == iStr:
		return kindExact, i.lit
	case i.op == iOne && i.one == oneClass && i.fold == foldASCII:
		return kindFold, string([]byte{i.c})
	}
	return 0, ""
}

// caseless reports whether s has no ASCII letter.
func caseless(s string) bool {
	for i := 0; i < len(s); i++ {
		if isASCIILetter(rune(s[i])) {
			return false
		}
	}
	return true
}
