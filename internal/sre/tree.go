package sre

// op is the kind of a tree node.
type op uint8

const (
	opEmpty   op = iota
	opLit        // r
	opAny        // .
	opSet        // set
	opCat        // sub in sequence
	opAlt        // one of sub
	opRepeat     // sub[0] from lo to hi times
	opGroup      // sub[0], capturing if group > 0, with add and del flags
	opAtomic     // sub[0] without backtracking into it
	opBackref    // what group matched
	opCond       // sub[0] if group matched, else sub[1]
	opLook       // sub[0] ahead or behind, or not
	opAt         // an assertion of kind at
	opFail
)

// mode of a repetition.
type mode uint8

const (
	greedy mode = iota
	lazy
	possessive
)

// at is an assertion about a position.
type at uint8

const (
	atBegin       at = iota // ^
	atBeginString           // \A
	atEnd                   // $
	atEndString             // \Z
	atBoundary              // \b
	atNotBoundary           // \B
	atBeginLine             // ^ with MultiLine
	atEndLine               // $ with MultiLine
)

type node struct {
	op       op
	at       at
	mode     mode
	neg      bool // opLook
	behind   bool
	r        rune
	set      *setNode
	sub      []*node
	lo, hi   int
	group    int
	add, del int
}

// setNode is a character set as written.
type setNode struct {
	neg    bool
	ranges []rune // pairs
	cats   []category
}

func (s *setNode) addRune(r rune) { s.ranges = append(s.ranges, r, r) }

// category is \d, \s or \w, or what is not in it.
type category uint8

const (
	catDigit category = iota
	catSpace
	catWord
	catNot = 4 // added for \D, \S and \W
)

// width returns the least and greatest number of characters n matches.
func (p *parser) width(n *node) (lo, hi int) {
	switch n.op {
	case opLit, opAny, opSet:
		return 1, 1
	case opCat:
		for _, s := range n.sub {
			l, h := p.width(s)
			lo, hi = min(lo+l, maxWidth), min(hi+h, maxWidth)
		}
	case opAlt:
		lo = maxWidth
		for _, s := range n.sub {
			l, h := p.width(s)
			lo, hi = min(lo, l), max(hi, h)
		}
	case opRepeat:
		l, h := p.width(n.sub[0])
		return times(l, n.lo), times(h, n.hi)
	case opGroup, opAtomic:
		return p.width(n.sub[0])
	case opBackref:
		w := p.widths[n.group]
		return w[0], w[1]
	case opCond:
		lo, hi = p.width(n.sub[0])
		if n.sub[1] == nil {
			return 0, hi
		}
		l, h := p.width(n.sub[1])
		return min(lo, l), max(hi, h)
	}
	return lo, hi
}

func times(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if b >= maxRepeat || a > maxWidth/b {
		return maxWidth
	}
	return a * b
}
