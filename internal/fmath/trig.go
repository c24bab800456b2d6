package fmath

import (
	"math"
	"math/big"
	"sync"
)

// pi/2 in three parts; the first two are exact times numbers below 2**20.
const (
	half1 = 0x1.921fb544p+0
	half2 = 0x1.0b4611a6p-34
	half3 = 0x1.3198a2e037073p-69

	// trigLimit bounds the arguments that are reduced here.
	trigLimit = 1e5
)

// reduce returns the quadrant of x and what is left of it as a sum.
func reduce(x float64) (n int, hi, lo float64) {
	if math.Abs(x) >= trigLimit {
		return reduceLarge(x)
	}
	k := math.Round(x * (2 / math.Pi))
	a := x - float64(k*half1)
	b := float64(k * half2)
	hi, lo = twoSum(a, -b)
	hi, c := twoSum(hi, lo-float64(k*half3))
	return int(k), hi, c
}

// sinParts is sin(r + rl) for |r| <= pi/4.
func sinParts(r, rl float64) (hi, lo float64) {
	t, tl := twoProd(r, r)
	tl += 2 * float64(r*rl)
	q := 0.0
	for _, c := range [...]float64{1.0 / 355687428096000, -1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880, -1.0 / 5040, 1.0 / 120} {
		q = float64(t*q) + c
	}
	// r - r*t/6 + r*t*t*q
	c, cl := twoProd(r, t)
	cl += float64(rl*t) + float64(r*tl)
	u, ul := scaled(c, cl, -0x1.5555555555555p-3, -0x1.5555555555555p-57)
	ul += float64(float64(c*t) * q)
	hi, lo = twoSum(r, u)
	return twoSum(hi, lo+(ul+rl))
}

// cosParts is cos(r + rl) for |r| <= pi/4.
func cosParts(r, rl float64) (hi, lo float64) {
	t, tl := twoProd(r, r)
	tl += 2 * float64(r*rl)
	q := 0.0
	for _, c := range [...]float64{-1.0 / 6402373705728000, 1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720} {
		q = float64(t*q) + c
	}
	// 1 - t/2 + t*t/24 + t*t*t*q
	s, sl := twoProd(t, t)
	sl += 2 * float64(t*tl)
	u, ul := scaled(s, sl, 0x1.5555555555555p-5, 0x1.5555555555555p-59)
	ul += float64(float64(s*t) * q)
	hi, lo = twoSum(1, -t/2)
	hi, e := twoSum(hi, u)
	return twoSum(hi, lo+e+(ul-tl/2))
}

// sinCos gives sin and cos of x, |x| < trigLimit, as sums.
func sinCos(x float64) (s, sl, c, cl float64) {
	n, r, rl := reduce(x)
	s, sl = sinParts(r, rl)
	c, cl = cosParts(r, rl)
	switch n & 3 {
	case 1:
		return c, cl, -s, -sl
	case 2:
		return -s, -sl, -c, -cl
	case 3:
		return -c, -cl, s, sl
	}
	return s, sl, c, cl
}

// bits is the precision of pi/2 that reducing the largest floats takes.
const bits = 1024 + 53 + 120

// halfPi is pi/2 by Machin's formula: pi/4 = 4 atan(1/5) - atan(1/239).
var halfPi = sync.OnceValue(func() *big.Float {
	const guard = 32
	one := new(big.Int).Lsh(big.NewInt(1), bits+guard)
	atanInv := func(n int64) *big.Int {
		sum, term, sq := new(big.Int), new(big.Int).Div(one, big.NewInt(n)), big.NewInt(n*n)
		for k := int64(1); term.Sign() != 0; k += 2 {
			t := new(big.Int).Div(term, big.NewInt(k))
			if k&2 == 0 {
				sum.Add(sum, t)
			} else {
				sum.Sub(sum, t)
			}
			term.Div(term, sq)
		}
		return sum
	}
	p := atanInv(5)
	p.Sub(p.Lsh(p, 2), atanInv(239)) // pi/4
	f := new(big.Float).SetPrec(bits).SetInt(p)
	return f.SetMantExp(f, 1-bits-guard)
})

// reduceLarge is reduce for any finite x.
func reduceLarge(x float64) (n int, hi, lo float64) {
	p := halfPi()
	q := new(big.Float).SetPrec(bits).Quo(new(big.Float).SetPrec(bits).SetFloat64(x), p)
	half := 0.5
	if x < 0 {
		half = -0.5
	}
	k, _ := q.Add(q, big.NewFloat(half)).Int(nil)
	r := new(big.Float).SetPrec(bits).SetFloat64(x)
	r.Sub(r, new(big.Float).SetPrec(bits).Mul(new(big.Float).SetPrec(bits).SetInt(k), p))
	hi, _ = r.Float64()
	lo, _ = r.Sub(r, big.NewFloat(hi)).Float64()
	return int(new(big.Int).And(k, big.NewInt(3)).Int64()), hi, lo
}

// large reports arguments for which Go's functions are as good, or that have
// no value.
func large(x float64) bool { return math.IsInf(x, 0) || math.IsNaN(x) || math.Abs(x) < 1e-8 }

// Sin is the sine.
func Sin(x float64) float64 {
	if large(x) {
		return math.Sin(x)
	}
	n, r, rl := reduce(x)
	hi, lo := 0.0, 0.0
	if n&1 == 0 {
		hi, lo = sinParts(r, rl)
	} else {
		hi, lo = cosParts(r, rl)
	}
	if n&2 != 0 {
		return -(hi + lo)
	}
	return hi + lo
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if large(x) {
		return math.Cos(x)
	}
	n, r, rl := reduce(x)
	hi, lo := 0.0, 0.0
	if n&1 == 0 {
		hi, lo = cosParts(r, rl)
	} else {
		hi, lo = sinParts(r, rl)
	}
	if n++; n&2 != 0 {
		return -(hi + lo)
	}
	return hi + lo
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if large(x) {
		return math.Tan(x)
	}
	s, sl, c, cl := sinCos(x)
	q := s / c
	p, e := twoProd(q, c)
	return q + ((s-p)-e+sl-float64(q*cl))/c
}

// Atan is the arc tangent: Go's with one step of Newton's method.
func Atan(x float64) float64 {
	y := math.Atan(x)
	if a := math.Abs(x); a < 1e-8 || !(a < 1e15) {
		return y
	}
	s, sl, c, cl := sinCos(y)
	p, e := twoProd(x, c)
	d := (p - s) + (e + float64(x*cl) - sl)
	return y + d/math.Sqrt(1+float64(x*x))
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	y := math.Asin(x)
	if a := math.Abs(x); a < 1e-8 || !(a < 0.9999) {
		return y
	}
	s, sl, c, _ := sinCos(y)
	return y + ((x-s)-sl)/c
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	y := math.Acos(x)
	if !(math.Abs(x) < 0.9999) {
		return y
	}
	s, _, c, cl := sinCos(y)
	return y - ((x-c)-cl)/s
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	if x < 0 && y != 0 && y/x == 0 {
		return math.Copysign(math.Pi, y) // math.Atan2 loses the sign
	}
	a := math.Atan2(y, x)
	h := math.Hypot(x, y)
	if !(h > 1e-100 && h < 1e100) || math.Abs(a) < 1e-8 || x == 0 || y == 0 {
		return a
	}
	s, sl, c, cl := sinCos(a)
	p, pe := twoProd(y, c)
	q, qe := twoProd(x, s)
	return a + ((p-q)+(pe-qe)+float64(y*cl)-float64(x*sl))/h
}

// Hypot returns the square root of x*x + y*y.
func Hypot(x, y float64) float64 {
	h := math.Hypot(x, y)
	if h == 0 || math.IsInf(h, 0) || math.IsNaN(h) || h > 1e150 || h < 1e-150 {
		return h // the squares below would leave the range
	}
	// One step of Newton's method, with the squares in double precision.
	xx, xl := twoProd(x, x)
	yy, yl := twoProd(y, y)
	hh, hl := twoProd(h, h)
	if xx < yy {
		xx, xl, yy, yl = yy, yl, xx, xl
	}
	return h - ((hh-xx-yy)+((hl-xl)-yl))/(2*h)
}
