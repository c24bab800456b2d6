package numfmt

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/gopy-lang/gopy/internal/wtf8"
)

// Int formats v. The spec was parsed with the default type 'd' and the default
// alignment '>'.
func (s *Spec) Int(v int64) (string, error) {
	if s.isFloat() {
		return s.Float(float64(v))
	}
	base, err := s.intBase()
	if err != nil {
		return "", err
	}
	if base == 0 {
		if v < 0 || v > 0x10FFFF {
			return "", errorf(OverflowError, "%%c arg not in range(0x110000)")
		}
		return s.pad("", wtf8.Encode(rune(v)))
	}
	var digits string
	if v < 0 {
		digits = strconv.FormatUint(-uint64(v), base)
	} else {
		digits = strconv.FormatUint(uint64(v), base)
	}
	return s.integer(v < 0, digits)
}

// Big formats v like Int. A decimal number of more than maxDigits digits is
// refused; 0 means no limit. A long conversion calls poll, if not nil, now and
// then and ends with the error poll returns.
func (s *Spec) Big(v *big.Int, maxDigits int, poll func() error) (string, error) {
	if v.IsInt64() {
		return s.Int(v.Int64())
	}
	if s.isFloat() {
		f, err := BigToFloat(v)
		if err != nil {
			return "", err
		}
		return s.Float(f)
	}
	base, err := s.intBase()
	if err != nil {
		return "", err
	}
	if base == 0 {
		return "", errorf(OverflowError, "Python int too large to convert to C long")
	}
	var digits string
	if base == 10 {
		if digits, err = Decimal(v, maxDigits, poll); err != nil {
			return "", err
		}
	} else {
		digits = v.Text(base)
	}
	return s.integer(v.Sign() < 0, strings.TrimPrefix(digits, "-"))
}

// BigToFloat returns float(v).
func BigToFloat(v *big.Int) (float64, error) {
	f, _ := new(big.Float).SetInt(v).Float64()
	if math.IsInf(f, 0) {
		return 0, errorf(OverflowError, "int too large to convert to float")
	}
	return f, nil
}

func (s *Spec) isFloat() bool {
	switch s.Type {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return true
	}
	return false
}

// intBase returns the base of an integer presentation, 0 for a character, and
// refuses what integers do not have.
func (s *Spec) intBase() (int, error) {
	base := 10
	switch s.Type {
	case 'd', 'n':
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'x', 'X':
		base = 16
	case 'c':
		base = 0
	default:
		return 0, s.unknownType()
	}
	switch {
	case s.Precision >= 0:
		return 0, valueError("Precision not allowed in integer format specifier")
	case s.NoNegZero:
		return 0, valueError("Negative zero coercion (z) not allowed in integer format specifier")
	case base == 0 && s.Sign != 0:
		return 0, valueError("Sign not allowed with integer format specifier 'c'")
	case base == 0 && s.Alt:
		return 0, valueError("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	return base, nil
}

func (s *Spec) integer(neg bool, digits string) (string, error) {
	n := number{neg: neg, digits: digits}
	if s.Alt {
		n.prefix = basePrefix(s.Type)
	}
	if s.Type == 'X' {
		n.digits = strings.ToUpper(digits)
	}
	return s.number(n)
}

func basePrefix(format rune) string {
	switch format {
	case 'b', 'o', 'x', 'X':
		return "0" + string(format)
	}
	return ""
}
