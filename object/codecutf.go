package object

// utf-8, utf-16, utf-32, latin-1 and ascii.

import (
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// DecodeUTF8 decodes b strictly in a fast way, or through the error handler.
// If final is false an incomplete sequence at the end is left over.
func DecodeUTF8(t *Thread, b []byte, errors string, obj Value, final bool) (string, int, error) {
	if utf8.Valid(b) {
		return string(b), len(b), nil
	}
	c := newCoder(t, "utf-8", errors, obj)
	n, err := c.utf8(b, final)
	return string(c.out), n, err
}

func (c *coder) utf8(b []byte, final bool) (int, error) {
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			j := i + 1
			for j < len(b) && b[j] < utf8.RuneSelf {
				j++
			}
			c.out = append(c.out, b[i:j]...)
			i = j
			continue
		}
		if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n > 1 {
			c.out = append(c.out, b[i:i+n]...)
			i += n
			continue
		}
		n, reason := utf8Error(b[i:])
		if !final && reason == unexpectedEnd {
			break
		}
		var err error
		if i, b, err = c.decodeError(b, i, i+n, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

const unexpectedEnd = "unexpected end of data"

// utf8Error says how many of the bytes at the start of b, which are no UTF-8,
// are wrong and why.
func utf8Error(b []byte) (int, string) {
	lo, hi, need := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case c < 0xC2 || c > 0xF4:
		return 1, "invalid start byte"
	case c < 0xE0:
		need = 1
	case c < 0xF0:
		need = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	default:
		need = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	for i := 1; i <= need; i++ {
		if i >= len(b) {
			return len(b), unexpectedEnd
		}
		if b[i] < lo || b[i] > hi {
			return i, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xBF
	}
	return 1, "invalid start byte"
}

func (c *coder) encodeUTF8(s *Str) error {
	return c.encodeRunes(s, "surrogates not allowed", true, func(b []byte, r rune) ([]byte, bool) {
		if isSurrogate(r) {
			return b, false
		}
		return utf8.AppendRune(b, r), true
	})
}

// encodeLimit is latin-1 (limit 256) and ascii (limit 128).
func (c *coder) encodeLimit(s *Str, limit rune) error {
	reason := "ordinal not in range(256)"
	if limit == 128 {
		reason = "ordinal not in range(128)"
	}
	return c.encodeRunes(s, reason, true, func(b []byte, r rune) ([]byte, bool) {
		if r >= limit {
			return b, false
		}
		return append(b, byte(r)), true
	})
}

func (c *coder) ascii(b []byte) (int, error) {
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && b[j] < utf8.RuneSelf {
			j++
		}
		c.out = append(c.out, b[i:j]...)
		if i = j; i == len(b) {
			break
		}
		var err error
		if i, b, err = c.decodeError(b, i, i+1, "ordinal not in range(128)"); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

func decodeLatin1(b []byte) string {
	if wtf8.IsASCII(stringView(b)) {
		return string(b)
	}
	out := make([]byte, 0, len(b)+len(b)/2)
	for _, x := range b {
		out = utf8.AppendRune(out, rune(x))
	}
	return stringView(out)
}

func (c *coder) encodeUTF16(s *Str, big bool) error {
	c.unit = 2
	return c.encodeRunes(s, "surrogates not allowed", false, func(b []byte, r rune) ([]byte, bool) {
		switch {
		case isSurrogate(r):
			return b, false
		case r < 0x10000:
			return appendUnit(b, uint32(r), 2, big), true
		}
		r -= 0x10000
		b = appendUnit(b, 0xD800|uint32(r>>10), 2, big)
		return appendUnit(b, 0xDC00|uint32(r&0x3FF), 2, big), true
	})
}

func (c *coder) utf16(b []byte, i int, big, final bool) (int, error) {
	for i < len(b) {
		end, reason := 0, ""
		if i+2 > len(b) {
			end, reason = len(b), "truncated data"
		} else {
			u := rune(unitAt(b[i:], 2, big))
			switch {
			case !isSurrogate(u):
				c.out = utf8.AppendRune(c.out, u)
				i += 2
				continue
			case u >= 0xDC00:
				end, reason = i+2, "illegal encoding"
			case i+4 > len(b):
				end, reason = len(b), unexpectedEnd
			default:
				v := rune(unitAt(b[i+2:], 2, big))
				if v >= 0xDC00 && v <= 0xDFFF {
					c.out = utf8.AppendRune(c.out, (u-0xD800)<<10|(v-0xDC00)+0x10000)
					i += 4
					continue
				}
				end, reason = i+2, "illegal UTF-16 surrogate"
			}
		}
		if !final && (reason == "truncated data" || reason == unexpectedEnd) {
			break
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

func (c *coder) encodeUTF32(s *Str, big bool) error {
	c.unit = 4
	return c.encodeRunes(s, "surrogates not allowed", false, func(b []byte, r rune) ([]byte, bool) {
		if isSurrogate(r) {
			return b, false
		}
		return appendUnit(b, uint32(r), 4, big), true
	})
}

func (c *coder) utf32(b []byte, i int, big, final bool) (int, error) {
	for i < len(b) {
		end, reason := i+4, ""
		if i+4 > len(b) {
			if !final {
				break
			}
			end, reason = len(b), "truncated data"
		} else {
			u := unitAt(b[i:], 4, big)
			switch {
			case u > utf8.MaxRune:
				reason = "code point not in range(0x110000)"
			case isSurrogate(rune(u)):
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			default:
				c.out = utf8.AppendRune(c.out, rune(u))
				i += 4
				continue
			}
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return 0, err
		}
	}
	return i, nil
}

// byteOrderMark finds the byte order of UTF-16 or UTF-32 text; without a mark
// it is little. skip is the length of the mark.
func byteOrderMark(b []byte, size int) (big bool, skip int) {
	if len(b) < size {
		return false, 0
	}
	switch {
	case unitAt(b, size, true) == 0xFEFF:
		return true, size
	case unitAt(b, size, false) == 0xFEFF:
		return false, size
	}
	return false, 0
}
