// Package fmath has logarithms and exponentials whose results are correctly
// rounded in nearly all cases, as those of current C libraries are; Go's are
// off by one in the last place more often.
//
// Numbers between two floats are kept as unevaluated sums hi + lo.
package fmath

import (
	"math"
	"math/big"
	"sync"
)

const (
	ln2Hi = 0x1.62e42fefa3800p-1 // 11 trailing zeros: exact times an exponent
	ln2Lo = 0x1.ef35793c76730p-45

	shortLn2Hi = 0x1.62e42feep-1 // 21 trailing zeros
	shortLn2Lo = 1.90821492927058770002e-10
)

// twoSum is a + b exactly.
func twoSum(a, b float64) (hi, lo float64) {
	hi = a + b
	t := hi - a
	return hi, (a - (hi - t)) + (b - t)
}

// twoProd is a * b exactly.
func twoProd(a, b float64) (hi, lo float64) {
	hi = float64(a * b)
	return hi, math.FMA(a, b, -hi)
}

// logParts is log(x) for finite x > 0 as e*ln2 + hi + lo with the mantissa's
// logarithm in hi + lo.
func logParts(x float64) (e, hi, lo float64) {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		k--
	}
	// log m = 2 atanh(s), s = (m-1)/(m+1)
	f := m - 1
	den, denLo := twoSum(m, 1)
	s := f / den
	p, pLo := twoProd(s, den)
	sLo := ((f - p) - pLo - float64(s*denLo)) / den
	t := float64(s * s)
	q := 0.0
	for n := 25; n >= 3; n -= 2 {
		q = float64(t*q) + 1/float64(n)
	}
	q = float64(t * q)
	hi, lo = twoSum(2*s, float64(2*s*q))
	return float64(k), hi, lo + 2*sLo
}

func logSum(x float64) (hi, lo float64) {
	e, h, l := logParts(x)
	hi, c := twoSum(float64(e*ln2Hi), h)
	return hi, c + (l + float64(e*ln2Lo))
}

func special(x float64) bool { return !(x > 0) || math.IsInf(x, 1) }

// Log is the natural logarithm.
func Log(x float64) float64 {
	if special(x) {
		return math.Log(x)
	}
	hi, lo := logSum(x)
	return hi + lo
}

// scaled is (hi + lo) * (c + cLo).
func scaled(hi, lo, c, cLo float64) (float64, float64) {
	p, e := twoProd(hi, c)
	return p, e + (float64(hi*cLo) + float64(lo*c))
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if special(x) {
		return math.Log2(x)
	}
	e, h, l := logParts(x)
	p, q := scaled(h, l, 0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56)
	hi, c := twoSum(e, p)
	return hi + (c + q)
}

// Log10 is the logarithm to base 10, by the steps of the C libraries, whose
// results are not always correctly rounded.
func Log10(x float64) float64 {
	if special(x) {
		return math.Log10(x)
	}
	m, k := math.Frexp(x) // m in [0.5, 1)
	if k--; k < 0 {
		k++
	} else {
		m *= 2
	}
	y := float64(k)
	z := float64(y*3.69423907715893078616e-13) + float64(4.34294481903251816668e-01*Log(m))
	return z + float64(y*3.01029995663611771306e-01)
}

// table holds 2**(i/64) as sums, computed at the first use.
var table = sync.OnceValue(func() *[64][2]float64 {
	t := new([64][2]float64)
	root := new(big.Float).SetPrec(160).SetInt64(2)
	for range 6 {
		root.Sqrt(root)
	}
	p := new(big.Float).SetPrec(160).SetInt64(1)
	for i := range t {
		hi, _ := p.Float64()
		lo, _ := new(big.Float).SetPrec(160).Sub(p, new(big.Float).SetFloat64(hi)).Float64()
		t[i] = [2]float64{hi, lo}
		p.Mul(p, root)
	}
	return t
})

// expParts is 2**(k/64) * exp(r + rLo) for small r.
func expParts(k int, r, rLo float64) float64 {
	e := table()[k&63]
	p := 0.0
	for _, c := range [...]float64{1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5} {
		p = float64(r*p) + c
	}
	p = float64(float64(r*r)*p) + rLo + r
	y := e[0] + (e[1] + float64(e[0]*p))
	return math.Ldexp(y, k>>6)
}

// Exp is e to the power of x.
func Exp(x float64) float64 {
	if !(-700 < x && x < 710) {
		return math.Exp(x)
	}
	k := math.Round(x * 0x1.71547652b82fep+6)
	r := x - float64(k*(shortLn2Hi/64))
	r, rLo := twoSum(r, float64(-k*(shortLn2Lo/64)))
	return expParts(int(k), r, rLo)
}

// Exp2 is 2 to the power of x.
func Exp2(x float64) float64 {
	if !(math.Abs(x) < 1000) {
		return math.Exp2(x)
	}
	k := math.Round(x * 64)
	p, e := twoProd(x-k/64, 0x1.62e42fefa39efp-1)
	return expParts(int(k), p, e)
}

// halfExp is half of Exp(x), which itself may be too large.
func halfExp(x float64) float64 {
	if x < 709.78 {
		return Exp(x) / 2
	}
	h := Exp(x / 2)
	return h / 2 * h
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	if a < 0.3 || a > 711 || a != a {
		return math.Sinh(x)
	}
	if a > 20 {
		return math.Copysign(halfExp(a), x)
	}
	e := Exp(x)
	return (e - 1/e) / 2
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	if a > 711 || a != a {
		return math.Cosh(x)
	}
	if a > 20 {
		return halfExp(a)
	}
	e := Exp(math.Abs(x))
	return (e + 1/e) / 2
}
