package object

// Codecs by mapping (charmap), and the escapes of bytes literals, for the
// functions of _codecs.

import (
	"unicode/utf8"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// NormalizeEncoding is the form of an encoding's name that is looked up.
func NormalizeEncoding(name string) string { return normalizeEncoding(name) }

// CanonicalEncoding is the name of the codec that an encoding's name stands for.
func CanonicalEncoding(name string) string { return canonicalEncoding(name) }

// EncodeCharmap encodes s by a mapping of code points to ints, bytes or None;
// a missing mapping is latin-1.
func EncodeCharmap(t *Thread, s *Str, errors string, mapping Value) ([]byte, error) {
	if mapping.O == nil || mapping.IsNone() {
		b, _, err := EncodeKnown(t, s, "latin_1", errors)
		return b, err
	}
	c := newCoder(t, "charmap", errors, Wrap(s))
	var failed error
	err := c.encodeRunes(s, "character maps to <undefined>", true, func(b []byte, r rune) ([]byte, bool) {
		v, err := GetItem(t, mapping, Int(int64(r)))
		switch {
		case err != nil:
			if !IsExc(err, &LookupErrorType) {
				failed = err
			}
			return b, false
		case v.IsNone():
			return b, false
		case v.solid(&BytesType):
			return append(b, As[Bytes](v).s...), true
		}
		i, ok := AsInt64(v)
		if !IsIntLike(v) {
			failed = TypeErrorf("character mapping must return integer, bytes or None, not %s", v.O.Type.MsgName())
			return b, false
		}
		if !ok || i < 0 || i > 255 {
			failed = TypeErrorf("character mapping must be in range(256)")
			return b, false
		}
		return append(b, byte(i)), true
	})
	if failed != nil {
		return nil, failed
	}
	return c.out, err
}

// DecodeCharmap decodes b by a str of 256 characters or a mapping of bytes to
// ints, strs or None; a missing mapping is latin-1.
func DecodeCharmap(t *Thread, b []byte, obj Value, errors string, mapping Value) (string, error) {
	if mapping.O == nil || mapping.IsNone() {
		return decodeLatin1(b), nil
	}
	c := newCoder(t, "charmap", errors, obj)
	for i := 0; i < len(b); {
		text, ok, err := mapByte(t, mapping, b[i])
		if err != nil {
			return "", err
		}
		if ok {
			c.out = append(c.out, text...)
			i++
			continue
		}
		if i, b, err = c.decodeError(b, i, i+1, "character maps to <undefined>"); err != nil {
			return "", err
		}
	}
	return string(c.out), nil
}

func mapByte(t *Thread, mapping Value, x byte) (text string, ok bool, err error) {
	if s, isStr := AsStr(mapping); isStr {
		if int(x) >= s.CharLen() {
			return "", false, nil
		}
		text = As[Str](s.CharAt(int(x))).s
		return text, text != "\uFFFE", nil
	}
	v, err := GetItem(t, mapping, Int(int64(x)))
	if err != nil {
		if IsExc(err, &LookupErrorType) {
			err = nil
		}
		return "", false, err
	}
	if v.IsNone() {
		return "", false, nil
	}
	if s, isStr := AsStr(v); isStr {
		return s.s, s.s != "\uFFFE", nil
	}
	if !IsIntLike(v) {
		return "", false, TypeErrorf("character mapping must return integer, None or str")
	}
	i, fits := AsInt64(v)
	if !fits || i < 0 || i > utf8.MaxRune {
		return "", false, TypeErrorf("character mapping must be in range(0x110000)")
	}
	return wtf8.Encode(rune(i)), i != 0xFFFE, nil
}

// EscapeBytes is the text between the quotes of repr(b), with ' escaped.
func EscapeBytes(b string) string {
	r := reprBytes(b, true)
	return r[2 : len(r)-1]
}

// UnescapeBytes decodes the escapes of a bytes literal.
func UnescapeBytes(b []byte, errors string) ([]byte, error) {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' {
			out = append(out, b[i])
			continue
		}
		i++
		if i >= len(b) {
			return nil, ValueErrorf("Trailing \\ in string")
		}
		if s, ok := simpleEscapes[b[i]]; ok {
			out = append(out, s...)
			continue
		}
		switch x := b[i]; {
		case x >= '0' && x <= '7':
			v := 0
			n := 0
			for ; n < 3 && i+n < len(b) && b[i+n] >= '0' && b[i+n] <= '7'; n++ {
				v = v<<3 | int(b[i+n]-'0')
			}
			i += n - 1
			out = append(out, byte(v))
		case x == 'x':
			if i+2 < len(b) && hexDigit(b[i+1]) >= 0 && hexDigit(b[i+2]) >= 0 {
				out = append(out, byte(hexDigit(b[i+1])<<4|hexDigit(b[i+2])))
				i += 2
				continue
			}
			switch errors {
			case "strict", "":
				return nil, ValueErrorf("invalid \\x escape at position %d", i-1)
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return nil, ValueErrorf("decoding error; unknown error handling code: %s", clip(errors, 400))
			}
			if i+1 < len(b) && hexDigit(b[i+1]) >= 0 {
				i++
			}
		default:
			out = append(out, '\\', x)
		}
	}
	return out, nil
}
