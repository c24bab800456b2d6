// Package wtf8 reads and writes the encoding of Python strings in Go strings:
// UTF-8 in which the surrogates U+D800 to U+DFFF are encoded like other code
// points, each by itself (generalized UTF-8).
package wtf8

import "unicode/utf8"

// Decode returns the first code point of s and its length in bytes. Bytes that
// encode nothing give utf8.RuneError and 1, an empty string utf8.RuneError and 0.
func Decode(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if n == 1 && r == utf8.RuneError && len(s) >= 3 && isSurrogate(s[0], s[1], s[2]) {
		return surrogate(s[1], s[2]), 3
	}
	return r, n
}

// DecodeLast returns the last code point of s and its length in bytes.
func DecodeLast(s string) (rune, int) {
	r, n := utf8.DecodeLastRuneInString(s)
	if i := len(s) - 3; n == 1 && r == utf8.RuneError && i >= 0 && isSurrogate(s[i], s[i+1], s[i+2]) {
		return surrogate(s[i+1], s[i+2]), 3
	}
	return r, n
}

func isSurrogate(a, b, c byte) bool { return a == 0xED && b >= 0xA0 && b <= 0xBF && c&0xC0 == 0x80 }

func surrogate(b, c byte) rune { return 0xD000 | rune(b&0x3F)<<6 | rune(c&0x3F) }

// Append appends the encoding of r, which may be a surrogate.
func Append(dst []byte, r rune) []byte {
	if r >= 0xD800 && r <= 0xDFFF {
		return append(dst, 0xED, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(dst, r)
}

// Encode returns the encoding of r, which may be a surrogate.
func Encode(r rune) string { return string(Append(nil, r)) }

// Count returns the number of code points in s.
func Count(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// IsASCII reports whether s has no code point above 127.
func IsASCII(s string) bool {
	const high = 0x8080808080808080
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if w&high != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
