package numfmt

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Hex returns f.hex().
func Hex(f float64) string {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return Repr(f)
	}
	b := math.Float64bits(f)
	sign := ""
	if b>>63 != 0 {
		sign = "-"
	}
	exp, mant := int(b>>52&0x7FF), b&(1<<52-1)
	switch {
	case exp == 0 && mant == 0:
		return sign + "0x0.0p+0"
	case exp == 0:
		return fmt.Sprintf("%s0x0.%013xp-1022", sign, mant)
	}
	return fmt.Sprintf("%s0x1.%013xp%+d", sign, mant, exp-1023)
}

// FromHex reads s as float.fromhex() does.
func FromHex(s string) (float64, error) {
	invalid := valueError("invalid hexadecimal floating-point string")
	s = strings.Trim(s, cSpace)
	if f, ok := specialFloat(s); ok {
		return f, nil
	}
	body := dropSign(s)
	sign := s[:len(s)-len(body)]
	if len(body) >= 2 && body[0] == '0' && body[1]|32 == 'x' {
		body = body[2:]
	}
	whole := countHex(body)
	rest := body[whole:]
	digits, fraction := body[:whole], 0
	if strings.HasPrefix(rest, ".") {
		fraction = countHex(rest[1:])
		digits += rest[1 : 1+fraction]
		rest = rest[1+fraction:]
	}
	if digits == "" {
		return 0, invalid
	}
	exp := 0
	if rest != "" && rest[0]|32 == 'p' {
		e := dropSign(rest[1:])
		if e == "" || countDigits(e) != len(e) {
			return 0, invalid
		}
		exp = clampedInt(rest[1:])
	} else if rest != "" {
		return 0, invalid
	}
	return hexValue(sign, digits, exp-4*fraction)
}

func countHex(s string) int {
	n := 0
	for n < len(s) && digitValue(s[n]) < 16 {
		n++
	}
	return n
}

// exponentLimit is larger than what any text of a possible length can make up for.
const exponentLimit = math.MaxInt64 / 4

func clampedInt(s string) int {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n > exponentLimit || n < -exponentLimit {
		n = exponentLimit
		if s[0] == '-' {
			n = -n
		}
	}
	return int(n)
}

// hexValue rounds digits * 2**exp. All but the first digits are folded into one
// that tells whether they are zero, which is all that rounding needs.
func hexValue(sign, digits string, exp int) (float64, error) {
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		return strconv.ParseFloat(sign+"0", 64)
	}
	const kept = 20
	if len(digits) > kept {
		exp += 4 * (len(digits) - kept)
		sticky := "0"
		if strings.Trim(digits[kept:], "0") != "" {
			sticky = "1"
		}
		digits = digits[:kept] + sticky
		exp -= 4
	}
	exp = min(max(exp, -9000), 9000) // zero or too large either way
	f, err := strconv.ParseFloat(fmt.Sprintf("%s0x%sp%d", sign, digits, exp), 64)
	if err != nil {
		return 0, errorf(OverflowError, "hexadecimal value too large to represent as a float")
	}
	return f, nil
}
