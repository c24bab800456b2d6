package io

import (
	"strings"
	"unicode/utf8"

	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// The encodings that text streams handle themselves; all others go through the
// codecs module.
type charset uint8

const (
	foreign charset = iota
	utf8Set
	asciiSet
	latin1Set
)

func charsetOf(encoding string) charset {
	switch strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(encoding), "_", "-"), " ", "-") {
	case "utf-8", "utf8", "u8", "cp65001":
		return utf8Set
	case "ascii", "us-ascii", "646", "ansi-x3.4-1968":
		return asciiSet
	case "latin-1", "iso-8859-1", "latin1", "iso8859-1", "8859", "cp819", "l1":
		return latin1Set
	}
	return foreign
}

// builtinErrors are the error handlers handled here.
func builtinErrors(errors string) bool {
	switch errors {
	case "strict", "ignore", "replace", "surrogateescape", "backslashreplace", "surrogatepass", "xmlcharrefreplace":
		return true
	}
	return false
}

// decoder turns bytes into text incrementally.
type decoder interface {
	decode(t *thread, in []byte, final bool) (string, error)
	reset(t *thread) error
	state(t *thread) (rest []byte, flags int64, err error)
	setState(t *thread, rest []byte, flags int64) error
}

// setDecoder decodes the built-in charsets.
type setDecoder struct {
	set    charset
	errors string
	rest   []byte // an incomplete character
}

func (d *setDecoder) reset(*thread) error { d.rest = nil; return nil }

func (d *setDecoder) state(*thread) ([]byte, int64, error) { return d.rest, 0, nil }

func (d *setDecoder) setState(_ *thread, rest []byte, _ int64) error {
	d.rest = append([]byte(nil), rest...)
	return nil
}

func asciiPrefix(b []byte) int {
	for i, c := range b {
		if c >= 0x80 {
			return i
		}
	}
	return len(b)
}

func (d *setDecoder) decode(t *thread, in []byte, final bool) (string, error) {
	if len(d.rest) > 0 {
		in = append(append([]byte(nil), d.rest...), in...)
		d.rest = nil
	}
	n := asciiPrefix(in)
	if n == len(in) || d.set == utf8Set && utf8.Valid(in[n:]) {
		return string(in), nil
	}
	out := append(make([]byte, 0, len(in)+8), in[:n]...)
	for i := n; i < len(in); {
		c := in[i]
		switch {
		case c < 0x80:
			out = append(out, c)
			i++
			continue
		case d.set == latin1Set:
			out = utf8.AppendRune(out, rune(c))
			i++
			continue
		}
		bad, reason := 1, "ordinal not in range(128)"
		if d.set == utf8Set {
			r, size := utf8.DecodeRune(in[i:])
			if r != utf8.RuneError || size > 1 {
				out = append(out, in[i:i+size]...)
				i += size
				continue
			}
			bad, reason = utf8Error(in[i:])
			if !final && reason == "unexpected end of data" {
				d.rest = append([]byte(nil), in[i:]...)
				return string(out), nil
			}
		}
		if d.errors == "surrogatepass" && d.set == utf8Set && i+2 < len(in) && c == 0xED && in[i+1] >= 0xA0 && in[i+1] < 0xC0 && in[i+2]&0xC0 == 0x80 {
			out = append(out, in[i:i+3]...)
			i += 3
			continue
		}
		var err error
		if out, err = d.handle(t, out, in, i, i+bad, reason); err != nil {
			return "", err
		}
		i += bad
	}
	return string(out), nil
}

// utf8Error describes the malformed sequence that b begins with.
func utf8Error(b []byte) (n int, reason string) {
	need, lo, hi := 0, byte(0x80), byte(0xBF)
	switch c := b[0]; {
	case c >= 0xC2 && c <= 0xDF:
		need = 1
	case c >= 0xE0 && c <= 0xEF:
		need = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		need = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i <= need; i++ {
		if i >= len(b) {
			return i, "unexpected end of data"
		}
		if b[i] < lo || b[i] > hi {
			return i, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xBF
	}
	return need + 1, ""
}

func (d *setDecoder) handle(t *thread, out, in []byte, start, end int, reason string) ([]byte, error) {
	switch d.errors {
	case "ignore":
		return out, nil
	case "replace":
		return append(out, "\uFFFD"...), nil
	case "surrogateescape":
		for _, c := range in[start:end] {
			if c < 0x80 {
				break
			}
			out = object.AppendRune(out, 0xDC00+rune(c))
		}
		return out, nil
	case "backslashreplace":
		const hex = "0123456789abcdef"
		for _, c := range in[start:end] {
			out = append(out, '\\', 'x', hex[c>>4], hex[c&15])
		}
		return out, nil
	}
	name := "utf-8"
	if d.set == asciiSet {
		name = "ascii"
	}
	v, err := object.CallArgs(t, object.Wrap(&object.UnicodeDecodeErrorType), object.NewStr(name),
		object.NewBytes(append([]byte(nil), in...)), object.IntOf(start), object.IntOf(end), object.NewStr(reason))
	if err != nil {
		return nil, err
	}
	return nil, object.As[object.Exception](v)
}

// pyDecoder is an incremental decoder object of the codecs module.
type pyDecoder struct{ obj value }

func (d *pyDecoder) decode(t *thread, in []byte, final bool) (string, error) {
	r, err := object.CallMethod(t, d.obj, "decode", object.NewBytes(append([]byte(nil), in...)), object.Bool(final))
	if err != nil {
		return "", err
	}
	s, ok := object.AsStr(r)
	if !ok {
		return "", object.TypeErrorf("decoder should return a string result, not '%s'", r.O.Type.MsgName())
	}
	return s.String(), nil
}

func (d *pyDecoder) reset(t *thread) error {
	_, err := object.CallMethod(t, d.obj, "reset")
	return err
}

func (d *pyDecoder) state(t *thread) ([]byte, int64, error) {
	r, err := object.CallMethod(t, d.obj, "getstate")
	if err != nil {
		return nil, 0, err
	}
	items, err := object.Items(t, r)
	if err != nil {
		return nil, 0, err
	}
	if len(items) != 2 {
		return nil, 0, object.TypeErrorf("illegal decoder state")
	}
	b, err := arg.Bytes(t, items[0])
	if err != nil {
		return nil, 0, err
	}
	n, err := arg.Int64(t, items[1])
	return append([]byte(nil), b...), n, err
}

func (d *pyDecoder) setState(t *thread, rest []byte, flags int64) error {
	_, err := object.CallMethod(t, d.obj, "setstate", object.NewTuple(object.NewBytes(append([]byte(nil), rest...)), object.Int(flags)))
	return err
}

// encode gives the bytes of text in a built-in charset.
func encode(t *thread, set charset, errors, s string, text value) ([]byte, error) {
	if set == utf8Set {
		if !strings.Contains(s, "\xed") || utf8.ValidString(s) {
			return []byte(s), nil
		}
	}
	limit := rune(0x80)
	if set == latin1Set {
		limit = 0x100
	}
	out := make([]byte, 0, len(s)+8)
	pos := 0
	for i := 0; i < len(s); pos++ {
		c := s[i]
		if c < 0x80 {
			out = append(out, c)
			i++
			continue
		}
		r, n := object.DecodeRune(s[i:])
		surrogate := r >= 0xD800 && r < 0xE000
		switch {
		case set != utf8Set && r < limit:
			out = append(out, byte(r))
		case set == utf8Set && !surrogate:
			out = append(out, s[i:i+n]...)
		default:
			var err error
			if out, err = encodeBad(t, out, set, errors, s, text, i, pos, r); err != nil {
				return nil, err
			}
		}
		i += n
	}
	return out, nil
}

func encodeBad(t *thread, out []byte, set charset, errors, s string, text value, i, pos int, r rune) ([]byte, error) {
	switch errors {
	case "ignore":
		return out, nil
	case "replace":
		return append(out, '?'), nil
	case "xmlcharrefreplace":
		return append(append(append(out, "&#"...), itoa(int(r))...), ';'), nil
	case "backslashreplace":
		return appendEscape(out, r), nil
	case "surrogateescape":
		if r >= 0xDC80 && r <= 0xDCFF {
			return append(out, byte(r-0xDC00)), nil
		}
	case "surrogatepass":
		if r >= 0xD800 && r < 0xE000 && set == utf8Set {
			return object.AppendRune(out, r), nil
		}
	}
	name, reason := "utf-8", "surrogates not allowed"
	if set == asciiSet {
		name, reason = "ascii", "ordinal not in range(128)"
	} else if set == latin1Set {
		name, reason = "latin-1", "ordinal not in range(256)"
	}
	end := pos
	for i < len(s) {
		q, n := object.DecodeRune(s[i:])
		bad := q >= 0xD800 && q < 0xE000
		if set == asciiSet {
			bad = q >= 0x80
		} else if set == latin1Set {
			bad = q >= 0x100
		}
		if !bad {
			break
		}
		end++
		i += n
	}
	v, err := object.CallArgs(t, object.Wrap(&object.UnicodeEncodeErrorType), object.NewStr(name), text,
		object.IntOf(pos), object.IntOf(end), object.NewStr(reason))
	if err != nil {
		return nil, err
	}
	return nil, object.As[object.Exception](v)
}

func appendEscape(out []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	n := 8
	switch {
	case r < 0x100:
		out, n = append(out, '\\', 'x'), 2
	case r < 0x10000:
		out, n = append(out, '\\', 'u'), 4
	default:
		out = append(out, '\\', 'U')
	}
	for n--; n >= 0; n-- {
		out = append(out, hex[r>>(4*n)&15])
	}
	return out
}

// lookupCodec finds a text encoding through the codecs module.
func lookupCodec(t *thread, encoding string) (value, error) {
	m, err := object.ImportModule(t, "codecs")
	if err != nil {
		return value{}, err
	}
	info, err := object.CallMethod(t, m, "lookup", object.NewStr(encoding))
	if err != nil {
		return value{}, err
	}
	if is, err := object.GetAttrOpt(t, info, t.Intern("_is_text_encoding")); err != nil {
		return value{}, err
	} else if is == object.False {
		return value{}, object.Errorf(&object.LookupErrorType, "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs", encoding)
	}
	return info, nil
}
