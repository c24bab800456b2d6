package sre

import (
	"strconv"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// Piece is a part of a replacement template: a text, or what a group matched.
type Piece struct {
	Text  string
	Group int // -1: Text
}

// NameError tells that a template names a group the pattern does not have.
type NameError struct{ Name string }

func (e *NameError) Error() string { return "unknown group name " + e.Name }

type templateParser struct {
	*source
	p   *Prog
	lit []byte
	out []Piece
}

// Template parses a replacement template for p.
func (p *Prog) Template(text string, o Options) ([]Piece, error) {
	t := &templateParser{source: newSource(text, o), p: p}
	for {
		if t.err != nil {
			return nil, t.err
		}
		k := t.get()
		if t.err != nil && k.r < 0 {
			return nil, t.err
		}
		if k.r < 0 {
			break
		}
		if !k.esc {
			t.add(k.r)
			continue
		}
		if err := t.escape(k); err != nil {
			return nil, err
		}
	}
	t.flush()
	return t.out, nil
}

func (t *templateParser) add(r rune) {
	if t.o.Bytes {
		t.lit = append(t.lit, byte(r))
		return
	}
	t.lit = wtf8.Append(t.lit, r)
}

func (t *templateParser) flush() {
	if len(t.lit) > 0 {
		t.out = append(t.out, Piece{string(t.lit), -1})
		t.lit = t.lit[:0]
	}
}

func (t *templateParser) group(n, offset int) error {
	if n > t.p.Groups {
		return t.fail(offset, "invalid group reference %d", n)
	}
	t.flush()
	t.out = append(t.out, Piece{"", n})
	return nil
}

func (t *templateParser) escape(k token) error {
	switch {
	case k.r == 'g':
		return t.named()
	case k.r == '0':
		n, _ := strconv.ParseInt("0"+t.getWhile(2, isOctal), 8, 32)
		t.add(rune(n & 0xFF))
		return nil
	case isDigit(k.r):
		return t.number(k)
	}
	if r, ok := escapes[k.r]; ok {
		t.add(r)
		return nil
	}
	if isASCIILetter(k.r) {
		return t.fail(2, "bad escape \\%c", k.r)
	}
	t.add('\\')
	t.add(k.r)
	return nil
}

// number parses \1 to \99, or an octal escape of three digits.
func (t *templateParser) number(k token) error {
	text := string(k.r)
	if !t.next.esc && isDigit(t.next.r) {
		text += string(t.get().r)
		if isOctal(k.r) && isOctal(rune(text[1])) && !t.next.esc && isOctal(t.next.r) {
			text += string(t.get().r)
			n, _ := strconv.ParseInt(text, 8, 32)
			if n > 0o377 {
				return t.fail(len(text)+1, "octal escape value \\%s outside of range 0-0o377", text)
			}
			t.add(rune(n))
			return nil
		}
	}
	n, _ := strconv.Atoi(text)
	return t.group(n, len(text))
}

// named parses what follows \g.
func (t *templateParser) named() error {
	if !t.match('<') {
		return t.fail(0, "missing <")
	}
	name, err := t.getUntil('>', "group name")
	if err != nil {
		return err
	}
	digits := len(name) > 0
	for _, r := range name {
		digits = digits && isDigit(r)
	}
	if digits {
		n, err := strconv.Atoi(encode(name))
		if err != nil || n >= maxGroups {
			return t.fail(len(name)+1, "invalid group reference %s", trimZeros(encode(name)))
		}
		return t.group(n, len(name)+1)
	}
	if err := t.groupName(name, 1); err != nil {
		return err
	}
	n, ok := t.p.Index[encode(name)]
	if !ok {
		return &NameError{t.repr(name)}
	}
	return t.group(n, len(name)+1)
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
