package numfmt

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Conversions between big integers and text by divide and conquer, in about
// n^1.6 steps for n digits. math/big has the one direction only and cannot be
// interrupted.

// leafDigits is the length up to which math/big converts by itself.
const leafDigits = 1200

// limitText is what CPython says about too many digits.
const limitHint = "use sys.set_int_max_str_digits() to increase the limit"

// Decimal returns the decimal digits of v. More than maxDigits digits are refused;
// 0 means no limit. A long conversion calls poll, if not nil, now and then and
// ends with the error poll returns.
func Decimal(v *big.Int, maxDigits int, poll func() error) (string, error) {
	tooMany := func() error {
		return valueError("Exceeds the limit (%d digits) for integer string conversion; %s", maxDigits, limitHint)
	}
	digits := decimalDigits(v)
	if maxDigits > 0 && digits > maxDigits+1 {
		return "", tooMany()
	}
	var text string
	if digits <= leafDigits {
		text = v.String()
	} else {
		c := newConverter(10, poll)
		b := make([]byte, 0, digits+2)
		if v.Sign() < 0 {
			b = append(b, '-')
		}
		b, err := c.format(b, new(big.Int).Abs(v), digits, false)
		if err != nil {
			return "", err
		}
		text = string(b)
	}
	if maxDigits > 0 && len(strings.TrimPrefix(text, "-")) > maxDigits {
		return "", tooMany()
	}
	return text, nil
}

// decimalDigits returns the number of decimal digits of v, or one more.
func decimalDigits(v *big.Int) int {
	hi, lo := bits.Mul64(uint64(v.BitLen()), 0x4D104D427DE7FBCC) // log10(2) * 2^64, rounded down
	_ = lo
	return int(hi) + 1
}

// converter caches the powers of its base that divide and conquer needs.
type converter struct {
	base   *big.Int
	powers map[int]*big.Int
	poll   func() error
}

func newConverter(base int, poll func() error) *converter {
	return &converter{big.NewInt(int64(base)), map[int]*big.Int{}, poll}
}

func (c *converter) check() error {
	if c.poll == nil {
		return nil
	}
	return c.poll()
}

// power returns base**n.
func (c *converter) power(n int) *big.Int {
	if p := c.powers[n]; p != nil {
		return p
	}
	var p *big.Int
	if n <= leafDigits {
		p = new(big.Int).Exp(c.base, big.NewInt(int64(n)), nil)
	} else {
		half := c.power(n / 2)
		p = new(big.Int).Mul(half, half)
		if n%2 == 1 {
			p.Mul(p, c.base)
		}
	}
	c.powers[n] = p
	return p
}

// format appends the decimal digits of v, which has at most n of them, filled with
// zeros to exactly n if full.
func (c *converter) format(dst []byte, v *big.Int, n int, full bool) ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	if n <= leafDigits {
		start := len(dst)
		dst = v.Append(dst, 10)
		if missing := n - (len(dst) - start); full && missing > 0 {
			digits := string(dst[start:])
			dst = append(dst[:start], strings.Repeat("0", missing)...)
			dst = append(dst, digits...)
		}
		return dst, nil
	}
	low := n / 2
	quo, rem := new(big.Int).QuoRem(v, c.power(low), new(big.Int))
	if !full && quo.Sign() == 0 {
		return c.format(dst, rem, low, false)
	}
	dst, err := c.format(dst, quo, n-low, full)
	if err != nil {
		return nil, err
	}
	return c.format(dst, rem, low, true)
}

// parse returns the value of digits, which are valid in the base.
func (c *converter) parse(digits string) (*big.Int, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	base := int(c.base.Int64())
	if len(digits) <= leafDigits || base&(base-1) == 0 && base != 8 && base != 32 {
		v, _ := new(big.Int).SetString(digits, base)
		return v, nil
	}
	low := len(digits) / 2
	high, err := c.parse(digits[:len(digits)-low])
	if err != nil {
		return nil, err
	}
	rest, err := c.parse(digits[len(digits)-low:])
	if err != nil {
		return nil, err
	}
	return high.Add(high.Mul(high, c.power(low)), rest), nil
}

// smallInt parses digits that fit an int64.
func smallInt(digits string, base int, neg bool) (int64, bool) {
	if len(digits) > 64 {
		return 0, false
	}
	v, err := strconv.ParseUint(digits, base, 64)
	switch {
	case err != nil:
		return 0, false
	case neg && v <= 1<<63:
		return -int64(v), true
	case !neg && v < 1<<63:
		return int64(v), true
	}
	return 0, false
}
