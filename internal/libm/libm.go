// Package libm computes exp, log and pow with an error below 0.52 units in the
// last place, where package math has up to one and pow several: results then
// print the same digits as those of CPython on glibc, which uses the same
// method (that of the ARM optimized routines: tables of 128 entries, and
// polynomials, in somewhat more than double precision).
package libm

import "math"

const (
	ln2hi   = 0x1.62e42fefa3800p-1
	ln2lo   = 0x1.ef35793c76730p-45
	offset  = 0x3FE6955500000000
	invLn2N = 0x1.71547652b82fep0 * 128
	shift   = 0x1.8p52
	negHi   = -0x1.62e42fefa0000p-8
	negLo   = -0x1.cf79abc9e3b39p-47
)

// logParts returns the logarithm of the positive float with the given bits,
// which is not subnormal, in two parts.
func logParts(ix uint64) (hi, lo float64) {
	tmp := ix - offset
	e := &logTable[tmp>>45&127]
	k := float64(int64(tmp) >> 52)
	z := math.Float64frombits(ix - tmp&(0xFFF<<52))
	r := math.FMA(z, e.invc, -1)
	t1 := math.FMA(k, ln2hi, e.logc)
	t2 := t1 + r
	lo1 := math.FMA(k, ln2lo, e.tail)
	lo2 := t1 - t2 + r
	ar := -0.5 * r
	ar2 := r * ar
	ar3 := r * ar2
	h := t2 + ar2
	lo3 := math.FMA(ar, r, -ar2)
	lo4 := t2 - h + ar2
	const (
		a1 = 0x1.555555555556p-2 * -2
		a2 = -0x1.0000000000006p-2 * -2
		a3 = 0x1.999999959554ep-3 * 4
		a4 = -0x1.555555529a47ap-3 * 4
		a5 = 0x1.2495b9b4845e9p-3 * -8
		a6 = -0x1.0002b8b263fc3p-3 * -8
	)
	p := math.FMA(r, a6, a5)
	p = math.FMA(ar2, p, math.FMA(r, a4, a3))
	p = math.FMA(ar2, p, math.FMA(r, a2, a1))
	l := math.FMA(ar3, p, lo1+lo2+lo3+lo4)
	y := h + l
	return y, h - y + l
}

// expParts returns exp(x+tail) with the sign given, for |x| not tiny.
func expParts(x, tail float64, negative bool) float64 {
	if x > 1024 {
		return signed(math.Inf(1), negative)
	}
	if x < -1080 {
		return signed(0, negative)
	}
	kd := math.FMA(invLn2N, x, shift)
	ki := math.Float64bits(kd)
	kd -= shift
	r := math.FMA(kd, negLo, math.FMA(kd, negHi, x)) + tail
	e := &expTable[ki&127]
	r2 := r * r
	const (
		c2 = 0x1.ffffffffffdbdp-2
		c3 = 0x1.555555555543cp-3
		c4 = 0x1.55555cf172b91p-5
		c5 = 0x1.1111167a4d017p-7
	)
	tmp := math.FMA(r2, math.FMA(r, c3, c2), e.tail+r)
	tmp = math.FMA(float64(r2*r2), math.FMA(r, c5, c4), tmp)
	k := int64(ki<<13) >> 20 // the exponent: ki / 128 without the bits of shift
	scale := math.Float64frombits(e.bits + ki&127<<45)
	if k > -1000 && k < 1000 {
		scale = math.Float64frombits(uint64(int64(math.Float64bits(scale)) + k<<52))
		return signed(math.FMA(scale, tmp, scale), negative)
	}
	return signed(scaled(scale, tmp, k), negative)
}

func signed(x float64, negative bool) float64 {
	if negative {
		return -x
	}
	return x
}

// scaled is (scale + scale*tmp) * 2**k near the ends of the range, rounded once.
func scaled(scale, tmp float64, k int64) float64 {
	y := math.FMA(scale, tmp, scale)
	if k > 0 {
		return math.Ldexp(y, int(k))
	}
	f := math.Ldexp(y, int(k))
	if f >= 0x1p-1022 || f == 0 {
		return f
	}
	// Subnormal: round y and what was lost in it together.
	lost := math.FMA(scale, tmp, scale-y)
	unit := math.Ldexp(1, -1074-int(k)) // of the result, in the scale of y
	n := math.Floor(y / unit)
	rest := (y - n*unit) + lost
	if rest > unit/2 || rest == unit/2 && math.Mod(n, 2) != 0 {
		n++
	}
	return math.Ldexp(n, -1074)
}

// Exp returns e**x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case math.Abs(x) < 0x1p-54:
		return 1 + x
	}
	return expParts(x, 0, false)
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case x == 1:
		return 0
	}
	hi, lo := logParts(normal(x))
	return hi + lo
}

// normal returns the bits of a positive float, of a subnormal one with a
// negative exponent.
func normal(x float64) uint64 {
	if x < 0x1p-1022 {
		return math.Float64bits(x*0x1p52) - 52<<52
	}
	return math.Float64bits(x)
}

// Pow returns x**y with the special cases of package math.
func Pow(x, y float64) float64 {
	switch {
	case y == 1:
		return x
	case y == 0 || x == 1:
		return 1
	case y == 2:
		return x * x
	case math.IsNaN(x) || math.IsNaN(y) || math.IsInf(x, 0) || math.IsInf(y, 0) || x == 0:
		return math.Pow(x, y)
	}
	negative := false
	if x < 0 {
		if y != math.Floor(y) {
			return math.NaN()
		}
		negative = math.Abs(y) < 0x1p53 && math.Mod(y, 2) != 0
		x = -x
		if x == 1 {
			return signed(1, negative)
		}
	}
	hi, lo := logParts(normal(x))
	ehi := y * hi
	if math.Abs(ehi) < 0x1p-70 {
		return signed(1, negative)
	}
	if math.IsInf(ehi, 0) {
		return expParts(ehi, 0, negative)
	}
	return expParts(ehi, math.FMA(y, lo, math.FMA(y, hi, -ehi)), negative)
}
