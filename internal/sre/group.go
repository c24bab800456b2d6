package sre

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// group parses what follows a parenthesis. global tells that it was (?flags).
func (p *parser) group(verbose, first bool) (n *node, global bool, err error) {
	start := p.tell() - 1
	n = &node{op: opGroup}
	capture := true
	var name []rune
	if p.match('?') {
		k := p.get()
		if p.err != nil {
			return nil, false, p.err
		}
		switch {
		case k.r < 0:
			return nil, false, p.fail(0, "unexpected end of pattern")
		case k.is('P'):
			var ref *node
			if name, ref, err = p.named(); err != nil || ref != nil {
				return ref, false, err
			}
		case k.is(':'):
			capture = false
		case k.is('#'):
			return nil, false, p.comment(start)
		case k.is('=') || k.is('!') || k.is('<'):
			n, err = p.look(k, verbose, start)
			return n, false, err
		case k.is('('):
			n, err = p.conditional(verbose, start)
			return n, false, err
		case k.is('>'):
			capture, n.op = false, opAtomic
		case k.is('-') || !k.esc && flagOf[k.r] != 0:
			if n.add, n.del, global, err = p.flagsOf(k); err != nil {
				return nil, false, err
			}
			if global {
				if !first {
					return nil, false, p.fail(p.tell()-start, "global flags not at the start of the expression")
				}
				return nil, true, nil
			}
			capture = false
		default:
			return nil, false, p.fail(k.len()+1, "unknown extension ?%s", shown(k, encode([]rune{k.r})))
		}
	}
	if capture {
		if n.group, err = p.open(name); err != nil {
			return nil, false, err
		}
	}
	verbose = (verbose || n.add&Verbose != 0) && n.del&Verbose == 0
	body, err := p.body(verbose, start)
	if err != nil {
		return nil, false, err
	}
	n.sub = []*node{body}
	if n.group > 0 {
		lo, hi := p.width(body)
		p.widths[n.group] = [2]int{lo, hi}
	}
	return n, false, nil
}

// body parses alternatives and the parenthesis behind them.
func (p *parser) body(verbose bool, start int) (*node, error) {
	n, err := p.alternatives(verbose, false)
	if err != nil {
		return nil, err
	}
	return n, p.close(start)
}

func (p *parser) close(start int) error {
	if !p.match(')') {
		return p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
	return p.err
}

func (p *parser) open(name []rune) (int, error) {
	gid := p.groups()
	p.widths = append(p.widths, [2]int{-1, -1})
	if name == nil {
		return gid, nil
	}
	text := encode(name)
	if old := p.names[text]; old != 0 {
		return 0, p.fail(len(name)+1, "redefinition of group name %s as group %d; was group %d", p.repr(name), gid, old)
	}
	p.names[text] = gid
	p.order = append(p.order, text)
	return gid, nil
}

func (p *parser) closed(g int) bool { return g < p.groups() && p.widths[g][0] >= 0 }

func (p *parser) lookbehindGroup(g int) error {
	if p.lookbehind == 0 {
		return nil
	}
	if !p.closed(g) {
		return p.fail(0, "cannot refer to an open group")
	}
	if g >= p.lookbehind {
		return p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
	return nil
}

// named parses what follows (?P: a name, or a reference by name.
func (p *parser) named() (name []rune, ref *node, err error) {
	switch {
	case p.match('<'):
		if name, err = p.getUntil('>', "group name"); err == nil {
			err = p.groupName(name, 1)
		}
		return name, nil, err
	case p.match('='):
		if name, err = p.getUntil(')', "group name"); err != nil {
			return nil, nil, err
		}
		if err = p.groupName(name, 1); err != nil {
			return nil, nil, err
		}
		g := p.names[encode(name)]
		if g == 0 {
			return nil, nil, p.fail(len(name)+1, "unknown group name %s", p.repr(name))
		}
		if !p.closed(g) {
			return nil, nil, p.fail(len(name)+1, "cannot refer to an open group")
		}
		if err = p.lookbehindGroup(g); err != nil {
			return nil, nil, err
		}
		return nil, &node{op: opBackref, group: g}, nil
	}
	k := p.get()
	if p.err != nil {
		return nil, nil, p.err
	}
	if k.r < 0 {
		return nil, nil, p.fail(0, "unexpected end of pattern")
	}
	return nil, nil, p.fail(k.len()+2, "unknown extension ?P%s", shown(k, encode([]rune{k.r})))
}

func (p *parser) comment(start int) error {
	for {
		if p.next.r < 0 {
			return p.fail(p.tell()-start, "missing ), unterminated comment")
		}
		if p.get().is(')') {
			return nil
		}
	}
}

func (p *parser) look(k token, verbose bool, start int) (*node, error) {
	n := &node{op: opLook}
	saved := p.lookbehind
	if k.r == '<' {
		k = p.get()
		if p.err != nil {
			return nil, p.err
		}
		if k.r < 0 {
			return nil, p.fail(0, "unexpected end of pattern")
		}
		if !k.is('=') && !k.is('!') {
			return nil, p.fail(k.len()+2, "unknown extension ?<%s", shown(k, encode([]rune{k.r})))
		}
		n.behind = true
		if saved == 0 {
			p.lookbehind = p.groups()
		}
	}
	body, err := p.alternatives(verbose, false)
	if err != nil {
		return nil, err
	}
	p.lookbehind = saved
	if err := p.close(start); err != nil {
		return nil, err
	}
	n.neg = k.r == '!'
	if n.neg && body.op == opCat && len(body.sub) == 0 {
		return &node{op: opFail}, nil
	}
	n.sub = []*node{body}
	return n, nil
}

// conditional parses what follows (?(.
func (p *parser) conditional(verbose bool, start int) (*node, error) {
	name, err := p.getUntil(')', "group name")
	if err != nil {
		return nil, err
	}
	n := &node{op: opCond}
	text := encode(name)
	if strings.Trim(text, "0123456789") != "" {
		if err := p.groupName(name, 1); err != nil {
			return nil, err
		}
		if n.group = p.names[text]; n.group == 0 {
			return nil, p.fail(len(name)+1, "unknown group name %s", p.repr(name))
		}
	} else {
		g, err := strconv.Atoi(text)
		if err == nil && g == 0 {
			return nil, p.fail(len(name)+1, "bad group number")
		}
		if err != nil || g >= maxGroups {
			return nil, p.fail(len(name)+1, "invalid group reference %s", strings.TrimLeft(text, "0"))
		}
		n.group = g
		if _, ok := p.refs[g]; !ok {
			p.refs[g] = p.tell() - len(name) - 1
			p.refOrder = append(p.refOrder, g)
		}
	}
	if err := p.lookbehindGroup(n.group); err != nil {
		return nil, err
	}
	if p.depth++; p.depth > maxDepth {
		return nil, &Error{Kind: RecursionError, Msg: "maximum recursion depth exceeded", Pos: -1}
	}
	defer func() { p.depth-- }()
	yes, err := p.sequence(verbose, false)
	if err != nil {
		return nil, err
	}
	n.sub = []*node{yes, nil}
	if p.match('|') {
		if n.sub[1], err = p.sequence(verbose, false); err != nil {
			return nil, err
		}
		if p.next.is('|') {
			return nil, p.fail(0, "conditional backref with more than two branches")
		}
	}
	return n, p.close(start)
}
