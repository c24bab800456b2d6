package binascii

import (
	"github.com/gopy-lang/gopy/object"
	"github.com/gopy-lang/gopy/stdlib/internal/arg"
)

// Uuencoding and quoted-printable.

func fromUU(t *thread, a []value) (value, error) {
	in, err := ascii(a[0])
	if err != nil {
		return value{}, err
	}
	if len(in) == 0 {
		return object.NewBytes(make([]byte, 32)), nil
	}
	n := int(in[0]-' ') & 0x3F
	in = in[1:]
	out := make([]byte, 0, n)
	left, bits := uint(0), 0
	for len(out) < n {
		c := byte(0)
		if len(in) > 0 {
			c, in = in[0], in[1:]
			switch {
			case c == '\n' || c == '\r':
				c = 0
				in = nil
			case c < ' ' || c > ' '+64:
				return value{}, fail(t, "Illegal char")
			default:
				c = (c - ' ') & 0x3F
			}
		}
		left = left<<6 | uint(c)
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(left>>bits))
			left &= 1<<bits - 1
		}
	}
	for _, c := range in {
		if c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			return value{}, fail(t, "Trailing garbage")
		}
	}
	return object.NewBytes(out), nil
}

func toUU(t *thread, a []value) (value, error) {
	in, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	tick, err := arg.Bool(t, a[1], false)
	if err != nil {
		return value{}, err
	}
	if len(in) > 45 {
		return value{}, fail(t, "At most 45 bytes at once")
	}
	char := func(n byte) byte {
		if n == 0 && tick {
			return '`'
		}
		return ' ' + n
	}
	out := []byte{char(byte(len(in)))}
	for i := 0; i < len(in); i += 3 {
		var x [3]byte
		copy(x[:], in[i:])
		out = append(out, char(x[0]>>2), char(x[0]<<4&0x3F|x[1]>>4), char(x[1]<<2&0x3F|x[2]>>6), char(x[2]&0x3F))
	}
	return object.NewBytes(append(out, '\n')), nil
}

func fromQP(t *thread, a []value) (value, error) {
	in, err := ascii(a[0])
	if err != nil {
		return value{}, err
	}
	header, err := arg.Bool(t, a[1], false)
	if err != nil {
		return value{}, err
	}
	out := make([]byte, 0, len(in))
	for i := 0; i < len(in); {
		c := in[i]
		switch {
		case c == '_' && header:
			out = append(out, ' ')
			i++
		case c != '=':
			out = append(out, c)
			i++
		case i+1 >= len(in):
			i++
		case in[i+1] == '\n' || in[i+1] == '\r': // a soft line break
			i++
			for i < len(in) && in[i] != '\n' {
				i++
			}
			i++
		case in[i+1] == '=':
			out = append(out, '=')
			i += 2
		case i+2 < len(in) && unhex(in[i+1]) >= 0 && unhex(in[i+2]) >= 0:
			out = append(out, byte(unhex(in[i+1])<<4|unhex(in[i+2])))
			i += 3
		default:
			out = append(out, '=')
			i++
		}
	}
	return object.NewBytes(out), nil
}

const (
	maxLine = 76
	upper   = "0123456789ABCDEF"
)

type qpWriter struct {
	in                   []byte
	out                  []byte
	line                 int
	tabs, istext, header bool
	crlf                 bool
}

func toQP(t *thread, a []value) (value, error) {
	in, err := object.GetBuffer(a[0])
	if err != nil {
		return value{}, err
	}
	w := qpWriter{in: in, istext: true}
	for i, p := range []*bool{&w.tabs, &w.istext, &w.header} {
		if *p, err = arg.Bool(t, a[1+i], *p); err != nil {
			return value{}, err
		}
	}
	for i, c := range in {
		if c == '\n' {
			w.crlf = i > 0 && in[i-1] == '\r'
			break
		}
	}
	for i := 0; i < len(in); {
		i = w.next(i)
	}
	return object.NewBytes(w.out), nil
}

// quoted reports whether the byte at i must be written in hexadecimal.
func (w *qpWriter) quoted(i int) bool {
	c := w.in[i]
	last := i+1 == len(w.in)
	switch {
	case c > 126 || c == '=':
		return true
	case w.header && c == '_':
		return true
	case c == '.' && w.line == 0:
		return last || w.in[i+1] == '\n' || w.in[i+1] == '\r' || w.in[i+1] == 0
	case !w.istext && (c == '\r' || c == '\n'):
		return true
	case (c == '\t' || c == ' ') && last:
		return true
	case c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ':
		return true
	case c < 33 && c != '\r' && c != '\n':
		return w.tabs
	}
	return false
}

func (w *qpWriter) soft() {
	w.out = append(w.out, '=')
	if w.crlf {
		w.out = append(w.out, '\r')
	}
	w.out = append(w.out, '\n')
	w.line = 0
}

// next writes what begins at i and returns where to go on.
func (w *qpWriter) next(i int) int {
	in := w.in
	c := in[i]
	if w.quoted(i) {
		if w.line+3 >= maxLine {
			w.soft()
		}
		w.out = append(w.out, '=', upper[c>>4], upper[c&15])
		w.line += 3
		return i + 1
	}
	if w.istext && (c == '\n' || c == '\r' && i+1 < len(in) && in[i+1] == '\n') {
		// A space at the end of a line is quoted.
		if n := len(w.out); n > 0 && (w.out[n-1] == ' ' || w.out[n-1] == '\t') {
			x := w.out[n-1]
			w.out = append(w.out[:n-1], '=', upper[x>>4], upper[x&15])
		}
		if w.crlf {
			w.out = append(w.out, '\r')
		}
		w.out = append(w.out, '\n')
		w.line = 0
		if c == '\r' {
			return i + 2
		}
		return i + 1
	}
	if i+1 < len(in) && in[i+1] != '\n' && w.line+1 >= maxLine {
		w.soft()
	}
	w.line++
	if w.header && c == ' ' {
		c = '_'
	}
	w.out = append(w.out, c)
	return i + 1
}
