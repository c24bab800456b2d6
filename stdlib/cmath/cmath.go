// Package cmath implements the cmath module (library reference, "cmath").
package cmath

import (
	"math"

	"github.com/gopy-lang/gopy/internal/fmath"
	"github.com/gopy-lang/gopy/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module declares cmath.
func Module() object.ModuleSpec {
	return object.ModuleSpec{Name: "cmath", Doc: "Functions of complex numbers.", Funcs: rows, Consts: map[string]value{
		"pi": object.Float(math.Pi), "e": object.Float(math.E), "tau": object.Float(2 * math.Pi), "inf": object.Float(inf),
		"nan": object.Float(math.NaN()), "infj": object.NewComplex(complex(0, inf)), "nanj": object.NewComplex(complex(0, math.NaN())),
	}}
}

// number reads a complex argument.
func number(t *thread, v value) (complex128, error) {
	if c, ok := object.AsComplex(v); ok {
		return c, nil
	}
	f, err := object.LookupSpecial(t, v, t.Intern("__complex__"))
	if err != nil {
		return 0, err
	}
	if f.O != nil {
		return fromComplexMethod(t, v, f)
	}
	x, err := float(t, v)
	return complex(x, 0), err
}

func fromComplexMethod(t *thread, v, f value) (complex128, error) {
	r, err := object.CallArgs(t, f)
	if err != nil {
		return 0, err
	}
	if r.O.Type.Solid != &object.ComplexType {
		return 0, object.TypeErrorf("%s.__complex__() must return a complex, not %s", v.O.Type.MsgName(), r.O.Type.MsgName())
	}
	if r.O.Type != &object.ComplexType {
		err = object.Warn(t, &object.DeprecationWarningType, v.O.Type.Name+".__complex__() must return a complex, not "+r.O.Type.Name+
			".  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.")
	}
	c, _ := object.AsComplex(r)
	return c, err
}

// float reads a real argument.
func float(t *thread, v value) (float64, error) {
	if !object.IsIntLike(v) && v.O.Type.Slots.ToFloat == nil && v.O.Type.Slots.Index == nil {
		return 0, object.TypeErrorf("must be real number, not %s", v.O.Type.MsgName())
	}
	return object.RealToFloat(t, v)
}

// fault turns the error of a function into an exception.
func fault(err error) error {
	switch err {
	case errDomain:
		return object.ValueErrorf("math domain error")
	case errRange:
		return object.OverflowErrorf("math range error")
	}
	return err
}

func result(z complex128, err error) (value, error) {
	if err != nil {
		return value{}, fault(err)
	}
	return object.NewComplex(z), nil
}

func unary(name, doc string, f func(z complex128) (complex128, error)) object.Func {
	return object.Func{Name: name, Sig: "(z, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		z, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		return result(f(z))
	}}
}

func test(name, doc string, f func(x float64) bool, all bool) object.Func {
	return object.Func{Name: name, Sig: "(z, /)", Doc: doc, Fn: func(t *thread, a []value) (value, error) {
		z, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		re, im := f(real(z)), f(imag(z))
		if all {
			return object.Bool(re && im), nil
		}
		return object.Bool(re || im), nil
	}}
}

var rows = []object.Func{
	unary("acos", "Return the arc cosine of z.", acos),
	unary("acosh", "Return the inverse hyperbolic cosine of z.", acosh),
	unary("asin", "Return the arc sine of z.", turned(asinh)),
	unary("asinh", "Return the inverse hyperbolic sine of z.", asinh),
	unary("atan", "Return the arc tangent of z.", turned(atanh)),
	unary("atanh", "Return the inverse hyperbolic tangent of z.", atanh),
	unary("cos", "Return the cosine of z.", cos),
	unary("cosh", "Return the hyperbolic cosine of z.", cosh),
	unary("exp", "Return the exponential value e**z.", exp),
	unary("log10", "Return the base-10 logarithm of z.", log10),
	unary("sin", "Return the sine of z.", turned(sinh)),
	unary("sinh", "Return the hyperbolic sine of z.", sinh),
	unary("sqrt", "Return the square root of z.", sqrt),
	unary("tan", "Return the tangent of z.", turned(tanh)),
	unary("tanh", "Return the hyperbolic tangent of z.", tanh),
	test("isfinite", "Return True if both parts of z are finite.", finite, true),
	test("isinf", "Return True if a part of z is infinite.", func(x float64) bool { return math.IsInf(x, 0) }, false),
	test("isnan", "Return True if a part of z is not a number.", math.IsNaN, false),
	{Name: "log", Sig: "(z, base=<unrepresentable>, /)", Doc: "Return the logarithm of z to a base, or the natural one.", Fn: logarithm},
	{Name: "phase", Sig: "(z, /)", Doc: "Return the argument of z.", Fn: func(t *thread, a []value) (value, error) {
		z, err := number(t, a[0])
		return object.Float(fmath.Atan2(imag(z), real(z))), err
	}},
	{Name: "polar", Sig: "(z, /)", Doc: "Return the distance from 0 and the argument of z.", Fn: func(t *thread, a []value) (value, error) {
		z, err := number(t, a[0])
		if err != nil {
			return value{}, err
		}
		h := fmath.Hypot(real(z), imag(z))
		if math.IsInf(h, 0) && both(real(z), imag(z)) {
			return value{}, fault(errRange)
		}
		return object.NewTuple(object.Float(h), object.Float(fmath.Atan2(imag(z), real(z)))), nil
	}},
	{Name: "rect", Sig: "(r, phi, /)", Doc: "Return the number with polar coordinates r and phi.", Fn: func(t *thread, a []value) (value, error) {
		r, err := float(t, a[0])
		if err != nil {
			return value{}, err
		}
		phi, err := float(t, a[1])
		if err != nil {
			return value{}, err
		}
		return result(rect(r, phi))
	}},
	{Name: "isclose", Sig: "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Doc: "Return True if a and b are close to each other.", Fn: isclose},
}

func logarithm(t *thread, a []value) (value, error) {
	z, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	r, fail := log(z)
	if a[1].O == nil {
		return result(r, fail)
	}
	b, err := number(t, a[1])
	if err != nil {
		return value{}, err
	}
	base, fail2 := log(b)
	if base == 0 {
		return value{}, fault(errDomain)
	}
	q, err := object.BinaryOp(t, object.NewComplex(r), object.NewComplex(base), object.OpTrueDiv)
	if err != nil {
		return value{}, err
	}
	if fail2 != nil {
		fail = fail2
	}
	if fail != nil {
		return value{}, fault(fail)
	}
	return q, nil
}

func isclose(t *thread, a []value) (value, error) {
	x, err := number(t, a[0])
	if err != nil {
		return value{}, err
	}
	y, err := number(t, a[1])
	if err != nil {
		return value{}, err
	}
	rel, abs := 1e-9, 0.0
	if a[2].O != nil {
		if rel, err = float(t, a[2]); err != nil {
			return value{}, err
		}
	}
	if a[3].O != nil {
		if abs, err = float(t, a[3]); err != nil {
			return value{}, err
		}
	}
	if rel < 0 || abs < 0 {
		return value{}, object.ValueErrorf("tolerances must be non-negative")
	}
	if x == y {
		return object.True, nil
	}
	for _, p := range []float64{real(x), imag(x), real(y), imag(y)} {
		if math.IsInf(p, 0) {
			return object.False, nil
		}
	}
	size := func(z complex128) float64 { return fmath.Hypot(real(z), imag(z)) }
	diff := size(x - y)
	return object.Bool(diff <= rel*size(y) || diff <= rel*size(x) || diff <= abs), nil
}
