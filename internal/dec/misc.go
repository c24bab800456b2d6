package dec

import (
	"math/big"
	"strings"
)

// Quantize gives x the exponent of y.
func (c *Context) Quantize(x, y *Num) *Num {
	if x.special() || y.special() {
		if r := c.nanOf(x, y); r != nil {
			return r
		}
		if x.Kind == Inf && y.Kind == Inf {
			return x
		}
		return c.invalid(InvalidOperation)
	}
	if y.Exp < c.etiny() || y.Exp > c.Emax {
		return c.invalid(InvalidOperation)
	}
	if x.Coef.Sign() == 0 {
		return c.Fix(New(x.Neg, zero, y.Exp))
	}
	if a := x.Adjusted(); a > c.Emax || a-y.Exp+1 > c.Prec {
		return c.invalid(InvalidOperation)
	}
	r := c.rescale(x, y.Exp)
	if r.Adjusted() > c.Emax || digits(r.Coef) > c.Prec {
		return c.invalid(InvalidOperation)
	}
	if r.Coef.Sign() != 0 && r.Adjusted() < c.Emin {
		c.Status |= Subnormal
	}
	if r.Exp > x.Exp {
		if Cmp(r, x) != 0 {
			c.Status |= Inexact
		}
		c.Status |= Rounded
	}
	return c.Fix(r)
}

// ToIntegral rounds to an integer; exact notes what that changes.
func (c *Context) ToIntegral(x *Num, mode Rounding, exact bool) *Num {
	if x.nan() {
		return c.nanOf(x)
	}
	if x.Kind == Inf || x.Exp >= 0 {
		return x
	}
	if x.Coef.Sign() == 0 {
		return New(x.Neg, zero, 0)
	}
	q, changed := roundOff(x.Coef, x.Neg, -x.Exp, mode)
	if exact {
		c.Status |= Rounded
		if changed {
			c.Status |= Inexact
		}
	}
	return New(x.Neg, q, 0)
}

// Normalize drops zeros at the end.
func (c *Context) Normalize(x *Num) *Num {
	if x.nan() {
		return c.nanOf(x)
	}
	r := c.Fix(x)
	if r.Kind != Finite {
		return r
	}
	if r.Coef.Sign() == 0 {
		return New(r.Neg, zero, 0)
	}
	hi := c.Emax
	if c.Clamp {
		hi = c.etop()
	}
	q, e := stripZeros(r.Coef, r.Exp, hi)
	return New(r.Neg, q, e)
}

// Scaleb is x * 10**y.
func (c *Context) Scaleb(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	limit := 2 * (c.Emax + c.Prec)
	if y.Kind == Inf || y.Exp != 0 || y.Coef.CmpAbs(big.NewInt(int64(limit))) > 0 {
		return c.invalid(InvalidOperation)
	}
	if x.Kind == Inf {
		return x
	}
	n := int(y.Coef.Int64())
	if y.Neg {
		n = -n
	}
	return c.Fix(New(x.Neg, x.Coef, x.Exp+n))
}

// Logb is the adjusted exponent.
func (c *Context) Logb(x *Num) *Num {
	switch {
	case x.nan():
		return c.nanOf(x)
	case x.Kind == Inf:
		return NewInf(false)
	case x.IsZero():
		c.Status |= DivisionByZero
		return NewInf(true)
	}
	return c.Fix(small(x.Adjusted()))
}

func (c *Context) largest(neg bool) *Num {
	if c.tooLarge() {
		return NewNaN()
	}
	return New(neg, new(big.Int).Sub(pow10(c.Prec), one), c.etop())
}

// Next is the next number toward positive infinity or, if down, negative
// infinity.
func (c *Context) Next(x *Num, down bool) *Num {
	if x.nan() {
		return c.nanOf(x)
	}
	if x.Kind == Inf {
		if x.Neg == down {
			return x
		}
		return c.largest(x.Neg)
	}
	w := *c
	w.Status = 0
	w.Round = Ceiling
	if down {
		w.Round = Floor
	}
	if r := w.Fix(x); Cmp(r, x) != 0 {
		return r
	}
	return w.Add(x, New(down, one, w.etiny()-1))
}

// NextToward is the next number after x in the direction of y.
func (c *Context) NextToward(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	k := Cmp(x, y)
	if k == 0 {
		return x.withSign(y.Neg)
	}
	r := c.Next(x, k > 0)
	switch {
	case r.Kind == Inf:
		c.Status |= Overflow | Inexact | Rounded
	case r.Adjusted() < c.Emin:
		c.Status |= Underflow | Subnormal | Inexact | Rounded
		if r.IsZero() {
			c.Status |= Clamped
		}
	}
	return r
}

// MaxMin is the greater (want 1) or smaller (want -1) number; mag ignores signs.
func (c *Context) MaxMin(x, y *Num, want int, mag bool) *Num {
	if x.nan() || y.nan() {
		switch {
		case x.Kind == NaN && y.Kind == Finite || x.Kind == NaN && y.Kind == Inf:
			return c.Fix(y)
		case y.Kind == NaN && !x.nan():
			return c.Fix(x)
		}
		return c.nanOf(x, y)
	}
	a, b := x, y
	if mag {
		a, b = x.withSign(false), y.withSign(false)
	}
	k := Cmp(a, b)
	if k == 0 {
		k = CmpTotal(x, y)
	}
	if k*want >= 0 {
		return c.Fix(x)
	}
	return c.Fix(y)
}

// logical returns the digits of a logical operand, filled to the precision.
func (c *Context) logical(x *Num) (string, bool) {
	if x.Kind != Finite || x.Neg || x.Exp != 0 {
		return "", false
	}
	s := x.Coef.String()
	if strings.Trim(s, "01") != "" {
		return "", false
	}
	if len(s) > c.Prec {
		s = s[len(s)-c.Prec:]
	}
	return s, true
}

// Logical is a digit-wise operation: & | or ^.
func (c *Context) Logical(x, y *Num, op byte) *Num {
	a, ok1 := c.logical(x)
	b, ok2 := c.logical(y)
	if !ok1 || !ok2 {
		return c.invalid(InvalidOperation)
	}
	n := max(len(a), len(b))
	a, b = strings.Repeat("0", n-len(a))+a, strings.Repeat("0", n-len(b))+b
	out := make([]byte, n)
	for i := range out {
		u, v := a[i] == '1', b[i] == '1'
		r := u && v
		switch op {
		case '|':
			r = u || v
		case '^':
			r = u != v
		}
		out[i] = '0'
		if r {
			out[i] = '1'
		}
	}
	q, _ := new(big.Int).SetString(string(out), 10)
	return New(false, q, 0)
}

// Invert inverts the digits of a logical operand.
func (c *Context) Invert(x *Num) *Num {
	if c.tooLarge() {
		return NewNaN()
	}
	q, _ := new(big.Int).SetString(strings.Repeat("1", c.Prec), 10)
	return c.Logical(x, New(false, q, 0), '^')
}

// Shift shifts the coefficient by y digits, or rotates it.
func (c *Context) Shift(x, y *Num, rotate bool) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	if y.Kind == Inf || y.Exp != 0 || !y.Coef.IsInt64() || y.Coef.Int64() > int64(c.Prec) {
		return c.invalid(InvalidOperation)
	}
	if x.Kind == Inf {
		return x
	}
	if c.tooLarge() {
		return NewNaN()
	}
	n := int(y.Coef.Int64())
	if y.Neg {
		n = -n
	}
	lim := pow10(c.Prec)
	q := new(big.Int).Mod(x.Coef, lim)
	switch {
	case rotate:
		if n < 0 {
			n += c.Prec
		}
		hi, lo := new(big.Int).QuoRem(q, pow10(c.Prec-n), new(big.Int))
		q = lo.Mul(lo, pow10(n))
		q.Add(q, hi)
	case n < 0:
		q.Quo(q, pow10(-n))
	default:
		q.Mod(q.Mul(q, pow10(n)), lim)
	}
	return New(x.Neg, q, x.Exp)
}

// Subnormal reports whether x is subnormal in the context.
func (c *Context) Subnormal(x *Num) bool {
	return x.Kind == Finite && x.Coef.Sign() != 0 && x.Adjusted() < c.Emin
}

// Class names the kind of number that x is.
func (c *Context) Class(x *Num) string {
	sign := "+"
	if x.Neg {
		sign = "-"
	}
	switch {
	case x.Kind == SNaN:
		return "sNaN"
	case x.Kind == NaN:
		return "NaN"
	case x.Kind == Inf:
		return sign + "Infinity"
	case x.Coef.Sign() == 0:
		return sign + "Zero"
	case c.Subnormal(x):
		return sign + "Subnormal"
	}
	return sign + "Normal"
}
