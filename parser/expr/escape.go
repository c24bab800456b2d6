package expr

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/ast"
	"github.com/gopy-lang/gopy/internal/unitab"
	"github.com/gopy-lang/gopy/parser/token"
)

// escapes decodes the body of a string or the text of an f-string (section
// 2.4.1.1).
type escapes struct {
	strings.Builder
	p     *Parser
	tok   *token.Token
	body  string
	start int // offset of body in tok's text
	bytes bool
}

// unescape decodes body, which starts at an offset of t's text.
func (p *Parser) unescape(t *token.Token, body string, start int, bytes bool) string {
	e := escapes{p: p, tok: t, body: body, start: start, bytes: bytes}
	e.Grow(len(body))
	for i := 0; i < len(body); {
		j := strings.IndexByte(body[i:], '\\')
		if j < 0 {
			e.WriteString(body[i:])
			break
		}
		e.WriteString(body[i : i+j])
		i = e.escape(i + j)
	}
	return e.String()
}

var simpleEscapes = [128]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v',
}

// escape decodes the sequence whose backslash stands at i and returns the
// offset behind it.
func (e *escapes) escape(i int) int {
	if i+1 >= len(e.body) { // "{" follows in an f-string
		e.WriteByte('\\')
		return i + 1
	}
	c := e.body[i+1]
	if c < 128 && simpleEscapes[c] != 0 {
		e.WriteByte(simpleEscapes[c])
		return i + 2
	}
	switch {
	case c == '\n':
		return i + 2
	case '0' <= c && c <= '7':
		return e.octal(i)
	case c == 'x':
		return e.hex(i, 2)
	case e.bytes:
	case c == 'u':
		return e.hex(i, 4)
	case c == 'U':
		return e.hex(i, 8)
	case c == 'N':
		return e.named(i)
	}
	_, size := utf8.DecodeRuneInString(e.body[i+1:])
	if c != '{' && c != '}' || e.tok.Type == token.String {
		seq := e.body[i : i+1+size]
		e.warn(i, fmt.Sprintf(`"%s" is an invalid escape sequence. Did you mean "\%s"? A raw string is also an option.`, seq, seq))
	}
	e.WriteString(e.body[i : i+1+size])
	return i + 1 + size
}

func (e *escapes) octal(i int) int {
	n, j := 0, i+1
	for ; j < len(e.body) && j < i+4 && '0' <= e.body[j] && e.body[j] <= '7'; j++ {
		n = n*8 + int(e.body[j]-'0')
	}
	if n > 0o377 {
		seq := e.body[i:j]
		e.warn(i, fmt.Sprintf(`"%s" is an invalid octal escape sequence. Did you mean "\%s"? A raw string is also an option.`, seq, seq))
	}
	e.rune(rune(n))
	return j
}

func (e *escapes) hex(i, digits int) int {
	n, j := 0, i+2
	for ; j < len(e.body) && j < i+2+digits; j++ {
		d := strings.IndexByte("0123456789abcdef", e.body[j]|0x20)
		if d < 0 || e.body[j] < '0' {
			break
		}
		n = n*16 + d
	}
	switch {
	case j == i+2+digits:
	case e.bytes:
		e.p.FailTok(e.tok, fmt.Sprintf("(value error) invalid \\x escape at position %d", i))
	default:
		e.bad(i, j, fmt.Sprintf("truncated \\%c%s escape", e.body[i+1], strings.Repeat("X", digits)))
	}
	if n > utf8.MaxRune {
		e.bad(i, j, "illegal Unicode character")
	}
	e.rune(rune(n))
	return j
}

func (e *escapes) named(i int) int {
	end := strings.IndexByte(e.body[i:], '}')
	if i+2 >= len(e.body) || e.body[i+2] != '{' || end <= 3 {
		j := i + 2
		if j < len(e.body) && e.body[j] == '{' {
			j = len(e.body)
			if end >= 0 {
				j = i + end
			}
		}
		e.bad(i, j, "malformed \\N character escape")
	}
	r, ok := unitab.Lookup(e.body[i+3 : i+end])
	if !ok {
		e.bad(i, i+end+1, "unknown Unicode character name")
	}
	e.rune(r)
	return i + end + 1
}

// rune writes a code point, or a byte of a bytes literal.
func (e *escapes) rune(r rune) {
	switch {
	case e.bytes:
		e.WriteByte(byte(r))
	case 0xd800 <= r && r < 0xe000:
		e.WriteByte(0xed)
		e.WriteByte(0x80 | byte(r>>6)&0x3f)
		e.WriteByte(0x80 | byte(r)&0x3f)
	default:
		e.WriteRune(r)
	}
}

// bad fails as the codec does; its positions count the decoder's input, in
// which characters beyond ASCII take ten bytes.
func (e *escapes) bad(i, j int, reason string) {
	pos := func(n int) int {
		width := 0
		for _, r := range e.body[:n] {
			if r < 0x80 {
				width++
			} else {
				width += 10
			}
		}
		return width
	}
	from, to := pos(i), pos(j)-1
	where := fmt.Sprintf("bytes in position %d-%d", from, to)
	if from >= to {
		where = fmt.Sprintf("byte 0x5c in position %d", from)
	}
	e.p.FailTok(e.tok, fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode %s: %s", where, reason))
}

func (e *escapes) warn(i int, msg string) {
	if e.p.Warn == nil {
		return
	}
	before := token.Token{Type: token.String, Value: e.tok.Value[:e.start+i], Pos: e.tok.Pos}
	line, col := token.End(&before)
	e.p.Warn(token.Warning{Msg: msg, Pos: ast.Pos{Line: line, Col: col, EndLine: line, EndCol: col + 2}})
}
