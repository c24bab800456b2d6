package object

// complex (library reference, "Numeric Types"): arithmetic as CPython's
// complexobject does it, including the rules for mixed real operands.

import (
	"math"
	"unsafe"

	"github.com/gopy-lang/gopy/internal/fmath"
	"github.com/gopy-lang/gopy/internal/libm"
	"github.com/gopy-lang/gopy/internal/numfmt"
	"github.com/gopy-lang/gopy/internal/siphash"
)

// ComplexType is complex.
var ComplexType Type

// Complex is a complex number.
type Complex struct {
	Header
	C complex128
}

// NewComplex returns the complex c.
func NewComplex(c complex128) Value {
	return Wrap(&Complex{Header{&ComplexType}, c})
}

func complexOf(tp *Type, c complex128) Value {
	o := Alloc[Complex](tp, &ComplexType)
	o.C = c
	return Wrap(o)
}

// AsComplex returns the value of a complex or an instance of a subclass.
func AsComplex(v Value) (complex128, bool) {
	if v.O.Type.Solid == &ComplexType {
		return As[Complex](v).C, true
	}
	return 0, false
}

// complexOperand converts an operand; isReal tells a float or int.
func complexOperand(t *Thread, v Value) (c complex128, isReal, ok bool, err error) {
	if c, ok := AsComplex(v); ok {
		return c, false, true, nil
	}
	f, ok, err := floatOperand(t, v)
	return complex(f, 0), true, ok, err
}

type complexOp func(a, b complex128, aReal, bReal bool) (complex128, error)

func complexBinary(f complexOp) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, xr, ok, err := complexOperand(t, a)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		y, yr, ok, err := complexOperand(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
		r, err := f(x, y, xr, yr)
		if err != nil {
			return Value{}, err
		}
		return NewComplex(r), nil
	}
}

func complexAdd(a, b complex128, ar, br bool) (complex128, error) {
	switch {
	case ar:
		return complex(real(a)+real(b), imag(b)), nil
	case br:
		return complex(real(a)+real(b), imag(a)), nil
	}
	return a + b, nil
}

func complexSub(a, b complex128, ar, br bool) (complex128, error) {
	switch {
	case ar:
		return complex(real(a)-real(b), -imag(b)), nil
	case br:
		return complex(real(a)-real(b), imag(a)), nil
	}
	return a - b, nil
}

func complexMul(a, b complex128, ar, br bool) (complex128, error) {
	switch {
	case ar:
		return complex(real(a)*real(b), real(a)*imag(b)), nil
	case br:
		return complex(real(a)*real(b), imag(a)*real(b)), nil
	}
	return mulComplex(a, b), nil
}

// mulComplex recovers infinities as Annex G of the C standard does.
func mulComplex(z, w complex128) complex128 {
	a, b, c, d := real(z), imag(z), real(w), imag(w)
	re := float64(a*c) - float64(b*d)
	im := float64(a*d) + float64(b*c)
	if !math.IsNaN(re) || !math.IsNaN(im) {
		return complex(re, im)
	}
	recalc := false
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		a, b = boxInf(a), boxInf(b)
		c, d = nanToZero(c), nanToZero(d)
		recalc = true
	}
	if math.IsInf(c, 0) || math.IsInf(d, 0) {
		c, d = boxInf(c), boxInf(d)
		a, b = nanToZero(a), nanToZero(b)
		recalc = true
	}
	if !recalc && (math.IsInf(a*c, 0) || math.IsInf(b*d, 0) || math.IsInf(a*d, 0) || math.IsInf(b*c, 0)) {
		a, b, c, d = nanToZero(a), nanToZero(b), nanToZero(c), nanToZero(d)
		recalc = true
	}
	if recalc {
		inf := math.Inf(1)
		return complex(inf*(float64(a*c)-float64(b*d)), inf*(float64(a*d)+float64(b*c)))
	}
	return complex(re, im)
}

func boxInf(x float64) float64 {
	if math.IsInf(x, 0) {
		return math.Copysign(1, x)
	}
	return math.Copysign(0, x)
}

func nanToZero(x float64) float64 {
	if math.IsNaN(x) {
		return math.Copysign(0, x)
	}
	return x
}

func complexDiv(a, b complex128, ar, br bool) (complex128, error) {
	if b == 0 {
		return 0, ZeroDivisionErrorf("division by zero")
	}
	if br && !ar {
		return complex(real(a)/real(b), imag(a)/real(b)), nil
	}
	return divComplex(a, b, ar), nil
}

// divComplex is Smith's method with the recovery of infinities and zeros of
// Annex G; aReal leaves out the products with a's imaginary part.
func divComplex(z, w complex128, aReal bool) complex128 {
	a, b, c, d := real(z), imag(z), real(w), imag(w)
	var re, im float64
	switch {
	case math.Abs(c) >= math.Abs(d):
		ratio := d / c
		den := c + float64(d*ratio)
		if aReal {
			re, im = a/den, -(float64(a*ratio))/den
		} else {
			re, im = (a+float64(b*ratio))/den, (b-float64(a*ratio))/den
		}
	case math.Abs(d) >= math.Abs(c):
		ratio := c / d
		den := float64(c*ratio) + d
		if aReal {
			re, im = float64(a*ratio)/den, -a/den
		} else {
			re, im = (float64(a*ratio)+b)/den, (float64(b*ratio)-a)/den
		}
	default:
		re, im = math.NaN(), math.NaN()
	}
	if !math.IsNaN(re) || !math.IsNaN(im) {
		return complex(re, im)
	}
	switch {
	case (math.IsInf(a, 0) || math.IsInf(b, 0)) && finite(c) && finite(d):
		x, y := boxInf(a), boxInf(b)
		if aReal {
			return complex(math.Inf(1)*float64(x*c), math.Inf(1)*float64(-x*d))
		}
		inf := math.Inf(1)
		return complex(inf*(float64(x*c)+float64(y*d)), inf*(float64(y*c)-float64(x*d)))
	case (math.IsInf(c, 0) || math.IsInf(d, 0)) && finite(a) && finite(b):
		x, y, zero := boxInf(c), boxInf(d), math.Copysign(0, 1)
		if aReal {
			return complex(zero*float64(a*x), zero*float64(-a*y))
		}
		return complex(zero*(float64(a*x)+float64(b*y)), zero*(float64(b*x)-float64(a*y)))
	}
	return complex(re, im)
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// complexPow is a ** b.
func complexPow(a, b complex128) (Value, error) {
	r, err := powComplex(a, b)
	if err != nil {
		return Value{}, err
	}
	return NewComplex(r), nil
}

func powComplex(a, b complex128) (complex128, error) {
	if imag(b) == 0 && real(b) == math.Floor(real(b)) && math.Abs(real(b)) <= 100 {
		r := powInt(a, int(real(b)))
		if a == 0 && real(b) < 0 {
			return 0, errComplexZero()
		}
		return checkComplex(r, a, b)
	}
	if b == 0 {
		return 1, nil
	}
	if a == 0 {
		if imag(b) != 0 || real(b) < 0 {
			return 0, errComplexZero()
		}
		return 0, nil
	}
	vabs := fmath.Hypot(real(a), imag(a))
	n := libm.Pow(vabs, real(b))
	at := fmath.Atan2(imag(a), real(a))
	phase := at * real(b)
	if imag(b) != 0 {
		n *= libm.Exp(-at * imag(b))
		phase += float64(imag(b) * libm.Log(vabs))
	}
	return checkComplex(complex(n*fmath.Cos(phase), n*fmath.Sin(phase)), a, b)
}

func errComplexZero() error { return ZeroDivisionErrorf("zero to a negative or complex power") }

// checkComplex raises OverflowError when finite operands gave an infinity.
func checkComplex(r, a, b complex128) (complex128, error) {
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return 0, OverflowErrorf("complex exponentiation")
	}
	return r, nil
}

func powInt(x complex128, n int) complex128 {
	if n < 0 {
		return divComplex(1, powInt(x, -n), false)
	}
	r, p := complex128(1), x
	for mask := 1; mask <= n; mask <<= 1 {
		if n&mask != 0 {
			r = mulComplex(r, p)
		}
		p = mulComplex(p, p)
	}
	return r
}

func complexCompare(t *Thread, a, b Value, op CmpOp) (Value, error) {
	if op != CmpEQ && op != CmpNE {
		return NotImplemented, nil
	}
	x, ok := AsComplex(a)
	if !ok {
		return NotImplemented, nil
	}
	eq := false
	if y, ok := AsComplex(b); ok {
		eq = x == y
	} else if _, isFloat := AsFloat(b); isFloat || IsIntLike(b) {
		if imag(x) == 0 {
			r, err := floatCompare(t, Float(real(x)), b, CmpEQ)
			if err != nil {
				return Value{}, err
			}
			eq = r == True
		}
	} else {
		return NotImplemented, nil
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func complexUnary(f func(c complex128) Value) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) { return f(As[Complex](v).C), nil }
}

func complexAbs(t *Thread, v Value) (Value, error) {
	c := As[Complex](v).C
	r := math.Hypot(real(c), imag(c))
	if math.IsInf(r, 0) && finite(real(c)) && finite(imag(c)) {
		return Value{}, OverflowErrorf("absolute value too large")
	}
	return Float(r), nil
}

var complexSlots = Slots{
	Repr:    complexUnary(func(c complex128) Value { return NewStr(numfmt.ReprComplex(c)) }),
	RichCmp: complexCompare,
	Hash: func(t *Thread, v Value) (int64, error) {
		return siphash.Complex(As[Complex](v).C, identityHash(v)), nil
	},
	Bool: func(t *Thread, v Value) (bool, error) { return As[Complex](v).C != 0, nil },
	New:  complexNew,
	Binary: [NBinOp]BinaryFunc{
		OpAdd: complexBinary(complexAdd), OpSub: complexBinary(complexSub),
		OpMul: complexBinary(complexMul), OpTrueDiv: complexBinary(complexDiv),
		OpPow: complexBinary(func(a, b complex128, ar, br bool) (complex128, error) { return powComplex(a, b) }),
	},
	Pow3: func(t *Thread, a, b, m Value) (Value, error) {
		if m.IsNone() {
			return BinaryOp(t, a, b, OpPow)
		}
		return Value{}, ValueErrorf("complex modulo")
	},
	Neg: complexUnary(func(c complex128) Value { return NewComplex(-c) }),
	Pos: complexUnary(NewComplex), Abs: complexAbs,
}

var complexMethods = []Func{
	{"conjugate", "($self, /)", "Return the complex conjugate of its argument.", func(t *Thread, a []Value) (Value, error) {
		c := As[Complex](a[0]).C
		return NewComplex(complex(real(c), -imag(c))), nil
	}},
	{"__complex__", "($self, /)", "Convert this value to exact type complex.", func(t *Thread, a []Value) (Value, error) {
		if a[0].O.Type == &ComplexType {
			return a[0], nil
		}
		return NewComplex(As[Complex](a[0]).C), nil
	}},
	{"__getnewargs__", "($self, /)", "", func(t *Thread, a []Value) (Value, error) {
		c := As[Complex](a[0]).C
		return NewTuple(Float(real(c)), Float(imag(c))), nil
	}},
	{"__format__", "($self, format_spec, /)", "Convert to a string according to format_spec.", complexFormat},
}

var complexClassMethods = []Func{
	{"from_number", "($type, number, /)", "Convert number to a complex floating-point number.", func(t *Thread, a []Value) (Value, error) {
		if a[1].O.Type == &ComplexType && As[Type](a[0]) == &ComplexType {
			return a[1], nil
		}
		c, ok, err := trySpecialComplex(t, a[1])
		if err != nil {
			return Value{}, err
		}
		if !ok {
			f, err := RealToFloat(t, a[1])
			if err != nil {
				return Value{}, err
			}
			c = complex(f, 0)
		}
		if As[Type](a[0]) == &ComplexType {
			return NewComplex(c), nil
		}
		return CallArgs(t, a[0], NewComplex(c))
	}},
}

var complexGetSets = []GetSet{
	{"real", "the real part of a complex number", func(t *Thread, v Value) (Value, error) { return Float(real(As[Complex](v).C)), nil }, nil},
	{"imag", "the imaginary part of a complex number", func(t *Thread, v Value) (Value, error) { return Float(imag(As[Complex](v).C)), nil }, nil},
}

// trySpecialComplex converts a complex or what has __complex__.
func trySpecialComplex(t *Thread, v Value) (complex128, bool, error) {
	if v.O.Type == &ComplexType {
		return As[Complex](v).C, true, nil
	}
	f, err := LookupSpecial(t, v, nameComplex)
	if err != nil || f.O == nil {
		return 0, false, err
	}
	r, err := CallArgs(t, f)
	if err != nil {
		return 0, false, err
	}
	c, ok := AsComplex(r)
	if !ok {
		return 0, false, TypeErrorf("%s.__complex__() must return a complex, not %s", v.O.Type.MsgName(), r.O.Type.MsgName())
	}
	if r.O.Type != &ComplexType {
		err = Warn(t, &DeprecationWarningType, "__complex__ returned non-complex (type "+r.O.Type.MsgFullName(t)+").  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.")
	}
	return c, true, err
}

// ToComplex converts any number to complex, as cmath's functions do.
func ToComplex(t *Thread, v Value) (complex128, error) {
	c, ok, err := trySpecialComplex(t, v)
	if err != nil || ok {
		return c, err
	}
	f, err := RealToFloat(t, v)
	return complex(f, 0), err
}

func init() {
	ComplexType.Define(TypeSpec{
		Name: "complex", Sig: "(real=0, imag=0)", Flags: FlagBase, Size: unsafe.Sizeof(Complex{}), Slots: complexSlots,
		Doc:     "Create a complex number from a string or numbers.",
		Methods: complexMethods, ClassMethods: complexClassMethods, GetSets: complexGetSets,
	})
}
