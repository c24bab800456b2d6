package cmath

import (
	"errors"
	"math"

	"github.com/gopy-lang/gopy/internal/fmath"
)

// The faults of a function.
var (
	errDomain = errors.New("math domain error")
	errRange  = errors.New("math range error")
)

const (
	large     = math.MaxFloat64 / 4
	tiny      = 2.2250738585072014e-308 // the least normal number
	scaleUp   = 53
	scaleDown = -27
)

var (
	sqrtLarge = math.Sqrt(large)
	logLarge  = math.Log(large)
	sqrtTiny  = math.Sqrt(tiny)
	inf       = math.Inf(1)
)

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

func both(re, im float64) bool { return finite(re) && finite(im) }

// sign gives x the sign of y.
func sign(x, y float64) float64 { return math.Copysign(x, y) }

func sqrt(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("sqrt", re, im)
	}
	if re == 0 && im == 0 {
		return complex(0, im), nil
	}
	ax, ay := math.Abs(re), math.Abs(im)
	var s float64
	if ax < tiny && ay < tiny && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, scaleUp)
		s = math.Ldexp(math.Sqrt(ax+fmath.Hypot(ax, math.Ldexp(ay, scaleUp))), scaleDown)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+fmath.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if re >= 0 {
		return complex(s, sign(d, im)), nil
	}
	return complex(d, sign(s, im)), nil
}

// root is sqrt of a finite number.
func root(re, im float64) (float64, float64) {
	z, _ := sqrt(complex(re, im))
	return real(z), imag(z)
}

// logBig is the logarithm of the size of a number near the limit, which must
// not overflow.
func logBig(re, im float64) float64 { return fmath.Log(fmath.Hypot(re/2, im/2)) + 2*math.Ln2 }

func isLarge(re, im float64) bool { return math.Abs(re) > large || math.Abs(im) > large }

func acos(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("acos", re, im)
	}
	if isLarge(re, im) {
		r := fmath.Atan2(math.Abs(im), re)
		if re < 0 {
			return complex(r, -sign(logBig(re, im), im)), nil
		}
		return complex(r, sign(logBig(re, im), -im)), nil
	}
	ar, ai := root(1-re, -im)
	br, bi := root(1+re, im)
	return complex(2*fmath.Atan2(ar, br), math.Asinh(float64(br*ai)-float64(bi*ar))), nil
}

func acosh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("acosh", re, im)
	}
	if isLarge(re, im) {
		return complex(logBig(re, im), fmath.Atan2(im, re)), nil
	}
	ar, ai := root(re-1, im)
	br, bi := root(re+1, im)
	return complex(math.Asinh(float64(ar*br)+float64(ai*bi)), 2*fmath.Atan2(ai, br)), nil
}

// turned computes f through g: f(z) = -i * g(i*z).
func turned(g func(complex128) (complex128, error)) func(complex128) (complex128, error) {
	return func(z complex128) (complex128, error) {
		s, err := g(complex(-imag(z), real(z)))
		return complex(imag(s), -real(s)), err
	}
}

func asinh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("asinh", re, im)
	}
	if isLarge(re, im) {
		r := sign(logBig(re, im), re)
		if math.Signbit(im) {
			r = -sign(logBig(re, im), -re)
		}
		return complex(r, fmath.Atan2(im, math.Abs(re))), nil
	}
	ar, ai := root(1+im, -re)
	br, bi := root(1-im, re)
	return complex(math.Asinh(float64(ar*bi)-float64(br*ai)), fmath.Atan2(im, float64(ar*br)-float64(ai*bi))), nil
}

func atanh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("atanh", re, im)
	}
	if re < 0 || re == 0 && math.Signbit(re) {
		r, err := atanh(-z)
		return -r, err
	}
	ay := math.Abs(im)
	switch {
	case re > sqrtLarge || ay > sqrtLarge:
		h := fmath.Hypot(re/2, im/2)
		return complex(re/4/h/h, -sign(math.Pi/2, -im)), nil
	case re == 1 && ay < sqrtTiny:
		if ay == 0 {
			return complex(inf, im), errDomain
		}
		return complex(-fmath.Log(math.Sqrt(ay)/math.Sqrt(fmath.Hypot(ay, 2))), sign(fmath.Atan2(2, -ay)/2, im)), nil
	}
	d := 1 - re
	return complex(math.Log1p(4*re/(float64(d*d)+float64(ay*ay)))/4, -fmath.Atan2(-2*im, float64(d*(1+re))-float64(ay*ay))/2), nil
}

// ranged reports an overflow of a finite argument.
func ranged(re, im float64) (complex128, error) {
	if math.IsInf(re, 0) || math.IsInf(im, 0) {
		return complex(re, im), errRange
	}
	return complex(re, im), nil
}

func cosh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		if math.IsInf(re, 0) && finite(im) && im != 0 {
			i := sign(inf, fmath.Sin(im))
			if re < 0 {
				i = -i
			}
			return complex(sign(inf, fmath.Cos(im)), i), nil
		}
		return fromTable("cosh", re, im)
	}
	if math.Abs(re) > logLarge {
		x := re - sign(1, re)
		return ranged(fmath.Cos(im)*fmath.Cosh(x)*math.E, fmath.Sin(im)*fmath.Sinh(x)*math.E)
	}
	return ranged(fmath.Cos(im)*fmath.Cosh(re), fmath.Sin(im)*fmath.Sinh(re))
}

func cos(z complex128) (complex128, error) { return cosh(complex(-imag(z), real(z))) }

func exp(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		if math.IsInf(re, 0) && finite(im) && im != 0 {
			size := inf
			if re < 0 {
				size = 0
			}
			return complex(sign(size, fmath.Cos(im)), sign(size, fmath.Sin(im))), nil
		}
		return fromTable("exp", re, im)
	}
	if re > logLarge {
		l := fmath.Exp(re - 1)
		return ranged(l*fmath.Cos(im)*math.E, l*fmath.Sin(im)*math.E)
	}
	l := fmath.Exp(re)
	return ranged(l*fmath.Cos(im), l*fmath.Sin(im))
}

func log(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		return fromTable("log", re, im)
	}
	ax, ay := math.Abs(re), math.Abs(im)
	angle := fmath.Atan2(im, re)
	switch {
	case ax > large || ay > large:
		return complex(fmath.Log(fmath.Hypot(ax/2, ay/2))+math.Ln2, angle), nil
	case ax < tiny && ay < tiny:
		if ax == 0 && ay == 0 {
			return complex(-inf, angle), errDomain
		}
		return complex(fmath.Log(fmath.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53)))-53*math.Ln2, angle), nil
	}
	h := fmath.Hypot(ax, ay)
	if 0.71 <= h && h <= 1.73 {
		am, an := max(ax, ay), min(ax, ay)
		return complex(math.Log1p(float64((am-1)*(am+1))+float64(an*an))/2, angle), nil
	}
	return complex(fmath.Log(h), angle), nil
}

func log10(z complex128) (complex128, error) {
	r, err := log(z)
	return complex(real(r)/math.Ln10, imag(r)/math.Ln10), err
}

func sinh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		if math.IsInf(re, 0) && finite(im) && im != 0 {
			r := sign(inf, fmath.Cos(im))
			if re < 0 {
				r = -r
			}
			return complex(r, sign(inf, fmath.Sin(im))), nil
		}
		return fromTable("sinh", re, im)
	}
	if math.Abs(re) > logLarge {
		x := re - sign(1, re)
		return ranged(fmath.Cos(im)*fmath.Sinh(x)*math.E, fmath.Sin(im)*fmath.Cosh(x)*math.E)
	}
	return ranged(fmath.Cos(im)*fmath.Sinh(re), fmath.Sin(im)*fmath.Cosh(re))
}

func tanh(z complex128) (complex128, error) {
	re, im := real(z), imag(z)
	if !both(re, im) {
		if math.IsInf(re, 0) && finite(im) && im != 0 {
			return complex(sign(1, re), sign(0, 2*fmath.Sin(im)*fmath.Cos(im))), nil
		}
		return fromTable("tanh", re, im)
	}
	if math.Abs(re) > logLarge {
		return complex(sign(1, re), 4*fmath.Sin(im)*fmath.Cos(im)*fmath.Exp(-2*math.Abs(re))), nil
	}
	tx, ty := math.Tanh(re), fmath.Tan(im)
	cx := 1 / fmath.Cosh(re)
	p := tx * ty
	d := 1 + float64(p*p)
	return complex(tx*(1+float64(ty*ty))/d, ((ty/d)*cx)*cx), nil
}

// rect turns polar coordinates into a number.
func rect(r, phi float64) (complex128, error) {
	if !both(r, phi) {
		if math.IsInf(r, 0) && finite(phi) && phi != 0 {
			s := sign(1, r)
			return complex(s*sign(inf, fmath.Cos(phi)), s*sign(inf, fmath.Sin(phi))), nil
		}
		return fromTable("rect", r, phi)
	}
	if phi == 0 {
		return complex(r, r*phi), nil
	}
	return complex(r*fmath.Cos(phi), r*fmath.Sin(phi)), nil
}
