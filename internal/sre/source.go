package sre

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// token is a character of a pattern, or a backslash and the one behind it.
type token struct {
	r   rune // -1: the end
	esc bool // r stands behind a backslash
}

func (k token) is(r rune) bool { return k.r == r && !k.esc }

func (k token) len() int {
	switch {
	case k.r < 0:
		return 0
	case k.esc:
		return 2
	}
	return 1
}

// source reads tokens with one of lookahead. What is wrong with the token
// ahead is kept until the parser moves past the one before.
type source struct {
	o     Options
	text  []rune
	index int
	next  token
	err   error
}

func runes(s string, bytes bool) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		if bytes || s[i] < utf8.RuneSelf {
			out = append(out, rune(s[i]))
			i++
			continue
		}
		r, n := wtf8.Decode(s[i:])
		out = append(out, r)
		i += n
	}
	return out
}

func newSource(text string, o Options) *source {
	s := &source{o: o, text: runes(text, o.Bytes)}
	s.advance()
	return s
}

func (s *source) advance() {
	if s.index >= len(s.text) {
		s.next = token{r: -1}
		return
	}
	s.next = token{r: s.text[s.index]}
	s.index++
	if s.next.r == '\\' {
		if s.index >= len(s.text) {
			s.err = &Error{Msg: "bad escape (end of pattern)", Pos: len(s.text) - 1}
			s.next = token{r: -1}
			return
		}
		s.next = token{r: s.text[s.index], esc: true}
		s.index++
	}
}

func (s *source) get() token {
	k := s.next
	s.advance()
	return k
}

func (s *source) match(r rune) bool {
	if s.next.is(r) {
		s.advance()
		return true
	}
	return false
}

func (s *source) tell() int { return s.index - s.next.len() }

func (s *source) seek(i int) {
	s.index = i
	s.advance()
}

// fail is an error offset characters before the position. A pending error of
// the lookahead comes first, as it was met first.
func (s *source) fail(offset int, format string, args ...any) error {
	if s.err != nil {
		return s.err
	}
	return s.failNow(offset, format, args...)
}

func (s *source) failNow(offset int, format string, args ...any) error {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	if s.o.Bytes {
		msg = asciiOnly(msg)
	}
	return &Error{Msg: msg, Pos: s.tell() - offset}
}

// asciiOnly escapes what is not ASCII.
func asciiOnly(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, "\\x%02x", r)
		default:
			fmt.Fprintf(&b, "\\u%04x", r)
		}
	}
	return b.String()
}

// getWhile reads up to n plain characters that pred accepts.
func (s *source) getWhile(n int, pred func(rune) bool) string {
	b := []byte{}
	for ; n > 0 && !s.next.esc && s.next.r >= 0 && pred(s.next.r); n-- {
		b = append(b, byte(s.next.r))
		s.advance()
	}
	return string(b)
}

func encode(rs []rune) string {
	var b []byte
	for _, r := range rs {
		b = wtf8.Append(b, r)
	}
	return string(b)
}

// getUntil reads up to end, which is skipped.
func (s *source) getUntil(end rune, name string) ([]rune, error) {
	var out []rune
	for {
		k := s.get()
		if s.err != nil {
			return nil, s.err
		}
		switch {
		case k.r < 0 && len(out) == 0:
			return nil, s.failNow(0, "missing %s", name)
		case k.r < 0:
			return nil, s.failNow(len(out), "missing %c, unterminated name", end)
		case k.is(end) && len(out) == 0:
			return nil, s.failNow(1, "missing %s", name)
		case k.is(end):
			return out, nil
		}
		if k.esc {
			out = append(out, '\\')
		}
		out = append(out, k.r)
	}
}

func (s *source) repr(name []rune) string {
	text := encode(name)
	if s.o.Repr != nil {
		return s.o.Repr(text)
	}
	return "'" + text + "'"
}

// groupName checks a name of a group.
func (s *source) groupName(name []rune, offset int) error {
	text := encode(name)
	if s.o.Bytes && !wtf8.IsASCII(text) {
		return s.fail(len(name)+offset, "bad character in group name %s", asciiOnly(s.repr(name)))
	}
	if !s.o.Identifier(text) {
		return s.fail(len(name)+offset, "bad character in group name %s", s.repr(name))
	}
	return nil
}

func number(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n >= maxRepeat {
		return 0, &Error{Kind: OverflowError, Msg: "the repetition number is too large", Pos: -1}
	}
	return n, nil
}
