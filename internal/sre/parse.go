package sre

import (
	"unicode"
)

const (
	specials = ".\\[{()*+?^$|"
	repeats  = "*+?{"
	spaces   = " \t\n\r\v\f"
)

var flagOf = map[rune]int{'i': IgnoreCase, 'L': Locale, 'm': MultiLine, 's': DotAll, 'x': Verbose, 'a': ASCII, 'u': Unicode}

type parser struct {
	*source
	flags      int
	names      map[string]int
	order      []string
	widths     [][2]int // by group; lo -1: open
	refs       map[int]int
	refOrder   []int
	lookbehind int // number of groups at the begin of the lookbehind; 0: none
	depth      int
}

func newParser(pattern string, o Options) *parser {
	return &parser{source: newSource(pattern, o), flags: o.Flags, names: map[string]int{}, widths: [][2]int{{-1, -1}}, refs: map[int]int{}}
}

func (p *parser) groups() int { return len(p.widths) }

// pattern parses all of the text.
func (p *parser) pattern() (*node, error) {
	if p.err != nil {
		return nil, p.err
	}
	n, err := p.alternatives(p.flags&Verbose != 0, true)
	if err != nil {
		return nil, err
	}
	if err := p.fixFlags(); err != nil {
		return nil, err
	}
	if p.next.r >= 0 {
		return nil, p.fail(0, "unbalanced parenthesis")
	}
	for _, g := range p.refOrder {
		if g >= p.groups() {
			return nil, &Error{Msg: "invalid group reference " + itoa(g), Pos: p.refs[g]}
		}
	}
	return n, nil
}

func (p *parser) fixFlags() error {
	bad := func(msg string) error { return &Error{Kind: ValueError, Msg: msg, Pos: -1} }
	f := p.flags
	if p.o.Bytes {
		switch {
		case f&Unicode != 0:
			return bad("cannot use UNICODE flag with a bytes pattern")
		case f&Locale != 0 && f&ASCII != 0:
			return bad("ASCII and LOCALE flags are incompatible")
		}
		return nil
	}
	switch {
	case f&Locale != 0:
		return bad("cannot use LOCALE flag with a str pattern")
	case f&ASCII != 0 && f&Unicode != 0:
		return bad("ASCII and UNICODE flags are incompatible")
	case f&ASCII == 0:
		p.flags |= Unicode
	}
	return nil
}

// alternatives parses what stands between parentheses.
func (p *parser) alternatives(verbose, top bool) (*node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, &Error{Kind: RecursionError, Msg: "maximum recursion depth exceeded", Pos: -1}
	}
	defer func() { p.depth-- }()
	var items []*node
	for {
		n, err := p.sequence(verbose, top && len(items) == 0)
		if err != nil {
			return nil, err
		}
		items = append(items, n)
		if !p.match('|') {
			break
		}
		if p.err != nil {
			return nil, p.err
		}
		if top {
			verbose = p.flags&Verbose != 0
		}
	}
	if len(items) == 1 {
		return items[0], nil
	}
	if s := unite(items); s != nil {
		return s, nil
	}
	return &node{op: opAlt, sub: items}, nil
}

// unite makes one set of alternatives that are single characters or sets.
func unite(items []*node) *node {
	s := &setNode{}
	for _, n := range items {
		if n.op == opCat && len(n.sub) == 1 {
			n = n.sub[0]
		}
		switch {
		case n.op == opLit:
			s.addRune(n.r)
		case n.op == opSet && !n.set.neg:
			s.ranges = append(s.ranges, n.set.ranges...)
			s.cats = append(s.cats, n.set.cats...)
		default:
			return nil
		}
	}
	return &node{op: opSet, set: s}
}

// sequence parses up to | or ) or the end.
func (p *parser) sequence(verbose, first bool) (*node, error) {
	seq := &node{op: opCat}
	for {
		if p.err != nil {
			return nil, p.err
		}
		k := p.next
		if k.r < 0 || k.is('|') || k.is(')') {
			break
		}
		p.get()
		if verbose && !k.esc {
			if has(spaces, k.r) {
				continue
			}
			if k.r == '#' {
				for {
					if k = p.get(); k.r < 0 || k.is('\n') {
						break
					}
				}
				continue
			}
		}
		var n *node
		var err error
		switch {
		case k.esc:
			n, err = p.escape(k)
		case !has(specials, k.r):
			n = &node{op: opLit, r: k.r}
		case k.r == '[':
			n, err = p.set()
		case has(repeats, k.r):
			n, err = p.repeat(k, seq)
		case k.r == '.':
			n = &node{op: opAny}
		case k.r == '(':
			var global bool
			n, global, err = p.group(verbose, first && len(seq.sub) == 0)
			if global {
				verbose = p.flags&Verbose != 0
			}
		case k.r == '^':
			n = &node{op: opAt, at: atBegin}
		case k.r == '$':
			n = &node{op: opAt, at: atEnd}
		}
		if err != nil {
			return nil, err
		}
		if n != nil {
			seq.sub = append(seq.sub, n)
		}
	}
	return flatten(seq), nil
}

// flatten replaces groups that only group by what is in them.
func flatten(seq *node) *node {
	for i := len(seq.sub) - 1; i >= 0; i-- {
		n := seq.sub[i]
		if n.op == opGroup && n.group == 0 && n.add == 0 && n.del == 0 {
			in := n.sub[0]
			if in.op != opCat {
				seq.sub[i] = in
				continue
			}
			seq.sub = append(seq.sub[:i:i], append(append([]*node{}, in.sub...), seq.sub[i+1:]...)...)
		}
	}
	return seq
}

// bounds parses the numbers of {lo,hi}. ok is false if this is no repetition.
func (p *parser) bounds(here int) (lo, hi int, ok bool, err error) {
	lo, hi = 0, maxRepeat
	los := p.getWhile(1<<30, isDigit)
	his := los
	if p.match(',') {
		his = p.getWhile(1<<30, isDigit)
	}
	if !p.match('}') {
		if p.err != nil {
			return 0, 0, true, p.err
		}
		p.seek(here)
		return 0, 0, false, nil
	}
	if los != "" {
		if lo, err = number(los); err != nil {
			return 0, 0, true, err
		}
	}
	if his != "" {
		if hi, err = number(his); err != nil {
			return 0, 0, true, err
		}
		if hi < lo {
			return 0, 0, true, p.fail(p.tell()-here, "min repeat greater than max repeat")
		}
	}
	return lo, hi, true, nil
}

// repeat applies a quantifier to the last item of seq.
func (p *parser) repeat(k token, seq *node) (*node, error) {
	here := p.tell()
	lo, hi := 0, maxRepeat
	switch k.r {
	case '?':
		hi = 1
	case '+':
		lo = 1
	case '{':
		if p.next.is('}') {
			return &node{op: opLit, r: '{'}, nil
		}
		var ok bool
		var err error
		if lo, hi, ok, err = p.bounds(here); err != nil {
			return nil, err
		}
		if !ok {
			return &node{op: opLit, r: '{'}, nil
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	if len(seq.sub) == 0 || seq.sub[len(seq.sub)-1].op == opAt {
		return nil, p.fail(p.tell()-here+1, "nothing to repeat")
	}
	item := seq.sub[len(seq.sub)-1]
	if item.op == opRepeat {
		return nil, p.fail(p.tell()-here+1, "multiple repeat")
	}
	if item.op == opGroup && item.group == 0 && item.add == 0 && item.del == 0 {
		item = item.sub[0]
	}
	n := &node{op: opRepeat, lo: lo, hi: hi, sub: []*node{item}}
	if p.match('?') {
		n.mode = lazy
	} else if p.match('+') {
		n.mode = possessive
	}
	seq.sub[len(seq.sub)-1] = n
	return nil, nil
}

// set parses a character set whose [ is behind.
func (p *parser) set() (*node, error) {
	here := p.tell() - 1
	s := &setNode{}
	if p.next.is('[') {
		if err := p.warn(p.tell(), "nested set"); err != nil {
			return nil, err
		}
	}
	s.neg = p.match('^')
	for first := true; ; first = false {
		k := p.get()
		if p.err != nil {
			return nil, p.err
		}
		switch {
		case k.r < 0:
			return nil, p.fail(p.tell()-here, "unterminated character set")
		case k.is(']') && !first:
			return simplify(s), nil
		case !k.esc && !first && has("-&~|", k.r) && p.next.is(k.r):
			what := map[rune]string{'-': "difference", '&': "intersection", '~': "symmetric difference", '|': "union"}[k.r]
			if err := p.warn(p.tell()-1, "set "+what); err != nil {
				return nil, err
			}
		}
		done, err := p.setItem(s, k, here)
		if err != nil {
			return nil, err
		}
		if done {
			return simplify(s), nil
		}
	}
}

// simplify turns a set of one character into that character.
func simplify(s *setNode) *node {
	if !s.neg && len(s.cats) == 0 && len(s.ranges) == 2 && s.ranges[0] == s.ranges[1] {
		return &node{op: opLit, r: s.ranges[0]}
	}
	return &node{op: opSet, set: s}
}

func (p *parser) warn(pos int, what string) error {
	if p.o.Warn == nil {
		return nil
	}
	return p.o.Warn("Possible " + what + " at position " + itoa(pos))
}

// element reads a character or a category of a set.
func (p *parser) element(k token) (r rune, cat category, isCat bool, text string, err error) {
	if k.esc {
		return p.setEscape(k)
	}
	return k.r, 0, false, string(encode([]rune{k.r})), nil
}

// setItem parses a character, a range or a category; done tells that the set
// ended behind it.
func (p *parser) setItem(s *setNode, k token, here int) (done bool, err error) {
	add := func(r rune, c category, isCat bool) {
		if isCat {
			s.cats = append(s.cats, c)
		} else {
			s.addRune(r)
		}
	}
	lo, cat, isCat, text, err := p.element(k)
	if err != nil {
		return false, err
	}
	if !p.match('-') {
		add(lo, cat, isCat)
		return false, nil
	}
	that := p.get()
	if p.err != nil {
		return false, p.err
	}
	switch {
	case that.r < 0:
		return false, p.fail(p.tell()-here, "unterminated character set")
	case that.is(']'):
		add(lo, cat, isCat)
		s.addRune('-')
		return true, nil
	case that.is('-'):
		if err := p.warn(p.tell()-2, "set difference"); err != nil {
			return false, err
		}
	}
	hi, _, isCat2, text2, err := p.element(that)
	if err != nil {
		return false, err
	}
	if isCat || isCat2 || hi < lo {
		n1, n2 := k.len(), that.len()
		return false, p.fail(n1+1+n2, "bad character range %s-%s", shown(k, text), shown(that, text2))
	}
	s.ranges = append(s.ranges, lo, hi)
	return false, nil
}

// shown is how a token looks in messages.
func shown(k token, text string) string {
	if k.esc {
		return "\\" + encode([]rune{k.r})
	}
	return text
}

// flagsOf parses inline flags, the first of which is behind. global tells that
// they are for the whole pattern.
func (p *parser) flagsOf(k token) (add, del int, global bool, err error) {
	if !k.is('-') {
		for {
			f := flagOf[k.r]
			switch {
			case k.r == 'L' && !p.o.Bytes:
				return 0, 0, false, p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
			case k.r == 'u' && p.o.Bytes:
				return 0, 0, false, p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
			}
			add |= f
			if f&typeFlags != 0 && add&typeFlags != f {
				return 0, 0, false, p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
			}
			k = p.get()
			if p.err != nil {
				return 0, 0, false, p.err
			}
			if k.r < 0 {
				return 0, 0, false, p.fail(0, "missing -, : or )")
			}
			if k.is(')') || k.is('-') || k.is(':') {
				break
			}
			if k.esc || flagOf[k.r] == 0 {
				return 0, 0, false, p.badFlag(k, "missing -, : or )")
			}
		}
	}
	if k.is(')') {
		p.flags |= add
		return 0, 0, true, nil
	}
	if k.is('-') {
		if del, err = p.flagsOff(); err != nil {
			return 0, 0, false, err
		}
	}
	if add&del != 0 {
		return 0, 0, false, p.fail(1, "bad inline flags: flag turned on and off")
	}
	return add, del, false, nil
}

func (p *parser) badFlag(k token, msg string) error {
	if !k.esc && unicode.IsLetter(k.r) {
		msg = "unknown flag"
	}
	return p.fail(k.len(), "%s", msg)
}

// flagsOff parses the flags behind a minus, up to the colon.
func (p *parser) flagsOff() (del int, err error) {
	k := p.get()
	switch {
	case p.err != nil:
		return 0, p.err
	case k.r < 0:
		return 0, p.fail(0, "missing flag")
	case k.esc || flagOf[k.r] == 0:
		return 0, p.badFlag(k, "missing flag")
	}
	for {
		f := flagOf[k.r]
		if f&typeFlags != 0 {
			return 0, p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
		del |= f
		k = p.get()
		switch {
		case p.err != nil:
			return 0, p.err
		case k.r < 0:
			return 0, p.fail(0, "missing :")
		case k.is(':'):
			return del, nil
		case k.esc || flagOf[k.r] == 0:
			return 0, p.badFlag(k, "missing :")
		}
	}
}
