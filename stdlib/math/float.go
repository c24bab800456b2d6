package math

import (
	"math"
	"math/big"

	"github.com/gopy-lang/gopy/internal/fmath"
	"github.com/gopy-lang/gopy/internal/libm"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
	fn     = func(t *thread, a []value) (value, error)
)

func domain() error { return object.ValueErrorf("math domain error") }

func overflow() error { return object.OverflowErrorf("math range error") }

// number reads a real argument.
func number(t *thread, v value) (float64, error) {
	if f, ok := object.AsFloat(v); ok {
		return f, nil
	}
	if !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil && v.O.Type.Slots.Index == nil {
		return 0, object.TypeErrorf("must be real number, not %s", v.O.Type.MsgName())
	}
	return object.RealToFloat(t, v)
}

// real1 is a function of one float. A NaN result for another argument is a
// domain error, told with msg; an infinite one for a finite argument is an
// overflow, or a domain error if pole.
func real1(name, doc string, f func(x float64) float64, msg string, pole bool) object.Func {
	return object.Func{Name: name, Sig: "(x, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		x, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		r := f(x)
		bad := math.IsNaN(r) && !math.IsNaN(x) || pole && math.IsInf(r, 0) && !math.IsInf(x, 0)
		switch {
		case bad && msg != "":
			return value{}, object.ValueErrorf(msg, object.ReprFloat(x))
		case bad:
			return value{}, domain()
		case math.IsInf(r, 0) && !math.IsInf(x, 0):
			return value{}, overflow()
		}
		return object.Float(r), nil
	}}
}

func real2(name, doc string, f func(x, y float64) float64) object.Func {
	return object.Func{Name: name, Sig: "(x, y, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		x, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		y, err := number(t, a[1])
		if err != nil {
			return value{}, err
		}
		r := f(x, y)
		if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
			return value{}, domain()
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
			return value{}, overflow()
		}
		return object.Float(r), nil
	}}
}

func test1(name string, f func(x float64) bool) object.Func {
	return object.Func{Name: name, Sig: "(x, /)", Fn: func(t *thread, a []value) (value, error) {
		x, err := number(t, a[0])
		return object.Bool(f(x)), err
	}}
}

// gamma has exact values at small integers, as factorial.
func gamma(x float64) float64 {
	if x == math.Floor(x) {
		if x <= 0 || math.IsInf(x, -1) {
			return math.NaN()
		}
		if x <= 23 {
			r := 1.0
			for i := 2.0; i < x; i++ {
				r *= i
			}
			return r
		}
	}
	return math.Gamma(x)
}

func lgamma(x float64) float64 {
	if math.IsInf(x, 0) {
		return math.Inf(1)
	}
	if x == math.Floor(x) && x <= 0 && !math.IsInf(x, 0) {
		return math.NaN()
	}
	if x == 1 || x == 2 {
		return 0
	}
	r, _ := math.Lgamma(x)
	return r
}

// logBig is the logarithm of an int by a function of floats and that of 2.
func logBig(t *thread, v value, f func(float64) float64) (float64, error) {
	if object.IsIntLike(v) {
		b, _ := object.AsBig(v)
		if b.Sign() <= 0 {
			return 0, object.ValueErrorf("expected a positive input")
		}
		if b.BitLen() > 1000 {
			e := b.BitLen() - 64
			m, _ := new(big.Float).SetInt(new(big.Int).Rsh(b, uint(e))).Float64()
			return f(m) + float64(f(2)*float64(e)), nil
		}
	}
	x, err := number(t, v)
	if err != nil {
		return 0, err
	}
	if !(x > 0) && !math.IsNaN(x) {
		return 0, object.ValueErrorf("expected a positive input, got %s", object.ReprFloat(x))
	}
	return f(x), nil
}

func logFunc(f func(float64) float64) fn {
	return func(t *thread, a []value) (value, error) {
		x, err := logBig(t, a[0], f)
		return object.Float(x), err
	}
}

func log(t *thread, a []value) (value, error) {
	x, err := logBig(t, a[0], fmath.Log)
	if err != nil || a[1].O == nil {
		return object.Float(x), err
	}
	y, err := logBig(t, a[1], fmath.Log)
	if err != nil {
		return value{}, err
	}
	if y == 0 {
		return value{}, object.ZeroDivisionErrorf("division by zero")
	}
	return object.Float(x / y), nil
}

func pow(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	y, err := number(t, a[1])
	if err != nil {
		return value{}, err
	}
	r := libm.Pow(x, y)
	finite := !math.IsNaN(x) && !math.IsInf(x, 0) && !math.IsNaN(y) && !math.IsInf(y, 0)
	if finite && math.IsNaN(r) || finite && math.IsInf(r, 0) && x == 0 {
		return value{}, domain()
	}
	if finite && math.IsInf(r, 0) {
		return value{}, overflow()
	}
	return object.Float(r), nil
}

// toInt is ceil, floor and trunc: by the special method, else on a float.
func toInt(name, special string, f func(float64) float64) object.Func {
	return object.Func{Name: name, Sig: "(x, /)", Fn: func(t *thread, a []value) (value, error) {
		if x, ok := object.AsFloat(a[0]); ok && a[0].O.Type == &object.FloatType {
			return object.FloatToInt(f(x))
		}
		if object.IsIntLike(a[0]) && a[0].O.Type == &object.IntType {
			return a[0], nil
		}
		m, err := object.LookupSpecial(t, a[0], t.Intern(special))
		if err != nil {
			return value{}, err
		}
		if m.O != nil {
			return object.CallArgs(t, m)
		}
		if name == "trunc" {
			return value{}, object.TypeErrorf("type %s doesn't define __trunc__ method", a[0].O.Type.MsgName())
		}
		x, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		return object.FloatToInt(f(x))
	}}
}

func frexp(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	m, e := x, 0
	if x != 0 && !math.IsInf(x, 0) && !math.IsNaN(x) {
		m, e = math.Frexp(x)
	}
	return object.NewTuple(object.Float(m), object.IntOf(e)), nil
}

func ldexp(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	if !object.IsIntLike(a[1]) {
		return value{}, object.TypeErrorf("Expected an int as second argument to ldexp.")
	}
	b, _ := object.AsBig(a[1])
	e := 1 << 20
	if b.IsInt64() && b.Int64() < 1<<20 {
		e = int(max(b.Int64(), -1<<20))
	} else if b.Sign() < 0 {
		e = -1 << 20
	}
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return object.Float(x), nil
	}
	r := math.Ldexp(x, e)
	if math.IsInf(r, 0) {
		return value{}, overflow()
	}
	return object.Float(r), nil
}

func modf(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	if math.IsInf(x, 0) {
		return object.NewTuple(object.Float(math.Copysign(0, x)), object.Float(x)), nil
	}
	i := math.Trunc(x)
	return object.NewTuple(object.Float(math.Copysign(x-i, x)), object.Float(i)), nil
}

func isclose(t *thread, a []value) (value, error) {
	var x [4]float64
	x[2] = 1e-9
	for i := range x {
		if a[i].O == nil {
			continue
		}
		var err error
		if x[i], err = number(t, a[i]); err != nil {
			return value{}, err
		}
	}
	if x[2] < 0 || x[3] < 0 {
		return value{}, object.ValueErrorf("tolerances must be non-negative")
	}
	if x[0] == x[1] {
		return object.True, nil
	}
	if math.IsInf(x[0], 0) || math.IsInf(x[1], 0) {
		return object.False, nil
	}
	d := math.Abs(x[1] - x[0])
	return object.Bool(d <= math.Abs(float64(x[2]*x[1])) || d <= math.Abs(float64(x[2]*x[0])) || d <= x[3]), nil
}

func fma(t *thread, a []value) (value, error) {
	var x [3]float64
	for i := range x {
		var err error
		if x[i], err = number(t, a[i]); err != nil {
			return value{}, err
		}
	}
	r := math.FMA(x[0], x[1], x[2])
	if math.IsNaN(r) && !math.IsNaN(x[0]) && !math.IsNaN(x[1]) && !math.IsNaN(x[2]) {
		return value{}, object.ValueErrorf("invalid operation in fma")
	}
	if math.IsInf(r, 0) && !math.IsInf(x[0], 0) && !math.IsInf(x[1], 0) && !math.IsInf(x[2], 0) {
		return value{}, object.OverflowErrorf("overflow in fma")
	}
	return object.Float(r), nil
}

func nextafter(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	y, err := number(t, a[1])
	if err != nil {
		return value{}, err
	}
	if a[2].O == nil || a[2].IsNone() {
		if x == y {
			return object.Float(y), nil // the sign of a zero is y's
		}
		return object.Float(math.Nextafter(x, y)), nil
	}
	i, err := object.Index(t, a[2])
	if err != nil {
		return value{}, err
	}
	b, _ := object.AsBig(i)
	if b.Sign() < 0 {
		return value{}, object.ValueErrorf("steps must be a non-negative integer")
	}
	if math.IsNaN(x) || math.IsNaN(y) {
		return object.Float(x + y), nil
	}
	steps := ^uint64(0)
	if b.IsUint64() {
		steps = b.Uint64()
	}
	return object.Float(stepFloat(x, y, steps)), nil
}

// stepFloat moves x by steps floats towards y.
func stepFloat(x, y float64, steps uint64) float64 {
	order := func(f float64) int64 { // floats in order are ints in order
		b := int64(math.Float64bits(f))
		if b < 0 {
			b = math.MinInt64 - b
		}
		return b
	}
	i, j := order(x), order(y)
	if i == j {
		return y
	}
	if i < j {
		if uint64(j)-uint64(i) <= steps {
			return y
		}
		i += int64(steps)
	} else {
		if uint64(i)-uint64(j) <= steps {
			return y
		}
		i -= int64(steps)
	}
	if i < 0 {
		i = math.MinInt64 - i
	}
	return math.Float64frombits(uint64(i))
}

func ulp(x float64) float64 {
	x = math.Abs(x)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	n := math.Nextafter(x, math.Inf(1))
	if math.IsInf(n, 0) {
		return x - math.Nextafter(x, 0)
	}
	return n - x
}

func cosh(x float64) float64 { return fmath.Cosh(x) }

var floatFuncs = []object.Func{
	real1("acos", "Arc cosine of x in radians.", fmath.Acos, "expected a number in range from -1 up to 1, got %s", false),
	real1("acosh", "Inverse hyperbolic cosine of x.", math.Acosh, "expected argument value not less than 1, got %s", false),
	real1("asin", "Arc sine of x in radians.", fmath.Asin, "expected a number in range from -1 up to 1, got %s", false),
	real1("asinh", "Inverse hyperbolic sine of x.", math.Asinh, "", false),
	real1("atan", "Arc tangent of x in radians.", fmath.Atan, "", false),
	real1("atanh", "Inverse hyperbolic tangent of x.", math.Atanh, "expected a number between -1 and 1, got %s", true),
	real1("cbrt", "Cube root of x.", math.Cbrt, "", false),
	real1("cos", "Cosine of x radians.", fmath.Cos, "expected a finite input, got %s", false),
	real1("cosh", "Hyperbolic cosine of x.", cosh, "", false),
	real1("degrees", "Convert angle x from radians to degrees.", func(x float64) float64 { return x * (180 / math.Pi) }, "", false),
	real1("erf", "Error function at x.", math.Erf, "", false),
	real1("erfc", "Complementary error function at x.", math.Erfc, "", false),
	real1("exp", "e raised to the power of x.", fmath.Exp, "", false),
	real1("exp2", "2 raised to the power of x.", fmath.Exp2, "", false),
	real1("expm1", "exp(x) - 1.", math.Expm1, "", false),
	real1("fabs", "Absolute value of the float x.", math.Abs, "", false),
	real1("gamma", "Gamma function at x.", gamma, "expected a noninteger or positive integer, got %s", false),
	real1("lgamma", "Natural logarithm of the absolute value of the Gamma function.", lgamma, "expected a noninteger or positive integer, got %s", false),
	real1("log1p", "Natural logarithm of 1+x.", math.Log1p, "expected argument value > -1, got %s", true),
	real1("radians", "Convert angle x from degrees to radians.", func(x float64) float64 { return x * (math.Pi / 180) }, "", false),
	real1("sin", "Sine of x radians.", fmath.Sin, "expected a finite input, got %s", false),
	real1("sinh", "Hyperbolic sine of x.", fmath.Sinh, "", false),
	real1("sqrt", "Square root of x.", math.Sqrt, "expected a nonnegative input, got %s", false),
	real1("tan", "Tangent of x radians.", fmath.Tan, "expected a finite input, got %s", false),
	real1("tanh", "Hyperbolic tangent of x.", math.Tanh, "", false),
	real1("ulp", "Value of the least significant bit of the float x.", ulp, "", false),
	real2("atan2", "Arc tangent of y/x in radians.", fmath.Atan2),
	real2("copysign", "Magnitude of x with the sign of y.", math.Copysign),
	real2("fmod", "x modulo y as in C.", math.Mod),
	real2("remainder", "Difference between x and the closest integer multiple of y.", math.Remainder),
	test1("isfinite", func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }),
	test1("isinf", func(x float64) bool { return math.IsInf(x, 0) }),
	test1("isnan", math.IsNaN),
	toInt("ceil", "__ceil__", math.Ceil), toInt("floor", "__floor__", math.Floor), toInt("trunc", "__trunc__", math.Trunc),
	{Name: "log", Sig: "(x, base=<unrepresentable>, /)", Doc: "Logarithm of x to the given base, e by default.", Fn: log},
	{Name: "log2", Sig: "(x, /)", Doc: "Base 2 logarithm of x.", Fn: logFunc(fmath.Log2)},
	{Name: "log10", Sig: "(x, /)", Doc: "Base 10 logarithm of x.", Fn: logFunc(fmath.Log10)},
	{Name: "pow", Sig: "(x, y, /)", Doc: "x**y as floats.", Fn: pow},
	{Name: "frexp", Sig: "(x, /)", Fn: frexp},
	{Name: "ldexp", Sig: "(x, i, /)", Fn: ldexp},
	{Name: "modf", Sig: "(x, /)", Fn: modf},
	{Name: "isclose", Sig: "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Fn: isclose},
	{Name: "fma", Sig: "(x, y, z, /)", Fn: fma},
	{Name: "nextafter", Sig: "(x, y, /, *, steps=None)", Fn: nextafter},
}
