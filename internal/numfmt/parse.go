package numfmt

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// ErrSyntax is returned for texts that are no number. The caller has the value and
// its repr for the message.
var ErrSyntax = errors.New("numfmt: not a number")

// cSpace is what C's isspace knows. \x1c to \x1f are spaces in Python's strings but
// not here.
const cSpace = " \t\n\v\f\r"

// ParseFloat reads s as float() does. Unicode digits and spaces must have been
// replaced by ASCII ones.
func ParseFloat(s string) (float64, error) {
	s = strings.Trim(s, cSpace)
	if strings.IndexByte(s, '_') >= 0 {
		var ok bool
		if s, ok = dropUnderscores(s); !ok {
			return 0, ErrSyntax
		}
	}
	if f, ok := specialFloat(s); ok {
		return f, nil
	}
	if !isDecimalFloat(s) {
		return 0, ErrSyntax
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, ErrSyntax
	}
	return f, nil
}

// dropUnderscores removes underscores, each of which must stand between digits.
func dropUnderscores(s string) (string, bool) {
	b := make([]byte, 0, len(s))
	prev := byte('.')
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '_' && !isDigit(prev), prev == '_' && !isDigit(c):
			return "", false
		case c != '_':
			b = append(b, c)
		}
		prev = c
	}
	return string(b), prev != '_'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isDecimalFloat reports whether s is [sign] digits [. digits] [e [sign] digits].
func isDecimalFloat(s string) bool {
	s = dropSign(s)
	whole := countDigits(s)
	s = s[whole:]
	fraction := 0
	if strings.HasPrefix(s, ".") {
		fraction = countDigits(s[1:])
		s = s[1+fraction:]
	}
	if whole+fraction == 0 {
		return false
	}
	if s != "" && s[0]|32 == 'e' {
		s = dropSign(s[1:])
		n := countDigits(s)
		return n > 0 && n == len(s)
	}
	return s == ""
}

// specialFloat reads the names of infinity and NaN.
func specialFloat(s string) (float64, bool) {
	sign := 1.0
	if strings.HasPrefix(s, "-") {
		sign = -1
	}
	if len(s) > len("-infinity") {
		return 0, false
	}
	switch strings.ToLower(dropSign(s)) {
	case "inf", "infinity":
		return math.Inf(int(sign)), true
	case "nan":
		return math.Copysign(math.NaN(), sign), true
	}
	return 0, false
}

func dropSign(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// ParseInt reads s as int(s, base) does; base is 0 or 2 to 36. Unicode digits and
// spaces must have been replaced by ASCII ones. The value is returned in small if
// it fits and in large otherwise. Texts with more than maxDigits digits in a base
// that is no power of two are refused; 0 means no limit. A long conversion calls
// poll, if not nil, now and then and ends with the error poll returns.
func ParseInt(s string, base, maxDigits int, poll func() error) (small int64, large *big.Int, err error) {
	if base < 0 || base == 1 || base > 36 {
		return 0, nil, valueError("int() base must be >= 2 and <= 36, or 0")
	}
	s = strings.Trim(s, cSpace)
	neg := strings.HasPrefix(s, "-")
	digits, base, ok := intDigits(dropSign(s), base)
	if !ok {
		return 0, nil, ErrSyntax
	}
	if v, ok := smallInt(digits, base, neg); ok {
		return v, nil, nil
	}
	if maxDigits > 0 && len(digits) > maxDigits && base&(base-1) != 0 {
		return 0, nil, valueError("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; %s",
			maxDigits, len(digits), limitHint)
	}
	v, err := newConverter(base, poll).parse(digits)
	if err != nil {
		return 0, nil, err
	}
	if neg {
		v.Neg(v)
	}
	if v.IsInt64() {
		return v.Int64(), nil, nil
	}
	return 0, v, nil
}

// intDigits returns the digits of s without prefix and underscores, and the base
// they are written in.
func intDigits(s string, base int) (string, int, bool) {
	prefixed := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 32 {
		case 'b':
			prefixed = 2
		case 'o':
			prefixed = 8
		case 'x':
			prefixed = 16
		}
	}
	implicit := base == 0
	if prefixed != 0 && (implicit || base == prefixed) {
		base = prefixed
		s = strings.TrimPrefix(s[2:], "_")
		implicit = false
	} else if implicit {
		base = 10
	}
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") {
		return "", 0, false
	}
	s = strings.ReplaceAll(s, "_", "")
	for i := range len(s) {
		if digitValue(s[i]) >= base {
			return "", 0, false
		}
	}
	if implicit && s[0] == '0' && strings.TrimLeft(s, "0") != "" {
		return "", 0, false // 017 is no decimal literal
	}
	return s, base, true
}

func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 36
}
