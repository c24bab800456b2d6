package numfmt

import "math"

// ReprComplex returns repr(c).
func ReprComplex(c complex128) string {
	re, im := real(c), imag(c)
	if re == 0 && !math.Signbit(re) {
		return string(append(appendShortest(nil, im, false), 'j'))
	}
	b := append([]byte(nil), '(')
	b = appendShortest(b, re, false)
	if !math.Signbit(im) || math.IsNaN(im) {
		b = append(b, '+')
	}
	b = appendShortest(b, im, false)
	return string(append(b, 'j', ')'))
}

// Complex formats c. The spec was parsed with the default type 0 and the default
// alignment '>'.
func (s *Spec) Complex(c complex128) (string, error) {
	switch s.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", s.unknownType()
	}
	if s.Fill == "0" {
		return "", valueError("Zero padding is not allowed in complex format specifier")
	}
	if s.Align == '=' {
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	part := *s
	part.Width = -1
	re, im := real(c), imag(c)
	text := ""
	skipReal := s.Type == 0 && re == 0 && !math.Signbit(re)
	if !skipReal {
		t, err := part.complexPart(re)
		if err != nil {
			return "", err
		}
		text = t
		part.Sign = '+'
	}
	t, err := part.complexPart(im)
	if err != nil {
		return "", err
	}
	text += t + "j"
	if s.Type == 0 && !skipReal {
		text = "(" + text + ")"
	}
	return s.pad("", text)
}

// complexPart formats one part. Without a type it is like repr, which in a complex
// number needs no ".0".
func (s *Spec) complexPart(f float64) (string, error) {
	if s.Type != 0 {
		return s.Float(f)
	}
	if s.Precision > math.MaxInt32 {
		return "", valueError("precision too big")
	}
	format := byte('r')
	if s.Precision >= 0 {
		format = 'g'
	}
	text := FloatText(f, format, s.Precision, s.Alt, false)
	neg := text[0] == '-'
	if neg {
		text = text[1:]
		neg = !(s.NoNegZero && isZero(text))
	}
	return s.number(split(neg, text))
}
