package sre

import "strconv"

var escapes = map[rune]rune{'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

var categories = map[rune]category{'d': catDigit, 'D': catDigit | catNot, 's': catSpace, 'S': catSpace | catNot, 'w': catWord, 'W': catWord | catNot}

var positions = map[rune]at{'A': atBeginString, 'b': atBoundary, 'B': atNotBoundary, 'Z': atEndString, 'z': atEndString}

func lit(r rune) *node { return &node{op: opLit, r: r} }

// escape parses an escape outside of sets.
func (p *parser) escape(k token) (*node, error) {
	if a, ok := positions[k.r]; ok {
		return &node{op: opAt, at: a}, nil
	}
	if c, ok := categories[k.r]; ok {
		return &node{op: opSet, set: &setNode{cats: []category{c}}}, nil
	}
	switch {
	case k.r == '0':
		n, _ := strconv.ParseInt("0"+p.getWhile(2, isOctal), 8, 32)
		return lit(rune(n)), nil
	case isDigit(k.r):
		return p.reference(k)
	}
	r, err := p.character(k)
	return lit(r), err
}

// reference parses \1 to \99, or an octal escape of three digits.
func (p *parser) reference(k token) (*node, error) {
	text := string(k.r)
	if !p.next.esc && isDigit(p.next.r) {
		text += string(p.get().r)
		if isOctal(k.r) && isOctal(rune(text[1])) && !p.next.esc && isOctal(p.next.r) {
			text += string(p.get().r)
			return p.octal(text)
		}
	}
	g, _ := strconv.Atoi(text)
	if g >= p.groups() {
		return nil, p.fail(len(text), "invalid group reference %d", g)
	}
	if !p.closed(g) {
		return nil, p.fail(len(text)+1, "cannot refer to an open group")
	}
	if err := p.lookbehindGroup(g); err != nil {
		return nil, err
	}
	return &node{op: opBackref, group: g}, nil
}

func (p *parser) octal(text string) (*node, error) {
	n, _ := strconv.ParseInt(text, 8, 32)
	if n > 0o377 {
		return nil, p.fail(len(text)+1, "octal escape value \\%s outside of range 0-0o377", text)
	}
	return lit(rune(n)), nil
}

// character parses an escape that stands for one character.
func (p *parser) character(k token) (rune, error) {
	if r, ok := escapes[k.r]; ok {
		return r, nil
	}
	size := 0
	switch {
	case k.r == 'x':
		size = 2
	case k.r == 'u' && !p.o.Bytes:
		size = 4
	case k.r == 'U' && !p.o.Bytes:
		size = 8
	case k.r == 'N' && !p.o.Bytes:
		return p.charName()
	case isASCIILetter(k.r):
		return 0, p.fail(2, "bad escape \\%c", k.r)
	default:
		return k.r, nil
	}
	digits := p.getWhile(size, isHex)
	text := "\\" + string(k.r) + digits
	if len(digits) != size {
		return 0, p.fail(len(text), "incomplete escape %s", text)
	}
	n, _ := strconv.ParseUint(digits, 16, 64)
	if n > 0x10FFFF {
		return 0, p.fail(len(text), "bad escape %s", text)
	}
	return rune(n), nil
}

func (p *parser) charName() (rune, error) {
	if !p.match('{') {
		return 0, p.fail(0, "missing {")
	}
	name, err := p.getUntil('}', "character name")
	if err != nil {
		return 0, err
	}
	if p.o.Name != nil {
		if r, ok := p.o.Name(encode(name)); ok {
			return r, nil
		}
	}
	return 0, p.fail(len(name)+4, "undefined character name %s", p.repr(name))
}

// setEscape parses an escape in a set.
func (p *parser) setEscape(k token) (r rune, cat category, isCat bool, text string, err error) {
	if c, ok := categories[k.r]; ok {
		return 0, c, true, "", nil
	}
	switch {
	case isOctal(k.r):
		n, err := p.octal(string(k.r) + p.getWhile(2, isOctal))
		if err != nil {
			return 0, 0, false, "", err
		}
		return n.r, 0, false, "", nil
	case isDigit(k.r):
		return 0, 0, false, "", p.fail(2, "bad escape \\%c", k.r)
	}
	r, err = p.character(k)
	return r, 0, false, "", err
}
