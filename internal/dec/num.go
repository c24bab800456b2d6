// Package dec is decimal floating-point arithmetic as of the General Decimal
// Arithmetic Specification. It knows no Python objects.
package dec

import (
	"math/big"
	"strconv"
	"strings"
	"sync"
)

// Kind of a number.
type Kind uint8

// The kinds of numbers.
const (
	Finite Kind = iota
	Inf
	NaN
	SNaN
)

// Num is a decimal number. It is immutable. The coefficient of a NaN is its
// payload, nil for none.
type Num struct {
	Neg  bool
	Kind Kind
	Coef *big.Int
	Exp  int
}

// Rounding is a rounding mode.
type Rounding uint8

// The rounding modes.
const (
	Up Rounding = iota
	Down
	Ceiling
	Floor
	HalfUp
	HalfDown
	HalfEven
	ZeroFiveUp
)

// Cond is a set of conditions.
type Cond uint16

// The conditions; those from ConversionSyntax on are kinds of invalid
// operations.
const (
	InvalidOperation Cond = 1 << iota
	FloatOperation
	DivisionByZero
	Overflow
	Underflow
	Subnormal
	Inexact
	Rounded
	Clamped
	ConversionSyntax
	DivisionImpossible
	DivisionUndefined
	InvalidContext
	TooLarge // the result has more digits than memory allows
)

// maxWork is the precision beyond which results that fill it are refused.
const maxWork = 1 << 28

// tooLarge notes that a result would fill too large a precision.
func (c *Context) tooLarge() bool {
	if c.Prec > maxWork {
		c.Status |= TooLarge
		return true
	}
	return false
}

// Limits of contexts.
const (
	MaxPrec = 999999999999999999
	MaxEmax = 999999999999999999
	MinEmin = -999999999999999999
	MinTiny = 2*MinEmin + 1 // MinEmin - (MaxPrec-1)
)

// Context holds precision, limits and rounding, and collects conditions.
type Context struct {
	Prec, Emin, Emax int
	Clamp            bool
	Round            Rounding
	Capitals         bool
	Status           Cond
}

// Exact is a context that does not round.
func Exact() *Context {
	return &Context{Prec: MaxPrec, Emin: MinEmin, Emax: MaxEmax, Round: HalfEven, Capitals: true}
}

func (c *Context) etiny() int { return c.Emin - c.Prec + 1 }
func (c *Context) etop() int  { return c.Emax - c.Prec + 1 }

var (
	zero = big.NewInt(0)
	one  = big.NewInt(1)
	ten  = big.NewInt(10)
)

var powers struct {
	sync.Mutex
	p []*big.Int
}

// pow10 is 10**n, not to be changed.
func pow10(n int) *big.Int {
	if n > 400 {
		return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil)
	}
	powers.Lock()
	defer powers.Unlock()
	for len(powers.p) <= n {
		k := len(powers.p)
		if k == 0 {
			powers.p = append(powers.p, big.NewInt(1))
			continue
		}
		powers.p = append(powers.p, new(big.Int).Mul(powers.p[k-1], ten))
	}
	return powers.p[n]
}

// digits is the number of decimal digits of x, 1 for 0.
func digits(x *big.Int) int {
	if x.IsUint64() {
		return len(strconv.FormatUint(x.Uint64(), 10))
	}
	n := int(float64(x.BitLen()-1)*0.30102999566398119521) + 1
	if x.CmpAbs(pow10(n)) >= 0 {
		n++
	}
	return n
}

func (x *Num) special() bool { return x.Kind != Finite }
func (x *Num) nan() bool     { return x.Kind >= NaN }

// IsZero reports whether x is zero.
func (x *Num) IsZero() bool { return x.Kind == Finite && x.Coef.Sign() == 0 }

// Digits is the number of digits of the coefficient.
func (x *Num) Digits() int { return digits(x.Coef) }

// Adjusted is the exponent of the first digit.
func (x *Num) Adjusted() int { return x.Exp + digits(x.Coef) - 1 }

// New makes a finite number.
func New(neg bool, coef *big.Int, exp int) *Num { return &Num{Neg: neg, Coef: coef, Exp: exp} }

// FromInt makes a number of an integer.
func FromInt(n *big.Int) *Num { return New(n.Sign() < 0, new(big.Int).Abs(n), 0) }

// NewInf is an infinity.
func NewInf(neg bool) *Num { return &Num{Neg: neg, Kind: Inf} }

// NewNaN is a quiet NaN.
func NewNaN() *Num { return &Num{Kind: NaN} }

func (x *Num) withSign(neg bool) *Num {
	y := *x
	y.Neg = neg
	return &y
}

// WithSign is x with another sign.
func (x *Num) WithSign(neg bool) *Num { return x.withSign(neg) }

// invalid notes a condition and returns NaN.
func (c *Context) invalid(k Cond) *Num {
	c.Status |= k
	return NewNaN()
}

// nanOf handles operands that are NaN; nil if there are none.
func (c *Context) nanOf(xs ...*Num) *Num {
	for _, x := range xs {
		if x.Kind == SNaN {
			c.Status |= InvalidOperation
			y := *x
			y.Kind = NaN
			return c.fixNaN(&y)
		}
	}
	for _, x := range xs {
		if x.Kind == NaN {
			return c.fixNaN(x)
		}
	}
	return nil
}

// fixNaN cuts a payload that is too long.
func (c *Context) fixNaN(x *Num) *Num {
	room := c.Prec
	if c.Clamp {
		room--
	}
	if x.Coef == nil || digits(x.Coef) <= room {
		return x
	}
	y := *x
	y.Coef = new(big.Int).Mod(x.Coef, pow10(room))
	if y.Coef.Sign() == 0 {
		y.Coef = nil
	}
	return &y
}

// roundOff divides coef by 10**n and rounds; changed tells that it is inexact.
func roundOff(coef *big.Int, neg bool, n int, mode Rounding) (q *big.Int, changed bool) {
	if n > digits(coef)+1 {
		// Far below one: only what is left matters.
		changed = coef.Sign() != 0
		q = new(big.Int)
		if changed && (mode == Up || mode == ZeroFiveUp || mode == Ceiling && !neg || mode == Floor && neg) {
			q.SetInt64(1)
		}
		return q, changed
	}
	p := pow10(n)
	q, r := new(big.Int).QuoRem(coef, p, new(big.Int))
	if r.Sign() == 0 {
		return q, false
	}
	up := false
	switch mode {
	case Up:
		up = true
	case Ceiling:
		up = !neg
	case Floor:
		up = neg
	case HalfUp, HalfDown, HalfEven:
		h := r.Lsh(r, 1).Cmp(p)
		up = h > 0 || h == 0 && (mode == HalfUp || mode == HalfEven && q.Bit(0) == 1)
	case ZeroFiveUp:
		m := new(big.Int).Mod(q, big.NewInt(5))
		up = m.Sign() == 0
	}
	if up {
		q.Add(q, one)
	}
	return q, true
}

// overflow is the result of an overflow.
func (c *Context) overflow(neg bool) *Num {
	c.Status |= Overflow | Inexact | Rounded
	switch c.Round {
	case HalfUp, HalfEven, HalfDown, Up:
		return NewInf(neg)
	case Ceiling:
		if !neg {
			return NewInf(neg)
		}
	case Floor:
		if neg {
			return NewInf(neg)
		}
	}
	return c.largest(neg)
}

// Fix rounds x to the context.
func (c *Context) Fix(x *Num) *Num {
	if x.special() {
		if x.nan() {
			return c.fixNaN(x)
		}
		return x
	}
	tiny, top := c.etiny(), c.etop()
	if x.Coef.Sign() == 0 {
		hi := c.Emax
		if c.Clamp {
			hi = top
		}
		if e := min(max(x.Exp, tiny), hi); e != x.Exp {
			c.Status |= Clamped
			return New(x.Neg, zero, e)
		}
		return x
	}
	n := digits(x.Coef)
	lo := n + x.Exp - c.Prec
	if lo > top {
		return c.overflow(x.Neg)
	}
	subnormal := lo < tiny
	if subnormal {
		lo = tiny
	}
	if x.Exp < lo {
		q, changed := roundOff(x.Coef, x.Neg, lo-x.Exp, c.Round)
		if digits(q) > c.Prec {
			q.Quo(q, ten)
			lo++
		}
		if lo > top {
			return c.overflow(x.Neg)
		}
		if changed && subnormal {
			c.Status |= Underflow
		}
		if subnormal {
			c.Status |= Subnormal
		}
		if changed {
			c.Status |= Inexact
		}
		c.Status |= Rounded
		if q.Sign() == 0 {
			c.Status |= Clamped
		}
		return New(x.Neg, q, lo)
	}
	if subnormal {
		c.Status |= Subnormal
	}
	if c.Clamp && x.Exp > top {
		c.Status |= Clamped
		return New(x.Neg, new(big.Int).Mul(x.Coef, pow10(x.Exp-top)), top)
	}
	return x
}

// Parse reads a number; ok is false if s is none.
func Parse(s string) (*Num, bool) {
	x := &Num{}
	if s != "" && (s[0] == '-' || s[0] == '+') {
		x.Neg = s[0] == '-'
		s = s[1:]
	}
	l := strings.ToLower(s)
	switch {
	case l == "inf" || l == "infinity":
		x.Kind = Inf
		return x, true
	case strings.HasPrefix(l, "nan"), strings.HasPrefix(l, "snan"):
		x.Kind = NaN
		if l[0] == 's' {
			x.Kind = SNaN
			l = l[1:]
		}
		payload := strings.TrimLeft(l[3:], "0")
		if strings.Trim(l[3:], "0123456789") != "" {
			return nil, false
		}
		if payload != "" {
			x.Coef, _ = new(big.Int).SetString(payload, 10)
		}
		return x, true
	}
	exp := 0
	if i := strings.IndexByte(l, 'e'); i >= 0 {
		t := l[i+1:]
		l = l[:i]
		sign := ""
		if t != "" && (t[0] == '-' || t[0] == '+') {
			sign, t = t[:1], t[1:]
		}
		if t == "" || strings.Trim(t, "0123456789") != "" {
			return nil, false
		}
		n, err := strconv.Atoi(t)
		if err != nil || n > 4*MaxEmax {
			n = 4 * MaxEmax
		}
		if sign == "-" {
			n = -n
		}
		exp = n
	}
	whole, frac, _ := strings.Cut(l, ".")
	if whole+frac == "" || strings.Trim(whole+frac, "0123456789") != "" {
		return nil, false
	}
	x.Coef, _ = new(big.Int).SetString(whole+frac, 10)
	x.Exp = exp - len(frac)
	return x, true
}

// String is the scientific or, if eng, the engineering form.
func (x *Num) String(eng, capitals bool) string {
	sign := ""
	if x.Neg {
		sign = "-"
	}
	switch x.Kind {
	case Inf:
		return sign + "Infinity"
	case NaN, SNaN:
		s := "NaN"
		if x.Kind == SNaN {
			s = "sNaN"
		}
		if x.Coef != nil {
			s += x.Coef.String()
		}
		return sign + s
	}
	d := x.Coef.String()
	left := x.Exp + len(d)
	place := 1 // of the point
	switch {
	case x.Exp <= 0 && left > -6:
		place = left
	case !eng:
	case x.Coef.Sign() == 0:
		place = mod3(left+1) - 1
	default:
		place = mod3(left-1) + 1
	}
	whole, frac := "", ""
	switch {
	case place <= 0:
		whole, frac = "0", strings.Repeat("0", -place)+d
	case place >= len(d):
		whole = d + strings.Repeat("0", place-len(d))
	default:
		whole, frac = d[:place], d[place:]
	}
	if frac != "" {
		frac = "." + frac
	}
	e := ""
	if left != place {
		e = "e"
		if capitals {
			e = "E"
		}
		if n := left - place; n >= 0 {
			e += "+" + strconv.Itoa(n)
		} else {
			e += strconv.Itoa(n)
		}
	}
	return sign + whole + frac + e
}

func mod3(n int) int { return (n%3 + 3) % 3 }
