package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// Repr returns repr(f): the shortest text that reads back as f, with an exponent
// from 1e16 up and below 1e-4.
func Repr(f float64) string { return string(AppendRepr(nil, f)) }

// AppendRepr appends repr(f) to dst.
func AppendRepr(dst []byte, f float64) []byte { return appendShortest(dst, f, true) }

// appendShortest appends the shortest text that reads back as f. With dotZero it
// shows that it is a float.
func appendShortest(dst []byte, f float64, dotZero bool) []byte {
	switch {
	case math.IsInf(f, 0):
		if f < 0 {
			dst = append(dst, '-')
		}
		return append(dst, "inf"...)
	case math.IsNaN(f):
		return append(dst, "nan"...)
	}
	if abs := math.Abs(f); abs != 0 && (abs >= 1e16 || abs < 1e-4) {
		return appendExp(dst, f, -1)
	}
	start := len(dst)
	dst = strconv.AppendFloat(dst, f, 'f', -1, 64)
	if dotZero {
		for _, c := range dst[start:] {
			if c == '.' {
				return dst
			}
		}
		dst = append(dst, '.', '0')
	}
	return dst
}

// appendExp appends f with an exponent of at least two digits, as Go writes it.
func appendExp(dst []byte, f float64, precision int) []byte {
	return strconv.AppendFloat(dst, f, 'e', precision, 64)
}

// Float formats f. The spec was parsed with the default type 0 and the default
// alignment '>'.
func (s *Spec) Float(f float64) (string, error) {
	text, err := s.floatText(f)
	if err != nil {
		return "", err
	}
	neg := text[0] == '-'
	if neg {
		text = text[1:]
	}
	return s.number(split(neg, text))
}

// defaultPrecision is that of e, f, g and % without a precision.
const defaultPrecision = 6

// floatText returns f as type and precision say, with a minus sign if it is
// negative.
func (s *Spec) floatText(f float64) (string, error) {
	if s.Precision > math.MaxInt32 {
		return "", valueError("precision too big")
	}
	format, precision, percent := s.Type, s.Precision, false
	dotZero := false
	switch format {
	case 0:
		dotZero = true
		if precision < 0 {
			format = 'r'
		} else {
			format = 'g'
		}
	case 'n':
		format = 'g'
	case '%':
		format, percent = 'f', true
		f *= 100
	case 'e', 'E', 'f', 'F', 'g', 'G':
	default:
		return "", s.unknownType()
	}
	if precision < 0 {
		precision = defaultPrecision
	}
	text := FloatText(f, byte(format), precision, s.Alt, dotZero)
	if s.NoNegZero && text[0] == '-' && isZero(text[1:]) {
		text = text[1:]
	}
	if percent {
		text += "%"
	}
	return text, nil
}

// isZero reports whether the text of a finite number shows no digit but 0 before
// the exponent.
func isZero(text string) bool {
	for _, c := range []byte(text) {
		switch {
		case c == 'e' || c == 'E' || c == '%':
			return true
		case c != '0' && c != '.':
			return false
		}
	}
	return true
}

// FloatText formats f like C's printf: format is one of e, f, g, E, F, G, or r for
// repr. With alt the result always has a point, and g keeps its trailing zeros.
// With dotZero a result without point and exponent gets ".0", and g changes to an
// exponent one digit earlier.
func FloatText(f float64, format byte, precision int, alt, dotZero bool) string {
	upper := format >= 'A' && format <= 'Z'
	var b []byte
	switch {
	case math.IsInf(f, 0) || math.IsNaN(f):
		b = appendShortest(nil, f, false)
	case format == 'r':
		b = appendShortest(nil, f, dotZero)
		if alt {
			b = withPoint(b)
		}
	case format|32 == 'e':
		b = appendExp(nil, f, precision)
		if alt {
			b = withPoint(b)
		}
	case format|32 == 'f':
		b = strconv.AppendFloat(nil, f, 'f', precision, 64)
		if alt {
			b = withPoint(b)
		}
	default:
		b = general(f, max(precision, 1), alt, dotZero)
	}
	if upper {
		return strings.ToUpper(string(b))
	}
	return string(b)
}

// general is the format g with a precision of one or more.
func general(f float64, precision int, alt, dotZero bool) []byte {
	b := appendExp(nil, f, precision-1)
	e := strings.LastIndexByte(string(b), 'e')
	exp, _ := strconv.Atoi(string(b[e+1:]))
	limit := precision
	if dotZero {
		limit--
	}
	if exp < -4 || exp >= limit {
		if !alt {
			b = append(trimZeros(b[:e:e]), b[e:]...)
		} else {
			b = withPoint(b)
		}
		return b
	}
	b = strconv.AppendFloat(b[:0], f, 'f', max(precision-1-exp, 0), 64)
	if !alt {
		b = trimZeros(b)
		if dotZero && strings.IndexByte(string(b), '.') < 0 {
			b = append(b, ".0"...)
		}
		return b
	}
	return withPoint(b)
}

// trimZeros removes the zeros at the end of a fraction, and its point.
func trimZeros(b []byte) []byte {
	if strings.IndexByte(string(b), '.') < 0 {
		return b
	}
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

// withPoint puts a point behind the digits if there is none.
func withPoint(b []byte) []byte {
	s := string(b)
	if strings.IndexByte(s, '.') >= 0 {
		return b
	}
	if e := strings.IndexByte(s, 'e'); e >= 0 {
		return append(append(b[:e:e], '.'), s[e:]...)
	}
	return append(b, '.')
}
