package object

// The multi-byte encodings of East Asia, through golang.org/x/text.

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func multibyte(name string) encoding.Encoding {
	switch name {
	case "shift_jis", "cp932":
		return japanese.ShiftJIS
	case "euc_jp":
		return japanese.EUCJP
	case "iso2022_jp":
		return japanese.ISO2022JP
	case "euc_kr", "cp949":
		return korean.EUCKR
	case "gb2312", "gbk", "cp936":
		return simplifiedchinese.GBK
	case "gb18030":
		return simplifiedchinese.GB18030
	case "hz":
		return simplifiedchinese.HZGB2312
	case "big5", "cp950", "big5hkscs":
		return traditionalchinese.Big5
	}
	return nil
}

// encodeMultibyte encodes character by character, except where the encoding
// has states.
func encodeMultibyte(c *coder, s *Str, name string) ([]byte, bool, error) {
	enc := multibyte(name)
	if enc == nil {
		return nil, false, nil
	}
	if name == "iso2022_jp" || name == "hz" {
		if b, err := enc.NewEncoder().Bytes([]byte(s.s)); err == nil {
			return b, true, nil
		}
	}
	e := enc.NewEncoder()
	err := c.encodeRunes(s, "illegal multibyte sequence", false, func(b []byte, r rune) ([]byte, bool) {
		if r < utf8.RuneSelf {
			return append(b, byte(r)), true
		}
		if isSurrogate(r) {
			return b, false
		}
		x, err := e.Bytes([]byte(string(r)))
		if err != nil || !inPlane(name, x) {
			return b, false
		}
		return append(b, x...), true
	})
	return c.out, true, err
}

func decodeMultibyte(c *coder, b []byte, name string, final bool) (string, int, bool, error) {
	enc := multibyte(name)
	if enc == nil {
		return "", 0, false, nil
	}
	if name == "iso2022_jp" || name == "hz" {
		out, err := enc.NewDecoder().Bytes(b)
		if err != nil {
			return "", 0, true, FromGoError(err)
		}
		return string(out), len(b), true, nil
	}
	i := 0
	for i < len(b) {
		if b[i] < utf8.RuneSelf {
			c.out = append(c.out, b[i])
			i++
			continue
		}
		n := decodeChar(c, enc, name, b[i:])
		if n > 0 {
			i += n
			continue
		}
		if !final && len(b)-i < 4 {
			break
		}
		end, reason := i+1, "illegal multibyte sequence"
		if i+1 == len(b) {
			reason = "incomplete multibyte sequence"
		}
		var err error
		if i, b, err = c.decodeError(b, i, end, reason); err != nil {
			return "", 0, true, err
		}
	}
	return string(c.out), i, true, nil
}

// decodeChar decodes the character at the start of b and returns its length,
// or 0.
func decodeChar(c *coder, enc encoding.Encoding, name string, b []byte) int {
	for n := 1; n <= 4 && n <= len(b); n++ {
		out, err := enc.NewDecoder().Bytes(b[:n])
		if err != nil {
			continue
		}
		if r, k := utf8.DecodeRune(out); r != utf8.RuneError && k == len(out) && inPlane(name, b[:n]) {
			c.out = append(c.out, out...)
			return n
		}
	}
	return 0
}

// inPlane excludes what the tables of x/text have beyond Python's gb2312 and
// euc_kr: those know the codes of two high bytes only.
func inPlane(name string, code []byte) bool {
	if name != "gb2312" && name != "euc_kr" {
		return true
	}
	return len(code) == 2 && code[0] >= 0xA1 && code[1] >= 0xA1
}
