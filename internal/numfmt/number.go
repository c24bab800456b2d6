package numfmt

import "strings"

// number is a number in parts: -0x12.5e+3 has the sign, the prefix 0x, the digits
// 12, the fraction 5 and the rest e+3.
type number struct {
	neg      bool
	prefix   string
	digits   string
	fraction string
	point    bool
	rest     string
}

// split takes the text of a float or integer without sign apart.
func split(neg bool, text string) number {
	n := number{neg: neg}
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	n.digits, text = text[:i], text[i:]
	if strings.HasPrefix(text, ".") {
		n.point = true
		for i = 1; i < len(text) && text[i] >= '0' && text[i] <= '9'; i++ {
		}
		n.fraction, text = text[1:i], text[i:]
	}
	n.rest = text
	return n
}

// number writes n as s says. If zeros fill the width, they are part of the number
// and are grouped with it.
func (s *Spec) number(n number) (string, error) {
	prefix := n.prefix
	switch {
	case n.neg:
		prefix = "-" + prefix
	case s.Sign == '+' || s.Sign == ' ':
		prefix = string(s.Sign) + prefix
	}
	tail := n.rest
	if n.point {
		tail = "." + groupFraction(n.fraction, s.FracGroup) + n.rest
	}
	digits := n.digits
	if digits != "" {
		minWidth := 0
		if s.Fill == "0" && s.Align == '=' {
			minWidth = s.Width - len(prefix) - len(tail)
			if minWidth > maxSize {
				return "", errorf(MemoryError, "")
			}
		}
		size := 3
		switch s.Type {
		case 'b', 'o', 'x', 'X':
			size = 4
		}
		digits = groupDigits(digits, s.Group, size, minWidth)
	}
	return s.pad(prefix, digits+tail)
}

// groupDigits separates digits in groups from the right, with zeros before them so
// that the result has at least minWidth bytes. It never begins with a separator.
func groupDigits(digits string, sep Separator, size, minWidth int) string {
	if sep == NoSeparator {
		if zeros := minWidth - len(digits); zeros > 0 {
			return strings.Repeat("0", zeros) + digits
		}
		return digits
	}
	n := len(digits) // digits to write, zeros included
	for n+(n-1)/size < minWidth {
		n++
	}
	b := make([]byte, 0, n+n/size)
	for i := n; i > 0; i-- {
		if i <= len(digits) {
			b = append(b, digits[len(digits)-i])
		} else {
			b = append(b, '0')
		}
		if i > 1 && (i-1)%size == 0 {
			b = append(b, byte(sep))
		}
	}
	return string(b)
}

func groupFraction(digits string, sep Separator) string {
	if sep == NoSeparator || len(digits) <= 3 {
		return digits
	}
	b := make([]byte, 0, len(digits)+len(digits)/3)
	for i := range len(digits) {
		if i > 0 && i%3 == 0 {
			b = append(b, byte(sep))
		}
		b = append(b, digits[i])
	}
	return string(b)
}
