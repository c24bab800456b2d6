package sre

// What bytes can begin a match at an instruction, to skip hopeless attempts.

var anyByte = &byteSet{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}

const firstDepth = 1000

// analyse fills in fx and fy of choices. It goes backwards because most of
// what an instruction needs comes after it.
func (c *compiler) analyse() {
	c.firsts, c.busy = map[int]*byteSet{}, map[int]bool{}
	for k := len(c.code) - 1; k >= 0; k-- {
		c.first(k)
	}
	for k := range c.code {
		i := &c.code[k]
		switch i.op {
		case iSplit:
			i.fx, i.fy = c.first(i.x), c.first(i.y)
		case iRepeat:
			i.fx = c.first(k + 1)
		case iLoop:
			i.fx, i.fy = c.first(i.y), c.first(i.z)
		}
	}
}

// first returns the bytes that can begin a match at pc; nil if it may be
// empty, or is not known. What is found while a loop is being looked at may
// know too little; it is kept all the same, to look at everything once.
func (c *compiler) first(pc int) *byteSet {
	if b, ok := c.firsts[pc]; ok {
		return b
	}
	if c.busy[pc] || c.depth > firstDepth {
		return nil
	}
	c.busy[pc] = true
	c.depth++
	b := c.findFirst(pc)
	c.depth--
	delete(c.busy, pc)
	c.firsts[pc] = b
	return b
}

func union(a, b *byteSet) *byteSet {
	if a == nil || b == nil {
		return nil
	}
	s := *a
	s.addAll(b)
	return &s
}

func (c *compiler) findFirst(pc int) *byteSet {
	i := &c.code[pc]
	switch i.op {
	case iFail:
		return &byteSet{}
	case iByte:
		b := &byteSet{}
		b.add(i.c)
		return b
	case iStr, iStrFold:
		b := &byteSet{}
		b.add(i.lit[0])
		if ch := i.lit[0]; i.op == iStrFold && isASCIILetter(rune(ch)) {
			b.add(ch ^ 0x20)
		}
		return b
	case iOne:
		return c.firstOne(i)
	case iRepeat:
		if i.min > 0 {
			return c.firstOne(i)
		}
		return union(c.firstOne(i), c.first(pc+1))
	case iSave, iSaveEnd, iLoopInit, iAt, iAtomic:
		return c.first(pc + 1)
	case iCut, iNotEnd, iLookEnd:
		// Choices in an atomic group or an assertion do not depend on what follows it.
		return nil
	case iSplit:
		return union(c.first(i.x), c.first(i.y))
	case iLoop:
		return union(c.first(i.y), c.first(i.z))
	case iJmp:
		return c.first(i.x)
	case iCond:
		return union(c.first(pc+1), c.first(i.y))
	case iLook, iNot:
		return c.first(i.y)
	}
	return nil
}

func (c *compiler) firstOne(i *inst) *byteSet {
	switch i.one {
	case oneByte:
		b := &byteSet{}
		b.add(i.c)
		return b
	case oneStr:
		b := &byteSet{}
		b.add(i.lit[0])
		return b
	case oneLine:
		b := *anyByte
		b[0] &^= 1 << '\n'
		return &b
	case oneAny:
		return anyByte
	}
	return &i.class.first
}

// startOf finds out how to look for the begin of a match.
func (c *compiler) startOf(p *Prog) {
	for pc := 0; ; pc++ {
		i := &c.code[pc]
		switch i.op {
		case iSave:
			continue
		case iByte:
			p.prefix = string([]byte{i.c})
		case iStr:
			p.prefix = i.lit
		case iAt:
			p.anchored = i.at == atBegin || i.at == atBeginString
		}
		break
	}
	p.first = c.first(0)
	if p.first != nil && *p.first == *anyByte {
		p.first = nil
	}
}
