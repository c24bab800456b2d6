package dec

import (
	"math/big"
	"sync"
)

// Roots, logarithms and powers. The results of Exp, Ln and Log10 are rounded
// correctly: they are computed with more digits until that can be done.

// Sqrt is the square root of x.
func (c *Context) Sqrt(x *Num) *Num {
	switch {
	case x.nan():
		return c.nanOf(x)
	case x.Kind == Inf && !x.Neg:
		return x
	case x.IsZero():
		e, _ := half(x.Exp)
		return c.Fix(New(x.Neg, zero, e))
	case x.Neg:
		return c.invalid(InvalidOperation)
	}
	if c.tooLarge() {
		return NewNaN()
	}
	prec := c.Prec + 1
	e, odd := half(x.Exp)
	q := new(big.Int).Set(x.Coef)
	l := (digits(q) + 1) / 2
	if odd {
		q.Mul(q, ten)
		l = digits(x.Coef)/2 + 1
	}
	shift := prec - l
	exact := true
	if shift >= 0 {
		q.Mul(q, pow10(2*shift))
	} else {
		r := new(big.Int)
		q.QuoRem(q, pow10(-2*shift), r)
		exact = r.Sign() == 0
	}
	e -= shift
	n := new(big.Int).Sqrt(q)
	exact = exact && new(big.Int).Mul(n, n).Cmp(q) == 0
	if exact {
		if shift >= 0 {
			n.Quo(n, pow10(shift))
		} else {
			n.Mul(n, pow10(-shift))
		}
		e += shift
	} else if new(big.Int).Mod(n, big.NewInt(5)).Sign() == 0 {
		n.Add(n, one)
	}
	return c.nearest(New(false, n, e))
}

// half is e/2, rounded down.
func half(e int) (int, bool) { return e >> 1, e&1 == 1 }

// nearest is Fix with rounding to even.
func (c *Context) nearest(x *Num) *Num { return c.fixBy(x, HalfEven) }

func (c *Context) fixBy(x *Num, mode Rounding) *Num {
	old := c.Round
	c.Round = mode
	r := c.Fix(x)
	c.Round = old
	return r
}

// approximate rounds what f computes: a coefficient with about p digits, off
// by no more than ten in the last place, and its exponent.
func (c *Context) approximate(mode Rounding, f func(p int) (*big.Int, int)) *Num {
	if c.tooLarge() {
		return NewNaN()
	}
	for p := c.Prec + 12; ; p += p/2 + 10 {
		n, e := f(p)
		neg := n.Sign() < 0
		n = n.Abs(n)
		drop := digits(n) - c.Prec
		if drop > 2 {
			a, _ := roundOff(new(big.Int).Sub(n, ten), neg, drop, mode)
			b, _ := roundOff(new(big.Int).Add(n, ten), neg, drop, mode)
			if a.Cmp(b) == 0 {
				return c.fixBy(New(neg, n, e), mode)
			}
		}
	}
}

var ln10Cache struct {
	sync.Mutex
	p int
	v *big.Int
}

// ln10 is the logarithm of ten times 10**p.
func ln10(p int) *big.Int {
	ln10Cache.Lock()
	defer ln10Cache.Unlock()
	if ln10Cache.p < p {
		w := p + 20
		ln10Cache.v, ln10Cache.p = lnFixed(new(big.Int).Mul(ten, pow10(w)), w), w
	}
	return new(big.Int).Quo(ln10Cache.v, pow10(ln10Cache.p-p))
}

// lnFixed is the logarithm of x/10**p times 10**p; x is not far from 10**p.
func lnFixed(x *big.Int, p int) *big.Int {
	w := p + 15
	s := pow10(w)
	y := new(big.Int).Mul(x, pow10(15))
	k := 0
	near := new(big.Int).Quo(s, big.NewInt(1000))
	for new(big.Int).Abs(new(big.Int).Sub(y, s)).Cmp(near) > 0 {
		y.Sqrt(y.Mul(y, s))
		k++
	}
	// 2 atanh((y-1)/(y+1))
	z := new(big.Int).Sub(y, s)
	z.Quo(z.Mul(z, s), new(big.Int).Add(y, s))
	z2 := new(big.Int).Mul(z, z)
	z2.Quo(z2, s)
	sum, term := new(big.Int).Set(z), new(big.Int).Set(z)
	for i := int64(3); ; i += 2 {
		term.Quo(term.Mul(term, z2), s)
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, new(big.Int).Quo(term, big.NewInt(i)))
	}
	sum.Lsh(sum, uint(k)+1)
	return sum.Quo(sum, pow10(15))
}

// lnNum is ln(x) times 10**p for a finite x above zero.
func lnNum(x *Num, p int) *big.Int {
	// x = m * 10**e with m near one
	n := digits(x.Coef)
	e := x.Exp + n
	if x.Coef.Cmp(new(big.Int).Mul(big.NewInt(3), pow10(n-1))) < 0 {
		e--
	}
	w := p + 5 + len(big.NewInt(int64(e)).String())
	shift := w + x.Exp - e
	m := new(big.Int)
	if shift >= 0 {
		m.Mul(x.Coef, pow10(shift))
	} else {
		m.Quo(x.Coef, pow10(-shift))
	}
	r := lnFixed(m, w)
	if e != 0 {
		r.Add(r, new(big.Int).Mul(big.NewInt(int64(e)), ln10(w)))
	}
	return r.Quo(r, pow10(w-p))
}

// Ln is the natural logarithm of x.
func (c *Context) Ln(x *Num) *Num {
	switch {
	case x.nan():
		return c.nanOf(x)
	case x.IsZero():
		return NewInf(true)
	case x.Kind == Inf && !x.Neg:
		return x
	case x.Neg:
		return c.invalid(InvalidOperation)
	case Cmp(x, small(1)) == 0:
		return New(false, zero, 0)
	}
	return c.approximate(HalfEven, func(p int) (*big.Int, int) {
		p += closeness(x)
		return lnNum(x, p), -p
	})
}

// closeness is how many digits a logarithm loses because x is near one.
func closeness(x *Num) int {
	w := Exact()
	d := w.Sub(x, small(1))
	if a := d.Adjusted(); a < 0 {
		return -a
	}
	return 0
}

// Log10 is the logarithm of x to base ten.
func (c *Context) Log10(x *Num) *Num {
	switch {
	case x.nan():
		return c.nanOf(x)
	case x.IsZero():
		return NewInf(true)
	case x.Kind == Inf && !x.Neg:
		return x
	case x.Neg:
		return c.invalid(InvalidOperation)
	}
	if q, e := stripZeros(x.Coef, x.Exp, 1<<62); q.Cmp(one) == 0 {
		return c.Fix(small(e))
	}
	return c.approximate(HalfEven, func(p int) (*big.Int, int) {
		w := p + closeness(x) + 5
		n := lnNum(x, w)
		n.Quo(n.Mul(n, pow10(w)), ln10(w))
		return n.Quo(n, pow10(5)), -(w - 5)
	})
}

// expNum is exp(x/10**w) as a coefficient of about p digits and an exponent.
func expNum(x *big.Int, w, p int) (*big.Int, int) {
	// x = q ln 10 + r
	t := ln10(w)
	q, r := new(big.Int).QuoRem(x, t, new(big.Int))
	if r.Sign() < 0 {
		q.Sub(q, one)
		r.Add(r, t)
	}
	const k = 10
	v := p + 15
	s := pow10(v)
	y := new(big.Int)
	if v >= w {
		y.Mul(r, pow10(v-w))
	} else {
		y.Quo(r, pow10(w-v))
	}
	y.Rsh(y, k)
	sum, term := new(big.Int).Add(s, y), new(big.Int).Set(y)
	for i := int64(2); term.Sign() != 0; i++ {
		term.Quo(term.Mul(term, y), s)
		term.Quo(term, big.NewInt(i))
		sum.Add(sum, term)
	}
	for range k {
		sum.Quo(sum.Mul(sum, sum), s)
	}
	return sum.Quo(sum, pow10(15)), int(q.Int64()) - p
}

// Exp is e**x.
func (c *Context) Exp(x *Num) *Num {
	switch {
	case x.nan():
		return c.nanOf(x)
	case x.Kind == Inf && x.Neg:
		return New(false, zero, 0)
	case x.Kind == Inf:
		return x
	case x.IsZero():
		return New(false, one, 0)
	}
	adj := x.Adjusted()
	if limit := digits(big.NewInt(int64(max(c.Emax, -c.etiny())) * 3)); adj > limit {
		if x.Neg {
			return c.nearest(New(false, one, c.etiny()-1))
		}
		return c.nearest(New(false, one, c.Emax+1))
	}
	if adj < -c.Prec-1 && !c.tooLarge() { // 1 and a little more or less
		n := pow10(c.Prec + 2)
		d := one
		if x.Neg {
			d = big.NewInt(-1)
		}
		return c.nearest(New(false, new(big.Int).Add(n, d), -c.Prec-2))
	}
	return c.approximate(HalfEven, func(p int) (*big.Int, int) {
		w := p + max(adj, 0) + 5
		return expNum(fixed(x, w), w, p)
	})
}

// fixed is x times 10**w.
func fixed(x *Num, w int) *big.Int {
	n := new(big.Int)
	if s := x.Exp + w; s >= 0 {
		n.Mul(x.Coef, pow10(s))
	} else {
		n.Quo(x.Coef, pow10(-s))
	}
	if x.Neg {
		n.Neg(n)
	}
	return n
}

// integral reports whether x is an integer, and whether it is odd.
func (x *Num) integral() (ok, odd bool) {
	if x.Kind != Finite {
		return false, false
	}
	if x.Coef.Sign() == 0 {
		return true, false
	}
	if x.Exp >= 0 {
		return true, x.Exp == 0 && x.Coef.Bit(0) == 1
	}
	if -x.Exp >= digits(x.Coef) {
		return false, false
	}
	q, r := new(big.Int).QuoRem(x.Coef, pow10(-x.Exp), new(big.Int))
	return r.Sign() == 0, q.Bit(0) == 1
}

// Integral reports whether x is an integer.
func (x *Num) Integral() bool {
	ok, _ := x.integral()
	return ok
}

// Int is the integer part of a finite number.
func (x *Num) Int() *big.Int {
	n := new(big.Int)
	if x.Exp >= 0 {
		n.Mul(x.Coef, pow10(x.Exp))
	} else if -x.Exp < digits(x.Coef) {
		n.Quo(x.Coef, pow10(-x.Exp))
	}
	if x.Neg {
		n.Neg(n)
	}
	return n
}

// Pow is x ** y.
func (c *Context) Pow(x, y *Num) *Num {
	if r := c.nanOf(x, y); r != nil {
		return r
	}
	isInt, odd := y.integral()
	if y.IsZero() {
		if x.IsZero() {
			return c.invalid(InvalidOperation)
		}
		return New(false, one, 0)
	}
	neg := false
	if x.Neg {
		if isInt {
			neg = odd
		} else if !x.IsZero() {
			return c.invalid(InvalidOperation)
		}
		x = x.withSign(false)
	}
	switch {
	case x.IsZero():
		if y.Neg {
			return NewInf(neg)
		}
		return New(neg, zero, 0)
	case x.Kind == Inf:
		if y.Neg {
			return New(neg, zero, 0)
		}
		return NewInf(neg)
	}
	if Cmp(x, small(1)) == 0 {
		return c.powOfOne(x, y, isInt, neg)
	}
	if y.Kind == Inf {
		if (Cmp(x, small(1)) > 0) == y.Neg {
			return New(false, zero, 0)
		}
		return NewInf(false)
	}
	if isInt && y.Adjusted() < 6 {
		if r := c.powInt(x, y, neg); r != nil {
			return r
		}
	}
	return c.powReal(x, y, neg)
}

func (c *Context) powOfOne(x, y *Num, isInt, neg bool) *Num {
	if c.tooLarge() {
		return NewNaN()
	}
	exp := 0
	if isInt && y.Kind == Finite {
		if !y.Neg && y.Int().CmpAbs(big.NewInt(int64(c.Prec))) < 0 {
			exp = x.Exp * int(y.Int().Int64())
		} else if x.Exp != 0 {
			exp = 1 - c.Prec
		} else {
			return New(neg, one, 0)
		}
		if y.Neg {
			exp = 1 - c.Prec
			if x.Exp == 0 {
				return New(neg, one, 0)
			}
		}
		if exp < 1-c.Prec {
			exp = 1 - c.Prec
			c.Status |= Rounded
		}
		if x.Exp > 0 {
			exp = 0
		}
		return New(neg, pow10(-exp), exp)
	}
	c.Status |= Inexact | Rounded
	return New(neg, pow10(c.Prec-1), 1-c.Prec)
}

// powInt is an integer power by squaring with extra digits.
func (c *Context) powInt(x, y *Num, neg bool) *Num {
	n := y.Int()
	w := Exact()
	w.Prec = c.Prec + 4 + len(n.String())
	w.Emax, w.Emin = 1<<60, c.Emin
	if w.Prec > MaxPrec {
		return nil
	}
	base := x
	if y.Neg {
		base = w.Div(New(false, one, 0), x)
		n = new(big.Int).Abs(n)
	}
	r := New(false, one, 0)
	for i := n.BitLen() - 1; i >= 0; i-- {
		r = w.Mul(r, r)
		if n.Bit(i) == 1 {
			r = w.Mul(r, base)
		}
	}
	c.Status |= w.Status
	return c.Fix(r.withSign(neg))
}

// powReal is exp(y ln x).
func (c *Context) powReal(x, y *Num, neg bool) *Num {
	// The size of the result tells whether it is out of range.
	l := Exact()
	l.Prec = 30
	est := l.Mul(y, l.Ln(x))
	if est.Adjusted() > 20 {
		if est.Neg {
			return c.Fix(New(neg, one, c.etiny()-1))
		}
		return c.Fix(New(neg, one, c.Emax+1))
	}
	extra := max(est.Adjusted(), 0) + max(y.Adjusted(), 0) + closeness(x) + 5
	if e := c.powExact(x, y, neg); e != nil {
		return e
	}
	return c.approximate(c.Round, func(p int) (*big.Int, int) {
		w := p + extra
		n := lnNum(x, w)
		n.Mul(n, fixed(y, w))
		n.Quo(n, pow10(w))
		r, e := expNum(n, w, p)
		if neg {
			r.Neg(r)
		}
		return r, e
	}).rounded(c)
}

// rounded notes that a result is not exact.
func (x *Num) rounded(c *Context) *Num {
	c.Status |= Inexact | Rounded
	return x
}

// powExact finds out whether the power is a number of few digits; it is then
// given all digits of the precision.
func (c *Context) powExact(x, y *Num, neg bool) *Num {
	if c.tooLarge() {
		return NewNaN()
	}
	w := Exact()
	w.Prec = c.Prec + 25
	w.Emax, w.Emin = 1<<60, -1<<60
	extra := max(y.Adjusted(), 0) + closeness(x) + 10
	p := w.Prec
	n := lnNum(x, p+extra)
	n.Mul(n, fixed(y, p+extra))
	n.Quo(n, pow10(p+extra))
	r, e := expNum(n, p+extra, p)
	a := New(neg, r, e)
	// Rounded to the precision plus five digits, is what is left nothing but error?
	short := Exact()
	short.Prec = c.Prec + 5
	b := short.Fix(a)
	if b.special() || a.special() {
		c.Status |= Inexact | Rounded
		return c.Fix(a) // beyond every exponent
	}
	d := w.Sub(a, b)
	if !d.IsZero() && d.Adjusted() > a.Adjusted()-c.Prec-18 {
		return nil
	}
	c.Status |= Inexact | Rounded
	f := c.Fix(b)
	if f.Kind == Finite && digits(f.Coef) < c.Prec {
		k := c.Prec - digits(f.Coef)
		if f.Exp-k >= c.etiny() {
			f = New(f.Neg, new(big.Int).Mul(f.Coef, pow10(k)), f.Exp-k)
		}
	}
	return f
}

// PowMod is x ** y % z for integers.
func (c *Context) PowMod(x, y, z *Num) *Num {
	if r := c.nanOf(x, y, z); r != nil {
		return r
	}
	if !x.Integral() || !y.Integral() || !z.Integral() || y.Neg && !y.IsZero() || z.IsZero() || z.Adjusted() >= c.Prec || x.IsZero() && y.IsZero() {
		return c.invalid(InvalidOperation)
	}
	_, odd := y.integral()
	m := new(big.Int).Abs(z.Int())
	r := new(big.Int).Exp(new(big.Int).Abs(x.Int()), y.Int(), m)
	return New(x.Neg && odd, r, 0)
}
