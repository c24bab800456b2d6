package dec

import "math/big"

// Add is x + y.
func (c *Context) Add(x, y *Num) *Num {
	if x.special() || y.special() {
		if r := c.nanOf(x, y); r != nil {
			return r
		}
		if x.Kind == Inf {
			if y.Kind == Inf && x.Neg != y.Neg {
				return c.invalid(InvalidOperation)
			}
			return x
		}
		return y
	}
	exp := min(x.Exp, y.Exp)
	negZero := c.Round == Floor && x.Neg != y.Neg
	xz, yz := x.Coef.Sign() == 0, y.Coef.Sign() == 0
	switch {
	case xz && yz:
		return c.Fix(New(x.Neg && y.Neg || negZero, zero, exp))
	case xz:
		return c.Fix(c.rescale(y, max(exp, y.Exp-c.Prec-1)))
	case yz:
		return c.Fix(c.rescale(x, max(exp, x.Exp-c.Prec-1)))
	}
	a, b := align(x, y, c.Prec)
	if a.Neg == b.Neg {
		return c.Fix(New(a.Neg, new(big.Int).Add(a.Coef, b.Coef), a.Exp))
	}
	switch a.Coef.Cmp(b.Coef) {
	case 0:
		return c.Fix(New(negZero, zero, exp))
	case 1:
		return c.Fix(New(a.Neg, new(big.Int).Sub(a.Coef, b.Coef), a.Exp))
	}
	return c.Fix(New(b.Neg, new(big.Int).Sub(b.Coef, a.Coef), a.Exp))
}

// rescale gives x the exponent exp, rounding if it must.
func (c *Context) rescale(x *Num, exp int) *Num {
	if x.Coef.Sign() == 0 {
		return New(x.Neg, zero, exp)
	}
	if x.Exp >= exp {
		return New(x.Neg, new(big.Int).Mul(x.Coef, pow10(x.Exp-exp)), exp)
	}
	q, _ := roundOff(x.Coef, x.Neg, exp-x.Exp, c.Round)
	return New(x.Neg, q, exp)
}

// align gives two numbers other than zero the same exponent. What is far below
// the precision becomes a single digit.
func align(x, y *Num, prec int) (a, b *Num) {
	hi, lo := x, y
	if x.Exp < y.Exp {
		hi, lo = y, x
	}
	n, m := digits(hi.Coef), digits(lo.Coef)
	if exp := hi.Exp + min(-1, n-prec-2); prec < MaxPrec && m+lo.Exp-1 < exp {
		lo = New(lo.Neg, one, exp)
	}
	hi = New(hi.Neg, new(big.Int).Mul(hi.Coef, pow10(hi.Exp-lo.Exp)), lo.Exp)
	if x.Exp < y.Exp {
		return lo, hi
	}
	return hi, lo
}

// Neg is the negation of x, as 0 - x.
func Neg(x *Num) *Num { return x.withSign(!x.Neg) }

// Sub is x - y.
func (c *Context) Sub(x, y *Num) *Num {
	if x.nan() || y.nan() {
		return c.nanOf(x, y)
	}
	return c.Add(x, Neg(y))
}

// Plus is +x and, if neg, -x: zeros lose their sign.
func (c *Context) Plus(x *Num, neg bool) *Num {
	if x.nan() {
		return c.nanOf(x)
	}
	sign := x.Neg != neg
	if x.IsZero() && c.Round != Floor {
		sign = false
	}
	return c.Fix(x.withSign(sign))
}

// Mul is x * y.
func (c *Context) Mul(x, y *Num) *Num {
	neg := x.Neg != y.Neg
	if x.special() || y.special() {
		if r := c.nanOf(x, y); r != nil {
			return r
		}
		if x.IsZero() || y.IsZero() {
			return c.invalid(InvalidOperation)
		}
		return NewInf(neg)
	}
	return c.Fix(New(neg, new(big.Int).Mul(x.Coef, y.Coef), x.Exp+y.Exp))
}

// FMA is x * y + z, rounded once.
func (c *Context) FMA(x, y, z *Num) *Num {
	if x.Kind == SNaN || y.Kind == SNaN || z.Kind == SNaN || x.Kind == NaN || y.Kind == NaN {
		return c.nanOf(x, y, z)
	}
	e := Exact()
	e.Emax, e.Emin = 1<<62, -1<<62
	p := New(x.Neg != y.Neg, zero, 0)
	if x.special() || y.special() {
		p = e.Mul(x, y)
		if e.Status&InvalidOperation != 0 {
			return c.invalid(InvalidOperation)
		}
	} else {
		p = New(p.Neg, new(big.Int).Mul(x.Coef, y.Coef), x.Exp+y.Exp)
	}
	return c.Add(p, z)
}

// Div is x / y.
func (c *Context) Div(x, y *Num) *Num {
	neg := x.Neg != y.Neg
	if x.special() || y.special() {
		if r := c.nanOf(x, y); r != nil {
			return r
		}
		switch {
		case x.Kind == Inf && y.Kind == Inf:
			return c.invalid(InvalidOperation)
		case x.Kind == Inf:
			return NewInf(neg)
		}
		c.Status |= Clamped
		return New(neg, zero, c.etiny())
	}
	if y.Coef.Sign() == 0 {
		if x.Coef.Sign() == 0 {
			return c.invalid(DivisionUndefined)
		}
		c.Status |= DivisionByZero
		return NewInf(neg)
	}
	if x.Coef.Sign() == 0 {
		return c.Fix(New(neg, zero, x.Exp-y.Exp))
	}
	if c.tooLarge() {
		return NewNaN()
	}
	shift := digits(y.Coef) - digits(x.Coef) + c.Prec + 1
	exp := x.Exp - y.Exp - shift
	a, b := x.Coef, y.Coef
	if shift >= 0 {
		a = new(big.Int).Mul(a, pow10(shift))
	} else {
		b = new(big.Int).Mul(b, pow10(-shift))
	}
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 {
		if new(big.Int).Mod(q, big.NewInt(5)).Sign() == 0 {
			q.Add(q, one)
		}
	} else {
		q, exp = stripZeros(q, exp, x.Exp-y.Exp)
	}
	return c.Fix(New(neg, q, exp))
}

// stripZeros drops zeros at the end while the exponent is below limit.
func stripZeros(q *big.Int, exp, limit int) (*big.Int, int) {
	r := new(big.Int)
	for exp < limit && q.Sign() != 0 {
		t, m := new(big.Int).QuoRem(q, ten, r)
		if m.Sign() != 0 {
			break
		}
		q = t
		exp++
	}
	return q, exp
}

// divide is the integer quotient and the remainder of finite numbers; ok is
// false if the quotient is too large.
func (c *Context) divide(x, y *Num) (q, r *Num, ok bool) {
	neg := x.Neg != y.Neg
	ideal := min(x.Exp, y.Exp)
	if y.Kind == Inf {
		ideal = x.Exp
	}
	diff := 0
	if y.Kind == Finite {
		diff = x.Adjusted() - y.Adjusted()
	}
	if x.Coef.Sign() == 0 || y.Kind == Inf || diff <= -2 {
		return New(neg, zero, 0), c.rescale(x, ideal), true
	}
	if diff <= c.Prec {
		a, b := x.Coef, y.Coef
		if x.Exp >= y.Exp {
			a = new(big.Int).Mul(a, pow10(x.Exp-y.Exp))
		} else {
			b = new(big.Int).Mul(b, pow10(y.Exp-x.Exp))
		}
		n, m := new(big.Int).QuoRem(a, b, new(big.Int))
		if digits(n) <= c.Prec {
			return New(neg, n, 0), New(x.Neg, m, ideal), true
		}
	}
	return nil, nil, false
}

// DivInt is the integer part of x / y.
func (c *Context) DivInt(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	neg := x.Neg != y.Neg
	switch {
	case x.Kind == Inf && y.Kind == Inf:
		return c.invalid(InvalidOperation)
	case x.Kind == Inf:
		return NewInf(neg)
	case y.IsZero() && x.IsZero():
		return c.invalid(DivisionUndefined)
	case y.IsZero():
		c.Status |= DivisionByZero
		return NewInf(neg)
	}
	q, _, ok := c.divide(x, y)
	if !ok {
		return c.invalid(DivisionImpossible)
	}
	return q
}

// Rem is the remainder of x / y with the sign of x.
func (c *Context) Rem(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	switch {
	case x.Kind == Inf:
		return c.invalid(InvalidOperation)
	case y.IsZero() && x.IsZero():
		return c.invalid(DivisionUndefined)
	case y.IsZero():
		return c.invalid(InvalidOperation)
	}
	_, r, ok := c.divide(x, y)
	if !ok {
		return c.invalid(DivisionImpossible)
	}
	return c.Fix(r)
}

// DivMod is DivInt and Rem.
func (c *Context) DivMod(x, y *Num) (*Num, *Num) {
	if r := c.nanOf(x, y); r != nil {
		return r, r
	}
	neg := x.Neg != y.Neg
	switch {
	case x.Kind == Inf && y.Kind == Inf:
		n := c.invalid(InvalidOperation)
		return n, n
	case x.Kind == Inf:
		return NewInf(neg), c.invalid(InvalidOperation)
	case y.IsZero() && x.IsZero():
		n := c.invalid(DivisionUndefined)
		return n, n
	case y.IsZero():
		c.Status |= DivisionByZero | InvalidOperation
		return NewInf(neg), NewNaN()
	}
	q, r, ok := c.divide(x, y)
	if !ok {
		n := c.invalid(DivisionImpossible)
		return n, n
	}
	return q, c.Fix(r)
}

// RemNear is the remainder of x / y nearest to zero.
func (c *Context) RemNear(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	switch {
	case x.Kind == Inf:
		return c.invalid(InvalidOperation)
	case y.IsZero() && x.IsZero():
		return c.invalid(DivisionUndefined)
	case y.IsZero():
		return c.invalid(InvalidOperation)
	case y.Kind == Inf:
		return c.Fix(x)
	}
	ideal := min(x.Exp, y.Exp)
	if x.IsZero() {
		return c.Fix(New(x.Neg, zero, ideal))
	}
	diff := x.Adjusted() - y.Adjusted()
	if diff >= c.Prec+1 {
		return c.invalid(DivisionImpossible)
	}
	if diff <= -2 {
		return c.Fix(c.rescale(x, ideal))
	}
	a, b := x.Coef, y.Coef
	if x.Exp >= y.Exp {
		a = new(big.Int).Mul(a, pow10(x.Exp-y.Exp))
	} else {
		b = new(big.Int).Mul(b, pow10(y.Exp-x.Exp))
	}
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	neg := x.Neg
	twice := new(big.Int).Lsh(r, 1)
	if k := twice.Cmp(b); k > 0 || k == 0 && q.Bit(0) == 1 {
		r.Sub(b, r)
		neg = !neg
		q.Add(q, one)
	}
	if digits(q) > c.Prec {
		return c.invalid(DivisionImpossible)
	}
	return c.Fix(New(neg, r, ideal))
}

// Cmp compares numbers that are not NaN.
func Cmp(x, y *Num) int {
	sx, sy := x.sign(), y.sign()
	if sx != sy {
		if sx < sy {
			return -1
		}
		return 1
	}
	if sx == 0 {
		return 0
	}
	if x.Kind == Inf || y.Kind == Inf {
		switch {
		case x.Kind == y.Kind:
			return 0
		case x.Kind == Inf:
			return sx
		}
		return -sx
	}
	return sx * cmpAbs(x, y)
}

// cmpAbs compares the sizes of finite numbers other than zero.
func cmpAbs(x, y *Num) int {
	if a, b := x.Adjusted(), y.Adjusted(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	a, b := x.Coef, y.Coef
	if x.Exp > y.Exp {
		a = new(big.Int).Mul(a, pow10(x.Exp-y.Exp))
	} else if y.Exp > x.Exp {
		b = new(big.Int).Mul(b, pow10(y.Exp-x.Exp))
	}
	return a.Cmp(b)
}

func (x *Num) sign() int {
	switch {
	case x.IsZero():
		return 0
	case x.Neg:
		return -1
	}
	return 1
}

// small is an integer as a number.
func small(n int) *Num { return FromInt(big.NewInt(int64(n))) }

// Compare is -1, 0 or 1, or NaN; signal makes every NaN invalid.
func (c *Context) Compare(x, y *Num, signal bool) *Num {
	if x.nan() || y.nan() {
		if signal {
			c.Status |= InvalidOperation
		}
		return c.nanOf(x, y)
	}
	return small(Cmp(x, y))
}

// CmpTotal compares by the total ordering.
func CmpTotal(x, y *Num) int {
	if x.Neg != y.Neg {
		if x.Neg {
			return -1
		}
		return 1
	}
	s := 1
	if x.Neg {
		s = -1
	}
	rank := func(k Kind) int { return [...]int{Finite: 0, Inf: 0, SNaN: 1, NaN: 2}[k] }
	if x.nan() || y.nan() {
		a, b := rank(x.Kind), rank(y.Kind)
		if a != b {
			if a < b {
				return -s
			}
			return s
		}
		return s * payload(x).Cmp(payload(y))
	}
	if k := Cmp(x, y); k != 0 {
		return k
	}
	switch {
	case x.Exp < y.Exp:
		return -s
	case x.Exp > y.Exp:
		return s
	}
	return 0
}

func payload(x *Num) *big.Int {
	if x.Coef == nil {
		return zero
	}
	return x.Coef
}

// Rescale gives a finite x the exponent exp, rounding if it must.
func (c *Context) Rescale(x *Num, exp int) *Num { return c.rescale(x, exp) }
