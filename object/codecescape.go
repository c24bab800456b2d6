package object

// unicode_escape, raw_unicode_escape and utf-7.

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/unitab"
	"github.com/gopy-lang/gopy/internal/wtf8"
	"golang.org/x/text/unicode/runenames"
)

// charName is the Unicode name of r, or "".
func charName(r rune) string {
	n := runenames.Name(r)
	switch {
	case strings.HasPrefix(n, "<CJK Ideograph"):
		return fmt.Sprintf("CJK UNIFIED IDEOGRAPH-%04X", r)
	case strings.HasPrefix(n, "<"):
		return ""
	}
	return n
}

func escapeUnicode(s string, raw bool) []byte {
	out := make([]byte, 0, len(s))
	eachRune(s, func(r rune) {
		switch {
		case raw && r < 256:
			out = append(out, byte(r))
		case raw || r >= 256:
			out = append(out, charEscape(r)...)
		case r == '\\':
			out = append(out, '\\', '\\')
		case r == '\t':
			out = append(out, '\\', 't')
		case r == '\n':
			out = append(out, '\\', 'n')
		case r == '\r':
			out = append(out, '\\', 'r')
		case r < ' ' || r >= 127:
			out = append(out, charEscape(r)...)
		default:
			out = append(out, byte(r))
		}
	})
	return out
}

// simpleEscapes are the escapes of one character.
var simpleEscapes = map[byte]string{'\n': "", '\\': "\\", '\'': "'", '"': "\"", 'b': "\b", 'f': "\f", 't': "\t", 'n': "\n", 'r': "\r", 'v': "\v", 'a': "\a"}

func (c *coder) unescapeUnicode(b []byte, final bool) (int, error) {
	i := 0
	for i < len(b) {
		if b[i] != '\\' {
			c.out = utf8.AppendRune(c.out, rune(b[i]))
			i++
			continue
		}
		end, reason := c.unescape(b, i)
		if reason == "" {
			i = end
			continue
		}
		if !final && end >= len(b) {
			return i, nil
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

// unescape decodes the escape at b[i:]. It returns its end and, if it is
// wrong, why.
func (c *coder) unescape(b []byte, i int) (end int, reason string) {
	start := i
	i++
	if i >= len(b) {
		return i, "\\ at end of string"
	}
	x := b[i]
	i++
	if s, ok := simpleEscapes[x]; ok {
		c.out = append(c.out, s...)
		return i, ""
	}
	switch x {
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := rune(x - '0')
		for n := 1; n < 3 && i < len(b) && b[i] >= '0' && b[i] <= '7'; n++ {
			v = v<<3 | rune(b[i]-'0')
			i++
		}
		c.out = utf8.AppendRune(c.out, v)
		return i, ""
	case 'x':
		return c.hexEscape(b, i, 2, "truncated \\xXX escape")
	case 'u':
		return c.hexEscape(b, i, 4, "truncated \\uXXXX escape")
	case 'U':
		return c.hexEscape(b, i, 8, "truncated \\UXXXXXXXX escape")
	case 'N':
		return c.nameEscape(b, i)
	}
	c.out = append(c.out, '\\')
	return start + 1, ""
}

func (c *coder) hexEscape(b []byte, i, n int, reason string) (int, string) {
	var v uint32
	for ; n > 0; n-- {
		if i >= len(b) {
			return i, reason
		}
		d := hexDigit(b[i])
		if d < 0 {
			return i, reason
		}
		v = v<<4 | uint32(d)
		i++
	}
	if v > utf8.MaxRune {
		return i, "illegal Unicode character"
	}
	c.out = wtf8.Append(c.out, rune(v))
	return i, ""
}

func (c *coder) nameEscape(b []byte, i int) (int, string) {
	const malformed = "malformed \\N character escape"
	if i >= len(b) || b[i] != '{' {
		return i, malformed
	}
	j := strings.IndexByte(stringView(b[i:]), '}')
	if j < 0 {
		return len(b), malformed
	}
	if j == 1 {
		return i + j + 1, malformed
	}
	r, ok := unitab.Lookup(string(b[i+1 : i+j]))
	if !ok {
		return i + j + 1, "unknown Unicode character name"
	}
	c.out = wtf8.Append(c.out, r)
	return i + j + 1, ""
}

func (c *coder) unescapeRaw(b []byte, final bool) (int, error) {
	i := 0
	for i < len(b) {
		if b[i] != '\\' || i+1 >= len(b) || b[i+1] != 'u' && b[i+1] != 'U' {
			if !final && i+1 == len(b) && b[i] == '\\' {
				return i, nil
			}
			c.out = utf8.AppendRune(c.out, rune(b[i]))
			i++
			if b[i-1] == '\\' && i < len(b) {
				c.out = utf8.AppendRune(c.out, rune(b[i]))
				i++
			}
			continue
		}
		n, reason := 4, "truncated \\uXXXX escape"
		if b[i+1] == 'U' {
			n, reason = 8, "truncated \\UXXXXXXXX escape"
		}
		end, reason := c.hexEscape(b, i+2, n, reason)
		if reason == "illegal Unicode character" {
			reason = "\\Uxxxxxxxx out of range"
		}
		if reason == "" {
			i = end
			continue
		}
		if !final && end >= len(b) {
			return i, nil
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

const utf7Direct = "\t\n\r !\"#$%&'()*,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}"

func isBase64(c byte) bool { return isLetter(c) || isDigitByte(c) || c == '+' || c == '/' }

func encodeUTF7(s string) []byte {
	var out, units []byte
	flush := func(next rune) {
		if len(units) == 0 {
			return
		}
		out = append(append(out, '+'), base64.RawStdEncoding.EncodeToString(units)...)
		units = units[:0]
		if next < 0 || next == '-' || next < 128 && isBase64(byte(next)) {
			out = append(out, '-')
		}
	}
	eachRune(s, func(r rune) {
		switch {
		case r < 128 && strings.IndexByte(utf7Direct, byte(r)) >= 0:
			flush(r)
			out = append(out, byte(r))
		case r == '+' && len(units) == 0:
			out = append(out, '+', '-')
		case r >= 0x10000:
			hi, lo := utf16.EncodeRune(r)
			units = appendUnit(appendUnit(units, uint32(hi), 2, true), uint32(lo), 2, true)
		default:
			units = appendUnit(units, uint32(r), 2, true)
		}
	})
	flush(-1)
	return out
}

func (c *coder) utf7(b []byte) (int, error) {
	i := 0
	for i < len(b) {
		end, reason := i+1, ""
		switch {
		case b[i] >= 128:
			reason = "unexpected special character"
		case b[i] != '+':
			c.out = append(c.out, b[i])
		default:
			end, reason = c.utf7Shift(b, i+1)
		}
		if reason == "" {
			i = end
			continue
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

func (c *coder) utf7Shift(b []byte, i int) (end int, reason string) {
	j := i
	for j < len(b) && isBase64(b[j]) {
		j++
	}
	if i == j {
		if i < len(b) && b[i] == '-' {
			c.out = append(c.out, '+')
			return i + 1, ""
		}
		if i >= len(b) {
			return i, "unterminated shift sequence"
		}
		return i + 1, "ill-formed sequence"
	}
	raw, err := base64.RawStdEncoding.DecodeString(string(b[i:j]))
	if err != nil {
		return j, "partial character in base64 sequence"
	}
	for ; len(raw) >= 2; raw = raw[2:] {
		u := rune(unitAt(raw, 2, true))
		if u >= 0xD800 && u < 0xDC00 && len(raw) >= 4 {
			if v := rune(unitAt(raw[2:], 2, true)); v >= 0xDC00 && v < 0xE000 {
				u = utf16.DecodeRune(u, v)
				raw = raw[2:]
			}
		}
		c.out = wtf8.Append(c.out, u)
	}
	if j < len(b) && b[j] == '-' {
		j++
	}
	return j, ""
}
